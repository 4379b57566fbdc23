// The vertebrae and the sacrum, drawn through the bend. Knows the anatomy, not the session.
#pragma once

#include "app/ui/painter.hpp"
#include "app/view/stage.hpp"

namespace knead::app {

// `aura` 0..1 gilds the bone.
void drawSpine(Painter& painter, const Bend& bend, const Stage& stage, float aura);

}  // namespace knead::app
