// What stands around the body: ground, halo, linen, and the figure seen from the side. Owns no state.
#pragma once

#include "app/ui/painter.hpp"
#include "sim/session.hpp"

namespace knead::app {

void drawGround(Painter& painter, float width, Vec2 bloomAt);
void drawHalo(Painter& painter, Vec2 centre, float radius, float warmth);
void drawLinen(Painter& painter, float width, float centreX, float lean);
void drawSideView(Painter& painter, Vec2 foot, float length, const sim::PostureView& posture, float tension);
void button(Painter& painter, Vec2 at, Vec2 size, std::string_view label, bool primary, bool focus);

}  // namespace knead::app
