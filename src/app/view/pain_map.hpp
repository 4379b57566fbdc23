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
  float pain = 0;  // 0..10; the worst place has what the result calls the pain before
};
// At most three, the sorest first, none near another and no two of one name; what is as sore is told by the middle of
// its region. Empty if nothing hurts much.
[[nodiscard]] std::vector<SorePlace> sorePlaces(const sim::Session& session);

// A glow, a ring and a line to its words beside the body: `left` and `right` are where words may stand, `kind` says
// what the number is of. `placed`: with the name of the place. `signs`: other signs on the back, to be left in sight.
void drawPainMap(Painter& painter, const std::vector<SorePlace>& places, level::Pain kind, const Bend& bend,
                 const Stage& stage, float left, float right, bool placed, const std::vector<Vec2>& signs = {});

}  // namespace knead::app
