// Lives a replay through again in a fresh session and says whether what it claims is what comes out. The number
// found here is the only one that counts. Bounded work: at most kMaxTicks ticks.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "replay/format.hpp"

namespace knead::replay {

enum class Verdict : std::uint8_t {
  Equal,         // every state hash, the result and the end are as claimed
  StateDiffers,  // the play drifts: firstDifferentSecond says when
  ScoreDiffers,  // the play is the same, the claimed result is not
  Unfinished,    // the session does not end with the last sample
  UnknownLevel,  // no level given, or its content is not what was played
  OtherRules     // played with another version of the simulation
};
inline constexpr std::array<std::string_view, 6> kVerdictIds = {"equal",      "state_differs", "score_differs",
                                                                "unfinished", "unknown_level", "other_rules"};

struct Verification {
  Verdict verdict = Verdict::UnknownLevel;
  std::string why;                                    // one sentence, with what to do
  std::optional<std::uint32_t> firstDifferentSecond;  // second of play, from 1
  std::optional<sim::ScoreCard> card;                 // the true result, when the session was run
  bool goesOn = false;                                // it has input after the session's end, and drifts nowhere before
  [[nodiscard]] bool ok() const { return verdict == Verdict::Equal; }
};

// `level` may be null: then the level is unknown.
[[nodiscard]] Verification verify(const Replay& replay, const level::Level* level);

}  // namespace knead::replay
