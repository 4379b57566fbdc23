// knead-cli study learner: players who know nothing play the campaign in order and learn from its feedback alone. Says
// how many of their first choices are right as they go, on stories they never met, and in the quiz before and after;
// and whether the quiz tells a learner from one who only seems to learn.
#include <CLI/CLI.hpp>
#include <atomic>
#include <map>
#include <memory>
#include <thread>

#include "cli/report.hpp"
#include "cli/study/learner_model.hpp"
#include "cli/study/studies.hpp"
#include "cli/study/trials.hpp"
#include "daily/daily.hpp"
#include "learning/answers.hpp"
#include "learning/quiz.hpp"
#include "learning/quiz_plan.hpp"
#include "level/catalogue.hpp"

namespace knead::cli {
namespace {

using learning::Choice;
using level::Technique;

struct Options {
  std::string seeds = "1..20";
  unsigned jobs = 1;
  std::vector<std::string> minds;
};

constexpr int kPlays = 2;          // times through the campaign
constexpr std::size_t kLast = 10;  // people that the last share is over
// Its first choice gets the larger part of the session, the next best the rest.
constexpr float kFirstPart = 0.6F;

struct World {
  std::vector<level::Level> people;  // of the campaign in order, each alone
  std::vector<level::Level> others;  // people of today's back: stories that the campaign does not tell
  learning::QuizBank quiz;
  learning::EvidenceBook evidence;
};

// Shares of rights, 0..1, and rights in the quiz.
struct Curve {
  double storiesBefore = 0, storiesAfter = 0, storiesLater = 0;
  double halfAfter = 0, halfPractised = 0;  // of the second half of the stories, the first half then played
  std::array<double, kPlays> campaign{}, last{};
  std::map<std::string, double> chapters;  // first time through
  std::array<int, 3> pains{}, safety{};    // quiz before, after, later
};

Seen seenOf(const level::Level& one) { return {one.person.name, one.person.words, one.person.signs, one.seconds}; }

std::vector<Choice> everyAnswer() {
  std::vector<Choice> all;
  for (int a = 0; a < kAnswers; ++a) all.push_back(static_cast<Choice>(a));
  return all;
}

bool isRight(const level::Level& one, Choice said) {
  learning::Prediction prediction;
  prediction.refer = said == Choice::Refer;
  prediction.first = learning::techniqueOf(said);
  if (one.intake.refer || prediction.refer) return learning::isRight(one.intake, prediction, learning::Question::Refer);
  return learning::isRight(one.intake, prediction, learning::Question::First);
}

// One session with what was guessed, by an expert's hands: knowledge is measured, not skill.
double reliefBy(const level::Level& one, const std::vector<Technique>& used, std::uint64_t seed) {
  const auto plan = [&used](const level::Level& level) {
    const auto whole = static_cast<float>(level.seconds);
    return bots::Plan{{used[0], whole * kFirstPart}, {used[1], whole * (1.0F - kFirstPart)}};
  };
  const std::unique_ptr<bots::Bot> hand = bots::makeFollower(one, plan, bots::Hands::Expert, seed);
  return std::clamp(outcomeOf(one, *hand, seed).painDrop, -1.0, 1.0);
}

Told feedbackOn(const World& world, const level::Level& one, Choice said) {
  Told told;
  told.said = said;
  told.right = isRight(one, said);
  told.refer = one.intake.refer;
  for (const level::Why& why : one.intake.why) {
    const std::vector<Technique>& avoid = one.intake.avoid;
    const bool helps = std::find(avoid.begin(), avoid.end(), why.technique) == avoid.end();
    told.reasons.push_back({why.technique, helps, why.text});
  }
  told.pain = one.pain;
  const learning::PainPage& page = world.evidence.of(one.pain);
  told.page = page.looks + " " + page.best;
  told.stopSign = one.evidence.stopSign;
  return told;
}

double shareOf(std::span<const level::Level> people, Apprentice player) {  // a copy: asking teaches nothing
  const std::vector<Choice> all = everyAnswer();
  double right = 0;
  for (const level::Level& one : people) right += isRight(one, player.guess(seenOf(one), all)) ? 1 : 0;
  return right / static_cast<double>(people.size());
}
double shareOfStories(const World& world, const Apprentice& player) { return shareOf(world.others, player); }

void takeQuiz(const World& world, Apprentice player, learning::QuizKind kind, bool otherWayRound, Curve& curve) {
  learning::QuizResult result;
  for (const std::size_t item : world.quiz.of(learning::formOf(kind, otherWayRound))) {
    const learning::QuizItem& asked = world.quiz.items[item];
    result.answers.push_back(learning::answerOf(asked, player.guess({"", asked.story, {}, 0}, asked.options)));
  }
  curve.pains[static_cast<std::size_t>(kind)] = result.painsRight();
  curve.safety[static_cast<std::size_t>(kind)] = result.safetyRight();
}

// Guesses, treats, is told, learns. Whether the first choice was right.
bool meet(const World& world, const level::Level& one, Apprentice& player, std::uint64_t seed) {
  const Seen seen = seenOf(one);
  const Choice said = player.guess(seen, everyAnswer());
  Told told = feedbackOn(world, one, said);
  if (const auto first = learning::techniqueOf(said); first && !one.intake.refer) {
    told.used = {*first, player.second(seen, said)};
    told.relief = reliefBy(one, told.used, seed);
  }
  player.learn(seen, told);
  return told.right;
}

void playCampaign(const World& world, Apprentice& player, int time, std::uint64_t seed, Curve& curve) {
  std::map<std::string, std::pair<int, int>> chapters;
  std::vector<bool> rights;
  for (const level::Level& one : world.people) {
    rights.push_back(meet(world, one, player, seed));
    auto& [right, of] = chapters[one.chapter];
    right += rights.back() ? 1 : 0;
    ++of;
  }
  const auto share = [&rights](std::size_t from) {
    return static_cast<double>(std::count(rights.begin() + static_cast<std::ptrdiff_t>(from), rights.end(), true)) /
           static_cast<double>(rights.size() - from);
  };
  const auto play = static_cast<std::size_t>(time);
  curve.campaign[play] = share(0);
  curve.last[play] = share(rights.size() - std::min(kLast, rights.size()));
  if (time > 0) return;
  for (const auto& [chapter, count] : chapters)
    curve.chapters[chapter] = static_cast<double>(count.first) / static_cast<double>(count.second);
}

// A month of today's back after the campaign, and the other half of its stories before and after that.
void practiseHalf(const World& world, Apprentice player, std::uint64_t seed, Curve& curve) {
  const std::span<const level::Level> stories(world.others);
  const std::size_t half = stories.size() / 2;
  curve.halfAfter = shareOf(stories.subspan(half), player);
  for (const level::Level& one : stories.first(half)) (void)meet(world, one, player, seed);
  curve.halfPractised = shareOf(stories.subspan(half), player);
}

Curve curveOf(const World& world, Mind mind, std::uint64_t seed) {
  Curve curve;
  Apprentice player(mind, seed);
  const bool otherWayRound = seed % 2 == 1;
  curve.storiesBefore = shareOfStories(world, player);
  takeQuiz(world, player, learning::QuizKind::Before, otherWayRound, curve);
  playCampaign(world, player, 0, seed, curve);
  curve.storiesAfter = shareOfStories(world, player);
  takeQuiz(world, player, learning::QuizKind::After, otherWayRound, curve);
  practiseHalf(world, player, seed, curve);
  playCampaign(world, player, 1, seed, curve);
  curve.storiesLater = shareOfStories(world, player);
  takeQuiz(world, player, learning::QuizKind::Later, otherWayRound, curve);
  return curve;
}

Result<World> readWorld(const std::string& folder) {
  World world;
  const level::Catalogue catalogue = level::readCatalogue(folder);
  for (const Error& error : catalogue.errors) return error;
  for (const level::LevelEntry& entry : catalogue.levels) {
    for (std::size_t i = 0; i < entry.level.people(); ++i) {
      world.people.push_back(entry.level.visit(i));
      world.people.back().visits.clear();
    }
  }
  const std::string assets = folder + "/../assets";
  Result<daily::Material> material = daily::readMaterial(assets);
  if (!material) return material.error();
  for (std::size_t day = 0; day < material.value().stories.size(); ++day) {
    Result<level::Level> one = daily::levelOf(static_cast<int>(day), material.value());
    if (!one) return one.error();
    world.others.push_back(std::move(one).value());
  }
  Result<learning::QuizBank> quiz = learning::readQuiz(assets + "/quiz.json", material.value().book);
  if (!quiz) return quiz.error();
  world.quiz = std::move(quiz).value();
  world.evidence = material.value().evidence;
  return world;
}

struct Line {
  std::string key, text;
  std::function<double(const Curve&)> value;
  bool share = true;  // of one, else a count
};

std::vector<Line> linesOf(const Curve& any) {
  std::vector<Line> lines = {{"stories_before", "new stories, before", [](const Curve& c) { return c.storiesBefore; }}};
  for (const auto& [chapter, share] : any.chapters)
    lines.push_back({"chapter_" + chapter, "campaign, " + chapter,
                     [name = chapter](const Curve& c) { return c.chapters.at(name); }});
  lines.push_back({"campaign_first", "campaign, first time", [](const Curve& c) { return c.campaign[0]; }});
  lines.push_back({"last_ten_first", "  its last ten", [](const Curve& c) { return c.last[0]; }});
  lines.push_back({"stories_after", "new stories, after it", [](const Curve& c) { return c.storiesAfter; }});
  lines.push_back({"half_after", "  half of them", [](const Curve& c) { return c.halfAfter; }});
  lines.push_back({"half_practised", "  after playing the other half", [](const Curve& c) { return c.halfPractised; }});
  lines.push_back({"campaign_second", "campaign, second time", [](const Curve& c) { return c.campaign[1]; }});
  lines.push_back({"last_ten_second", "  its last ten", [](const Curve& c) { return c.last[1]; }});
  lines.push_back({"stories_later", "new stories, after that", [](const Curve& c) { return c.storiesLater; }});
  for (std::size_t k = 0; k < learning::kQuizKindIds.size(); ++k) {
    const std::string kind(learning::kQuizKindIds[k]);
    lines.push_back({"quiz_pains_" + kind, "quiz " + kind + ", of 9 pains",
                     [k](const Curve& c) { return static_cast<double>(c.pains[k]); }, false});
    lines.push_back({"quiz_stop_signs_" + kind, "quiz " + kind + ", of 3 stop signs",
                     [k](const Curve& c) { return static_cast<double>(c.safety[k]); }, false});
  }
  return lines;
}

std::vector<Curve> curvesOf(const World& world, Mind mind, const Seeds& seeds, unsigned jobs) {
  std::vector<Curve> curves(seeds.count);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < seeds.count; i = next++) curves[i] = curveOf(world, mind, seeds.first + i);
  };
  std::vector<std::thread> helpers;
  for (unsigned i = 1; i < std::clamp(jobs, 1U, 64U); ++i) helpers.emplace_back(work);
  work();
  for (std::thread& helper : helpers) helper.join();
  return curves;
}

int learner(const Context& context, const Options& options) {
  const Result<std::string> folder = context.levelsDir();
  if (!folder) return context.fail(folder.error());
  const Result<World> world = readWorld(folder.value());
  if (!world) return context.fail(world.error());
  const Seeds seeds = seedsFrom(options.seeds);
  Json all = Json::object();
  if (!context.json) {
    context.print(formatted("%zu people of the campaign, %zu other stories, %zu players of each kind\n",
                            world.value().people.size(), world.value().others.size(), seeds.count));
    context.print("share of right first choices: least / median / most\n");
  }
  for (std::size_t m = 0; m < kMindIds.size(); ++m) {
    const std::string mind(kMindIds[m]);
    if (!options.minds.empty() && std::find(options.minds.begin(), options.minds.end(), mind) == options.minds.end())
      continue;
    const std::vector<Curve> curves = curvesOf(world.value(), static_cast<Mind>(m), seeds, options.jobs);
    if (!context.json) context.print("\n" + mind + "\n");
    for (const Line& line : linesOf(curves.front())) {
      std::vector<double> values;
      for (const Curve& curve : curves) values.push_back(line.value(curve));
      const Spread spread = spreadOf(std::move(values));
      all[mind][line.key] = {
          {"least", rounded(spread.least)}, {"median", rounded(spread.median)}, {"most", rounded(spread.most)}};
      const double scale = line.share ? 100.0 : 1.0;
      if (!context.json)
        context.print(formatted("  %-30s %5.0f %5.0f %5.0f%s\n", line.text.c_str(), spread.least * scale,
                                spread.median * scale, spread.most * scale, line.share ? " %" : ""));
    }
  }
  if (context.json) context.printJson({{"seeds", {seeds.first, seeds.first + seeds.count - 1}}, {"learners", all}});
  return kOk;
}

}  // namespace

void addLearner(CLI::App& study, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      study.add_subcommand("learner", "Whether the campaign teaches: players who learn from its feedback");
  command->add_option("--seeds", options->seeds, "FROM..TO (default 1..20); one player of each kind a seed");
  command->add_option("--kinds", options->minds, "Of players, separated by commas (default: all)")
      ->delimiter(',')
      ->check(CLI::IsMember(std::vector<std::string>(kMindIds.begin(), kMindIds.end())));
  command->add_option("--jobs", options->jobs, "Players side by side (default 1)");
  command->add_flag("--json", context.json, "One JSON document");
  command->callback(
      [&context, options] { context.command = [&context, options] { return learner(context, *options); }; });
}

}  // namespace knead::cli
