// Where the player's own files live: the XDG base directories, or one folder beside the program (--portable).
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/result.hpp"

namespace knead::profile {

struct Dirs {
  std::string config;  // settings
  std::string data;    // progress, replays, pictures of results
  std::string state;   // logs, the last crash
  friend bool operator==(const Dirs&, const Dirs&) = default;
};

// Reads one variable of the environment; nothing if it is not set.
using Environment = std::function<std::optional<std::string>(const char*)>;
[[nodiscard]] Environment systemEnvironment();

// XDG_CONFIG_HOME, XDG_DATA_HOME and XDG_STATE_HOME with /knead, else the usual folders under HOME. Relative XDG
// paths are ignored, as the specification asks. Error: no HOME.
[[nodiscard]] Result<Dirs> playersDirs(const Environment& environment);
// Everything in `folder`: nothing is written elsewhere.
[[nodiscard]] Dirs portableDirs(const std::string& folder);
// Creates the folders (0700) that are missing. Error: the first that cannot be made.
[[nodiscard]] Result<Dirs> makeDirs(const Dirs& dirs);

}  // namespace knead::profile
