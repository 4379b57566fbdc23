// The recogniser against synthetic hands: the figures it must keep, the traces at the border of two moves,
// and what must hold for any input. Seeds here are not the ones the numbers were set with.
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/random.hpp"
#include "support/catch.hpp"
#include "support/hand_motion.hpp"
#include "support/touch_scoring.hpp"

using namespace knead;
using namespace knead::test;
using sim::Move;

namespace {

constexpr std::uint64_t kHeldOut = 7000000;

// How many ticks of the trace the move owns, as a share of the ticks with contact.
double share(const Trace& trace, const Heard& heard, Move move) {
  double contact = 0.0;
  double owned = 0.0;
  for (std::size_t i = 0; i < trace.ticks.size(); ++i) {
    if (!trace.ticks[i].contact) continue;
    contact += 1.0;
    if (heard.owner[i] == move) owned += 1.0;
  }
  return contact > 0.0 ? owned / contact : 0.0;
}

struct Made {
  Random random;
  HandPath hand;
  explicit Made(std::uint64_t seed) : random(seed), hand(random, Family::MinimumJerk) { hand.air(0.3F); }
  Trace trace(float rateHz = 125.0F) {
    hand.air(0.8F);
    return plain(hand, 5, rateHz);
  }
};

void checkLedger(const Heard& heard) {
  CHECK(heard.writtenOnce);
  CHECK(heard.withinReach);
  CHECK(heard.qualityInRange);
}

}  // namespace

TEST_CASE("the seven moves are heard in two families of held-out hands", "[touch]") {
  for (const Family family : {Family::MinimumJerk, Family::SigmaLognormal}) {
    const Score score = scoreSessions(kHeldOut, 500, family);
    INFO("family " << static_cast<int>(family));
    CHECK(score.macroF1() >= 0.97);
    for (int m = 1; m < sim::kMoveCount; ++m) {
      INFO(sim::kMoveIds[static_cast<std::size_t>(m)]);
      CHECK(score.f1(m) >= 0.94);
      const auto& late = score.latencyMs[static_cast<std::size_t>(m)];
      CHECK(late.size() > 100);
      CHECK(percentile(late, 0.95) <= 250.0F);
      CHECK(percentile(score.latencyJoinedMs[static_cast<std::size_t>(m)], 0.95) <= 250.0F);
    }
  }
}

TEST_CASE("device rates from 60 to 1000 Hz are heard alike", "[touch]") {
  for (const float hz : {60.0F, 90.0F, 125.0F, 250.0F, 500.0F, 1000.0F}) {
    Score score;
    for (std::uint64_t i = 0; i < 60; ++i) {
      const Trace t = sessionAtRate(kHeldOut + i, Family::SigmaLognormal, hz);
      score.add(t, hear(t.ticks));
    }
    INFO(hz << " Hz");
    CHECK(score.macroF1() >= 0.97);
    CHECK(score.leastF1() >= 0.94);
  }
}

TEST_CASE("aimless hands earn almost nothing good", "[touch]") {
  double sum = 0.0;
  for (int k = 0; k < kAimlessCount; ++k) {
    const auto kind = static_cast<Aimless>(k);
    const AimlessScore score = scoreAimless(kHeldOut, 400, kind);
    const double good = score.good / score.ticks;
    INFO("kind " << k);
    CHECK(good <= (kind == Aimless::Wandering ? 0.03 : 0.04));
    sum += good;
  }
  CHECK(sum / kAimlessCount <= 0.03);
}

// The bar above must not be met by calling everything bad.
TEST_CASE("honest hands keep their quality", "[touch]") {
  for (const Family family : {Family::MinimumJerk, Family::SigmaLognormal}) {
    const Score score = scoreSessions(kHeldOut, 200, family);
    for (int m = 1; m < sim::kMoveCount; ++m) {
      const auto i = static_cast<std::size_t>(m);
      INFO("family " << static_cast<int>(family) << " " << sim::kMoveIds[i]);
      // A glide's truth holds one in seven across the fibre, and many shorter than a hand.
      CHECK(score.qualitySum[i] / score.confusion[i][i] >= (static_cast<Move>(m) == Move::Effleurage ? 0.53 : 0.77));
    }
  }
}

TEST_CASE("a tremor is a tremble without the assist and none with it", "[touch]") {
  Score plainHand;
  Score steady;
  Score calm;
  for (std::uint64_t i = 0; i < 150; ++i) {
    const Trace t = tremblingSession(kHeldOut + i, Family::SigmaLognormal, 0.15F);
    plainHand.add(t, hear(t.ticks));
    steady.add(t, hear(t.ticks, {true, false}));
    const Trace little = tremblingSession(kHeldOut + i, Family::SigmaLognormal, 0.05F);
    calm.add(little, hear(little.ticks, {true, false}));
  }
  const auto press = static_cast<int>(Move::Compression);
  const auto stretch = static_cast<int>(Move::Stretch);
  CHECK(steady.recall(press) >= 0.9);
  CHECK(steady.recall(stretch) >= 0.8);
  CHECK(steady.macroF1() >= 0.88);
  CHECK(steady.macroF1() > plainHand.macroF1() + 0.2);
  CHECK(calm.macroF1() >= 0.95);  // the assist learns that there is little to hide
}

TEST_CASE("wider tolerance never lowers a quality", "[touch]") {
  for (std::uint64_t i = 0; i < 10; ++i) {
    const Trace t = session(kHeldOut + i, Family::SigmaLognormal);
    const Heard strict = hear(t.ticks);
    const Heard wide = hear(t.ticks, {false, true});
    CHECK(strict.owner == wide.owner);
    double a = 0.0;
    double b = 0.0;
    for (std::size_t k = 0; k < strict.quality.size(); ++k) {
      a += static_cast<double>(strict.quality[k]);
      b += static_cast<double>(wide.quality[k]);
    }
    CHECK(b > a);
  }
}

TEST_CASE("the border between trembling and rubbing", "[touch]") {
  Made tremble(1);
  tremble.hand.rub(1.2F, 5.0F, 3.0F, 0.3F, 0.0F, Move::Vibration);
  const Trace t = tremble.trace();
  CHECK(share(t, hear(t.ticks), Move::Vibration) > 0.8);
  Made rubs(2);
  rubs.hand.rub(1.5F, 4.0F, 3.0F, 0.3F, 0.0F, Move::Friction);
  const Trace r = rubs.trace();
  CHECK(share(r, hear(r.ticks), Move::Friction) > 0.5);
}

TEST_CASE("the border between kneading and rubbing", "[touch]") {
  Made narrow(3);
  narrow.hand.loops(2.5F, 0.5F, 1.2F, 3.0F, 0.0F);
  const Trace n = narrow.trace();
  CHECK(share(n, hear(n.ticks), Move::Petrissage) > 0.9);
  Made bowed(4);
  bowed.hand.rub(3.0F, 2.0F, 3.0F, 0.0F, 0.10F, Move::Friction);
  const Trace b = bowed.trace();
  CHECK(share(b, hear(b.ticks), Move::Friction) > 0.8);
}

TEST_CASE("a slow wide circle from rest is kneading and no glide", "[touch]") {
  Made wide(5);
  wide.hand.rest(0.3F, Move::None, false);
  wide.hand.loops(5.0F, 1.0F, 0.7F, 4.0F, 0.0F);
  const Trace t = wide.trace();
  const Heard heard = hear(t.ticks);
  CHECK(share(t, heard, Move::Petrissage) > 0.8);
  CHECK(share(t, heard, Move::Effleurage) < 0.01);
}

namespace {

struct Circle {
  double radiusCm, seconds;
};

// Circle after circle in one sense, each going on from the last without a corner; exact samples.
void inCircles(std::vector<sim::TickInput>& ticks, const std::vector<Circle>& circles) {
  double centre = 4.0;
  double before = circles.front().radiusCm;
  for (const Circle& c : circles) {
    centre += before - c.radiusCm;
    before = c.radiusCm;
    const int n = static_cast<int>(c.seconds * 120.0);
    for (int i = 0; i < n; ++i) {
      const double phase = 6.283185307 * i / n;
      const Vec2 at{static_cast<float>(centre + c.radiusCm * std::cos(phase)),
                    static_cast<float>(30.0 + c.radiusCm * std::sin(phase))};
      ticks.push_back(sim::quantise(at, true, level::Tool::Hand, 0.65F));
    }
  }
}
void lifted(std::vector<sim::TickInput>& ticks, int n) {
  for (int i = 0; i < n; ++i) {
    ticks.push_back(ticks.empty() ? sim::TickInput{} : ticks.back());
    ticks.back().contact = false;
  }
}

// The share of contact that the move owns at a quality above one half.
double goodShare(const std::vector<sim::TickInput>& ticks, const Heard& heard, Move move) {
  double contact = 0.0;
  double good = 0.0;
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    contact += ticks[i].contact ? 1.0 : 0.0;
    good += ticks[i].contact && heard.owner[i] == move && heard.quality[i] > 0.5F ? 1.0 : 0.0;
  }
  return good / contact;
}

}  // namespace

TEST_CASE("kneading is loop after loop alike", "[touch]") {
  const std::vector<Circle> even(4, Circle{2.4, 0.8});
  std::vector<sim::TickInput> ticks;
  inCircles(ticks, even);
  sim::Recogniser r;
  float early = 0.0F;
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    r.tick(ticks[i]);
    if (i < 192) early = std::max(early, r.live().quality);  // two turns
  }
  CHECK(early <= 0.5F);
  CHECK(r.live().quality > 0.9F);
  lifted(ticks, 60);
  const Heard heard = hear(ticks);
  checkLedger(heard);
  CHECK(goodShare(ticks, heard, Move::Petrissage) > 0.95);  // nobody pays for the wait

  std::vector<sim::TickInput> scribble;
  inCircles(scribble, {{1.2, 0.4}, {3.0, 1.1}, {1.5, 0.5}, {2.8, 0.8}, {1.4, 0.9}, {3.2, 0.7}});
  lifted(scribble, 60);
  const Heard uneven = hear(scribble);
  CHECK(share({{}, scribble, {}, {}, {}}, uneven, Move::Petrissage) > 0.8);
  CHECK(goodShare(scribble, uneven, Move::Petrissage) < 0.05);
}

TEST_CASE("who has shown even kneading may lift and go on", "[touch]") {
  for (const int pause : {24, 240}) {
    std::vector<sim::TickInput> ticks;
    inCircles(ticks, std::vector<Circle>(4, Circle{2.4, 0.8}));
    lifted(ticks, pause);
    inCircles(ticks, std::vector<Circle>(2, Circle{2.4, 0.8}));
    sim::Recogniser r;
    for (const sim::TickInput& in : ticks) r.tick(in);
    INFO("lifted for " << pause << " ticks");
    CHECK((r.live().quality > 0.9F) == (pause == 24));
  }
}

TEST_CASE("a glide is a hand long, or it is repeated", "[touch]") {
  constexpr float kDown = 1.5707963F;
  const auto strokes = [&](int count, float lengthCm, float pause, Vec2 at) {
    Made made(20);
    for (int k = 0; k < count; ++k) {
      made.hand.jumpTo(at);
      made.hand.stroke(lengthCm, 16.0F, kDown);
      made.hand.air(pause);
    }
    const Trace t = made.trace();
    const Heard heard = hear(t.ticks);
    checkLedger(heard);
    return goodShare(t.ticks, heard, Move::Effleurage);
  };
  CHECK(strokes(1, 20.0F, 0.3F, {3.5F, 25.0F}) > 0.9);
  CHECK(strokes(1, 9.0F, 0.3F, {3.5F, 25.0F}) < 0.01);
  CHECK(strokes(3, 9.0F, 0.3F, {3.5F, 25.0F}) > 0.6);
  CHECK(strokes(3, 9.0F, 1.5F, {3.5F, 25.0F}) < 0.01);
  CHECK(strokes(1, 20.0F, 0.3F, {30.0F, 25.0F}) < 0.01);  // beside the back
}

TEST_CASE("slow and quick draws are stretches, a brisk glide is a glide", "[touch]") {
  for (const float speed : {1.0F, 4.0F}) {
    Made made(6);
    made.hand.draw(0.5F, speed, 5.0F, 3.0F, 1.5F);
    const Trace t = made.trace();
    const Heard heard = hear(t.ticks);
    INFO(speed << " cm/s, held for three seconds");
    CHECK(share(t, heard, Move::Stretch) > 0.7);
    CHECK(heard.live[t.ticks.size() - 110] == Move::Stretch);  // still held, just before the lift
  }
  Made made(7);
  made.hand.stroke(16.0F, 8.0F, 1.5F);
  const Trace t = made.trace();
  CHECK(share(t, hear(t.ticks), Move::Effleurage) > 0.85);
}

TEST_CASE("a press may drift a little", "[touch]") {
  Made made(8);
  made.hand.press(3.0F, 0.55F / 3.0F);
  const Trace t = made.trace();
  CHECK(share(t, hear(t.ticks), Move::Compression) > 0.9);
}

TEST_CASE("taps from three to nine a second, even at 60 Hz, and a double click is worth little", "[touch]") {
  for (const float hertz : {3.0F, 9.0F}) {
    Made made(9);
    made.hand.taps(hertz, 3.0F);
    const Trace t = made.trace(60.0F);
    const Heard heard = hear(t.ticks);
    INFO(hertz << " taps a second");
    CHECK(share(t, heard, Move::Tapotement) > 0.97);
    CHECK(heard.quality[t.ticks.size() / 2] > 0.9F);
  }
  Made twice(10);
  twice.hand.rest(0.08F, Move::None, true);
  twice.hand.air(0.12F);
  twice.hand.rest(0.08F, Move::None, true);
  const Trace t = twice.trace();
  for (const float q : hear(t.ticks).quality) CHECK(q < 0.5F);
}

TEST_CASE("a switch that bounces for two ticks does not lift the hand", "[touch]") {
  Made made(11);
  made.hand.press(3.0F, 0.0F);
  Trace t = made.trace();
  const Heard clean = hear(t.ticks);
  t.ticks[120].contact = false;
  t.ticks[121].contact = false;
  t.ticks[200].contact = false;
  const Heard bounced = hear(t.ticks);
  CHECK(clean.owner == bounced.owner);
}

TEST_CASE("a lift inside any move keeps the ledger whole", "[touch]") {
  for (int m = 1; m < sim::kMoveCount; ++m) {
    for (std::size_t gap = 1; gap < 40; gap += 6) {
      Made made(100 + static_cast<std::uint64_t>(m));
      made.hand.move(static_cast<Move>(m), 2.0F, false);
      Trace t = made.trace();
      for (std::size_t i = 150; i < 150 + gap && i < t.ticks.size(); ++i) t.ticks[i].contact = false;
      checkLedger(hear(t.ticks));
    }
  }
}

TEST_CASE("off contact only tapping owns time", "[touch]") {
  for (std::uint64_t i = 0; i < 60; ++i) {
    const Trace t = session(kHeldOut + i, i % 2 == 0 ? Family::MinimumJerk : Family::SigmaLognormal);
    const Heard heard = hear(t.ticks);
    checkLedger(heard);
    bool clean = true;
    for (std::size_t k = 0; k < t.ticks.size(); ++k) {
      clean = clean && (t.ticks[k].contact || heard.owner[k] == Move::None || heard.owner[k] == Move::Tapotement);
    }
    CHECK(clean);
  }
}

TEST_CASE("where on the back makes no difference to the labels", "[touch]") {
  for (std::uint64_t i = 0; i < 10; ++i) {
    const Trace t = session(kHeldOut + 1000 + i, Family::SigmaLognormal);
    std::vector<sim::TickInput> moved = t.ticks;
    for (sim::TickInput& in : moved) {
      in.x = static_cast<std::int16_t>(in.x + 317);
      in.y = static_cast<std::int16_t>(in.y - 211);
    }
    const Heard a = hear(t.ticks);
    const Heard b = hear(moved);
    CHECK(a.owner == b.owner);
    CHECK(a.live == b.live);
  }
}

TEST_CASE("a heat tool in the hand is no touch", "[touch]") {
  Made made(12);
  made.hand.press(2.0F, 0.0F);
  Trace t = made.trace();
  for (sim::TickInput& in : t.ticks) in.tool = level::Tool::Stone;
  for (const Move m : hear(t.ticks).owner) CHECK(m == Move::None);
}

TEST_CASE("a million ticks of nonsense keep every promise, and twice the same bits", "[touch]") {
  Random random(kHeldOut);
  std::vector<sim::TickInput> ticks;
  float x = 0.0F;
  float y = 3500.0F;
  float step = 1.0F;
  bool contact = false;
  while (ticks.size() < 1000000U) {
    if (random.below(60) == 0) contact = !contact;
    if (random.below(3000) == 0) step = random.range(0.0F, 60.0F);
    if (random.below(500) == 0) x = random.range(-4000.0F, 4000.0F);
    x += step * random.normal();
    y += step * random.normal();
    const bool hand = random.below(200) != 0;
    x = x < -4000.0F ? -4000.0F : x > 4000.0F ? 4000.0F : x;
    y = y < -2000.0F ? -2000.0F : y > 9000.0F ? 9000.0F : y;
    sim::TickInput in;
    in.x = static_cast<std::int16_t>(x);
    in.y = static_cast<std::int16_t>(y);
    in.contact = contact;
    in.ceiling = static_cast<std::uint8_t>(random.below(256));
    in.tool = hand ? level::Tool::Hand : level::Tool::Towel;
    ticks.push_back(in);
  }
  checkLedger(hear(ticks));

  sim::Recogniser a;
  sim::Recogniser b;
  for (std::size_t i = 0; i < 50000; ++i) {
    a.tick(ticks[i]);
    b.tick(ticks[i]);
    if (i % 5000 == 0) REQUIRE(a.stateHash() == b.stateHash());
  }
  const sim::Recogniser copy = a;
  CHECK(copy.stateHash() == b.stateHash());
  b.tick(ticks[50001]);
  CHECK(a.stateHash() != b.stateHash());
}

TEST_CASE("pressure sinks in, keeps under the ceiling, and taps strike at once", "[touch]") {
  sim::Recogniser r;
  sim::TickInput in;
  in.y = 3000;
  in.contact = true;
  in.ceiling = 255;
  float before = 0.0F;
  for (int i = 0; i < 600; ++i) {
    r.tick(in);
    const float p = r.live().pressure;
    CHECK(p - before <= 0.8F / 120.0F + 1.0e-6F);
    before = p;
  }
  CHECK(r.live().move == Move::Compression);
  CHECK(before > 0.95F);
  in.ceiling = 51;
  for (int i = 0; i < 240; ++i) r.tick(in);
  CHECK(r.live().pressure == Approx(0.2F).margin(0.01));

  sim::Recogniser tapping;
  in.ceiling = 204;
  for (int i = 0; i < 240; ++i) {
    in.contact = i % 20 < 8;
    tapping.tick(in);
    if (i > 60 && in.contact) CHECK(tapping.live().pressure == Approx(0.48F).margin(1.0e-4));
  }
}
