// The questions of the quiz (assets/quiz.json): four forms of twelve, each asking every pain once and three stop signs,
// with stories that no level tells. Reads and checks them against the book of techniques. Knows no player; when which
// form is asked and what came of it is in quiz_plan.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "learning/choice.hpp"
#include "level/technique_book.hpp"

namespace knead::learning {

enum class Form : std::uint8_t { A, B, C, D };
inline constexpr int kFormCount = 4;
inline constexpr std::array<std::string_view, kFormCount> kFormIds = {"A", "B", "C", "D"};
[[nodiscard]] constexpr std::string_view idOf(Form f) { return kFormIds[static_cast<std::size_t>(f)]; }

inline constexpr int kPainItems = level::kPainCount;
inline constexpr int kSafetyItems = 3;
inline constexpr int kFormItems = kPainItems + kSafetyItems;
inline constexpr int kQuizOptions = 4;

struct QuizItem {
  std::string id;
  Form form = Form::A;
  std::optional<level::Pain> pain;  // empty: a safety item, about stop signs
  std::string story;                // English
  std::array<Choice, kQuizOptions> options{};
  Choice right = Choice::None;
  std::string why;  // one sentence, English
  [[nodiscard]] bool safety() const { return !pain; }
};

struct QuizBank {
  std::vector<QuizItem> items;
  // Places in `items` of a form's twelve, in the file's order.
  [[nodiscard]] std::vector<std::size_t> of(Form form) const;
  // The same, shuffled; one seed, one order.
  [[nodiscard]] std::vector<std::size_t> order(Form form, std::uint64_t seed) const;
  // The options of one item, shuffled: a file may have a habit of where the right one stands.
  [[nodiscard]] std::array<Choice, kQuizOptions> options(std::size_t item, std::uint64_t seed) const;
};

// Error, with its place: not readable, not JSON, an item that is not whole, a form that does not ask each pain once and
// three stop signs, an id or a story told twice, or an answer that the book does not bear out: the right technique must
// be the best there is for this pain, the other techniques must help little, not at all or harm.
[[nodiscard]] Result<QuizBank> readQuiz(const std::string& path, const level::TechniqueBook& book);
// The same from text; `name` is what errors call it.
[[nodiscard]] Result<QuizBank> parseQuiz(std::string_view text, const std::string& name,
                                         const level::TechniqueBook& book);

}  // namespace knead::learning
