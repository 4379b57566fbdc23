// The page that asks for one of the files that lie in the player's folder of recordings.
#pragma once

#include <functional>

#include "app/screens/screen.hpp"

namespace knead::app {

// Files with this extension (without a dot), the newest first. `chosen` gets a path; it is called before the page goes
// back. Not called when it is left.
std::unique_ptr<Screen> makeFileList(Services& services, std::string title, const std::string& extension,
                                     std::function<void(const std::string&)> chosen);

}  // namespace knead::app
