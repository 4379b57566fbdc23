// Where the next lines of a board begin, as programs and pages are given it and give it back:
// "98211.1764349923000.<64 digits>", the points, time and player of the line before.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/store/rows.hpp"

namespace knead::server {

[[nodiscard]] std::string afterText(const Standing& last);
// Nothing: it is none.
[[nodiscard]] std::optional<After> afterOf(std::string_view text);

}  // namespace knead::server
