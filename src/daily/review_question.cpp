#include "daily/review_question.hpp"

#include <utility>

#include "core/random.hpp"

namespace knead::daily {
namespace {

using learning::Choice;
using level::Fit;
using level::Technique;

void chooseAnswers(const Story& story, const level::PainCard& card, Random& random, ReviewQuestion& question) {
  std::vector<Technique> best, good, others;
  for (int i = 0; i < level::kTechniqueCount; ++i) {
    const Fit one = card.fit[static_cast<std::size_t>(i)];
    (one == Fit::Much ? best : one == Fit::Good ? good : others).push_back(static_cast<Technique>(i));
  }
  // A pain that nothing helps much begins with whatever helps, as on a day.
  if (best.empty()) best = good;
  const auto take = [&random](std::vector<Technique>& from) {
    const auto at = static_cast<std::ptrdiff_t>(random.below(static_cast<std::uint32_t>(from.size())));
    const Technique one = from[static_cast<std::size_t>(at)];
    from.erase(from.begin() + at);
    return learning::choiceOf(one);
  };
  if (!story.refer) {
    question.right = take(best);
    question.options.push_back(question.right);
  } else {
    others.insert(others.end(), best.begin(), best.end());
  }
  while (question.options.size() < kReviewTechniques && !others.empty()) question.options.push_back(take(others));
  for (std::size_t i = question.options.size(); i > 1; --i)
    std::swap(question.options[i - 1], question.options[random.below(static_cast<std::uint32_t>(i))]);
  question.options.push_back(Choice::Refer);
}

}  // namespace

std::optional<ReviewQuestion> reviewQuestionOf(learning::Card card, int day, std::span<const Story> stories,
                                               const level::TechniqueBook& book) {
  Random random(static_cast<std::uint64_t>(day), static_cast<std::uint64_t>(card.index()));
  std::vector<std::size_t> fitting;
  const auto pain = card.pain();
  for (std::size_t i = 0; i < stories.size(); ++i) {
    if (pain ? !stories[i].refer && stories[i].pain == *pain : stories[i].refer) fitting.push_back(i);
  }
  if (fitting.empty()) return std::nullopt;
  ReviewQuestion question;
  question.story = fitting[random.below(static_cast<std::uint32_t>(fitting.size()))];
  const Story& story = stories[question.story];
  chooseAnswers(story, book.of(story.pain), random, question);
  return question;
}

}  // namespace knead::daily
