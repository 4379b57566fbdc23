// Medals come from the score card alone: what earns each, and what does not.
#include "sim/medals.hpp"

#include "support/catch.hpp"

using namespace knead::sim;

namespace {

// A session that went as well as can be.
ScoreCard best() {
  ScoreCard card;
  card.stars = 3;
  card.ending = Ending::Time;
  card.insight = .6F + .25F + .15F;
  card.comfort = 1;
  card.painBefore = 6;
  card.painAfter = .5F;
  card.knotsStayed = true;
  card.knots.push_back({{}, .1F, .9F, true});
  card.terms = {{"circulation", 100, 200, ""}, {"posture", 300, 300, ""}};
  return card;
}

std::uint32_t without(void (*change)(ScoreCard&)) {
  ScoreCard card = best();
  change(card);
  return medalsOf(card);
}

constexpr std::uint32_t kAll = (1U << kMedalCount) - 1;
constexpr std::uint32_t but(Medal medal) { return kAll & ~(1U << static_cast<unsigned>(medal)); }

}  // namespace

TEST_CASE("each medal falls by its own reason alone", "[medals]") {
  CHECK(medalsOf(best()) == kAll);
  CHECK(without([](ScoreCard& c) { c.harm = 50; }) == but(Medal::GentleHands));
  CHECK(without([](ScoreCard& c) { c.insight = .85F; }) == but(Medal::Insight));
  CHECK(without([](ScoreCard& c) { c.terms[1].points = 299; }) == but(Medal::StraightBack));
  CHECK(without([](ScoreCard& c) { c.terms.pop_back(); }) == but(Medal::StraightBack));
  CHECK(without([](ScoreCard& c) { c.knotsStayed = false; }) == but(Medal::Lasting));
  CHECK(without([](ScoreCard& c) { c.knots.clear(); }) == but(Medal::Lasting));
  CHECK(without([](ScoreCard& c) { c.painAfter = 1.1F; }) == but(Medal::AtEase));
  CHECK(without([](ScoreCard& c) { c.comfort = .85F; }) == but(Medal::AtEase));
  // On the line is enough.
  CHECK(without([](ScoreCard& c) { c.painAfter = 1; }) == kAll);
  CHECK(without([](ScoreCard& c) { c.comfort = .9F; }) == kAll);
  // A level that gives posture no weight has no straight back to give.
  CHECK(without([](ScoreCard& c) { c.terms[1] = {"posture", 0, 0, ""}; }) == but(Medal::StraightBack));
}

TEST_CASE("hands that did nothing earn nothing but insight", "[medals]") {
  const std::uint32_t insight = 1U << static_cast<unsigned>(Medal::Insight);
  CHECK(without([](ScoreCard& c) { c.stars = 0; }) == insight);
  CHECK(without([](ScoreCard& c) { c.ending = Ending::Referred; }) == insight);
  CHECK(medalsOf(ScoreCard{}) == 0);
}

TEST_CASE("of several people only what all give; who has no knots keeps nobody from Lasting", "[medals]") {
  ScoreCard card;
  card.visits = {best(), best()};
  CHECK(medalsOf(card) == kAll);
  card.visits[1].harm = 500;
  CHECK(medalsOf(card) == but(Medal::GentleHands));
  card.visits[1] = best();
  card.visits[1].knots.clear();
  card.visits[1].knotsStayed = false;
  CHECK(medalsOf(card) == kAll);
  card.visits[0].knots.clear();
  CHECK(medalsOf(card) == but(Medal::Lasting));
}
