// Where the next input of a tick comes from: a bot, a trace or a replay here, the player in player_hand. All go the
// same way; none may touch the session.
#pragma once

#include <memory>
#include <vector>

#include "bots/bot_input.hpp"
#include "replay/cursor.hpp"
#include "replay/trace.hpp"

namespace knead::app {

class Source {
 public:
  Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  virtual ~Source() = default;
  virtual sim::TickInput next(const sim::Session& session) = 0;
};

class BotSource final : public Source {
 public:
  explicit BotSource(std::unique_ptr<bots::Bot> bot) : m_bot(std::move(bot)), m_input(*m_bot) {}
  sim::TickInput next(const sim::Session& s) override { return m_input.next(s); }

 private:
  std::unique_ptr<bots::Bot> m_bot;
  bots::BotInput m_input;
};
class TraceSource final : public Source {
 public:
  explicit TraceSource(const replay::Trace& trace) : m_player(trace) {}
  sim::TickInput next(const sim::Session&) override { return m_player.next(); }

 private:
  replay::TracePlayer m_player;
};
class ReplaySource final : public Source {
 public:
  explicit ReplaySource(replay::Replay replay) : m_replay(std::move(replay)), m_cursor(m_replay) {}
  sim::TickInput next(const sim::Session&) override { return m_cursor.next(); }

 private:
  replay::Replay m_replay;
  replay::Cursor m_cursor;
};

}  // namespace knead::app
