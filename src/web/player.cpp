// Stepping, going back, and comparing; see the header. The comparison is that of replay/verify.cpp, taken apart so that
// a picture can be shown in between.
#include "web/player.hpp"

#include <algorithm>

#include "core/hash.hpp"
#include "level/level_reader.hpp"
#include "replay/read.hpp"
#include "web/told.hpp"

namespace knead::web {

Result<std::unique_ptr<Player>> Player::open(std::string_view text, std::span<const std::uint8_t> bytes) {
  Result<replay::Replay> replay = replay::decode(bytes, "recording");
  if (!replay) return replay.error();
  const replay::Header& header = replay.value().header;
  if (header.rulesVersion != sim::kRulesVersion) {
    return Error{"recording", "",
                 "was played with rules version " + std::to_string(header.rulesVersion) + ", this player has " +
                     std::to_string(sim::kRulesVersion)};
  }
  Result<level::Level> level = level::readLevel(text, "level");
  if (!level) return level.error();
  if (level.value().hash != header.levelHash) {
    return Error{"level", "",
                 "has the content " + std::string(hexOf(level.value().hash).text) + ", the recording was played on " +
                     hexOf(header.levelHash).text};
  }
  return std::make_unique<Player>(std::move(level).value(), std::move(replay).value());
}

Player::Player(level::Level level, replay::Replay replay)
    : m_level(std::move(level)),
      m_replay(std::move(replay)),
      m_cursor(m_replay),
      m_session(std::make_unique<sim::Session>(m_level, m_replay.header.setup)) {
  m_proof.seconds = static_cast<std::uint32_t>(m_replay.hashes.size());
  m_timeline.begin(*m_session);
  keep();
  if (done()) finish();
}

void Player::keep() { m_kept.push_back(std::make_unique<const sim::Session>(*m_session)); }

sim::TickInput Player::input() const { return tick() == 0 ? sim::TickInput{} : m_cursor.at(tick() - 1); }

void Player::stepOnce() {
  const std::uint32_t before = tick();
  m_session->tick(m_cursor.at(before));
  if (tick() == before) {  // it ended, or waits for an answer that the recording does not have
    m_stuck = true;
    if (m_seen == before) finish();
    return;
  }
  for (const sim::Event& event : m_session->events()) {
    std::string sentence = sentenceOf(event, *m_session);
    if (!sentence.empty()) m_said.push_back({tick(), event.kind, event.at, std::move(sentence)});
  }
  if (tick() > m_seen) notice();
}

void Player::notice() {
  m_seen = tick();
  m_timeline.note(*m_session);
  if (m_seen % replay::kTicksPerHash == 0) {
    const std::size_t second = m_seen / replay::kTicksPerHash;
    ++m_proof.checked;
    if (second <= m_replay.hashes.size() && m_session->stateHash() == m_replay.hashes[second - 1]) {
      ++m_proof.equal;
    } else if (m_proof.firstDifferent == 0) {
      m_proof.firstDifferent = static_cast<std::uint32_t>(second);
    }
  }
  if (m_seen == kKeepEvery * m_kept.size()) keep();
  if (done()) finish();
}

void Player::finish() {
  if (m_proof.finished) return;
  m_proof.finished = true;
  m_card = m_session->score();
  m_proof.stateHash = m_card.stateHash;
  const replay::Claim& claim = m_replay.claim;
  const bool whole = m_session->ended() && m_seen == end();
  m_proof.endEqual = whole && m_card.stateHash == claim.stateHash;
  m_proof.scoreEqual = m_card.score == claim.score && m_card.stars == claim.stars && m_card.ending == claim.ending;
  if (!m_proof.endEqual && m_proof.firstDifferent == 0) m_proof.firstDifferent = m_seen / replay::kTicksPerHash + 1;
  m_timeline.finish(*m_session);
}

void Player::step(std::uint32_t ticks) {
  for (std::uint32_t i = 0; i < ticks && !done(); ++i) stepOnce();
}

void Player::seek(std::uint32_t wanted) {
  wanted = std::min(wanted, end());
  const std::size_t nearest = std::min<std::size_t>(wanted / kKeepEvery, m_kept.size() - 1);
  if (wanted < tick() || m_kept[nearest]->tickCount() > tick()) {
    m_session = std::make_unique<sim::Session>(*m_kept[nearest]);
    m_stuck = false;
  }
  while (tick() < wanted && !done()) stepOnce();
  m_said.clear();
}

std::vector<Said> Player::takeSaid() { return std::exchange(m_said, {}); }

}  // namespace knead::web
