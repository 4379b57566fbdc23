// How a hand of the game does a technique: how deep, how often, where keys offer it, and what the ring of the touch
// limit lets it. For bots, and for a hand that leads itself.
#pragma once

#include "core/math.hpp"
#include "level/technique.hpp"
#include "sim/session.hpp"

namespace knead::hands {

// Where a technique is offered to a hand that leads itself; a sum of these. Tools are offered everywhere.
inline constexpr unsigned kOnAreas = 1U, kOnKnots = 2U, kOnPoints = 4U;

struct Handling {
  float cap;     // share of the ceiling that the move sinks to (touch: pressure without a sensor)
  float wanted;  // depth 0..1 a good hand wants, before it looks at the ring (game)
  float least;   // shallower than this it is not the technique any more (game)
  float hz;      // cycles per second of a technique at its best, from the table of moves; 1 where it has none
  float felt;    // at most so many times as deep it is felt, with some room (game)
  bool round;    // goes on and on in one place: who leads by keys stays longer
  unsigned places;
};
[[nodiscard]] const Handling& handlingOf(level::Technique t);

// No deeper than the ring lets it; `misread` is how far the ring is read wrongly, relative, 0 = exactly.
[[nodiscard]] inline float heldBack(level::Technique t, float depth, const sim::PersonView& person, float misread) {
  const float most = (person.touchLimit - 0.02F) / handlingOf(t).felt * (1.0F + misread);
  return minOf(depth, most) * (person.guarding > 0.3F ? 0.7F : 1.0F);
}

}  // namespace knead::hands
