// The statics solve. Each joint is a hinge with stiffness and a softer coupling to its neighbours; the moments
// are differences of muscle tone times their levers. Faults that come from outside the back (chest, hips) are
// moments too, and let go as the tightness that holds them goes. Link of posture and pain: game (Swain 2020).
#include "sim/posture.hpp"

#include "core/math.hpp"
#include "sim/posture_tuning.hpp"
#include "sim/tuning.hpp"

namespace knead::sim {

using namespace tuning;

namespace {

constexpr std::size_t kN = level::kVertebraCount;
constexpr std::size_t kC4 = 3, kT1 = 7, kT11 = 17, kL5 = 23;

// Hinges of one stiffness, coupled to their neighbours: (k + c (1..2 neighbours)) t - c t(prev) - c t(next) = moment,
// solved by the Thomas algorithm. What does not depend on the moments is worked out once.
struct Hinges {
  float coupling = 0.0F;
  Column diagonal{}, upper{};

  constexpr Hinges(float stiffness, float couplingOf) : coupling(couplingOf) {
    for (std::size_t i = 0; i < kN; ++i) {
      const float neighbours = (i == 0 || i == kN - 1) ? 1.0F : 2.0F;
      diagonal[i] = stiffness + coupling * neighbours;
      if (i > 0) diagonal[i] += coupling * upper[i - 1];
      upper[i] = -coupling / diagonal[i];
    }
  }
  [[nodiscard]] Column angles(const Column& moment) const {
    Column value{};
    for (std::size_t i = 0; i < kN; ++i) {
      value[i] = (i > 0 ? moment[i] + coupling * value[i - 1] : moment[i]) / diagonal[i];
    }
    for (std::size_t i = kN - 1; i-- > 0;) value[i] -= upper[i] * value[i + 1];
    return value;
  }
};
constexpr Hinges kSideways(kSideStiffness, kSideCoupling);
constexpr Hinges kForward(kForwardStiffness, kForwardCoupling);

}  // namespace

PostureView solvePosture(const level::PostureFaults& faults, const Body::Measures& measures, float tightnessAtStart) {
  PostureView view;
  const float held = tightnessAtStart > kTightFrom ? clamp01(measures.tightness / tightnessAtStart) : 1.0F;
  const float remain = clamp01((held - kHeldLow) * (1.0F / kHeldSpan));

  // From behind: the tighter side pulls the column towards itself.
  Column moment{};
  for (int g = 0; g < level::kMuscleGroupCount; ++g) {
    const level::Muscle& muscle = level::muscles()[static_cast<std::size_t>(g)];
    const float pull = (measures.muscleTone[static_cast<std::size_t>(2 * g + 1)] -
                        measures.muscleTone[static_cast<std::size_t>(2 * g)]) *
                       muscle.leverCm;
    const float span = static_cast<float>(muscle.lastVertebra - muscle.firstVertebra + 1);
    for (int v = muscle.firstVertebra; v <= muscle.lastVertebra; ++v)
      moment[static_cast<std::size_t>(v)] += pull / span;
  }
  const Column hinge = kSideways.angles(moment);
  const std::span<const level::Vertebra, kN> column = level::vertebrae();
  float tilt = 0.0F;
  float x = 0.0F;
  float leastTilt = 0.0F;
  float mostTilt = 0.0F;
  for (std::size_t c = kN; c-- > 0;) {
    tilt += hinge[c];
    const float y = column[c].yCm / level::kMaxYCm;
    const float below = c + 1 < kN ? column[c + 1].yCm : level::kSacrumYCm;
    // A shift with a counter-curve above it: full at mid-chest, next to nothing at the head.
    const float bulge = sinOf(kPi * clamp01(kBulgeTop - kBulgePerHeight * y));
    const float faultTilt = faults.lateral * remain * kLateralTiltDeg * (0.5F - y) * 2.0F;
    x += (tilt * kTiltShown) * kRadiansPerDegree * (below - column[c].yCm);
    view.lateralCm[c] = x + faults.lateral * remain * kLateralShiftCm * bulge * bulge;
    leastTilt = minOf(leastTilt, tilt + faultTilt);
    mostTilt = maxOf(mostTilt, tilt + faultTilt);
  }
  // The body keeps its head over its feet: most of the lean is taken out along the column.
  const float top = view.lateralCm[0];
  for (std::size_t c = 0; c < kN; ++c) {
    view.lateralCm[c] -= kRighting * top * (1.0F - column[c].yCm / level::kSacrumYCm);
    if (absOf(view.lateralCm[c]) > absOf(view.lateralShiftCm)) view.lateralShiftCm = view.lateralCm[c];
  }
  view.cobbDeg = mostTilt - leastTilt;

  // From the side.
  view.sag = clamp01(measures.sag);
  const float head = faults.forwardHead * remain;
  const float chest = faults.kyphosis * remain;
  const float loin = faults.lordosis * remain;
  const float pelvis = faults.pelvicTilt * remain;
  // Front against back: tone of the back above ease pulls it up straight, below ease lets it slump.
  constexpr auto kErector = static_cast<std::size_t>(level::muscleIndex(level::MuscleGroup::ErectorSpinae, false));
  const float front = kBandLow - (measures.muscleTone[kErector] + measures.muscleTone[kErector + 1]) * 0.5F;
  Column side{};
  for (std::size_t c = 0; c < kN; ++c) {
    side[c] = head * kForwardHead[c] + chest * kKyphosis[c] + loin * kLordosis[c] + pelvis * kPelvis[c] +
              (view.sag + clamp01(front) * kFrontGain) * kSlump[c];
  }
  const Column smooth = kForward.angles(side);
  for (std::size_t c = 0; c < kN; ++c) view.tiltDeg[c] = kEase[c] + smooth[c];
  view.forwardHeadDeg = smooth[kC4];
  view.kyphosisDeg = view.tiltDeg[kT1] - view.tiltDeg[kT11];
  view.lordosisDeg = view.tiltDeg[kL5] - view.tiltDeg[kT11];
  view.pelvicTiltDeg = kPelvisDeg + smooth[kL5];
  float bend = 0.0F;
  for (const float degrees : smooth) bend += absOf(degrees);
  view.deviation = absOf(view.lateralShiftCm) * kDeviationPerCm + view.cobbDeg * kDeviationPerCobbDeg +
                   bend * (1.0F / (static_cast<float>(kN) * kDeviationBendDeg)) + view.sag;
  return view;
}

}  // namespace knead::sim
