// The nine pains as a player reads them.
#pragma once

#include "level/technique.hpp"

namespace knead::app::words {

[[nodiscard]] const char* painWord(level::Pain pain);

}  // namespace knead::app::words
