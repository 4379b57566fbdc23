// The hand on the back: ring, depth, limits, the name of the move and how good it is; and the warm things laid on it.
// Reads the session, decides nothing.
#pragma once

#include "app/rig/laid_things.hpp"
#include "app/ui/painter.hpp"
#include "app/view/regions.hpp"
#include "sim/session.hpp"

namespace knead::app {

struct HandState {
  Vec2 at;  // reference pixels
  sim::TickInput input;
  float ceiling = .65F;  // how deep the player lets it sink, 0..1
  float foot = 650;      // its words stay above this: the strip of moves, or a pill above the strip
};
void drawHand(Painter& painter, float windowWidth, const HandState& hand, const sim::Session& session);
// All that drawHand draws lies in this.
[[nodiscard]] Region handRegion(const Painter& painter, float windowWidth, const HandState& hand,
                                const sim::Session& session);
// Around the hand: what is left, 1..0, of the wait after a pause.
void drawCountIn(Painter& painter, Vec2 at, float left);
// As it lies, or still falls. `at`: its middle on the screen; `unit`: reference pixels to 71 cm.
void drawLaidTool(Painter& painter, const sim::LaidTool& tool, const LaidPose& pose, Vec2 at, float unit);

}  // namespace knead::app
