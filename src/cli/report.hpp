// A result as a document for programs and as a card for people. Must not compute anything that the simulation
// has not said.
#pragma once

#include <string>

#include "cli/context.hpp"
#include "level/level.hpp"
#include "sim/session.hpp"

namespace knead::cli {

// The document of `run --json`.
[[nodiscard]] Json resultJson(const level::Level& level, const sim::SessionSetup& setup, std::uint32_t ticks,
                              const sim::ScoreCard& card);
// The card that `run` prints.
[[nodiscard]] std::string resultText(const level::Level& level, std::uint32_t ticks, const sim::ScoreCard& card);

[[nodiscard]] std::string_view moveName(const sim::MoveTime& move);
[[nodiscard]] std::string starText(int stars);
// 12345 as "12,345".
[[nodiscard]] std::string grouped(long long number);
// printf, to a string.
[[nodiscard]] std::string formatted(const char* format, ...) __attribute__((format(printf, 1, 2)));

}  // namespace knead::cli
