// The shipped stories, cards and tables, read once.
#pragma once

#include "daily/daily.hpp"

namespace knead::testing {

inline const daily::Material& shippedMaterial() {
  static const daily::Material material = daily::readMaterial(KNEAD_SOURCE_DATA_DIR "/assets").value();
  return material;
}

}  // namespace knead::testing
