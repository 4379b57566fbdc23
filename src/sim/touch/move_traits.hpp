// What tells one move from another besides how it is heard (rules) and how well it is done (quality): one row each.
#pragma once

#include <array>

#include "sim/touch/recogniser.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim::touch {

// When the ticks of a move are credited to it.
enum class CreditedAt : std::uint8_t {
  Never,       // nobody's
  Lag,         // going on, up to lagTicks before now
  CoarseTurn,  // when the hand turns back: a leg is whole
  FineTurn,    // the same of a tremble's legs
  Lift         // when the contact is known to be a tap
};

struct MoveTraits {
  float cap;  // share of the ceiling that the hand sinks to; a tap strikes instead
  CreditedAt credited;
  int lagTicks;
  bool fast;  // led away from where the hand settled: what it rested on there is over
};

inline constexpr auto kMoveTraits = [] {
  using namespace touch_tuning;
  return std::to_array<MoveTraits>({
      {kCapUndecided, CreditedAt::Never, 0, false},               // none
      {kCapGlide, CreditedAt::Lag, kGlideLagTicks, true},         // effleurage
      {kCapLoopRub, CreditedAt::Lag, kLoopLagTicks, true},        // petrissage
      {kCapLoopRub, CreditedAt::CoarseTurn, 0, true},             // friction
      {kCapTremble, CreditedAt::FineTurn, 0, true},               // vibration
      {kCapTap, CreditedAt::Lift, 0, false},                      // tapotement
      {kCapPress, CreditedAt::Lag, kCompressionLagTicks, false},  // compression
      {kCapStretch, CreditedAt::Lag, kStretchLagTicks, false},    // stretch
  });
}();
static_assert(kMoveTraits.size() == kMoveCount);
[[nodiscard]] constexpr const MoveTraits& traitsOf(Move move) { return kMoveTraits[static_cast<std::size_t>(move)]; }

}  // namespace knead::sim::touch
