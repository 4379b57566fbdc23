// The path of the hand since contact-down: the last 128 positions with the turning, the length and the area
// swept so far, so that any window of the last second costs two look-ups. Owns geometry only: it knows no
// moves and no clock but the ticks of this contact.
#pragma once

#include <array>
#include <cstdint>

#include "core/hash.hpp"
#include "core/vec2.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim::touch {

class HandTrack {
 public:
  static constexpr int kRing = 128;
  static constexpr int kLongest = kRing - 1;  // longest window, ticks

  // Contact-down. Positions are measured from where it happened.
  void begin(bool steadyHand);
  // One tick, position in cm from contact-down.
  void add(Vec2 fromDown);

  // With the steady-hand assist: this tick the hand means to be quiet, so what it does is its tremor.
  void learnTremor();
  // Amplitude of the tremor, zero to peak, cm; 0 without the assist.
  [[nodiscard]] float tremorCm() const { return m_steadyHand ? m_tremor : 0.0F; }
  // The hand rests: where it goes from here is a new movement, and no turn from the last one.
  void forgetHeading() { m_hasHeading = false; }

  // Ticks since contact-down: 0 in the first tick of a contact.
  [[nodiscard]] int now() const { return m_now; }
  // The smoothed position n ticks ago. Every window is clipped to the age of the contact and to the ring.
  [[nodiscard]] Vec2 at(int n) const { return sample(n).at; }
  // The same with a tremor taken out when the steady-hand assist is on, else equal to at().
  [[nodiscard]] Vec2 calm(int n) const { return sample(n).calm; }
  [[nodiscard]] float net(int n) const;
  [[nodiscard]] float calmNet(int n) const;
  [[nodiscard]] float turn(int n) const { return sample(0).turn - sample(n).turn; }
  [[nodiscard]] float absTurn(int n) const { return sample(0).absTurn - sample(n).absTurn; }
  [[nodiscard]] float path(int n) const { return sample(0).path - sample(n).path; }
  [[nodiscard]] float pathSoFar() const { return sample(0).path; }
  // Signed area of the path from i to j ticks ago, closed by its chord; i >= j.
  [[nodiscard]] float area(int i, int j) const;
  [[nodiscard]] float turnAt(int n) const { return sample(n).turn; }
  // Twice the greatest distance from the mean of the last n + 1 points; a lower bound once it exceeds kExtentKnownCm.
  [[nodiscard]] float extent(int n) const;
  // Net speed of the last 1/12 s, cm/s.
  [[nodiscard]] float speed() const { return m_speed; }

  // A reversal between two anchors: when (ticks of this contact; -1 = none), and whether it was found now.
  [[nodiscard]] int flipTime() const { return m_flipTime; }
  [[nodiscard]] bool flippedNow() const { return m_flippedNow; }

  static constexpr int kQuarters = 16;  // remembered; a power of two
  struct Quarter {
    int time = 0;
    float path = 0.0F;
    float absTurn = 0.0F;
  };
  // Quarter turns in one sense, newest first.
  [[nodiscard]] int quarterCount() const { return m_quarterCount; }
  [[nodiscard]] const Quarter& quarter(int back) const {
    return m_quarters[static_cast<unsigned>(m_quarterHead - back) & (kQuarters - 1U)];
  }

  void hash(Hash64& h) const;

 private:
  struct Sample {
    Vec2 at, calm;
    float turn = 0.0F, absTurn = 0.0F, path = 0.0F, area = 0.0F;
  };
  [[nodiscard]] const Sample& sample(int n) const {
    const int most = m_now < kLongest ? m_now : kLongest;
    const int back = n < most ? n : most;
    return m_ring[static_cast<unsigned>(m_now - back) & (kRing - 1U)];
  }
  void advanceAnchor(Vec2 at);
  void noteQuarters();

  std::array<Sample, kRing> m_ring{};
  std::array<Quarter, kQuarters> m_quarters{};
  Vec2 m_raw1, m_raw2;        // the two raw positions before this one
  Vec2 m_calmSum;             // of the last kSteadyHandTicks positions
  float m_deviation2 = 0.0F;  // mean squared distance from their mean, cm^2
  float m_tremor = touch_tuning::kTremorAtFirstCm;
  Vec2 m_anchor, m_heading;
  float m_turn = 0.0F, m_absTurn = 0.0F, m_path = 0.0F, m_area = 0.0F;
  float m_quarterFrom = 0.0F;
  float m_speed = 0.0F;
  int m_now = -1;
  int m_anchorTime = 0;
  int m_flipTime = -1;
  int m_quarterCount = 0, m_quarterHead = 0, m_quarterSense = 0;
  bool m_hasHeading = false;
  bool m_flippedNow = false;
  bool m_steadyHand = false;
};

}  // namespace knead::sim::touch
