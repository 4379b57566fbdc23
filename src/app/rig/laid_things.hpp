// Stones, towels and packs as bodies. The simulation owns the place; here they fall onto the skin, rock and settle.
// Two planes: the plane of the back (where, which way turned) and a section across the skin (how high, how tilted).
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/vec2.hpp"
#include "sim/session.hpp"

class b2World;
class b2Body;
class b2Joint;

namespace knead::app {

// How a laid thing is to be drawn.
struct LaidPose {
  Vec2 atCm;
  float turn = 0;      // radians, in the plane of the back
  float heightCm = 0;  // above the skin
  float roll = 0;      // radians: tilted on the skin
};

class LaidThings {
 public:
  LaidThings();
  ~LaidThings();
  LaidThings(const LaidThings&) = delete;
  LaidThings& operator=(const LaidThings&) = delete;

  // Makes bodies for new tools, forgets lifted ones. `breath` 0..1 lifts the skin.
  void follow(std::span<const sim::LaidTool> tools, float breath);
  void nudge(Vec2 handCm, Vec2 velocityCmPerS);
  void step();
  // In the order of the simulation's tools.
  [[nodiscard]] std::vector<LaidPose> poses() const;

 private:
  struct Thing {
    level::Tool tool{};
    b2Body* flat = nullptr;     // plane of the back
    b2Joint* hold = nullptr;    // the soft joint to its place
    b2Body* section = nullptr;  // across the skin
    float laidForS = 0;
    float restHeight = 0;  // of the section's centre when it lies
    bool seen = false;
  };
  void drop(Thing& thing, const sim::LaidTool& tool);
  void remove(Thing& thing);

  std::unique_ptr<b2World> m_flat, m_section;
  b2Body* m_ground = nullptr;  // what the soft joints hang on
  b2Body* m_skin = nullptr;    // moves with the breath
  std::vector<Thing> m_things;
  int m_lane = 0;  // things of the section lie side by side and never touch
};

}  // namespace knead::app
