#include "board/judge.hpp"

#include "board/material.hpp"
#include "core/file.hpp"
#include "replay/record.hpp"
#include "support/catch.hpp"
#include "support/played.hpp"

using namespace knead;
using board::Judgement;
using board::Verdict;

TEST_CASE("what a run is worth comes from playing it again", "[board]") {
  const level::Level& level = testing::shippedLevel("first-touch");
  const replay::Replay run = testing::playedBy("novice", level, 4);
  const Judgement honest = board::judge(run, level);
  CHECK(honest.verdict == Verdict::Accepted);
  CHECK(honest.score == run.claim.score);
  CHECK(honest.stars == run.claim.stars);
  CHECK(honest.stateHash == run.claim.stateHash);
  CHECK(honest.painAfter < honest.painBefore);
  SECTION("whatever it claims") {
    for (const int claim : {0, 1, 99999, 100000}) {
      replay::Replay forged = run;
      forged.claim.score = claim;
      forged.claim.stars = 3;
      const Judgement seen = board::judge(forged, level);
      CHECK(seen.verdict == Verdict::ScoreDiffers);
      CHECK(seen.score == run.claim.score);
      CHECK(seen.stars == run.claim.stars);
      CHECK(seen.claimedScore == claim);
    }
  }
  SECTION("a machine that drifts is believed in its input and told where") {
    replay::Replay drifted = run;
    drifted.hashes[9] ^= 1U;
    const Judgement seen = board::judge(drifted, level);
    CHECK(seen.verdict == Verdict::Accepted);
    CHECK(seen.driftSecond == 10U);
    CHECK(seen.score == run.claim.score);
  }
  SECTION("an end that was not reached") {
    replay::Replay cut = run;
    cut.inputs.resize(cut.inputs.size() / 2);
    cut.hashes.resize(cut.inputs.size() / replay::kTicksPerHash);
    CHECK(board::judge(cut, level).verdict == Verdict::Unfinished);
  }
  SECTION("more input than the level has time for") {
    replay::Replay longer = run;
    longer.inputs.resize(static_cast<std::size_t>(level.seconds) * 120 + 1);
    CHECK(board::judge(longer, level).verdict == Verdict::Malformed);
  }
  SECTION("input after the session's end, which would be another recording of the same play") {
    sim::SessionSetup setup;
    setup.assists.noTimer = true;
    sim::Session session(level, setup);
    replay::Recorder recorder(level, setup, replay::InputMode::Mouse);
    while (!session.ended()) {
      sim::TickInput input;
      input.finish = session.tickCount() == 600;
      session.tick(input);
      recorder.note(input, session);
    }
    replay::Replay enough = recorder.finish(session.score());
    CHECK(board::judge(enough, level).verdict == Verdict::Accepted);
    enough.inputs.resize(enough.inputs.size() + 240);
    enough.hashes.resize(enough.inputs.size() / replay::kTicksPerHash, session.stateHash());
    const Judgement seen = board::judge(enough, level);
    CHECK(seen.verdict == Verdict::Malformed);
    CHECK(seen.why.find("the replay goes on") != std::string::npos);
  }
  SECTION("another level's content, other rules, a person with something left in them") {
    level::Level other = level;
    other.hash ^= 1U;
    CHECK(board::judge(run, other).verdict == Verdict::UnknownLevel);
    replay::Replay old = run;
    old.header.rulesVersion += 1;
    CHECK(board::judge(old, level).verdict == Verdict::OtherRules);
    replay::Replay again = run;
    again.header.setup.carry.ease = 3;
    CHECK(board::judge(again, level).verdict == Verdict::NotRanked);
  }
}

TEST_CASE("whoever was sent to a doctor in time is on the board, though nobody played for a second", "[board]") {
  const level::Level& level = testing::shippedLevel("one-hot-calf");
  sim::SessionSetup setup;
  setup.intake.refer = true;
  const sim::Session session(level, setup);
  REQUIRE(session.ending() == sim::Ending::Referred);
  const Judgement seen =
      board::judge(replay::Recorder(level, setup, replay::InputMode::Mouse).finish(session.score()), level);
  CHECK(seen.verdict == Verdict::Accepted);
  CHECK(seen.score == 100000);
  CHECK(seen.stars == 3);
  CHECK(seen.ticks == 0);
}

TEST_CASE("the page of the server has every verdict", "[board]") {
  const auto page = readWholeFile(std::string(KNEAD_SOURCE_DATA_DIR) + "/docs/server.md", 1U << 20U);
  REQUIRE(page);
  const std::string text(page.value().begin(), page.value().end());
  for (const board::VerdictWords& one : board::kVerdicts) {
    INFO(one.id);
    CHECK(text.find("`" + std::string(one.id) + "`") != std::string::npos);
  }
}

TEST_CASE("every verdict has an id and words, and says whether to try again", "[board]") {
  for (std::size_t i = 0; i < board::kVerdicts.size(); ++i) {
    const board::VerdictWords& one = board::kVerdicts[i];
    CHECK(static_cast<std::size_t>(one.verdict) == i);
    CHECK(board::verdictOf(one.id) == one.verdict);
    CHECK(std::string_view(one.words).size() > 15);
    CHECK_FALSE((board::isAccepted(one.verdict) && board::isForNow(one.verdict)));
  }
  CHECK_FALSE(board::verdictOf("no such").has_value());
}
