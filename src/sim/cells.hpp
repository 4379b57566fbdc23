// Which cells of the grid are body and which lie over each muscle, and where their centres are: tables made once.
// It holds no state of a session.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/grid.hpp"

namespace knead::sim {

// Loops over cells take this many of a row at once (core/lanes.hpp).
inline constexpr int kLanes = 4;
static_assert(kColumns % kLanes == 0, "a row is a whole number of groups");
static_assert(sizeof(Field<float>) % 16 == 0, "a field after a field stays aligned");

// Where the cells of a column and of a row have their centres, cm.
struct Centres {
  alignas(16) std::array<float, kColumns> x{};
  std::array<float, kRows> y{};
};
inline constexpr Centres kCentres = [] {
  Centres centres;
  for (std::size_t i = 0; i < kColumns; ++i) centres.x[i] = cellCentre(cellIndex(static_cast<int>(i), 0)).x;
  for (std::size_t i = 0; i < kRows; ++i) centres.y[i] = cellCentre(cellIndex(0, static_cast<int>(i))).y;
  return centres;
}();

// The columns of a row that belong to groups with at least a part on the body: [first, end), multiples of kLanes.
struct RowSpan {
  int first = 0, end = 0;
};
[[nodiscard]] std::span<const RowSpan, kRows> bodyRows();
// The first cell of each such group, row by row. Cells of other groups are not body and stay as Tissue::reset made
// them.
[[nodiscard]] std::span<const std::uint16_t> bodyGroups();

// Cells on the body over a muscle (a level::muscleIndex).
[[nodiscard]] const std::vector<int>& muscleCells(std::size_t muscle);

}  // namespace knead::sim
