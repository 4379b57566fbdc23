// What is read from a body: the pools of the mechanisms, the tone of the muscles, and pain. Reads, never writes.
#include "core/math.hpp"
#include "sim/body.hpp"
#include "sim/cells.hpp"
#include "sim/tuning.hpp"

namespace knead::sim {

using namespace tuning;

namespace {

// Pain of tone above its band, and of blood that is lacking, 0..1.
float toneHurts(float tone) { return clamp01((tone - kBandHigh) * (1.0F / kToneHurtsSpan)); }
float lackHurts(float perfusion) { return clamp01((kLackHurtsBelow - perfusion) * (1.0F / kLackSpan)); }

}  // namespace

Body::MuscleTones Body::muscleTones() const {
  MuscleTones tones{};
  for (std::size_t m = 0; m < tones.size(); ++m) {
    const std::vector<int>& cells = muscleCells(m);
    float sum = 0.0F;
    for (const int cell : cells) sum += tissue.tone[static_cast<std::size_t>(cell)];
    tones[m] = cells.empty() ? kBandHigh : sum / static_cast<float>(cells.size());
  }
  return tones;
}

float Body::knotPain(std::size_t knot) const {
  const level::Knot& which = m_level->knots[knot];
  const float tight = knots[knot].tightness;
  const float own = tight * kKnotPain[static_cast<std::size_t>(which.kind)];
  // A tight knot that refers sends the pain of the strained tissue around it away too.
  return which.refers ? kReferredShare * (own + tight * tissuePain(which.at)) : own;
}

Body::Grip Body::gripOf() const {
  Grip g;
  const float start = m_startPlayC;
  for (const int cell : m_regionCells) {
    const auto c = static_cast<std::size_t>(cell);
    const float t = playTemperature(tissue.muscleC[c]);
    g.soreness += tissue.soreness[c];
    g.toneHurts += toneHurts(tissue.tone[c]);
    g.lackHurts += lackHurts(tissue.perfusion[c]);
    g.spasm += tissue.spasm[c];
    g.cold += coldness(t);
    g.heat += clamp01((t - start) / (kHeatGoalC - start));
  }
  int shortCount = 0;
  for (std::size_t i = 0; i < shortness.size(); ++i) {
    const auto group = static_cast<level::MuscleGroup>(i / 2);
    const bool right = (i % 2) != 0;
    const int side = m_level->tissue.shortSide;
    if (!startsShort(group) || (side < 0 && right) || (side > 0 && !right)) continue;
    g.length += shortness[i];
    ++shortCount;
  }
  if (shortCount > 0) g.length /= static_cast<float>(shortCount);
  float worst = 0;
  float all = 0;
  for (int k = 0; k < m_knotCount; ++k) {
    const auto i = static_cast<std::size_t>(k);
    const float pain = knotPain(i);
    g.knots += knots[i].tightness;
    all += pain;
    worst = maxOf(worst, pain);
  }
  if (m_knotCount > 0) g.knots /= static_cast<float>(m_knotCount);
  const float share = m_regionShare;
  g.tightness = g.toneHurts * share + g.length + g.knots + kTightSpasm * g.spasm * share;
  const float base = kPainSoreness * g.soreness * share + kPainTone * g.toneHurts * share +
                     kPainFlow * g.lackHurts * share + kPainSpasm * g.spasm * share + kPainShort * g.length +
                     kPainCold * g.cold * share +
                     kPainArousal * person.arousal * (g.tightness > kTightFrom ? 1.0F : kPainArousalSlack);
  const float knotPain = worst + kFurtherKnotPain * (all - worst);
  g.pain = clamp(
      (base + knotPain) * (1.0F - kPainEndorphin * person.endorphins) * (1.0F + kPainSensitised * person.sensitisation),
      0.0F, kPainMost);
  return g;
}

Body::Measures Body::measure() const {
  const Grip g = gripOf();
  float narrowing = 0, lack = 0, tight = 0, play = 0, tone = 0;
  for (const int cell : m_regionCells) {
    const auto c = static_cast<std::size_t>(cell);
    narrowing += tissue.narrowing[c];
    lack += clamp01((kLackBelow - tissue.perfusion[c]) * (1.0F / kLackSpan));
    tight += maxOf(0.0F, tissue.tone[c] - kBandHigh);
    play += playTemperature(tissue.muscleC[c]);
    tone += tissue.tone[c];
  }
  Measures m;
  m.muscleTone = muscleTones();
  for (const float muscle : m.muscleTone) m.sag += maxOf(0.0F, kBandLow - muscle) * (1.0F / kBandLow);
  m.sag /= static_cast<float>(m.muscleTone.size()) * kSagFull;
  const float share = m_regionShare;
  m.flowPool = (g.soreness + narrowing + kPoolLack * lack) * share;
  m.tensionPool = (tight * share) / kToneHurtsSpan + kTightSpasm * g.spasm * share + m.sag + kPoolLength * g.length +
                  kPoolKnots * g.knots;
  m.heat = g.heat * share;
  m.meanTone = tone * share;
  m.meanPlayC = play * share;
  m.tightness = g.tightness;
  m.pain = g.pain;
  return m;
}

float Body::tissuePain(Vec2 at) const {
  const auto c = static_cast<std::size_t>(cellAt(at));
  return kPainSoreness * tissue.soreness[c] + kPainTone * toneHurts(tissue.tone[c]) +
         kPainFlow * lackHurts(tissue.perfusion[c]) + kPainSpasm * tissue.spasm[c];
}

float Body::painAt(Vec2 at) const {
  float here = tissuePain(at);
  float sent = 0.0F;
  for (int k = 0; k < m_knotCount; ++k) {
    const auto i = static_cast<std::size_t>(k);
    const level::Knot& knot = m_level->knots[i];
    const float reach = kKnotReachCm[static_cast<std::size_t>(knot.kind)] * kPainReach;
    const auto near = [&](Vec2 place) { return clamp01(1.0F - lengthSquared(at - place) / (reach * reach)); };
    sent += near(knot.refers ? knot.refersTo : knot.at) * knotPain(i);
    if (knot.refers) here *= 1.0F - near(knot.at) * knots[i].tightness;
  }
  return clamp(here + sent, 0.0F, kPainMost);
}

float Body::painNow() const {
  const float pain = m_pain * (1.0F - kPainGate * person.gate) + kPainOver * person.over;
  return clamp(pain, 0.0F, kPainMost);
}

}  // namespace knead::sim
