// The generator's own words: why a technique is right or wrong for a pain. English, marked for translators; stories,
// learning cards and names are elsewhere.
#pragma once

#include <string_view>

#include "level/technique.hpp"

namespace knead::daily {

// Why `technique` is the first thing for this pain, or the last. Empty if nothing is said about the pair.
[[nodiscard]] std::string_view whyOf(level::Pain pain, level::Technique technique);
// Why the third star's line is not the game's own.
[[nodiscard]] std::string_view lineReasonOf(level::Pain pain);
// First names of grown people, of any gender, none of them of the campaign. Not translated.
[[nodiscard]] std::string_view nameOf(std::uint32_t number);
[[nodiscard]] std::uint32_t nameCount();

}  // namespace knead::daily
