// From a session to what is heard of it. Reads the session after each tick; the session knows nothing of it.
#pragma once

#include <vector>

#include "sim/session.hpp"
#include "sound/cue.hpp"
#include "sound/scene.hpp"

namespace knead::sound {

struct Heard {
  Cue cue{};
  float pan = 0;       // -1..1
  float strength = 1;  // 0..1
};

class Listener {
 public:
  void begin();
  // After a tick of the session with this input. `out` gets what begins to sound now.
  void tick(const sim::Session& session, const sim::TickInput& input, std::vector<Heard>& out);
  // `paused`: the hand is away and the pad thin.
  [[nodiscard]] Scene scene(const sim::Session& session, bool paused) const;

 private:
  bool m_down = false, m_last = false;
  Vec2 m_at;
  float m_speed = 0;
};

}  // namespace knead::sound
