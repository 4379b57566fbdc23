// Maps a JSON tree that has passed the schema to a Level. The schema has already refused every other shape, so
// nothing here checks again. Keys that are absent keep the defaults of level.hpp; a test compares those with
// the schema's.
#include "level/level_reader.hpp"

#include <algorithm>
#include <new>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/file.hpp"
#include "level/level_check.hpp"
#include "level/level_check_schema.hpp"
#include "level/level_hash.hpp"
#include "level/level_json.hpp"

namespace knead::level {
namespace {

using nlohmann::json;

void take(const json& from, const char* key, float& into) {
  const auto entry = from.find(key);
  if (entry != from.end()) into = static_cast<float>(entry->get<double>());
}
void take(const json& from, const char* key, int& into) {
  const auto entry = from.find(key);
  if (entry != from.end()) into = entry->get<int>();
}
void take(const json& from, const char* key, bool& into) {
  const auto entry = from.find(key);
  if (entry != from.end()) into = entry->get<bool>();
}
void take(const json& from, const char* key, std::string& into) {
  const auto entry = from.find(key);
  if (entry != from.end()) into = entry->get<std::string>();
}

// Index of a word in a table of ids. The schema allows no other words; if it did, at() would say so.
template <class Ids>
std::size_t indexIn(const Ids& ids, const json& word) {
  const auto at = std::find(ids.begin(), ids.end(), word.get_ref<const std::string&>());
  const auto index = static_cast<std::size_t>(at - ids.begin());
  static_cast<void>(ids.at(index));
  return index;
}
Technique techniqueIn(const json& word) { return static_cast<Technique>(indexIn(kTechniqueIds, word)); }
MuscleGroup muscleIn(const json& word) { return static_cast<MuscleGroup>(indexIn(kMuscleIds, word)); }
Vec2 pointIn(const json& pair) {
  return {static_cast<float>(pair[0].get<double>()), static_cast<float>(pair[1].get<double>())};
}

void take(const json& from, const char* key, std::vector<Technique>& into) {
  const auto entry = from.find(key);
  if (entry == from.end()) return;
  for (const json& word : *entry) into.push_back(techniqueIn(word));
}

Person personIn(const json& j) {
  Person person;
  take(j, "id", person.id);
  take(j, "name", person.name);
  take(j, "role", person.role);
  take(j, "words", person.words);
  take(j, "better", person.better);
  take(j, "worse", person.worse);
  for (const json& sign : j.at("signs")) person.signs.push_back(sign.get<std::string>());
  return person;
}

Intake intakeIn(const json& j) {
  Intake intake;
  take(j, "refer", intake.refer);
  take(j, "first", intake.first);
  take(j, "also", intake.also);
  take(j, "avoid", intake.avoid);
  for (const json& why : j.at("why"))
    intake.why.push_back({techniqueIn(why.at("technique")), why.at("text").get<std::string>()});
  return intake;
}

Tissue tissueIn(const json& j) {
  Tissue tissue;
  take(j, "tone", tissue.tone);
  take(j, "soreness", tissue.soreness);
  take(j, "narrowing", tissue.narrowing);
  take(j, "spasm", tissue.spasm);
  take(j, "shortness", tissue.shortness);
  take(j, "deep_temperature_c", tissue.deepTemperatureC);
  take(j, "cold_skin_c", tissue.coldSkinC);
  take(j, "acceptance", tissue.acceptance);
  if (j.contains("short_muscles")) {
    for (const json& muscle : j.at("short_muscles")) tissue.shortMuscles.push_back(muscleIn(muscle));
  }
  constexpr std::array<std::string_view, 3> kSides = {"left", "both", "right"};
  if (j.contains("short_side")) tissue.shortSide = static_cast<int>(indexIn(kSides, j.at("short_side"))) - 1;
  return tissue;
}

Knot knotIn(const json& j) {
  Knot knot;
  take(j, "id", knot.id);
  take(j, "tightness", knot.tightness);
  take(j, "linked", knot.linked);
  knot.at = pointIn(j.at("at"));
  knot.kind = static_cast<KnotKind>(indexIn(kKnotKindIds, j.at("kind")));
  knot.muscle = muscleIn(j.at("muscle"));
  knot.refers = j.contains("refers_to");
  if (knot.refers) knot.refersTo = pointIn(j.at("refers_to"));
  return knot;
}

NoGo noGoIn(const json& j) {
  NoGo noGo;
  noGo.at = pointIn(j.at("at"));
  take(j, "radius_cm", noGo.radiusCm);
  take(j, "techniques", noGo.techniques);
  take(j, "why", noGo.why);
  return noGo;
}

void takeScore(const json& j, Level& level) {
  const json& weights = j.at("weights");
  take(weights, "circulation", level.weights.circulation);
  take(weights, "endorphins", level.weights.endorphins);
  take(weights, "tension", level.weights.tension);
  take(weights, "heat", level.weights.heat);
  take(weights, "posture", level.weights.posture);
  take(weights, "insight", level.weights.insight);
  const json& goals = j.at("goals");
  take(goals, "circulation", level.goals.circulation);
  take(goals, "endorphins", level.goals.endorphins);
  take(goals, "tension", level.goals.tension);
  take(goals, "heat", level.goals.heat);
  take(goals, "posture", level.goals.posture);
  level.lead = static_cast<Mechanism>(indexIn(kMechanismIds, j.at("lead")));
  take(j, "lead_goal", level.leadGoal);
  if (!j.contains("stars")) return;
  const json& stars = j.at("stars");
  take(stars, "one", level.stars.one);
  take(stars, "two", level.stars.two);
  take(stars, "three", level.stars.three);
  take(stars, "reason", level.stars.reason);
}

Evidence evidenceIn(const json& j) {
  Evidence evidence;
  take(j, "article", evidence.article);
  take(j, "evidence", evidence.evidence);
  take(j, "source", evidence.source);
  take(j, "stop_sign", evidence.stopSign);
  evidence.grade = j.at("grade").get_ref<const std::string&>().front();
  return evidence;
}

void takeStart(const json& j, Level& level) {
  if (j.contains("state")) {
    const json& state = j.at("state");
    take(state, "arousal", level.state.arousal);
    take(state, "sensitisation", level.state.sensitisation);
    take(state, "endorphins", level.state.endorphins);
  }
  if (j.contains("posture")) {
    const json& posture = j.at("posture");
    take(posture, "lateral", level.posture.lateral);
    take(posture, "forward_head", level.posture.forwardHead);
    take(posture, "kyphosis", level.posture.kyphosis);
    take(posture, "lordosis", level.posture.lordosis);
    take(posture, "pelvic_tilt", level.posture.pelvicTilt);
  }
  for (const json& region : j.at("regions")) {
    const Vec2 x = pointIn(region.at("x"));
    const Vec2 y = pointIn(region.at("y"));
    level.regions.push_back({x.x, x.y, y.x, y.y});
  }
  if (j.contains("knots")) {
    for (const json& knot : j.at("knots")) level.knots.push_back(knotIn(knot));
  }
  if (j.contains("points")) {
    for (const json& point : j.at("points")) level.points.push_back(pointIn(point));
  }
  if (j.contains("no_go")) {
    for (const json& place : j.at("no_go")) level.noGo.push_back(noGoIn(place));
  }
}

// A visit with what it shares with its level.
json visitWith(const json& level, const json& visit) {
  json whole = visit;
  for (const char* key : {"id", "number", "title", "chapter", "lesson", "day", "evidence"}) {
    if (level.contains(key)) whole[key] = level.at(key);
  }
  const json& score = level.at("score");
  if (score.contains("stars") && !whole.at("score").contains("stars")) whole["score"]["stars"] = score.at("stars");
  return whole;
}

Level levelIn(const json& j) {
  Level level;
  take(j, "id", level.id);
  take(j, "number", level.number);
  take(j, "title", level.title);
  take(j, "chapter", level.chapter);
  take(j, "lesson", level.lesson);
  take(j, "day", level.day);
  take(j, "seconds", level.seconds);
  level.pain = static_cast<Pain>(indexIn(kPainIds, j.at("pain")));
  level.person = personIn(j.at("person"));
  level.intake = intakeIn(j.at("intake"));
  level.tissue = tissueIn(j.at("tissue"));
  takeStart(j, level);
  if (j.contains("tools")) {
    for (std::size_t i = 1; i < kToolIds.size(); ++i)
      take(j.at("tools"), std::string(kToolIds[i]).c_str(), level.tools[i]);
  }
  takeScore(j.at("score"), level);
  if (j.contains("end_early")) {
    take(j.at("end_early"), "pain_below", level.keepPainBelow);
    take(j.at("end_early"), "keep_s", level.keepSeconds);
  }
  level.evidence = evidenceIn(j.at("evidence"));
  for (const json& part : j.at("plan")) {
    level.plan.emplace_back(techniqueIn(part.at("technique")), static_cast<float>(part.at("seconds").get<double>()));
  }
  take(j, "tempting", level.tempting);
  level.hash = canonicalHash(j);
  if (j.contains("visits")) {
    for (const json& visit : j.at("visits")) {
      level.visits.push_back(levelIn(visitWith(j, visit)));
      level.visits.back().hash = level.hash;
    }
  }
  return level;
}

struct Outcome {
  std::optional<Level> level;  // mapped; good only when there are no errors
  std::vector<Error> errors;
};

Outcome readAll(std::string_view text, const std::string& fileName) {
  Result<json> tree = parseJson(text, fileName);
  if (!tree) return {std::nullopt, {tree.error()}};
  std::vector<Error> errors = checkAgainstSchema(tree.value(), levelSchema(), fileName);
  if (!errors.empty()) return {std::nullopt, std::move(errors)};
  try {
    Outcome outcome{levelIn(tree.value()), {}};
    outcome.errors = checkLevel(*outcome.level, fileName);
    return outcome;
  } catch (const std::bad_alloc&) {  // says nothing about the file
    throw;
  } catch (const std::exception& problem) {  // the schema and this file disagree
    return {std::nullopt, {Error{fileName, "", std::string("cannot be mapped: ") + problem.what()}}};
  }
}

}  // namespace

Result<Level> readLevel(std::string_view text, const std::string& fileName) {
  Outcome outcome = readAll(text, fileName);
  if (!outcome.errors.empty()) return std::move(outcome.errors.front());
  return std::move(*outcome.level);
}

Result<Level> readLevelFile(const std::string& path) {
  const Result<std::string> text = readWholeFile(path, kMaxLevelBytes);
  if (!text) return text.error();
  return readLevel(text.value(), path);
}

std::vector<Error> lintLevel(std::string_view text, const std::string& fileName) {
  return readAll(text, fileName).errors;
}

}  // namespace knead::level
