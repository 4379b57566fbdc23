// See quality.hpp. Owns one small function a move; the corner points of the shapes stand where they are used,
// in the units the names give (source of all: game).
#include "sim/touch/quality.hpp"

#include "core/math.hpp"
#include "level/anatomy.hpp"
#include "sim/touch/touch_math.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim::touch {

using namespace tuning;

namespace {

// 1 = nothing to wish for. Tempo also remembers its raw value against the plateau's upper corner.
struct Factors {
  float tempo = 1.0F, path = 1.0F, steady = 1.0F, place = 1.0F;
  float maturity = 1.0F;
  bool tooFast = false;
  bool holding = false;
};

float seconds(int ticks) { return static_cast<float>(ticks) * kSecondsPerTick; }

void setTempo(Factors& f, float x, float a, float b, float c, float d) {
  f.tempo = plateau(x, a, b, c, d);
  f.tooFast = x > c;
}

float along(Vec2 place, Vec2 way) {
  const float len = length(way);
  return len > 0.0F ? level::alongFibres(place, way * (1.0F / len)) : 0.0F;
}

Factors glide(const QualityInput& in) {
  const HandTrack& t = in.track;
  int n = in.boutTicks < 30 ? 30 : in.boutTicks;
  if (n > 120) n = 120;
  if (n > t.now()) n = t.now();
  if (n < 1) n = 1;
  Factors f;
  const int m = n < 108 ? n : 108;
  setTempo(f, t.path(m) / seconds(m), 2.5F, 6.5F, 36.0F, 52.0F);
  const float path = t.path(n);
  const float turned = absOf(t.turn(n));
  const float straight = path > 0.0F ? t.net(n) / path : 0.0F;
  f.path = rising(straight, 0.93F, 0.975F) * falling(turned, 0.30F, 0.65F);
  f.steady = path > 0.0F ? falling((t.absTurn(n) - turned) / path, 0.10F, 0.32F) : 0.0F;
  f.place = rising(along(in.place, t.at(0) - t.at(n)), 0.64F, 0.90F);
  const float ripeCm = in.fromRest ? 15.0F : 30.0F;
  f.maturity = lerp(0.25F, 1.0F, clamp01((in.boutPathCm - 2.0F) / (ripeCm - 2.0F)));
  return f;
}

Factors loop(const QualityInput& in) {
  const HandTrack& t = in.track;
  Factors f;
  const int quarters = t.quarterCount();
  float turns = 0.0F;
  float path = 0.0F;
  float turned = 0.0F;
  float absTurned = 0.0F;
  int ticks = 0;
  if (quarters >= 3) {
    const int back = quarters >= 5 ? 4 : 2;
    const HandTrack::Quarter& a = t.quarter(back);
    const HandTrack::Quarter& b = t.quarter(0);
    ticks = b.time - a.time;
    turned = static_cast<float>(back) * kQuarterTurnRad;
    path = b.path - a.path;
    absTurned = b.absTurn - a.absTurn;
  } else {
    ticks = t.now() < 60 ? t.now() : 60;
    turned = absOf(t.turn(60));
    path = t.path(60);
    absTurned = t.absTurn(60);
  }
  if (ticks < 1) ticks = 1;
  turns = turned * 0.15915494F / seconds(ticks);
  setTempo(f, turns, 0.5F, 0.68F, 2.3F, 3.0F);
  const float radius = turned > 0.01F ? path / turned : 0.0F;
  const float sense = absTurned > 0.0F ? turned / absTurned : 0.0F;
  f.path = plateau(radius, 0.9F, 1.3F, 5.6F, 7.5F) * rising(sense, 0.65F, 0.88F);
  f.steady = 0.5F;
  if (quarters >= 5) {
    const auto half = [&t](int k) {  // the half-turn that ended 2k quarter turns ago
      const HandTrack::Quarter& b = t.quarter(2 * k);
      const HandTrack::Quarter& a = t.quarter(2 * k + 2);
      return Vec2{static_cast<float>(b.time - a.time), b.path - a.path};
    };
    const auto alike = [](Vec2 a, Vec2 b) {
      return 0.35F * maxOf(ratio(a.x, b.x), ratio(a.y, b.y)) + 0.65F * minOf(ratio(a.x, b.x), ratio(a.y, b.y));
    };
    const float late = alike(half(0), half(1));
    const float early = quarters >= 7 ? alike(half(1), half(2)) : late;
    // This turn against the one before: a scribble's loops are even in themselves, not with each other.
    const float turnBefore = quarters >= 7 ? alike(half(0), half(2)) : late;
    const float worst = minOf(minOf(late, early), turnBefore);
    f.steady = rising(0.7F * worst + 0.3F * maxOf(late, early), 0.66F, 0.86F);
  }
  f.maturity = quarters >= 8 ? 1.0F : quarters >= 7 ? 0.7F : quarters >= 5 ? 0.45F : 0.35F;
  return f;
}

Factors rub(const QualityInput& in) {
  const CoarseLegs& c = in.coarse;
  Factors f;
  int legs = 0;  // of this bout
  while (legs < c.count() && c.leg(legs).end > in.track.now() - in.boutTicks) ++legs;
  const int used = legs < 1 ? (c.count() > 0 ? 1 : 0) : legs < 4 ? legs : 4;
  if (used == 0) return f;
  float ticks = 0.0F;
  float len = 0.0F;
  float bow = 0.0F;
  float opposite = 0.0F;
  for (int i = 0; i < used; ++i) {
    ticks += static_cast<float>(c.leg(i).ticks);
    len += c.leg(i).length;
    bow += absOf(c.leg(i).bow);
    if (i > 0) opposite -= dot(c.leg(i).direction, c.leg(i - 1).direction);
  }
  const float share = 1.0F / static_cast<float>(used);
  opposite = used > 1 ? opposite / static_cast<float>(used - 1) : 1.0F;
  setTempo(f, 60.0F / maxOf(1.0F, ticks * share), 1.1F, 1.5F, 4.2F, 5.4F);
  f.path = plateau(len * share, 0.9F, 1.4F, 5.2F, 6.8F) * falling(bow * share, 0.10F, 0.22F) *
           rising(opposite, 0.55F, 0.88F);
  f.steady = 0.5F;
  const int compared = legs < 5 ? legs : 5;
  if (compared > 1) {
    float sum = 0.0F;
    float least = 1.0F;
    for (int i = 1; i < compared; ++i) {
      const Leg& a = c.leg(i - 1);
      const Leg& b = c.leg(i);
      const float byTime = ratio(static_cast<float>(a.ticks), static_cast<float>(b.ticks));
      const float byLength = ratio(a.length, b.length);
      sum += byTime + byLength;
      least = minOf(least, minOf(byTime, byLength));
    }
    f.steady = rising(0.6F * sum / (2.0F * static_cast<float>(compared - 1)) + 0.4F * least, 0.55F, 0.82F);
  }
  f.place = 0.5F + 0.5F * rising(level::acrossFibres(in.place, c.leg(0).direction), 0.3F, 0.8F);
  f.maturity = legs >= 5 ? 1.0F : legs == 4 ? 0.85F : legs == 3 ? 0.7F : legs == 2 ? 0.5F : 0.4F;
  return f;
}

Factors tremble(const QualityInput& in) {
  const FineLegs& c = in.fine;
  Factors f;
  const int n = c.count();
  if (n == 0) return f;
  float ticks = 0.0F;
  float len = 0.0F;
  for (int i = 0; i < n; ++i) {
    ticks += static_cast<float>(c.leg(i).ticks);
    len += c.leg(i).length;
  }
  const float share = 1.0F / static_cast<float>(n);
  setTempo(f, 60.0F / maxOf(1.0F, ticks * share), 4.0F, 5.0F, 10.5F, 13.0F);
  f.path = plateau(len * share, 0.25F, 0.36F, 1.25F, 1.8F);
  f.steady = 0.5F;
  if (n >= 4) {
    const float byTime =
        ratio(static_cast<float>(c.leg(0).ticks + c.leg(1).ticks), static_cast<float>(c.leg(2).ticks + c.leg(3).ticks));
    const float byLength = ratio(c.leg(0).length + c.leg(1).length, c.leg(2).length + c.leg(3).length);
    f.steady = rising(0.5F * (byTime + byLength), 0.58F, 0.84F);
  }
  f.place = falling(in.track.net(48) / seconds(48), 3.0F, 8.0F);
  f.maturity = n >= 4 && in.boutTicks >= 36 ? 1.0F : 0.5F;
  return f;
}

Factors tap(const QualityInput& in) {
  const TapCounter& c = in.taps;
  Factors f;
  setTempo(f, c.meanGapTicks() > 0.0F ? 120.0F / c.meanGapTicks() : 0.0F, 2.4F, 2.9F, 9.3F, 11.0F);
  f.path = falling(c.jumpCm(), 2.0F, 4.5F);
  f.steady = falling(c.variation(), 0.14F, 0.36F);
  f.place = level::overKidney(in.place) ? 0.0F : 1.0F;
  const int n = c.count();
  f.maturity = n >= 5 ? 1.0F : n == 4 ? 0.9F : n == 3 ? 0.7F : 0.45F;
  return f;
}

Factors press(const QualityInput& in) {
  Factors f;
  const float wider = in.steadyHand ? kSteadyHandExtentCm : 0.0F;
  f.path = falling(in.pressExtentCm, 0.36F + wider, 0.62F + wider);
  f.steady = falling(in.track.calmNet(60) / 0.5F, 0.5F, 1.1F);
  f.maturity = lerp(0.4F, 1.0F, clamp01(static_cast<float>(in.boutTicks) * (1.0F / 84.0F)));
  return f;
}

Factors draw(const QualityInput& in) {
  const HandTrack& t = in.track;
  const float drawn = in.settle.drawn();
  Factors f;
  const float speed = t.calmNet(36) / seconds(36);
  f.holding = drawn > kHoldDrawnCm && speed < kHoldCmPerS;
  if (!f.holding) {
    setTempo(f, speed, 0.4F, 0.9F, 4.4F, 6.0F);
    f.path = rising((t.calmNet(60) + 0.2F) / maxOf(t.path(60), 0.2F), 0.75F, 0.93F);
    f.steady = rising(ratio(t.calmNet(20), length(t.calm(20) - t.calm(40))), 0.25F, 0.60F);
  }
  f.place = rising(along(in.place, t.calm(0) - in.settle.at()), 0.55F, 0.90F);
  f.maturity = lerp(0.4F, 1.0F, clamp01((drawn - 0.5F) * 0.5F));
  return f;
}

Factors factorsOf(const QualityInput& in) {
  switch (in.move) {
    case Move::Effleurage: return glide(in);
    case Move::Petrissage: return loop(in);
    case Move::Friction: return rub(in);
    case Move::Vibration: return tremble(in);
    case Move::Tapotement: return tap(in);
    case Move::Compression: return press(in);
    case Move::Stretch: return draw(in);
    case Move::None: break;
  }
  return {};
}

}  // namespace

Quality judge(const QualityInput& in) {
  Quality q;
  if (in.move == Move::None) return q;
  Factors f = factorsOf(in);
  if (in.widerTolerance) {
    for (float* factor : {&f.tempo, &f.path, &f.steady, &f.place}) *factor += (1.0F - *factor) * kToleranceShare;
  }
  const float tempo = 1.0F - kTempoWeight * (1.0F - f.tempo);
  const float path = 1.0F - kPathWeight * (1.0F - f.path);
  const float steady = 1.0F - kSteadyWeight * (1.0F - f.steady);
  const float place = 1.0F - kPlaceWeight * (1.0F - f.place);
  q.value = clamp01(tempo * path * steady * place * f.maturity);
  q.mature = f.maturity >= 1.0F;
  q.holding = f.holding;
  float least = kCoachBelow;
  const auto consider = [&](float factor, Coach word) {
    if (factor >= least) return;
    least = factor;
    q.coach = word;
  };
  consider(tempo, Coach::Tempo);
  consider(path, Coach::Path);
  consider(steady, Coach::Steadiness);
  consider(place, Coach::Place);
  q.tooFast = q.coach == Coach::Tempo && f.tooFast;
  return q;
}

}  // namespace knead::sim::touch
