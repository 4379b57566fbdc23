// Hands that keys, sticks and a switch lead: they go where they are told, the moves they make are heard as what they
// are, and nobody needs to hurry or to hold.
#include <algorithm>

#include "hands/one_switch.hpp"
#include "hands/steered_hand.hpp"
#include "level/catalogue.hpp"
#include "sim/session.hpp"
#include "support/catch.hpp"

using namespace knead;
using hands::Steering;

namespace {

const level::Level& firstLevel() {
  static const level::Level level = level::findLevel("the-one-spot", KNEAD_SOURCE_DATA_DIR "/levels").value();
  return level;
}

// What the recogniser hears most while a device steers for so many seconds.
template <class Says>
sim::Move heard(Says says, float seconds, Vec2 from = {4.0F, 40.0F}) {
  level::Level level = firstLevel();
  sim::Session session(level, {});
  hands::SteeredHand hand(from);
  hand.setCeiling(.4F);
  sim::PointerResampler resampler;
  std::array<int, sim::kMoveCount> ticks{};
  for (int i = 0; static_cast<float>(i) < seconds * 120; ++i) {
    resampler.push(hand.sample(says(static_cast<float>(i) / 120), session.tickCount()));
    session.tick(resampler.take(session.tickCount()));
    ++ticks[static_cast<std::size_t>(session.touch().move)];
  }
  ticks[0] = 0;
  return static_cast<sim::Move>(std::max_element(ticks.begin(), ticks.end()) - ticks.begin());
}

Steering touching(Vec2 way) {
  Steering s;
  s.touch = true;
  s.way = way;
  return s;
}

struct Helped {
  sim::Session session{firstLevel(), {}};
  hands::HelpedHand hand{firstLevel(), 1};
  sim::PointerResampler resampler;
  // Returns the contact of the last tick.
  bool play(float seconds, float beatEvery = 0) {
    bool down = false;
    for (int i = 0; static_cast<float>(i) < seconds * 120; ++i) {
      if (beatEvery > 0 && hand.beatDue() * hands::kBeatS >= beatEvery) hand.beat();
      resampler.push(hand.sample(session));
      const sim::TickInput in = resampler.take(session.tickCount());
      session.tick(in);
      down = in.contact;
    }
    return down;
  }
  int knot() const {
    for (std::size_t i = 0; i < hand.places().size(); ++i)
      if (hand.places()[i].kind == hands::Place::Kind::Knot) return static_cast<int>(i);
    return -1;
  }
};

// Mean quality of all kneading.
float kneaded(const Helped& h) {
  for (const sim::MoveTime& m : h.session.score().moves)
    if (m.technique == level::Technique::Petrissage) return m.quality;
  return 0;
}

}  // namespace

TEST_CASE("keys make the moves of the table", "[hands]") {
  CHECK(heard([](float) { return touching({0, -1}); }, 1.6F, {4, 56}) == sim::Move::Effleurage);
  CHECK(heard([](float) { return touching({}); }, 3) == sim::Move::Compression);
  const auto turning = [](float t) {
    constexpr std::array<Vec2, 8> kRound = {{{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}}};
    return touching(kRound[static_cast<std::size_t>(t * 8) % 8]);
  };
  CHECK(heard(turning, 4) == sim::Move::Petrissage);
  const auto toAndFro = [](float t) { return touching({static_cast<int>(t * 4.4F) % 2 == 0 ? 1.0F : -1.0F, 0}); };
  CHECK(heard(toAndFro, 4) == sim::Move::Friction);
  Steering roll, tremble;
  roll.roll = tremble.tremble = true;
  CHECK(heard([&](float) { return roll; }, 3) == sim::Move::Tapotement);
  CHECK(heard([&](float) { return tremble; }, 3) == sim::Move::Vibration);
  const auto draws = [](float t) {
    Steering s = touching(t > .6F && t < 2.2F ? Vec2{0, 1} : Vec2{});
    s.slow = true;
    return s;
  };
  CHECK(heard(draws, 4) == sim::Move::Stretch);
}

TEST_CASE("the second stick kneads and rubs around the place of the first", "[hands]") {
  const auto circles = [](float t) {
    Steering s = touching({});
    s.lean = {cosOf(t * 6.6F), sinOf(t * 6.6F)};
    return s;
  };
  CHECK(heard(circles, 4) == sim::Move::Petrissage);
  const auto flicks = [](float t) {
    Steering s = touching({});
    s.lean = {.6F * sinOf(t * 13), 0};
    return s;
  };
  CHECK(heard(flicks, 4) == sim::Move::Friction);
}

TEST_CASE("a hand on its way takes no time, a hand that rests or works does", "[hands]") {
  hands::SteeredHand hand;
  Steering s;
  CHECK_FALSE(hand.travels(s));
  s.way = {1, 0};
  CHECK(hand.travels(s));
  s.touch = true;
  CHECK_FALSE(hand.travels(s));
  s = {};
  hand.goTo({8, 12});
  CHECK(hand.travels(s));
  for (int i = 0; i < 240; ++i) hand.sample(s, 0);
  CHECK_FALSE(hand.travels(s));
  CHECK(length(hand.at() - Vec2{8, 12}) < .06F);
}

TEST_CASE("a hand that lands stands still first", "[hands]") {
  hands::SteeredHand hand({0, 50});
  Steering s;
  s.way = {1, 0};
  for (int i = 0; i < 60; ++i) hand.sample(s, 0);
  s.way = {};
  s.touch = true;
  const float landed = hand.at().x;
  for (int i = 0; i < 60; ++i) hand.sample(s, 0);
  CHECK(hand.at().x == landed);
}

TEST_CASE("a steered hand stays on the table", "[hands]") {
  hands::SteeredHand hand;
  Steering s;
  s.way = {5, 5};
  for (int i = 0; i < 2400; ++i) hand.sample(s, 0);
  CHECK(hand.at().x == 24.0F);
  CHECK(hand.at().y == 70.0F);
}

TEST_CASE("a helped hand works as long as somebody keeps the beat, and lifts by itself when not", "[hands]") {
  Helped h;
  h.hand.choose(h.knot());
  h.hand.start(level::Technique::Petrissage);
  CHECK(h.play(12, hands::kBeatS));
  CHECK(h.session.touch().move == sim::Move::Petrissage);
  h.play(4 * hands::kBeatS);
  CHECK_FALSE(h.hand.working());
  CHECK_FALSE(h.session.touch().contact);
}

TEST_CASE("a beat that is a quarter of a second off costs little, none at all nothing where that is asked for",
          "[hands]") {
  Helped late, own;
  late.hand.choose(late.knot());
  late.hand.start(level::Technique::Petrissage);
  late.play(10, hands::kBeatS + .25F);
  CHECK(kneaded(late) > .8F);
  own.hand.setOwnTempo(true);
  own.hand.choose(own.knot());
  own.hand.start(level::Technique::Petrissage);
  CHECK(own.play(20));
  CHECK(kneaded(own) > .85F);
}

TEST_CASE("a press ends when its knot lets go, and never goes deeper than the ring", "[hands]") {
  Helped h;
  h.hand.setOwnTempo(true);
  h.hand.setDepth(1);
  h.hand.choose(h.knot());
  h.hand.start(level::Technique::TriggerPoint);
  int flinches = 0;
  for (int i = 0; i < 120 * 90 && h.hand.working(); ++i) {
    h.play(1.0F / 120);
    for (const sim::Event& e : h.session.events()) flinches += e.kind == sim::EventKind::Flinch ? 1 : 0;
  }
  CHECK(flinches == 0);
}

TEST_CASE("one switch reaches every place and every move, and time waits for it", "[hands]") {
  Helped h;
  hands::OneSwitch one(h.hand, 1.0F);
  using Kind = hands::OneSwitch::Item::Kind;
  one.update(0, h.session);
  REQUIRE(one.choosing());
  std::vector<int> seen;
  for (int i = 0; i < 40; ++i) {
    if (one.items()[one.lit()].kind == Kind::Place) seen.push_back(one.items()[one.lit()].place);
    one.update(1.0F, h.session);
  }
  for (int p = 0; p < static_cast<int>(h.hand.places().size()); ++p)
    CHECK(std::find(seen.begin(), seen.end(), p) != seen.end());
  while (one.items()[one.lit()].kind != Kind::Place || one.items()[one.lit()].place != h.knot())
    one.update(1, h.session);
  one.press(h.session);
  while (one.items()[one.lit()].kind != Kind::Move || one.items()[one.lit()].move != level::Technique::Friction)
    one.update(1, h.session);
  one.press(h.session);
  CHECK(h.hand.working() == level::Technique::Friction);
  CHECK_FALSE(one.choosing());
  one.update(1, h.session);
  CHECK(one.items().empty());
  h.hand.stop();
  one.update(1, h.session);
  CHECK(one.choosing());
  // A hand that keeps its own tempo would go on for ever: the press ends the move.
  h.hand.setOwnTempo(true);
  h.hand.start(level::Technique::Friction);
  one.update(1, h.session);
  CHECK_FALSE(one.choosing());
  one.press(h.session);
  CHECK_FALSE(h.hand.working());
  CHECK(one.choosing());
  h.hand.setOwnTempo(false);
  one.update(1, h.session);
  while (one.items()[one.lit()].kind != Kind::Wait) one.update(1, h.session);
  one.press(h.session);
  CHECK_FALSE(one.choosing());
  one.played(hands::OneSwitch::kWaitS);
  CHECK(one.choosing());
}
