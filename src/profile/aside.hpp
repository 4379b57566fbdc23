// Where a file goes that cannot be read: out of the way, and kept.
#pragma once

#include <string>

#include "core/file.hpp"

namespace knead::profile {

// The first free name of path.broken, path.broken-2, ...
[[nodiscard]] inline std::string asideName(const std::string& path) {
  std::string name = path + ".broken";
  for (int i = 2; isThere(name) && i < 100; ++i) name = path + ".broken-" + std::to_string(i);
  return name;
}

}  // namespace knead::profile
