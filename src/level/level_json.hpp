// Strict JSON text in, a tree out. Refuses, with the place, everything that two readers could understand
// differently: duplicate keys, text after the end, numbers out of range, deep nesting, broken UTF-8. Knows
// nothing of levels.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace knead::level {

inline constexpr std::size_t kMaxJsonBytes = 256U * 1024U;
inline constexpr int kMaxJsonDepth = 16;
inline constexpr double kMaxJsonNumber = 1e9;

// Numbers come out normalised: whole ones as integers (1.0 and 1e0 become 1), -0 as 0.
[[nodiscard]] Result<nlohmann::json> parseJson(std::string_view text, const std::string& fileName);

// Text that a program wrote (a kept document, a server's answer), of any length and not read strictly: a discarded
// value where it is no JSON or deeper than kMaxJsonDepth, so that nobody who walks through it runs out of stack.
[[nodiscard]] nlohmann::json parseDocument(std::string_view text);

// One step deeper in a JSON pointer, escaped as RFC 6901 wants.
[[nodiscard]] std::string pointerStep(const std::string& pointer, std::string_view key);
[[nodiscard]] std::string pointerStep(const std::string& pointer, std::size_t index);

// A text from a file, made safe and short enough for a message, in double quotes.
[[nodiscard]] std::string inQuotes(std::string_view text);

}  // namespace knead::level
