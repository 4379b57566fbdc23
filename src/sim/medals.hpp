// Medals: what else can be said of a session that went well. Read from the score card alone, so that whoever proves a
// recording comes to the same ones. They are worth no points and open nothing. docs/scoring.md says the same in words.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "sim/session.hpp"

namespace knead::sim {

enum class Medal : std::uint8_t { GentleHands, Insight, StraightBack, Lasting, AtEase };
inline constexpr int kMedalCount = 5;

// Pain, 0..10, and comfort, 0..1, at which somebody is at ease (game).
inline constexpr float kAtEasePain = 1.0F, kAtEaseComfort = 0.9F;

// One bit for each, 1 << Medal. Of several people only what all of them give; whoever has no knots keeps nobody from
// Lasting.
[[nodiscard]] std::uint32_t medalsOf(const ScoreCard& card);
[[nodiscard]] constexpr bool holds(std::uint32_t medals, Medal medal) {
  return (medals >> static_cast<unsigned>(medal) & 1U) != 0;
}

}  // namespace knead::sim
