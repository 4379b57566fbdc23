// What is said about each pain and each technique (assets/evidence.json): how to tell a pain, what the article says,
// what the evidence says and how good it is, when to stop; and which numbers of the game are no research. Data for
// people to read; no rule looks into it.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "level/technique.hpp"

namespace knead::learning {

// Texts are English, one or two sentences; the grade is A good, B some, C weak, D tradition or mechanism only.
struct Evidence {
  std::string article, evidence, source, stopSign;
  char grade = 'D';
};
struct PainPage {
  std::string looks;  // how to tell it
  std::string best;   // what helps most
  std::string also;   // what helps besides hands
  Evidence evidence;
};
// A number that the game chose, and what research says instead.
struct Simplified {
  std::string what, value, research;
};
struct EvidenceBook {
  std::array<PainPage, level::kPainCount> pains;
  std::array<Evidence, level::kTechniqueCount> techniques;
  std::vector<Simplified> simplified;
  [[nodiscard]] const PainPage& of(level::Pain pain) const { return pains[static_cast<std::size_t>(pain)]; }
  [[nodiscard]] const Evidence& of(level::Technique t) const { return techniques[static_cast<std::size_t>(t)]; }
};

// Error, with its place: not readable, not JSON, an entry or a text that is missing, a grade that is none.
[[nodiscard]] Result<EvidenceBook> readEvidence(const std::string& path);

}  // namespace knead::learning
