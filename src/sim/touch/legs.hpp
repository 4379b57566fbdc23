// Legs: the straight distances between turning points of the hand. A coarse tracker serves rubbing and
// kneading, a fine one serves trembling. Owns where the hand turned and when; decides nothing about moves.
#pragma once

#include <array>
#include <cstdint>

#include "core/hash.hpp"
#include "sim/touch/hand_track.hpp"

namespace knead::sim::touch {

struct Leg {
  float length = 0.0F;  // cm
  int ticks = 0;
  float bow = 0.0F;  // signed area between path and chord over squared chord; a half circle has 0.39
  Vec2 direction;    // unit
  int end = 0;       // ticks of this contact
};

class CoarseLegs {
 public:
  static constexpr int kLegs = 8;  // remembered; a power of two
  void begin();
  // After track.add(). `still`: the hand rests; `rubbing`: the label is friction, whose turns are clear already.
  void update(const HandTrack& track, bool still, bool rubbing);

  [[nodiscard]] int count() const { return m_count; }
  [[nodiscard]] const Leg& leg(int back) const { return m_legs[static_cast<unsigned>(m_head - back) & (kLegs - 1U)]; }
  [[nodiscard]] bool turnedNow() const { return m_turnedNow; }
  [[nodiscard]] int lastTurn() const { return m_lastTurn; }        // kNever if none in this contact
  [[nodiscard]] float current() const { return m_far; }            // greatest distance from the last turn, cm
  [[nodiscard]] int movingSince() const { return m_movingSince; }  // -1: not moving
  // 1 for a circle, 0 for a line: what the last two legs enclose together.
  [[nodiscard]] float alpha() const;
  void hash(Hash64& h) const;

  static constexpr int kNever = -100000;

 private:
  void push(const HandTrack& track, Vec2 from, int fromTime, Vec2 to, int toTime);
  void restart(const HandTrack& track, Vec2 from, int fromTime);
  void turnAtFlip(const HandTrack& track);

  std::array<Leg, kLegs> m_legs{};
  Vec2 m_start, m_farPoint;
  float m_far = 0.0F;
  int m_startTime = 0, m_farTime = 0;
  int m_count = 0, m_head = 0;
  int m_lastTurn = kNever;
  int m_movingSince = -1;
  bool m_turnedNow = false;
};

class FineLegs {
 public:
  static constexpr int kLegs = 4;  // remembered; a power of two
  void begin();
  void update(const HandTrack& track);

  struct Tremble {
    float length = 0.0F;
    int ticks = 0;
    int end = 0;
  };
  [[nodiscard]] int count() const { return m_count; }
  [[nodiscard]] const Tremble& leg(int back) const {
    return m_legs[static_cast<unsigned>(m_head - back) & (kLegs - 1U)];
  }
  [[nodiscard]] bool turnedNow() const { return m_turnedNow; }
  [[nodiscard]] float current() const { return m_far; }
  void hash(Hash64& h) const;

 private:
  std::array<Tremble, kLegs> m_legs{};
  Vec2 m_start, m_farPoint;
  float m_far = 0.0F;
  int m_startTime = 0, m_farTime = 0;
  int m_count = 0, m_head = 0;
  bool m_turnedNow = false;
};

}  // namespace knead::sim::touch
