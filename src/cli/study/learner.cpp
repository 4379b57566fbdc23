// knead-cli study learner: players who know nothing play the campaign in order and learn from its feedback alone. Says
// how many of their first choices are right as they go, on stories they never met, and in the quiz before and after;
// and whether the quiz tells a learner from one who only seems to learn.
#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <thread>

#include "cli/report.hpp"
#include "cli/study/learner_days.hpp"
#include "cli/study/learner_world.hpp"
#include "cli/study/studies.hpp"
#include "cli/study/trials.hpp"
#include "learning/quiz_plan.hpp"

namespace knead::cli {
namespace {

using learning::Choice;

struct LearnerOptions {
  std::string seeds = "1..20";
  unsigned jobs = 1;
  std::vector<std::string> minds;
};

constexpr int kPlays = 2;          // times through the campaign
constexpr std::size_t kLast = 10;  // people that the last share is over

// Which stories are kept back, so that they are new when it is asked what was learnt: every second of the file, from
// the first on or from the second.
constexpr std::array<std::size_t, 2> kKeptBack = {0, 1};
using Halves = std::array<double, kKeptBack.size()>;

// Shares of rights, 0..1, and rights in the quiz.
struct Curve {
  double storiesBefore = 0, storiesAfter = 0, storiesLater = 0;
  std::array<double, kPlays> campaign{}, last{};
  std::map<std::string, double> chapters;  // first time through
  std::array<int, 3> pains{}, safety{};    // quiz before, after, later
  // Of the stories kept back: after the campaign alone, with its reviews, and with today's back as well.
  Halves keptAlone{}, keptReviews{}, keptDaily{};
  Halves reviewAnswers{}, reviewPains{};  // answers in reviews, and the quiz after them
};

// Of every `step`-th story from one on. The player is a copy: asking teaches nothing.
double shareOf(const World& world, std::size_t from, std::size_t step, Apprentice player) {
  const std::vector<Choice> all = everyAnswer();
  double right = 0, of = 0;
  for (std::size_t i = from; i < world.others.size(); i += step, ++of)
    right += isRight(world.others[i], player.guess(seenOf(world.others[i]), all)) ? 1 : 0;
  return right / of;
}
double shareOfStories(const World& world, const Apprentice& player) { return shareOf(world, 0, 1, player); }
double shareOfKept(const World& world, std::size_t kept, const Apprentice& player) {
  return shareOf(world, kept, kKeptBack.size(), player);
}

learning::QuizResult takeQuiz(const World& world, Apprentice player, learning::QuizKind kind, bool otherWayRound) {
  learning::QuizResult result;
  for (const std::size_t item : world.quiz.of(learning::formOf(kind, otherWayRound))) {
    const learning::QuizItem& asked = world.quiz.items[item];
    result.answers.push_back(learning::answerOf(asked, player.guess({"", "", asked.story, {}, 0}, asked.options)));
  }
  return result;
}

void playCampaign(const World& world, Apprentice& player, int time, ExpertHands& hands, Curve& curve) {
  std::map<std::string, std::pair<int, int>> chapters;
  std::vector<bool> rights;
  for (const level::Level& one : world.people) {
    rights.push_back(isRight(one, meet(world, one, player, hands)));
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

// Players begin on days of their own, so that they meet other stories.
int firstDayOf(std::uint64_t seed) {
  constexpr int kFrom = 20780, kWithin = 384;  // some day, and until every form of today's back was told
  return kFrom + static_cast<int>(Random(seed, 78).below(kWithin));
}

void playAsOffered(const World& world, Mind mind, std::uint64_t seed, ExpertHands& hands, Curve& curve) {
  for (const std::size_t kept : kKeptBack) {
    for (const bool todaysBack : {false, true}) {
      Apprentice player(mind, seed);
      Days days(
          world, [kept](std::size_t story) { return story % kKeptBack.size() == kept; }, todaysBack, hands);
      days.play(player, firstDayOf(seed));
      (todaysBack ? curve.keptDaily : curve.keptReviews)[kept] = shareOfKept(world, kept, player);
      if (todaysBack) continue;
      curve.reviewAnswers[kept] = days.answers();
      curve.reviewPains[kept] = takeQuiz(world, player, learning::QuizKind::After, seed % 2 == 1).painsRight();
    }
  }
}

Curve curveOf(const World& world, Mind mind, std::uint64_t seed) {
  Curve curve;
  Apprentice player(mind, seed);
  ExpertHands hands(seed);
  const auto quiz = [&](learning::QuizKind kind) {
    const learning::QuizResult result = takeQuiz(world, player, kind, seed % 2 == 1);
    curve.pains[static_cast<std::size_t>(kind)] = result.painsRight();
    curve.safety[static_cast<std::size_t>(kind)] = result.safetyRight();
  };
  curve.storiesBefore = shareOfStories(world, player);
  quiz(learning::QuizKind::Before);
  playCampaign(world, player, 0, hands, curve);
  curve.storiesAfter = shareOfStories(world, player);
  for (const std::size_t kept : kKeptBack) curve.keptAlone[kept] = shareOfKept(world, kept, player);
  quiz(learning::QuizKind::After);
  playCampaign(world, player, 1, hands, curve);
  curve.storiesLater = shareOfStories(world, player);
  quiz(learning::QuizKind::Later);
  playAsOffered(world, mind, seed, hands, curve);
  return curve;
}

struct Line {
  std::string key, text;
  std::function<double(const Curve&)> value;
  bool share = true;  // of one, else a count
};

void addKept(std::vector<Line>& lines) {
  const auto mean = [](Halves Curve::*halves) {
    return [halves](const Curve& c) { return ((c.*halves)[0] + (c.*halves)[1]) / 2; };
  };
  const auto add = [&](const std::string& key, const std::string& text, Halves Curve::*halves) {
    lines.push_back({key, text, mean(halves)});
    for (const std::size_t kept : kKeptBack)
      lines.push_back({key + (kept == 0 ? "_first" : "_second"), kept == 0 ? "  the first half" : "  the second half",
                       [halves, kept](const Curve& c) { return (c.*halves)[kept]; }});
  };
  add("kept_alone", "kept back, campaign alone", &Curve::keptAlone);
  add("kept_reviews", "kept back, with reviews", &Curve::keptReviews);
  add("kept_daily", "kept back, and today's back", &Curve::keptDaily);
  lines.push_back({"review_answers", "answers in reviews", mean(&Curve::reviewAnswers), false});
  lines.push_back({"quiz_pains_reviews", "quiz after, with reviews, of 9", mean(&Curve::reviewPains), false});
}

std::vector<Line> linesOf(const Curve& any) {
  std::vector<Line> lines = {{"stories_before", "new stories, before", [](const Curve& c) { return c.storiesBefore; }}};
  for (const auto& [chapter, share] : any.chapters)
    lines.push_back({"chapter_" + chapter, "campaign, " + chapter,
                     [name = chapter](const Curve& c) { return c.chapters.at(name); }});
  lines.push_back({"campaign_first", "campaign, first time", [](const Curve& c) { return c.campaign[0]; }});
  lines.push_back({"last_ten_first", "  its last ten", [](const Curve& c) { return c.last[0]; }});
  lines.push_back({"stories_after", "new stories, after it", [](const Curve& c) { return c.storiesAfter; }});
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
  addKept(lines);
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

int learner(const Context& context, const LearnerOptions& options) {
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
      values.reserve(curves.size());
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

void addLearner(const arguments::Command& study, Context& context) {
  auto options = std::make_shared<LearnerOptions>();
  const arguments::Command command =
      study.add("learner", "Whether the campaign teaches: players who learn from its feedback");
  command.value("--seeds", options->seeds, "FROM..TO (default 1..20); one player of each kind a seed");
  command.value("--kinds", options->minds, "Of players, separated by commas (default: all)")
      .byCommas()
      .among(std::vector<std::string>(kMindIds.begin(), kMindIds.end()));
  command.value("--jobs", options->jobs, "Players side by side (default 1)");
  command.flag("--json", context.json, "One JSON document");
  command.does([&context, options] { context.command = [&context, options] { return learner(context, *options); }; });
}

}  // namespace knead::cli
