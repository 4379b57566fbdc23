// The map of the back as data, and the lookups made from it once at start. Muscle guides were laid out over the
// picture's body and checked against the attachments in anatomy texts; vertebra heights, landmarks and points
// are fractions of a 71 cm column (Gray: male column about 71 cm). It must not know about state or scores.
#include "level/anatomy.hpp"

#include <vector>

#include "core/math.hpp"

namespace knead::level {
namespace {

constexpr std::array<Station, 7> kTrapU = {{
    {{Vec2{0.99F, -3.90F}, Vec2{0.57F, 11.71F}}, 2},
    {{Vec2{4.12F, -1.42F}, Vec2{3.55F, 10.65F}}, 2},
    {{Vec2{4.90F, 2.13F}, Vec2{6.25F, 11.36F}}, 2},
    {{Vec2{5.68F, 5.54F}, Vec2{9.59F, 12.21F}}, 2},
    {{Vec2{7.95F, 8.66F}, Vec2{13.49F, 13.21F}}, 2},
    {{Vec2{14.55F, 12.21F}, Vec2{17.39F, 13.92F}}, 2},
    {{Vec2{19.31F, 13.49F}, Vec2{20.45F, 14.48F}}, 2},
}};
constexpr std::array<Station, 4> kTrapM = {{
    {{Vec2{0.57F, 12.07F}, Vec2{0.57F, 19.53F}}, 2},
    {{Vec2{6.04F, 13.06F}, Vec2{5.11F, 18.89F}}, 2},
    {{Vec2{12.78F, 13.99F}, Vec2{9.23F, 18.18F}}, 2},
    {{Vec2{20.59F, 14.63F}, Vec2{12.78F, 17.11F}}, 2},
}};
constexpr std::array<Station, 4> kTrapL = {{
    {{Vec2{0.57F, 20.23F}, Vec2{0.57F, 29.82F}, Vec2{0.43F, 39.76F}}, 3},
    {{Vec2{3.19F, 19.74F}, Vec2{2.41F, 27.34F}, Vec2{1.85F, 34.79F}}, 3},
    {{Vec2{6.04F, 19.03F}, Vec2{5.11F, 24.14F}, Vec2{4.40F, 29.11F}}, 3},
    {{Vec2{11.71F, 17.32F}, Vec2{9.09F, 19.03F}, Vec2{7.67F, 20.95F}}, 3},
}};
constexpr std::array<Station, 4> kLevator = {{
    {{Vec2{3.69F, 0.00F}, Vec2{2.84F, 4.26F}}, 2},
    {{Vec2{4.40F, 4.97F}, Vec2{3.69F, 7.81F}}, 2},
    {{Vec2{6.04F, 10.65F}, Vec2{5.33F, 12.07F}}, 2},
    {{Vec2{8.38F, 15.76F}, Vec2{7.53F, 17.75F}}, 2},
}};
constexpr std::array<Station, 4> kRhomboid = {{
    {{Vec2{0.71F, 12.07F}, Vec2{0.71F, 23.79F}}, 2},
    {{Vec2{3.19F, 13.92F}, Vec2{3.41F, 25.70F}}, 2},
    {{Vec2{5.82F, 15.97F}, Vec2{6.25F, 27.34F}}, 2},
    {{Vec2{7.95F, 17.89F}, Vec2{8.80F, 28.97F}}, 2},
}};
constexpr std::array<Station, 9> kErector = {{
    {{Vec2{0.85F, -2.13F}, Vec2{4.26F, -2.13F}}, 2},
    {{Vec2{0.92F, 5.33F}, Vec2{3.69F, 5.33F}}, 2},
    {{Vec2{0.99F, 12.78F}, Vec2{4.69F, 13.13F}}, 2},
    {{Vec2{1.06F, 23.43F}, Vec2{6.53F, 23.43F}}, 2},
    {{Vec2{1.14F, 34.08F}, Vec2{6.96F, 34.08F}}, 2},
    {{Vec2{1.28F, 44.02F}, Vec2{6.67F, 44.02F}}, 2},
    {{Vec2{1.42F, 51.83F}, Vec2{6.11F, 51.83F}}, 2},
    {{Vec2{1.42F, 58.93F}, Vec2{4.69F, 58.93F}}, 2},
    {{Vec2{1.14F, 66.03F}, Vec2{2.41F, 65.67F}}, 2},
}};
constexpr std::array<Station, 5> kLat = {{
    {{Vec2{0.99F, 30.18F}, Vec2{1.42F, 39.76F}, Vec2{2.84F, 49.70F}, Vec2{7.81F, 54.81F}, Vec2{11.71F, 55.02F}}, 5},
    {{Vec2{5.33F, 30.67F}, Vec2{5.68F, 37.63F}, Vec2{7.46F, 44.73F}, Vec2{11.36F, 48.99F}, Vec2{14.20F, 50.05F}}, 5},
    {{Vec2{11.01F, 30.10F}, Vec2{11.71F, 34.08F}, Vec2{12.92F, 38.70F}, Vec2{15.05F, 41.89F}, Vec2{15.76F, 43.31F}}, 5},
    {{Vec2{15.97F, 28.12F}, Vec2{16.47F, 29.82F}, Vec2{17.04F, 31.95F}, Vec2{17.61F, 33.94F}, Vec2{17.89F, 34.79F}}, 5},
    {{Vec2{19.03F, 24.99F}, Vec2{19.03F, 25.42F}, Vec2{19.03F, 25.84F}, Vec2{19.03F, 26.27F}, Vec2{18.89F, 26.84F}}, 5},
}};
constexpr std::array<Station, 4> kQl = {{
    {{Vec2{3.41F, 40.47F}, Vec2{6.53F, 41.75F}}, 2},
    {{Vec2{4.12F, 45.44F}, Vec2{8.52F, 46.15F}}, 2},
    {{Vec2{4.83F, 50.77F}, Vec2{9.94F, 50.77F}}, 2},
    {{Vec2{5.40F, 55.73F}, Vec2{10.79F, 54.67F}}, 2},
}};
constexpr std::array<Station, 4> kMult = {{
    {{Vec2{0.85F, 42.60F}, Vec2{2.41F, 43.31F}}, 2},
    {{Vec2{0.99F, 49.70F}, Vec2{2.98F, 50.41F}}, 2},
    {{Vec2{1.14F, 56.80F}, Vec2{3.55F, 57.51F}}, 2},
    {{Vec2{1.14F, 63.90F}, Vec2{3.12F, 65.32F}}, 2},
}};
constexpr std::array<Station, 4> kGlute = {{
    {{Vec2{15.27F, 57.65F}, Vec2{8.52F, 56.09F}, Vec2{4.97F, 57.86F}, Vec2{2.84F, 62.48F}, Vec2{1.56F, 68.87F}}, 5},
    {{Vec2{16.90F, 61.06F}, Vec2{12.07F, 60.35F}, Vec2{8.66F, 62.48F}, Vec2{6.75F, 66.74F}, Vec2{5.33F, 72.42F}}, 5},
    {{Vec2{17.75F, 66.03F}, Vec2{15.05F, 66.39F}, Vec2{12.92F, 68.52F}, Vec2{11.36F, 71.71F}, Vec2{9.94F, 75.26F}}, 5},
    {{Vec2{18.32F, 70.64F}, Vec2{17.39F, 72.42F}, Vec2{16.68F, 74.55F}, Vec2{15.62F, 76.68F}, Vec2{14.20F, 78.81F}}, 5},
}};

// Bands of tone are the game's. Levers in cm are the distance of the muscle belly from the midline.
// Vertebrae 0 = C1, 7 = T1, 19 = L1, 23 = L5.
const std::array<Muscle, kMuscleGroupCount> kMuscles = {{
    {MuscleGroup::UpperTrapezius, kTrapU, 0.27F, 0.45F, 6.0F, 0, 9},
    {MuscleGroup::MiddleTrapezius, kTrapM, 0.27F, 0.45F, 6.0F, 6, 11},
    {MuscleGroup::LowerTrapezius, kTrapL, 0.27F, 0.45F, 4.0F, 9, 18},
    {MuscleGroup::LevatorScapulae, kLevator, 0.27F, 0.45F, 4.0F, 0, 6},
    {MuscleGroup::Rhomboids, kRhomboid, 0.27F, 0.45F, 4.0F, 6, 11},
    {MuscleGroup::ErectorSpinae, kErector, 0.27F, 0.45F, 3.5F, 2, 23},
    {MuscleGroup::LatissimusDorsi, kLat, 0.27F, 0.45F, 8.0F, 13, 23},
    {MuscleGroup::QuadratusLumborum, kQl, 0.27F, 0.45F, 7.0F, 18, 23},
    {MuscleGroup::Multifidus, kMult, 0.27F, 0.45F, 2.0F, 18, 23},
    {MuscleGroup::GluteusMedius, kGlute, 0.27F, 0.45F, 8.0F, 22, 23},
}};

constexpr float kColumnCm = 71.0F;

constexpr std::array<Vertebra, kVertebraCount> kVertebrae = {{
    {"C1", 0.013F * kColumnCm},  {"C2", 0.038F * kColumnCm},  {"C3", 0.063F * kColumnCm},  {"C4", 0.088F * kColumnCm},
    {"C5", 0.113F * kColumnCm},  {"C6", 0.138F * kColumnCm},  {"C7", 0.163F * kColumnCm},  {"T1", 0.190F * kColumnCm},
    {"T2", 0.218F * kColumnCm},  {"T3", 0.247F * kColumnCm},  {"T4", 0.277F * kColumnCm},  {"T5", 0.307F * kColumnCm},
    {"T6", 0.339F * kColumnCm},  {"T7", 0.372F * kColumnCm},  {"T8", 0.406F * kColumnCm},  {"T9", 0.441F * kColumnCm},
    {"T10", 0.477F * kColumnCm}, {"T11", 0.514F * kColumnCm}, {"T12", 0.551F * kColumnCm}, {"L1", 0.595F * kColumnCm},
    {"L2", 0.644F * kColumnCm},  {"L3", 0.694F * kColumnCm},  {"L4", 0.745F * kColumnCm},  {"L5", 0.798F * kColumnCm},
}};

constexpr Vec2 point(float xFraction, float yFraction) { return {(xFraction - 0.5F) * 50.0F, yFraction * kColumnCm}; }
// Traditional places (WHO standard locations: lower border of the spinous process, 1.5 or 3 cun beside it).
constexpr std::array<NamedPoint, 14> kPoints = {{
    {"GB20", point(0.44F, 0.010F)},
    {"GB21", point(0.305F, 0.165F)},
    {"BL11", point(0.425F, 0.204F)},
    {"BL13", point(0.425F, 0.261F)},
    {"BL15", point(0.425F, 0.323F)},
    {"BL17", point(0.425F, 0.389F)},
    {"BL18", point(0.425F, 0.459F)},
    {"BL20", point(0.425F, 0.532F)},
    {"BL21", point(0.425F, 0.570F)},
    {"BL23", point(0.425F, 0.669F)},
    {"BL52", point(0.350F, 0.669F)},
    {"BL25", point(0.425F, 0.771F)},
    {"BL26", point(0.425F, 0.824F)},
    {"BL32", point(0.465F, 0.880F)},
}};

// Half of the body's width (arms left out), cm at y cm: straight lines between these.
constexpr std::array<Vec2, 16> kHalfWidth = {{
    {7.8F, -12.0F},
    {6.0F, -1.0F},
    {5.7F, 3.0F},
    {6.5F, 6.0F},
    {8.5F, 8.6F},
    {13.5F, 11.6F},
    {19.0F, 13.4F},
    {22.0F, 16.5F},
    {21.0F, 20.0F},
    {19.6F, 24.0F},
    {18.6F, 27.0F},
    {17.4F, 37.0F},
    {15.0F, 49.0F},
    {15.3F, 54.0F},
    {17.6F, 64.0F},
    {18.6F, 72.0F},
}};

bool insideTriangle(Vec2 p, Vec2 a, Vec2 b, Vec2 c) {
  const float d1 = cross(b - a, p - a);
  const float d2 = cross(c - b, p - b);
  const float d3 = cross(a - c, p - c);
  const bool negative = d1 < 0 || d2 < 0 || d3 < 0;
  const bool positive = d1 > 0 || d2 > 0 || d3 > 0;
  return !(negative && positive);
}

Vec2 unit(Vec2 v) {
  const float n = length(v);
  return n > 0.0F ? v * (1.0F / n) : Vec2{0.0F, 1.0F};
}

// A table of fibres at 1 cm steps over the frame, filled once.
constexpr int kTableColumns = 51, kTableRows = 72;

struct FibreTable {
  std::array<Fibres, static_cast<std::size_t>(kTableColumns) * kTableRows> cells{};

  FibreTable() {
    for (const Muscle& muscle : kMuscles) addStrips(muscle);
    for (int row = 0; row < kTableRows; ++row) {
      for (int column = 0; column < kTableColumns; ++column) {
        const Vec2 at{static_cast<float>(column) - 25.0F, static_cast<float>(row)};
        cells[static_cast<std::size_t>(row * kTableColumns + column)] = search(at);
      }
    }
  }

  // A piece of a muscle between two strands and two stations, and the box around it.
  struct Strip {
    MuscleGroup group{};
    Vec2 a, b, c, d;
    Vec2 low, high;
  };
  std::vector<Strip> strips;  // muscle by muscle

  void addStrips(const Muscle& muscle) {
    constexpr int kStrips = 6;
    for (std::size_t s = 0; s + 1 < muscle.stations.size(); ++s) {
      for (int k = 0; k < kStrips; ++k) {
        const float u0 = static_cast<float>(k) / kStrips;
        const float u1 = static_cast<float>(k + 1) / kStrips;
        Strip strip;
        strip.group = muscle.group;
        strip.a = stationPoint(muscle.stations[s], u0);
        strip.b = stationPoint(muscle.stations[s], u1);
        strip.c = stationPoint(muscle.stations[s + 1], u1);
        strip.d = stationPoint(muscle.stations[s + 1], u0);
        strip.low = strip.high = strip.a;
        for (const Vec2 corner : {strip.b, strip.c, strip.d}) {
          strip.low = {minOf(strip.low.x, corner.x), minOf(strip.low.y, corner.y)};
          strip.high = {maxOf(strip.high.x, corner.x), maxOf(strip.high.y, corner.y)};
        }
        strips.push_back(strip);
      }
    }
  }

  // Superficial muscles come first in the enumeration, so they are found first.
  [[nodiscard]] Fibres search(Vec2 at) const {
    Fibres found;
    const bool right = at.x >= 0.0F;
    const Vec2 p{right ? at.x : -at.x, at.y};
    for (const Strip& s : strips) {
      if (found.count == static_cast<int>(found.direction.size())) break;
      if (p.x < s.low.x || p.x > s.high.x || p.y < s.low.y || p.y > s.high.y) continue;
      const auto muscle = static_cast<std::uint8_t>(muscleIndex(s.group, right));
      // One strip of a muscle is enough.
      if (found.count > 0 && found.muscle[static_cast<std::size_t>(found.count - 1)] == muscle) continue;
      if (!insideTriangle(p, s.a, s.b, s.c) && !insideTriangle(p, s.a, s.c, s.d)) continue;
      const Vec2 direction = unit((s.c + s.d) - (s.a + s.b));
      const auto slot = static_cast<std::size_t>(found.count++);
      found.direction[slot] = {right ? direction.x : -direction.x, direction.y};
      found.muscle[slot] = muscle;
    }
    return found;
  }
};

}  // namespace

std::span<const Muscle, kMuscleGroupCount> muscles() { return kMuscles; }
std::span<const Vertebra, kVertebraCount> vertebrae() { return kVertebrae; }
std::span<const NamedPoint> acupressurePoints() { return kPoints; }

Vec2 stationPoint(const Station& station, float u) {
  const int n = station.count - 1;
  const auto at = [&](int i) { return station.points[static_cast<std::size_t>(i < 0 ? 0 : (i > n ? n : i))]; };
  if (n <= 0) return at(0);
  if (n == 1) return at(0) + (at(1) - at(0)) * clamp01(u);
  const float f = clamp01(u) * static_cast<float>(n);
  int i = static_cast<int>(f);
  if (i > n - 1) i = n - 1;
  const float t = f - static_cast<float>(i);
  const Vec2 a = at(i - 1);
  const Vec2 b = at(i);
  const Vec2 c = at(i + 1);
  const Vec2 d = at(i + 2);
  const Vec2 twice = b * 2.0F + (c - a) * t + (a * 2.0F - b * 5.0F + c * 4.0F - d) * (t * t) +
                     (b * 3.0F - a - c * 3.0F + d) * (t * t * t);
  return twice * 0.5F;
}

const Fibres& fibresAt(Vec2 at) {
  static const FibreTable table;
  const int column = static_cast<int>(clamp(at.x, -25.0F, 25.0F) + 25.5F);
  const int row = static_cast<int>(clamp(at.y, 0.0F, 71.0F) + 0.5F);
  return table.cells[static_cast<std::size_t>(row * kTableColumns + column)];
}

float alongFibres(Vec2 at, Vec2 unitDirection) {
  const Fibres& fibres = fibresAt(at);
  if (fibres.count == 0) return 1.0F;
  float best = 0.0F;
  for (int i = 0; i < fibres.count; ++i) {
    best = maxOf(best, absOf(dot(fibres.direction[static_cast<std::size_t>(i)], unitDirection)));
  }
  return best;
}

float acrossFibres(Vec2 at, Vec2 unitDirection) {
  const Fibres& fibres = fibresAt(at);
  if (fibres.count == 0) return 1.0F;
  float best = 0.0F;
  for (int i = 0; i < fibres.count; ++i) {
    best = maxOf(best, absOf(cross(fibres.direction[static_cast<std::size_t>(i)], unitDirection)));
  }
  return best;
}

float halfWidthCm(float yCm) {
  if (yCm <= kHalfWidth.front().y) return 0.0F;
  for (std::size_t i = 0; i + 1 < kHalfWidth.size(); ++i) {
    const Vec2 a = kHalfWidth[i];
    const Vec2 b = kHalfWidth[i + 1];
    if (yCm <= b.y) return lerp(a.x, b.x, (yCm - a.y) / (b.y - a.y));
  }
  return kHalfWidth.back().x;
}

bool onBody(Vec2 at) { return at.y >= kMinYCm && at.y <= kMaxYCm && absOf(at.x) <= halfWidthCm(at.y); }
bool onSpinousProcess(Vec2 at) { return absOf(at.x) < 1.0F && at.y > 2.0F && at.y < 62.0F; }
bool overKidney(Vec2 at) {
  const float beside = absOf(at.x);
  return beside > 3.5F && beside < 10.0F && at.y > 38.0F && at.y < 50.5F;
}

}  // namespace knead::level
