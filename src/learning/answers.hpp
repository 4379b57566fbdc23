// What an answered intake tells about what the player knows: which pairs of pain and technique were shown to be known,
// which not. Only reads; who keeps it is mastery.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "level/level.hpp"
#include "level/technique_book.hpp"

namespace knead::learning {

enum class Question : std::uint8_t { First, Also, Avoid, Refer };
inline constexpr std::array<std::string_view, 4> kQuestionIds = {"first", "also", "avoid", "refer"};
[[nodiscard]] constexpr std::string_view idOf(Question q) { return kQuestionIds[static_cast<std::size_t>(q)]; }

// What the player said before the treatment. A question without an answer stays empty.
struct Prediction {
  bool refer = false;  // "do not treat, send to a doctor"
  std::optional<level::Technique> first, also, avoid;
  friend bool operator==(const Prediction&, const Prediction&) = default;
};

struct Observation {
  level::Pain pain = level::Pain::Doms;
  std::optional<level::Technique> technique;  // empty: the skill to know when to refer, one for all pains
  bool right = false;
  Question question = Question::First;
  friend bool operator==(const Observation&, const Observation&) = default;
};

// Whether the answer to a question is among those that the level counts. Refer: what the level wants was done. A
// question that was not answered is not right.
[[nodiscard]] bool isRight(const level::Intake& intake, const Prediction& said, Question question);

// First, also: right, or wrong for the chosen pair and for the best one, which was missed. Avoid: right, or wrong for
// the chosen pair. A chosen pair that the level does not list but the book agrees with (first: helps much, also: at
// least good, avoid: harms) is not held against the player: it is true, only not of this person.
// Refer: a level that wants it tells of nothing else; one that does not tells only of a wrong referral.
[[nodiscard]] std::vector<Observation> observationsOf(level::Pain pain, const level::PainCard& card,
                                                      const level::Intake& intake, const Prediction& said);

}  // namespace knead::learning
