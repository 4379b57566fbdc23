// Going to a place in a recording is the same as playing up to it.
#include "app/playback.hpp"

#include "app/view/session_curve.hpp"
#include "level/catalogue.hpp"
#include "replay/read.hpp"
#include "support/catch.hpp"

using namespace knead;

namespace {

struct Recording {
  level::Level level;
  replay::Replay replay;
};

Recording recording() {
  auto level = level::findLevel("first-touch", KNEAD_SOURCE_DATA_DIR "/levels");
  REQUIRE(level.ok());
  auto replay = replay::readReplayFile(KNEAD_SOURCE_DATA_DIR "/tests/golden/first-touch.knead");
  REQUIRE(replay.ok());
  return {std::move(level).value(), std::move(replay).value()};
}

}  // namespace

TEST_CASE("a place in a recording is the same from both sides", "[app]") {
  const Recording r = recording();
  app::Playback there(r.level, r.replay);
  // On, back over copies, on within one, to the very first and past the end.
  for (const std::uint32_t tick : {1300U, 599U, 600U, 601U, 1U, 0U, 2400U, 1201U, 1000000U, 37U}) {
    there.seek(tick);
    app::Playback straight(r.level, r.replay);
    while (straight.tick() < tick && !straight.done()) straight.step();
    INFO("tick " << tick);
    REQUIRE(there.tick() == straight.tick());
    REQUIRE(there.session().stateHash() == straight.session().stateHash());
    REQUIRE(there.input() == straight.input());
  }
}

TEST_CASE("a recording that was wandered through ends as it was claimed", "[app]") {
  const Recording r = recording();
  app::Playback playback(r.level, r.replay);
  for (const std::uint32_t tick : {2000U, 100U, 1500U}) playback.seek(tick);
  while (!playback.done()) playback.step();
  REQUIRE(playback.session().ended());
  REQUIRE(playback.session().stateHash() == r.replay.claim.stateHash);
  const auto at = playback.tick();
  playback.step();
  REQUIRE(playback.tick() == at);
}

TEST_CASE("bands of moves follow one another within the session", "[app]") {
  const Recording r = recording();
  const app::SessionCurve curve = app::curveOf(r.level, r.replay);
  REQUIRE_FALSE(curve.bands.empty());
  REQUIRE(curve.pain.size() == static_cast<std::size_t>(curve.seconds) + 1);
  float last = 0;
  for (const app::MoveBand& band : curve.bands) {
    REQUIRE(band.from >= last);
    REQUIRE(band.to - band.from >= app::kLeastBandS);
    last = band.to;
  }
  REQUIRE(last <= curve.seconds);
}
