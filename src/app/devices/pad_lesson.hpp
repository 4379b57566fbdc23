// Teaches a gamepad that no line knows: asks for one button or stick after the other and listens to what the pad says.
// What an axis is (a stick's half, a trigger that rests at one end) shows when it is let go. Knows no window.
#pragma once

#include "app/devices/pad_map.hpp"
#include "app/platform/sfml_adapter.hpp"

namespace knead::app {

class PadLesson {
 public:
  // Button::A .. Button::DpadRight in order, then these.
  static constexpr int kLeftRight = profile::kButtonCount - 1, kLeftDown = kLeftRight + 1, kRightRight = kLeftRight + 2,
                       kRightDown = kLeftRight + 3, kSteps = kLeftRight + 4;

  // What is asked for now, 0..kSteps; kSteps when all is taught.
  [[nodiscard]] int step() const { return m_step; }
  [[nodiscard]] bool done() const { return m_step >= kSteps; }
  // The pad that is taught: the first that spoke; -1 before.
  [[nodiscard]] int pad() const { return m_pad; }
  // Something is held and not let go yet.
  [[nodiscard]] bool holds() const { return m_held.kind != PadSource::Kind::None; }
  // A raw event; `driverAxis` is its axis as the driver counts.
  void take(const platform::InputEvent& event, int driverAxis);
  void update(float seconds);
  // The pad has no such thing.
  void skip();
  // Asks the one before again.
  void again();
  // Name, vendor and product are of `named`.
  [[nodiscard]] PadMap map(const PadMap& named) const;

 private:
  void answer();
  [[nodiscard]] bool asksStick() const { return m_step >= kLeftRight; }
  PadMap m_map;
  int m_step = 0, m_pad = -1;
  PadSource m_held;
  float m_most = 0, m_now = 0;    // of the axis that is held: the furthest, and where it is
  std::array<float, 8> m_last{};  // of each axis, SFML's order
  int m_moving = -1;              // the axis that started from silence
  float m_silentS = 1;
  bool m_released = false;
};

}  // namespace knead::app
