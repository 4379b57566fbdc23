// The book of techniques (assets/techniques.json): how each is done, what evidence there is, and how well it fits each
// pain. Data for people to read; no rule of the simulation looks into it.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "core/result.hpp"
#include "level/technique.hpp"

namespace knead::level {

// How a technique fits a pain: Harm, or from nothing seen to helps a lot.
enum class Fit : std::int8_t { Harm = -1, None = 0, Little = 1, Good = 2, Much = 3 };

struct TechniqueCard {
  std::string how;   // one sentence, English
  char grade = 'D';  // A good, B some, C weak, D tradition or mechanism only
  std::string source;
};
struct PainCard {
  std::string why;  // what this pain asks for, one sentence, English
  std::array<Fit, kTechniqueCount> fit{};
};
struct TechniqueBook {
  std::array<TechniqueCard, kTechniqueCount> techniques;
  std::array<PainCard, kPainCount> pains;
  [[nodiscard]] const TechniqueCard& of(Technique t) const { return techniques[static_cast<std::size_t>(t)]; }
  [[nodiscard]] const PainCard& of(Pain p) const { return pains[static_cast<std::size_t>(p)]; }
};

// Error: not readable, not JSON, or an entry that is missing or has a value the game does not know; with its place.
[[nodiscard]] Result<TechniqueBook> readTechniqueBook(const std::string& path);

}  // namespace knead::level
