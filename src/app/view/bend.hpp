// How the shown body leans, lifts its shoulder blades and breathes: the map from the material frame to the picture for
// a pose of the rig, and its inverse for the pointer. Centimetres on both sides. Never touches the simulation.
#pragma once

#include <array>

#include "app/rig/rig.hpp"
#include "core/vec2.hpp"
#include "level/anatomy.hpp"
#include "story/people.hpp"

namespace knead::app {

class Bend {
 public:
  Bend() { rebuild(); }
  void follow(const RigPose& pose);
  // How wide this person is.
  void setBuild(const story::Build& build) { m_build = build; }
  [[nodiscard]] float offset(float yCm) const;  // sideways, cm
  [[nodiscard]] float slope(float yCm) const;   // d offset / d y
  [[nodiscard]] Vec2 shown(Vec2 material) const;
  [[nodiscard]] Vec2 material(Vec2 shownCm) const;  // the inverse, within 0.05 cm
  // Steps on the back that are shown as a step to the right and a step down, for small ones about the midline: what is
  // painted with them before the bend stands upright after it.
  struct Steps {
    Vec2 right{1, 0}, down{0, 1};
    [[nodiscard]] Vec2 of(Vec2 shown) const { return right * shown.x + down * shown.y; }
  };
  [[nodiscard]] Steps upright(float yCm) const;
  [[nodiscard]] float pelvisTilt() const { return m_pelvis; }

 private:
  void rebuild();
  [[nodiscard]] float width(float y) const;  // beside the drawn body's, at a height in units of 71 cm
  static constexpr int kSteps = 128;
  static constexpr float kTop = -24.0F, kBottom = 80.0F;
  std::array<float, level::kVertebraCount> m_shift{};
  std::array<RigPose::Blade, 2> m_blades{};
  story::Build m_build;
  std::array<float, kSteps + 1> m_table{};
  float m_shoulder = 0, m_pelvis = 0, m_breath = 0, m_head = 0;
};

}  // namespace knead::app
