// A pale hand that shows what would help now, while the player's own hand rests: a good player at work on a copy of the
// session. And, in somebody's very first session, a few sentences that go on when the hand has done what they say.
// Neither touches the session.
#pragma once

#include <deque>
#include <memory>

#include "app/devices/controls.hpp"
#include "app/drivers/player_hand.hpp"
#include "app/screens/play/session_scene.hpp"
#include "bots/bot_input.hpp"

namespace knead::app {

class GuidingHand {
 public:
  explicit GuidingHand(std::uint64_t seed) : m_seed(seed) {}
  // Once a tick, after the session's own; `input` is the player's.
  void tick(const sim::Session& session, const sim::TickInput& input);
  [[nodiscard]] bool shown() const { return m_copy != nullptr && m_light > 0; }
  // On the back, under the player's hand.
  void draw(Painter& painter, const SessionScene& scene) const;

 private:
  void begin(const sim::Session& session);

  std::uint64_t m_seed;
  level::Level m_level;  // with what is left of its plan
  std::unique_ptr<sim::Session> m_copy;
  std::unique_ptr<bots::Bot> m_bot;
  std::unique_ptr<bots::BotInput> m_source;
  sim::TickInput m_input;
  std::deque<Vec2> m_trail;  // cm, the newest last
  float m_idle = 0;          // seconds since the player's hand left the back
  float m_shown = 0;         // seconds of this demonstration
  float m_light = 0;         // 0 gone .. 1
};

class FirstLesson {
 public:
  void tick(const sim::Session& session, const sim::TickInput& input);
  // Nothing more to say.
  [[nodiscard]] bool over() const;
  // The sentence of now, for the device that leads; empty when there is nothing more to say.
  [[nodiscard]] std::string words(const PlayerHand& hand, const Controls& controls) const;

 private:
  int m_step = 0;
  float m_done = 0;  // seconds of what this step asks for
  std::uint8_t m_ceiling = 0;
};

}  // namespace knead::app
