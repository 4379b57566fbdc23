// What high contrast adds to the back, so that nothing is told by colour alone: a dashed ring with the hold that is
// left at each knot, a tick where one has let go, dotted rings and degrees at what is warm.
#pragma once

#include "app/ui/painter.hpp"
#include "sim/session.hpp"

namespace knead::app {

class SessionScene;
void drawMarks(Painter& painter, const SessionScene& scene, const sim::Session& session);

}  // namespace knead::app
