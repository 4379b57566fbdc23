// The table is made once, from the map of the back.
#include "sim/muscle_cells.hpp"

#include "sim/grid.hpp"

namespace knead::sim {

namespace {

using Table = std::array<std::vector<int>, level::kMuscleCount>;

Table makeTable() {
  Table cells;
  for (int i = 0; i < kCells; ++i) {
    const Vec2 at = cellCentre(i);
    if (!level::onBody(at)) continue;
    const level::Fibres& fibres = level::fibresAt(at);
    for (int k = 0; k < fibres.count; ++k) cells[fibres.muscle[static_cast<std::size_t>(k)]].push_back(i);
  }
  return cells;
}

}  // namespace

const std::vector<int>& muscleCells(std::size_t muscle) {
  static const Table table = makeTable();
  return table[muscle];
}

bool isShort(const level::Level& level, level::MuscleGroup group) {
  for (const level::MuscleGroup g : level.tissue.shortMuscles) {
    if (g == group) return true;
  }
  return false;
}

}  // namespace knead::sim
