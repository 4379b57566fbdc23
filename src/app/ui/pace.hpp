// How fast time goes in a menu with a back in it: it breathes while somebody is there. With reduced motion it stands
// still once it has come to rest; so it does, more slowly, where the processor draws and nobody has done anything.
#pragma once

#include "app/ui/painter.hpp"
#include "core/math.hpp"

namespace knead::app {

class Pace {
 public:
  void stir() { m_idle = 0; }
  // Seconds of the menu's time for `seconds` of the room's.
  float advance(float seconds, const DrawKit& kit, bool reducedMotion) {
    m_idle += seconds;
    m_until = reducedMotion ? kSettleS : kit.quality == Quality::Low ? kAloneS + kSlowS : m_idle + 1;
    return reducedMotion ? seconds : seconds * smoothStep(0, kSlowS, m_until - m_idle);
  }
  [[nodiscard]] bool still() const { return m_idle > m_until; }

 private:
  static constexpr float kSettleS = 4, kAloneS = 12, kSlowS = 4;
  float m_idle = 0, m_until = 1;  // seconds without input; of them, until it stands
};

}  // namespace knead::app
