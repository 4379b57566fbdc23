// What the game ships, read for tests.
#pragma once

#include <string>

#include "level/catalogue.hpp"
#include "level/technique_book.hpp"
#include "support/catch.hpp"

namespace knead::testing {

// All levels, read once.
inline const level::Catalogue& shippedCatalogue() {
  static const level::Catalogue all = level::readCatalogue(KNEAD_SOURCE_DATA_DIR "/levels");
  return all;
}

inline level::Level shippedLevel(const std::string& id) {
  const Result<level::Level> found = level::findLevel(id, KNEAD_SOURCE_DATA_DIR "/levels");
  INFO(id);
  REQUIRE(found.ok());
  return found.value();
}

inline const level::TechniqueBook& shippedBook() {
  static const level::TechniqueBook book =
      level::readTechniqueBook(KNEAD_SOURCE_DATA_DIR "/assets/techniques.json").value();
  return book;
}

}  // namespace knead::testing
