// The checks themselves, each a function with a name; the table at the end is their order. Limits that a check
// compares with stand at the top. Must not throw, print or read files.
#include "level/level_check.hpp"

#include <algorithm>
#include <array>

#include "level/level_json.hpp"

namespace knead::level {
namespace {

constexpr int kWeightSum = 100000;
constexpr int kLeadWeight = 25000;   // enough for a lead that is not the largest
constexpr float kLeastGoal = 0.15F;  // below it a goal asks for almost nothing
constexpr float kLeastLeadGoal = 0.5F;
constexpr float kLowestStar = 0.2F, kHighestStar = 0.95F;
constexpr float kNearRegionCm = 4.0F;
constexpr float kTolerance = 1e-4F;  // of shares written in decimals
constexpr float kWarmestWithHeat =
    37.4F;  // deep C; a little above it the muscle begins as warm as heat makes it (game)

std::string at(std::string_view list, std::size_t index, std::string_view key = {}) {
  std::string out = "/" + std::string(list) + "/" + std::to_string(index);
  return key.empty() ? out : out + "/" + std::string(key);
}

// Two decimals, for messages.
std::string decimals(float value) {
  const int hundredths = static_cast<int>(value * 100.0F + (value < 0.0F ? -0.5F : 0.5F));
  const int size = hundredths < 0 ? -hundredths : hundredths;
  const std::string rest = std::to_string(size % 100);
  return (hundredths < 0 ? "-" : "") + std::to_string(size / 100) + "." + (rest.size() < 2 ? "0" : "") + rest;
}
std::string pointText(Vec2 p) { return "[" + decimals(p.x) + ", " + decimals(p.y) + "]"; }

std::array<int, 4> mechanismWeights(const Level& level) {
  return {level.weights.circulation, level.weights.endorphins, level.weights.tension, level.weights.heat};
}

bool hasHeatTool(const Level& level) { return level.tools[1] + level.tools[2] + level.tools[3] > 0; }

void checkWeights(const Level& level, CheckReport& report) {
  const Weights& w = level.weights;
  const int sum = w.circulation + w.endorphins + w.tension + w.heat + w.posture + w.insight;
  if (sum == kWeightSum) return;
  report.add("/score/weights", "found weights that add up to " + std::to_string(sum) + ", allowed: exactly 100000; " +
                                   (sum < kWeightSum ? "give out " + std::to_string(kWeightSum - sum) + " more"
                                                     : "take away " + std::to_string(sum - kWeightSum)));
}

void checkGoals(const Level& level, CheckReport& report) {
  if (level.intake.refer) return;
  const std::array<int, 5> weights = {level.weights.circulation, level.weights.endorphins, level.weights.tension,
                                      level.weights.heat, level.weights.posture};
  const std::array<float, 5> goals = {level.goals.circulation, level.goals.endorphins, level.goals.tension,
                                      level.goals.heat, level.goals.posture};
  constexpr std::array<std::string_view, 5> kNames = {"circulation", "endorphins", "tension", "heat", "posture"};
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] == 0 || goals[i] >= kLeastGoal - kTolerance) continue;
    report.add("/score/goals/" + std::string(kNames[i]),
               "found a goal of " + decimals(goals[i]) + " with a weight of " + std::to_string(weights[i]) +
                   ": it asks almost nothing; allowed: at least 0.15, or a weight of 0");
  }
  if (level.weights.heat > 0 && level.goals.heat > kLeastGoal && !hasHeatTool(level)) {
    report.add(
        "/score/goals/heat",
        "found a goal of " + decimals(level.goals.heat) +
            " that cannot be reached without a towel, stone or pack; add one to /tools or set the weight of heat to 0");
  }
}

// Warmth is counted from what the tissue has at rest up to what counts as warmed through.
void checkWarmth(const Level& level, CheckReport& report) {
  if (level.intake.refer || level.weights.heat == 0 || level.tissue.deepTemperatureC <= kWarmestWithHeat + kTolerance)
    return;
  report.add("/tissue/deep_temperature_c", "found " + decimals(level.tissue.deepTemperatureC) + " with a weight of " +
                                               std::to_string(level.weights.heat) +
                                               " on heat: who is that warm gains nothing by it; allowed: up to " +
                                               decimals(kWarmestWithHeat) + ", or a weight of 0");
}

void checkLead(const Level& level, CheckReport& report) {
  if (level.intake.refer) return;
  if (level.leadGoal < kLeastLeadGoal - kTolerance) {
    report.add("/score/lead_goal",
               "found " + decimals(level.leadGoal) + ", allowed: 0.5 to 1; the lead mechanism has to be worth leading");
  }
  const std::array<int, 4> weights = mechanismWeights(level);
  const int lead = weights[static_cast<std::size_t>(level.lead)];
  if (lead < kLeadWeight && lead < *std::max_element(weights.begin(), weights.end())) {
    report.add("/score/lead", "found " + inQuotes(kMechanismIds[static_cast<std::size_t>(level.lead)]) +
                                  " with a weight of " + std::to_string(lead) +
                                  ", allowed: the mechanism with the largest weight, or one of at least 25000");
  }
}

void checkStars(const Level& level, CheckReport& report) {
  const StarLines usual;
  const StarLines& stars = level.stars;
  const std::array<float, 3> lines = {stars.one, stars.two, stars.three};
  constexpr std::array<std::string_view, 3> kNames = {"one", "two", "three"};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string place = "/score/stars/" + std::string(kNames[i]);
    if (lines[i] < kLowestStar - kTolerance || lines[i] > kHighestStar + kTolerance) {
      report.add(place, "found " + decimals(lines[i]) + ", allowed: 0.2 to 0.95");
    } else if (i > 0 && lines[i] <= lines[i - 1]) {
      report.add(place, "found " + decimals(lines[i]) + ", allowed: more than " + decimals(lines[i - 1]) +
                            ", the line before it");
    }
  }
  const auto differs = [](float a, float b) { return a > b + kTolerance || a < b - kTolerance; };
  if ((differs(stars.one, usual.one) || differs(stars.two, usual.two) || differs(stars.three, usual.three)) &&
      stars.reason.empty()) {
    report.add("/score/stars",
               "found lines other than 0.35, 0.6, 0.8 and no \"reason\"; add \"reason\" or use the game's lines");
  }
}

bool nearRegion(const Level& level, Vec2 p, float reachCm) {
  return std::any_of(level.regions.begin(), level.regions.end(), [p, reachCm](const Region& r) {
    return p.x >= r.x0 - reachCm && p.x <= r.x1 + reachCm && p.y >= r.y0 - reachCm && p.y <= r.y1 + reachCm;
  });
}

void checkPlace(const Level& level, Vec2 p, float reachCm, const std::string& place, CheckReport& report) {
  if (!onBody(p)) {
    report.add(place, "found " + pointText(p) + ", which is off the body (at y " + decimals(p.y) + " it is " +
                          decimals(halfWidthCm(p.y)) + " cm wide to each side); move it onto the back");
  } else if (!nearRegion(level, p, reachCm)) {
    report.add(place, "found " + pointText(p) + ", which is more than " + decimals(reachCm) +
                          " cm from every region; move it or widen a region of /regions");
  }
}

// Some place of it where a whole cell of tissue lies on the body: what has none has no pain and nothing to do.
bool holdsTissue(const Region& r) {
  constexpr float kStepCm = 0.5F;
  for (float y = r.y0; y + kLeastRegionHighCm <= r.y1 + kTolerance; y += kStepCm)
    for (float x = r.x0; x + kLeastRegionWideCm <= r.x1 + kTolerance; x += kStepCm)
      if (onBody({x, y}) && onBody({x + kLeastRegionWideCm, y}) && onBody({x, y + kLeastRegionHighCm}) &&
          onBody({x + kLeastRegionWideCm, y + kLeastRegionHighCm}))
        return true;
  return false;
}

void checkRegions(const Level& level, CheckReport& report) {
  for (std::size_t i = 0; i < level.regions.size(); ++i) {
    const Region& r = level.regions[i];
    if (r.x0 >= r.x1)
      report.add(at("regions", i, "x"),
                 "found the right edge left of the left one, allowed: [left, right] with left smaller");
    if (r.y0 >= r.y1)
      report.add(at("regions", i, "y"),
                 "found the lower edge above the upper one, allowed: [upper, lower] with upper smaller");
    if (r.x0 < r.x1 && r.y0 < r.y1 && !holdsTissue(r))
      report.add(at("regions", i), "found no tissue in it, allowed: at least " + decimals(kLeastRegionWideCm) + " x " +
                                       decimals(kLeastRegionHighCm) +
                                       " cm on the body; widen it or move it onto the back");
  }
}

void checkPlaces(const Level& level, CheckReport& report) {
  for (std::size_t i = 0; i < level.knots.size(); ++i) {
    checkPlace(level, level.knots[i].at, kNearRegionCm, at("knots", i, "at"), report);
    for (std::size_t k = 0; k < i; ++k) {
      if (level.knots[k].id == level.knots[i].id) {
        report.add(at("knots", i, "id"),
                   "found " + inQuotes(level.knots[i].id) + " a second time, allowed: once; rename one knot");
      }
    }
  }
  for (std::size_t i = 0; i < level.points.size(); ++i)
    checkPlace(level, level.points[i], kNearRegionCm, at("points", i), report);
  for (std::size_t i = 0; i < level.noGo.size(); ++i) {
    checkPlace(level, level.noGo[i].at, kNearRegionCm + level.noGo[i].radiusCm, at("no_go", i, "at"), report);
  }
}

void checkIntake(const Level& level, CheckReport& report) {
  const Intake& intake = level.intake;
  if (!intake.refer && intake.first.empty()) {
    report.add("/intake/first", "found no technique, allowed: at least one, unless \"refer\" is true");
  }
  for (std::size_t i = 0; i < intake.avoid.size(); ++i) {
    const bool first = holds(intake.first, intake.avoid[i]);
    if (!first && !holds(intake.also, intake.avoid[i])) continue;
    report.add(at("intake/avoid", i), "found " + inQuotes(idOf(intake.avoid[i])) + ", which is also in \"" +
                                          (first ? "first" : "also") +
                                          "\"; allowed: in one of them; take it out of the other");
  }
}

void checkInTray(const Level& level, Technique technique, const std::string& place, CheckReport& report) {
  const auto tray = static_cast<std::size_t>(toolOf(technique));
  if (tray == 0 || level.tools[tray] > 0) return;
  const std::string name(idOf(technique));
  report.add(place, "found \"" + name + "\", but the tray holds none; add it to /tools/" + name +
                        " or name another technique");
}

void checkTools(const Level& level, CheckReport& report) {
  for (std::size_t i = 0; i < level.intake.first.size(); ++i)
    checkInTray(level, level.intake.first[i], at("intake/first", i), report);
  for (std::size_t i = 0; i < level.intake.also.size(); ++i)
    checkInTray(level, level.intake.also[i], at("intake/also", i), report);
  for (std::size_t i = 0; i < level.plan.size(); ++i)
    checkInTray(level, level.plan[i].first, at("plan", i, "technique"), report);
  for (std::size_t i = 0; i < level.tempting.size(); ++i)
    checkInTray(level, level.tempting[i], at("tempting", i), report);
}

void checkPlan(const Level& level, CheckReport& report) {
  if (level.plan.empty() && !level.intake.refer)
    report.add("/plan",
               "found no step, allowed: at least one, unless the person must see a doctor first (/intake/refer)");
  float sum = 0.0F;
  for (const auto& [technique, seconds] : level.plan) sum += seconds;
  if (sum > static_cast<float>(level.seconds) + 0.01F) {
    report.add("/plan", "found steps of " + decimals(sum) + " seconds in all, but the session lasts " +
                            std::to_string(level.seconds) + " (/seconds); take " +
                            decimals(sum - static_cast<float>(level.seconds)) +
                            " seconds from the steps, or give the session more");
  }
}

constexpr int kLongestS = 180;

void checkVisits(const Level& level, CheckReport& report) {
  int seconds = level.seconds;
  for (const Level& visit : level.visits) seconds += visit.seconds;
  if (!level.visits.empty() && seconds > kLongestS) {
    report.add("/visits", "found " + std::to_string(seconds) + " seconds in all, allowed: at most " +
                              std::to_string(kLongestS) + "; shorten a visit");
  }
}

struct LevelCheck {
  std::string_view name;
  void (*run)(const Level& level, CheckReport& report);
};
constexpr std::array<LevelCheck, 11> kChecks = {{{"weights", checkWeights},
                                                 {"goals", checkGoals},
                                                 {"warmth", checkWarmth},
                                                 {"lead", checkLead},
                                                 {"stars", checkStars},
                                                 {"regions", checkRegions},
                                                 {"places", checkPlaces},
                                                 {"intake", checkIntake},
                                                 {"tools", checkTools},
                                                 {"plan", checkPlan},
                                                 {"visits", checkVisits}}};

}  // namespace

std::vector<Error> checkLevel(const Level& level, const std::string& file) {
  CheckReport report(file);
  for (const LevelCheck& check : kChecks) check.run(level, report);
  for (std::size_t i = 0; i < level.visits.size(); ++i) {
    report.within("/visits/" + std::to_string(i));
    for (const LevelCheck& check : kChecks) check.run(level.visits[i], report);
  }
  return report.take();
}

std::vector<Error> checkPlacement(const Level& level, const std::string& path, bool inCatalogue) {
  CheckReport report(path);
  const std::size_t slash = path.find_last_of('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  if (name != level.id + ".json") {
    report.add("/id", "found " + inQuotes(level.id) + " in a file named " + inQuotes(name) +
                          ", allowed: the file's name without .json; rename one");
  }
  if (inCatalogue && slash != std::string::npos) {
    const std::string folder = path.substr(0, slash);
    const std::string chapter = folder.substr(folder.find_last_of('/') + 1);
    if (chapter != level.chapter) {
      report.add("/chapter", "found " + inQuotes(level.chapter) + " in the folder " + inQuotes(chapter) +
                                 ", allowed: the folder's name; move the file or rename");
    }
  }
  return report.take();
}

}  // namespace knead::level
