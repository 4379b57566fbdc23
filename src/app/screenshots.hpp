// Where pictures of the window go and how they are named. Writes no picture itself.
#pragma once

#include <string>

#include "app/options.hpp"

namespace knead::app {

// --shots, else the pictures folder of this person (XDG_PICTURES_DIR, ~/Pictures), else knead's data folder.
[[nodiscard]] std::string screenshotFolder(const Options& options);
// The same for a person to read: the home folder as ~.
[[nodiscard]] std::string shownFolder(const std::string& folder);
// A name in this folder that is not taken: knead-20261122-214500.png, and -2, -3 for more in one second. The folder is
// made if it is not there; empty if it cannot be.
[[nodiscard]] std::string freeScreenshot(const std::string& folder);

}  // namespace knead::app
