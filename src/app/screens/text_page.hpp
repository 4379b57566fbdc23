// The page that asks for a short text: a name, an address, a key.
#pragma once

#include <functional>
#include <string>

#include "app/screens/screen.hpp"

namespace knead::app {

enum class TextPage { Name, Address, Key };

// `done` gets what was written (a name as profile::cleanName would give it) and says what is wrong with it, or nothing;
// then the page goes back. Not called when it is left.
std::unique_ptr<Screen> makeTextPage(Services& services, TextPage kind, std::string title, const std::string& text,
                                     std::function<std::string(const std::string&)> done);
// The same for a name that cannot be wrong.
std::unique_ptr<Screen> makeNamePage(Services& services, std::string title, const std::string& name,
                                     std::function<void(const std::string&)> done);

}  // namespace knead::app
