// The C functions a page calls, natively: they give what replay::verify gives, and a picture can be had at any tick.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "core/file.hpp"
#include "core/hash.hpp"
#include "level/catalogue.hpp"
#include "replay/read.hpp"
#include "replay/verify.hpp"
#include "replay/write.hpp"
#include "support/catch.hpp"
#include "web/api.h"
#include "web/text.hpp"
#include "web/timeline.hpp"
#include "web/told.hpp"

using namespace knead;
using Json = nlohmann::json;

namespace {

const std::string kRoot = KNEAD_SOURCE_DATA_DIR;
const char* const kLevel = "light-then-deep";

std::string textOf(const std::string& path) { return readWholeFile(path, 1U << 20U).value(); }
std::string recordingOf(const std::string& id) { return textOf(kRoot + "/tests/golden/" + id + ".knead"); }
std::string levelTextOf(const std::string& id) {
  for (const level::LevelEntry& entry : level::readCatalogue(kRoot + "/levels").levels) {
    if (entry.level.id == id) return textOf(entry.path);
  }
  return {};
}

struct Opened {
  KneadRun* run;
  Opened(const std::string& level, const std::string& recording)
      : run(knead_run_open(level.data(), level.size(), reinterpret_cast<const std::uint8_t*>(recording.data()),
                           recording.size())) {}
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  ~Opened() { knead_run_close(run); }
  operator KneadRun*() const { return run; }
};

std::span<const std::uint8_t> bytesOf(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

TEST_CASE("A recording played through the C functions is proved second by second", "[web]") {
  const Opened run(levelTextOf(kLevel), recordingOf(kLevel));
  REQUIRE(std::string(knead_run_error(run)).empty());
  while (knead_run_step(run, 500) == 0) {
    const Json proof = Json::parse(knead_run_proof(run));
    REQUIRE(proof["checked"].get<std::uint32_t>() == knead_run_tick(run) / 120);
    REQUIRE(proof["first_different"] == 0);
  }
  const Json proof = Json::parse(knead_run_proof(run));
  REQUIRE(proof["finished"] == true);
  REQUIRE(proof["equal"] == proof["seconds"]);
  REQUIRE(proof["end_equal"] == true);
  REQUIRE(proof["score_equal"] == true);
  REQUIRE(proof["state"] == proof["recorded_state"]);
  REQUIRE(std::string(knead_run_state(run)) == proof["state"].get<std::string>());
  const Json card = Json::parse(knead_run_card(run));
  REQUIRE(card["score"] == Json::parse(knead_run_about(run))["claim"]["score"]);
  int sum = 0;
  for (const Json& term : card["terms"]) sum += term["points"].get<int>();
  REQUIRE(sum == card["score"].get<int>());
}

TEST_CASE("Going back and on leads to the states of straight play", "[web]") {
  const Opened straight(levelTextOf(kLevel), recordingOf(kLevel)), jumping(levelTextOf(kLevel), recordingOf(kLevel));
  knead_run_step(jumping, 6000);
  for (const std::uint32_t tick : {100U, 3000U, 1234U, 5999U, 0U, 4321U}) {
    knead_run_seek(straight, 0);
    knead_run_step(straight, tick);
    knead_run_seek(jumping, tick);
    REQUIRE(knead_run_tick(jumping) == tick);
    REQUIRE(std::string(knead_run_state(jumping)) == knead_run_state(straight));
  }
  knead_run_seek(jumping, 4000000000U);
  REQUIRE(knead_run_tick(jumping) == knead_run_end(jumping));
}

TEST_CASE("A frame holds what its table says, within its ranges", "[web]") {
  const Json body = Json::parse(knead_web_body());
  const Opened run(levelTextOf(kLevel), recordingOf(kLevel));
  knead_run_step(run, 3000);
  const float* frame = knead_run_frame(run);
  const auto part = [&](const char* name, std::size_t i) {
    return frame[body["parts"][name][0].get<std::size_t>() + i];
  };
  REQUIRE(part("clock", 0) == 3000.0F);
  REQUIRE(part("person", 0) >= 0.0F);
  REQUIRE(part("person", 0) <= 10.0F);
  REQUIRE(part("knots", 0) >= 0.0F);
  for (std::size_t i = 0; i < body["parts"]["tone"][1].get<std::size_t>(); ++i) {
    REQUIRE(part("tone", i) >= 0.0F);
    REQUIRE(part("tone", i) <= 1.0F);
    REQUIRE(part("skin", i) > 10.0F);
  }
  REQUIRE(body["vertebrae"].size() == 24);
  REQUIRE(body["muscles"].size() == 10);
}

TEST_CASE("What cannot be played is a sentence", "[web]") {
  const std::string level = levelTextOf(kLevel), recording = recordingOf(kLevel);
  const Opened noLevel("{", recording), noRecording(level, recording.substr(0, 100)),
      other(levelTextOf("dough"), recording), nothing("", "");
  for (const Opened* run : {&noLevel, &noRecording, &other, &nothing}) {
    REQUIRE(std::string(knead_run_error(*run)).size() > 10);
    REQUIRE(knead_run_step(*run, 10) == 1);
    REQUIRE(knead_run_end(*run) == 0);
    REQUIRE(knead_run_frame(*run) == nullptr);
    REQUIRE(std::string(knead_run_proof(*run)) == "null");
    REQUIRE(std::string(knead_run_said(*run)) == "[]");
    knead_run_seek(*run, 5);
  }
  REQUIRE(std::string(knead_run_error(other)).find("played on") != std::string::npos);
}

TEST_CASE("A recording that was tampered with is said to differ, and where", "[web]") {
  replay::Replay replay = replay::decode(bytesOf(recordingOf(kLevel)), "golden").value();
  const auto proofOf = [&] {
    const auto bytes = replay::encode(replay);
    const Opened run(levelTextOf(kLevel), std::string(bytes.begin(), bytes.end()));
    knead_run_step(run, 100000);
    return Json::parse(knead_run_proof(run));
  };
  SECTION("the hand elsewhere for a moment in second 11") {
    for (std::size_t i = 1200; i < 1260; ++i) {
      replay.inputs[i].contact = !replay.inputs[i].contact;
      replay.inputs[i].x = 500;
    }
    const Json proof = proofOf();
    REQUIRE(proof["first_different"] == 11);
    REQUIRE(proof["equal"] < proof["seconds"]);
    REQUIRE(proof["end_equal"] == false);
  }
  SECTION("the state at the end") {
    replay.claim.stateHash ^= 1;
    const Json proof = proofOf();
    REQUIRE(proof["equal"] == proof["seconds"]);
    REQUIRE(proof["end_equal"] == false);
    REQUIRE(proof["first_different"].get<std::size_t>() == replay.hashes.size() + 1);
  }
  SECTION("the score") {
    replay.claim.score -= 1;
    const Json proof = proofOf();
    REQUIRE(proof["end_equal"] == true);
    REQUIRE(proof["score_equal"] == false);
  }
}

TEST_CASE("Time lines of all golden replays agree with the proof of their scores", "[web]") {
  const level::Catalogue catalogue = level::readCatalogue(kRoot + "/levels");
  for (const level::LevelEntry& entry : catalogue.levels) {
    CAPTURE(entry.level.id);
    const replay::Replay replay = replay::decode(bytesOf(recordingOf(entry.level.id)), "golden").value();
    const std::string text = web::runTimeline(entry.level, replay);
    const Json line = Json::parse(text);
    REQUIRE(line["format"] == 1);
    REQUIRE(line["found"]["equal"].get<std::size_t>() == replay.hashes.size());
    REQUIRE(line["found"]["end_equal"] == true);
    REQUIRE(line["found"]["state"] == line["claim"]["state"]);
    REQUIRE(line["people"].size() >= 1);
    REQUIRE(line["people"].size() <= entry.level.people());
    REQUIRE(line["pain"].size() >= replay.hashes.size() + 1);
    REQUIRE(line["pain"].size() <= replay.hashes.size() + 2);
    for (const std::string_view meter : level::kMechanismIds)
      REQUIRE(line["meters"][std::string(meter)].size() == line["pain"].size());
    for (const Json& move : line["moves"]) REQUIRE(move["from"] < move["to"]);
    for (const Json& moment : line["moments"]) REQUIRE(moment["second"] <= line["seconds"]);
    // For the comparison with the browser's (tests/web/golden.mjs).
    std::ofstream(std::string(KNEAD_TEST_OUTPUT_DIR) + "/timeline-" + entry.level.id + ".json") << text;
  }
}

TEST_CASE("Places have the names that people use", "[web]") {
  REQUIRE(web::placeOf({-9, 15}) == "left shoulder");
  REQUIRE(web::placeOf({9, 25}) == "right shoulder blade");
  REQUIRE(web::placeOf({0, 5}) == "neck");
  REQUIRE(web::placeOf({5, 50}) == "right lower back");
  REQUIRE(web::placeOf({-8, 62}) == "left hip");
}

TEST_CASE("Numbers and words are written as JSON", "[web]") {
  REQUIRE(web::decimal(1.005F, 2) == "1");
  REQUIRE(web::decimal(-0.25F, 2) == "-0.25");
  REQUIRE(web::decimal(3.1F, 1) == "3.1");
  REQUIRE(web::decimal(0.0F, 3) == "0");
  REQUIRE(Json::parse(web::quoted("a\"\\\n</script>é")) == "a\"\\\n</script>é");
  REQUIRE(web::quoted("</script>").find('<') == std::string::npos);
}
