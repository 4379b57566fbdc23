// knead-cli study goals: what the expert and the novice reach on each person of each level: relief of the mechanisms
// and drop of the pain. Whoever sets goals and star lines starts from here; nothing is written.
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "cli/report.hpp"
#include "cli/study/studies.hpp"
#include "cli/study/trials.hpp"

namespace knead::cli {
namespace {

struct GoalsOptions {
  std::vector<std::string> levels;
  std::string seeds = "1..10";
  unsigned jobs = 1;
};

Json spreadJson(const Spread& s) {
  return {{"least", rounded(s.least)}, {"median", rounded(s.median)}, {"most", rounded(s.most)}};
}

Json reachedBy(const Trial& trial, std::size_t person) {
  const auto over = [&](auto value) {
    std::vector<double> values;
    for (const Outcome& outcome : trial.outcomes) {
      const sim::ScoreCard& card = outcome.card.visits.empty() ? outcome.card : outcome.card.visits[person];
      values.push_back(static_cast<double>(value(card)));
    }
    return spreadJson(spreadOf(std::move(values)));
  };
  return {{"circulation", over([](const sim::ScoreCard& c) { return c.circulation; })},
          {"endorphins", over([](const sim::ScoreCard& c) { return c.endorphins; })},
          {"tension", over([](const sim::ScoreCard& c) { return c.tension; })},
          {"heat", over([](const sim::ScoreCard& c) { return c.heat; })},
          {"posture", over([](const sim::ScoreCard& c) { return c.posture; })},
          {"pain_drop",
           over([](const sim::ScoreCard& c) { return c.painBefore > 0 ? 1.0F - c.painAfter / c.painBefore : 0.0F; })},
          {"pain_before", over([](const sim::ScoreCard& c) { return c.painBefore; })},
          {"harm", over([](const sim::ScoreCard& c) { return c.harm; })},
          {"score", over([](const sim::ScoreCard& c) { return c.score; })},
          {"stars", over([](const sim::ScoreCard& c) { return c.stars; })}};
}

// For people: the least and the middle of each, which is what goals and lines are set by.
std::string tableOf(const std::vector<level::Level>& levels, const Json& all) {
  constexpr std::array<const char*, 6> kColumns = {"circulation", "endorphins", "tension",
                                                   "heat",        "posture",    "pain_drop"};
  std::string text = formatted("%-30s %-8s", "least/middle", "");
  for (const char* column : kColumns) text += formatted(" %11s", column);
  text += formatted(" %15s %s\n", "score", "stars");
  for (const Json& one : all) {
    const std::string id = one.at("level").get<std::string>();
    const auto person = one.at("person").get<std::size_t>();
    const auto level = std::find_if(levels.begin(), levels.end(), [&](const level::Level& l) { return l.id == id; });
    const std::string name = level->people() > 1 ? id + "/" + level->visit(person).person.name : id;
    for (const char* who : {"expert", "novice"}) {
      const Json& reached = one.at(who);
      text += formatted("%-30s %-8s", who == std::string("expert") ? name.c_str() : "", who);
      for (const char* column : kColumns)
        text += formatted("   %4.2f/%4.2f", reached.at(column).at("least").get<double>(),
                          reached.at(column).at("median").get<double>());
      const auto points = [&](const char* which) {
        return grouped(std::lround(reached.at("score").at(which).get<double>()));
      };
      text += formatted(" %7s/%7s %.0f/%.0f\n", points("least").c_str(), points("median").c_str(),
                        reached.at("stars").at("least").get<double>(), reached.at("stars").at("median").get<double>());
    }
  }
  return text + "A goal a little under the expert's least lets skill pay; a star line stands between the two.\n";
}

int goals(const Context& context, const GoalsOptions& options) {
  const Result<std::string> folder = context.levelsDir();
  if (!folder) return context.fail(folder.error());
  const Result<std::vector<level::Level>> named = levelsNamed(options.levels, folder.value());
  if (!named) return context.fail(named.error());
  const std::vector<level::Level>& levels = named.value();
  std::vector<Trial> trials;
  for (const level::Level& level : levels)
    for (const char* who : {"expert", "novice"})
      trials.push_back(
          {&level, [who](const level::Level& one, std::uint64_t seed) { return bots::makeBot(who, one, seed); }, {}});
  playTrials(context, trials, seedsFrom(options.seeds), options.jobs);
  Json all = Json::array();
  for (std::size_t l = 0; l < levels.size(); ++l) {
    for (std::size_t p = 0; p < levels[l].people(); ++p)
      all.push_back({{"level", levels[l].id},
                     {"person", p},
                     {"expert", reachedBy(trials[2 * l], p)},
                     {"novice", reachedBy(trials[2 * l + 1], p)}});
  }
  if (context.json)
    context.printJson({{"rules", sim::kRulesVersion}, {"reached", all}});
  else
    context.print(tableOf(levels, all));
  return kOk;
}

}  // namespace

void addGoals(const arguments::Command& study, Context& context) {
  auto options = std::make_shared<GoalsOptions>();
  const arguments::Command command = study.add("goals", "What the expert and the novice reach, for setting goals");
  command.value("--levels", options->levels, "Ids or paths, separated by commas (default: all)").byCommas();
  command.value("--seeds", options->seeds, "FROM..TO (default 1..10)");
  command.flag("--json", context.json, "One JSON document");
  command.value("--jobs", options->jobs, "Sessions side by side (default 1)");
  command.does([&context, options] { context.command = [&context, options] { return goals(context, *options); }; });
}

}  // namespace knead::cli
