// Knowledge tracing against values worked out by hand, and what it makes of those who know and those who guess.
#include "learning/mastery.hpp"
#include "core/random.hpp"
#include "support/catch.hpp"
#if KNEAD_HAVE_RAPIDCHECK
#include <rapidcheck.h>
#endif

using namespace knead;
using namespace knead::learning;
using level::Pain;
using level::Technique;

namespace {

const Skill& stretchOf(const Mastery& mastery) { return mastery.of(Pain::Stiffness, Technique::Stretch); }

// Tells one answer about the pair that these tests look at.
void tell(Mastery& mastery, bool right, int day) { mastery.observe(Pain::Stiffness, Technique::Stretch, right, day); }

}  // namespace

TEST_CASE("the trace follows the model, worked out by hand", "[learning]") {
  // .2 * .9 = .18; .8 * .25 = .2; .18 / .38 = .473684; + .15 of the rest
  CHECK(traced(0.2F, true) == Approx(0.552632).epsilon(1e-5));
  // .2 * .1 = .02; .8 * .75 = .6; .02 / .62 = .032258; + .15 of the rest
  CHECK(traced(0.2F, false) == Approx(0.177419).epsilon(1e-5));
  // With a guess of one half: .18 / .58 = .310345
  CHECK(traced(0.2F, true, 0.5F) == Approx(0.413793).epsilon(1e-5));
  float p = 0.2F;
  for (const double expected : {0.552632, 0.843953, 0.958476}) {
    p = traced(p, true);
    CHECK(p == Approx(expected).epsilon(1e-5));
  }
  // .958476 * .1 = .0958476; .041524 * .75 = .031143; .754774; + .15 of the rest
  CHECK(traced(p, false) == Approx(0.791558).epsilon(1e-4));
}

TEST_CASE("the chance to guess follows the options", "[learning]") {
  CHECK(guessOf(4) == 0.25F);
  CHECK(guessOf(10, 2) == Approx(0.2));
  CHECK(guessOf(0) == kGuess);
  CHECK(guessOf(1) == kGuess);
  CHECK(guessOf(3, 3) == 0.5F);
  // The harder to guess, the more a right answer tells.
  CHECK(traced(0.2F, true, guessOf(12)) > traced(0.2F, true, guessOf(4)));
}

TEST_CASE("a pair is known after right answers on two different days, not before", "[learning]") {
  Mastery mastery;
  for (int i = 0; i < 50; ++i) tell(mastery, true, 20000);
  CHECK(stretchOf(mastery).p > kKnownFrom);
  CHECK_FALSE(mastery.known(Pain::Stiffness, Technique::Stretch));
  // A wrong answer on another day is no second day.
  tell(mastery, false, 20001);
  CHECK(stretchOf(mastery).p > kKnownFrom);
  CHECK_FALSE(mastery.known(Pain::Stiffness, Technique::Stretch));
  tell(mastery, true, 20002);
  CHECK(mastery.known(Pain::Stiffness, Technique::Stretch));
  CHECK(mastery.knownPairs() == 1);
  // Its neighbours in the table are as they were.
  CHECK(mastery.of(Pain::Stiffness, Technique::Acupressure) == Skill());
  CHECK(mastery.of(Pain::ColdGuarded, Technique::Stretch) == Skill());
  CHECK(mastery.refer() == Skill());
}

TEST_CASE("two days are not enough without being sure", "[learning]") {
  Mastery mastery;
  tell(mastery, true, 1);
  tell(mastery, true, 2);
  CHECK(stretchOf(mastery).p == Approx(0.843953).epsilon(1e-5));
  CHECK_FALSE(stretchOf(mastery).known());
  tell(mastery, true, 2);
  CHECK(stretchOf(mastery).known());
  CHECK(stretchOf(mastery).right == 3);
}

TEST_CASE("a clock set back and forth still gives two days", "[learning]") {
  Mastery mastery;
  for (const int day : {20001, 20000, 20001}) tell(mastery, true, day);
  CHECK(stretchOf(mastery).firstRightDay == 20000);
  CHECK(stretchOf(mastery).lastRightDay == 20001);
  CHECK(stretchOf(mastery).known());
}

TEST_CASE("what was known can be lost, even after a thousand right answers", "[learning]") {
  Mastery mastery;
  for (int i = 0; i < 1000; ++i) tell(mastery, true, i);
  CHECK(stretchOf(mastery).known());
  CHECK(stretchOf(mastery).p <= kSurest);
  for (int i = 0; i < 4; ++i) tell(mastery, false, 1000);
  CHECK_FALSE(stretchOf(mastery).known());
}

TEST_CASE("when to refer is a skill of its own", "[learning]") {
  Mastery mastery;
  for (int day = 0; day < 5; ++day) mastery.observe({Pain::Stress, std::nullopt, true, Question::Refer}, day);
  CHECK(mastery.refer().known());
  CHECK(mastery.knownPairs() == 0);
  mastery.observe({Pain::Stress, Technique::Effleurage, true, Question::First}, 1);
  CHECK(mastery.of(Pain::Stress, Technique::Effleurage).right == 1);
}

TEST_CASE("who answers right always comes to know, whatever came before", "[learning]") {
  for (int wrong = 0; wrong < 60; ++wrong) {
    Mastery mastery;
    for (int i = 0; i < wrong; ++i) tell(mastery, false, i);
    int needed = 0;
    while (!stretchOf(mastery).known() && needed < 20) tell(mastery, true, 1000 + needed++);
    CHECK(needed <= 4);
  }
}

#if KNEAD_HAVE_RAPIDCHECK
TEST_CASE("who answers right comes to know, as a property", "[learning]") {
  CHECK(rc::check("any history, then six days right", [](const std::vector<bool>& history) {
    Mastery mastery;
    for (const bool right : history) tell(mastery, right, 5);
    for (int day = 6; day < 12; ++day) tell(mastery, true, day);
    RC_ASSERT(stretchOf(mastery).known());
    RC_ASSERT(stretchOf(mastery).p <= 1.0F);
  }));
  CHECK(rc::check("the chance stays a chance, and right is never worse than wrong", [](std::uint32_t bits) {
    const float p = static_cast<float>(bits % 1001U) / 1000.0F;
    const float guess = static_cast<float>(bits / 1001U % 501U) / 1000.0F;
    const float up = traced(p, true, guess);
    const float down = traced(p, false, guess);
    RC_ASSERT(up >= 0.0F && up <= 1.0F);
    RC_ASSERT(down >= 0.0F && down <= 1.0F);
    RC_ASSERT(up >= down);
  }));
}
#endif

TEST_CASE("who guesses among four is taken for knowing in fewer than one of twenty", "[learning]") {
  Random random(1995);
  int known = 0;
  for (int trial = 0; trial < 2000; ++trial) {
    Mastery mastery;
    for (int answer = 0; answer < 40; ++answer) {
      const bool right = random.below(4) == 0;
      tell(mastery, right, answer / 4);
    }
    if (stretchOf(mastery).known()) ++known;
  }
  INFO(known << " of 2000");
  CHECK(known < 100);
  // It does happen: a test that never sees one would not see a broken rule either.
  CHECK(known > 0);
}
