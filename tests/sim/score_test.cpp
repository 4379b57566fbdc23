// The score of docs/scoring.md, term by term: points, the sentence that says why, harm, stars. The figures here are
// those of the page, written out, so that neither the formula nor its numbers change unnoticed.
#include "sim/score.hpp"

#include <cmath>

#include "support/catch.hpp"

using namespace knead;
using level::Technique;
using sim::gradeCard;
using sim::Harm;
using sim::harmPoints;
using sim::insightOf;
using sim::IntakeAnswer;
using sim::ScoreCard;
using sim::ScoreTerm;

namespace {

level::Level plain() {
  level::Level level;
  level.weights = {20000, 16000, 24000, 12000, 8000, 20000};
  level.goals = {.8F, .5F, .4F, .6F, .25F};
  return level;
}

// Every goal reached to the half, all predicted, pain halved, lead met, no knots.
ScoreCard half() {
  ScoreCard card;
  card.ending = sim::Ending::Time;
  card.circulation = .4F;
  card.endorphins = .25F;
  card.tension = .2F;
  card.heat = .3F;
  card.posture = .125F;
  card.insight = 1;
  card.predicted = true;
  card.painBefore = 8;
  card.painAfter = 4;
  card.leadMet = card.knotsStayed = true;
  card.stars = 2;  // of a card that was graded before
  return card;
}

ScoreCard graded(ScoreCard card, const Harm& harm = {}, float sag = 0, const level::Level& level = plain()) {
  gradeCard(card, level, harm, sag);
  return card;
}

const ScoreTerm* find(const ScoreCard& card, std::string_view id) {
  for (const ScoreTerm& term : card.terms)
    if (term.id == id) return &term;
  return nullptr;
}
int pointsOf(const ScoreCard& card, std::string_view id) {
  const ScoreTerm* term = find(card, id);
  REQUIRE(term != nullptr);
  return term->points;
}
std::string whyOf(const ScoreCard& card, std::string_view id) {
  const ScoreTerm* term = find(card, id);
  REQUIRE(term != nullptr);
  return term->why;
}

Harm overdose(float seconds) {
  Harm harm;
  harm.overdoseS = seconds;
  return harm;
}

int starsAt(
    float painAfter, void (*change)(ScoreCard&) = [](ScoreCard&) {}, const Harm& harm = {}) {
  ScoreCard card = half();
  card.painBefore = 10;
  card.painAfter = painAfter;
  change(card);
  return graded(card, harm).stars;
}

}  // namespace

TEST_CASE("half of a goal earns a quarter of its weight, insight counts in proportion", "[score]") {
  const ScoreCard card = graded(half());
  CHECK(pointsOf(card, "circulation") == 5000);
  CHECK(pointsOf(card, "endorphins") == 4000);
  CHECK(pointsOf(card, "tension") == 6000);
  CHECK(pointsOf(card, "heat") == 3000);
  CHECK(pointsOf(card, "posture") == 2000);
  CHECK(pointsOf(card, "insight") == 20000);
  CHECK(find(card, "harm") == nullptr);
  CHECK(card.harm == 0);
  CHECK(card.score == 40000);
  for (const ScoreTerm& term : card.terms) {
    INFO(term.id);
    CHECK(term.most == (term.id == "insight" ? 20000 : 4 * term.points));
  }

  ScoreCard more = half();
  more.circulation = .8F;
  more.tension = 1;  // beyond its goal
  more.heat = -.5F;  // worse than before
  more.insight = .6F;
  const ScoreCard other = graded(more);
  CHECK(pointsOf(other, "circulation") == 20000);
  CHECK(pointsOf(other, "tension") == 24000);
  CHECK(pointsOf(other, "heat") == 0);
  CHECK(pointsOf(other, "insight") == 12000);
}

TEST_CASE("points are rounded half up", "[score]") {
  level::Level level = plain();
  level.weights = {6, 10, 0, 0, 0, 3};
  level.goals.circulation = level.goals.endorphins = 1;
  ScoreCard card = half();
  card.circulation = card.endorphins = .5F;  // 1.5 and 2.5
  card.insight = .5F;                        // 1.5
  card = graded(card, {}, 0, level);
  CHECK(pointsOf(card, "circulation") == 2);
  CHECK(pointsOf(card, "endorphins") == 3);
  CHECK(pointsOf(card, "insight") == 2);
  level.weights = {10, 1, 0, 0, 0, 10};
  card.circulation = .382F;  // 1.459
  card.endorphins = 0;
  card.insight = .146F;  // 1.46
  card = graded(card, {}, 0, level);
  CHECK(pointsOf(card, "circulation") == 1);
  CHECK(pointsOf(card, "endorphins") == 0);
  CHECK(pointsOf(card, "insight") == 1);
}

TEST_CASE("what a level gives no weight has no line, a point has one; a goal of nothing earns nothing", "[score]") {
  level::Level level = plain();
  level.weights.heat = 0;
  level.goals.tension = 0;
  const ScoreCard card = graded(half(), {}, 0, level);
  CHECK(find(card, "heat") == nullptr);
  CHECK(pointsOf(card, "tension") == 0);
  CHECK(whyOf(card, "tension") == "The muscles hold on as before.");
  CHECK(card.terms.size() == 5);
}

TEST_CASE("each term says little, some or much by the share of its goal", "[score]") {
  const level::Level level = plain();
  struct Row {
    std::string_view id;
    float ScoreCard::*relief;
    float goal;
    const char *little, *some, *much;
  };
  const Row rows[] = {
      {"circulation", &ScoreCard::circulation, level.goals.circulation, "Blood hardly reached this back.",
       "Blood flows better, not yet everywhere.", "Blood runs freely through the whole area."},
      {"endorphins", &ScoreCard::endorphins, level.goals.endorphins, "There was little touch of the kind that eases.",
       "Some ease from touch of the right depth.", "Steady touch of the right depth let the ease build up."},
      {"tension", &ScoreCard::tension, level.goals.tension, "The muscles hold on as before.",
       "Tension is lower; some of it came back in the rest.", "The muscles let go and stayed in their band."},
      {"heat", &ScoreCard::heat, level.goals.heat, "The muscle stayed cool.", "Warmth reached part of the muscle.",
       "Warmth went in and stayed."},
      {"posture", &ScoreCard::posture, level.goals.posture, "They stand as they came.",
       "They stand a little straighter.", "They stand at ease."},
      {"insight", &ScoreCard::insight, 1, "The prediction missed what this back needs.",
       "Part of the prediction was right.", "You predicted what would help and what would not."},
  };
  for (const Row& row : rows) {
    INFO(row.id);
    ScoreCard card = half();
    const auto at = [&](float share) {
      card.*row.relief = row.goal * share;
      return whyOf(graded(card), row.id);
    };
    CHECK(at(0) == row.little);
    CHECK(at(.33F) == row.little);
    CHECK(at(.35F) == row.some);
    CHECK(at(.79F) == row.some);
    CHECK(at(.81F) == row.much);
    CHECK(at(1) == row.much);
  }
  ScoreCard card = half();
  card.insight = .34F;  // a line belongs to what lies above it
  CHECK(whyOf(graded(card), "insight") == "Part of the prediction was right.");
  card.insight = .8F;
  CHECK(whyOf(graded(card), "insight") == "You predicted what would help and what would not.");
  card.predicted = false;
  CHECK(whyOf(graded(card), "insight") == "You began without a guess.");
}

TEST_CASE("relief is the share of what was there that is gone", "[score]") {
  sim::Baseline before;
  before.measures.flowPool = .8F;
  before.measures.tensionPool = .5F;
  before.posture.deviation = 4;
  sim::Body::Measures after;
  after.flowPool = .6F;
  after.tensionPool = .1F;
  after.heat = .3F;
  sim::PostureView stands;
  stands.deviation = 3;
  const auto relief = [&](float e, float e0, float peak, int seconds) {
    return sim::reliefOf(before, after, stands, e, e0, peak, seconds);
  };
  const sim::Reliefs r = relief(.5F, .1F, .7F, 90);
  CHECK(r.circulation == Approx(.25).margin(1e-6));
  CHECK(r.tension == Approx(.8).margin(1e-6));
  CHECK(r.posture == Approx(.25).margin(1e-6));
  CHECK(r.heat == Approx(.5).margin(1e-6));
  CHECK(r.endorphins == Approx(.4 / (1 - std::exp(-10 * 90 / 450.0))).margin(1e-5));
  CHECK(relief(.5F, .1F, .7F, 45).endorphins == Approx(.4 / (1 - std::exp(-1.0))).margin(1e-5));
  CHECK(relief(.1F, .5F, .7F, 90).endorphins == 0);
  CHECK(relief(2, 0, .7F, 90).endorphins == 1);
  CHECK(relief(.5F, .1F, 2, 90).heat == 1);
  after.flowPool = .9F;  // worse than before is no relief
  CHECK(relief(.5F, .1F, .7F, 90).circulation == 0);
  after.flowPool = 0;
  before.measures.flowPool = .01F;  // nor can nothing be relieved
  CHECK(relief(.5F, .1F, .7F, 90).circulation == 0);
  before.measures.flowPool = .011F;
  CHECK(relief(.5F, .1F, .7F, 90).circulation == 1);
}

TEST_CASE("insight: .60 for the first move, .25 for what helps too, .15 for what to avoid", "[score]") {
  level::Intake right;
  right.first = {Technique::Friction, Technique::Effleurage};
  right.also = {Technique::Petrissage};
  right.avoid = {Technique::Tapotement};
  IntakeAnswer answer;
  CHECK(insightOf(right, answer) == 0);
  answer.first = Technique::Effleurage;
  CHECK(insightOf(right, answer) == Approx(.6));
  answer.also = Technique::Petrissage;
  CHECK(insightOf(right, answer) == Approx(.85));
  answer.avoid = Technique::Tapotement;
  CHECK(insightOf(right, answer) == Approx(1));
  answer.first = Technique::Petrissage;  // right, but not first
  CHECK(insightOf(right, answer) == Approx(.4));
  answer.also.reset();
  CHECK(insightOf(right, answer) == Approx(.15));
  answer.refer = true;
  CHECK(insightOf(right, answer) == 0);

  right.refer = true;
  CHECK(insightOf(right, answer) == 1);
  answer.refer = false;
  CHECK(insightOf(right, answer) == 0);
}

TEST_CASE("harm: each kind by its own rate, at most 60,000", "[score]") {
  CHECK(harmPoints({}, 0, false) == 0);
  Harm harm;
  harm.touchedPlayS = 100;  // no harm but where a sign says stop
  CHECK(harmPoints(harm, 0, false) == 0);
  CHECK(harmPoints(overdose(10), 0, false) == 600);
  CHECK(harmPoints(overdose(.5F), 0, false) == 30);
  harm = {};
  harm.boneS = 1;
  harm.kidneyS = 2;
  harm.forbiddenS = 4;
  CHECK(harmPoints(harm, 0, false) == 420);
  harm.overdoseS = 10;
  CHECK(harmPoints(harm, .5F, true) == 420 + 600 + 3000 + 5000);
  CHECK(harmPoints({}, 2, false) == 6000);
  CHECK(harmPoints({}, -1, false) == 0);
  CHECK(harmPoints({}, 0, true) == 5000);
  harm = {};
  harm.burn = .3F;
  CHECK(harmPoints(harm, 0, false) == 0);
  harm.burn = .31F;
  CHECK(harmPoints(harm, 0, false) == 4960);
  harm.burn = 1;
  CHECK(harmPoints(harm, 0, false) == 16000);
  harm.burn = 5;
  CHECK(harmPoints(harm, 0, false) == 24000);
  CHECK(harmPoints(overdose(999), 0, false) == 59940);
  CHECK(harmPoints(overdose(1000), 0, false) == 60000);
  CHECK(harmPoints(overdose(1001), 0, false) == 60000);
}

TEST_CASE("a slip below 50 points is forgiven; harm never takes more than was earned", "[score]") {
  CHECK(graded(half(), overdose(49 / 60.0F)).score == 40000);
  CHECK(find(graded(half(), overdose(49 / 60.0F)), "harm") == nullptr);
  const ScoreCard card = graded(half(), overdose(5 / 6.0F + .001F));
  CHECK(card.harm == 50);
  CHECK(card.score == 39950);
  CHECK(pointsOf(card, "harm") == -50);
  CHECK(find(card, "harm")->most == 0);
  const ScoreCard nothing = graded(half(), overdose(1000));
  CHECK(nothing.score == 0);
  CHECK(nothing.harm == 40000);
  ScoreCard empty = half();
  empty.circulation = empty.endorphins = empty.tension = empty.heat = empty.posture = empty.insight = 0;
  empty = graded(empty, overdose(1000));
  CHECK(empty.harm == 0);
  CHECK(find(empty, "harm") == nullptr);
}

TEST_CASE("the sentence of harm names what was worst", "[score]") {
  const std::string deep = "Pressed deeper than the tissue allowed.";
  const std::string strayed = "Hands strayed onto bone, kidneys or a place to leave alone.";
  const std::string loose = "Muscles were loosened below what holds the spine up.";
  Harm harm = overdose(20);
  CHECK(whyOf(graded(half(), harm), "harm") == deep);
  harm.boneS = harm.kidneyS = 7;
  harm.forbiddenS = 6;
  CHECK(whyOf(graded(half(), harm), "harm") == deep);
  harm.forbiddenS = 7;
  CHECK(whyOf(graded(half(), harm), "harm") == strayed);
  CHECK(whyOf(graded(half(), harm, .2F), "harm") == strayed);
  CHECK(whyOf(graded(half(), harm, .22F), "harm") == loose);
  CHECK(whyOf(graded(half(), {}, .1F), "harm") == loose);  // nobody touched them
  harm.burn = .4F;
  CHECK(whyOf(graded(half(), harm, 1), "harm") == "Skin was left too hot.");
  ScoreCard stopped = half();
  stopped.ending = sim::Ending::Comfort;
  CHECK(whyOf(graded(stopped, harm), "harm") == "They asked you to stop.");
  CHECK(pointsOf(graded(stopped, harm), "harm") == -(5000 + 60 * 41 + 6400));
  harm = overdose(20);
  harm.burn = .3F;  // warm, not burnt
  CHECK(whyOf(graded(half(), harm, .19F), "harm") == deep);
  CHECK(whyOf(graded(half(), harm, .21F), "harm") == loose);
}

TEST_CASE("stars say what happened to the person", "[score]") {
  CHECK(starsAt(10) == 0);
  CHECK(starsAt(6.6F) == 0);
  CHECK(starsAt(6.4F) == 1);
  CHECK(starsAt(4.1F) == 1);
  CHECK(starsAt(3.9F) == 2);
  CHECK(starsAt(2.1F) == 2);
  CHECK(starsAt(1.9F) == 3);
  CHECK(starsAt(0) == 3);
  const auto noLead = [](ScoreCard& c) { c.leadMet = false; };
  CHECK(starsAt(6, noLead) == 1);
  CHECK(starsAt(3, noLead) == 1);
  CHECK(starsAt(1, noLead) == 1);
  CHECK(starsAt(1, [](ScoreCard& c) { c.knotsStayed = false; }) == 2);
  CHECK(starsAt(1, [](ScoreCard& c) { c.ending = sim::Ending::Comfort; }) == 0);
  CHECK(starsAt(1, {[](ScoreCard&) {}}, overdose(50)) == 3);
  CHECK(starsAt(1, {[](ScoreCard&) {}}, overdose(50.1F)) == 2);
  // Who had no pain cannot lose any.
  CHECK(starsAt(0, [](ScoreCard& c) { c.painBefore = .01F; }) == 0);

  // Exactly on a line: in eighths, which floats hold.
  level::Level level = plain();
  level.stars = {.25F, .5F, .75F, {}};
  ScoreCard card = half();
  const auto at = [&](float after) {
    card.painAfter = after;
    return graded(card, {}, 0, level).stars;
  };
  CHECK(at(6.01F) == 0);
  CHECK(at(6) == 1);
  CHECK(at(4) == 2);
  CHECK(at(2) == 3);
}

TEST_CASE("who must be referred: all or nothing, and touch costs", "[score]") {
  level::Level sign = plain();
  sign.intake.refer = true;
  ScoreCard card = half();
  card.ending = sim::Ending::Referred;
  card.insight = .5F;
  const ScoreCard right = graded(card, {}, 0, sign);
  CHECK(right.score == 100000);
  CHECK(right.stars == 3);
  CHECK(right.insight == 1);
  REQUIRE(right.terms.size() == 1);
  CHECK(right.terms[0].id == "insight");
  CHECK(right.terms[0].points == 100000);
  CHECK(right.terms[0].most == 100000);
  CHECK(right.terms[0].why == "You saw the sign and sent them to be checked first.");
  const ScoreCard wrong = graded(card);
  CHECK(wrong.score == 0);
  CHECK(wrong.stars == 0);
  CHECK(wrong.insight == 0);
  REQUIRE(wrong.terms.size() == 1);
  CHECK(wrong.terms[0].points == 0);
  CHECK(wrong.terms[0].why == "Nothing here spoke against your hands; they came for relief.");

  ScoreCard massaged = half();
  massaged.painAfter = 0;
  Harm touch;
  touch.touchedPlayS = 2.5F;
  const ScoreCard some = graded(massaged, touch, 0, sign);
  CHECK(some.score == 0);
  CHECK(some.harm == 0);
  CHECK(some.stars == 0);
  REQUIRE(some.terms.size() == 2);
  CHECK(pointsOf(some, "insight") == 0);
  CHECK(find(some, "insight")->most == 20000);
  CHECK(whyOf(some, "insight") == "This back had a sign that needs a doctor before any touch.");
  CHECK(pointsOf(some, "harm") == 0);
  CHECK(whyOf(some, "harm") == "Hands were laid on although a sign said stop.");
  touch.touchedPlayS = 0;
  CHECK(find(graded(massaged, touch, 0, sign), "harm") == nullptr);
}
