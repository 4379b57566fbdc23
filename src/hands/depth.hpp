// How deep a technique is done: what it asks for, and what the ring of the touch limit lets it. For bots, and for a
// hand that leads itself.
#pragma once

#include <array>

#include "core/math.hpp"
#include "level/technique.hpp"
#include "sim/session.hpp"

namespace knead::hands {

struct Manner {
  float cap;     // share of the ceiling that the move sinks to (touch: pressure without a sensor)
  float wanted;  // depth 0..1 a good hand wants, before it looks at the ring (game)
  float least;   // shallower than this it is not the technique any more (game)
  float hz;      // cycles per second of a technique at its best, from the table of moves; 1 where it has none
};
inline constexpr auto kManners = std::to_array<Manner>({
    {.5F, .30F, .14F, 1},      // effleurage
    {.8F, .48F, .20F, 1.25F},  // petrissage
    {.8F, .52F, .20F, 2.6F},   // friction
    {.35F, .30F, .16F, 7},     // vibration
    {.6F, .36F, .20F, 6},      // tapotement
    {1, .66F, .30F, 1},        // trigger point
    {1, .55F, .30F, 1},        // acupressure
    {.7F, .42F, .20F, 1},      // stretch
    {1, .4F, .20F, 1},         // towel
    {1, .4F, .20F, 1},         // stone
    {1, .4F, .20F, 1},         // pack
});
static_assert(kManners.size() == level::kTechniqueCount);
[[nodiscard]] constexpr const Manner& mannerOf(level::Technique t) { return kManners[static_cast<std::size_t>(t)]; }

// No deeper than the ring lets it; `misread` is how far the ring is read wrongly, relative, 0 = exactly.
[[nodiscard]] inline float heldBack(level::Technique t, float depth, const sim::PersonView& person, float misread) {
  const float felt = t == level::Technique::Friction ? 1.22F : (t == level::Technique::Tapotement ? 1.35F : 1.06F);
  const float most = (person.touchLimit - 0.02F) / felt * (1.0F + misread);
  return minOf(depth, most) * (person.guarding > 0.3F ? 0.7F : 1.0F);
}

}  // namespace knead::hands
