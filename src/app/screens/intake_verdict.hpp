// What a guess at the intake was worth, told at once: each answer with one sentence why, the move that was missed, or
// the sign that was not seen. Reads the level's answers; judges by them alone.
#pragma once

#include <string>
#include <vector>

#include "app/ui/painter.hpp"
#include "level/level.hpp"
#include "level/technique_book.hpp"
#include "sim/session.hpp"

namespace knead::app {

struct IntakeVerdict {
  // Guess: moves for somebody who may be massaged. Otherwise what was said about a doctor, and whether that is so.
  enum class Kind { Guess, MissedSign, SawSign, NeedlessReferral };
  struct Row {
    level::Technique technique{};
    std::string role, why;  // translated
    bool right = false;
  };
  Kind kind = Kind::Guess;
  std::string head, words;  // translated; `words` of a referral
  std::vector<Row> rows;
  [[nodiscard]] std::string spoken() const;
};

[[nodiscard]] IntakeVerdict verdictOf(const level::Level& level, const sim::IntakeAnswer& said,
                                      const level::PainCard& card);
// In the panel of the guess, from `at`, `width` wide; ends above `bottom`.
void drawVerdict(Painter& painter, const IntakeVerdict& verdict, Vec2 at, float width, float bottom);

}  // namespace knead::app
