// knead-cli study search: a player that looks for something better than the expert's plan. It has perfect hands,
// changes the plan a little, keeps what pays on the score without its caps, and so finds what the model gives away.
#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

#include "cli/report.hpp"
#include "cli/study/studies.hpp"
#include "cli/study/trials.hpp"
#include "core/random.hpp"

namespace knead::cli {
namespace {

using bots::Hands;
using bots::Plan;
using level::Technique;

struct SearchOptions {
  std::vector<std::string> levels;
  std::size_t tries = 300;
  unsigned jobs = 1;
};

constexpr std::uint64_t kTrySeed = 7001, kJudgeSeed = 7101;
constexpr std::uint64_t kTrySeeds = 2, kJudgeSeeds = 8;
constexpr std::size_t kLongestPlan = 10;
constexpr float kLeastS = 2.0F;

double meanOf(const level::Level& level, const Plan& plan, Hands hands, std::uint64_t first, std::uint64_t seeds) {
  double sum = 0;
  for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
    const auto player = bots::makeFollower(
        level, [&plan](const level::Level&) { return plan; }, hands, seed);
    sum += outcomeOf(level, *player, seed).uncapped / static_cast<double>(seeds);
  }
  return sum;
}

class Search {
 public:
  explicit Search(const level::Level& level) : m_level(level), m_random(level.hash, 23) {
    for (int t = 0; t < level::kTechniqueCount; ++t) {
      const auto technique = static_cast<Technique>(t);
      if (!level::isTool(technique) || level.tools[static_cast<std::size_t>(level::toolOf(technique))] > 0)
        m_able.push_back(technique);
    }
  }

  // The best plan of so many tries.
  Plan best(std::size_t tries) {
    Plan best = m_level.plan;
    double most = meanOf(m_level, best, Hands::Perfect, kTrySeed, kTrySeeds);
    for (std::size_t i = 0; i < tries; ++i) {
      Plan next = changed(best);
      const std::uint32_t more = m_random.below(3);
      for (std::uint32_t k = 0; k < more; ++k) next = changed(next);
      const double score = meanOf(m_level, next, Hands::Perfect, kTrySeed, kTrySeeds);
      if (score <= most) continue;
      most = score;
      best = std::move(next);
    }
    return best;
  }

 private:
  std::size_t any(std::size_t n) { return m_random.below(static_cast<std::uint32_t>(n)); }
  Plan changed(Plan plan) {
    const std::uint32_t how = m_random.below(5);
    const std::size_t at = any(plan.size());
    if (how == 0 && plan.size() < kLongestPlan) {
      const Technique technique = m_able[any(m_able.size())];
      const float seconds = m_random.range(kLeastS, 30.0F);
      plan.insert(plan.begin() + static_cast<std::ptrdiff_t>(at), {technique, seconds});
    } else if (how == 1 && plan.size() > 1) {
      plan.erase(plan.begin() + static_cast<std::ptrdiff_t>(at));
    } else if (how == 2) {
      std::swap(plan[at], plan[any(plan.size())]);
    } else if (how == 3) {
      plan[at].first = m_able[any(m_able.size())];
    } else {
      const float factor = m_random.range(0.5F, 1.8F);
      plan[at].second = std::max(kLeastS, plan[at].second * factor);
    }
    // All of the time, and no more.
    float sum = 0;
    for (const auto& [technique, seconds] : plan) sum += seconds;
    for (auto& [technique, seconds] : plan) seconds *= static_cast<float>(m_level.seconds) / sum;
    return plan;
  }

  const level::Level& m_level;
  Random m_random;
  std::vector<Technique> m_able;
};

struct Found {
  std::string level;
  Plan plan;
  double expert = 0, perfect = 0, found = 0;
};

int search(const Context& context, const SearchOptions& options) {
  const Result<std::string> folder = context.levelsDir();
  if (!folder) return context.fail(folder.error());
  std::vector<level::Level> people;
  const auto add = [&people](const level::Level& level) {
    for (std::size_t i = 0; i < level.people(); ++i) {
      level::Level one = level.visit(i);
      one.visits.clear();
      if (one.intake.refer) continue;
      if (level.people() > 1) one.id += "/" + one.person.name;
      people.push_back(std::move(one));
    }
  };
  const Result<std::vector<level::Level>> named = levelsNamed(options.levels, folder.value());
  if (!named) return context.fail(named.error());
  for (const level::Level& level : named.value()) add(level);

  std::vector<Found> all(people.size());
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> finished{0};
  const auto work = [&](Progress* progress) {
    for (std::size_t i = next++; i < people.size(); i = next++) {
      const level::Level& one = people[i];
      Found& found = all[i];
      found.level = one.id;
      found.plan = Search(one).best(options.tries);
      found.expert = meanOf(one, one.plan, Hands::Expert, kJudgeSeed, kJudgeSeeds);
      found.perfect = meanOf(one, one.plan, Hands::Perfect, kJudgeSeed, kJudgeSeeds);
      found.found = meanOf(one, found.plan, Hands::Perfect, kJudgeSeed, kJudgeSeeds);
      const std::size_t count = ++finished;
      if (progress != nullptr) progress->done(count);
    }
  };
  std::vector<std::thread> helpers;
  for (unsigned i = 1; i < std::clamp(options.jobs, 1U, 64U); ++i) helpers.emplace_back(work, nullptr);
  Progress progress(context, "people", people.size());
  work(&progress);
  for (std::thread& helper : helpers) helper.join();

  double most = 0;
  std::string where;
  context.print(
      "uncapped points on seeds that were not searched on: the expert, its plan by perfect hands, what was found\n");
  for (const Found& found : all) {
    const double ratio = found.found / std::max(1.0, found.expert);
    context.print(formatted("%-28s %7.0f  %5.2f  %5.2f ", found.level.c_str(), found.expert,
                            found.perfect / std::max(1.0, found.expert), ratio));
    for (const auto& [technique, seconds] : found.plan)
      context.print(formatted(" %s %.0f", std::string(level::idOf(technique).substr(0, 5)).c_str(),
                              static_cast<double>(seconds)));
    context.print("\n");
    if (ratio > most) {
      most = ratio;
      where = found.level;
    }
  }
  context.print(formatted("%s  the best found beats the expert by at most 15 percent: %.2f on %s\n",
                          most <= 1.15 ? "ok  " : "MISS", most, where.c_str()));
  return kOk;
}

}  // namespace

void addSearch(const arguments::Command& study, Context& context) {
  auto options = std::make_shared<SearchOptions>();
  const arguments::Command command = study.add("search", "Look for plans that beat the expert's, without the caps");
  command.value("--levels", options->levels, "Ids or paths, separated by commas (default: all)").byCommas();
  command.value("--tries", options->tries, "Plans tried for each person (default 300)");
  command.value("--jobs", options->jobs, "People searched side by side (default 1)");
  command.does([&context, options] { context.command = [&context, options] { return search(context, *options); }; });
}

}  // namespace knead::cli
