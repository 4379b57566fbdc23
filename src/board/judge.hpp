// What a recording is worth: it is played again, and only what comes out counts. What it says of itself is kept beside
// it to count how often machines disagree, and held against nobody.
#pragma once

#include <cmath>
#include <optional>
#include <string>

#include "board/verdict.hpp"
#include "level/level.hpp"
#include "replay/format.hpp"

namespace knead::board {

// What came out, from its judge to its line in a store.
struct Worth {
  int score = 0, stars = 0;
  int claimedScore = 0;
  int painBefore = 0, painAfter = 0;  // hundredths of 0..10
  sim::Ending ending = sim::Ending::Running;
  std::uint32_t ticks = 0;
  std::uint64_t stateHash = 0;
  std::uint32_t driftSecond = 0;  // the first second in which it differs from what was recorded; 0 = none
  friend bool operator==(const Worth&, const Worth&) = default;
  // The part of a judgement or of a row that this is.
  [[nodiscard]] Worth& worth() { return *this; }
};

// Whether a board would show the same of both.
[[nodiscard]] inline bool sameOnBoards(const Worth& a, const Worth& b) {
  return a.score == b.score && a.stars == b.stars;
}

// As pain is kept: 6.4 as 640.
[[nodiscard]] inline int hundredthsOf(float pain) { return static_cast<int>(std::lround(pain * 100.0F)); }

// The worth is that of an accepted run.
struct Judgement : Worth {
  Verdict verdict = Verdict::Malformed;
  std::string why;  // more than the verdict's own sentence, for whoever looks into it; English
};

// Why no board takes a run that began so, whatever came of it; nothing if boards may take it.
[[nodiscard]] std::optional<Verdict> objection(const replay::Header& header);

// The most ticks a run of this level can have.
[[nodiscard]] std::uint32_t mostTicks(const level::Level& level, const sim::Assists& assists);

// Costs about a ten-thousandth of the time played. `level` has the recording's content.
[[nodiscard]] Judgement judge(const replay::Replay& replay, const level::Level& level);

}  // namespace knead::board
