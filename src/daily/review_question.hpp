// What the review asks about a card on a day: a story of its pain (or with a stop sign), told by no level, and what may
// be answered. Draws and decides nothing else; what follows from the answer is learning's, the words are the program's.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "daily/story.hpp"
#include "learning/choice.hpp"
#include "learning/review.hpp"
#include "level/technique_book.hpp"

namespace knead::daily {

inline constexpr std::size_t kMostReviewCards = 5;   // in one sitting (game)
inline constexpr std::size_t kReviewTechniques = 4;  // among the answers (game); the doctor comes besides

struct ReviewQuestion {
  std::size_t story = 0;  // place in the list of stories
  std::vector<learning::Choice> options;
  learning::Choice right = learning::Choice::Refer;
};

// The same all day, another one tomorrow: one of the best techniques of this pain, others that are not good for it, and
// the doctor. Nothing if no story fits the card. `day`: days since 1970-01-01, at least 0.
[[nodiscard]] std::optional<ReviewQuestion> reviewQuestionOf(learning::Card card, int day,
                                                             std::span<const Story> stories,
                                                             const level::TechniqueBook& book);

}  // namespace knead::daily
