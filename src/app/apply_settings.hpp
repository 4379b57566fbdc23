// What of the settings reaches beyond the screen that reads them: the language, the contrast, and in numbers what the
// window needs. Whether it fills the screen is read by the loop, the hand's by the play screen.
#pragma once

#include <chrono>
#include <string>

#include "profile/settings.hpp"

namespace knead::app {

void applySettings(const profile::Settings& settings);
// How many times larger than usual text is to be: 1 or more.
[[nodiscard]] float textScale(const profile::Settings& settings);
// From one picture to the next.
[[nodiscard]] std::chrono::microseconds frameTime(const profile::Settings& settings);
// Lines are smooth by themselves; more samples a pixel also smooth what has edges, for whoever asks for the most.
// `asked`: the quality that the command line asks for; empty leaves it to the settings. 0 is one sample.
[[nodiscard]] unsigned samplesAPixel(const profile::Settings& settings, const std::string& asked);

}  // namespace knead::app
