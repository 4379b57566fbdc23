// How much one run is like another: the way of the hand over the back, thirty times a second, laid over the other with
// the beginning moved to and fro. Two people who do the same thing are centimetres apart all the time; a copy with a
// little noise or delay is not. For people to look at, not to refuse anybody by.
#pragma once

#include <cstdint>
#include <vector>

#include "replay/format.hpp"

namespace knead::board {

struct Trail {
  struct At {
    std::int16_t x = 0, y = 0;  // 1/100 cm on the back
    bool contact = false;
  };
  std::vector<At> at;  // thirty a second
};
[[nodiscard]] Trail trailOf(const replay::Replay& replay);

// Mean distance in cm over what both have, at the best of the delays up to half a second either way; a hand that
// touches where the other does not counts as kApartCm. Runs of which one is less than half as long as the other are
// kApartCm apart.
inline constexpr float kApartCm = 20.0F;
[[nodiscard]] float apartCm(const Trail& a, const Trail& b);
// Nearer than this is worth a look. Game: two simulated experts who follow one plan over named points are .9 cm apart,
// elsewhere 2 cm and more (tests/board).
inline constexpr float kAlikeCm = 0.5F;

}  // namespace knead::board
