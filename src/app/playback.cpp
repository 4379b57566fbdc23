#include "app/playback.hpp"

#include <algorithm>

namespace knead::app {

Playback::Playback(const level::Level& level, const replay::Replay& replay)
    : m_level(level),
      m_replay(replay),
      m_cursor(m_replay),
      m_session(std::make_unique<sim::Session>(m_level, m_replay.header.setup)) {
  m_kept.push_back(std::make_unique<const sim::Session>(*m_session));
}

sim::TickInput Playback::input() const { return tick() == 0 ? sim::TickInput{} : m_cursor.at(tick() - 1); }

void Playback::step() {
  if (done()) return;
  m_session->tick(m_cursor.at(tick()));
  if (tick() == kKeepEvery * m_kept.size()) m_kept.push_back(std::make_unique<const sim::Session>(*m_session));
}

void Playback::seek(std::uint32_t wanted) {
  wanted = std::min(wanted, end());
  const std::size_t nearest = std::min<std::size_t>(wanted / kKeepEvery, m_kept.size() - 1);
  if (wanted < tick() || m_kept[nearest]->tickCount() > tick())
    m_session = std::make_unique<sim::Session>(*m_kept[nearest]);
  while (tick() < wanted && !done()) step();
}

}  // namespace knead::app
