// knead-cli balance: many bots on many levels with many seeds, summed up. A tool for tuning: it never changes a
// level. Sessions share nothing, so they may run side by side.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <thread>

#include "cli/commands.hpp"
#include "cli/play.hpp"
#include "cli/report.hpp"
#include "level/catalogue.hpp"

namespace knead::cli {
namespace {

struct Options {
  std::vector<std::string> levels, bots;
  std::string seeds = "1..5", device = "mouse";
  unsigned jobs = 1;
  bool reversed = false;
};

struct Outcome {
  int score = 0, stars = 0;
  sim::Ending ending = sim::Ending::Running;
  double painDrop = 0.0;
};

struct Row {
  const level::Level* level = nullptr;
  std::string bot;
  std::vector<Outcome> outcomes;  // by seed
};

std::pair<std::uint64_t, std::uint64_t> rangeFrom(const std::string& text) {
  const std::size_t dots = text.find("..");
  try {
    std::size_t used = 0;
    const std::string first = text.substr(0, dots);
    const std::uint64_t from = std::stoull(first, &used);
    if (used != first.size()) throw std::invalid_argument(text);
    if (dots == std::string::npos) return {from, from};
    const std::string second = text.substr(dots + 2);
    const std::uint64_t to = std::stoull(second, &used);
    if (used == second.size() && to >= from && to - from < 10000) return {from, to};
  } catch (const std::exception&) {
    // told below
  }
  throw UsageError{"--seeds: found \"" + text + "\", allowed: FROM..TO, at most 10000 seeds, for example 1..20"};
}

Outcome outcomeOf(const level::Level& level, const std::string& bot, bots::Device device, std::uint64_t seed) {
  sim::SessionSetup setup;
  setup.seed = seed;
  const std::unique_ptr<bots::Bot> player = bots::makeBot(bot, level, seed, device);
  if (!player) return {};
  setup.intake = player->intake();
  const sim::ScoreCard card = playBot(level, setup, *player).card;
  const double before = static_cast<double>(card.painBefore);
  return {card.score, card.stars, card.ending, before > 0.0 ? 1.0 - static_cast<double>(card.painAfter) / before : 0.0};
}

void playAll(const Context& context, std::vector<Row>& rows, bots::Device device, std::uint64_t firstSeed,
             std::size_t seeds, unsigned jobs) {
  const std::size_t total = rows.size() * seeds;
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> finished{0};
  const auto work = [&](Progress* progress) {
    for (std::size_t i = next++; i < total; i = next++) {
      Row& row = rows[i / seeds];
      row.outcomes[i % seeds] = outcomeOf(*row.level, row.bot, device, firstSeed + i % seeds);
      const std::size_t count = ++finished;
      if (progress != nullptr) progress->done(count);
    }
  };
  std::vector<std::thread> helpers;
  for (unsigned i = 1; i < jobs; ++i) helpers.emplace_back(work, nullptr);
  Progress progress(context, "sessions", total);
  work(&progress);
  for (std::thread& helper : helpers) helper.join();
}

struct Summary {
  int least = 0, median = 0, most = 0;
  std::array<int, 4> stars{};
  std::array<int, sim::kEndingIds.size()> endings{};
  double painDrop = 0.0;
};

Summary summaryOf(const Row& row) {
  Summary sum;
  std::vector<int> scores;
  for (const Outcome& outcome : row.outcomes) {
    scores.push_back(outcome.score);
    ++sum.stars[static_cast<std::size_t>(std::clamp(outcome.stars, 0, 3))];
    ++sum.endings[static_cast<std::size_t>(outcome.ending)];
    sum.painDrop += outcome.painDrop / static_cast<double>(row.outcomes.size());
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
  return {{"level", row.level->id},      {"bot", row.bot},
          {"runs", row.outcomes.size()}, {"score", {{"min", sum.least}, {"median", sum.median}, {"max", sum.most}}},
          {"stars", sum.stars},          {"pain_drop", rounded(sum.painDrop)},
          {"endings", endings}};
}

std::string rowText(const Row& row, const Summary& sum) {
  std::string out = formatted("%-24s %-8s %7d %7d %7d   %3d %3d %3d %3d   %5.0f %% ", row.level->id.c_str(),
                              row.bot.c_str(), sum.least, sum.median, sum.most, sum.stars[0], sum.stars[1],
                              sum.stars[2], sum.stars[3], sum.painDrop * 100.0);
  for (std::size_t i = 0; i < sum.endings.size(); ++i) {
    if (sum.endings[i] > 0) out += formatted(" %s %d", std::string(sim::kEndingIds[i]).c_str(), sum.endings[i]);
  }
  return out + "\n";
}

int balance(const Context& context, const Options& options) {
  const auto [first, last] = rangeFrom(options.seeds);
  const Result<std::string> folder = context.levelsDir();
  if (!folder) return context.fail(folder.error());
  std::vector<level::Level> levels;
  if (options.levels.empty()) {
    level::Catalogue catalogue = level::readCatalogue(folder.value());
    for (const Error& error : catalogue.errors) context.note("knead-cli: " + error.text() + "\n");
    for (level::LevelEntry& entry : catalogue.levels) levels.push_back(std::move(entry.level));
  }
  for (const std::string& id : options.levels) {
    Result<level::Level> level = level::findLevel(id, folder.value());
    if (!level) return context.fail(level.error());
    levels.push_back(std::move(level).value());
  }
  if (levels.empty()) return context.fail({folder.value(), "", "holds no level that can be read"});
  if (options.reversed) {
    for (level::Level& level : levels) std::reverse(level.plan.begin(), level.plan.end());
  }

  std::vector<std::string> names = options.bots;
  if (names.empty()) names.assign(bots::botNames().begin(), bots::botNames().end());
  for (const std::string& name : names) {
    const auto bot = botNamed(name, levels.front(), first);
    if (!bot) throw UsageError{bot.error().text()};
  }
  const auto seeds = static_cast<std::size_t>(last - first + 1);
  std::vector<Row> rows;
  for (const level::Level& level : levels) {
    for (const std::string& name : names) rows.push_back({&level, name, std::vector<Outcome>(seeds)});
  }
  playAll(context, rows, deviceNamed(options.device), first, seeds, std::clamp(options.jobs, 1U, 64U));

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
  if (context.json) context.printJson({{"rules", sim::kRulesVersion}, {"seeds", {first, last}}, {"balance", list}});
  return kOk;
}

}  // namespace

void addBalance(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("balance", "Let bots play levels with many seeds and sum it up");
  command->add_option("--levels", options->levels, "Ids or paths, separated by commas (default: all)")->delimiter(',');
  command->add_option("--bots", options->bots, "Names, separated by commas (default: all)")->delimiter(',');
  command->add_option("--seeds", options->seeds, "FROM..TO (default 1..5)");
  command->add_option("--jobs", options->jobs, "Sessions side by side (default 1)");
  command->add_option("--device", options->device, "What the expert, the novice and the wrong one play with")
      ->check(CLI::IsMember(std::vector<std::string>(bots::kDeviceIds.begin(), bots::kDeviceIds.end())));
  command->add_flag("--reversed", options->reversed, "Plans played backwards, to see whether order pays");
  command->add_flag("--json", context.json, "One JSON document");
  command->callback(
      [&context, options] { context.command = [&context, options] { return balance(context, *options); }; });
}

}  // namespace knead::cli
