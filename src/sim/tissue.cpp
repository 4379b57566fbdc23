// How tissue changes by itself. One pass over plain arrays, written so that the compiler can do several cells
// at once; the order of operations per cell is fixed, so every build gives the same bits.
#include "sim/tissue.hpp"

namespace knead::sim {

using namespace tuning;

namespace {

constexpr float kDt = kStepS;
constexpr float kSlowDt = 2.0F * kStepS;  // heat and repair are slow: every second step

constexpr float skinFlow(float skinC) {
  return clamp(exp2Small(clamp((skinC - 35.0F) * 0.5F, -1.8F, 2.6F)), 0.3F, 6.0F);
}

void stepHeat(float* __restrict skin, float* __restrict fat, float* __restrict muscle, const float* __restrict deep,
              const float* __restrict perfusion) {
  for (int i = 0; i < kCells; ++i) {
    const float ts = skin[i];
    const float tf = fat[i];
    const float tm = muscle[i];
    const float qs = skinFlow(ts);
    const float toFat = kSkinFat * (tf - ts);
    const float toMuscle = kFatMuscle * (tm - tf);
    const float ds = kAirConductance * (kAirC - ts) + toFat + kSkinBlood * qs * (kBloodC - ts) + kSkinMetabolic;
    const float df = toMuscle - toFat + kFatBlood * (kBloodC - tf) + kFatMetabolic;
    const float dm = kMuscleDeep * (deep[i] - tm) - toMuscle +
                     kMuscleBlood * clamp(perfusion[i], 0.5F, 2.0F) * (kBloodC - tm) + kMuscleMetabolic;
    skin[i] = ts + ds * (kSlowDt / kSkinHeatCapacity);
    fat[i] = tf + df * (kSlowDt / kFatHeatCapacity);
    muscle[i] = tm + dm * (kSlowDt / kMuscleHeatCapacity);
  }
}

void stepFlow(float* __restrict perfusion, float* __restrict debt, float* __restrict rhythm,
              const float* __restrict muscle, const float* __restrict narrowing, const float* __restrict knot,
              const float* __restrict occlusion) {
  for (int i = 0; i < kCells; ++i) {
    const float o = occlusion[i];
    const float target = thermalFlow(playTemperature(muscle[i])) * (1.0F + kRhythmGain * rhythm[i]) *
                         (1.0F - narrowing[i]) * (1.0F - 0.5F * knot[i]) * (1.0F - o) * (1.0F + kDebtGain * debt[i]);
    perfusion[i] += (target - perfusion[i]) * (kDt / kFlowTauS);
    debt[i] += (o * (1.0F - debt[i]) - (1.0F - o) * debt[i]) * (kDt / kDebtTauS);
    rhythm[i] -= rhythm[i] * (kDt / kRhythmDecayS);
  }
}

void stepTone(float* __restrict tone, float* __restrict habit, const float* __restrict muscle,
              const float* __restrict soreness, const float* __restrict spasm, const float* __restrict knot,
              const float* __restrict shortness, const float* __restrict region, float arousal) {
  for (int i = 0; i < kCells; ++i) {
    const float play = playTemperature(muscle[i]);
    const float cold = coldness(play);
    const float gain = kToneArousalOutside + (kToneArousal - kToneArousalOutside) * region[i];
    const float set =
        clamp01(habit[i] + gain * arousal + kToneSoreness * soreness[i] + kToneSpasm * spasm[i] + kToneKnot * knot[i] +
                kToneShort * shortness[i] + kToneCold * cold + kToneWarm * warmth(play));
    tone[i] = clamp01(tone[i] + (set - tone[i]) * (kDt / kToneTauS));
    const float above = maxOf(0.0F, habit[i] - maxOf(tone[i], 0.20F));
    habit[i] -= above * (1.0F - 0.9F * arousal) * (1.0F - 0.5F * cold) * (kDt / kHabitTauS);
  }
}

void stepRepair(float* __restrict soreness, float* __restrict spasm, float* __restrict acceptance,
                const float* __restrict rhythm, const float* __restrict muscle, const float* __restrict narrowing,
                float arousal) {
  const float calm = 1.0F - 0.7F * arousal;
  for (int i = 0; i < kCells; ++i) {
    const float play = playTemperature(muscle[i]);
    const float flow = thermalFlow(play);
    const float beat = clamp(rhythm[i] - 0.05F, 0.0F, 1.0F);
    const float extra = clamp(flow - 1.0F, 0.0F, 1.0F);
    const float warm = warmth(play);
    const float open = clamp(warm - 0.3F, 0.0F, 1.0F);
    const float pump = 0.9F * beat * flow * (1.0F - 0.5F * narrowing[i]) + 0.16F * extra;
    const float sore = soreness[i];
    const float tight = spasm[i];
    const float lets = acceptance[i];
    soreness[i] = sore - sore * pump * (kSlowDt / 330.0F);
    spasm[i] = tight - tight * warm * calm * (kSlowDt / 210.0F);
    acceptance[i] = lets + (1.0F - lets) * open * (kSlowDt / kAcceptHeatS) - lets * (kSlowDt / kAcceptDecayS);
  }
}

}  // namespace

void Tissue::reset() {
  const Layers rest = restingLayers(kNeutralDeepC);
  skinC.fill(rest.skinC);
  fatC.fill(rest.fatC);
  muscleC.fill(rest.muscleC);
  perfusion.fill(1.0F);
  tone.fill(0.36F);
  habit.fill(0.36F);
  for (Field<float>* zero :
       {&debt, &soreness, &narrowing, &rhythm, &acceptance, &spasm, &occlusion, &knotNear, &shortNear, &inRegion}) {
    zero->fill(0.0F);
  }
  deepC.fill(kNeutralDeepC);
}

void Tissue::step(float arousal) {
  slowTurn = !slowTurn;
  if (slowTurn) {
    stepHeat(skinC.data(), fatC.data(), muscleC.data(), deepC.data(), perfusion.data());
    stepRepair(soreness.data(), spasm.data(), acceptance.data(), rhythm.data(), muscleC.data(), narrowing.data(),
               arousal);
  }
  stepFlow(perfusion.data(), debt.data(), rhythm.data(), muscleC.data(), narrowing.data(), knotNear.data(),
           occlusion.data());
  stepTone(tone.data(), habit.data(), muscleC.data(), soreness.data(), spasm.data(), knotNear.data(), shortNear.data(),
           inRegion.data(), arousal);
}

Layers restingLayers(float deepC) {
  Layers t{34.0F, 35.5F, 36.5F};
  for (int i = 0; i < 600; ++i) {
    const float qs = skinFlow(t.skinC);
    const float toFat = kSkinFat * (t.fatC - t.skinC);
    const float toMuscle = kFatMuscle * (t.muscleC - t.fatC);
    const float flow = clamp(thermalFlow(playTemperature(t.muscleC)), 0.5F, 2.0F);
    t.skinC += (kAirConductance * (kAirC - t.skinC) + toFat + kSkinBlood * qs * (kBloodC - t.skinC) + kSkinMetabolic) *
               (8.0F / kSkinHeatCapacity);
    t.fatC += (toMuscle - toFat + kFatBlood * (kBloodC - t.fatC) + kFatMetabolic) * (8.0F / kFatHeatCapacity);
    t.muscleC += (kMuscleDeep * (deepC - t.muscleC) - toMuscle + kMuscleBlood * flow * (kBloodC - t.muscleC) +
                  kMuscleMetabolic) *
                 (8.0F / kMuscleHeatCapacity);
  }
  return t;
}

float safeSeconds(float skinC) {
  if (skinC <= kComplaintC) return 1e9F;
  return kSafeReferenceS * exp2Of(kSafeReferenceC - skinC);
}

}  // namespace knead::sim
