// An empty folder of a test's own, below the build folder.
#pragma once

#include <filesystem>
#include <string>

namespace knead::testing {

inline std::string freshFolder(const std::string& name) {
  const std::string path = std::string(KNEAD_TEST_OUTPUT_DIR) + "/" + name;
  std::filesystem::remove_all(path);
  std::filesystem::create_directories(path);
  return path;
}

}  // namespace knead::testing
