// The shipped levels as boards know them, and keys that are the same in every run of the tests.
#pragma once

#include "board/identity.hpp"
#include "board/levels.hpp"

namespace knead::testing {

inline const board::Levels& shippedLevels() {
  static const std::unique_ptr<board::Levels> levels = board::Levels::read(KNEAD_SOURCE_DATA_DIR, "").value();
  return *levels;
}

inline board::Identity identity(std::uint8_t number) {
  board::Hash256 seed{};
  seed[0] = number;
  return board::Identity::fromSeed(seed);
}

inline const level::Level& shippedLevel(const std::string& id) {
  for (const auto& level : shippedLevels().all()) {
    if (level->id == id) return *level;
  }
  throw std::runtime_error("no level " + id);
}

}  // namespace knead::testing
