// When which quiz is due, what counts as right, and what may be claimed from it.
#include "learning/quiz_plan.hpp"
#include "learning/sample_quiz.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::learning;

namespace {

// A result with so many rights of 9 pains and of 3 stop signs; the rest wrong.
QuizResult resultOf(QuizKind kind, int pains, int safety = 0, int day = 0) {
  QuizResult out{Form::A, kind, day, {}};
  for (int i = 0; i < kFormItems; ++i) {
    const bool stop = i >= kPainItems;
    const bool right = stop ? i - kPainItems < safety : i < pains;
    out.answers.push_back({"item", stop, Choice::Refer, right});
  }
  return out;
}

}  // namespace

TEST_CASE("forms are counter-balanced and never asked twice", "[learning]") {
  CHECK(formOf(QuizKind::Before, false) == Form::A);
  CHECK(formOf(QuizKind::After, false) == Form::B);
  CHECK(formOf(QuizKind::Later, false) == Form::C);
  CHECK(formOf(QuizKind::Before, true) == Form::B);
  CHECK(formOf(QuizKind::After, true) == Form::A);
  CHECK(formOf(QuizKind::Later, true) == Form::D);
}

TEST_CASE("not sure is not right, and pains and stop signs are counted apart", "[learning]") {
  const QuizBank bank = knead::testing::sampleBank();
  QuizResult result{Form::A, QuizKind::Before, 1, {}};
  for (const std::size_t at : bank.of(Form::A)) {
    const QuizItem& item = bank.items[at];
    // Not sure about one pain, wrong about another and about two stop signs.
    const Choice said = at == 0 ? Choice::None : at == 1 || at >= 10 ? item.options[3] : item.right;
    result.answers.push_back(answerOf(item, said));
  }
  CHECK(result.painsRight() == 7);
  CHECK(result.safetyRight() == 1);
  CHECK_FALSE(result.answers[0].right);
  CHECK(result.answers[2].right);
  result.answers[0].right = true;  // a kept file that says so all the same
  CHECK(result.painsRight() == 7);
}

TEST_CASE("each quiz is due at its time and once", "[learning]") {
  const QuizResult before = resultOf(QuizKind::Before, 3, 0, 100);
  const QuizResult after = resultOf(QuizKind::After, 6, 0, 130);
  const QuizResult later = resultOf(QuizKind::Later, 6, 0, 140);
  using Taken = std::vector<QuizResult>;
  struct Case {
    Taken taken;
    int played, finished, day;
    std::optional<QuizKind> due;
  };
  const std::vector<Case> cases = {
      {{}, 0, 0, 100, QuizKind::Before},
      {{}, 2, 2, 100, QuizKind::Before},
      {{}, 3, 2, 100, std::nullopt},
      {{before}, 0, 0, 100, std::nullopt},
      {{before}, 40, 19, 129, std::nullopt},
      {{before}, 40, 20, 130, QuizKind::After},
      {{}, 40, 25, 130, QuizKind::After},
      {{before, after}, 40, 20, 136, std::nullopt},
      {{before, after}, 40, 20, 137, QuizKind::Later},
      {{after}, 1, 20, 137, QuizKind::Later},
      {{after}, 1, 20, 131, std::nullopt},
      {{before, after, later}, 40, 30, 900, std::nullopt},
  };
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO("case " << i);
    CHECK(dueQuiz(cases[i].taken, cases[i].played, cases[i].finished, cases[i].day) == cases[i].due);
  }
}

TEST_CASE("the normalised gain", "[learning]") {
  CHECK(*normalisedGain(3, 6) == Approx(0.5));
  CHECK(*normalisedGain(0, 9) == Approx(1.0));
  CHECK(*normalisedGain(6, 3) == Approx(-1.0));
  CHECK(*normalisedGain(2, 2) == 0.0F);
  CHECK(*normalisedGain(1, 2, 3) == Approx(0.5));
  CHECK_FALSE(normalisedGain(9, 9).has_value());
}

TEST_CASE("learned is claimed only a week later, from 7 of 9 or half of what was missing", "[learning]") {
  struct Case {
    int before, after, later;  // -1: not taken
    Verdict verdict;
  };
  const std::vector<Case> cases = {
      {-1, -1, -1, Verdict::NotMeasured}, {2, 9, -1, Verdict::NotMeasured}, {2, 9, 5, Verdict::NotShown},
      {-1, 9, 6, Verdict::NotShown},      {-1, 9, 7, Verdict::Learned},     {9, 9, 6, Verdict::NotShown},
      {9, 9, 9, Verdict::Learned},        {3, 3, 6, Verdict::Learned},      {3, 9, 5, Verdict::NotShown},
      {4, 9, 6, Verdict::NotShown},       {5, 9, 6, Verdict::NotShown},     {8, 9, 7, Verdict::Learned},
      {1, 9, 5, Verdict::Learned},        {0, 9, 4, Verdict::NotShown},     {0, 0, 5, Verdict::Learned},
  };
  for (const Case& one : cases) {
    INFO(one.before << " " << one.after << " " << one.later);
    std::vector<QuizResult> taken;
    if (one.before >= 0) taken.push_back(resultOf(QuizKind::Before, one.before));
    if (one.after >= 0) taken.push_back(resultOf(QuizKind::After, one.after));
    // Stop signs do not make up for pains.
    if (one.later >= 0) taken.push_back(resultOf(QuizKind::Later, one.later, 3));
    CHECK(reportOf(taken).verdict == one.verdict);
  }
}

TEST_CASE("the report has the numbers, of the first quiz of each kind", "[learning]") {
  const std::vector<QuizResult> taken = {resultOf(QuizKind::Before, 3, 1), resultOf(QuizKind::After, 6, 2),
                                         resultOf(QuizKind::Later, 5, 3), resultOf(QuizKind::Later, 9, 3)};
  const QuizReport report = reportOf(taken);
  CHECK(report.pains == std::array<std::optional<int>, 3>{3, 6, 5});
  CHECK(report.safety == std::array<std::optional<int>, 3>{1, 2, 3});
  CHECK(*report.gainAfter == Approx(0.5));
  CHECK(*report.gainLater == Approx(1.0 / 3));
  CHECK(report.verdict == Verdict::NotShown);
  const QuizReport empty = reportOf({});
  CHECK_FALSE(empty.pains[0].has_value());
  CHECK_FALSE(empty.gainLater.has_value());
}

TEST_CASE("what guessing alone would do", "[learning]") {
  CHECK(kChanceRight == 2.25F);
  // (C(9,6) 3^3 + C(9,7) 3^2 + C(9,8) 3 + 1) / 4^9 = (2268 + 324 + 27 + 1) / 262144
  CHECK(chanceOfAtLeast(6, 9) == Approx(2620.0 / 262144).epsilon(1e-12));
  CHECK(chanceOfAtLeast(9, 9) == Approx(1.0 / 262144).epsilon(1e-12));
  CHECK(chanceOfAtLeast(0, 9) == 1.0);
  CHECK(chanceOfAtLeast(10, 9) == 0.0);
  CHECK(chanceOfAtLeast(1, 9) == Approx(1.0 - 19683.0 / 262144).epsilon(1e-12));
  CHECK(chanceOfAtLeast(2, 3, 0.5) == 0.5);
  CHECK(chanceOfAtLeast(3, 3, 1.0) == 1.0);
  CHECK(chanceOfAtLeast(1, 3, 0.0) == 0.0);
}
