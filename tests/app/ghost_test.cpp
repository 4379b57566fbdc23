// A ghost plays what was recorded, beside a session that knows nothing of it; what does not fit is refused with words.
#include "app/ghost.hpp"

#include "app/screens/play/ghost_hand.hpp"
#include "app/tour_stops.hpp"
#include "bots/bot_input.hpp"
#include "replay/write.hpp"
#include "support/catch.hpp"
#include "support/shipped.hpp"

using namespace knead;
using namespace knead::app;

namespace {

const level::Catalogue& levels() { return testing::shippedCatalogue(); }

// The whole of a session by a bot, with a ghost beside it or without: state hashes after each second, and the score.
std::vector<std::uint64_t> lived(const level::Level& level, GhostHand* ghost) {
  const auto bot = bots::makeBot("novice", level, 3);
  bots::BotInput input(*bot);
  sim::Session session(level, bots::setupOf(*bot, 3));
  std::vector<std::uint64_t> hashes;
  while (!session.ended()) {
    session.tick(input.next(session));
    if (ghost != nullptr) {
      ghost->tick();
      // As the display looks at it.
      (void)ghost->session().meters();
    }
    if (session.tickCount() % 120 == 0) hashes.push_back(session.stateHash());
  }
  const sim::ScoreCard card = session.score();
  hashes.push_back(card.stateHash);
  hashes.push_back(static_cast<std::uint64_t>(card.score));
  return hashes;
}

}  // namespace

TEST_CASE("a session is the same to the last bit with and without a ghost", "[ghost]") {
  for (const std::size_t at : {std::size_t{0}, std::size_t{3}, std::size_t{14}}) {
    const level::Level& level = levels().levels[at].level;
    INFO(level.id);
    const Outcome recorded = playedBy("expert", level);
    GhostHand ghost(level, {"Best", recorded.replay});
    CHECK(lived(level, &ghost) == lived(level, nullptr));
  }
}

TEST_CASE("a ghost does what was recorded, tick by tick, and again from the beginning", "[ghost]") {
  const level::Level& level = levels().levels[3].level;
  const Outcome recorded = playedBy("expert", level);
  GhostHand ghost(level, {"Best", recorded.replay});
  for (int round = 0; round < 2; ++round) {
    std::size_t second = 0;
    while (!ghost.over()) {
      ghost.tick();
      if (ghost.session().tickCount() % replay::kTicksPerHash != 0) continue;
      REQUIRE(ghost.session().stateHash() == recorded.replay.hashes[second]);
      ++second;
    }
    CHECK(second == recorded.replay.hashes.size());
    CHECK(ghost.session().score().score == recorded.card.score);
    // Nothing moves any more.
    const std::uint64_t end = ghost.session().stateHash();
    ghost.tick();
    CHECK(ghost.session().stateHash() == end);
    ghost.restart();
    CHECK_FALSE(ghost.over());
  }
}

TEST_CASE("settings choose the ghost; none yet is no ghost and no error", "[ghost]") {
  Options options;
  options.safeMode = true;
  Player player(options, false, [] { return std::string("2026-11-28"); });
  const level::Level& level = levels().levels[1].level;
  CHECK_FALSE(ghostFor(player, level).value().has_value());
  player.set(profile::Option::Ghost, profile::kGhostBest);
  CHECK_FALSE(ghostFor(player, level).value().has_value());
  CHECK_FALSE(ghostChoices(player, level)[profile::kGhostBest].there);
  const Outcome good = playedBy("expert", level), poor = playedBy("novice", level);
  player.take(level, good.card, good.replay);
  player.take(level, poor.card, poor.replay);
  CHECK(ghostFor(player, level).value()->replay == good.replay);
  player.set(profile::Option::Ghost, profile::kGhostLast);
  CHECK(ghostFor(player, level).value()->replay == poor.replay);
  CHECK(ghostChoices(player, level)[profile::kGhostLast].there);
  // At nought there is none.
  player.set(profile::Option::GhostLight, 0);
  CHECK_FALSE(ghostFor(player, level).value().has_value());
  player.set(profile::Option::GhostLight, 60);
  // Another content of the level has no runs yet.
  level::Level changed = level;
  changed.hash ^= 1U;
  CHECK_FALSE(ghostFor(player, changed).value().has_value());
}

TEST_CASE("a file that does not fit is refused with words", "[ghost]") {
  const level::Level &one = levels().levels[0].level, &other = levels().levels[1].level;
  const std::string path = std::string(KNEAD_TEST_OUTPUT_DIR) + "/ghost.knead";
  Outcome recorded = playedBy("novice", one);
  REQUIRE(replay::writeReplayFile(path, recorded.replay).ok());
  REQUIRE(ghostFromFile(path, one).ok());
  CHECK(ghostFromFile(path, one).value().label == "ghost");
  CHECK(ghostFromFile(path, other).error().text().find("not on \"" + other.id + "\"") != std::string::npos);
  level::Level changed = one;
  changed.hash ^= 1U;
  CHECK(ghostFromFile(path, changed).error().text().find("is now") != std::string::npos);
  recorded.replay.header.rulesVersion += 1;
  REQUIRE(replay::writeReplayFile(path, recorded.replay).ok());
  CHECK(ghostFromFile(path, one).error().text().find("rules version") != std::string::npos);
  CHECK_FALSE(ghostFromFile(path + ".none", one).ok());
}
