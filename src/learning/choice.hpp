// What a player can answer to "which move?": one of the eleven techniques, refer to a doctor, or nothing. And the way
// back from a pain's id. Ids are those of the level files.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "level/technique.hpp"

namespace knead::learning {

// The techniques first, with their own numbers, so that a choice can index a table.
enum class Choice : std::uint8_t { Refer = level::kTechniqueCount, None };
inline constexpr int kChoiceCount = level::kTechniqueCount + 2;

[[nodiscard]] constexpr Choice choiceOf(level::Technique t) { return static_cast<Choice>(t); }
// No technique is the choice None.
[[nodiscard]] constexpr Choice choiceOf(std::optional<level::Technique> t) { return t ? choiceOf(*t) : Choice::None; }
// Nothing for Refer and None.
[[nodiscard]] constexpr std::optional<level::Technique> techniqueOf(Choice c) {
  if (static_cast<int>(c) >= level::kTechniqueCount) return std::nullopt;
  return static_cast<level::Technique>(c);
}

[[nodiscard]] constexpr std::string_view idOf(Choice c) {
  if (c == Choice::Refer) return "refer";
  if (c == Choice::None) return "none";
  return level::idOf(static_cast<level::Technique>(c));
}
[[nodiscard]] constexpr std::optional<Choice> choiceOf(std::string_view id) {
  for (int i = 0; i < kChoiceCount; ++i) {
    if (idOf(static_cast<Choice>(i)) == id) return static_cast<Choice>(i);
  }
  return std::nullopt;
}

[[nodiscard]] constexpr std::optional<level::Pain> painOf(std::string_view id) {
  for (int i = 0; i < level::kPainCount; ++i) {
    if (level::kPainIds[static_cast<std::size_t>(i)] == id) return static_cast<level::Pain>(i);
  }
  return std::nullopt;
}

}  // namespace knead::learning
