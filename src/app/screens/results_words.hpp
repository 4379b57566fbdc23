// What a result says of somebody: their closing words, and the reasons why moves helped or did not, in the order of the
// guess. Words only; what happened is the card's.
#pragma once

#include <string>
#include <vector>

#include "level/level.hpp"
#include "sim/session.hpp"

namespace knead::app {

// Over what is learnt from it; of several people the reasons stand with each of them.
[[nodiscard]] const char* lessonHead(const level::Level& level, const sim::ScoreCard& card);
// Where back leads from there, for the foot of the page.
[[nodiscard]] const char* backWord(const level::Level& level, float hoursAfter);
// Translated. Their own words in quotation marks; or, where hands did next to nothing, one sentence that says so:
// "that was a bit rough" would be untrue of somebody who was hardly touched.
[[nodiscard]] std::string closingWords(const level::Level& person, const sim::ScoreCard& card);
// Translated: what the next star takes, for fewer than three.
[[nodiscard]] std::string nextStar(const level::Level& level, const sim::ScoreCard& card);
// Clearly better than they came.
[[nodiscard]] bool wentWell(const sim::ScoreCard& card);

struct Reason {
  level::Technique technique{};
  std::string role, why;   // translated
  bool helps = true;       // else it is to be left alone
  bool predicted = false;  // by the player, in the role it has
};
[[nodiscard]] std::vector<Reason> reasonsOf(const level::Level& person, const sim::IntakeAnswer& said);

}  // namespace knead::app
