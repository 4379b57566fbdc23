// The tissue: fields over the grid and how they change by themselves. The hand's work on it is in work.hpp;
// it knows nothing of levels, scores or people.
#pragma once

#include "sim/grid.hpp"

namespace knead::sim {

struct alignas(16) Tissue {
  Field<float> skinC, fatC, muscleC;                            // layer temperatures, physical, C
  Field<float> perfusion;                                       // 1 = rest
  Field<float> debt;                                            // oxygen debt 0..1
  Field<float> tone, habit;                                     // 0..1
  Field<float> soreness, narrowing, rhythm, acceptance, spasm;  // 0..1
  // What follows from muscleC alone, renewed with it: flow offered, and how cold and warm the rules take it for.
  Field<float> thermal, cold, warm;
  // Set by the caller before each step.
  Field<float> occlusion;  // share of flow stopped by pressure
  Field<float> knotNear;   // tightness of knots here
  Field<float> shortNear;  // shortness of the muscles here
  Field<float> inRegion;   // 1 inside the level's region
  Field<float> deepC;      // deep boundary
  bool slowTurn = false;   // heat and repair take every second step

  // Fills every field with the healthy state at rest.
  void reset();
  // Advances the cells of the body (cells.hpp) by tuning::kStepS. `arousal` raises tone.
  void step(float arousal);
};

// The formulas below serve one cell (Real = float) and four at once (Real = Lanes4, core/lanes.hpp).
// Muscle temperature as the game shows and uses it: three times the physical rise.
template <class Real>
[[nodiscard]] constexpr Real playTemperature(Real muscleC);
// 0..1: how warm and how cold that is for the rules.
template <class Real>
[[nodiscard]] constexpr Real warmth(Real playC);
template <class Real>
[[nodiscard]] constexpr Real coldness(Real playC);
// Flow factor of muscle temperature.
template <class Real>
[[nodiscard]] constexpr Real thermalFlow(Real playC);

// Skin, fat and muscle after a long time at rest over a deep boundary, and the dose that a burn needs.
struct Layers {
  float skinC, fatC, muscleC;
};
[[nodiscard]] Layers restingLayers(float deepC);
// How long skin may stay at this temperature, s; at or below 43 C: for ever (1e9).
[[nodiscard]] float safeSeconds(float skinC);

}  // namespace knead::sim

#include "sim/tuning.hpp"

namespace knead::sim {

template <class Real>
constexpr Real playTemperature(Real muscleC) {
  return tuning::kNeutralMuscleC + tuning::kMuscleGain * (muscleC - tuning::kNeutralMuscleC);
}
template <class Real>
constexpr Real warmth(Real playC) {
  return clamp01((playC - tuning::kWarmFromC) * tuning::kWarmPerC);
}
template <class Real>
constexpr Real coldness(Real playC) {
  return clamp01((tuning::kColdFromC - playC) * tuning::kColdPerC);
}
template <class Real>
constexpr Real thermalFlow(Real playC) {
  return clamp(exp2Small(clamp((playC - tuning::kNeutralMuscleC) * (1.0F / tuning::kFlowDoublesC),
                               tuning::kFlowDoublingsLow, tuning::kFlowDoublingsHigh)),
               tuning::kThermalFlowLow, tuning::kThermalFlowHigh);
}

}  // namespace knead::sim
