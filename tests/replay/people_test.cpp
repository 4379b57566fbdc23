// Recordings of levels with several people, whose player says what to expect of the next only when that one comes.
#include "level/level_reader.hpp"
#include "replay/record.hpp"
#include "replay/verify.hpp"
#include "support/catch.hpp"
#include "support/shipped.hpp"

using namespace knead;
using replay::Verdict;

namespace {

sim::IntakeAnswer answer(bool refer, std::optional<level::Technique> first = {}) {
  sim::IntakeAnswer out;
  out.refer = refer;
  out.first = first;
  return out;
}

// Somebody who strokes up and down, and answers when they are asked.
replay::Replay played(const level::Level& level, sim::SessionSetup setup,
                      const std::vector<sim::IntakeAnswer>& answers) {
  sim::Session session(level, setup);
  replay::Recorder recorder(level, setup, replay::InputMode::Mouse);
  std::size_t asked = 0;
  while (!session.ended()) {
    if (session.waits()) {
      session.expect(answers.at(asked++));
      recorder.expected(session);
      continue;
    }
    const auto t = static_cast<float>(session.tickCount() % 360);
    const Vec2 at{3, t < 180 ? 15 + t * .1F : 33 - (t - 180) * .1F};
    const sim::TickInput input = sim::quantise(at, session.tickCount() % 720 < 600, level::Tool::Hand, .6F);
    session.tick(input);
    recorder.note(input, session);
  }
  CHECK(asked == answers.size());
  return recorder.finish(session.score());
}

}  // namespace

TEST_CASE("a session of several people is proved whenever its answers were given", "[replay][people]") {
  for (const char* name : {"twins", "desk-and-drum", "stiff-or-scared", "walk-in-clinic"}) {
    INFO(name);
    const level::Level level = testing::shippedLevel(name);
    std::vector<sim::IntakeAnswer> answers;
    for (std::size_t i = 1; i < level.people(); ++i)
      answers.push_back(answer(false, i % 2 == 0 ? std::optional(level::Technique::Effleurage) : std::nullopt));
    const replay::Replay replay = played(level, {}, answers);
    CHECK(replay.header.setup.further == answers);
    CHECK(replay::verify(replay, &level).why == "every second and the result are as recorded");
  }
}

TEST_CASE("who is sent to a doctor is in the recording, first, between others and last", "[replay][people]") {
  const level::Level level = testing::shippedLevel("walk-in-clinic");
  const std::size_t people = level.people();
  REQUIRE(people > 2);
  for (std::size_t referred = 0; referred < people; ++referred) {
    INFO(referred);
    sim::SessionSetup setup;
    setup.intake.refer = referred == 0;
    std::vector<sim::IntakeAnswer> answers;
    for (std::size_t i = 1; i < people; ++i) answers.push_back(answer(i == referred));
    const replay::Replay replay = played(level, setup, answers);
    CHECK(replay::verify(replay, &level).verdict == Verdict::Equal);
  }
  // All of them: nobody was touched.
  sim::SessionSetup setup;
  setup.intake.refer = true;
  const replay::Replay replay = played(level, setup, std::vector<sim::IntakeAnswer>(people - 1, answer(true)));
  CHECK(replay.inputs.empty());
  CHECK(replay::verify(replay, &level).verdict == Verdict::Equal);
}

TEST_CASE("without a timer all people together have what a recording holds", "[replay][people]") {
  const level::Level level = testing::shippedLevel("twins");
  sim::SessionSetup setup;
  setup.assists.noTimer = true;
  const replay::Replay replay = played(level, setup, {answer(false)});
  CHECK(replay.inputs.size() == replay::kMaxTicks);
  const replay::Verification seen = replay::verify(replay, &level);
  CHECK(seen.verdict == Verdict::Equal);
  // The first took all of it.
  REQUIRE(seen.card->visits.size() == 2);
  CHECK(seen.card->visits[0].ending == sim::Ending::Time);
  CHECK(seen.card->visits[1].ending == sim::Ending::Time);
}
