// Where it hurts before the first touch: the sorest places of a session, and their marks on the back.
#pragma once

#include <vector>

#include "app/ui/painter.hpp"
#include "app/view/bend.hpp"
#include "app/view/stage.hpp"
#include "sim/session.hpp"

namespace knead::app {

struct SorePlace {
  Vec2 cm;
  float pain = 0;  // 0..10
};
// At most three, the sorest first, none near another. Empty if nothing hurts much.
[[nodiscard]] std::vector<SorePlace> sorePlaces(const sim::Session& session);

// A glow, a ring and a line to its words beside the body: `left` and `right` are where words may stand. `placed`: with
// the name of the place.
void drawPainMap(Painter& painter, const std::vector<SorePlace>& places, const Bend& bend, const Stage& stage,
                 float left, float right, bool placed);

}  // namespace knead::app
