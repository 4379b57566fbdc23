// What stands around the body: ground, halo, linen. Owns no state.
#pragma once

#include "app/ui/painter.hpp"
#include "sim/session.hpp"

namespace knead::app {

// Only its colours.
void drawBareGround(Painter& painter, float width);
void drawGround(Painter& painter, float width, Vec2 bloomAt);
// The light behind the back, and its rim, which breathes and so is drawn anew each time.
void drawHalo(Painter& painter, Vec2 centre, float radius, float warmth);
void drawHaloRim(Painter& painter, Vec2 centre, float radius, float warmth);
// A person who braces: two rings of plates close inside the halo, the longer the more. 0..1.
void drawGuard(Painter& painter, Vec2 centre, float radius, float guarding);
// Nothing of the linen is higher than kLinenTop; its edge in the middle is at kLinenMiddle.
inline constexpr float kLinenTop = 590, kLinenMiddle = 648;
// `rise` below 0 lifts the middle of it, where the figure comes out.
void drawLinen(Painter& painter, float width, float centreX, float lean, float rise = 0);

}  // namespace knead::app
