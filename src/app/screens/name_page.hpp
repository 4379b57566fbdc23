// The page that asks for a name.
#pragma once

#include <functional>

#include "app/screens/screen.hpp"

namespace knead::app {

// `done` gets a name that profile::cleanName would give; it is called before the page goes back. Not called when it is
// left.
std::unique_ptr<Screen> makeNamePage(Services& services, std::string title, const std::string& name,
                                     std::function<void(const std::string&)> done);

}  // namespace knead::app
