// Where the body stands in the picture, and the frame of the layer it is painted in. Numbers only.
#pragma once

#include "app/view/bend.hpp"
#include "core/vec2.hpp"

namespace knead::app {

// `origin`: the base of the skull, `unit`: 71 cm, both in reference pixels.
struct Stage {
  Vec2 origin{640, 118};
  float unit = 540;
  [[nodiscard]] Vec2 toScreen(Vec2 shownCm) const { return origin + shownCm * (unit / 71.0F); }
  [[nodiscard]] Vec2 toCm(Vec2 screen) const { return (screen - origin) * (71.0F / unit); }
  [[nodiscard]] Vec2 toScreen(const Bend& bend, Vec2 materialCm) const { return toScreen(bend.shown(materialCm)); }
};

// The layer of the back in the material frame, units of 71 cm.
namespace layer {
inline constexpr float kLeft = -.46F, kRight = .46F, kTop = -.32F, kBottom = 1.08F;
}
// A part of the layer, units of 71 cm.
struct LayerPart {
  float left = layer::kLeft, top = layer::kTop, right = layer::kRight, bottom = layer::kBottom;
  [[nodiscard]] bool meets(float l, float t, float r, float b) const {
    return l <= right && r >= left && t <= bottom && b >= top;
  }
};
// Widths of lines are given at this size of the unit.
inline constexpr float kDrawnUnit = 540.0F;

}  // namespace knead::app
