// The physical body: two columns (seen from behind and from the side), shoulder blades, and what lies on the skin,
// moved by Box2D. The simulation says where posture goes; the rig says how the body gets there. It reads a session,
// a hand and a breath; the simulation never reads it, so nothing here can reach a score.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "app/rig/chain.hpp"
#include "app/rig/laid_things.hpp"
#include "sim/session.hpp"

namespace knead::app {

// Where the shoulder blades rest: left, right; material frame, cm.
inline constexpr std::array<Vec2, 2> kBladeAtCm = {Vec2{-12.8F, 21.7F}, Vec2{12.8F, 21.7F}};

// What the picture draws. Angles in radians.
struct RigPose {
  struct Blade {
    Vec2 movedCm;
    float turn = 0;
  };
  std::array<float, level::kVertebraCount> shiftCm{};      // from behind: sideways, right positive; 0 = C1
  std::array<float, level::kVertebraCount> leanRad{};      // from behind: each vertebra's tilt
  float headLeanRad = 0;                                   // from behind, to the right
  std::array<Blade, 2> blades{};                           // left, right
  std::array<float, level::kVertebraCount> sideTiltRad{};  // from the side: forward positive
  float breath = 0;                                        // 0 = out .. 1 = in
  std::vector<LaidPose> laid;
};

// The hand as the rig feels it: on the body or not, where, how deep, how fast.
struct RigHand {
  bool down = false;
  Vec2 cm;
  float pressure = 0;
};

class Rig {
 public:
  Rig();
  ~Rig();

  // A new person: every body rests where this session's posture holds it.
  void begin(const sim::Session& session);
  // Advances by play time; equal steps inside, what is left over is blended. `breathing` false holds the breath
  // (reduced motion).
  void advance(const sim::Session& session, const RigHand& hand, float seconds, bool breathing);
  // The person startles away from a place.
  void flinch(Vec2 cm);
  [[nodiscard]] const RigPose& pose() const { return m_shown; }

 private:
  struct Blades;
  void aim(const sim::Session& session);
  void step(const sim::Session& session, const RigHand& hand, bool breathing);
  [[nodiscard]] RigPose read() const;

  Chain m_back, m_side;
  std::unique_ptr<Blades> m_blades;
  LaidThings m_things;
  RigPose m_before, m_now, m_shown;
  float m_leftOver = 0;
  float m_breathPhase = 0;
  float m_startled = 0;  // 1 at a fright, then less and less
  Vec2 m_lastHand;
  bool m_wasDown = false;
};

}  // namespace knead::app
