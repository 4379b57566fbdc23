// A run on its way to a server of boards. It waits in the player's store until the server has said of it what stays
// said, so that neither a lost network nor the end of the game loses it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "replay/format.hpp"

namespace knead::profile {

struct Letter {
  std::int64_t id = 0;  // in the store; 0: not there yet
  std::string server;   // its address
  std::string level;
  std::string board;  // board::idOf; which of them it is matters to the server alone
  int score = 0;
  std::int64_t at = 0;                  // when it was played, seconds since 1970
  std::vector<std::uint8_t> token;      // board::StartToken; empty: none
  std::vector<std::uint8_t> recording;  // a replay file; empty once it was answered
  int tries = 0;                        // how often it was sent
  std::int64_t next = 0;                // not before, seconds since 1970
  std::string verdict;                  // board::idOf(Verdict); empty while it waits
  std::int64_t place = 0, players = 0;  // on the board, as the server said; 0 where it was not taken
  [[nodiscard]] bool waits() const { return verdict.empty(); }
};

// What was answered stays for so many letters, to be looked at; what waits is at most so much.
inline constexpr int kAnsweredKept = 50, kMostWaiting = 200;

}  // namespace knead::profile
