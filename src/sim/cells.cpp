// The tables, from the map of the back.
#include "sim/cells.hpp"

namespace knead::sim {

namespace {

// Whether any part of a cell is body: a hand at the very edge feels the cell that it is in.
bool touchesBody(int column, int row) {
  const Vec2 centre = cellCentre(cellIndex(column, row));
  const float beside = absOf(centre.x) - 0.5F * kCellWidthCm - 0.1F;
  for (int i = -4; i <= 4; ++i) {
    if (level::halfWidthCm(centre.y + static_cast<float>(i) * 0.125F * kCellHeightCm) >= beside) return true;
  }
  return false;
}

struct Tables {
  std::array<RowSpan, kRows> rows{};
  std::vector<std::uint16_t> groups;
  std::array<std::vector<int>, level::kMuscleCount> muscles;

  Tables() {
    for (int row = 0; row < kRows; ++row) {
      RowSpan& span = rows[static_cast<std::size_t>(row)];
      for (int column = 0; column < kColumns; ++column) {
        if (!touchesBody(column, row)) continue;
        if (span.end == 0) span.first = column / kLanes * kLanes;
        span.end = (column / kLanes + 1) * kLanes;
      }
      for (int column = span.first; column < span.end; column += kLanes) {
        groups.push_back(static_cast<std::uint16_t>(cellIndex(column, row)));
      }
    }
    for (int i = 0; i < kCells; ++i) {
      const Vec2 at = cellCentre(i);
      if (!level::onBody(at)) continue;
      const level::Fibres& fibres = level::fibresAt(at);
      for (int k = 0; k < fibres.count; ++k) muscles[fibres.muscle[static_cast<std::size_t>(k)]].push_back(i);
    }
  }
};

const Tables& tables() {
  static const Tables all;
  return all;
}

}  // namespace

std::span<const RowSpan, kRows> bodyRows() { return tables().rows; }
std::span<const std::uint16_t> bodyGroups() { return tables().groups; }
const std::vector<int>& muscleCells(std::size_t muscle) { return tables().muscles[muscle]; }

}  // namespace knead::sim
