// How tissue changes by itself. One pass over plain arrays, written so that the compiler can do several cells
// at once; the order of operations per cell is fixed, so every build gives the same bits.
#include "sim/tissue.hpp"

#include "core/lanes.hpp"
#include "sim/cells.hpp"

namespace knead::sim {

using namespace tuning;

namespace {

constexpr Layers kLayersGuess{34.0F, 35.5F, 36.5F};  // where the settling of restingLayers begins
constexpr int kLayersSteps = 600;
constexpr float kLayersStepS = 8.0F;
constexpr float kSlowDt = kSlowEvery * kStepS;

template <class Real>
constexpr Real skinFlow(Real skinC) {
  return clamp(exp2Small(clamp((skinC - kSkinFlowRestC) * kSkinFlowDoublingsPerC, kSkinFlowDoublingsLow,
                               kSkinFlowDoublingsHigh)),
               kSkinFlowLow, kSkinFlowHigh);
}

void stepHeat(Tissue& t) {
  for (const std::size_t i : bodyGroups()) {
    const Lanes4 ts = Lanes4::load(&t.skinC[i]);
    const Lanes4 tf = Lanes4::load(&t.fatC[i]);
    const Lanes4 tm = Lanes4::load(&t.muscleC[i]);
    const Lanes4 qs = skinFlow(ts);
    const Lanes4 qm = clamp(Lanes4::load(&t.perfusion[i]), kHeatFlowLow, kHeatFlowHigh);
    const Lanes4 toFat = kSkinFat * (tf - ts);
    const Lanes4 toMuscle = kFatMuscle * (tm - tf);
    const Lanes4 ds = kAirConductance * (kAirC - ts) + toFat + kSkinBlood * qs * (kBloodC - ts) + kSkinMetabolic;
    const Lanes4 df = toMuscle - toFat + kFatBlood * (kBloodC - tf) + kFatMetabolic;
    const Lanes4 dm = kMuscleDeep * (Lanes4::load(&t.deepC[i]) - tm) - toMuscle + kMuscleBlood * qm * (kBloodC - tm) +
                      kMuscleMetabolic;
    (ts + ds * (kSlowDt / kSkinHeatCapacity)).store(&t.skinC[i]);
    (tf + df * (kSlowDt / kFatHeatCapacity)).store(&t.fatC[i]);
    (tm + dm * (kSlowDt / kMuscleHeatCapacity)).store(&t.muscleC[i]);
  }
}

void stepRepair(Tissue& t, float arousal) {
  const float calm = 1.0F - kRepairArousal * arousal;
  for (const std::size_t i : bodyGroups()) {
    const Lanes4 play = playTemperature(Lanes4::load(&t.muscleC[i]));
    const Lanes4 flow = thermalFlow(play);
    const Lanes4 warm = warmth(play);
    flow.store(&t.thermal[i]);
    coldness(play).store(&t.cold[i]);
    warm.store(&t.warm[i]);
    const Lanes4 beat = clamp(Lanes4::load(&t.rhythm[i]) - kRepairRhythmFrom, 0.0F, 1.0F);
    const Lanes4 extra = clamp(flow - 1.0F, 0.0F, 1.0F);
    const Lanes4 open = clamp(warm - kAcceptHeatFrom, 0.0F, 1.0F);
    const Lanes4 pump =
        kRepairRhythm * beat * flow * (1.0F - kRepairNarrowing * Lanes4::load(&t.narrowing[i])) + kRepairFlow * extra;
    const Lanes4 sore = Lanes4::load(&t.soreness[i]);
    const Lanes4 tight = Lanes4::load(&t.spasm[i]);
    const Lanes4 lets = Lanes4::load(&t.acceptance[i]);
    (sore - sore * pump * (kSlowDt / kRepairS)).store(&t.soreness[i]);
    (tight - tight * warm * calm * (kSlowDt / kSpasmHeatS)).store(&t.spasm[i]);
    (lets + (1.0F - lets) * open * (kSlowDt / kAcceptHeatS) - lets * (kSlowDt / kAcceptDecayS)).store(&t.acceptance[i]);
  }
}

void stepFlow(Tissue& t) {
  for (const std::size_t i : bodyGroups()) {
    const Lanes4 rhythm = Lanes4::load(&t.rhythm[i]);
    const Lanes4 debt = Lanes4::load(&t.debt[i]);
    const Lanes4 flow = Lanes4::load(&t.perfusion[i]);
    const Lanes4 stopped = Lanes4::load(&t.occlusion[i]);
    const Lanes4 target =
        Lanes4::load(&t.thermal[i]) * (1.0F + kRhythmGain * rhythm) * (1.0F - Lanes4::load(&t.narrowing[i])) *
        (1.0F - kKnotStarves * Lanes4::load(&t.knotNear[i])) * (1.0F - stopped) * (1.0F + kDebtGain * debt);
    (flow + (target - flow) * (kStepS / kFlowTauS)).store(&t.perfusion[i]);
    (debt + (stopped * (1.0F - debt) - (1.0F - stopped) * debt) * (kStepS / kDebtTauS)).store(&t.debt[i]);
    (rhythm - rhythm * (kStepS / kRhythmDecayS)).store(&t.rhythm[i]);
  }
}

void stepTone(Tissue& t, float arousal) {
  for (const std::size_t i : bodyGroups()) {
    const Lanes4 cold = Lanes4::load(&t.cold[i]);
    const Lanes4 habit = Lanes4::load(&t.habit[i]);
    const Lanes4 old = Lanes4::load(&t.tone[i]);
    const Lanes4 gain = kToneArousalOutside + (kToneArousal - kToneArousalOutside) * Lanes4::load(&t.inRegion[i]);
    const Lanes4 set =
        clamp01(habit + gain * arousal + kToneSoreness * Lanes4::load(&t.soreness[i]) +
                kToneSpasm * Lanes4::load(&t.spasm[i]) + kToneKnot * Lanes4::load(&t.knotNear[i]) +
                kToneShort * Lanes4::load(&t.shortNear[i]) + kToneCold * cold + kToneWarm * Lanes4::load(&t.warm[i]));
    const Lanes4 tone = clamp01(old + (set - old) * (kStepS / kToneTauS));
    const Lanes4 above = maxOf(0.0F, habit - maxOf(tone, kHabitLeast));
    tone.store(&t.tone[i]);
    (habit - above * (1.0F - kHabitArousal * arousal) * (1.0F - kHabitCold * cold) * (kStepS / kHabitTauS))
        .store(&t.habit[i]);
  }
}

}  // namespace

void Tissue::reset() {
  const Layers rest = restingLayers(kNeutralDeepC);
  skinC.fill(rest.skinC);
  fatC.fill(rest.fatC);
  muscleC.fill(rest.muscleC);
  perfusion.fill(1.0F);
  thermal.fill(1.0F);
  tone.fill(kNeutralTone);
  habit.fill(kNeutralTone);
  for (Field<float>* zero : {&debt, &soreness, &narrowing, &rhythm, &acceptance, &spasm, &occlusion, &knotNear,
                             &shortNear, &inRegion, &cold, &warm}) {
    zero->fill(0.0F);
  }
  deepC.fill(kNeutralDeepC);
}

void Tissue::step(float arousal) {
  slowTurn = !slowTurn;
  if (slowTurn) {
    stepHeat(*this);
    stepRepair(*this, arousal);
  }
  stepFlow(*this);
  stepTone(*this, arousal);
}

Layers restingLayers(float deepC) {
  Layers t = kLayersGuess;
  for (int i = 0; i < kLayersSteps; ++i) {
    const float qs = skinFlow(t.skinC);
    const float toFat = kSkinFat * (t.fatC - t.skinC);
    const float toMuscle = kFatMuscle * (t.muscleC - t.fatC);
    const float flow = clamp(thermalFlow(playTemperature(t.muscleC)), kHeatFlowLow, kHeatFlowHigh);
    t.skinC += (kAirConductance * (kAirC - t.skinC) + toFat + kSkinBlood * qs * (kBloodC - t.skinC) + kSkinMetabolic) *
               (kLayersStepS / kSkinHeatCapacity);
    t.fatC += (toMuscle - toFat + kFatBlood * (kBloodC - t.fatC) + kFatMetabolic) * (kLayersStepS / kFatHeatCapacity);
    t.muscleC += (kMuscleDeep * (deepC - t.muscleC) - toMuscle + kMuscleBlood * flow * (kBloodC - t.muscleC) +
                  kMuscleMetabolic) *
                 (kLayersStepS / kMuscleHeatCapacity);
  }
  return t;
}

float safeSeconds(float skinC) {
  if (skinC <= kComplaintC) return 1e9F;
  return kSafeReferenceS * exp2Of(kSafeReferenceC - skinC);
}

}  // namespace knead::sim
