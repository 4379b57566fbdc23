// The machine's own file of gamepads: lines of the community's mapping database, which other games read as well, in
// gamepads.txt beside the settings of its first player. SDL_GAMECONTROLLERCONFIG counts after it.
#pragma once

#include <string>
#include <vector>

#include "app/devices/pad_map.hpp"

namespace knead::app {

// `folder` may be empty: then only the environment is read. What is wrong is named in `complaints`, one line each.
[[nodiscard]] std::vector<PadMap> readPads(const std::string& folder, std::vector<std::string>& complaints);
// Adds or replaces the line of this pad; lines of others, comments too, stay as they are. Empty, or why it was not
// written.
[[nodiscard]] std::string keepPad(const std::string& folder, const PadMap& map);

}  // namespace knead::app
