// Many different runs at the cost of one: a bot's session whose last touch is a shade deeper or lighter each time. Each
// is another input on the board and judged in full.
#pragma once

#include "board/submission.hpp"
#include "replay/write.hpp"

namespace knead::testing {

[[nodiscard]] inline replay::Replay another(const replay::Replay& run, std::uint32_t number) {
  replay::Replay out = run;
  // Positions of a lifted hand at the very end: the play is the same, the input is not.
  sim::TickInput& last = out.inputs.back();
  sim::TickInput& before = out.inputs[out.inputs.size() - 2];
  last.contact = before.contact = false;
  last.x = static_cast<std::int16_t>(number % 4000);
  before.x = static_cast<std::int16_t>(number / 4000);
  return out;
}

[[nodiscard]] inline board::Bytes submissionOf(const replay::Replay& run, const board::Identity& me,
                                               const board::ServerId& server) {
  board::Submission out;
  out.server = server;
  out.recording = replay::encode(run);
  return board::encode(out, me).value();
}

}  // namespace knead::testing
