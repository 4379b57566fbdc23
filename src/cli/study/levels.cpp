// knead-cli study levels: for each level, whether it pays to know, to be skilled, to keep the order and to hold back.
// Every wish is a line with its least value, so that a look at the end tells whether the balance stands.
#include <algorithm>
#include <map>
#include <memory>

#include "cli/report.hpp"
#include "cli/study/studies.hpp"
#include "cli/study/trials.hpp"
#include "core/math.hpp"
#include "level/technique_book.hpp"

namespace knead::cli {
namespace {

using bots::Hands;
using bots::Plan;
using level::Technique;

struct LevelsOptions {
  std::vector<std::string> levels, questions;
  std::string seeds = "1..5";
  unsigned jobs = 1;
};

const std::vector<std::string> kQuestions = {"players", "pairs", "hands", "order", "alone", "openings", "decides"};

// What a technique alone, or several one after the other, can be given on one person's tray.
bool atHand(const level::Level& level, Technique t) {
  return !level::isTool(t) || level.tools[static_cast<std::size_t>(level::toolOf(t))] > 0;
}
Plan inTurn(const level::Level& level, const std::vector<Technique>& techniques, int rounds) {
  Plan plan;
  const auto n = techniques.size() * static_cast<std::size_t>(rounds);
  for (std::size_t i = 0; i < n; ++i)
    plan.emplace_back(techniques[i % techniques.size()], static_cast<float>(level.seconds) / static_cast<float>(n));
  return plan;
}
Plan reversed(const level::Level& level) { return {level.plan.rbegin(), level.plan.rend()}; }
// Opens with another technique for a quarter of the time, or for as long as the plan gives it, then goes on as planned.
Plan openedBy(const level::Level& level, Technique t) {
  constexpr float kOpening = 0.25F;
  Plan rest(level.plan);
  float opening = kOpening * static_cast<float>(level.seconds);
  const auto planned = std::find_if(rest.begin(), rest.end(), [t](const auto& step) { return step.first == t; });
  if (planned != rest.end()) {
    opening = planned->second;
    rest.erase(planned);
  } else if (level::isTool(t)) {
    opening = 2.0F;  // laid, and the work goes on beside it
  }
  float whole = 0.0F;
  for (const auto& [technique, seconds] : rest) whole += seconds;
  const float scale = whole > 0.0F ? (static_cast<float>(level.seconds) - opening) / whole : 1.0F;
  Plan plan = {{t, opening}};
  for (const auto& [technique, seconds] : rest) plan.emplace_back(technique, seconds * minOf(1.0F, scale));
  return plan;
}
// Takes all there is and never holds back: every tool on the body, then the moves that loosen most, to the last second.
Plan greedy(const level::Level& level) {
  Plan plan;
  for (const Technique t : {Technique::Pack, Technique::Towel, Technique::Stone})
    if (atHand(level, t)) plan.emplace_back(t, 1.0F);
  const float left = static_cast<float>(level.seconds) - static_cast<float>(plan.size());
  for (int i = 0; i < 3; ++i) {
    plan.emplace_back(Technique::Petrissage, left * 0.22F);
    plan.emplace_back(Technique::Stretch, left * 0.11F);
  }
  return plan;
}

class Study {
 public:
  Study(const Context& context, const LevelsOptions& options, const level::TechniqueBook& book,
        std::vector<level::Level> levels)
      : m_context(context), m_options(options), m_book(book), m_levels(std::move(levels)) {
    for (const level::Level& level : m_levels) {
      const bool refer = level.visits.empty() && level.intake.refer;
      if (!refer) m_played.push_back(&level);
      for (std::size_t i = 0; i < level.people(); ++i) {
        level::Level one = level.visit(i);
        one.visits.clear();
        if (one.intake.refer) continue;
        if (!level.visits.empty()) one.id += "/" + one.person.name;
        m_people.push_back(std::move(one));
      }
    }
  }

  void run() {
    for (const std::string& question : m_options.questions.empty() ? kQuestions : m_options.questions) {
      if (question == "players") players();
      if (question == "pairs") pairs();
      if (question == "hands") hands();
      if (question == "order") order();
      if (question == "alone") alone();
      if (question == "openings") openings();
      if (question == "decides") decides();
    }
    m_context.print(m_text + "\n" + m_verdicts);
  }

 private:
  using Maker = std::function<std::unique_ptr<bots::Bot>(const level::Level&, std::uint64_t)>;
  static Maker named(const std::string& name) {
    return [name](const level::Level& level, std::uint64_t seed) { return bots::makeBot(name, level, seed); };
  }
  static Maker following(const bots::Planner& plan, Hands hands = Hands::Expert) {
    return [plan, hands](const level::Level& level, std::uint64_t seed) {
      return bots::makeFollower(level, plan, hands, seed);
    };
  }
  std::vector<Trial> play(std::vector<Trial> trials) const {
    playTrials(m_context, trials, seedsFrom(m_options.seeds), m_options.jobs);
    return trials;
  }
  void verdict(const std::string& wish, bool kept, const std::string& found) {
    m_verdicts += formatted("%s  %-66s %s\n", kept ? "ok  " : "MISS", wish.c_str(), found.c_str());
  }
  static double meanScore(const Trial& trial) { return scoresOf(trial).mean; }
  static std::array<int, 4> starsOf(const Trial& trial) {
    std::array<int, 4> stars{};
    for (const Outcome& outcome : trial.outcomes) ++stars[static_cast<std::size_t>(outcome.stars)];
    return stars;
  }
  static int most(const Trial& trial) {
    int stars = 0;
    for (const Outcome& outcome : trial.outcomes) stars = std::max(stars, outcome.stars);
    return stars;
  }
  static int least(const Trial& trial) {
    int stars = 3;
    for (const Outcome& outcome : trial.outcomes) stars = std::min(stars, outcome.stars);
    return stars;
  }

  // Techniques that help a little: a player who has half understood.
  [[nodiscard]] bots::Planner nearMisses() const {
    return [this](const level::Level& level) {
      std::vector<Technique> some;
      for (int t = 0; t < level::kTechniqueCount; ++t) {
        const auto technique = static_cast<Technique>(t);
        if (m_book.of(level.pain).fit[static_cast<std::size_t>(t)] == level::Fit::Little && atHand(level, technique))
          some.push_back(technique);
      }
      return some.empty() ? Plan{} : inTurn(level, some, 2);
    };
  }

  [[nodiscard]] Maker halfRight() const {
    return [plan = nearMisses()](const level::Level& level, std::uint64_t seed) {
      const Plan first = plan(level);
      return bots::makeFollower(level, plan, Hands::Expert, seed, bots::Device::Mouse,
                                first.empty() ? std::nullopt : std::optional<Technique>(first.front().first));
    };
  }

  void players() {
    const std::vector<std::pair<std::string, Maker>> who = {
        {"expert", named("expert")}, {"novice", named("novice")},   {"near", halfRight()},
        {"wrong", named("wrong")},   {"presser", named("presser")}, {"masher", named("masher")},
        {"idle", named("idle")},     {"greedy", following(greedy)}};
    std::vector<Trial> trials;
    for (const level::Level& level : m_levels)
      for (const auto& [name, make] : who) trials.push_back({&level, make, {}});
    trials = play(std::move(trials));
    m_text += "players: stars 0/1/2/3 and least / median score\n";
    std::map<std::string, std::vector<std::string>> wrongs;
    int greedyHarmed = 0;
    for (std::size_t l = 0; l < m_levels.size(); ++l) {
      m_text += formatted("%-26s", m_levels[l].id.c_str());
      std::map<std::string, const Trial*> by;
      for (std::size_t w = 0; w < who.size(); ++w) by[who[w].first] = &trials[l * who.size() + w];
      for (const auto& [name, make] : who) {
        const Trial& trial = *by[name];
        const std::array<int, 4> s = starsOf(trial);
        const Spread score = scoresOf(trial);
        m_text +=
            formatted(" %s %d/%d/%d/%d %6.0f %6.0f |", name.c_str(), s[0], s[1], s[2], s[3], score.least, score.median);
      }
      m_text += "\n";
      const std::string& id = m_levels[l].id;
      const bool refer = m_levels[l].visits.empty() && m_levels[l].intake.refer;
      if (least(*by["expert"]) < 3) wrongs["expert"].push_back(id);
      if (!refer && (least(*by["novice"]) < 1 || most(*by["novice"]) > 2)) wrongs["novice"].push_back(id);
      if (most(*by["wrong"]) > 1) wrongs["wrong"].push_back(id);
      for (const char* dull : {"presser", "masher", "idle"})
        if (most(*by[dull]) > 0) wrongs["dull"].push_back(id + ":" + dull);
      if (refer) continue;
      const double near = scoresOf(*by["near"]).median;
      if (near < scoresOf(*by["wrong"]).median || near > scoresOf(*by["novice"]).median) wrongs["near"].push_back(id);
      bool harmed = most(*by["greedy"]) < 3;
      for (const Outcome& outcome : by["greedy"]->outcomes) harmed = harmed && outcome.card.harm > 3000;
      if (harmed) ++greedyHarmed;
    }
    const auto tell = [&](const char* key, const std::string& wish) {
      std::string names;
      for (const std::string& id : wrongs[key]) names += " " + id;
      verdict(wish, wrongs[key].empty(), names.empty() ? "all" : "not:" + names);
    };
    tell("expert", "expert: three stars everywhere");
    tell("novice", "novice: one or two stars");
    tell("wrong", "wrong: at most one star");
    tell("dull", "presser, masher, idle: none");
    tell("near", "near misses land between wrong and novice");
    verdict("greed over-releases or burns on at least 3 levels", greedyHarmed >= 3, std::to_string(greedyHarmed));
  }

  void pairs() {
    std::vector<Trial> trials;
    struct Kind {
      Technique a, b;
      bool wrong;
    };
    std::vector<std::vector<Kind>> kinds(m_people.size());
    for (std::size_t l = 0; l < m_people.size(); ++l) {
      const level::Level& level = m_people[l];
      for (int a = 0; a < level::kTechniqueCount; ++a) {
        for (int b = 0; b < level::kTechniqueCount; ++b) {
          const auto first = static_cast<Technique>(a);
          const auto second = static_cast<Technique>(b);
          if (a == b || !atHand(level, first) || !atHand(level, second)) continue;
          bool wrong = true;
          for (const Technique t : {first, second})
            wrong = wrong && !level::holds(level.intake.first, t) && !level::holds(level.intake.also, t);
          kinds[l].push_back({first, second, wrong});
          trials.push_back({&level,
                            following([first, second](const level::Level& one) {
                              const auto whole = static_cast<float>(one.seconds);
                              return Plan{{first, whole * 0.5F}, {second, whole * 0.5F}};
                            }),
                            {}});
        }
      }
    }
    trials = play(std::move(trials));
    m_text += "\npairs: the best of all, the best wrong one, and how many times as much\n";
    double worst = 1e9;
    std::string where;
    std::size_t at = 0;
    for (std::size_t l = 0; l < m_people.size(); ++l) {
      double best = 0;
      double wrong = 0;
      std::string bestName = "-";
      std::string wrongName = "-";
      for (const Kind& kind : kinds[l]) {
        const double score = meanScore(trials[at++]);
        const std::string name = std::string(level::idOf(kind.a)) + "+" + std::string(level::idOf(kind.b));
        if (kind.wrong && score > wrong) {
          wrong = score;
          wrongName = name;
        }
        if (!kind.wrong && score > best) {
          best = score;
          bestName = name;
        }
      }
      const double ratio = best / std::max(1.0, wrong);
      m_text += formatted("%-26s %7.0f %-26s %7.0f %-26s %6.2f\n", m_people[l].id.c_str(), best, bestName.c_str(),
                          wrong, wrongName.c_str(), std::min(ratio, 99.0));
      if (ratio < worst) {
        worst = ratio;
        where = m_people[l].id;
      }
    }
    verdict("the best pair beats every wrong pair 1.5 times", worst >= 1.5,
            formatted("%.2f on %s", worst, where.c_str()));
  }

  // Score of one way of playing against another, level by level; the least ratio.
  void compare(const char* title, const std::string& wish, double asked, const Maker& better, const Maker& worse,
               const std::vector<const level::Level*>& levels) {
    std::vector<Trial> trials;
    for (const level::Level* level : levels) {
      trials.push_back({level, better, {}});
      trials.push_back({level, worse, {}});
    }
    trials = play(std::move(trials));
    m_text += formatted("\n%s: mean of one, of the other, ratio\n", title);
    double worst = 1e9;
    std::string where;
    std::string misses;
    for (std::size_t l = 0; l < levels.size(); ++l) {
      const double a = meanScore(trials[2 * l]);
      const double b = meanScore(trials[2 * l + 1]);
      const double ratio = a / std::max(1.0, b);
      m_text += formatted("%-26s %7.0f %7.0f %6.2f\n", levels[l]->id.c_str(), a, b, std::min(ratio, 99.0));
      if (ratio < asked) misses += " " + levels[l]->id + formatted(" %.2f", ratio);
      worst = std::min(worst, ratio);
    }
    verdict(wish, worst >= asked, misses.empty() ? formatted("least %.2f", worst) : misses);
  }

  void hands() {
    const auto plan = [](const level::Level& level) { return Plan(level.plan); };
    compare("hands (expert's, novice's, same plan)", "better hands make 1.3 times as much of the same plan", 1.3,
            following(plan, Hands::Expert), following(plan, Hands::Novice), m_played);
  }

  void order() {
    std::vector<const level::Level*> levels;
    for (const level::Level* level : m_played)
      if (level->chapter == "2-order" && level->number <= 10) levels.push_back(level);
    const auto plan = [](const level::Level& level) { return Plan(level.plan); };
    compare("order (plan, plan reversed)", "the order pays 1.3 times where the level is about it", 1.3, following(plan),
            following(reversed), levels);
  }

  void alone() {
    std::vector<Trial> trials;
    for (const level::Level* level : m_played)
      for (int t = 0; t < level::kTechniqueCount; ++t) {
        const auto technique = static_cast<Technique>(t);
        trials.push_back({level,
                          following([technique](const level::Level& one) {
                            return atHand(one, technique) ? inTurn(one, {technique}, level::isTool(technique) ? 2 : 1)
                                                          : Plan{};
                          }),
                          {}});
      }
    trials = play(std::move(trials));
    m_text +=
        "\nalone: median stars (score in thousands) of one technique for the whole time\n                          ";
    for (const std::string_view id : level::kTechniqueIds)
      m_text += formatted(" %7s", std::string(id.substr(0, 7)).c_str());
    m_text += "\n";
    std::array<int, level::kTechniqueCount> good{};
    for (std::size_t l = 0; l < m_played.size(); ++l) {
      m_text += formatted("%-26s", m_played[l]->id.c_str());
      for (std::size_t t = 0; t < level::kTechniqueCount; ++t) {
        const Trial& trial = trials[l * level::kTechniqueCount + t];
        std::vector<double> stars;
        for (const Outcome& outcome : trial.outcomes) stars.push_back(outcome.stars);
        const double star = spreadOf(stars).median;
        if (star > 1) ++good[t];
        m_text += formatted("  %1.0f(%3.0f)", star, scoresOf(trial).median / 1000);
      }
      m_text += "\n";
    }
    std::string over;
    for (std::size_t t = 0; t < good.size(); ++t)
      if (good[t] > 3) over += " " + std::string(level::kTechniqueIds[t]) + " " + std::to_string(good[t]);
    verdict("no technique alone gets two stars on more than 3 levels", over.empty(), over.empty() ? "none" : over);
  }

  // Every opening within 3 % of the best, by what happens to the body alone: without the points for having named it.
  // One that the level does not count as a right first move has a question mark, one that it counts and is not among
  // them an exclamation mark; those that are both are added to `best`.
  static std::string alikeOf(const level::Level& level, const std::vector<std::pair<double, Technique>>& found,
                             std::array<int, level::kTechniqueCount>& best) {
    constexpr double kAlike = 0.97, kFirst = 0.6;
    std::vector<std::pair<double, Technique>> body;
    body.reserve(found.size());
    for (const auto& [points, t] : found)
      body.emplace_back(points - (level::holds(level.intake.first, t) ? kFirst * level.weights.insight : 0.0), t);
    std::sort(body.rbegin(), body.rend());
    std::string out;
    for (const auto& [points, t] : body) {
      const bool good = points >= kAlike * body.front().first, right = level::holds(level.intake.first, t);
      if (!good && !right) continue;
      if (good && right) ++best[static_cast<std::size_t>(t)];
      out += formatted(" %s %.1f%s", std::string(level::idOf(t)).c_str(), 100 * points / body.front().first,
                       good == right ? ""
                       : good        ? "?"
                                     : "!");
    }
    return out;
  }

  void openings() {
    std::vector<Trial> trials;
    std::vector<std::vector<Technique>> able(m_people.size());
    for (std::size_t l = 0; l < m_people.size(); ++l) {
      for (int t = 0; t < level::kTechniqueCount; ++t) {
        const auto technique = static_cast<Technique>(t);
        if (!atHand(m_people[l], technique)) continue;
        able[l].push_back(technique);
        trials.push_back({&m_people[l],
                          [technique](const level::Level& whole, std::uint64_t seed) {
                            return bots::makeFollower(
                                whole, [technique](const level::Level& one) { return openedBy(one, technique); },
                                Hands::Expert, seed, bots::Device::Mouse, technique);
                          },
                          {}});
      }
    }
    trials = play(std::move(trials));
    m_text += "\nopenings: best first move, second, by how much; and what does the body as much good (within 3 %)\n";
    std::array<int, level::kTechniqueCount> best{};
    std::size_t at = 0;
    for (std::size_t l = 0; l < m_people.size(); ++l) {
      std::vector<std::pair<double, Technique>> found;
      for (const Technique t : able[l]) {
        found.emplace_back(meanScore(trials[at++]), t);
      }
      const std::string alike = alikeOf(m_people[l], found, best);
      std::sort(found.rbegin(), found.rend());
      m_text += formatted("%-26s %-14s %7.0f %-14s %7.0f %s\n", m_people[l].id.c_str(),
                          std::string(level::idOf(found[0].second)).c_str(), found[0].first,
                          std::string(level::idOf(found[1].second)).c_str(), found[1].first, alike.c_str());
    }
    std::string counts;
    bool all = true;
    for (std::size_t t = 0; t < best.size(); ++t) {
      counts += formatted(" %s %d", std::string(level::kTechniqueIds[t].substr(0, 4)).c_str(), best[t]);
      all = all && best[t] >= 2;
    }
    verdict("each technique is among the best openings of at least 2 people", all, counts);
  }

  void decides() {
    std::vector<Trial> trials;
    for (const level::Level* level : m_played) trials.push_back({level, named("expert"), {}});
    trials = play(std::move(trials));
    m_text += "\ndecides: share of the expert's points by mechanism (circulation, endorphins, tension, heat)\n";
    std::array<int, 4> count{};
    for (std::size_t l = 0; l < m_played.size(); ++l) {
      std::array<double, 4> share{};
      double all = 0;
      const auto take = [&](const sim::ScoreCard& card) {
        for (const sim::ScoreTerm& term : card.terms) {
          for (std::size_t m = 0; m < share.size(); ++m)
            if (term.id == level::kMechanismIds[m]) share[m] += term.points;
          all += term.points;
        }
      };
      for (const Outcome& outcome : trials[l].outcomes) {
        if (outcome.card.visits.empty()) take(outcome.card);
        for (const sim::ScoreCard& card : outcome.card.visits) take(card);
      }
      m_text += formatted("%-26s", m_played[l]->id.c_str());
      for (std::size_t m = 0; m < share.size(); ++m) {
        share[m] /= std::max(1.0, all);
        if (share[m] >= 1.0 / 3) ++count[m];
        m_text += formatted(" %5.2f", share[m]);
      }
      m_text += "\n";
    }
    bool enough = true;
    for (const int c : count) enough = enough && c >= 4;
    verdict("each mechanism makes a third of the score on at least 4 levels", enough,
            formatted("circulation %d, endorphins %d, tension %d, heat %d", count[0], count[1], count[2], count[3]));
  }

  const Context& m_context;
  const LevelsOptions& m_options;
  const level::TechniqueBook& m_book;
  std::vector<level::Level> m_levels;
  std::vector<const level::Level*> m_played;  // all but those where nothing is played
  std::vector<level::Level> m_people;         // each of their people alone
  std::string m_text, m_verdicts;
};

int levels(const Context& context, const LevelsOptions& options) {
  const Result<std::string> folder = context.levelsDir();
  if (!folder) return context.fail(folder.error());
  const Result<level::TechniqueBook> book = level::readTechniqueBook(folder.value() + "/../assets/techniques.json");
  if (!book) return context.fail(book.error());
  Result<std::vector<level::Level>> chosen = levelsNamed(options.levels, folder.value());
  if (!chosen) return context.fail(chosen.error());
  Study(context, options, book.value(), std::move(chosen).value()).run();
  return kOk;
}

}  // namespace

void addLevelStudy(const arguments::Command& study, Context& context) {
  auto options = std::make_shared<LevelsOptions>();
  const arguments::Command command = study.add("levels", "Whether it pays to know, to be skilled, to keep the order");
  command.value("--levels", options->levels, "Ids or paths, separated by commas (default: all)").byCommas();
  command.value("--questions", options->questions, "Which, separated by commas (default: all)")
      .byCommas()
      .among(kQuestions);
  command.value("--seeds", options->seeds, "FROM..TO (default 1..5)");
  command.value("--jobs", options->jobs, "Sessions side by side (default 1)");
  command.does([&context, options] { context.command = [&context, options] { return levels(context, *options); }; });
}

}  // namespace knead::cli
