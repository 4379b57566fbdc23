// The levels of the game, read once for all tests of the window.
#pragma once

#include <string>

#include "level/catalogue.hpp"

namespace knead::testing {

inline const level::Catalogue& shippedCatalogue() {
  static const level::Catalogue all = level::readCatalogue(std::string(KNEAD_SOURCE_DATA_DIR) + "/levels");
  return all;
}

}  // namespace knead::testing
