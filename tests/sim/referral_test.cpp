// Pain felt elsewhere than the knot that makes it: where it is felt, how much it counts, and when pressing brings it
// on.
#include <algorithm>

#include "sim/body.hpp"
#include "sim/tuning.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::sim;

namespace {

constexpr Vec2 kKnot{-6.0F, 20.0F};
constexpr Vec2 kFeltAt{-4.0F, 6.0F};

level::Level levelWithKnot(bool refers) {
  level::Level level;
  level.id = "referral";
  level.seconds = 90;
  level.regions = {{-12.0F, 12.0F, 12.0F, 55.0F}};
  level.tissue.acceptance = 0.8F;
  level.weights = {0, 0, 100000, 0, 0, 0};
  level::Knot knot;
  knot.id = "k";
  knot.at = kKnot;
  knot.tightness = 0.95F;
  knot.refers = refers;
  knot.refersTo = kFeltAt;
  level.knots = {knot};
  return level;
}

// Presses for some seconds of play and gives the ticks at which a referral was told.
std::vector<Event> press(Body& body, Vec2 at, float depth, float playS, Move move = Move::Compression) {
  std::vector<Event> told;
  std::vector<Event> events;
  const int steps = static_cast<int>(playS * 15.0F);
  for (int i = 0; i < steps; ++i) {
    events.clear();
    const auto tick = static_cast<std::uint32_t>(i * tuning::kTicksPerStep);
    body.step({true, move, at, depth, static_cast<float>(i) / 15.0F + 2.0F}, tick, events);
    std::copy_if(events.begin(), events.end(), std::back_inserter(told),
                 [](const Event& e) { return e.kind == EventKind::ReferralFelt; });
  }
  return told;
}

}  // namespace

TEST_CASE("pressing a knot that refers is felt where it refers to, at most every six seconds", "[referral]") {
  const level::Level level = levelWithKnot(true);
  Body body(level);
  const std::vector<Event> told = press(body, kKnot, 0.6F, 13.0F);
  REQUIRE(told.size() == 3);
  for (const Event& event : told) {
    CHECK(event.index == 0);
    CHECK(event.at == kFeltAt);
    CHECK(event.move == Move::Compression);
    CHECK(event.value > 1.0F);
    CHECK(event.value < 10.0F);
  }
  CHECK(told[0].tick == 0);
  for (std::size_t i = 1; i < told.size(); ++i) CHECK(told[i].tick - told[i - 1].tick >= 6 * 120);
  CHECK(told[2].tick - told[0].tick < 13 * 120);
}

TEST_CASE("no referral from a light hand, another move, another place, a knot that stays local", "[referral]") {
  const level::Level level = levelWithKnot(true);
  const auto count = [&](Vec2 at, float depth, Move move) {
    Body body(level);
    return press(body, at, depth, 3.0F, move).size();
  };
  CHECK(count(kKnot, 0.6F, Move::Compression) == 1);
  CHECK(count(kKnot, 0.3F, Move::Compression) == 0);
  CHECK(count(kKnot, 0.6F, Move::Effleurage) == 0);
  CHECK(count(kFeltAt, 0.6F, Move::Compression) == 0);
  const level::Level local = levelWithKnot(false);
  Body body(local);
  CHECK(press(body, kKnot, 0.6F, 3.0F).empty());
}

TEST_CASE("a knot that has let go refers no more", "[referral]") {
  const level::Level level = levelWithKnot(true);
  Body body(level);
  const float before = body.painAt(kFeltAt);
  body.knots[0] = startKnot(level::KnotKind::Nodule, 0.05F, 1.0F);
  CHECK(body.painAt(kFeltAt) < 0.2F * before);
  CHECK(press(body, kKnot, 0.6F, 3.0F).empty());
}

TEST_CASE("the person's pain counts a knot as much as it is felt, wherever that is", "[referral]") {
  const level::Level away = levelWithKnot(true);
  const level::Level near = levelWithKnot(false);
  Body refers(away);
  Body stays(near);
  // Nothing else differs between the two, and there are no endorphins yet.
  CHECK(refers.measure().pain - stays.measure().pain == Approx(refers.knotPain(0) - stays.knotPain(0)).margin(0.001));
  CHECK(refers.painAt(kFeltAt) - stays.painAt(kFeltAt) == Approx(refers.knotPain(0)).margin(0.001));
  CHECK(refers.painAt(kKnot) < stays.painAt(kKnot) - 1.0F);
  // In tissue that does not hurt of itself, three fifths of the knot are left.
  for (Body* body : {&refers, &stays}) {
    body->tissue.tone.fill(0.3F);
    body->tissue.perfusion.fill(1.0F);
  }
  CHECK(refers.knotPain(0) == Approx(0.6F * stays.knotPain(0)));
}
