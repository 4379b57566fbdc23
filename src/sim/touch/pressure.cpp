// See pressure.hpp. Owns the slopes; the caps are traits of the moves.
#include "sim/touch/pressure.hpp"

#include "core/math.hpp"
#include "sim/touch/move_traits.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim::touch {

using namespace touch_tuning;

void Pressure::contactTick(Move move, float speedCmPerS, float ceiling) {
  m_airTicks = 0;
  if (move == Move::Tapotement) return;  // taps strike by themselves
  const float target = ceiling * traitsOf(move).cap;
  if (target < m_value) {
    m_value += (target - m_value) * kRisePerTick;
    return;
  }
  const float moving = clamp01((speedCmPerS - kSinkStillCmPerS) / (kSinkMovingCmPerS - kSinkStillCmPerS));
  const float step = (target - m_value) * lerp(kSinkStillPerTick, kSinkMovingPerTick, moving);
  m_value += minOf(step, kSinkMostPerTick);
}

void Pressure::airTick() {
  if (m_airTicks <= kLiftTicks) ++m_airTicks;
  m_value -= m_value * (m_airTicks <= kLiftTicks ? kLiftPerTick : kRisePerTick);
  if (m_value < kPressureGone) m_value = 0.0F;  // no denormal numbers: they are slow and some builds flush them
}

}  // namespace knead::sim::touch
