#include "cli/study/trials.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include "cli/play.hpp"

namespace knead::cli {
namespace {

// Points of a card if no goal were a cap: what is beyond a goal goes on to pay in proportion.
int uncappedOf(const level::Level& level, const sim::ScoreCard& card) {
  if (!card.visits.empty()) {
    int sum = 0;
    for (std::size_t i = 0; i < card.visits.size(); ++i)
      sum += uncappedOf(level.visit(i), card.visits[i]) / static_cast<int>(card.visits.size());
    return sum;
  }
  double sum = 0;
  const auto add = [&sum](int weight, float relief, float goal) {
    const double share = goal > 0.0F ? static_cast<double>(relief) / static_cast<double>(goal) : 0.0;
    sum += weight * (share < 1.0 ? share * share : share);
  };
  add(level.weights.circulation, card.circulation, level.goals.circulation);
  add(level.weights.endorphins, card.endorphins, level.goals.endorphins);
  add(level.weights.tension, card.tension, level.goals.tension);
  add(level.weights.heat, card.heat, level.goals.heat);
  add(level.weights.posture, card.posture, level.goals.posture);
  sum += level.weights.insight * static_cast<double>(card.insight) - card.harm;
  return std::max(0, static_cast<int>(sum));
}

}  // namespace

Seeds seedsFrom(const std::string& text) {
  const std::size_t dots = text.find("..");
  try {
    std::size_t used = 0;
    const std::string first = text.substr(0, dots);
    const std::uint64_t from = std::stoull(first, &used);
    if (used != first.size()) throw std::invalid_argument(text);
    if (dots == std::string::npos) return {from, 1};
    const std::string second = text.substr(dots + 2);
    const std::uint64_t to = std::stoull(second, &used);
    if (used == second.size() && to >= from && to - from < 10000)
      return {from, static_cast<std::size_t>(to - from + 1)};
  } catch (const std::exception&) {
    // told below
  }
  throw UsageError{"--seeds: found \"" + text + "\", allowed: FROM..TO, at most 10000 seeds, for example 1..20"};
}

Outcome outcomeOf(const level::Level& level, bots::Bot& player, std::uint64_t seed) {
  Outcome outcome;
  outcome.card = playBot(level, bots::setupOf(player, seed), player).card;
  const sim::ScoreCard& card = outcome.card;
  outcome.score = card.score;
  outcome.stars = card.stars;
  outcome.uncapped = uncappedOf(level, card);
  outcome.ending = card.ending;
  const double before = static_cast<double>(card.painBefore);
  outcome.painDrop = before > 0.0 ? 1.0 - static_cast<double>(card.painAfter) / before : 0.0;
  return outcome;
}

void playTrials(const Context& context, std::vector<Trial>& trials, const Seeds& seeds, unsigned jobs) {
  for (Trial& trial : trials) trial.outcomes.assign(seeds.count, {});
  const std::size_t total = trials.size() * seeds.count;
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> finished{0};
  const auto work = [&](Progress* progress) {
    for (std::size_t i = next++; i < total; i = next++) {
      Trial& trial = trials[i / seeds.count];
      const std::uint64_t seed = seeds.first + i % seeds.count;
      const std::unique_ptr<bots::Bot> player = trial.player(*trial.level, seed);
      if (player) trial.outcomes[i % seeds.count] = outcomeOf(*trial.level, *player, seed);
      const std::size_t count = ++finished;
      if (progress != nullptr) progress->done(count);
    }
  };
  std::vector<std::thread> helpers;
  for (unsigned i = 1; i < std::clamp(jobs, 1U, 64U); ++i) helpers.emplace_back(work, nullptr);
  Progress progress(context, "sessions", total);
  work(&progress);
  for (std::thread& helper : helpers) helper.join();
}

Spread spreadOf(std::vector<double> values) {
  Spread spread;
  if (values.empty()) return spread;
  std::sort(values.begin(), values.end());
  spread.least = values.front();
  spread.median = values[values.size() / 2];
  spread.most = values.back();
  for (const double value : values) spread.mean += value / static_cast<double>(values.size());
  return spread;
}

Spread scoresOf(const Trial& trial) {
  std::vector<double> scores;
  for (const Outcome& outcome : trial.outcomes) scores.push_back(outcome.score);
  return spreadOf(std::move(scores));
}

namespace {

std::vector<double> ranksOf(const std::vector<double>& values) {
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    double below = 0;
    double same = 0;
    for (const double other : values) {
      below += other < values[i] ? 1 : 0;
      same += other == values[i] ? 1 : 0;
    }
    ranks[i] = below + (same + 1) / 2;
  }
  return ranks;
}

}  // namespace

double rankCorrelation(const std::vector<double>& a, const std::vector<double>& b) {
  const std::vector<double> x = ranksOf(a);
  const std::vector<double> y = ranksOf(b);
  const double middle = (static_cast<double>(x.size()) + 1) / 2;
  double together = 0;
  double ofX = 0;
  double ofY = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    together += (x[i] - middle) * (y[i] - middle);
    ofX += (x[i] - middle) * (x[i] - middle);
    ofY += (y[i] - middle) * (y[i] - middle);
  }
  return ofX > 0 && ofY > 0 ? together / std::sqrt(ofX * ofY) : 0.0;
}

}  // namespace knead::cli
