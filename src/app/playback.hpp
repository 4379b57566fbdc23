// A recording with a clock that can be put anywhere: the session as it was after any tick. Keeps copies of the session
// on the way, so that going back is cheap. Draws nothing and judges nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "replay/cursor.hpp"
#include "sim/session.hpp"

namespace knead::app {

class Playback {
 public:
  Playback(const level::Level& level, const replay::Replay& replay);
  Playback(const Playback&) = delete;
  Playback& operator=(const Playback&) = delete;

  [[nodiscard]] const sim::Session& session() const { return *m_session; }
  [[nodiscard]] const level::Level& level() const { return m_level; }
  [[nodiscard]] const replay::Replay& replay() const { return m_replay; }
  // The input of the last tick; a hand in the air before the first.
  [[nodiscard]] sim::TickInput input() const;
  [[nodiscard]] std::uint32_t tick() const { return m_session->tickCount(); }
  // Where the recording ends.
  [[nodiscard]] std::uint32_t end() const { return static_cast<std::uint32_t>(m_replay.inputs.size()); }
  [[nodiscard]] bool done() const { return tick() >= end() || m_session->ended(); }
  // One tick on; nothing at the end.
  void step();
  // To the state after `tick` ticks, at most the end: from here, or from the copy nearest before it.
  void seek(std::uint32_t tick);

 private:
  // Ticks between two copies: at some thousand times real time, five seconds of play are lived again
  // within a frame.
  static constexpr std::uint32_t kKeepEvery = 5U * static_cast<std::uint32_t>(sim::kTicksPerSecond);

  level::Level m_level;
  replay::Replay m_replay;
  replay::Cursor m_cursor;
  std::unique_ptr<sim::Session> m_session;
  std::vector<std::unique_ptr<const sim::Session>> m_kept;  // after 0, kKeepEvery, 2 kKeepEvery ... ticks
};

}  // namespace knead::app
