// Keeps what a session hears while it is played. Must be told of every tick, in order, right after it; never
// touches the session.
#pragma once

#include <cstdint>

#include "replay/format.hpp"

namespace knead::replay {

class Recorder {
 public:
  Recorder(const level::Level& level, const sim::SessionSetup& setup, InputMode mode);

  // The input that `session` has just ticked with. What comes after the end, or after kMaxTicks, is left out.
  void note(const sim::TickInput& input, const sim::Session& session);
  // What is expected of the next person was said since the last tick (Session::expect), which may end that visit, too.
  void expected(const sim::Session& session);
  // How it was played, when that is known better than at the beginning.
  void played(InputMode mode, const Help& help);
  // How the person lies, on a board of a day.
  void lies(const Lie& lie);
  // The recording, with the result as the claim. Call it when the session has ended.
  [[nodiscard]] Replay finish(const sim::ScoreCard& card);
  [[nodiscard]] std::uint32_t ticks() const { return static_cast<std::uint32_t>(m_replay.inputs.size()); }

 private:
  Replay m_replay;
};

}  // namespace knead::replay
