// See handling.hpp: the table. A tap does not sink in, it strikes.
#include "hands/handling.hpp"

#include <array>

#include "sim/touch/touch_tuning.hpp"

namespace knead::hands {
namespace {

constexpr auto kHandlings = [] {
  using namespace sim::touch::touch_tuning;
  return std::to_array<Handling>({
      {kCapGlide, .30F, .14F, 1, 1.06F, false, kOnAreas | kOnKnots},                  // effleurage
      {kCapLoopRub, .48F, .20F, 1.25F, 1.06F, true, kOnAreas | kOnKnots},             // petrissage
      {kCapLoopRub, .52F, .20F, 2.6F, 1.22F, true, kOnAreas | kOnKnots | kOnPoints},  // friction
      {kCapTremble, .30F, .16F, 7, 1.06F, true, kOnAreas | kOnKnots | kOnPoints},     // vibration
      {kTapStrike, .36F, .20F, 6, 1.35F, true, kOnAreas},                             // tapotement
      {kCapPress, .66F, .30F, 1, 1.06F, false, kOnKnots},                             // trigger point
      {kCapPress, .55F, .30F, 1, 1.06F, false, kOnPoints},                            // acupressure
      {kCapStretch, .42F, .20F, 1, 1.06F, false, kOnAreas | kOnKnots},                // stretch
      {1, .4F, .20F, 1, 1.06F, false, 0},                                             // towel
      {1, .4F, .20F, 1, 1.06F, false, 0},                                             // stone
      {1, .4F, .20F, 1, 1.06F, false, 0},                                             // pack
  });
}();
static_assert(kHandlings.size() == level::kTechniqueCount);

}  // namespace

const Handling& handlingOf(level::Technique t) { return kHandlings[static_cast<std::size_t>(t)]; }

}  // namespace knead::hands
