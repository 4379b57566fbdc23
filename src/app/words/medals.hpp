// What medals are called, and what each stands for.
#pragma once

#include <string_view>
#include <vector>

#include "sim/medals.hpp"

namespace knead::app::words {

[[nodiscard]] const char* medalName(sim::Medal medal);
// One sentence: what it took.
[[nodiscard]] const char* medalWhy(sim::Medal medal);
// One sentence: how to come to it.
[[nodiscard]] const char* medalHow(sim::Medal medal);
// What medals are at all.
[[nodiscard]] const char* medalsAre();
// Its sign among the glyphs.
[[nodiscard]] std::string_view medalSign(sim::Medal medal);
[[nodiscard]] std::vector<sim::Medal> medalsIn(std::uint32_t medals);

}  // namespace knead::app::words
