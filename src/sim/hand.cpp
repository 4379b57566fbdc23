// What the body makes of the hand at once, before the ledger names the move: what it counts as here, how deep it may
// go, what too deep and the wrong place do, and pain that pressing brings on.
#include "core/math.hpp"
#include "sim/body.hpp"
#include "sim/tuning.hpp"

namespace knead::sim {

using namespace tuning;
using level::Technique;

Technique Body::techniqueOf(Move move, Vec2 at) const {
  switch (move) {
    case Move::Effleurage: return Technique::Effleurage;
    case Move::Petrissage: return Technique::Petrissage;
    case Move::Friction: return Technique::Friction;
    case Move::Vibration: return Technique::Vibration;
    case Move::Tapotement: return Technique::Tapotement;
    case Move::Stretch: return Technique::Stretch;
    case Move::None:
    case Move::Compression: break;
  }
  float nearestPoint = kPointReachCm * kPointReachCm;
  for (const Vec2 point : m_level->points) nearestPoint = minOf(nearestPoint, lengthSquared(at - point));
  float nearestKnot = kKnotPressReachCm * kKnotPressReachCm;
  bool knot = false;
  for (int k = 0; k < m_knotCount; ++k) {
    const float d = lengthSquared(at - m_level->knots[static_cast<std::size_t>(k)].at);
    if (d < nearestKnot) {
      nearestKnot = d;
      knot = true;
    }
  }
  if (nearestPoint < kPointReachCm * kPointReachCm && (!knot || nearestPoint < nearestKnot))
    return Technique::Acupressure;
  if (knot) return Technique::TriggerPoint;
  const float near = kNamedPointReachCm * kNamedPointReachCm;
  for (const level::NamedPoint& named : level::acupressurePoints()) {
    const Vec2 mirrored{-named.at.x, named.at.y};
    if (lengthSquared(at - named.at) < near || lengthSquared(at - mirrored) < near) return Technique::Acupressure;
  }
  return Technique::TriggerPoint;
}

float Body::limitAt(Vec2 at) const {
  const auto c = static_cast<std::size_t>(cellAt(at));
  const float play = playTemperature(tissue.muscleC[c]);
  const float limit =
      kLimitBase + kLimitAcceptance * tissue.acceptance[c] + kLimitWarm * warmth(play) + kLimitCold * coldness(play) +
      kLimitArousal * person.arousal + kLimitSoreness * tissue.soreness[c] + kLimitSpasm * tissue.spasm[c] +
      kLimitSensitised * person.sensitisation + kLimitTone * maxOf(0.0F, tissue.tone[c] - kLimitToneFrom);
  return clamp(limit, kLimitLow, kLimitHigh);
}

float Body::feltDepth(Technique technique, float pressure, Vec2 at) const {
  const auto c = static_cast<std::size_t>(cellAt(at));
  float factor = 1.0F + kDrives[static_cast<std::size_t>(technique)].felt;
  if (technique == Technique::Stretch) {
    factor *= 1.0F + kStretchCold * coldness(playTemperature(tissue.muscleC[c])) +
              kStretchTone * maxOf(0.0F, tissue.tone[c] - kStretchToneFrom) + kStretchKnot * tissue.knotNear[c];
  }
  const float soft = technique == Technique::Tapotement ? kTapFelt : 0.0F;
  return pressure * factor + soft;
}

// Pressing a knot that refers brings on the pain the person came with: "I feel that up by my ear".
void Body::feelReferral(const HandNow& hand, std::uint32_t tick, std::vector<Event>& events) {
  for (int k = 0; k < m_knotCount; ++k) {
    const auto i = static_cast<std::size_t>(k);
    float& quiet = m_referralQuietPlayS[i];
    quiet = maxOf(0.0F, quiet - kStepS / kTherapyPerPlay);
    const level::Knot& knot = m_level->knots[i];
    if (!knot.refers || quiet > 0.0F || !hand.down || hand.move != Move::Compression) continue;
    const float reach = kKnotReachCm[static_cast<std::size_t>(knot.kind)];
    if (hand.pressure < kReferralPressure || knots[i].tightness < kReleasedBelow || covered(hand.at) ||
        lengthSquared(hand.at - knot.at) >= reach * reach) {
      continue;
    }
    quiet = kReferralEveryPlayS;
    events.push_back({EventKind::ReferralFelt, tick, k, knotPain(i), hand.move, knot.refersTo});
  }
}

// What the tissue feels at once, before anybody knows what the move is: depth, bone, blood pressed out.
void Body::feelHand(const HandNow& hand, std::uint32_t tick, std::vector<Event>& events) {
  tissue.occlusion.fill(0.0F);
  person.over = 0.0F;
  if (!hand.down || !level::onBody(hand.at) || covered(hand.at)) return;
  harm.touchedPlayS += kStepS / kTherapyPerPlay;
  const Technique technique = techniqueOf(hand.move, hand.at);
  const float felt = feltDepth(technique, hand.pressure, hand.at);
  person.limit = limitAt(hand.at);
  const auto here = static_cast<std::size_t>(cellAt(hand.at));
  if (hand.move == Move::Compression || hand.move == Move::Stretch) {
    const float o = occlusionOf(hand.pressure);
    tissue.occlusion[here] = o;
  }
  const float moving = hand.move == Move::Compression || hand.move == Move::None ? 0.0F : 1.0F;
  person.gate = maxOf(person.gate, moving);
  const float over = felt - person.limit;
  person.over = maxOf(0.0F, over);
  if (over > 0.0F) {
    const float x = over * (1.0F / kOverFull);
    const float ov = x * squareRoot(x);
    const bool wasGuarding = person.guarding > kGuardingFrom;
    person.guarding += (1.0F - person.guarding) * minOf(1.0F, kGuardOver * ov) * (kStepS / kGuardRiseS);
    person.arousal += kArousalOver * (1.0F - person.arousal) * minOf(kArousalOverMost, ov) * kStepS;
    person.comfort -= kComfortOver * minOf(kComfortOverMost, ov) * kStepS;
    tissue.soreness[here] = clamp01(tissue.soreness[here] + kSoreOver * minOf(1.0F, over * kSoreOverGain) * kStepS);
    harm.overdoseS += minOf(1.0F, ov) * kStepS;
    if (felt > kFlinchRatio * person.limit && hand.contactPlayS < kFlinchWindowS && hand.contactPlayS > 0.0F &&
        person.guarding < kFlinchGuardBelow) {
      person.arousal += kFlinchArousal * (1.0F - person.arousal) + kFlinchArousalLeast;
      person.guarding = minOf(1.0F, person.guarding + kFlinchGuard);
      person.comfort -= kFlinchComfort;
      events.push_back({EventKind::Flinch, tick, 0, over, hand.move, hand.at});
    }
    if (!wasGuarding && person.guarding > kGuardingFrom)
      events.push_back({EventKind::Guarding, tick, 0, over, hand.move, hand.at});
  }
  const bool hard = hand.pressure > kHardFrom || hand.move == Move::Tapotement;
  const auto forbid = [&](float& seconds, float kind) {
    if (static_cast<int>(seconds / kNoGoEveryS) != static_cast<int>((seconds + kStepS) / kNoGoEveryS) ||
        seconds == 0.0F) {
      events.push_back({EventKind::NoGoTouched, tick, 0, kind, hand.move, hand.at});
    }
    seconds += kStepS;
    person.comfort -= kComfortNoGo * kStepS;
  };
  if (hard && level::onSpinousProcess(hand.at) &&
      (hand.move == Move::Compression || hand.move == Move::Tapotement || hand.move == Move::Friction)) {
    forbid(harm.boneS, 0.0F);
  }
  if (hand.move == Move::Tapotement && level::overKidney(hand.at)) forbid(harm.kidneyS, 1.0F);
  for (const level::NoGo& noGo : m_level->noGo) {
    if (hand.move == Move::None || lengthSquared(hand.at - noGo.at) > noGo.radiusCm * noGo.radiusCm) continue;
    bool listed = noGo.techniques.empty();
    for (const Technique t : noGo.techniques) listed = listed || t == technique;
    if (listed) forbid(harm.forbiddenS, 2.0F);
  }
}

}  // namespace knead::sim
