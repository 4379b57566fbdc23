// Several people in turn at one machine, on the same back with the same start. Nothing of it goes into anybody's
// progress: it is gone when they get up, unless somebody saves a recording.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "replay/format.hpp"
#include "sim/score.hpp"

namespace knead::app {

inline constexpr std::size_t kFewestGuests = 2, kMostGuests = 8;

struct Party {
  struct Turn {
    sim::ScoreCard card;
    replay::Replay replay;
  };
  level::Level level;
  std::vector<std::string> names;
  std::vector<Turn> turns;  // those that are over, in the order of the names
  std::uint64_t seed = 1;   // of every turn

  [[nodiscard]] bool over() const { return turns.size() >= names.size(); }
  // Whose turn it is; only while it is not over.
  [[nodiscard]] const std::string& now() const { return names[turns.size()]; }
  // Places in `turns`, the best first; of equals who came first.
  [[nodiscard]] std::vector<std::size_t> ranked() const;
};

}  // namespace knead::app
