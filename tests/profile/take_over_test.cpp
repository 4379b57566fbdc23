// The files of the game before it had a store are taken over once, without loss, and stay where they are.
#include "profile/take_over.hpp"

#include "profile/test_files.hpp"
#include "replay/read.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::profile;
using namespace knead::testing;

namespace {

Store openIn(const std::string& folder, std::string& notice) { return openPlayersStore(folder, notice); }

void record(const std::string& folder, const std::string& file, const Run& run) {
  std::filesystem::create_directories(folder + "/replays");
  const auto bytes = recordingOf(run);
  put(folder + "/replays/" + file, std::string(bytes.begin(), bytes.end()));
}

std::string progressOf(const std::string& runs) {
  return R"({"schema":1,"levels":{"dough":{"best_stars":3,"plays":41,"level_hash":"0000000000000007","runs":[)" + runs +
         R"(]}},"tried":{"stiffness/stretch":{"seconds":12.5,"quality":0.75}}})";
}

}  // namespace

TEST_CASE("progress, learning, diary and recordings are taken over", "[takeover]") {
  const std::string folder = freshFolder("profile-takeover");
  put(folder + "/progress.json",
      progressOf(R"({"score":900,"stars":2,"day":"2026-11-20","assisted":true,"replay":"dough-20261120-101010.knead"},)"
                 R"({"score":800,"stars":1,"day":"2026-11-01","assisted":false,"replay":""},)"
                 R"({"score":700,"stars":1,"day":"2026-11-21","replay":"dough-20261121-101010.knead"})"));
  put(folder + "/learning.json", R"({"schema":1,"sessions":12})");
  put(folder + "/diary.json", R"({"schema":1,"people":{}})");
  Run pad = runOf("dough", 900);
  pad.mode = replay::InputMode::Gamepad;
  record(folder, "dough-20261120-101010.knead", pad);
  record(folder, "dough-20261121-101010.knead", runOf("dough", 700));
  // Of a level that progress does not know, of an older content, and one that is better than what the board says.
  record(folder, "other-20261002-101010.knead", runOf("other", 400, 9));
  record(folder, "dough-20261003-101010.knead", runOf("dough", 990, 6));
  record(folder, "dough-20261004-101010.knead", runOf("dough", 999));
  put(folder + "/replays/broken.knead", "no recording");

  std::string notice;
  {
    Store store = openIn(folder, notice);
    CHECK(notice.empty());
    const Progress progress = store.progress().value();
    const LevelProgress* dough = progress.of("dough");
    REQUIRE(dough != nullptr);
    CHECK(dough->plays == 41);
    CHECK(dough->bestStars == 3);
    CHECK(dough->levelHash == 7);
    REQUIRE(dough->runs.size() == 3);
    CHECK(dough->runs[0].score == 900);
    CHECK(dough->runs[0].assisted);
    CHECK(dough->runs[0].recorded);
    CHECK(dough->runs[0].mode == replay::InputMode::Gamepad);
    CHECK(dough->runs[0].stateHash == 4711);
    CHECK(dough->runs[0].ticks == 1200);
    CHECK(store.recording(dough->runs[0].id).value() == recordingOf(pad));
    CHECK(dough->runs[1].day == "2026-11-01");
    CHECK_FALSE(dough->runs[1].recorded);
    CHECK_FALSE(dough->runs[1].mode.has_value());
    REQUIRE(progress.of("other") != nullptr);
    CHECK(progress.of("other")->bestScore() == 400);
    CHECK(progress.of("other")->runs[0].day == "2026-10-02");
    // The older first; the one of another player stays a file.
    const auto runs = store.lastRuns(100).value();
    REQUIRE(runs.size() == 5);
    CHECK(runs.back().day == "2026-10-02");
    CHECK(runs.front().score == 700);
    CHECK(progress.triedOn(level::Pain::Stiffness, level::Technique::Stretch)->seconds == Approx(12.5));
    CHECK(store.document(kLearningDocument).value() == std::optional<std::string>(R"({"sessions":12})"));
    REQUIRE(finish(store, runOf("dough", 100)).ok());
  }
  for (const char* file : {"progress.json", "learning.json", "diary.json", "replays/dough-20261120-101010.knead"})
    CHECK(std::filesystem::exists(folder + "/" + file));
  // Once: what they say later is not read.
  put(folder + "/learning.json", R"({"schema":1,"sessions":99})");
  Store again = openIn(folder, notice);
  CHECK(notice.empty());
  CHECK(again.progress().value().of("dough")->plays == 42);
  CHECK(again.document(kLearningDocument).value() == std::optional<std::string>(R"({"sessions":12})"));
}

TEST_CASE("one level's broken entry costs that level alone", "[takeover]") {
  const std::string folder = freshFolder("profile-entry");
  const std::string good = R"("best_stars":1,"plays":1,"level_hash":"00000000000000ff")";
  put(folder + "/progress.json",
      R"({"schema":1,"levels":{"a":{)" + good + R"(,"runs":[{"score":5,"stars":1}]},)" +
          R"("b":{"best_stars":-5},"c":7,"e":{)" + good + R"(,"runs":[{"score":100001,"stars":1}]},"d":{)" + good +
          R"(,"runs":[{"score":5,"stars":1,"replay":"../../x"}]}},)" +
          R"("tried":{"stiffness/towel":{"seconds":1e30,"quality":0.5},"x/y":{},)" + R"("stiffness":3}})");
  std::string notice;
  Store store = openIn(folder, notice);
  const Progress progress = store.progress().value();
  REQUIRE(progress.of("a") != nullptr);
  CHECK(progress.of("a")->levelHash == 255);
  for (const char* level : {"b", "c", "e"}) {
    CHECK(progress.of(level) == nullptr);
    CHECK(notice.find(std::string("/levels/") + level) != std::string::npos);
  }
  for (const char* pair : {"stiffness/towel", "x/y", "stiffness"})
    CHECK(notice.find(std::string("/tried/") + pair + ": ") != std::string::npos);
  REQUIRE(progress.of("d") != nullptr);
  CHECK_FALSE(progress.of("d")->runs[0].recorded);
}

TEST_CASE("a broken file is set aside and named; the rest is taken over", "[takeover]") {
  const std::string folder = freshFolder("profile-takeover-broken");
  put(folder + "/progress.json", "{");
  put(folder + "/learning.json", R"({"schema":1,"sessions":12})");
  record(folder, "dough-20261120-101010.knead", runOf("dough", 900));
  std::string notice;
  Store store = openIn(folder, notice);
  CHECK(notice.find(folder + "/progress.json.broken") != std::string::npos);
  // Progress is lost, but the recordings know of the runs.
  CHECK(store.progress().value().of("dough")->bestScore() == 900);
  CHECK(store.document(kLearningDocument).value().has_value());
}

TEST_CASE("nothing of before and nothing wrong: an empty store without a word", "[takeover]") {
  std::string notice;
  Store store = openIn(freshFolder("profile-takeover-none"), notice);
  CHECK(notice.empty());
  CHECK(store.kept());
  CHECK(store.progress().value().empty());
}
