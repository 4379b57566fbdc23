// Which cells of the grid lie over each muscle, and which muscles a level calls short. Small tables shared by the
// parts of the body; it holds no state of a session.
#pragma once

#include <vector>

#include "level/level.hpp"

namespace knead::sim {

// `muscle`: a level::muscleIndex.
[[nodiscard]] const std::vector<int>& muscleCells(std::size_t muscle);
// Whether the level starts with this group short, on either side.
[[nodiscard]] bool isShort(const level::Level& level, level::MuscleGroup group);

}  // namespace knead::sim
