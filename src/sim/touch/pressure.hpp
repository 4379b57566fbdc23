// How deep the hand has sunk in, for a device that cannot feel pressure: it grows with time, faster when the
// hand is still, up to a ceiling the player sets. Owns that one number; only time, speed, the ceiling and the
// move enter, so every device is treated alike.
#pragma once

#include <cstdint>

#include "core/hash.hpp"
#include "sim/touch/recogniser.hpp"

namespace knead::sim::touch {

class Pressure {
 public:
  void contactTick(Move move, float speedCmPerS, float ceiling);
  void airTick();
  [[nodiscard]] float value() const { return m_value; }  // 0..1
  void hash(Hash64& h) const {
    h.addFloat(m_value);
    h.addWord(static_cast<std::uint64_t>(m_airTicks));
  }

 private:
  float m_value = 0.0F;
  int m_airTicks = 0;
};

}  // namespace knead::sim::touch
