// Where the hand came to rest, and how far it has been drawn from there. Owns that one point; it does not
// decide whether being drawn is a stretch.
#pragma once

#include "core/hash.hpp"
#include "core/vec2.hpp"
#include "sim/touch/hand_track.hpp"

namespace knead::sim::touch {

class SettlePoint {
 public:
  void begin() { *this = SettlePoint{}; }
  // `follows`: the hand may still be settling, so the point leaks after it. `lost`: a large move ended the rest.
  void update(const HandTrack& track, bool still, bool follows, bool lost);

  [[nodiscard]] bool exists() const { return m_exists; }
  [[nodiscard]] Vec2 at() const { return m_at; }
  [[nodiscard]] float drawn() const { return m_drawn; }          // cm
  [[nodiscard]] int drawnSince() const { return m_drawnSince; }  // last tick near the point
  [[nodiscard]] int lastInside() const { return m_lastInside; }  // last tick at rest on it; -1 = never
  [[nodiscard]] int lastStill() const { return m_lastStill; }
  void hash(Hash64& h) const;

 private:
  static constexpr int kNever = -100000;
  Vec2 m_at;
  float m_drawn = 0.0F;
  int m_drawnSince = 0, m_lastInside = -1, m_lastStill = kNever;
  bool m_exists = false;
};

}  // namespace knead::sim::touch
