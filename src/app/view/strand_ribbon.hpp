// A band of strands that twists once around a knot: the mark of the game beside its name.
#pragma once

#include "app/ui/painter.hpp"

namespace knead::app {

// From the left edge to `right`, around a knot at `knot`; reference pixels. `twist` 0..1: 1 is the whole twist.
void drawStrandRibbon(Painter& painter, float right, Vec2 knot, float radius, float twist);

}  // namespace knead::app
