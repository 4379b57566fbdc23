// The map of the back: vertebrae, muscles with fibre direction and attachments, named points, and the lines
// that a hand must not cross. Everything in cm of the material frame. Data: anatomy.cpp, with its sources.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/vec2.hpp"

namespace knead::level {

enum class MuscleGroup : std::uint8_t {
  UpperTrapezius,
  MiddleTrapezius,
  LowerTrapezius,
  LevatorScapulae,
  Rhomboids,
  ErectorSpinae,
  LatissimusDorsi,
  QuadratusLumborum,
  Multifidus,
  GluteusMedius
};
inline constexpr int kMuscleGroupCount = 10;
inline constexpr std::array<std::string_view, kMuscleGroupCount> kMuscleIds = {
    "upper_trapezius", "middle_trapezius", "lower_trapezius",    "levator_scapulae", "rhomboids",
    "erector_spinae",  "latissimus_dorsi", "quadratus_lumborum", "multifidus",       "gluteus_medius"};

// Left and right of every group: index = 2 * group + (right ? 1 : 0).
inline constexpr int kMuscleCount = 2 * kMuscleGroupCount;
[[nodiscard]] constexpr int muscleIndex(MuscleGroup g, bool right) { return 2 * static_cast<int>(g) + (right ? 1 : 0); }

// A guide curve of 2 to 5 points across the muscle; a strand runs from the first station to the last.
struct Station {
  std::array<Vec2, 5> points{};
  int count = 0;
};
struct Muscle {
  MuscleGroup group{};
  std::span<const Station> stations;         // right side, cm; mirror x for the left
  float bandLow = 0.27F;                     // postural band of tone: below it the spine loses support
  float bandHigh = 0.45F;                    // above it the muscle hurts
  float leverCm = 3.0F;                      // arm of the pull about the spine, frontal plane (game)
  int firstVertebra = 0, lastVertebra = 23;  // which vertebrae it bends
};
[[nodiscard]] std::span<const Muscle, kMuscleGroupCount> muscles();

// A point of the guide curve at u in 0..1 (Catmull-Rom).
[[nodiscard]] Vec2 stationPoint(const Station& station, float u);

// Which muscles lie under a point, and which way their fibres run (unit vectors, down or outwards).
struct Fibres {
  std::array<Vec2, 4> direction{};
  std::array<std::uint8_t, 4> muscle{};  // muscle index
  int count = 0;                         // 0 = no muscle here; at most 4
};
[[nodiscard]] const Fibres& fibresAt(Vec2 at);
// The greatest |cos| between a unit direction and the fibres here; 1 where there is no muscle (nothing to follow).
[[nodiscard]] float alongFibres(Vec2 at, Vec2 unitDirection);
// The greatest |sin| likewise, for rubbing across.
[[nodiscard]] float acrossFibres(Vec2 at, Vec2 unitDirection);

// Vertebra 0 = C1 .. 23 = L5.
inline constexpr int kVertebraCount = 24;
inline constexpr float kSacrumYCm = 58.5F;  // its base, where the column stands
struct Vertebra {
  std::string_view name;
  float yCm;
};
[[nodiscard]] std::span<const Vertebra, kVertebraCount> vertebrae();

struct NamedPoint {
  std::string_view name;
  Vec2 at;  // left side, cm; mirror x for the right
};
[[nodiscard]] std::span<const NamedPoint> acupressurePoints();

// Half of the body's width at height y, cm; 0 above the head.
[[nodiscard]] float halfWidthCm(float yCm);
[[nodiscard]] bool onBody(Vec2 at);
[[nodiscard]] bool onSpinousProcess(Vec2 at);  // within 1 cm of the midline, C2 to the sacrum
[[nodiscard]] bool overKidney(Vec2 at);        // T12 to L3, 3.5 to 10 cm from the midline

inline constexpr float kMinXCm = -25.0F, kMaxXCm = 25.0F, kMinYCm = 0.0F, kMaxYCm = 71.0F;
// The smallest region that holds pain: a whole cell of the tissue's grid, and a little.
inline constexpr float kLeastRegionWideCm = 2.1F, kLeastRegionHighCm = 2.0F;

}  // namespace knead::level
