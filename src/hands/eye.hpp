// Where a hand that leads itself looks: places for a technique, chosen from what anybody at the table sees of this
// back: knots and their rings, the reddest fibres, named points, short muscles.
#pragma once

#include "hands/hand.hpp"
#include "level/level.hpp"
#include "sim/session.hpp"

namespace knead::hands {

class Eye {
 public:
  // The level must outlive this.
  explicit Eye(const level::Level& level) : m_level(level) {}

  // The next gesture of a technique; `turn` walks through lanes, points, muscles.
  [[nodiscard]] Gesture aim(level::Technique t, int turn, const sim::Session& view, Random& random) const;
  // The same technique at one place that somebody chose.
  [[nodiscard]] Gesture aimAt(level::Technique t, Vec2 place) const;

 private:
  [[nodiscard]] static bool anyTight(const sim::Session& view);
  // A knot that is still tight, the worst first; the region's centre beside the spine if there is none.
  [[nodiscard]] Vec2 worstKnot(int turn, const sim::Session& view, Vec2 centre, int kind) const;
  // For pressing: stay with the knot that has begun to give, else the first tight one.
  [[nodiscard]] Vec2 begunKnot(int turn, const sim::Session& view, Vec2 centre) const;
  [[nodiscard]] Vec2 tightest(int turn, const sim::Session& view, Random& random, bool knots) const;
  // Where the level names none: one that everybody knows, on either side in turn.
  [[nodiscard]] static Vec2 nearestNamedPoint(int turn, Vec2 centre);
  [[nodiscard]] Vec2 freshPoint(int turn, const sim::Session& view, Vec2 centre) const;
  [[nodiscard]] Vec2 shortMuscle(int turn, Vec2 centre, int& index) const;

  const level::Level& m_level;
};

}  // namespace knead::hands
