// How the parts of the body act on each other: the start, knots, the person, and `Body::step`, which says the order.
// The hand is in hand.cpp, heat tools in heat_tools.cpp, work in work.cpp, what is read from a body in measure.cpp.
#include "sim/body.hpp"

#include "core/math.hpp"
#include "sim/cells.hpp"
#include "sim/tuning.hpp"

namespace knead::sim {

using namespace tuning;

namespace {

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

Body::Body(const level::Level& level, const Carry& carry) : m_level(&level) {
  level::Tissue start = level.tissue;
  const float eased = 1.0F - kCarryEase * (static_cast<float>(carry.ease) / 255.0F);
  start.tone = kNeutralTone + (start.tone - kNeutralTone) * eased;
  start.soreness *= eased;
  start.shortness *= eased;
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
    tissue.fatC[c] = rest.fatC - kColdFatShare * start.coldSkinC;
    tissue.muscleC[c] = rest.muscleC;
  }
  if (!m_regionCells.empty()) m_regionShare = 1.0F / static_cast<float>(m_regionCells.size());
  for (const level::MuscleGroup group : start.shortMuscles) {
    if (start.shortSide <= 0) shortness[static_cast<std::size_t>(level::muscleIndex(group, false))] = start.shortness;
    if (start.shortSide >= 0) shortness[static_cast<std::size_t>(level::muscleIndex(group, true))] = start.shortness;
  }
  m_startShortness = shortness;
  person.arousal = level.state.arousal;
  person.sensitisation = level.state.sensitisation;
  person.endorphins = maxOf(level.state.endorphins, kCarryAfterglow * (static_cast<float>(carry.afterglow) / 255.0F));
  person.worry = minOf(level.state.arousal, kWorryBase + kWorrySensitised * person.sensitisation +
                                                kWorryArousal * maxOf(0.0F, level.state.arousal - kWorryArousalFrom));
  stock = level.tools;
  stock[0] = 0;
  m_knotCount = static_cast<int>(level.knots.size() < kMaxKnots ? level.knots.size() : kMaxKnots);
  for (int k = 0; k < m_knotCount; ++k) {
    const level::Knot& knot = level.knots[static_cast<std::size_t>(k)];
    const auto cell = static_cast<std::size_t>(cellAt(knot.at));
    const float flow = thermalFlow(playTemperature(tissue.muscleC[cell])) * (1.0F - tissue.narrowing[cell]);
    knots[static_cast<std::size_t>(k)] =
        startKnot(knot.kind, knot.tightness * (1.0F - (1.0F - eased) * kCarryKnots), flow);
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
    tissue.perfusion[c] = thermalFlow(play) * (1.0F - tissue.narrowing[c]) * (1.0F - kKnotStarves * tissue.knotNear[c]);
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
    const float limit = reach * reach * (kKnotFieldReach * kKnotFieldReach);
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

void Body::stepKnots(std::uint32_t tick, std::vector<Event>& events) {
  for (int k = 0; k < m_knotCount; ++k) {
    const auto i = static_cast<std::size_t>(k);
    const level::Knot& knot = m_level->knots[i];
    KnotState& state = knots[i];
    const auto cell = static_cast<std::size_t>(cellAt(knot.at));
    const float play = playTemperature(tissue.muscleC[cell]);
    KnotDrive drive;
    drive.flow = minOf(kKnotFlowMost, thermalFlow(play) * (1.0F + kRhythmGain * tissue.rhythm[cell]) *
                                          (1.0F - tissue.narrowing[cell]));
    drive.press = m_press[i] / kStepS;
    drive.occlusion = m_pressOcclusion[i];
    if (knot.linked) {
      const auto m = static_cast<std::size_t>(level::muscleIndex(knot.muscle, knot.at.x >= 0.0F));
      drive.shortness = shortness[m];
      if (state.tightness > kRelapseAbove && startsShort(knot.muscle)) {
        shortness[m] += maxOf(0.0F, m_startShortness[m] - shortness[m]) * (kStepS / kRelapseTauS);
      }
    }
    const float before = state.least;
    stepKnot(state, knot.kind, drive, kStepS);
    m_press[i] = 0.0F;
    m_pressOcclusion[i] = 0.0F;
    if (!state.released && state.tightness < kReleasedBelow) {
      state.released = true;
      events.push_back({EventKind::KnotReleased, tick, k, 0.0F, Move::None, knot.at});
    } else if (before < state.start - kSoftenedBy && state.tightness > before + kFellBackBy) {
      if (state.released || before < state.start - kSoftenedMuch) {
        events.push_back({EventKind::KnotFellBack, tick, k, state.tightness, Move::None, knot.at});
      }
      state.released = false;
      state.least = state.tightness;
    }
  }
}

void Body::stepPerson() {
  Person& p = person;
  p.guarding -= p.guarding * (kStepS / kGuardDecayS);
  const float tau = p.arousal > p.worry ? kArousalDownS : kArousalUpS;
  p.arousal = clamp01(p.arousal + (p.worry - p.arousal) * (kStepS / tau));
  p.endorphins = clamp01(p.endorphins - p.endorphins * (kStepS / kEndorphinTauS));
  p.gate -= p.gate * (kStepS / kGateDecayS);
  p.tremble -= p.tremble * (kStepS / kTrembleDecayS);
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
