// See quality.hpp. Owns one small function a move; the corner points of the shapes are in touch_tuning.hpp.
#include "sim/touch/quality.hpp"

#include "core/math.hpp"
#include "level/anatomy.hpp"
#include "sim/touch/touch_math.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim::touch {

using namespace touch_tuning;

namespace {

// 1 = nothing to wish for. Tempo also remembers its raw value against the plateau's upper corner.
struct Factors {
  float tempo = 1.0F, path = 1.0F, steady = 1.0F, place = 1.0F;
  float maturity = 1.0F;
  int matureTicks = 0;
  bool tooFast = false;
  bool holding = false;
};

constexpr int kHalfTurn = 2, kWholeTurn = 4;  // quarter turns

void setTempo(Factors& f, float x, const Plateau& plateau) {
  f.tempo = onPlateau(x, plateau);
  f.tooFast = x > plateau.fading;
}

float along(Vec2 place, Vec2 way) {
  const float len = length(way);
  return len > 0.0F ? level::alongFibres(place, way * (1.0F / len)) : 0.0F;
}

// A drag to somewhere is as straight and smooth as a stroke; it is shorter than a hand, and it is not repeated.
Factors glide(const QualityInput& in) {
  const HandTrack& t = in.track;
  const Stroke& stroke = in.stroke;
  int n = in.boutTicks < kGlideJudgeLeastTicks ? kGlideJudgeLeastTicks : in.boutTicks;
  if (n > kGlideJudgeMostTicks) n = kGlideJudgeMostTicks;
  if (n > t.now()) n = t.now();
  if (n < 1) n = 1;
  Factors f;
  const int m = n < kGlideTempoTicks ? n : kGlideTempoTicks;
  setTempo(f, t.path(m) / secondsOf(m), kGlideTempoCmPerS);
  const float path = t.path(n);
  const float turned = absOf(t.turn(n));
  const float straight = path > 0.0F ? t.net(n) / path : 0.0F;
  const Vec2 way = t.at(0) - stroke.from;
  const float reach = length(way);
  const float whole = stroke.pathCm > 0.0F ? reach / stroke.pathCm : 1.0F;
  f.path =
      rising(straight, kGlideJudgeStraight) * falling(turned, kGlideJudgeTurnRad) * rising(whole, kGlideWholeStraight);
  f.steady = path > 0.0F ? falling((t.absTurn(n) - turned) / path, kGlideWiggleRadPerCm) : 0.0F;
  f.place = stroke.judgedCm > 0.0F ? stroke.followedCm / stroke.judgedCm : 1.0F;
  f.matureTicks = in.boutTicks;
  float covered = stroke.pathCm;
  if (reach > 0.0F && absOf(dot(way, stroke.wayBefore)) > kStrokeAlike * reach) {
    covered += stroke.pathBeforeCm;
    f.matureTicks = stroke.ticksBefore;
  }
  const float late = stroke.fromRest ? 0.0F : kGlideUnrestedCm;
  const float half = kGlideHalfCm + late;
  f.maturity = covered < half
                   ? lerp(kGlideYoungQuality, kProvisional, clamp01((covered - kGlideYoungCm) / (half - kGlideYoungCm)))
                   : lerp(kProvisional, 1.0F, clamp01((covered - half) / (kGlideRipeCm - kGlideHalfCm)));
  return f;
}

// The turning of `quarters` quarter turns that ended `back` quarter turns ago.
Turn turning(const HandTrack& t, int back, int quarters) {
  const HandTrack::Quarter& b = t.quarter(back);
  const HandTrack::Quarter& a = t.quarter(back + quarters);
  return {static_cast<float>(b.time - a.time), b.path - a.path};
}
// The half-turn that ended `back` half-turns ago.
Turn halfTurn(const HandTrack& t, int back) { return turning(t, kHalfTurn * back, kHalfTurn); }

float alike(const Turn& a, const Turn& b) { return minOf(ratio(a.ticks, b.ticks), ratio(a.path, b.path)); }

// One loop of a scribble is even in itself. Kneading is loop after loop of one size and one tempo: each half-turn
// is held against the same half a turn before and against its neighbour, over up to two turns and a half.
Factors loop(const QualityInput& in) {
  const HandTrack& t = in.track;
  Factors f;
  const int quarters = t.quarterCount();
  float path = 0.0F;
  float turned = 0.0F;
  float absTurned = 0.0F;
  int ticks = 0;
  if (quarters > kHalfTurn) {  // a mark more than quarter turns between them
    const int back = quarters > kWholeTurn ? kWholeTurn : kHalfTurn;
    const HandTrack::Quarter& a = t.quarter(back);
    const HandTrack::Quarter& b = t.quarter(0);
    ticks = b.time - a.time;
    turned = static_cast<float>(back) * kQuarterTurnRad;
    path = b.path - a.path;
    absTurned = b.absTurn - a.absTurn;
  } else {
    ticks = t.now() < kLoopJudgeTicks ? t.now() : kLoopJudgeTicks;
    turned = absOf(t.turn(kLoopJudgeTicks));
    path = t.path(kLoopJudgeTicks);
    absTurned = t.absTurn(kLoopJudgeTicks);
  }
  if (ticks < 1) ticks = 1;
  setTempo(f, turned / (static_cast<float>(kWholeTurn) * kQuarterTurnRad) / secondsOf(ticks), kLoopTempoHz);
  const float radius = turned > 0.0F ? path / turned : 0.0F;
  const float sense = absTurned > 0.0F ? turned / absTurned : 0.0F;
  f.path = onPlateau(radius, kLoopRadiusCm) * rising(sense, kLoopSense);
  f.steady = kSteadyUnknown;
  const int known = (quarters - 1) / kHalfTurn;
  const int halves = known < kLoopHalvesMost ? known : kLoopHalvesMost;
  if (halves >= 2) {
    float next = 1.0F;
    float same = 1.0F;
    for (int k = 0; k + 1 < halves; ++k) next = minOf(next, alike(halfTurn(t, k), halfTurn(t, k + 1)));
    for (int k = 0; k + 2 < halves; ++k) same = minOf(same, alike(halfTurn(t, k), halfTurn(t, k + 2)));
    // The fewer there are to compare, the easier they are alike by chance.
    const bool few = halves < kLoopHalvesMost;
    f.steady =
        rising(next, few ? kLoopNextHalfFew : kLoopNextHalf) * rising(same, few ? kLoopSameHalfFew : kLoopSameHalf);
  }
  const bool again =
      quarters >= kLoopHalfQuarters && in.proved.path > 0.0F && alike(lastTurn(t), in.proved) > kLoopAgainAlike;
  const bool enough = quarters >= kLoopRipeQuarters && (f.steady > kSteadyUnknown || halves == kLoopHalvesMost);
  f.maturity = again || enough ? 1.0F : quarters >= kLoopHalfQuarters ? kProvisional : kLoopYoungQuality;
  if (halves >= 2) {
    // One half-turn more than was compared: the hand had to begin somewhere.
    const int first = t.quarter(kHalfTurn * halves).time;
    f.matureTicks = t.now() - first + (t.quarter(kHalfTurn * (halves - 1)).time - first);
  }
  return f;
}

Factors rub(const QualityInput& in) {
  const CoarseLegs& c = in.coarse;
  Factors f;
  int legs = 0;  // of this bout
  while (legs < c.count() && c.leg(legs).end > in.track.now() - in.boutTicks) ++legs;
  const int used = legs < 1 ? (c.count() > 0 ? 1 : 0) : legs < kRubJudgeLegs ? legs : kRubJudgeLegs;
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
  setTempo(f, kLegTicksHz / maxOf(1.0F, ticks * share), kRubTempoHz);
  f.path =
      onPlateau(len * share, kRubLengthCm) * falling(bow * share, kRubJudgeBow) * rising(opposite, kRubJudgeOpposite);
  f.steady = kSteadyUnknown;
  const int compared = legs < kRubEvenLegs ? legs : kRubEvenLegs;
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
    const float mean = sum / (2.0F * static_cast<float>(compared - 1));
    f.steady = rising(lerp(least, mean, kRubMeanShare), kRubEven);
  }
  f.place = lerp(kRubPlaceLeast, 1.0F, rising(level::acrossFibres(in.place, c.leg(0).direction), kRubAcross));
  if (compared > 0) {
    const Leg& first = c.leg(compared - 1);
    f.matureTicks = in.track.now() - (first.end - first.ticks);
  }
  f.maturity = kRubMaturity[legs < 1 ? 0 : (legs < kRubRipeLegs ? legs : kRubRipeLegs) - 1];
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
  setTempo(f, kLegTicksHz / maxOf(1.0F, ticks * share), kTrembleTempoHz);
  f.path = onPlateau(len * share, kTrembleLengthCm);
  f.steady = kSteadyUnknown;
  if (n >= kTrembleRipeLegs) {
    const float byTime =
        ratio(static_cast<float>(c.leg(0).ticks + c.leg(1).ticks), static_cast<float>(c.leg(2).ticks + c.leg(3).ticks));
    const float byLength = ratio(c.leg(0).length + c.leg(1).length, c.leg(2).length + c.leg(3).length);
    f.steady = rising(0.5F * (byTime + byLength), kTrembleEven);
  }
  f.place = falling(in.track.net(kTrembleDriftTicks) / secondsOf(kTrembleDriftTicks), kTrembleDriftCmPerS);
  f.maturity = n >= kTrembleRipeLegs && in.boutTicks >= kTrembleRipeTicks ? 1.0F : kTrembleYoungQuality;
  return f;
}

Factors tap(const QualityInput& in) {
  const TapCounter& c = in.taps;
  Factors f;
  setTempo(f, c.meanGapTicks() > 0.0F ? kTicksHz / c.meanGapTicks() : 0.0F, kTapTempoHz);
  f.path = falling(c.jumpCm(), kTapJumpCm);
  f.steady = falling(c.variation(), kTapVariation);
  f.place = level::overKidney(in.place) ? 0.0F : 1.0F;
  const int n = c.count();
  f.maturity = kTapMaturity[n < 1 ? 0 : (n < kTapRipe ? n : kTapRipe) - 1];
  return f;
}

Factors press(const QualityInput& in) {
  Factors f;
  const float extent = in.pressExtentCm - kTremorExtent * in.track.tremorCm();
  f.path = falling(extent, kPressJudgeExtentCm);
  f.steady = falling(in.track.calmNet(kPressDriftTicks) / secondsOf(kPressDriftTicks), kPressDriftCmPerS);
  f.maturity = lerp(kPressYoungQuality, 1.0F,
                    clamp01(static_cast<float>(in.boutTicks) * (1.0F / static_cast<float>(kPressRipeTicks))));
  return f;
}

Factors draw(const QualityInput& in) {
  const HandTrack& t = in.track;
  const float drawn = in.settle.drawn();
  Factors f;
  const float speed = t.calmNet(kDrawJudgeTicks) / secondsOf(kDrawJudgeTicks);
  f.holding = drawn > kHoldDrawnCm && speed < kHoldCmPerS;
  if (!f.holding) {
    setTempo(f, speed, kDrawTempoCmPerS);
    f.path = rising((t.calmNet(kDrawPathTicks) + kDrawJudgeSlackCm) / maxOf(t.path(kDrawPathTicks), kDrawJudgeSlackCm),
                    kDrawJudgeStraight);
    f.steady = rising(ratio(t.calmNet(kDrawStepTicks), length(t.calm(kDrawStepTicks) - t.calm(2 * kDrawStepTicks))),
                      kDrawEven);
  }
  f.place = rising(along(in.place, t.calm(0) - in.settle.at()), kDrawAlongFibre);
  f.maturity = lerp(kDrawYoungQuality, 1.0F, clamp01((drawn - kDrawRipeCm.from) / (kDrawRipeCm.to - kDrawRipeCm.from)));
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

float alongFibre(Vec2 place, Vec2 unitDirection) {
  if (!level::onBody(place)) return 0.0F;  // beside the back there is no fibre to follow
  return rising(level::alongFibres(place, unitDirection), kGlideAlongFibre);
}

Turn lastTurn(const HandTrack& track) {
  return track.quarterCount() > kWholeTurn ? turning(track, 0, kWholeTurn) : Turn{};
}

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
  q.matureTicks = f.matureTicks > 0 ? f.matureTicks : kTopUpTicks;
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
