// When which form of the quiz is asked, what was answered, and what that proves. Gives numbers and an enum; the words
// are the program's. Knows no clock: the day comes in.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "learning/quiz.hpp"

namespace knead::learning {

enum class QuizKind : std::uint8_t { Before, After, Later };
inline constexpr std::array<std::string_view, 3> kQuizKindIds = {"before", "after", "later"};
[[nodiscard]] constexpr std::string_view idOf(QuizKind k) { return kQuizKindIds[static_cast<std::size_t>(k)]; }

inline constexpr int kBeforeUntilLevels = 3;  // game: after three levels played it would measure the game already
inline constexpr int kAfterFromLevels = 20;   // game: the campaign's levels finished
inline constexpr int kLaterDays = 7;          // game: what is left after a week
inline constexpr int kLearnedFrom = 7;        // game: of nine, a week later
inline constexpr float kChanceRight = static_cast<float>(kPainItems) / kQuizOptions;  // 2.25 of 9 by guessing

// Half of the players meet A before and B after, the others the other way round, so that an easier form cannot pass for
// learning. Later: C or D.
[[nodiscard]] Form formOf(QuizKind kind, bool otherWayRound);

struct QuizAnswer {
  std::string item;  // id
  bool safety = false;
  Choice choice = Choice::None;  // None: "not sure"
  bool right = false;            // as it was judged then; the file may change
  friend bool operator==(const QuizAnswer&, const QuizAnswer&) = default;
};
// "Not sure" is not right.
[[nodiscard]] QuizAnswer answerOf(const QuizItem& item, Choice said);

struct QuizResult {
  Form form = Form::A;
  QuizKind kind = QuizKind::Before;
  int day = 0;                      // days since 1970-01-01
  std::vector<QuizAnswer> answers;  // at most kFormItems; a missing one is not right
  [[nodiscard]] int painsRight() const;
  [[nodiscard]] int safetyRight() const;
  friend bool operator==(const QuizResult&, const QuizResult&) = default;
};

// The quiz to offer now, or none. Before: none taken and fewer than 3 people guessed about. After: 20 levels of the
// campaign finished. Later: a week after the quiz After. Each once.
[[nodiscard]] std::optional<QuizKind> dueQuiz(std::span<const QuizResult> taken, int levelsPlayed, int campaignFinished,
                                              int day);

// Normalised gain (Hake 1998): the share of what was missing before that is there now; `of` items in each quiz.
// Nothing if nothing was missing.
[[nodiscard]] std::optional<float> normalisedGain(int before, int now, int of = kPainItems);

enum class Verdict : std::uint8_t {
  NotMeasured,  // no quiz a week later yet: nothing may be claimed
  NotShown,     // measured, and not enough to claim it
  Learned       // a week later at least 7 of 9, or at least half of what was missing before
};

// Of each kind the first that was taken. Rights of 9 pains and of 3 stop signs.
struct QuizReport {
  Verdict verdict = Verdict::NotMeasured;
  std::array<std::optional<int>, 3> pains, safety;  // by QuizKind
  std::optional<float> gainAfter, gainLater;
};
[[nodiscard]] QuizReport reportOf(std::span<const QuizResult> taken);

// Chance of at least `least` rights in `of` questions, each right with chance `p` 0..1; `of` >= 0. Sums products of
// doubles alone, so it is the same everywhere.
[[nodiscard]] double chanceOfAtLeast(int least, int of, double p = 1.0 / kQuizOptions);

}  // namespace knead::learning
