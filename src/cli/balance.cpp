// knead-cli balance: many bots on many levels with many seeds, summed up. A tool for tuning: it never changes a
// level. Sessions share nothing, so they may run side by side.
#include <algorithm>
#include <array>
#include <memory>

#include "cli/commands.hpp"
#include "cli/play.hpp"
#include "cli/report.hpp"
#include "cli/study/trials.hpp"

namespace knead::cli {
namespace {

struct BalanceOptions {
  std::vector<std::string> levels, bots;
  std::string seeds = "1..5", device = "mouse";
  unsigned jobs = 1;
  bool reversed = false;
};

// One bot on one level.
struct Row {
  std::string bot;
  Trial trial;
};

struct Summary {
  int least = 0, median = 0, most = 0;
  std::array<int, 4> stars{};
  std::array<int, sim::kEndingIds.size()> endings{};
  double painDrop = 0.0;
};

Summary summaryOf(const Row& row) {
  Summary sum;
  std::vector<int> scores;
  for (const Outcome& outcome : row.trial.outcomes) {
    scores.push_back(outcome.score);
    ++sum.stars[static_cast<std::size_t>(std::clamp(outcome.stars, 0, 3))];
    ++sum.endings[static_cast<std::size_t>(outcome.ending)];
    sum.painDrop += outcome.painDrop / static_cast<double>(row.trial.outcomes.size());
  }
  std::sort(scores.begin(), scores.end());
  sum.least = scores.front();
  sum.median = scores[scores.size() / 2];
  sum.most = scores.back();
  return sum;
}

Json rowJson(const Row& row, const Summary& sum) {
  Json endings = Json::object();
  for (std::size_t i = 0; i < sum.endings.size(); ++i) {
    if (sum.endings[i] > 0) endings[std::string(sim::kEndingIds[i])] = sum.endings[i];
  }
  return {{"level", row.trial.level->id},
          {"bot", row.bot},
          {"runs", row.trial.outcomes.size()},
          {"score", {{"min", sum.least}, {"median", sum.median}, {"max", sum.most}}},
          {"stars", sum.stars},
          {"pain_drop", rounded(sum.painDrop)},
          {"endings", endings}};
}

std::string rowText(const Row& row, const Summary& sum) {
  std::string out = formatted("%-24s %-8s %7d %7d %7d   %3d %3d %3d %3d   %5.0f %% ", row.trial.level->id.c_str(),
                              row.bot.c_str(), sum.least, sum.median, sum.most, sum.stars[0], sum.stars[1],
                              sum.stars[2], sum.stars[3], sum.painDrop * 100.0);
  for (std::size_t i = 0; i < sum.endings.size(); ++i) {
    if (sum.endings[i] > 0) out += formatted(" %s %d", std::string(sim::kEndingIds[i]).c_str(), sum.endings[i]);
  }
  return out + "\n";
}

int balance(const Context& context, const BalanceOptions& options) {
  const Seeds seeds = seedsFrom(options.seeds);
  const Result<std::string> folder = context.levelsDir();
  if (!folder) return context.fail(folder.error());
  Result<std::vector<level::Level>> named = levelsNamed(options.levels, folder.value());
  if (!named) return context.fail(named.error());
  std::vector<level::Level>& levels = named.value();
  if (options.reversed) {
    for (level::Level& level : levels) std::reverse(level.plan.begin(), level.plan.end());
  }

  std::vector<std::string> names = options.bots;
  if (names.empty()) names.assign(bots::botNames().begin(), bots::botNames().end());
  for (const std::string& name : names) {
    const auto bot = botNamed(name, levels.front(), seeds.first);
    if (!bot) throw UsageError{bot.error().text()};
  }
  const bots::Device device = deviceNamed(options.device);
  std::vector<Trial> trials;
  for (const level::Level& level : levels) {
    for (const std::string& name : names)
      trials.push_back({&level,
                        [name, device](const level::Level& one, std::uint64_t seed) {
                          return bots::makeBot(name, one, seed, device);
                        },
                        {}});
  }
  playTrials(context, trials, seeds, options.jobs);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < trials.size(); ++i) rows.push_back({names[i % names.size()], std::move(trials[i])});

  Json list = Json::array();
  if (!context.json) {
    context.print(formatted("%-24s %-8s %7s %7s %7s   %3s %3s %3s %3s   %7s  endings\n", "level", "bot", "min",
                            "median", "max", "0*", "1*", "2*", "3*", "relief"));
  }
  for (const Row& row : rows) {
    const Summary sum = summaryOf(row);
    if (context.json) {
      list.push_back(rowJson(row, sum));
    } else {
      context.print(rowText(row, sum));
    }
  }
  if (context.json)
    context.printJson(
        {{"rules", sim::kRulesVersion}, {"seeds", {seeds.first, seeds.first + seeds.count - 1}}, {"balance", list}});
  return kOk;
}

}  // namespace

void addBalance(const arguments::Command& app, Context& context) {
  auto options = std::make_shared<BalanceOptions>();
  const arguments::Command command = app.add("balance", "Let bots play levels with many seeds and sum it up");
  command.value("--levels", options->levels, "Ids or paths, separated by commas (default: all)").byCommas();
  command.value("--bots", options->bots, "Names, separated by commas (default: all)").byCommas();
  command.value("--seeds", options->seeds, "FROM..TO (default 1..5)");
  command.value("--jobs", options->jobs, "Sessions side by side (default 1)");
  command.value("--device", options->device, "What the expert, the novice and the wrong one play with")
      .among(std::vector<std::string>(bots::kDeviceIds.begin(), bots::kDeviceIds.end()));
  command.flag("--reversed", options->reversed, "Plans played backwards, to see whether order pays");
  command.flag("--json", context.json, "One JSON document");
  command.does([&context, options] { context.command = [&context, options] { return balance(context, *options); }; });
}

}  // namespace knead::cli
