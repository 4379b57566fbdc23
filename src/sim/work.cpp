// What recognised work does to the body: Body::apply. Everything a technique can do is in the table of drives
// (tuning.hpp); here it meets depth, place, acceptance and guarding.
#include "core/math.hpp"
#include "sim/body.hpp"
#include "sim/tuning.hpp"

namespace knead::sim {

using namespace tuning;
using level::Technique;

namespace {

// 1 inside the window of depth, falling to 0 over a tenth outside.
float window(float pressure, float low, float high) {
  return clamp01(1.0F - maxOf(low - pressure, pressure - high) * 10.0F);
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
  const float calmOf = 1.0F - 0.7F * person.arousal;
  const float felt = feltDepth(work.technique, work.pressure, work.at);
  const float radius = drive.radiusCm * 1.6F;
  const auto here = static_cast<std::size_t>(cellAt(work.at));

  // Stretching works once the barrier is held, along the whole muscle.
  const bool stretch = work.technique == Technique::Stretch;
  const float local = stretch ? (0.25F + 0.75F * work.holding) * eff : eff;

  const float limit = limitAt(work.at);
  const float acceptRate =
      felt <= limit ? work.quality * (0.35F + 0.65F * felt / limit) /
                          (pressing || work.technique == Technique::Friction ? kAcceptPressTauS : kAcceptTauS)
                    : 0.0F;
  const float heart = work.technique == Technique::Effleurage && !work.towardHeart ? kAwayFromHeart : 1.0F;
  const float inverseArea = 1.0F / (radius * radius);
  const int columnReach = static_cast<int>(radius / kCellWidthCm) + 1;
  const int rowReach = static_cast<int>(radius / kCellHeightCm) + 1;
  const int centre = cellAt(work.at);
  for (int dr = -rowReach; dr <= rowReach; ++dr) {
    const int row = centre / kColumns + dr;
    if (row < 0 || row >= kRows) continue;
    for (int dc = -columnReach; dc <= columnReach; ++dc) {
      const int column = centre % kColumns + dc;
      if (column < 0 || column >= kColumns) continue;
      const int cell = cellIndex(column, row);
      const float d2 = lengthSquared(cellCentre(cell) - work.at) * inverseArea;
      if (d2 >= 1.0F) continue;
      const float w = (1.0F - d2) * (1.0F - d2) * s;
      const auto c = static_cast<std::size_t>(cell);
      tissue.rhythm[c] += w * maxOf(0.0F, drive.flow * local - (work.topUp ? 0.0F : tissue.rhythm[c])) *
                          (1.0F - tissue.rhythm[c]) * (1.0F / kRhythmRiseS);
      tissue.rhythm[c] = minOf(tissue.rhythm[c], drive.flow);
      tissue.tone[c] = clamp01(tissue.tone[c] - w * drive.tone * local * tissue.tone[c]);
      tissue.acceptance[c] = minOf(1.0F, tissue.acceptance[c] + (1.0F - tissue.acceptance[c]) * w * acceptRate);
      tissue.narrowing[c] -= tissue.narrowing[c] * minOf(0.5F, drive.dilate * heart * local * w * (1.0F / 40.0F));
      tissue.soreness[c] -= tissue.soreness[c] * minOf(0.5F, drive.pump * local * w * (1.0F / 220.0F));
      tissue.spasm[c] -= tissue.spasm[c] * minOf(0.5F, drive.spasm * local * calmOf * w * (1.0F / 260.0F));
    }
  }

  // Knots under the hand.
  for (int k = 0; k < m_knotCount; ++k) {
    const auto i = static_cast<std::size_t>(k);
    const level::Knot& knot = m_level->knots[i];
    const float reach = kKnotReachCm[static_cast<std::size_t>(knot.kind)] + (pressing ? 0.0F : 1.2F);
    const float d2 = lengthSquared(work.at - knot.at) / (reach * reach);
    if (d2 >= 1.0F) continue;
    // A thumb need not be exact: full effect over the inner two fifths of the reach.
    const float place = clamp01((1.0F - d2) * 1.2F);
    m_press[i] += drive.melt[static_cast<std::size_t>(knot.kind)] * place * local * s;
    if (pressing && !work.topUp) m_pressOcclusion[i] = maxOf(m_pressOcclusion[i], occlusionOf(work.pressure));
  }

  // Length: only what is held, and only in warm, untwisted muscle.
  if (stretch && work.holding > 0.0F && !work.topUp) {
    const float flex = clamp((playTemperature(tissue.muscleC[here]) - 34.6F) * (1.0F / 2.4F), 0.10F, 1.15F);
    const float knotted = 1.0F - 0.85F * tissue.knotNear[here];
    const float relaxed = 1.0F - 0.6F * clamp01((tissue.tone[here] - 0.55F) * (1.0F / 0.35F));
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
      shortness[m] -= shortness[m] * minOf(0.5F, eff * work.holding * flex * minOf(knotted, 1.0F - 0.9F * blocked) *
                                                     relaxed * s / kStretchTauS);
    }
  }

  // The person.
  Person& p = person;
  float calm = drive.calm;
  if (work.technique == Technique::Effleurage) calm *= 1.0F - 0.8F * clamp01((p.arousal - 0.7F) * 4.0F);
  if (work.technique == Technique::Vibration) {
    if (!work.topUp) p.tremble += s;
    calm = p.tremble > kVibrationWarmUpS ? 0.9F : -0.3F;
  }
  p.arousal = clamp01(p.arousal - calm * eff * kArousalCalm * s * (calm > 0.0F ? p.arousal : 1.0F - p.arousal));
  if (calm > 0.0F) p.worry = maxOf(0.05F, p.worry - p.worry * calm * eff * s / kWorryTauS);
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
        if (lengthSquared(work.at - m_level->points[i]) >= 4.0F) continue;
        onTarget = true;
        endorphin *= 1.0F - pointDose[i];
        if (!work.topUp) pointDose[i] += (1.0F - pointDose[i]) * s * fit / kPointTauS;
      }
    }
    if (!onTarget) endorphin *= 0.2F;
  }
  p.endorphins = clamp01(p.endorphins + endorphin * eff * (1.0F - p.endorphins) * kEndorphinRate * s);
  p.sensitisation -= p.sensitisation * p.endorphins * s / 500.0F;
  if (eff > 0.25F && felt <= p.limit + 0.05F && !work.topUp) {
    p.doseS += s;
    p.comfort = minOf(1.0F, p.comfort + kComfortGain * s);
  }
}

}  // namespace knead::sim
