// The equations of knot.hpp.
#include "sim/knot.hpp"

#include "core/math.hpp"
#include "sim/tuning.hpp"

namespace knead::sim {

using namespace tuning;

float pressWindow(float pressure) {
  const float off = maxOf(0.0F, absOf(pressure - kPressCentre) - kPressPlateau) / kPressSpread;
  return expOf(-off * off);
}

float occlusionOf(float pressure) {
  const float p = clamp01(pressure);
  return kOcclusionDepth * p * squareRoot(p);
}

KnotState startKnot(level::KnotKind kind, float tightness, float flow) {
  KnotState knot;
  knot.tightness = tightness;
  knot.start = tightness;
  knot.least = tightness;
  if (kind == level::KnotKind::Nodule) {
    const float supply = flow * (1.0F - kKnotOcclusion * tightness);
    knot.energy = supply / (supply + kEnergyBase + tightness);
  }
  return knot;
}

void stepKnot(KnotState& knot, level::KnotKind kind, const KnotDrive& drive, float dtS) {
  if (kind == level::KnotKind::Nodule) {
    const float o = drive.occlusion;
    const float supply =
        drive.flow * (1.0F - kKnotOcclusion * knot.tightness) * (1.0F - o) * (1.0F + kDebtGain * knot.debt);
    const float use = kEnergyBase + knot.tightness + kShortFeeds * maxOf(0.0F, drive.shortness - kShortFree);
    knot.debt += (o * (1.0F - knot.debt) - (1.0F - o) * knot.debt) * (dtS / kDebtTauS);
    knot.energy = clamp01(knot.energy + kEnergyRate * dtS * (supply * (1.0F - knot.energy) - use * knot.energy));
    const float target = logistic((kEnergyEdge - knot.energy) * (1.0F / kEnergyWidth));
    const float tau = target < knot.tightness ? kKnotFallS : kKnotRiseS;
    knot.tightness += dtS * ((target - knot.tightness) / tau - kKnotPress * drive.press * knot.tightness);
  } else {
    const float rate = kind == level::KnotKind::Rope ? kRopeMelt : kSoftMelt;
    const float rest =
        knot.tightness < kSoftEdge ? -knot.tightness / kSoftFallS : (knot.start - knot.tightness) / kSoftRiseS;
    const float fed = drive.shortness > kRopeFedAbove ? kRopeFed : 1.0F;
    knot.tightness += dtS * (rest - rate * fed * drive.press * knot.tightness);
  }
  knot.tightness = clamp01(knot.tightness);
  knot.least = minOf(knot.least, knot.tightness);
}

}  // namespace knead::sim
