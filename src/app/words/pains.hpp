// The nine pains as a player reads them.
#pragma once

#include "level/technique.hpp"

namespace knead::app::words {

// In a line of its own: "Sore after effort".
[[nodiscard]] const char* painName(level::Pain pain);
// What tells it from the others, a few words.
[[nodiscard]] const char* painHint(level::Pain pain);
// Within other words: "sore after effort".
[[nodiscard]] const char* painWord(level::Pain pain);

// What the figure from 0 to 10 is of: somebody who is stiff or heavy does not call it pain. In a line of its own:
// "Pain"; within other words: "pain".
[[nodiscard]] const char* measureName(level::Pain pain);
[[nodiscard]] const char* measureWord(level::Pain pain);

}  // namespace knead::app::words
