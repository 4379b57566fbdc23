// Portable mathematics: only + - * / and sqrt on IEEE floats, so that every compiler and processor gives
// the same bits. Nothing here may call the C library's transcendental functions.
#pragma once

#include <bit>
#include <cstdint>

#include "core/vec2.hpp"

namespace knead {

inline constexpr float kPi = 3.14159265F, kTau = 6.28318531F;
inline constexpr float kRadiansPerDegree = kPi / 180.0F;

[[nodiscard]] constexpr float minOf(float a, float b) { return a < b ? a : b; }
[[nodiscard]] constexpr float maxOf(float a, float b) { return a > b ? a : b; }
[[nodiscard]] constexpr float clamp(float x, float lo, float hi) { return minOf(maxOf(x, lo), hi); }
[[nodiscard]] constexpr float clamp01(float x) { return clamp(x, 0.0F, 1.0F); }
[[nodiscard]] constexpr float absOf(float x) { return x < 0.0F ? -x : x; }
[[nodiscard]] constexpr float lerp(float a, float b, float t) { return a + (b - a) * t; }
// Smooth step from 0 at `a` to 1 at `b`; a > b gives the falling one.
[[nodiscard]] constexpr float smoothStep(float a, float b, float x) {
  const float t = clamp01((x - a) / (b - a));
  return t * t * (3.0F - 2.0F * t);
}

// Square root, correctly rounded by IEEE 754 on every target.
[[nodiscard]] inline float squareRoot(float x) { return __builtin_sqrtf(x); }
[[nodiscard]] inline float length(Vec2 a) { return squareRoot(lengthSquared(a)); }

// 2^x for |x| <= 4 with a relative error below 6e-4, branch-free. Real: float, or Lanes4 (core/lanes.hpp).
template <class Real>
[[nodiscard]] constexpr Real exp2Small(Real x) {
  const Real y = x * (0.69314718F * 0.125F);
  Real p = 1.0F + y * (1.0F + y * (0.5F + y * (0.16666667F + y * 0.041666668F)));
  p = p * p;
  p = p * p;
  return p * p;
}

// 2^x for any x; below -126 gives 0, above 127 the largest power. Relative error below 2e-6.
[[nodiscard]] constexpr float exp2Of(float x) {
  if (x < -126.0F) return 0.0F;
  if (x > 127.0F) x = 127.0F;
  auto whole = static_cast<std::int32_t>(x);
  if (static_cast<float>(whole) > x) --whole;
  const float y = (x - static_cast<float>(whole) - 0.5F) * 0.69314718F;
  const float p =
      1.0F + y * (1.0F + y * (0.5F + y * (0.16666667F + y * (0.041666668F + y * (0.008333334F + y * 0.0013888889F)))));
  return p * 1.41421356F * std::bit_cast<float>(static_cast<std::uint32_t>(whole + 127) << 23U);
}

// e^x, by way of exp2Of.
[[nodiscard]] constexpr float expOf(float x) { return exp2Of(x * 1.44269504F); }
// The logistic function 1 / (1 + e^-x).
[[nodiscard]] constexpr float logistic(float x) { return 1.0F / (1.0F + expOf(-x)); }

// Sine of x in radians for |x| <= 64, error below 2e-6.
[[nodiscard]] constexpr float sinOf(float x) {
  const float turns = x * (1.0F / kPi);
  auto k = static_cast<std::int32_t>(turns + (turns < 0.0F ? -0.5F : 0.5F));
  const float kf = static_cast<float>(k);
  const float r = (x - kf * 3.140625F) - kf * 0.00096765359F;
  const float r2 = r * r;
  const float s =
      r * (1.0F + r2 * (-0.16666667F + r2 * (0.0083333333F + r2 * (-0.00019841270F + r2 * 0.0000027557319F))));
  return (k & 1) != 0 ? -s : s;
}
[[nodiscard]] constexpr float cosOf(float x) { return sinOf(x + 1.57079633F); }

}  // namespace knead
