#include "sim/medals.hpp"

namespace knead::sim {
namespace {

constexpr float kAllRight = 0.999F;  // the parts of a prediction are added up in floats

constexpr std::uint32_t bit(Medal medal) { return 1U << static_cast<unsigned>(medal); }

bool fullPosture(const ScoreCard& card) {
  for (const ScoreTerm& term : card.terms)
    if (term.id == "posture") return term.most > 0 && term.points >= term.most;
  return false;
}

std::uint32_t ofOne(const ScoreCard& card) {
  std::uint32_t medals = card.insight >= kAllRight ? bit(Medal::Insight) : 0;
  // The others are about hands that helped.
  if (card.stars == 0 || card.ending == Ending::Referred) return medals;
  if (card.harm == 0) medals |= bit(Medal::GentleHands);
  if (fullPosture(card)) medals |= bit(Medal::StraightBack);
  if (card.knotsStayed && !card.knots.empty()) medals |= bit(Medal::Lasting);
  if (card.comfort >= kAtEaseComfort && card.painAfter <= kAtEasePain) medals |= bit(Medal::AtEase);
  return medals;
}

}  // namespace

std::uint32_t medalsOf(const ScoreCard& card) {
  if (card.visits.empty()) return ofOne(card);
  std::uint32_t all = ~0U;
  bool anyKnots = false;
  for (const ScoreCard& visit : card.visits) {
    std::uint32_t one = ofOne(visit);
    const bool knots = !visit.knots.empty();
    anyKnots = anyKnots || knots;
    if (!knots) one |= bit(Medal::Lasting);
    all &= one;
  }
  if (!anyKnots) all &= ~bit(Medal::Lasting);
  return all;
}

}  // namespace knead::sim
