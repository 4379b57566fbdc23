// The hand on the back: ring, depth, limits, the name of the move and how good it is; and the warm things laid on it.
// Reads the session, decides nothing.
#pragma once

#include "app/ui/painter.hpp"
#include "sim/session.hpp"

namespace knead::app {

struct HandState {
  Vec2 at;  // reference pixels
  sim::TickInput input;
  float ceiling = .65F;  // how deep the player lets it sink, 0..1
};
void drawHand(Painter& painter, float windowWidth, const HandState& hand, const sim::Session& session);
// `unit`: reference pixels to 71 cm.
void drawLaidTool(Painter& painter, const sim::LaidTool& tool, Vec2 at, float unit);

}  // namespace knead::app
