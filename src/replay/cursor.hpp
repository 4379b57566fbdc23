// A finger on a replay: the input of any tick, for watching, ghosts and verifying. After the last sample the hand
// stays where it was, lifted. Must outlive neither the replay nor its changes.
#pragma once

#include <cstdint>

#include "replay/format.hpp"

namespace knead::replay {

class Cursor {
 public:
  explicit Cursor(const Replay& replay) : m_replay(&replay) {}

  [[nodiscard]] sim::TickInput at(std::uint32_t tick) const {
    if (tick < m_replay->inputs.size()) return m_replay->inputs[tick];
    sim::TickInput input = m_replay->inputs.empty() ? sim::TickInput{} : m_replay->inputs.back();
    input.contact = false;
    input.finish = false;
    return input;
  }
  // The input of the next tick, and one step on.
  sim::TickInput next() { return at(m_tick++); }
  [[nodiscard]] std::uint32_t tick() const { return m_tick; }
  [[nodiscard]] bool done() const { return m_tick >= m_replay->inputs.size(); }
  void rewind() { m_tick = 0; }

 private:
  const Replay* m_replay;
  std::uint32_t m_tick = 0;
};

}  // namespace knead::replay
