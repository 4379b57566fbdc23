#include "hands/steered_hand.hpp"

#include "core/math.hpp"

namespace knead::hands {
namespace {

// All of them game, chosen so that the moves of the table come out in the middle of their tolerances.
constexpr float kOnSkinCmPerS = 16.0F;                         // strokes, kneading by turning keys, rubs
constexpr float kSlowCmPerS = 3.0F;                            // a stretch
constexpr float kRollingCmPerS = 6.0F;                         // from tap to tap
constexpr float kGlidingCmPerS = 7.0F;                         // a warm stone in the hand
constexpr float kFreeCmPerS = 12.0F, kFreeFastCmPerS = 42.0F;  // off the skin: slow at first, for small steps
constexpr float kFreeRampS = 0.45F;
constexpr float kInertiaS = 0.05F, kLeanInertiaS = 0.03F;
constexpr float kLeanCm = 2.4F;                         // a stick's circle is a kneading hand's
constexpr float kCarryPerS = 9.0F, kCarriedCm = 0.05F;  // share of the rest of the way, a second
constexpr float kRollHz = 5.0F, kRollDown = 0.4F;
constexpr float kTrembleHz = 7.0F, kTrembleCm = 0.42F;
constexpr float kDeeperPerS = 0.5F, kLeastCeiling = 0.1F;
constexpr float kHalfWidthCm = 24.0F, kTopCm = -1.0F, kBottomCm = 70.0F;  // the back, with room beside it

Vec2 within(Vec2 v, float most) {
  const float n = length(v);
  return n > most ? v * (most / n) : v;
}

}  // namespace

void SteeredHand::goTo(Vec2 cm) {
  m_goal = cm;
  m_carried = true;
}

float SteeredHand::fullPace(const Steering& s) const {
  if (s.slow) return kSlowCmPerS;
  if (s.tool == level::Tool::Stone && s.touch) return kGlidingCmPerS * m_pace;
  if (s.roll) return kRollingCmPerS * m_pace;
  if (s.touch) return kOnSkinCmPerS * m_pace;
  return lerp(kFreeCmPerS, kFreeFastCmPerS, clamp01(m_goingS / kFreeRampS)) * m_pace;
}

sim::PointerSample SteeredHand::sample(const Steering& s, std::uint32_t tick) {
  const Vec2 way = within(s.way, 1.0F);
  const bool going = lengthSquared(way) > 0.0F;
  m_goingS = going ? m_goingS + sim::kSecondsPerTick : 0.0F;
  if (going || s.touch) m_carried = false;
  if (m_carried) {
    m_at = m_at + (m_goal - m_at) * (kCarryPerS * sim::kSecondsPerTick);
    m_velocity = {};
    m_carried = lengthSquared(m_goal - m_at) > kCarriedCm * kCarriedCm;
  }
  // A hand that lands stands still first: what it still slid aside would spoil the stroke that begins there.
  if (s.touch && !m_touched) m_velocity = {};
  m_touched = s.touch;
  m_velocity =
      m_velocity + (way * fullPace(s) - m_velocity) * (sim::kSecondsPerTick / (kInertiaS + sim::kSecondsPerTick));
  m_at = m_at + m_velocity * sim::kSecondsPerTick;
  m_at = {clamp(m_at.x, -kHalfWidthCm, kHalfWidthCm), clamp(m_at.y, kTopCm, kBottomCm)};
  m_lean = m_lean + (within(s.lean, 1.0F) - m_lean) * (sim::kSecondsPerTick / (kLeanInertiaS + sim::kSecondsPerTick));
  m_ceiling =
      clamp(m_ceiling + clamp(s.deeper, -1.0F, 1.0F) * (kDeeperPerS * sim::kSecondsPerTick), kLeastCeiling, 1.0F);

  m_rhythmS = s.roll || s.tremble ? m_rhythmS + sim::kSecondsPerTick : 0.0F;
  const float turns = m_rhythmS * (s.roll ? kRollHz : kTrembleHz);
  const float phase = turns - static_cast<float>(static_cast<int>(turns));
  sim::PointerSample out;
  out.microseconds = (static_cast<std::uint64_t>(tick) * 2U + 1U) * 1000000U / 240U;
  out.cm = m_at + m_lean * kLeanCm;
  out.down = s.roll ? phase < kRollDown : s.touch || s.tremble;
  if (s.tremble && !s.roll) out.cm.x += kTrembleCm * sinOf(phase * kTau);
  out.tool = s.tool;
  out.ceiling = m_ceiling;
  return out;
}

}  // namespace knead::hands
