// Many sessions by bots, side by side: what every study of the balance is made of. Sessions share nothing, so the
// outcome does not depend on how many run at once. Prints nothing but how far it is.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "bots/bot.hpp"
#include "cli/context.hpp"
#include "sim/session.hpp"

namespace knead::cli {

struct Outcome {
  int score = 0, stars = 0;
  int uncapped = 0;  // points without the caps of goals; for searching
  sim::Ending ending = sim::Ending::Running;
  double painDrop = 0.0;  // share of the pain at the start, after the rest; below 0 = worse
  sim::ScoreCard card;
};

// One player on one level, with many seeds.
struct Trial {
  const level::Level* level = nullptr;
  std::function<std::unique_ptr<bots::Bot>(const level::Level&, std::uint64_t seed)> player;
  std::vector<Outcome> outcomes;  // by seed
};

struct Seeds {
  std::uint64_t first = 1;
  std::size_t count = 5;
};
// From "FROM..TO" or one number; throws UsageError.
[[nodiscard]] Seeds seedsFrom(const std::string& text);

[[nodiscard]] Outcome outcomeOf(const level::Level& level, bots::Bot& player, std::uint64_t seed);
// Plays all trials with all seeds, `jobs` at once.
void playTrials(const Context& context, std::vector<Trial>& trials, const Seeds& seeds, unsigned jobs);

struct Spread {
  double least = 0, median = 0, most = 0, mean = 0;
};
[[nodiscard]] Spread spreadOf(std::vector<double> values);
[[nodiscard]] Spread scoresOf(const Trial& trial);

// Spearman's rank correlation, ties at their mean rank; 0 if one side does not vary.
[[nodiscard]] double rankCorrelation(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace knead::cli
