// A recording being watched: the session as it was after any tick, and on the way the proof, second by second, that it
// is what was recorded. Copies of the session are kept so that going back is cheap. Draws nothing, decides nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "replay/cursor.hpp"
#include "sim/session.hpp"
#include "web/timeline.hpp"

namespace knead::web {

// How far the recording was played again, and whether it came out the same. `firstDifferent` is a second of play from
// 1, 0 if there is none; a difference at the very end is the second after the last whole one.
struct Proof {
  std::uint32_t seconds = 0;  // hashes in the recording
  std::uint32_t checked = 0, equal = 0, firstDifferent = 0;
  bool finished = false;  // the end was reached
  bool endEqual = false;  // the state at the end is the recorded one
  bool scoreEqual = false;
  std::uint64_t stateHash = 0;  // at the end; once finished
};

// Something that happened, in words.
struct Said {
  std::uint32_t tick = 0;
  sim::EventKind kind{};
  Vec2 at;
  std::string sentence;
};

class Player {
 public:
  // Error: a text or a recording that is not right, a recording of another level or of other rules.
  [[nodiscard]] static Result<std::unique_ptr<Player>> open(std::string_view level,
                                                            std::span<const std::uint8_t> recording);
  Player(level::Level level, replay::Replay replay);
  Player(const Player&) = delete;
  Player& operator=(const Player&) = delete;

  [[nodiscard]] const sim::Session& session() const { return *m_session; }
  [[nodiscard]] const level::Level& level() const { return m_level; }
  [[nodiscard]] const replay::Replay& replay() const { return m_replay; }
  [[nodiscard]] std::uint32_t tick() const { return m_session->tickCount(); }
  [[nodiscard]] std::uint32_t end() const { return static_cast<std::uint32_t>(m_replay.inputs.size()); }
  [[nodiscard]] bool done() const { return tick() >= end() || m_session->ended() || m_stuck; }
  // The input of the last tick; a hand in the air before the first.
  [[nodiscard]] sim::TickInput input() const;

  // Up to `ticks` ticks on; fewer at the end.
  void step(std::uint32_t ticks);
  // To the state after `tick` ticks, at most the end.
  void seek(std::uint32_t tick);
  // What happened since this was asked last, in order; a seek forgets it.
  [[nodiscard]] std::vector<Said> takeSaid();

  [[nodiscard]] const Proof& proof() const { return m_proof; }
  // The result that these inputs give; once the proof is finished.
  [[nodiscard]] const sim::ScoreCard& card() const { return m_card; }
  // As far as was played.
  [[nodiscard]] const Timeline& timeline() const { return m_timeline; }

 private:
  static constexpr std::uint32_t kKeepEvery = 5U * static_cast<std::uint32_t>(sim::kTicksPerSecond);
  void stepOnce();
  void notice();  // what is seen for the first time
  void finish();
  void keep();

  level::Level m_level;
  replay::Replay m_replay;
  replay::Cursor m_cursor;
  std::unique_ptr<sim::Session> m_session;
  std::vector<std::unique_ptr<const sim::Session>> m_kept;  // after 0, kKeepEvery, 2 kKeepEvery ... ticks
  std::uint32_t m_seen = 0;                                 // ticks that were played at least once
  bool m_stuck = false;                                     // the session no longer takes ticks
  std::vector<Said> m_said;
  Proof m_proof;
  sim::ScoreCard m_card;
  Timeline m_timeline;
};

}  // namespace knead::web
