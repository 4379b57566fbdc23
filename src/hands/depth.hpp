// How deep a technique is done: what it asks for, and what the ring of the touch limit lets it. For bots, and for a
// hand that leads itself.
#pragma once

#include "core/math.hpp"
#include "level/technique.hpp"
#include "sim/session.hpp"

namespace knead::hands {

// Share of the ceiling that each move sinks to (touch: pressure without a sensor).
[[nodiscard]] inline float capOf(level::Technique t) {
  switch (t) {
    case level::Technique::Petrissage:
    case level::Technique::Friction: return 0.8F;
    case level::Technique::Stretch: return 0.7F;
    case level::Technique::Effleurage: return 0.5F;
    case level::Technique::Tapotement: return 0.6F;
    case level::Technique::Vibration: return 0.35F;
    default: return 1.0F;
  }
}
// Depth 0..1 a good hand wants, before it looks at the ring (game).
[[nodiscard]] inline float wantedDepth(level::Technique t) {
  switch (t) {
    case level::Technique::Effleurage: return 0.30F;
    case level::Technique::Petrissage: return 0.48F;
    case level::Technique::Friction: return 0.52F;
    case level::Technique::Vibration: return 0.30F;
    case level::Technique::Tapotement: return 0.36F;
    case level::Technique::TriggerPoint: return 0.66F;
    case level::Technique::Acupressure: return 0.55F;
    case level::Technique::Stretch: return 0.42F;
    default: return 0.4F;
  }
}
// Shallower than this it is not the technique any more (game).
[[nodiscard]] inline float leastDepth(level::Technique t) {
  switch (t) {
    case level::Technique::TriggerPoint:
    case level::Technique::Acupressure: return 0.30F;
    case level::Technique::Effleurage: return 0.14F;
    case level::Technique::Vibration: return 0.16F;
    default: return 0.20F;
  }
}
// No deeper than the ring lets it; `misread` is how far the ring is read wrongly, relative, 0 = exactly.
[[nodiscard]] inline float heldBack(level::Technique t, float depth, const sim::PersonView& person, float misread) {
  const float felt = t == level::Technique::Friction ? 1.22F : (t == level::Technique::Tapotement ? 1.35F : 1.06F);
  const float most = (person.touchLimit - 0.02F) / felt * (1.0F + misread);
  return minOf(depth, most) * (person.guarding > 0.3F ? 0.7F : 1.0F);
}

}  // namespace knead::hands
