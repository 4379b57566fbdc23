// Device samples of any rate in, one quantised TickInput per 1/120 s out: the last sample at or before the end
// of the tick holds. Live devices and trace files go through here alike. A press and release between two
// ticks is kept: the release waits for the next tick.
#pragma once

#include <cstdint>
#include <deque>

#include "sim/tick_input.hpp"

namespace knead::sim {

struct PointerSample {
  std::uint64_t microseconds = 0;
  Vec2 cm;  // material frame
  bool down = false;
  level::Tool tool = level::Tool::Hand;
  float ceiling = 0.65F;  // 0..1
};

class PointerResampler {
 public:
  // Samples in time order.
  void push(const PointerSample& sample) { m_waiting.push_back(sample); }

  // The input of tick number `tick` (which ends at (tick + 1) / 120 s).
  [[nodiscard]] TickInput take(std::uint32_t tick) {
    const std::uint64_t endUs = (static_cast<std::uint64_t>(tick) + 1U) * 1000000U / 120U;
    bool pressed = false;
    while (!m_waiting.empty() && m_waiting.front().microseconds <= endUs) {
      const PointerSample& next = m_waiting.front();
      if (pressed && !next.down) break;
      pressed = pressed || (next.down && !m_held.down);
      m_held = next;
      m_waiting.pop_front();
    }
    return quantise(m_held.cm, m_held.down, m_held.tool, m_held.ceiling);
  }
  [[nodiscard]] bool empty() const { return m_waiting.empty(); }

 private:
  std::deque<PointerSample> m_waiting;
  PointerSample m_held;
};

}  // namespace knead::sim
