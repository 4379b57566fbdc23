// knead-cli daily: today's back. Prints the level of a day, or generates many days, plays them with bots and tells
// whether each can be won, whether two are alike, and how the rules spread over pains and stories.
#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <memory>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "cli/study/trials.hpp"
#include "core/date.hpp"
#include "daily/daily.hpp"

namespace knead::cli {
namespace {

struct DailyOptions {
  std::string day, from;
  int check = 0;
  int seeds = 1;
  unsigned jobs = 1;
};

constexpr std::array<const char*, 3> kBots = {"expert", "novice", "wrong"};

// The clock's day, UTC.
int today() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(now).count() / 24);
}

int dayFrom(const std::string& option, const std::string& text) {
  if (text.empty()) return today();
  if (const auto day = dayOf(text)) return *day;
  throw UsageError{option + ": found \"" + text + "\", allowed: a date like 2026-11-23, from 1970 to 9999"};
}

// What makes two days alike: the file without what only names the day and the person.
std::string stateText(const std::string& levelText) {
  Json file = Json::parse(levelText, nullptr, false);
  for (const char* key : {"id", "number", "lesson"}) file.erase(key);
  file["person"].erase("name");
  return file.dump();
}

int show(const Context& context, int day, const daily::Material& material) {
  const Result<level::Level> level = daily::levelOf(day, material);
  if (!level) return context.fail(level.error());
  const std::string text = daily::levelText(day, material);
  if (context.json) {
    context.print(text);
    return kOk;
  }
  const level::Level& one = level.value();
  context.print(one.title + " (" + one.id + ")\n" + one.person.name + ", " + one.person.role + "\n\"" +
                one.person.words + "\"\n");
  for (const std::string& sign : one.person.signs) context.print("  - " + sign + "\n");
  context.print(formatted("%d s, %zu knots, hash %s\n", one.seconds, one.knots.size(), hexText(one.hash).c_str()));
  return kOk;
}

struct Tally {
  std::array<std::array<int, 4>, kBots.size()> stars{};
  std::array<int, kBots.size()> least{};  // score; of days that are played
  bool played = false;
};

void add(Tally& tally, std::size_t bot, const Outcome& outcome) {
  ++tally.stars[bot][static_cast<std::size_t>(std::clamp(outcome.stars, 0, 3))];
  tally.least[bot] = tally.played || bot > 0 ? std::min(tally.least[bot], outcome.score) : outcome.score;
}

// How near a run is to its lines: what is left over, smallest first.
Json dayJson(const level::Level& level, const daily::Story& story, const Trial* trials) {
  Json bots = Json::object();
  for (std::size_t b = 0; b < kBots.size(); ++b) {
    int fewest = 3;
    int most = 0;
    std::vector<double> scores;
    std::vector<double> drops;
    std::vector<double> leads;
    int harm = 0;
    for (const Outcome& outcome : trials[b].outcomes) {
      const sim::ScoreCard& card = outcome.card;
      fewest = std::min(fewest, outcome.stars);
      most = std::max(most, outcome.stars);
      scores.push_back(outcome.score);
      drops.push_back(outcome.painDrop);
      harm = std::max(harm, card.harm);
      const std::array<float, 4> reliefs = {card.circulation, card.endorphins, card.tension, card.heat};
      leads.push_back(static_cast<double>(reliefs[static_cast<std::size_t>(level.lead)]));
    }
    const sim::ScoreCard& card = trials[b].outcomes.front().card;
    bots[kBots[b]] = {{"stars", {fewest, most}},
                      {"score", spreadOf(scores).least},
                      {"pain_drop", {rounded(spreadOf(drops).least), rounded(spreadOf(drops).most)}},
                      {"lead", {rounded(spreadOf(leads).least), rounded(spreadOf(leads).most)}},
                      {"harm", harm},
                      {"relief",
                       {rounded(card.circulation), rounded(card.endorphins), rounded(card.tension), rounded(card.heat),
                        rounded(card.posture)}}};
    Json knots = Json::array();
    for (const auto& knot : card.knots) knots.push_back(rounded(knot.tightness));
    bots[kBots[b]]["knots"] = knots;
  }
  std::string plan;
  for (const auto& [technique, seconds] : level.plan)
    plan += (plan.empty() ? "" : " ") + std::string(level::idOf(technique)) +
            formatted(" %.0f", static_cast<double>(seconds));
  return {{"day", level.id},
          {"plan", plan},
          {"story", story.id},
          {"pain", level::idOf(level.pain)},
          {"place", daily::idOf(story.place)},
          {"refer", level.intake.refer},
          {"seconds", level.seconds},
          {"hash", hexText(level.hash)},
          {"bots", bots}};
}

class Check {
 public:
  Check(const Context& context, const DailyOptions& options, const daily::Material& material)
      : m_context(context), m_options(options), m_material(material), m_first(dayFrom("--from", options.from)) {}

  int run() {
    makeLevels();
    playLevels();
    for (std::size_t i = 0; i < m_levels.size(); ++i) count(i);
    tell();
    return m_failures.empty() ? kOk : kFailedCheck;
  }

 private:
  void fail(int day, std::string what) { m_failures.push_back({daily::idOf(day), "", std::move(what)}); }

  void makeLevels() {
    std::map<std::uint64_t, int> hashes;
    std::map<std::string, int> states;
    for (int day = m_first; day < m_first + m_options.check; ++day) {
      Result<level::Level> level = daily::levelOf(day, m_material);
      if (!level) {
        m_failures.push_back(level.error());
        continue;
      }
      const auto [sameHash, newHash] = hashes.emplace(level.value().hash, day);
      if (!newHash) fail(day, "has the hash of " + daily::idOf(sameHash->second));
      const auto [sameState, newState] = states.emplace(stateText(daily::levelText(day, m_material)), day);
      if (!newState) fail(day, "is the same back as " + daily::idOf(sameState->second));
      if (!m_levels.empty() && m_days.back() + 1 == day && m_levels.back().pain == level.value().pain)
        fail(day, "has the pain of the day before");
      m_days.push_back(day);
      m_levels.push_back(std::move(level).value());
    }
  }

  void playLevels() {
    for (const level::Level& level : m_levels) {
      for (const char* who : kBots)
        m_trials.push_back(
            {&level, [who](const level::Level& one, std::uint64_t seed) { return bots::makeBot(who, one, seed); }, {}});
    }
    playTrials(m_context, m_trials, {1, static_cast<std::size_t>(m_options.seeds)}, m_options.jobs);
  }

  // How far the expert is beyond the third star's line and the lead goal, of all that is treated.
  void measureRoom(const level::Level& level, const Outcome& outcome) {
    if (level.intake.refer) return;
    const sim::ScoreCard& card = outcome.card;
    const std::array<float, 4> reliefs = {card.circulation, card.endorphins, card.tension, card.heat};
    const float lead = reliefs[static_cast<std::size_t>(level.lead)] - level.leadGoal;
    m_painRoom = std::min(m_painRoom, outcome.painDrop - static_cast<double>(level.stars.three));
    m_leadRoom = std::min(m_leadRoom, static_cast<double>(lead));
  }

  void count(std::size_t i) {
    const level::Level& level = m_levels[i];
    const daily::Story& story = daily::storyOf(m_days[i], m_material);
    ++m_stories[story.id];
    ++m_pains[std::string(level::idOf(level.pain))];
    m_referrals += level.intake.refer ? 1 : 0;
    Tally& kind = m_kinds[level.intake.refer ? "(refer)" : std::string(level::idOf(level.pain))];
    for (std::size_t b = 0; b < kBots.size(); ++b) {
      for (const Outcome& outcome : m_trials[i * kBots.size() + b].outcomes) {
        add(m_all, b, outcome);
        add(kind, b, outcome);
        if (b == 0) m_all.played = kind.played = true;
        if (b == 0) measureRoom(level, outcome);
        if (b == 0 && outcome.stars < 3)
          fail(m_days[i], formatted("the expert gets %d stars (%s, %s, pain %.0f %% lower, %d points of harm)",
                                    outcome.stars, story.id.c_str(), std::string(daily::idOf(story.place)).c_str(),
                                    outcome.painDrop * 100.0, outcome.card.harm));
        if (b == 2 && outcome.stars > 1)
          fail(m_days[i], formatted("the wrong techniques get %d stars (%s)", outcome.stars, story.id.c_str()));
      }
    }
    m_list.push_back(dayJson(level, story, &m_trials[i * kBots.size()]));
  }

  static Json tallyJson(const Tally& tally) {
    Json out = Json::object();
    for (std::size_t b = 0; b < kBots.size(); ++b)
      out[kBots[b]] = {{"stars", tally.stars[b]}, {"least_score", tally.least[b]}};
    return out;
  }
  void tellTally(const std::string& name, const Tally& tally) const {
    m_context.print(formatted("%-18s", name.c_str()));
    for (std::size_t b = 0; b < kBots.size(); ++b) {
      const std::array<int, 4>& stars = tally.stars[b];
      m_context.print(
          formatted("  %4d %4d %4d %4d %8s", stars[0], stars[1], stars[2], stars[3], grouped(tally.least[b]).c_str()));
    }
    m_context.print("\n");
  }

  void tell() const {
    if (m_context.json) {
      Json kinds = Json::object();
      for (const auto& [name, tally] : m_kinds) kinds[name] = tallyJson(tally);
      Json failures = Json::array();
      for (const Error& error : m_failures) failures.push_back(errorJson(error));
      m_context.printJson({{"ok", m_failures.empty()},
                           {"rules", sim::kRulesVersion},
                           {"from", dateOf(m_first)},
                           {"days", m_options.check},
                           {"seeds", m_options.seeds},
                           {"all", tallyJson(m_all)},
                           {"kinds", kinds},
                           {"expert_room", {{"pain_drop", rounded(m_painRoom)}, {"lead", rounded(m_leadRoom)}}},
                           {"pains", m_pains},
                           {"stories", m_stories},
                           {"failures", failures},
                           {"list", m_list}});
      return;
    }
    m_context.print(formatted("%d days from %s, %d seeds; stars 0 1 2 3 and least score\n", m_options.check,
                              dateOf(m_first).c_str(), m_options.seeds));
    m_context.print(formatted("%-18s  %-28s  %-28s  %-28s\n", "", "expert", "novice", "wrong"));
    tellTally("all", m_all);
    for (const auto& [name, tally] : m_kinds) tellTally(name, tally);
    m_context.print("\ndays of each pain:");
    for (const auto& [pain, days] : m_pains) m_context.print(formatted("  %s %d", pain.c_str(), days));
    int fewest = m_options.check;
    int most = 0;
    for (const auto& [story, days] : m_stories) {
      fewest = std::min(fewest, days);
      most = std::max(most, days);
    }
    m_context.print(formatted("\n%zu stories, each %d to %d times; %d days of a stop sign\n", m_stories.size(), fewest,
                              most, m_referrals));
    m_context.print(
        formatted("the expert is beyond the third star's line by at least %.3f of the pain, and beyond the "
                  "lead goal by %.3f\n",
                  m_painRoom, m_leadRoom));
    for (const Error& error : m_failures) m_context.print(error.text() + "\n");
    m_context.print(m_failures.empty() ? "nothing wrong\n" : formatted("%zu failures\n", m_failures.size()));
  }

  const Context& m_context;
  const DailyOptions& m_options;
  const daily::Material& m_material;
  int m_first;
  std::vector<int> m_days;
  std::vector<level::Level> m_levels;
  std::vector<Trial> m_trials;
  std::vector<Error> m_failures;
  Tally m_all;
  std::map<std::string, Tally> m_kinds;
  std::map<std::string, int> m_pains, m_stories;
  int m_referrals = 0;
  double m_painRoom = 1.0, m_leadRoom = 1.0;
  Json m_list = Json::array();
};

int dailyBack(const Context& context, const DailyOptions& options) {
  const Result<std::string> folder = context.levelsDir();
  if (!folder) return context.fail(folder.error());
  const Result<daily::Material> material = daily::readMaterial(folder.value() + "/../assets");
  if (!material) return context.fail(material.error());
  if (options.check == 0) return show(context, dayFrom("--day", options.day), material.value());
  return Check(context, options, material.value()).run();
}

}  // namespace

void addDaily(const arguments::Command& app, Context& context) {
  auto options = std::make_shared<DailyOptions>();
  const arguments::Command command = app.add("daily", "Today's back: the level of a day, or a check of many days");
  const arguments::Option day = command.value("--day", options->day, "A date like 2026-11-23 (default: today, UTC)");
  const arguments::Option check =
      command.value("--check", options->check, "Generate and play so many days").within(1, 4000).excludes(day);
  command.value("--from", options->from, "First day of the check (default: today, UTC)").needs(check);
  command.value("--seeds", options->seeds, "Sessions of each bot a day (default 1)").within(1, 1000).needs(check);
  command.value("--jobs", options->jobs, "Sessions side by side (default 1)").needs(check);
  command.flag("--json", context.json, "The level as a file, or the check as one JSON document");
  command.does([&context, options] { context.command = [&context, options] { return dailyBack(context, *options); }; });
}

}  // namespace knead::cli
