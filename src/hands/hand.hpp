// A hand that can make each technique's motion, with as much noise as a skill has. It knows geometry and time,
// not levels or goals.
#pragma once

#include "core/random.hpp"
#include "level/technique.hpp"
#include "sim/pointer_resampler.hpp"

namespace knead::hands {

// Spread of a player's hands: deviations, not errors of every move.
struct Skill {
  float placeCm = 0.22F;   // where a gesture lands
  float tempo = 0.07F;     // relative, per gesture
  float tempoBias = 1.0F;  // systematically too fast (> 1) or slow
  float unsteady = 0.05F;  // relative, per cycle
  float size = 0.08F;      // relative, per gesture
  float wobbleCm = 0.03F;  // side to side within a path
  float depth = 0.03F;     // of the wanted pressure
  float pauseS = 0.18F;    // between gestures
};

// One gesture: a technique at a place for a while.
struct Gesture {
  level::Technique technique = level::Technique::Effleurage;
  Vec2 at;      // start of a stroke or draw, centre of the others; cm
  Vec2 toward;  // end of a stroke; direction of a rub or draw (unit)
  float seconds = 3.0F;
  Vec2 sweep;             // of a gliding stone: how far its lanes wander sideways on the whole; cm
  float ceiling = 0.65F;  // depth the player sets
};

// Where a gliding stone should be `t` seconds into its gesture, which leads it for `whole` seconds, at a speed: up and
// down from `at` to `toward` while the lanes wander by `sweep`.
[[nodiscard]] Vec2 glideAt(const Gesture& gesture, float t, float whole, float cmPerS);
// The end of a glide, s: let go, away, and a press that takes the stone off.
inline constexpr float kStoneLiftS = 0.5F, kStoneAwayS = 0.15F;

class Hand {
 public:
  Hand(std::uint64_t seed, const Skill& skill) : m_random(seed, 7), m_skill(skill) {}

  void begin(const Gesture& gesture);
  // Depth can be eased while a gesture goes on, and so can its tempo: 1 is as it began.
  void setCeiling(float ceiling) { m_ceiling = ceiling; }
  void setTempo(float tempo) { m_tempo = tempo; }
  void lift() { m_busy = false; }
  [[nodiscard]] bool busy() const { return m_busy; }
  [[nodiscard]] const Gesture& gesture() const { return m_gesture; }
  // The sample of this tick.
  sim::PointerSample sample(std::uint32_t tick);
  Random& random() { return m_random; }

 private:
  sim::PointerSample move(float t);
  [[nodiscard]] Vec2 glide(float t, bool& down) const;

  Random m_random;
  Skill m_skill;
  Gesture m_gesture;
  bool m_busy = false;
  float m_time = 0.0F;  // s since the gesture began
  float m_ceiling = 0.65F, m_tempo = 1.0F;
  float m_rate = 1.0F, m_size = 1.0F;
  float m_phase = 0.0F;  // cycles
  float m_cycleRate = 1.0F;
  int m_lastCycle = -1;
  Vec2 m_offset, m_wander;
};

}  // namespace knead::hands
