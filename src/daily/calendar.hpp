// Whose day it is: all stories one after the other in one shuffled order, then again from the first. So a story comes
// back exactly when all others have been told, and in another form of its state.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "daily/story.hpp"

namespace knead::daily {

// Forms of a story that follow each other before the first comes back: side of the body (2) times length of the
// session (3). With 64 stories none returns within 6 * 64 = 384 days.
inline constexpr int kSides = 2, kLengths = 3, kForms = kSides * kLengths;

struct Turn {
  std::size_t story = 0;  // place in the list of stories
  int form = 0;           // 0..kForms - 1
  [[nodiscard]] bool right() const { return form % kSides == 1; }
  [[nodiscard]] int length() const { return form / kSides; }  // 0 short .. 2 long
};

// Places in `stories`, each once, the same for the same list. Each pain comes up in every round of nine days, as long
// as it has stories; neighbours differ in pain, the last and the first too, and two stop signs never follow each other.
// A list for which no such order is found (most stories of one pain) gets the nearest.
[[nodiscard]] std::vector<std::size_t> orderOf(std::span<const Story> stories);

// `day`: days since 1970-01-01, at least 0.
[[nodiscard]] Turn turnOf(int day, const std::vector<std::size_t>& order);

}  // namespace knead::daily
