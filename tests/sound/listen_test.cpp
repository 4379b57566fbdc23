// What a session gives to the ear, and the way of it to the thread that renders.
#include "sound/listen.hpp"

#include <algorithm>
#include <cstring>
#include <memory>

#include "bots/bot.hpp"
#include "bots/bot_input.hpp"
#include "level/catalogue.hpp"
#include "sound/feed.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::sound;

namespace {

struct Played {
  std::vector<Heard> heard;
  Scene first, last;
};

Played played(const char* id, const char* name) {
  const auto level = level::findLevel(id, std::string(KNEAD_SOURCE_DATA_DIR) + "/levels");
  REQUIRE(level);
  const auto bot = bots::makeBot(name, level.value(), 1);
  REQUIRE(bot);
  bots::BotInput input(*bot);
  sim::Session session(level.value(), bots::setupOf(*bot, 1));
  Listener listener;
  listener.begin();
  Played out;
  out.first = listener.scene(session, false);
  while (!session.ended()) {
    const sim::TickInput tick = input.next(session);
    session.tick(tick);
    listener.tick(session, tick, out.heard);
  }
  out.last = listener.scene(session, false);
  return out;
}

long countOf(const Played& p, Cue cue) {
  return std::count_if(p.heard.begin(), p.heard.end(), [cue](const Heard& h) { return h.cue == cue; });
}

}  // namespace

TEST_CASE("a good session ends more relaxed than it began, with its knot heard once", "[sound]") {
  const Played good = played("the-one-spot", "expert");
  CHECK(countOf(good, Cue::KnotFreed) == 1);
  CHECK(countOf(good, Cue::LastSeconds) == 1);
  CHECK(countOf(good, Cue::Ended) == 1);
  CHECK(good.last.relaxation > good.first.relaxation + .3F);
  CHECK(good.last.tension < good.first.tension + .01F);
}

TEST_CASE("a session of harm is heard, never as a buzzer and never as a release", "[sound]") {
  const Played bad = played("the-one-spot", "wrong");
  CHECK(countOf(bad, Cue::KnotFreed) == 0);
  CHECK(bad.last.relaxation < .6F);
  const Played pressed = played("the-one-spot", "presser");
  CHECK(countOf(pressed, Cue::Flinch) + countOf(pressed, Cue::Guarding) + countOf(pressed, Cue::Bone) > 0);
}

TEST_CASE("what tells something has words", "[sound]") {
  for (const CueRow& row : cueTable()) {
    const bool own = row.cue == Cue::Tap || row.cue == Cue::Confirm;
    INFO("cue " << static_cast<int>(row.cue));
    CHECK((std::strlen(row.caption) > 0) == !own);
  }
}

TEST_CASE("a feed hands over what it was given, and drops cues when nobody renders", "[sound]") {
  const auto one = std::make_unique<Feed>(), two = std::make_unique<Feed>();
  std::vector<std::int16_t> a(1920), b(1920);
  Scene scene;
  scene.relaxation = .8F;
  for (int i = 0; i < 300; ++i) one->cue(Cue::Tap, 0, 1);  // more than the ring holds
  one->set(scene, {});
  two->set(scene, {});
  one->render(a);
  two->render(b);
  CHECK(a != b);
  CHECK(one->blocks() == 1);
  Levels silent;
  silent.master = 0;
  for (int i = 0; i < 200; ++i) {
    one->set(scene, silent);
    one->render(a);
  }
  CHECK(std::all_of(a.begin(), a.end(), [](std::int16_t x) { return std::abs(x) <= 3; }));
}
