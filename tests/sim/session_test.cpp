// Sessions: the same input gives the same bits, two at once do not disturb each other, points add up, bad ends end.
#include <malloc.h>

#include "bots/bot_input.hpp"
#include "level/catalogue.hpp"
#include "sim/session.hpp"
#include "support/catch.hpp"
#include "support/shipped.hpp"

using namespace knead;

namespace {

struct Player {
  Player(const level::Level& level, std::string_view bot, std::uint64_t seed)
      : hand(bots::makeBot(bot, level, seed)), session(level, setup(*hand, seed)) {}
  static sim::SessionSetup setup(const bots::Bot& bot, std::uint64_t seed) { return bots::setupOf(bot, seed); }
  void tick() { session.tick(input.next(session)); }
  std::unique_ptr<bots::Bot> hand;
  bots::BotInput input{*hand};
  sim::Session session;
};

}  // namespace

TEST_CASE("two sessions interleaved hash as two run alone", "[session]") {
  const level::Level one = testing::shippedLevel("first-touch");
  const level::Level two = testing::shippedLevel("light-then-deep");
  Player a(one, "expert", 1);
  Player b(two, "novice", 2);
  for (int i = 0; i < 3000; ++i) {
    a.tick();
    b.tick();
  }
  Player aloneA(one, "expert", 1);
  for (int i = 0; i < 3000; ++i) aloneA.tick();
  Player aloneB(two, "novice", 2);
  for (int i = 0; i < 3000; ++i) aloneB.tick();
  CHECK(a.session.stateHash() == aloneA.session.stateHash());
  CHECK(b.session.stateHash() == aloneB.session.stateHash());
  CHECK(a.session.stateHash() != b.session.stateHash());
}

TEST_CASE("asking for the score changes nothing", "[session]") {
  const level::Level level = testing::shippedLevel("dough");
  Player asked(level, "expert", 4);
  Player quiet(level, "expert", 4);
  for (int i = 0; i < 2400; ++i) {
    asked.tick();
    quiet.tick();
    if (i % 300 == 0) (void)asked.session.score();
  }
  CHECK(asked.session.stateHash() == quiet.session.stateHash());
}

TEST_CASE("the terms add up to the score", "[session]") {
  for (const char* bot : {"expert", "novice", "wrong", "presser", "masher", "idle"}) {
    Player player(testing::shippedLevel("warm-the-stone-wall"), bot, 7);
    while (!player.session.ended()) player.tick();
    const sim::ScoreCard card = player.session.score();
    int sum = 0;
    for (const sim::ScoreTerm& term : card.terms) {
      sum += term.points;
      CHECK_FALSE(term.why.empty());
    }
    CHECK(sum == card.score);
    CHECK(card.score >= 0);
    CHECK(card.score <= 100000);
  }
}

TEST_CASE("wider tolerance forgives poor hands and changes nothing for still ones", "[session]") {
  const level::Level level = testing::shippedLevel("long-way-up");
  const auto score = [&level](const char* name, bool wider) {
    const std::unique_ptr<bots::Bot> bot = bots::makeBot(name, level, 3);
    sim::Session session(level, {3, bot->intake(), {false, wider}});
    bots::BotInput input(*bot);
    while (!session.ended()) session.tick(input.next(session));
    return session.score().score;
  };
  CHECK(score("novice", true) > score("novice", false));
  CHECK(score("idle", true) == score("idle", false));
}

TEST_CASE("a muscle that falls below its band is told of once, not every second", "[session]") {
  level::Level level = testing::shippedLevel("dough");
  level.tissue.tone = 0.30F;
  level.state.arousal = 0.0F;
  level.seconds = 180;
  for (level::Knot& knot : level.knots) knot.tightness = 0.05F;
  level.plan = {{level::Technique::Petrissage, 180.0F}};
  Player player(level, "expert", 1);
  std::array<int, level::kMuscleCount> told{};
  while (!player.session.ended()) {
    player.tick();
    for (const sim::Event& event : player.session.events()) {
      if (event.kind == sim::EventKind::OverReleased) ++told[static_cast<std::size_t>(event.index)];
    }
  }
  int muscles = 0;
  for (const int times : told) {
    muscles += times > 0 ? 1 : 0;
    CHECK(times < 10);
  }
  CHECK(muscles > 0);
}

TEST_CASE("a stroke toward the heart brings more flow than the same stroke away from it", "[session]") {
  const level::Level level = testing::shippedLevel("long-way-up");
  const auto flow = [&level](bool up) {
    sim::Session session(level, {});
    for (int stroke = 0; stroke < 12; ++stroke) {
      for (int i = 0; i < 240; ++i) {
        const float t = static_cast<float>(i) / 239.0F;
        const float y = up ? 60.0F - 28.0F * t : 32.0F + 28.0F * t;
        session.tick(sim::quantise({stroke % 2 == 0 ? 4.0F : -4.0F, y}, i < 230, level::Tool::Hand, 0.3F));
      }
    }
    return session.meters().circulation;
  };
  const float toward = flow(true);
  const float away = flow(false);
  INFO(toward << " against " << away);
  CHECK(toward > 0.05F);
  CHECK(toward > 1.2F * away);
}

TEST_CASE("somebody pressed too hard asks to stop", "[session]") {
  Player player(testing::shippedLevel("light-then-deep"), "presser", 1);
  while (!player.session.ended()) player.tick();
  CHECK(player.session.ending() == sim::Ending::Comfort);
  CHECK(player.session.score().stars == 0);
}

TEST_CASE("to refer somebody who came for relief scores nothing; a real sign makes it the winning move", "[session]") {
  level::Level level = testing::shippedLevel("first-touch");
  sim::SessionSetup setup;
  setup.intake.refer = true;
  const sim::Session plain(level, setup);
  CHECK(plain.ended());
  CHECK(plain.score().score == 0);
  level.intake.refer = true;
  const sim::Session sign(level, setup);
  CHECK(sign.ending() == sim::Ending::Referred);
  CHECK(sign.score().score == 100000);
  CHECK(sign.score().stars == 3);
}

TEST_CASE("a towel lies where it is laid, is taken off by the next touch there, and the tray runs out", "[session]") {
  sim::Session session(testing::shippedLevel("warm-the-stone-wall"), {});
  const auto press = [&](Vec2 at) {
    for (int i = 0; i < 6; ++i) session.tick(sim::quantise(at, i < 3, level::Tool::Towel, 0.65F));
  };
  REQUIRE(session.stock(level::Tool::Towel) == 3);
  press({0.0F, 30.0F});
  REQUIRE(session.tools().size() == 1);
  press({2.0F, 31.0F});
  CHECK(session.tools().empty());
  press({0.0F, 30.0F});
  press({0.0F, 40.0F});
  press({0.0F, 50.0F});
  CHECK(session.tools().size() == 2);
  CHECK(session.stock(level::Tool::Towel) == 0);
}

TEST_CASE("a session fits in two megabytes", "[session]") {
  // What the allocator of the C library has given out; elsewhere, or under a sanitizer, there is nothing to read.
  const auto inUse = [] {
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
  };
  const level::Level level = testing::shippedLevel("release-then-length");
  const sim::Session warmUp(level, {});  // tables made once are not the session's
  const std::size_t before = inUse();
  const auto session = std::make_unique<sim::Session>(level, sim::SessionSetup{});
  const std::size_t used = inUse() - before;
  INFO(used << " bytes");
  if (before > 0) CHECK(used > sizeof(sim::Field<float>));
  CHECK(used < 2U * 1024U * 1024U);
}
