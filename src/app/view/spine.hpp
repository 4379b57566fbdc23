// The vertebrae and the sacrum, drawn through the bend; one vertebra's outline for others. Knows the anatomy, not the
// session.
#pragma once

#include "app/ui/painter.hpp"
#include "app/view/stage.hpp"

namespace knead::app {

// A vertebra from behind about (0,0), the spinous process down: half its width and its height, any unit. A closed ring.
[[nodiscard]] std::vector<Vec2> vertebraOutline(float halfWidth, float height, int stepsPerCorner);
// `aura` 0..1 gilds the bone.
void drawSpine(Painter& painter, const Bend& bend, const Stage& stage, float aura);

}  // namespace knead::app
