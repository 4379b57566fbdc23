// The figure seen from the side: column, contour lines, head. Drawn from the tilt of each vertebra; knows no session.
#pragma once

#include <span>

#include "app/ui/painter.hpp"
#include "level/anatomy.hpp"
#include "sim/session.hpp"

namespace knead::app {

// `foot`: the sacrum's base, `length`: of the column; reference pixels. `tilt`: radians, forward positive, C1 first;
// the figure faces right. `tension` 0..1 colours the lines of the back.
void drawSideFigure(Painter& painter, Vec2 foot, float length, std::span<const float, level::kVertebraCount> tilt,
                    float tension);
// The tilts of a posture as drawSideFigure takes them.
[[nodiscard]] std::array<float, level::kVertebraCount> radiansOf(const sim::PostureView& posture);

}  // namespace knead::app
