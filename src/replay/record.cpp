// The recorder: one sample a tick, one state hash a second.
#include "replay/record.hpp"

#include <utility>

namespace knead::replay {

Recorder::Recorder(const level::Level& level, const sim::SessionSetup& setup, InputMode mode) {
  m_replay.header.levelId = level.id;
  m_replay.header.levelHash = level.hash;
  m_replay.header.mode = mode;
  m_replay.header.setup = setup;
  m_replay.inputs.reserve(static_cast<std::size_t>(level.seconds) * sim::kTicksPerSecond);
}

void Recorder::note(const sim::TickInput& input, const sim::Session& session) {
  // A tick that the ended session ignored leaves its count behind ours.
  if (ticks() >= kMaxTicks || session.tickCount() <= ticks()) return;
  m_replay.inputs.push_back(input);
  if (m_replay.inputs.size() % kTicksPerHash == 0) m_replay.hashes.push_back(session.stateHash());
}

void Recorder::expected(const sim::Session& session) {
  m_replay.header.setup = session.setup();
  // Whoever plays it again knows it from the beginning: there the next person comes within the tick that ended the one
  // before, and the second that ends with it has another state.
  if (!m_replay.hashes.empty() && m_replay.inputs.size() % kTicksPerHash == 0)
    m_replay.hashes.back() = session.stateHash();
}

void Recorder::played(InputMode mode, const Help& help) {
  m_replay.header.mode = mode;
  m_replay.header.help = help;
}

void Recorder::lies(const Lie& lie) { m_replay.header.lie = lie; }

Replay Recorder::finish(const sim::ScoreCard& card) {
  m_replay.claim = {card.score, card.stars, card.ending, card.stateHash};
  return std::move(m_replay);
}

}  // namespace knead::replay
