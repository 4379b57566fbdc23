// A person as a sign: shoulders as strands, an oval head, a mark of hair. No face and no skin: it is anybody.
#pragma once

#include "app/ui/painter.hpp"
#include "story/people.hpp"

namespace knead::app {

void drawPortrait(Painter& painter, Vec2 centre, float radius, story::Hair hair);

}  // namespace knead::app
