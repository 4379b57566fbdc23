// When somebody comes again, in words. Values and names only.
#pragma once

#include <array>

namespace knead::app::words {

struct NextVisit {
  float hours = 24;         // after the last one
  const char* choice = "";  // English, marked for translation: "Tomorrow"
  const char* since = "";   // "A day after the last visit"
};
[[nodiscard]] const std::array<NextVisit, 4>& nextVisits();

}  // namespace knead::app::words
