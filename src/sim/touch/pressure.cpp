// See pressure.hpp. Owns the slopes; the caps of the moves are tuning.
#include "sim/touch/pressure.hpp"

#include "core/math.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim::touch {

using namespace touch_tuning;

namespace {
float capOf(Move move) {
  switch (move) {
    case Move::Compression: return kCapPress;
    case Move::Petrissage:
    case Move::Friction: return kCapLoopRub;
    case Move::Stretch: return kCapStretch;
    case Move::Effleurage: return kCapGlide;
    case Move::Tapotement: return kCapTap;
    case Move::Vibration: return kCapTremble;
    case Move::None: break;
  }
  return kCapUndecided;
}
}  // namespace

void Pressure::contactTick(Move move, float speedCmPerS, float ceiling) {
  m_airTicks = 0;
  if (move == Move::Tapotement) return;  // taps strike by themselves
  const float target = ceiling * capOf(move);
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
