// The grid of tissue cells over the material frame: 24 columns by 36 rows, row by row, left to right.
#pragma once

#include <array>

#include "core/math.hpp"
#include "level/anatomy.hpp"

namespace knead::sim {

inline constexpr int kColumns = 24, kRows = 36, kCells = kColumns * kRows;
inline constexpr float kCellWidthCm = (level::kMaxXCm - level::kMinXCm) / static_cast<float>(kColumns);
inline constexpr float kCellHeightCm = (level::kMaxYCm - level::kMinYCm) / static_cast<float>(kRows);
static_assert(kCellWidthCm <= level::kLeastRegionWideCm && kCellHeightCm <= level::kLeastRegionHighCm);

template <class T>
using Field = std::array<T, kCells>;

[[nodiscard]] constexpr int cellIndex(int column, int row) { return row * kColumns + column; }
[[nodiscard]] constexpr Vec2 cellCentre(int cell) {
  const int row = cell / kColumns;
  return {level::kMinXCm + (static_cast<float>(cell % kColumns) + 0.5F) * kCellWidthCm,
          level::kMinYCm + (static_cast<float>(row) + 0.5F) * kCellHeightCm};
}
// The cell that holds a point; points outside fall into the nearest edge cell.
[[nodiscard]] constexpr int cellAt(Vec2 p) {
  const auto clampInt = [](int v, int hi) { return v < 0 ? 0 : (v > hi ? hi : v); };
  const int column =
      clampInt(static_cast<int>(clamp((p.x - level::kMinXCm) / kCellWidthCm, -1.0F, 99.0F)), kColumns - 1);
  const int row = clampInt(static_cast<int>(clamp((p.y - level::kMinYCm) / kCellHeightCm, -1.0F, 99.0F)), kRows - 1);
  return cellIndex(column, row);
}

}  // namespace knead::sim
