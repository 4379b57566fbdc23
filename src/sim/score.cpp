// The formula of docs/scoring.md.
#include "sim/score.hpp"

#include <algorithm>
#include <array>

#include "core/math.hpp"
#include "core/translatable.hpp"
#include "sim/tuning.hpp"

namespace knead::sim {

using namespace tuning;

namespace {

float drop(float before, float after) { return before > kNothing ? clamp01(1.0F - after / before) : 0.0F; }

bool holds(const std::vector<level::Technique>& list, std::optional<level::Technique> answer) {
  return answer && level::holds(list, *answer);
}

// Points of one mechanism: weight times the square of the share of its goal, whole points, rounded half up. The last
// part of a relief is the hardest and pays most: half of it earns a quarter.
int points(int weight, float relief, float goal) {
  const float share = goal > 0.0F ? clamp01(relief / goal) : 0.0F;
  return static_cast<int>(static_cast<float>(weight) * share * share + 0.5F);
}

int linear(int weight, float share) { return static_cast<int>(static_cast<float>(weight) * share + 0.5F); }

std::string_view pick(float share, std::string_view little, std::string_view some, std::string_view much) {
  return share < kWordsSome ? little : (share < kWordsMuch ? some : much);
}

void add(ScoreCard& card, std::string_view id, int got, int most, std::string_view why) {
  if (most > 0 || got != 0) card.terms.push_back({id, got, most, std::string(why)});
}

}  // namespace

Reliefs reliefOf(const Baseline& before, const Body::Measures& after, const PostureView& postureAfter, float endorphins,
                 float endorphinsAtStart, float heatPeak, int levelSeconds) {
  Reliefs r;
  r.circulation = drop(before.measures.flowPool, after.flowPool);
  // What a whole session of good pressing and stroking can raise.
  const float most = 1.0F - expOf(-kTherapyPerPlay * static_cast<float>(levelSeconds) / kEndorphinFullS);
  r.endorphins = clamp01((endorphins - endorphinsAtStart) / most);
  r.tension = drop(before.measures.tensionPool, after.tensionPool);
  r.heat = clamp01(kHeatPeakShare * (heatPeak + after.heat));
  r.posture = drop(before.posture.deviation, postureAfter.deviation);
  return r;
}

float insightOf(const level::Intake& right, const IntakeAnswer& answer) {
  if (right.refer) return answer.refer ? 1.0F : 0.0F;
  if (answer.refer) return 0.0F;
  float share = 0.0F;
  if (holds(right.first, answer.first)) share += kInsightFirst;
  if (holds(right.also, answer.also)) share += kInsightAlso;
  if (holds(right.avoid, answer.avoid)) share += kInsightAvoid;
  return share;
}

namespace {

// What each kind of harm costs, and what is said of it.
struct HarmShare {
  int points;
  std::string_view why;
};
std::array<HarmShare, 4> harmSharesOf(const Harm& harm, float sag) {
  const bool burnt = harm.burn > kBurnFrom;
  return {{{static_cast<int>(harm.overdoseS * static_cast<float>(kHarmPerOverdoseS)),
            N_("Pressed deeper than the tissue allowed.")},
           {static_cast<int>((harm.boneS + harm.kidneyS + harm.forbiddenS) * static_cast<float>(kHarmPerNoGoS)),
            N_("Hands strayed onto bone, kidneys or a place to leave alone.")},
           {burnt ? static_cast<int>(static_cast<float>(kHarmBurn) * minOf(kBurnMost, harm.burn * kBurnGain)) : 0,
            N_("Skin was left too hot.")},
           {static_cast<int>(static_cast<float>(kHarmSag) * clamp01(sag)),
            N_("Muscles were loosened below what holds the spine up.")}}};
}

}  // namespace

int harmPoints(const Harm& harm, float sag, bool stopped) {
  int points = stopped ? kHarmStopped : 0;
  for (const HarmShare& share : harmSharesOf(harm, sag)) points += share.points;
  return points < kHarmMost ? points : kHarmMost;
}

void gradeCard(ScoreCard& card, const level::Level& level, const Harm& harm, float sag) {
  const level::Weights& w = level.weights;
  const level::Goals& g = level.goals;
  const bool stopped = card.ending == Ending::Comfort;
  card.terms.clear();
  if (card.ending == Ending::Referred) {
    const bool right = level.intake.refer;
    card.insight = right ? 1.0F : 0.0F;
    card.score = right ? kFullScore : 0;
    card.stars = right ? 3 : 0;
    add(card, "insight", card.score, kFullScore,
        right ? N_("You saw the sign and sent them to be checked first.")
              : N_("Nothing here spoke against your hands; they came for relief."));
    return;
  }
  if (level.intake.refer) {
    // No guess but the referral is right here, and that ends the session: whatever was done is worth nothing.
    add(card, "insight", 0, w.insight, N_("This back had a sign that needs a doctor before any touch."));
    if (harm.touchedPlayS > 0.0F)
      card.terms.push_back({"harm", 0, 0, std::string(N_("Hands were laid on although a sign said stop."))});
    card.harm = 0;
    card.score = 0;
    card.stars = 0;
    return;
  }
  const auto mechanism = [&](std::string_view id, int weight, float relief, float goal, std::string_view little,
                             std::string_view some, std::string_view much) {
    const float share = goal > 0.0F ? clamp01(relief / goal) : 0.0F;
    add(card, id, points(weight, relief, goal), weight, pick(share, little, some, much));
  };
  mechanism("circulation", w.circulation, card.circulation, g.circulation, N_("Blood hardly reached this back."),
            N_("Blood flows better, not yet everywhere."), N_("Blood runs freely through the whole area."));
  mechanism("endorphins", w.endorphins, card.endorphins, g.endorphins,
            N_("There was little touch of the kind that eases."), N_("Some ease from touch of the right depth."),
            N_("Steady touch of the right depth let the ease build up."));
  mechanism("tension", w.tension, card.tension, g.tension, N_("The muscles hold on as before."),
            N_("Tension is lower; some of it came back in the rest."),
            N_("The muscles let go and stayed in their band."));
  mechanism("heat", w.heat, card.heat, g.heat, N_("The muscle stayed cool."), N_("Warmth reached part of the muscle."),
            N_("Warmth went in and stayed."));
  mechanism("posture", w.posture, card.posture, g.posture, N_("They stand as they came."),
            N_("They stand a little straighter."), N_("They stand at ease."));
  add(card, "insight", linear(w.insight, card.insight), w.insight,
      !card.predicted
          ? std::string_view(N_("You began without a guess."))
          : pick(card.insight, N_("The prediction missed what this back needs."),
                 N_("Part of the prediction was right."), N_("You predicted what would help and what would not.")));
  int sum = 0;
  for (const ScoreTerm& term : card.terms) sum += term.points;
  int harmed = harmPoints(harm, sag, stopped);
  if (harmed < kHarmSlip) harmed = 0;
  const bool harmFree = harmed <= kHarmFreeForThree;
  if (harmed > sum) harmed = sum;
  card.harm = harmed;
  if (harmed > 0) {
    const auto shares = harmSharesOf(harm, sag);
    const auto worst = std::max_element(shares.begin(), shares.end(),
                                        [](const HarmShare& a, const HarmShare& b) { return a.points < b.points; });
    std::string_view why = worst->why;
    if (stopped) why = N_("They asked you to stop.");
    add(card, "harm", -harmed, 0, why);
  }
  card.score = sum - harmed;

  const float eased = card.painBefore > kNothing ? 1.0F - card.painAfter / card.painBefore : 0.0F;
  card.stars = 0;
  if (stopped) return;
  if (eased >= level.stars.one) card.stars = 1;
  if (eased >= level.stars.two && card.leadMet) card.stars = 2;
  if (eased >= level.stars.three && card.leadMet && card.knotsStayed && harmFree) card.stars = 3;
}

}  // namespace knead::sim
