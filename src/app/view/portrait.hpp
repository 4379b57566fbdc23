// A person as a sign: shoulders as strands, an oval head, a mark of hair. No face and no skin: it is anybody.
#pragma once

#include <string_view>

#include "app/ui/painter.hpp"

namespace knead::app {

// The mark of hair follows from the name, so that somebody looks the same everywhere.
void drawPortrait(Painter& painter, Vec2 centre, float radius, std::string_view name);

}  // namespace knead::app
