// What of the settings reaches beyond the screen that reads them: the language and the contrast. The window's own (full
// screen, pictures a second) are read by the loop, the hand's by the play screen.
#pragma once

#include "profile/settings.hpp"

namespace knead::app {

void applySettings(const profile::Settings& settings);
// How many times larger than usual text is to be: 1 or more.
[[nodiscard]] float textScale(const profile::Settings& settings);

}  // namespace knead::app
