// A hand that keys or sticks steer: they say where to, and it goes, with a hand's inertia. The same for a keyboard and
// a gamepad; knows geometry and time, no keys and no levels.
#pragma once

#include "sim/pointer_resampler.hpp"

namespace knead::hands {

// What the device says in one tick.
struct Steering {
  Vec2 way;              // where to go: length 0 stays, 1 is full pace, more is cut; x right, y down the back
  Vec2 lean;             // a second stick: how far the hand leans from its place, length 0..1
  bool touch = false;    // on the skin
  bool slow = false;     // the pace of a stretch, and of finding a place
  bool roll = false;     // taps by itself, as long as it is down
  bool tremble = false;  // shakes by itself, on the skin
  float deeper = 0;      // -1 softer .. 1 deeper
  level::Tool tool = level::Tool::Hand;
};

class SteeredHand {
 public:
  explicit SteeredHand(Vec2 at = {0.0F, 30.0F}) : m_at(at), m_goal(at) {}
  // Carries the lifted hand to a place.
  void goTo(Vec2 cm);
  void setCeiling(float ceiling) { m_ceiling = ceiling; }
  [[nodiscard]] float ceiling() const { return m_ceiling; }
  // On its way above the skin: then play stands still, so that nobody loses by the time that keys and sticks take where
  // a pointer is there at once. A hand that rests lets time go on.
  [[nodiscard]] bool travels(const Steering& s) const {
    return !s.touch && !s.roll && !s.tremble && (lengthSquared(s.way) > 0.0F || m_carried);
  }
  [[nodiscard]] Vec2 at() const { return m_at; }
  // How fast full pace is, relative to the usual one.
  void setPace(float pace) { m_pace = pace; }
  // The sample of this tick; to be called once a tick, and once for each 1/120 s that it travels.
  sim::PointerSample sample(const Steering& steering, std::uint32_t tick);

 private:
  [[nodiscard]] float fullPace(const Steering& steering) const;

  Vec2 m_at, m_goal;  // cm; where the hand is without lean and tremble, where it is carried to
  Vec2 m_velocity, m_lean;
  bool m_carried = false, m_touched = false;
  float m_pace = 1, m_ceiling = 0.65F;
  float m_goingS = 0;   // how long it has been on its way
  float m_rhythmS = 0;  // of rolling or trembling
};

}  // namespace knead::hands
