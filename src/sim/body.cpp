// How the parts of the body act on each other. The order within a step is the order of the functions below.
#include "sim/body.hpp"

#include "core/math.hpp"
#include "sim/cells.hpp"
#include "sim/tuning.hpp"

namespace knead::sim {

using namespace tuning;
using level::Technique;

namespace {

constexpr float kDt = kStepS;

// Four fields side by side: one hash waits for its own last word, four hardly wait for each other.
void addFieldsTo(Hash64& hash, const Field<float>& a, const Field<float>& b, const Field<float>& c,
                 const Field<float>& d) {
  Hash64 ofA;
  Hash64 ofB;
  Hash64 ofC;
  Hash64 ofD;
  for (const std::size_t cell : bodyGroups()) {
    for (std::size_t i = cell; i < cell + kLanes; i += 2) {
      ofA.addPair(a[i], a[i + 1]);
      ofB.addPair(b[i], b[i + 1]);
      ofC.addPair(c[i], c[i + 1]);
      ofD.addPair(d[i], d[i + 1]);
    }
  }
  for (const Hash64& part : {ofA, ofB, ofC, ofD}) hash.addWord(part.value());
}

}  // namespace

Body::Body(const level::Level& level) : m_level(&level) {
  const level::Tissue& start = level.tissue;
  tissue.reset();
  const Layers rest = restingLayers(start.deepTemperatureC);
  m_startPlayC = playTemperature(rest.muscleC);
  for (int i = 0; i < kCells; ++i) {
    const Vec2 at = cellCentre(i);
    bool inside = false;
    for (const level::Region& region : level.regions) inside = inside || region.contains(at);
    inside = inside && level::onBody(at);
    const auto c = static_cast<std::size_t>(i);
    if (!inside) continue;
    m_regionCells.push_back(i);
    tissue.inRegion[c] = 1.0F;
    tissue.soreness[c] = start.soreness;
    tissue.narrowing[c] = start.narrowing;
    tissue.spasm[c] = start.spasm;
    tissue.acceptance[c] = start.acceptance;
    tissue.habit[c] = start.tone;
    tissue.deepC[c] = start.deepTemperatureC;
    tissue.skinC[c] = rest.skinC - start.coldSkinC;
    tissue.fatC[c] = rest.fatC - 0.4F * start.coldSkinC;
    tissue.muscleC[c] = rest.muscleC;
  }
  if (!m_regionCells.empty()) m_regionShare = 1.0F / static_cast<float>(m_regionCells.size());
  for (const level::MuscleGroup group : start.shortMuscles) {
    if (start.shortSide <= 0) shortness[static_cast<std::size_t>(level::muscleIndex(group, false))] = start.shortness;
    if (start.shortSide >= 0) shortness[static_cast<std::size_t>(level::muscleIndex(group, true))] = start.shortness;
  }
  person.arousal = level.state.arousal;
  person.sensitisation = level.state.sensitisation;
  person.endorphins = level.state.endorphins;
  person.worry = minOf(level.state.arousal,
                       0.08F + 0.15F * person.sensitisation + 0.88F * maxOf(0.0F, level.state.arousal - 0.12F));
  stock = level.tools;
  stock[0] = 0;
  m_knotCount = static_cast<int>(level.knots.size() < kMaxKnots ? level.knots.size() : kMaxKnots);
  for (int k = 0; k < m_knotCount; ++k) {
    const level::Knot& knot = level.knots[static_cast<std::size_t>(k)];
    const auto cell = static_cast<std::size_t>(cellAt(knot.at));
    const float flow = thermalFlow(playTemperature(tissue.muscleC[cell])) * (1.0F - tissue.narrowing[cell]);
    knots[static_cast<std::size_t>(k)] = startKnot(knot.kind, knot.tightness, flow);
  }
  findKnotCells();
  spreadKnots();
  // Tone and flow start where this tissue holds them.
  for (int i = 0; i < kCells; ++i) {
    const auto c = static_cast<std::size_t>(i);
    const float play = playTemperature(tissue.muscleC[c]);
    const float gain = tissue.inRegion[c] > 0.0F ? kToneArousal : kToneArousalOutside;
    tissue.tone[c] = clamp01(tissue.habit[c] + gain * person.arousal + kToneSoreness * tissue.soreness[c] +
                             kToneSpasm * tissue.spasm[c] + kToneKnot * tissue.knotNear[c] +
                             kToneShort * tissue.shortNear[c] + kToneCold * coldness(play) + kToneWarm * warmth(play));
    tissue.perfusion[c] = thermalFlow(play) * (1.0F - tissue.narrowing[c]) * (1.0F - 0.5F * tissue.knotNear[c]);
  }
  m_pain = gripOf().pain;
}

bool Body::startsShort(level::MuscleGroup group) const {
  for (const level::MuscleGroup g : m_level->tissue.shortMuscles) {
    if (g == group) return true;
  }
  return false;
}

// The cells that feel a knot, and how strongly: worked out once, for knots do not move.
void Body::findKnotCells() {
  for (int k = 0; k < m_knotCount; ++k) {
    const level::Knot& knot = m_level->knots[static_cast<std::size_t>(k)];
    const float reach = kKnotReachCm[static_cast<std::size_t>(knot.kind)];
    const float limit = reach * reach * 2.25F;
    for (int cell = 0; cell < kCells; ++cell) {
      const float d = lengthSquared(cellCentre(cell) - knot.at) / limit;
      if (d < 1.0F) m_knotCells.push_back({k, cell, 1.0F - d});
    }
  }
}

// Knots and short muscles as fields: what the tissue around them feels.
void Body::spreadKnots() {
  for (const KnotCell& near : m_knotCells) tissue.knotNear[static_cast<std::size_t>(near.cell)] = 0.0F;
  for (const KnotCell& near : m_knotCells) {
    float& felt = tissue.knotNear[static_cast<std::size_t>(near.cell)];
    felt = maxOf(felt, knots[static_cast<std::size_t>(near.knot)].tightness * near.fall * near.fall);
  }
  if (shortness == m_spreadShortness) return;
  m_spreadShortness = shortness;
  tissue.shortNear.fill(0.0F);
  for (std::size_t m = 0; m < shortness.size(); ++m) {
    if (shortness[m] <= 0.0F) continue;
    for (const int cell : muscleCells(m)) {
      const auto c = static_cast<std::size_t>(cell);
      tissue.shortNear[c] = maxOf(tissue.shortNear[c], shortness[m]);
    }
  }
}

bool Body::covered(Vec2 at) const {
  for (const LaidTool& tool : laid) {
    if (absOf(at.x - tool.at.x) < tool.halfSizeCm.x && absOf(at.y - tool.at.y) < tool.halfSizeCm.y) return true;
  }
  return false;
}

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
  float nearestPoint = 2.0F * 2.0F;
  for (const Vec2 point : m_level->points) nearestPoint = minOf(nearestPoint, lengthSquared(at - point));
  float nearestKnot = 2.6F * 2.6F;
  bool knot = false;
  for (int k = 0; k < m_knotCount; ++k) {
    const float d = lengthSquared(at - m_level->knots[static_cast<std::size_t>(k)].at);
    if (d < nearestKnot) {
      nearestKnot = d;
      knot = true;
    }
  }
  if (nearestPoint < 4.0F && (!knot || nearestPoint < nearestKnot)) return Technique::Acupressure;
  if (knot) return Technique::TriggerPoint;
  for (const level::NamedPoint& named : level::acupressurePoints()) {
    const Vec2 mirrored{-named.at.x, named.at.y};
    if (lengthSquared(at - named.at) < 2.25F || lengthSquared(at - mirrored) < 2.25F) return Technique::Acupressure;
  }
  return Technique::TriggerPoint;
}

float Body::limitAt(Vec2 at) const {
  const auto c = static_cast<std::size_t>(cellAt(at));
  const float play = playTemperature(tissue.muscleC[c]);
  const float limit = kLimitBase + kLimitAcceptance * tissue.acceptance[c] + kLimitWarm * warmth(play) +
                      kLimitCold * coldness(play) + kLimitArousal * person.arousal +
                      kLimitSoreness * tissue.soreness[c] + kLimitSpasm * tissue.spasm[c] +
                      kLimitSensitised * person.sensitisation + kLimitTone * maxOf(0.0F, tissue.tone[c] - 0.5F);
  return clamp(limit, kLimitLow, kLimitHigh);
}

float Body::feltDepth(Technique technique, float pressure, Vec2 at) const {
  const auto c = static_cast<std::size_t>(cellAt(at));
  float factor = 1.0F + kDrives[static_cast<std::size_t>(technique)].felt;
  if (technique == Technique::Stretch) {
    factor *= 1.0F + 0.5F * coldness(playTemperature(tissue.muscleC[c])) + 0.25F * maxOf(0.0F, tissue.tone[c] - 0.6F) +
              0.5F * tissue.knotNear[c];
  }
  const float soft = technique == Technique::Tapotement ? 0.04F : 0.0F;
  return pressure * factor + soft;
}

void Body::useTool(level::Tool tool, Vec2 at, std::uint32_t tick, std::vector<Event>& events) {
  for (std::size_t i = 0; i < laid.size(); ++i) {
    if (laid[i].tool != tool || lengthSquared(laid[i].at - at) > kLiftRadiusCm * kLiftRadiusCm) continue;
    events.push_back({EventKind::ToolLifted, tick, static_cast<int>(i), 0.0F, Move::None, laid[i].at});
    laid.erase(laid.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
  int& left = stock[static_cast<std::size_t>(tool)];
  if (left <= 0 || laid.size() >= kMaxLaid || !level::onBody(at)) {
    events.push_back({EventKind::ToolRefused, tick, static_cast<int>(tool), 0.0F, Move::None, at});
    return;
  }
  --left;
  const HeatTool& kind = kHeatTools[static_cast<std::size_t>(tool)];
  laid.push_back({tool, at, kind.sourceC, 0.0F, 0.0F, {kind.halfWidthCm, kind.halfHeightCm}});
  events.push_back({EventKind::ToolLaid, tick, static_cast<int>(laid.size()) - 1, 0.0F, Move::None, at});
}

void Body::slideTool(level::Tool tool, Vec2 at) {
  if (!laid.empty() && laid.back().tool == tool && level::onBody(at)) laid.back().at = at;
}

void Body::liftAllTools() { laid.clear(); }

void Body::stepTools(std::uint32_t tick, std::vector<Event>& events) {
  for (std::size_t i = 0; i < laid.size();) {
    LaidTool& tool = laid[i];
    const HeatTool& kind = kHeatTools[static_cast<std::size_t>(tool.tool)];
    tool.sourceC += (35.0F - tool.sourceC) * (kDt / kind.coolingS);
    tool.laidForS += kDt / kTherapyPerPlay;
    float hottest = 0.0F;
    const float film = 1.0F / (1.0F / kind.conductance + 0.0027F);
    for (std::size_t row = 0; row < kRows; ++row) {
      if (absOf(kCentres.y[row] - tool.at.y) > tool.halfSizeCm.y) continue;
      for (int column = bodyRows()[row].first; column < bodyRows()[row].end; ++column) {
        if (absOf(kCentres.x[static_cast<std::size_t>(column)] - tool.at.x) > tool.halfSizeCm.x) continue;
        float& skin = tissue.skinC[static_cast<std::size_t>(cellIndex(column, static_cast<int>(row)))];
        skin += (film * (tool.sourceC - skin) - kAirConductance * (kAirC - skin)) * (kDt / kSkinHeatCapacity);
        hottest = maxOf(hottest, skin);
      }
    }
    if (hottest > kComplaintC) {
      if (hottest - kComplaintC > 0.3F && static_cast<int>(tool.laidForS) % 4 == 3) {
        events.push_back({EventKind::TooHot, tick, static_cast<int>(i), hottest, Move::None, tool.at});
      }
      person.comfort -= kComfortHot * minOf(3.0F, hottest - kComplaintC) * kDt;
      tool.burn += kDt / safeSeconds(hottest);
      harm.burn = maxOf(harm.burn, tool.burn);
    } else if (hottest > 38.0F) {
      const Drive& drive =
          kDrives[static_cast<std::size_t>(Technique::Towel) + static_cast<std::size_t>(tool.tool) - 1];
      person.arousal -= person.arousal * kArousalCalm * drive.calm * kDt;
      person.endorphins += drive.endorphin * (1.0F - person.endorphins) * kEndorphinRate * kDt;
    }
    if (tool.burn >= 1.0F) {
      events.push_back({EventKind::Burnt, tick, static_cast<int>(i), 0.0F, Move::None, tool.at});
      person.comfort -= 0.2F;
      laid.erase(laid.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

// Pressing a knot that refers brings on the pain the person came with: "I feel that up by my ear".
void Body::feelReferral(const HandNow& hand, std::uint32_t tick, std::vector<Event>& events) {
  for (int k = 0; k < m_knotCount; ++k) {
    const auto i = static_cast<std::size_t>(k);
    float& quiet = m_referralQuietPlayS[i];
    quiet = maxOf(0.0F, quiet - kDt / kTherapyPerPlay);
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
  harm.touchedPlayS += kDt / kTherapyPerPlay;
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
    const float x = over * 5.0F;
    const float ov = x * squareRoot(x);
    const bool wasGuarding = person.guarding > 0.5F;
    person.guarding += (1.0F - person.guarding) * minOf(1.0F, 1.3F * ov) * (kDt / kGuardRiseS);
    person.arousal += kArousalOver * (1.0F - person.arousal) * minOf(1.2F, ov) * kDt;
    person.comfort -= kComfortOver * minOf(2.0F, ov) * kDt;
    tissue.soreness[here] = clamp01(tissue.soreness[here] + 0.004F * minOf(1.0F, over * 4.0F) * kDt);
    harm.overdoseS += minOf(1.0F, ov) * kDt;
    if (felt > kFlinchRatio * person.limit && hand.contactPlayS < kFlinchWindowS && hand.contactPlayS > 0.0F &&
        person.guarding < 0.55F) {
      person.arousal += 0.12F * (1.0F - person.arousal) + 0.02F;
      person.guarding = minOf(1.0F, person.guarding + 0.6F);
      person.comfort -= 0.03F;
      events.push_back({EventKind::Flinch, tick, 0, over, hand.move, hand.at});
    }
    if (!wasGuarding && person.guarding > 0.5F)
      events.push_back({EventKind::Guarding, tick, 0, over, hand.move, hand.at});
  }
  const bool hard = hand.pressure > 0.35F || hand.move == Move::Tapotement;
  const auto forbid = [&](float& seconds, float kind) {
    if (static_cast<int>(seconds / 20.0F) != static_cast<int>((seconds + kDt) / 20.0F) || seconds == 0.0F) {
      events.push_back({EventKind::NoGoTouched, tick, 0, kind, hand.move, hand.at});
    }
    seconds += kDt;
    person.comfort -= kComfortNoGo * kDt;
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

void Body::stepKnots(std::uint32_t tick, std::vector<Event>& events) {
  for (int k = 0; k < m_knotCount; ++k) {
    const auto i = static_cast<std::size_t>(k);
    const level::Knot& knot = m_level->knots[i];
    KnotState& state = knots[i];
    const auto cell = static_cast<std::size_t>(cellAt(knot.at));
    const float play = playTemperature(tissue.muscleC[cell]);
    KnotDrive drive;
    drive.flow = thermalFlow(play) * (1.0F + kRhythmGain * tissue.rhythm[cell]) * (1.0F - tissue.narrowing[cell]);
    drive.press = m_press[i] / kDt;
    drive.occlusion = m_pressOcclusion[i];
    if (knot.linked) {
      const auto m = static_cast<std::size_t>(level::muscleIndex(knot.muscle, knot.at.x >= 0.0F));
      drive.shortness = shortness[m];
      if (state.tightness > 0.5F && startsShort(knot.muscle)) {
        shortness[m] += maxOf(0.0F, m_level->tissue.shortness - shortness[m]) * (kDt / kRelapseTauS);
      }
    }
    const float before = state.least;
    stepKnot(state, knot.kind, drive, kDt);
    m_press[i] = 0.0F;
    m_pressOcclusion[i] = 0.0F;
    if (!state.released && state.tightness < kReleasedBelow) {
      state.released = true;
      events.push_back({EventKind::KnotReleased, tick, k, 0.0F, Move::None, knot.at});
    } else if (before < state.start - 0.15F && state.tightness > before + 0.12F) {
      if (state.released || before < state.start - 0.25F) {
        events.push_back({EventKind::KnotFellBack, tick, k, state.tightness, Move::None, knot.at});
      }
      state.released = false;
      state.least = state.tightness;
    }
  }
}

void Body::stepPerson() {
  Person& p = person;
  p.guarding -= p.guarding * (kDt / kGuardDecayS);
  const float tau = p.arousal > p.worry ? kArousalDownS : kArousalUpS;
  p.arousal = clamp01(p.arousal + (p.worry - p.arousal) * (kDt / tau));
  p.endorphins = clamp01(p.endorphins - p.endorphins * (kDt / kEndorphinTauS));
  p.gate -= p.gate * (kDt / kGateDecayS);
  p.tremble -= p.tremble * (kDt / 40.0F);
  p.comfort = clamp01(p.comfort);
}

void Body::step(const HandNow& hand, std::uint32_t tick, std::vector<Event>& events) {
  feelHand(hand, tick, events);
  feelReferral(hand, tick, events);
  stepTools(tick, events);
  stepKnots(tick, events);
  spreadKnots();
  tissue.step(person.arousal);
  stepPerson();
  const Grip grip = gripOf();
  m_pain = grip.pain;
  heatPeak = maxOf(heatPeak, grip.heat * m_regionShare);
  if (!afterglow && person.doseS >= kDoseFullS) {
    afterglow = true;
    events.push_back({EventKind::Afterglow, tick, 0, person.doseS, Move::None, hand.at});
  }
}

void Body::addTo(Hash64& hash) const {
  addFieldsTo(hash, tissue.skinC, tissue.fatC, tissue.muscleC, tissue.perfusion);
  addFieldsTo(hash, tissue.debt, tissue.tone, tissue.habit, tissue.soreness);
  addFieldsTo(hash, tissue.narrowing, tissue.rhythm, tissue.acceptance, tissue.spasm);
  for (const KnotState& knot : knots) {
    const std::array<float, 4> state = {knot.tightness, knot.energy, knot.debt, knot.least};
    hash.addFloats(state);
  }
  hash.addFloats(shortness);
  hash.addFloats(pointDose);
  const std::array<float, 10> who = {person.arousal,    person.worry, person.guarding,      person.comfort,
                                     person.endorphins, person.gate,  person.sensitisation, person.doseS,
                                     person.tremble,    heatPeak};
  hash.addFloats(who);
  const std::array<float, 6> harms = {harm.overdoseS,  harm.boneS,        harm.kidneyS,
                                      harm.forbiddenS, harm.touchedPlayS, harm.burn};
  hash.addFloats(harms);
  for (const LaidTool& tool : laid) {
    const std::array<float, 5> where = {tool.at.x, tool.at.y, tool.sourceC, tool.burn, static_cast<float>(tool.tool)};
    hash.addFloats(where);
  }
}

}  // namespace knead::sim
