// When somebody comes again, in words. Values and names only.
#pragma once

#include <array>
#include <string>

namespace knead::app::words {

struct NextVisit {
  float hours = 24;         // after the last one
  const char* choice = "";  // English, marked for translation: "Tomorrow"
  const char* since = "";   // "A day after the last visit"
};
[[nodiscard]] const std::array<NextVisit, 4>& nextVisits();
// What is left, shares 0..1, translated: "12 % afterglow", "10 % less tension".
[[nodiscard]] std::string glowLeft(float share);
[[nodiscard]] std::string easeLeft(float share);
// What somebody says who comes again so many hours after the last visit; English, marked for translation.
[[nodiscard]] const char* wordsAgain(float hours);

}  // namespace knead::app::words
