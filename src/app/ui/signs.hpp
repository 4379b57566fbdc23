// How well a technique fits a pain, as a sign: waves for help, a dash for nothing seen, a cross for harm. Shape and
// colour say the same.
#pragma once

#include "app/ui/painter.hpp"
#include "level/technique_book.hpp"

namespace knead::app {

// `reach`: half the width of the sign, reference pixels.
void fitSign(Painter& painter, level::Fit fit, Vec2 centre, float reach);

}  // namespace knead::app
