// The shape of the body in the material frame, in units of 71 cm: outline curves, height field for the light, fades,
// and the muscle bands as guide curves. Numbers are the style's. Knows nothing of the bend or of a session.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "core/vec2.hpp"

namespace knead::app {

inline constexpr float kUnitCm = 71.0F;
[[nodiscard]] inline float gaussOf(float x, float s) { return __builtin_expf(-(x * x) / (s * s)); }

enum class Outline { Head, Shoulder, Side, Arm };
[[nodiscard]] std::span<const Vec2> outline(Outline which);         // right half
[[nodiscard]] Vec2 curveAt(std::span<const Vec2> points, float t);  // Catmull-Rom, t in 0..1
[[nodiscard]] float heightAt(float x, float y);                     // <= 0 outside
[[nodiscard]] float lightAt(float x, float y);                      // 0..1
[[nodiscard]] float lineFade(float x, float y);                     // arms, head and pelvis fade out

// One band of fibres. `muscle` is the simulation's group, or -1 - k for one that is only drawn.
struct Band {
  int muscle = -1;
  int layer = 0, count = 0;
  float alpha = 0.5F;
  std::vector<std::vector<Vec2>> stations;
};
[[nodiscard]] const std::vector<Band>& bands();

}  // namespace knead::app
