#include "learning/quiz_plan.hpp"

#include <algorithm>

namespace knead::learning {
namespace {

const QuizResult* firstOf(std::span<const QuizResult> taken, QuizKind kind) {
  const auto found = std::find_if(taken.begin(), taken.end(), [kind](const QuizResult& r) { return r.kind == kind; });
  return found == taken.end() ? nullptr : &*found;
}

int rightOnes(const QuizResult& result, bool safety) {
  return static_cast<int>(std::count_if(result.answers.begin(), result.answers.end(), [safety](const QuizAnswer& a) {
    return a.safety == safety && a.right && a.choice != Choice::None;
  }));
}

// In whole numbers, where one half is exactly one half: (now - before) / (of - before) >= 1/2.
bool gainedHalf(int before, int now) { return 2 * (now - before) >= kPainItems - before; }

}  // namespace

Form formOf(QuizKind kind, bool otherWayRound) {
  switch (kind) {
    case QuizKind::Before: return otherWayRound ? Form::B : Form::A;
    case QuizKind::After: return otherWayRound ? Form::A : Form::B;
    case QuizKind::Later: break;
  }
  return otherWayRound ? Form::D : Form::C;
}

QuizAnswer answerOf(const QuizItem& item, Choice said) {
  return {item.id, item.safety(), said, said != Choice::None && said == item.right};
}

int QuizResult::painsRight() const { return rightOnes(*this, false); }
int QuizResult::safetyRight() const { return rightOnes(*this, true); }

std::optional<QuizKind> dueQuiz(std::span<const QuizResult> taken, int levelsPlayed, int campaignFinished, int day) {
  const QuizResult* after = firstOf(taken, QuizKind::After);
  if (after == nullptr) {
    if (campaignFinished >= kAfterFromLevels) return QuizKind::After;
    if (firstOf(taken, QuizKind::Before) == nullptr && levelsPlayed < kBeforeUntilLevels) return QuizKind::Before;
    return std::nullopt;
  }
  if (firstOf(taken, QuizKind::Later) == nullptr && day - after->day >= kLaterDays) return QuizKind::Later;
  return std::nullopt;
}

std::optional<float> normalisedGain(int before, int now, int of) {
  if (before >= of) return std::nullopt;
  return static_cast<float>(now - before) / static_cast<float>(of - before);
}

QuizReport reportOf(std::span<const QuizResult> taken) {
  QuizReport report;
  for (std::size_t i = 0; i < kQuizKindIds.size(); ++i) {
    const QuizResult* one = firstOf(taken, static_cast<QuizKind>(i));
    if (one == nullptr) continue;
    report.pains[i] = one->painsRight();
    report.safety[i] = one->safetyRight();
  }
  const auto& [before, after, later] = report.pains;
  if (before && after) report.gainAfter = normalisedGain(*before, *after);
  if (before && later) report.gainLater = normalisedGain(*before, *later);
  if (!later) return report;
  const bool learned = *later >= kLearnedFrom || (before && gainedHalf(*before, *later));
  report.verdict = learned ? Verdict::Learned : Verdict::NotShown;
  return report;
}

double chanceOfAtLeast(int least, int of, double p) {
  if (least <= 0) return 1.0;
  if (least > of) return 0.0;
  // chance[k]: k rights so far; one question after another.
  std::vector<double> chance(static_cast<std::size_t>(of) + 1, 0.0);
  chance[0] = 1.0;
  for (std::size_t asked = 1; asked < chance.size(); ++asked) {
    for (std::size_t k = asked; k > 0; --k) chance[k] = chance[k] * (1.0 - p) + chance[k - 1] * p;
    chance[0] *= 1.0 - p;
  }
  double sum = 0.0;
  // Small ones first: less is lost to rounding.
  for (std::size_t k = chance.size(); k-- > static_cast<std::size_t>(least);) sum += chance[k];
  return sum;
}

}  // namespace knead::learning
