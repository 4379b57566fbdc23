// What recognised work does to the body: Body::apply. What a technique can do is in the table of drives (tuning.hpp);
// here it meets depth, place, acceptance and guarding. What only one technique does (stretching lengthens, vibration
// warms up first, tapping wears off) is here, by its name.
#include <algorithm>

#include "core/lanes.hpp"
#include "core/math.hpp"
#include "sim/body.hpp"
#include "sim/cells.hpp"
#include "sim/tuning.hpp"

namespace knead::sim {

using namespace tuning;
using level::Technique;

namespace {

// 1 inside the window of depth, falling to 0 over a tenth outside.
float window(float pressure, float low, float high) {
  return clamp01(1.0F - maxOf(low - pressure, pressure - high) * (1.0F / kWindowEdge));
}

// A piece of work as the cells under it feel it: full in the middle, nothing from the radius on.
struct Footprint {
  Vec2 at;
  float radiusCm = 1.0F;
  float seconds = 0.0F;
  float flow = 0.0F, beat = 0.0F;  // most rhythm there can be, and what this work aims at
  float relax = 0.0F, local = 0.0F;
  float accept = 0.0F, dilate = 0.0F, pump = 0.0F, ease = 0.0F;  // rates of acceptance, narrowing, soreness, spasm
  bool topUp = false;
};

void press(Tissue& t, const Footprint& print) {
  const float inverseArea = 1.0F / (print.radiusCm * print.radiusCm);
  // The box of cells whose centres can lie in the circle, widened to whole groups of the body; what lies in it beyond
  // the radius weighs nothing.
  const Vec2 middle{(print.at.x - level::kMinXCm) * (1.0F / kCellWidthCm) - 0.5F,
                    (print.at.y - level::kMinYCm) * (1.0F / kCellHeightCm) - 0.5F};
  const float columns = print.radiusCm * (1.0F / kCellWidthCm) + 0.01F;
  const float rows = print.radiusCm * (1.0F / kCellHeightCm) + 0.01F;
  const int left = static_cast<int>(maxOf(0.0F, middle.x - columns)) / kLanes * kLanes;
  const int right = static_cast<int>(middle.x + columns) + 1;
  const int bottom = std::min(kRows, static_cast<int>(middle.y + rows) + 1);
  for (int row = static_cast<int>(maxOf(0.0F, middle.y - rows + 1.0F)); row < bottom; ++row) {
    const float dy = kCentres.y[static_cast<std::size_t>(row)] - print.at.y;
    const RowSpan body = bodyRows()[static_cast<std::size_t>(row)];
    const int end = std::min(right, body.end);
    for (int column = std::max(left, body.first); column < end; column += kLanes) {
      const auto c = static_cast<std::size_t>(cellIndex(column, row));
      const Lanes4 dx = Lanes4::load(&kCentres.x[static_cast<std::size_t>(column)]) - print.at.x;
      const Lanes4 d2 = (dx * dx + dy * dy) * inverseArea;
      const Lanes4 w = whereLess(d2, 1.0F, (1.0F - d2) * (1.0F - d2) * print.seconds, 0.0F);
      const Lanes4 rhythm = Lanes4::load(&t.rhythm[c]);
      const Lanes4 tone = Lanes4::load(&t.tone[c]);
      const Lanes4 accepts = Lanes4::load(&t.acceptance[c]);
      const Lanes4 narrow = Lanes4::load(&t.narrowing[c]);
      const Lanes4 sore = Lanes4::load(&t.soreness[c]);
      const Lanes4 spasm = Lanes4::load(&t.spasm[c]);
      const Lanes4 missing = maxOf(0.0F, print.topUp ? Lanes4(print.beat) : print.beat - rhythm);
      const Lanes4 beating = rhythm + w * missing * (1.0F - rhythm) * (1.0F / kRhythmRiseS);
      whereLess(d2, 1.0F, minOf(beating, print.flow), rhythm).store(&t.rhythm[c]);
      clamp01(tone - w * print.relax * print.local * tone).store(&t.tone[c]);
      minOf(1.0F, accepts + (1.0F - accepts) * w * print.accept).store(&t.acceptance[c]);
      (narrow - narrow * minOf(kShareAtOnce, print.dilate * w * (1.0F / kDilateS))).store(&t.narrowing[c]);
      (sore - sore * minOf(kShareAtOnce, print.pump * w * (1.0F / kPumpS))).store(&t.soreness[c]);
      (spasm - spasm * minOf(kShareAtOnce, print.ease * w * (1.0F / kEaseS))).store(&t.spasm[c]);
    }
  }
}

}  // namespace

void Body::apply(const Work& work) {
  if (covered(work.at) || !level::onBody(work.at)) return;
  const auto t = static_cast<std::size_t>(work.technique);
  const Drive& drive = kDrives[t];
  const bool pressing = work.technique == Technique::TriggerPoint || work.technique == Technique::Acupressure;
  const float s = work.seconds;
  const float fit = work.technique == Technique::TriggerPoint ? pressWindow(work.pressure)
                                                              : window(work.pressure, drive.low, drive.high);
  const float open = 1.0F - person.guarding;
  const float eff = fit * work.quality * open;
  const float calmOf = 1.0F - kRepairArousal * person.arousal;
  const float felt = feltDepth(work.technique, work.pressure, work.at);
  const auto here = static_cast<std::size_t>(cellAt(work.at));

  // Stretching works once the barrier is held, along the whole muscle.
  const bool stretch = work.technique == Technique::Stretch;
  const float local = stretch ? (kStretchUnheld + (1.0F - kStretchUnheld) * work.holding) *
                                    (1.0F - kStretchGuarded * person.arousal) * eff
                              : eff;

  const float limit = limitAt(work.at);
  const float acceptRate =
      felt <= limit ? work.quality * (kAcceptLight + kAcceptDeep * felt / limit) /
                          (pressing || work.technique == Technique::Friction ? kAcceptPressTauS : kAcceptTauS)
                    : 0.0F;
  const float heart = work.technique == Technique::Effleurage && !work.towardHeart ? kAwayFromHeart : 1.0F;
  Footprint print;
  print.at = work.at;
  print.radiusCm = drive.radiusCm * kFootprint;
  print.seconds = s;
  print.flow = drive.flow;
  print.beat = drive.flow * local;
  print.topUp = work.topUp;
  print.relax = drive.tone;
  print.local = local;
  print.accept = acceptRate;
  print.dilate = drive.dilate * heart * local;
  print.pump = drive.pump * local;
  print.ease = drive.spasm * local * calmOf;
  press(tissue, print);

  // Knots under the hand.
  for (int k = 0; k < m_knotCount; ++k) {
    const auto i = static_cast<std::size_t>(k);
    const level::Knot& knot = m_level->knots[i];
    const float reach = kKnotReachCm[static_cast<std::size_t>(knot.kind)] + (pressing ? 0.0F : kBroadHandCm);
    const float d2 = lengthSquared(work.at - knot.at) / (reach * reach);
    if (d2 >= 1.0F) continue;
    // A thumb need not be exact: full effect over the inner two fifths of the reach.
    const float place = clamp01((1.0F - d2) * kThumbPlateau);
    m_press[i] += drive.melt[static_cast<std::size_t>(knot.kind)] * place * local * s;
    if (pressing && !work.topUp) m_pressOcclusion[i] = maxOf(m_pressOcclusion[i], occlusionOf(work.pressure));
  }

  // Length: only what is held, and only in warm, untwisted muscle.
  if (stretch && work.holding > 0.0F && !work.topUp) {
    const float flex =
        clamp((playTemperature(tissue.muscleC[here]) - kFlexFromC) * (1.0F / kFlexSpanC), kFlexLow, kFlexHigh);
    const float knotted = 1.0F - kFlexKnot * tissue.knotNear[here];
    const float relaxed = 1.0F - kFlexTone * clamp01((tissue.tone[here] - kFlexToneFrom) * (1.0F / kFlexToneSpan));
    std::array<bool, level::kMuscleCount> pulled{};
    for (const Vec2 place : {work.from, work.at}) {
      const level::Fibres& fibres = level::fibresAt(place);
      for (int f = 0; f < fibres.count; ++f) pulled[fibres.muscle[static_cast<std::size_t>(f)]] = true;
    }
    for (std::size_t m = 0; m < pulled.size(); ++m) {
      if (!pulled[m]) continue;
      float blocked = 0.0F;
      for (int k = 0; k < m_knotCount; ++k) {
        const level::Knot& knot = m_level->knots[static_cast<std::size_t>(k)];
        if (knot.linked && level::muscleIndex(knot.muscle, knot.at.x >= 0.0F) == static_cast<int>(m)) {
          blocked = maxOf(blocked, knots[static_cast<std::size_t>(k)].tightness);
        }
      }
      shortness[m] -=
          shortness[m] * minOf(kShareAtOnce, eff * work.holding * flex * minOf(knotted, 1.0F - kFlexBlocked * blocked) *
                                                 relaxed * s / kStretchTauS);
    }
  }

  // The person.
  Person& p = person;
  float calm = drive.calm;
  if (work.technique == Technique::Effleurage)
    calm *= 1.0F - kStrokeWound * clamp01((p.arousal - kStrokeWoundFrom) * kStrokeWoundGain);
  if (work.technique == Technique::Vibration) {
    if (!work.topUp) p.tremble += s;
    calm = p.tremble > kVibrationWarmUpS ? kVibrationCalms : kVibrationWakes;
  }
  p.arousal = clamp01(p.arousal - calm * eff * kArousalCalm * s * (calm > 0.0F ? p.arousal : 1.0F - p.arousal));
  if (calm > 0.0F) p.worry = maxOf(kWorryLeast, p.worry - p.worry * calm * eff * s / kWorryTauS);
  float endorphin = drive.endorphin;
  if (pressing) {
    bool onTarget = false;
    if (work.technique == Technique::TriggerPoint) {
      for (int k = 0; k < m_knotCount; ++k) {
        const float reach = kKnotReachCm[0];
        onTarget = onTarget || lengthSquared(work.at - m_level->knots[static_cast<std::size_t>(k)].at) < reach * reach;
      }
    } else {
      for (std::size_t i = 0; i < m_level->points.size() && i < kMaxPoints; ++i) {
        if (lengthSquared(work.at - m_level->points[i]) >= kPointReachCm * kPointReachCm) continue;
        onTarget = true;
        endorphin *= 1.0F - pointDose[i];
        if (!work.topUp) pointDose[i] += (1.0F - pointDose[i]) * s * fit / kPointTauS;
      }
    }
    if (!onTarget) endorphin *= kOffTarget;
  }
  p.endorphins = clamp01(p.endorphins + endorphin * eff * (1.0F - p.endorphins) * kEndorphinRate * s);
  p.sensitisation -= p.sensitisation * p.endorphins * s / kSensitisationS;
  if (eff > kDoseEffect && felt <= p.limit + kDoseOver && !work.topUp) {
    p.doseS += s;
    p.comfort = minOf(1.0F, p.comfort + kComfortGain * s);
  }
}

}  // namespace knead::sim
