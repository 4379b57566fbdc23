// Shapes and speeds that the synthetic hands are drawn with. Test code, so the C library's mathematics is
// allowed. Owns pure functions only: no randomness but what is handed in, no state.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/math.hpp"
#include "core/random.hpp"
#include "core/vec2.hpp"

namespace knead::test {

inline float between(Random& r, float lo, float hi) { return r.range(lo, hi); }

inline Vec2 unit(float angle) { return {std::cos(angle), std::sin(angle)}; }
inline Vec2 turned(Vec2 v) { return {-v.y, v.x}; }
inline float lengthOf(Vec2 v) { return std::sqrt(v.x * v.x + v.y * v.y); }

inline float minimumJerk(float u) {
  u = std::clamp(u, 0.0F, 1.0F);
  return u * u * u * (10.0F - 15.0F * u + 6.0F * u * u);
}

// Constant speed with smooth ramps of the share `ramp` at both ends.
inline float rampedPlateau(float u, float ramp) {
  u = std::clamp(u, 0.0F, 1.0F);
  const auto area = [ramp](float v) {  // integral of a speed that rises with a smooth step over `ramp`
    if (v >= ramp) return 0.5F * ramp + (v - ramp);
    const float w = v / ramp;
    return ramp * (w * w * w - 0.5F * w * w * w * w);
  };
  const float whole = 2.0F * area(0.5F);
  return u < 0.5F ? area(u) / whole : 1.0F - area(1.0F - u) / whole;
}

// Distribution function of a lognormal that starts at 0.
inline float lognormal(float t, float mu, float sigma) {
  if (t <= 0.0F) return 0.0F;
  return 0.5F * std::erfc(-(std::log(t) - mu) / (sigma * 1.41421356F));
}

inline std::size_t milliseconds(float seconds) { return static_cast<std::size_t>(std::max(1.0F, seconds * 1000.0F)); }
inline float secondsOf(std::size_t ms) { return static_cast<float>(ms) * 0.001F; }

}  // namespace knead::test
