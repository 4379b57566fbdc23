// A ghost at work beside the player: a second session that a recording leads, tick by tick with the player's own. Drawn
// as a translucent hand with its name, and as thin marks on the meters. Never sees the player's session, and is never
// seen by it.
#pragma once

#include <deque>

#include "app/ghost.hpp"
#include "app/ui/painter.hpp"
#include "app/view/regions.hpp"
#include "replay/cursor.hpp"
#include "sim/session.hpp"

namespace knead::app {

class SessionScene;

class GhostHand {
 public:
  // The ghost's recording is of this level.
  GhostHand(const level::Level& level, Ghost ghost);
  GhostHand(const GhostHand&) = delete;
  GhostHand& operator=(const GhostHand&) = delete;

  // From the beginning.
  void restart();
  // One tick on; nothing once it is over.
  void tick();
  [[nodiscard]] const sim::Session& session() const { return *m_session; }
  [[nodiscard]] bool over() const { return m_cursor.done() || m_session->ended(); }
  [[nodiscard]] const std::string& label() const { return m_ghost.label; }

  // On the back. `light` 0..1; `visit`: who is on the player's table: a ghost that is with somebody else is not drawn.
  void draw(Painter& painter, const SessionScene& scene, float light, std::size_t visit) const;
  // All that draw() draws lies in this.
  [[nodiscard]] Region region(const Painter& painter, const SessionScene& scene) const;

 private:
  level::Level m_level;
  Ghost m_ghost;
  replay::Cursor m_cursor;
  std::unique_ptr<sim::Session> m_session;
  sim::TickInput m_input;
  std::deque<Vec2> m_trail;  // cm, the newest last
};

}  // namespace knead::app
