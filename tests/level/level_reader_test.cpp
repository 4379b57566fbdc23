// The level reader: a good level is mapped key by key, a bad one is refused with file, place and remedy.
#include "level/level_reader.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "level/catalogue.hpp"
#include "level/level_check.hpp"
#include "level/level_check_schema.hpp"
#include "level/level_hash.hpp"
#include "level/level_json.hpp"
#include "level/sample_level.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::level;
using knead::testing::kSampleLevel;
using knead::testing::sampleWith;

TEST_CASE("the sample level is read key by key", "[level]") {
  const Result<Level> read = readLevel(kSampleLevel, "desk-neck.json");
  INFO((read ? std::string() : read.error().text()));
  REQUIRE(read.ok());
  const Level& level = read.value();
  CHECK(level.id == "desk-neck");
  CHECK(level.number == 4);
  CHECK(level.pain == Pain::Stress);
  CHECK(level.person.signs.size() == 2);
  CHECK(level.intake.first == std::vector<Technique>{Technique::Effleurage});
  CHECK(level.intake.also == std::vector<Technique>{Technique::Petrissage, Technique::Towel});
  CHECK(level.intake.avoid == std::vector<Technique>{Technique::Tapotement});
  CHECK(level.intake.why.at(0).technique == Technique::Effleurage);
  CHECK(level.tissue.tone == Approx(0.6));
  CHECK(level.tissue.shortMuscles ==
        std::vector<MuscleGroup>{MuscleGroup::UpperTrapezius, MuscleGroup::LevatorScapulae});
  CHECK(level.tissue.shortSide == 0);
  CHECK(level.state.arousal == Approx(0.6));
  CHECK(level.posture.forwardHead == Approx(0.4));
  REQUIRE(level.regions.size() == 1);
  CHECK(level.regions[0].x0 == Approx(-14));
  CHECK(level.regions[0].y1 == Approx(24));
  REQUIRE(level.knots.size() == 1);
  CHECK(level.knots[0].kind == KnotKind::Soft);
  CHECK(level.knots[0].refers);
  CHECK(level.knots[0].refersTo == Vec2{-5, 3});
  CHECK(level.points == std::vector<Vec2>{{-9, 14}});
  CHECK(level.noGo.at(0).techniques == std::vector<Technique>{Technique::Friction});
  CHECK(level.tools == std::array<int, 4>{0, 1, 0, 0});
  CHECK(level.weights.tension == 40000);
  CHECK(level.goals.heat == Approx(0.6));
  CHECK(level.lead == Mechanism::Tension);
  CHECK(level.stars.two == Approx(0.6));
  CHECK(level.keepPainBelow == Approx(0.1));
  CHECK(level.keepSeconds == 5);
  CHECK(level.evidence.grade == 'B');
  CHECK(level.plan.at(1) == std::pair<Technique, float>{Technique::Petrissage, 40.0F});
  CHECK(level.tempting.size() == 2);
  CHECK(level.hash != 0);
}

namespace {

struct Bad {
  const char* name;
  std::string text;
  const char* place;   // in the message
  const char* remedy;  // in the message
};

std::string deep() {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "{\"a\":";
  return text;
}

std::vector<Bad> badLevels() {
  return {
      {"unknown key", sampleWith("\"tone\"", "\"tonne\""), "/tissue/tonne", "did you mean \"tone\"?"},
      {"missing key", sampleWith("\"title\": \"The desk neck\",", ""), "/", "add it"},
      {"wrong type", sampleWith("\"number\": 4", "\"number\": \"4\""), "/number", "allowed: a whole number, 1 to 999"},
      {"fraction", sampleWith("\"seconds\": 90", "\"seconds\": 90.5"), "/seconds",
       "allowed: a whole number, 20 to 180"},
      {"out of range", sampleWith("\"tone\": 0.6", "\"tone\": 6"), "/tissue/tone", "allowed: a number, 0 to 1"},
      {"misspelt word", sampleWith("\"pain\": \"stress\"", "\"pain\": \"Strss\""), "/pain", "did you mean \"stress\"?"},
      {"misspelt technique", sampleWith("[\"tapotement\"]", "[\"tapottement\"]"), "/intake/avoid/0",
       "did you mean \"tapotement\"?"},
      {"bad id", sampleWith("\"desk-neck\"", "\"Desk Neck\""), "/id", "lower-case letters"},
      {"text too long", sampleWith("The desk neck", std::string(70, 'x')), "/title", "allowed: 1 to 60"},
      {"control character", sampleWith("The desk neck", "The\\u0007neck"), "/title", "plain text"},
      {"pair of three", sampleWith("[-8, 14]", "[-8, 14, 1]"), "/knots/0/at", "allowed: 2"},
      {"technique twice", sampleWith("[\"petrissage\", \"towel\"]", "[\"towel\", \"towel\"]"), "/intake/also/1",
       "allowed: once"},
      {"duplicate key", sampleWith("\"number\": 4,", "\"number\": 4, \"number\": 5,"), "/number", "keep one"},
      {"text after the end", std::string(kSampleLevel) + "{}", "line", "nothing after it"},
      {"NaN", sampleWith("\"tone\": 0.6", "\"tone\": NaN"), "line 27", "allowed: one JSON object"},
      {"huge number", sampleWith("\"tone\": 0.6", "\"tone\": 1e99"), "/tissue/tone", "allowed: -1000000000"},
      {"endless number", sampleWith("\"tone\": 0.6", "\"tone\": 1e999"), "line 27", "allowed"},
      {"broken UTF-8", sampleWith("Mara", "M\xFFra"), "line 12", "UTF-8"},
      {"too deep", deep(), "/a/a/a", "allowed: at most"},
      {"too large", std::string(300000, ' '), "bad.json", "allowed: at most 262144"},
      {"cut off", std::string(kSampleLevel.substr(0, 500)), "line", "allowed: one JSON object"},
      {"empty", "", "line 1", "allowed: one JSON object"},
      {"a list", "[]", "/", "allowed: an object"},
      {"weights do not add up", sampleWith("\"insight\": 15000", "\"insight\": 14000"), "/score/weights",
       "give out 1000 more"},
      {"goal asks nothing", sampleWith("\"tension\": 0.7", "\"tension\": 0.1"), "/score/goals/tension",
       "at least 0.15"},
      {"heat without tools", sampleWith("\"towel\": 1", "\"towel\": 0"), "/score/goals/heat", "add one to /tools"},
      {"low lead goal", sampleWith("\"lead_goal\": 0.6", "\"lead_goal\": 0.3"), "/score/lead_goal", "allowed: 0.5"},
      {"weak lead", sampleWith("\"lead\": \"tension\"", "\"lead\": \"heat\""), "/score/lead", "largest weight"},
      {"falling stars", sampleWith("\"two\": 0.6", "\"two\": 0.3"), "/score/stars/two", "more than 0.35"},
      {"other stars", sampleWith("\"three\": 0.8", "\"three\": 0.7"), "/score/stars", "add \"reason\""},
      {"region upside down", sampleWith("[6, 24]", "[24, 6]"), "/regions/0/y", "upper smaller"},
      {"region beside the body",
       sampleWith("\"x\": [-14, 14], \"y\": [6, 24] }",
                  "\"x\": [-14, 14], \"y\": [6, 24] }, { \"x\": [21, 25], \"y\": [40, 55] }"),
       "/regions/1", "no tissue"},
      {"region between two cells",
       sampleWith("\"x\": [-14, 14], \"y\": [6, 24] }",
                  "\"x\": [-14, 14], \"y\": [6, 24] }, { \"x\": [0.1, 0.5], \"y\": [30.1, 30.5] }"),
       "/regions/1", "no tissue"},
      {"as warm as warmth makes it", sampleWith("\"deep_temperature_c\": 36.9", "\"deep_temperature_c\": 37.6"),
       "/tissue/deep_temperature_c", "gains nothing by it"},
      {"unsigned huge number", sampleWith("\"number\": 4", "\"number\": 18446744073709551615"), "/number",
       "18446744073709551615"},
      {"knot in the air", sampleWith("\"at\": [-8, 14]", "\"at\": [-25, 2]"), "/knots/0/at", "move it onto the back"},
      {"point far off", sampleWith("\"points\": [[-9, 14]]", "\"points\": [[-5, 50]]"), "/points/0", "widen a region"},
      {"knot left of every region", sampleWith("\"x\": [-14, 14]", "\"x\": [11, 14]"), "/knots/0/at", "widen a region"},
      {"knot above every region", sampleWith("\"y\": [6, 24]", "\"y\": [36, 44]"), "/knots/0/at", "widen a region"},
      {"two knots of one name",
       sampleWith("\"refers_to\": [-5, 3] }",
                  "\"refers_to\": [-5, 3] }, { \"id\": \"left-shoulder\", \"at\": [-7, 15], \"kind\": \"soft\", "
                  "\"tightness\": 0.5, \"muscle\": \"upper_trapezius\" }"),
       "/knots/1/id", "left-shoulder"},
      {"first and avoid", sampleWith("\"avoid\": [\"tapotement\"]", "\"avoid\": [\"effleurage\"]"), "/intake/avoid/0",
       "take it out of the other"},
      {"no first move", sampleWith("\"first\": [\"effleurage\"]", "\"first\": []"), "/intake/first", "at least one"},
      {"tool not in the tray", sampleWith("\"tempting\": [", "\"tempting\": [\"stone\", "), "/tempting/0",
       "add it to /tools/stone"},
      {"weights too many", sampleWith("\"insight\": 15000", "\"insight\": 16000"), "/score/weights", "take away 1000"},
      {"star out of reach", sampleWith("\"three\": 0.8", "\"three\": 0.99"), "/score/stars/three", "0.2 to 0.95"},
      {"star for nothing", sampleWith("\"one\": 0.35", "\"one\": 0.1"), "/score/stars/one", "0.2 to 0.95"},
      {"region inside out", sampleWith("\"x\": [-14", "\"x\": [20"), "/regions/0/x", "left smaller"},
      {"also and avoid", sampleWith("\"avoid\": [\"tapotement\"]", "\"avoid\": [\"petrissage\"]"), "/intake/avoid/0",
       "also in \"also\""},
      {"plan too long", sampleWith("\"seconds\": 40", "\"seconds\": 80"), "/plan", "from the steps"},
  };
}

}  // namespace

TEST_CASE("a bad level is refused with file, place and remedy", "[level]") {
  for (const Bad& bad : badLevels()) {
    INFO(bad.name);
    if (std::string(bad.name) != "empty") REQUIRE(!bad.text.empty());
    const Result<Level> read = readLevel(bad.text, "levels/bad.json");
    REQUIRE(!read.ok());
    const std::string message = read.error().text();
    INFO(message);
    CHECK(read.error().file == "levels/bad.json");
    CHECK(message.find(bad.place) != std::string::npos);
    CHECK(message.find(bad.remedy) != std::string::npos);
  }
}

TEST_CASE("what a level leaves out keeps its default", "[level]") {
  std::string text(kSampleLevel);
  const auto cut = [&](std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.erase(at, text.find(to, at) + to.size() - at);
  };
  cut("\"state\":", "},");
  cut("\"posture\": {", "},");
  cut("\"points\":", "]],");
  cut("\"no_go\":", "}],");
  cut("\"end_early\":", "},");
  cut(",\n  \"tempting\":", "]");
  cut(",\n    \"stars\":", "}");
  const Result<Level> read = readLevel(text, "levels/less.json");
  INFO((read ? std::string() : read.error().text()));
  REQUIRE(read.ok());
  const Level& level = read.value();
  const Level none;
  CHECK(level.state.arousal == none.state.arousal);
  CHECK(level.state.endorphins == none.state.endorphins);
  CHECK(level.posture.forwardHead == none.posture.forwardHead);
  CHECK(level.stars.two == none.stars.two);
  CHECK(level.keepSeconds == none.keepSeconds);
  CHECK(level.points.empty());
  CHECK(level.noGo.empty());
  CHECK(level.tempting.empty());
  CHECK_FALSE(readLevelFile("levels/there-is-no-such.json").ok());
}

TEST_CASE("lint tells of everything at once", "[level]") {
  std::string text = sampleWith("\"tone\"", "\"tonne\"");
  text.replace(text.find("\"number\": 4"), 11, "\"number\": 0");
  CHECK(lintLevel(text, "x.json").size() == 2);
  CHECK(lintLevel(kSampleLevel, "x.json").empty());
}

TEST_CASE("the content hash ignores layout, key order and how numbers are written", "[level]") {
  const std::uint64_t hash = readLevel(kSampleLevel, "a.json").value().hash;
  // No white space, keys in the other order, no $schema, other spellings of the same numbers.
  const auto tree = nlohmann::ordered_json::parse(kSampleLevel);
  nlohmann::ordered_json turned = nlohmann::ordered_json::object();
  for (auto it = tree.rbegin(); it != tree.rend(); ++it) {
    if (it.key() != "$schema") turned[it.key()] = it.value();
  }
  std::string text = turned.dump();
  CHECK(readLevel(text, "b.json").value().hash == hash);
  text.replace(text.find("\"number\":4"), 10, "\"number\":4.0");
  text.replace(text.find("\"tone\":0.6"), 10, "\"tone\":60e-2");
  CHECK(readLevel(text, "c.json").value().hash == hash);
  CHECK(readLevel(sampleWith("\"tone\": 0.6", "\"tone\": 0.61"), "d.json").value().hash != hash);
  CHECK(readLevel(sampleWith("The desk neck", "The desk neck!"), "e.json").value().hash != hash);
}

TEST_CASE("the schema only uses what the checker understands, and its defaults are the game's", "[level]") {
  REQUIRE(levelSchema().is_object());
  const auto& definitions = levelSchema().at("definitions");
  const auto defaultOf = [&definitions](const char* group, const char* key) {
    return definitions.at(group).at("properties").at(key).at("default").get<double>();
  };
  const Tissue tissue;
  CHECK(defaultOf("tissue", "tone") == Approx(tissue.tone));
  CHECK(defaultOf("tissue", "soreness") == Approx(tissue.soreness));
  CHECK(defaultOf("tissue", "narrowing") == Approx(tissue.narrowing));
  CHECK(defaultOf("tissue", "spasm") == Approx(tissue.spasm));
  CHECK(defaultOf("tissue", "shortness") == Approx(tissue.shortness));
  CHECK(defaultOf("tissue", "deep_temperature_c") == Approx(tissue.deepTemperatureC));
  CHECK(defaultOf("tissue", "cold_skin_c") == Approx(tissue.coldSkinC));
  CHECK(defaultOf("tissue", "acceptance") == Approx(tissue.acceptance));
  const PersonState state;
  CHECK(defaultOf("state", "arousal") == Approx(state.arousal));
  CHECK(defaultOf("state", "sensitisation") == Approx(state.sensitisation));
  CHECK(defaultOf("state", "endorphins") == Approx(state.endorphins));
  CHECK(definitions.at("technique").at("enum").get<std::vector<std::string>>() ==
        std::vector<std::string>(kTechniqueIds.begin(), kTechniqueIds.end()));
  CHECK(definitions.at("muscle").at("enum").get<std::vector<std::string>>() ==
        std::vector<std::string>(kMuscleIds.begin(), kMuscleIds.end()));
  CHECK(definitions.at("pain").at("enum").get<std::vector<std::string>>() ==
        std::vector<std::string>(kPainIds.begin(), kPainIds.end()));
  // A checker that meets an unknown keyword says so instead of letting everything through.
  const auto schema = nlohmann::json::parse(R"({"type":"object","patternProperties":{}})");
  CHECK(checkAgainstSchema(nlohmann::json::object(), schema, "s").size() == 1);
}

TEST_CASE("every shipped level passes the lint and the catalogue is in order", "[level]") {
  const std::string folder = std::string(KNEAD_SOURCE_DATA_DIR) + "/levels";
  const Catalogue catalogue = readCatalogue(folder);
  for (const Error& error : catalogue.errors) FAIL_CHECK(error.text());
  REQUIRE(!catalogue.levels.empty());
  std::set<std::uint64_t> hashes;
  for (std::size_t i = 0; i < catalogue.levels.size(); ++i) {
    const LevelEntry& entry = catalogue.levels[i];
    CHECK(lintLevelFile(entry.path).empty());
    CHECK(hashes.insert(entry.level.hash).second);
    if (i > 0) CHECK(entry.level.number > catalogue.levels[i - 1].level.number);
    CHECK(findLevel(entry.level.id, folder).value().hash == entry.level.hash);
    CHECK(findLevel(entry.path, folder).value().hash == entry.level.hash);
  }
  const Result<Level> misspelt = findLevel(catalogue.levels[0].level.id + "x", folder);
  REQUIRE(!misspelt.ok());
  CHECK(misspelt.error().what.find("did you mean \"" + catalogue.levels[0].level.id + "\"") != std::string::npos);
  CHECK(!readCatalogue("/nowhere/at/all").errors.empty());
}

TEST_CASE("id and chapter are where the file says", "[level]") {
  const Level level = readLevel(kSampleLevel, "x.json").value();
  CHECK(checkPlacement(level, "levels/first-hands/desk-neck.json", true).empty());
  CHECK(checkPlacement(level, "levels/other/desk-neck.json", true).at(0).place == "/chapter");
  CHECK(checkPlacement(level, "levels/other/desk-neck.json", false).empty());
  CHECK(checkPlacement(level, "levels/first-hands/neck.json", true).at(0).place == "/id");
}
