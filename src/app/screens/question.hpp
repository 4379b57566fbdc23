// One story with a few answers and "not sure", and afterwards why: what the quiz and the review are made of. Draws and
// lays out; who asks keeps the answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ui/choices.hpp"
#include "app/ui/painter.hpp"
#include "learning/choice.hpp"

namespace knead::app {

struct Question {
  std::string head, story, why;           // translated
  std::vector<learning::Choice> options;  // "not sure" comes by itself, after the last
  learning::Choice right = learning::Choice::None;
};

// The choice that goes on once it was answered; the answers are 0, 1, ... in the order of the options.
inline constexpr int kQuestionOn = 10;

[[nodiscard]] std::string nameOf(learning::Choice choice);
// The answer of a choice on the page.
[[nodiscard]] learning::Choice answerAt(const Question& question, int chosen);
// `said`: what was answered, once it was; then the reason is shown.
void drawQuestion(Painter& painter, Choices& choices, const Question& question, std::optional<learning::Choice> said,
                  float left, float width);
// The button that goes on.
void drawOn(Painter& painter, Choices& choices, Vec2 at, const char* word);

}  // namespace knead::app
