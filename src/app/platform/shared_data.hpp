// Where a system keeps what programs share.
#pragma once

#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

namespace knead::app::platform {

// The folders of XDG_DATA_DIRS, or those that are meant where it is not set; without a slash at their ends.
[[nodiscard]] inline std::vector<std::string> sharedDataFolders() {
  const char* given = std::getenv("XDG_DATA_DIRS");
  std::istringstream in(given != nullptr && *given != '\0' ? given : "/usr/local/share:/usr/share");
  std::vector<std::string> out;
  for (std::string one; std::getline(in, one, ':');) {
    while (one.size() > 1 && one.back() == '/') one.pop_back();
    if (!one.empty()) out.push_back(one);
  }
  return out;
}

}  // namespace knead::app::platform
