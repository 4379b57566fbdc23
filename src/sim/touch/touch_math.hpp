// Small shapes and angles shared by the parts of the recogniser. Pure functions of their arguments: no state,
// no thresholds of their own, nothing that is not + - * / or a square root.
#pragma once

#include "core/math.hpp"
#include "sim/tick_input.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim::touch {

[[nodiscard]] constexpr float secondsOf(int ticks) { return static_cast<float>(ticks) * kSecondsPerTick; }

// The angle of a turn with the given cross and dot product, -pi..pi, error below 0.005 rad.
[[nodiscard]] inline float turnAngle(float crossed, float dotted) {
  const float c = absOf(crossed);
  const float d = absOf(dotted);
  const float most = maxOf(c, d);
  if (!(most > 0.0F)) return 0.0F;
  const float z = minOf(c, d) / most;
  float a = z * (0.9724F - 0.1919F * z * z);
  if (c > d) a = 1.5707963F - a;
  if (dotted < 0.0F) a = 3.1415927F - a;
  return crossed < 0.0F ? -a : a;
}

// 0 below the slope, 1 above it.
[[nodiscard]] inline float rising(float x, touch_tuning::Slope s) { return smoothStep(s.from, s.to, x); }
// 1 below the slope, 0 above it.
[[nodiscard]] inline float falling(float x, touch_tuning::Slope s) { return 1.0F - smoothStep(s.from, s.to, x); }
// 1 on the plateau, 0 outside it.
[[nodiscard]] inline float onPlateau(float x, const touch_tuning::Plateau& p) {
  return x < p.full ? smoothStep(p.from, p.full, x) : 1.0F - smoothStep(p.fading, p.gone, x);
}
// The smaller over the larger of two positive numbers; 1 for two zeros.
[[nodiscard]] inline float ratio(float a, float b) {
  const float most = maxOf(a, b);
  return most > 0.0F ? minOf(a, b) / most : 1.0F;
}

}  // namespace knead::sim::touch
