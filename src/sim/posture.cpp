// The statics solve. Each joint is a hinge with stiffness and a softer coupling to its neighbours; the moments
// are differences of muscle tone times their levers. Faults that come from outside the back (chest, hips) are
// moments too, and let go as the tightness that holds them goes. Link of posture and pain: game (Swain 2020).
#include "sim/posture.hpp"

#include "core/math.hpp"

namespace knead::sim {

namespace {

constexpr int kN = level::kVertebraCount;
using Column = std::array<float, kN>;

// Natural tilt of each vertebra from the vertical, degrees, forward positive, C1 first: cervical lordosis,
// thoracic kyphosis, lumbar lordosis of an easy stand.
constexpr Column kEase = {4, 8, 12, 15, 17, 18, 17, 14, 11, 8, 4, 0, -3, -6, -9, -11, -12, -11, -9, -6, -2, 4, 10, 14};
// How much each fault bends each part, degrees at full fault.
constexpr Column kForwardHead = {-10, 6, 22, 30, 32, 30, 26, 20, 13, 8, 4, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
constexpr Column kKyphosis = {6, 10, 14, 18, 22,  26,  28,  28, 26, 22, 17, 11,
                              5, 0,  -5, -9, -12, -13, -12, -9, -6, -3, 0,  0};
constexpr Column kLordosis = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -3, -5, -8, -11, -13, -13, -10, -4, 5, 13, 19, 22};
constexpr Column kPelvis = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -2, -4, -5, -4, -1, 4, 8, 11, 13};
constexpr Column kSlump = {8, 14, 20, 26, 30, 32,  32,  30,  26,  21,  16,  10,
                           5, 1,  -3, -6, -9, -11, -12, -13, -14, -14, -14, -14};

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
constexpr Hinges kSideways(0.35F, 1.6F);  // degrees per unit of moment (game)
constexpr Hinges kForward(1.0F, 0.8F);

}  // namespace

PostureView solvePosture(const level::PostureFaults& faults, const Body::Measures& measures, float tightnessAtStart) {
  PostureView view;
  const float held = tightnessAtStart > 0.05F ? clamp01(measures.tightness / tightnessAtStart) : 1.0F;
  const float remain = clamp01((held - 0.10F) * (1.0F / 0.85F));

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
  for (int v = kN - 1; v >= 0; --v) {
    const auto c = static_cast<std::size_t>(v);
    tilt += hinge[c];
    const float y = column[c].yCm / level::kMaxYCm;
    const float below = v + 1 < kN ? column[c + 1].yCm : 58.5F;
    // A shift with a counter-curve above it: full at mid-chest, half at the head.
    const float bulge = sinOf(3.14159265F * clamp01(0.92F - 0.78F * y));
    const float faultTilt = faults.lateral * remain * 7.0F * (0.5F - y) * 2.0F;
    x += (tilt * 0.55F) * (3.14159265F / 180.0F) * (below - column[c].yCm);
    view.lateralCm[c] = x + faults.lateral * remain * 3.2F * bulge * bulge;
    leastTilt = minOf(leastTilt, tilt + faultTilt);
    mostTilt = maxOf(mostTilt, tilt + faultTilt);
  }
  // The body keeps its head over its feet: most of the lean is taken out along the column.
  const float top = view.lateralCm[0];
  for (int v = 0; v < kN; ++v) {
    const auto c = static_cast<std::size_t>(v);
    view.lateralCm[c] -= 0.7F * top * (1.0F - column[c].yCm / 58.5F);
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
  const float front = 0.27F - (measures.muscleTone[10] + measures.muscleTone[11]) * 0.5F;
  Column side{};
  for (int v = 0; v < kN; ++v) {
    const auto c = static_cast<std::size_t>(v);
    side[c] = head * kForwardHead[c] + chest * kKyphosis[c] + loin * kLordosis[c] + pelvis * kPelvis[c] +
              (view.sag + clamp01(front) * 1.5F) * kSlump[c];
  }
  const Column smooth = kForward.angles(side);
  for (int v = 0; v < kN; ++v)
    view.tiltDeg[static_cast<std::size_t>(v)] =
        kEase[static_cast<std::size_t>(v)] + smooth[static_cast<std::size_t>(v)];
  view.forwardHeadDeg = smooth[3];
  view.kyphosisDeg = view.tiltDeg[7] - view.tiltDeg[17];
  view.lordosisDeg = view.tiltDeg[23] - view.tiltDeg[17];
  view.pelvicTiltDeg = 8.0F + smooth[23];
  float bend = 0.0F;
  for (const float degrees : smooth) bend += absOf(degrees);
  view.deviation = absOf(view.lateralShiftCm) * 0.35F + view.cobbDeg * 0.04F + bend * (1.0F / (kN * 8.0F)) + view.sag;
  return view;
}

}  // namespace knead::sim
