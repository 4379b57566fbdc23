// The eleven techniques, the three heat tools among them: ids in files and on the command line, names, families.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/translatable.hpp"

namespace knead::level {

enum class Technique : std::uint8_t {
  Effleurage,
  Petrissage,
  Friction,
  Vibration,
  Tapotement,
  TriggerPoint,
  Acupressure,
  Stretch,
  Towel,
  Stone,
  Pack
};
inline constexpr int kTechniqueCount = 11;

// What a technique works on; gives the colour of its bands under a curve, in the game and on pages.
enum class Family : std::uint8_t { Surface, Muscle, Point, Warmth };
inline constexpr std::array<std::string_view, 4> kFamilyIds = {"surface", "muscle", "point", "warmth"};

struct TechniqueRow {
  std::string_view id;  // in files
  const char* name;     // English, as a tile says it; a key of the words
  Family family;
};
// Tables of techniques say how many they hold by themselves and are compared with the count: an array of a given size
// would take too few and leave the rest empty.
inline constexpr auto kTechniques = std::to_array<TechniqueRow>({{"effleurage", N_("Stroking"), Family::Surface},
                                                                 {"petrissage", N_("Kneading"), Family::Muscle},
                                                                 {"friction", N_("Friction"), Family::Muscle},
                                                                 {"vibration", N_("Vibration"), Family::Muscle},
                                                                 {"tapotement", N_("Tapping"), Family::Surface},
                                                                 {"trigger_point", N_("Trigger point"), Family::Point},
                                                                 {"acupressure", N_("Acupressure"), Family::Point},
                                                                 {"stretch", N_("Stretch"), Family::Muscle},
                                                                 {"towel", N_("Hot towel"), Family::Warmth},
                                                                 {"stone", N_("Warm stone"), Family::Warmth},
                                                                 {"pack", N_("Heat pack"), Family::Warmth}});
static_assert(kTechniques.size() == kTechniqueCount);
inline constexpr auto kTechniqueIds = [] {
  std::array<std::string_view, kTechniqueCount> ids;
  std::transform(kTechniques.begin(), kTechniques.end(), ids.begin(), [](const TechniqueRow& row) { return row.id; });
  return ids;
}();

[[nodiscard]] constexpr const TechniqueRow& rowOf(Technique t) { return kTechniques[static_cast<std::size_t>(t)]; }
[[nodiscard]] constexpr const char* nameOf(Technique t) { return rowOf(t).name; }
[[nodiscard]] constexpr Family familyOf(Technique t) { return rowOf(t).family; }
[[nodiscard]] constexpr std::string_view idOf(Technique t) { return rowOf(t).id; }
[[nodiscard]] constexpr std::optional<Technique> techniqueOf(std::string_view id) {
  for (int i = 0; i < kTechniqueCount; ++i) {
    if (kTechniqueIds[static_cast<std::size_t>(i)] == id) return static_cast<Technique>(i);
  }
  return std::nullopt;
}

enum class Pain : std::uint8_t {
  Doms,
  AcuteLowBack,
  ChronicLowBack,
  Stress,
  TriggerPoint,
  Stiffness,
  ColdGuarded,
  PoorCirculation,
  Postural
};
inline constexpr int kPainCount = 9;
inline constexpr std::array<std::string_view, kPainCount> kPainIds = {
    "doms",      "acute_low_back", "chronic_low_back", "stress",  "trigger_point",
    "stiffness", "cold_guarded",   "poor_circulation", "postural"};
[[nodiscard]] constexpr std::string_view idOf(Pain p) { return kPainIds[static_cast<std::size_t>(p)]; }

enum class Tool : std::uint8_t { Hand, Towel, Stone, Pack };
inline constexpr int kToolCount = 4;
inline constexpr std::array<std::string_view, kToolCount> kToolIds = {"hand", "towel", "stone", "pack"};

inline constexpr int kHandTechniqueCount = kTechniqueCount - (kToolCount - 1);
// Three techniques are warm things to be laid, in the order of the tools; all others are the hand's. Numbers stand in
// recordings and stores: a new technique goes to the end.
[[nodiscard]] constexpr bool isTool(Technique t) { return t >= Technique::Towel && t <= Technique::Pack; }
[[nodiscard]] constexpr Tool toolOf(Technique t) {
  return isTool(t) ? static_cast<Tool>(static_cast<int>(t) - static_cast<int>(Technique::Towel) + 1) : Tool::Hand;
}
// Of a tool that is not the hand.
[[nodiscard]] constexpr Technique techniqueOf(Tool tool) {
  return static_cast<Technique>(static_cast<int>(Technique::Towel) + static_cast<int>(tool) - 1);
}

[[nodiscard]] inline bool holds(const std::vector<Technique>& list, Technique technique) {
  return std::find(list.begin(), list.end(), technique) != list.end();
}

}  // namespace knead::level
