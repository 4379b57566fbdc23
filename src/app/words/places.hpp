// Places on the back as a player reads them.
#pragma once

#include "core/vec2.hpp"

namespace knead::app::words {

// "left shoulder", "between the blades", ... for a point of the material frame, cm.
[[nodiscard]] const char* placeWord(Vec2 cm);

}  // namespace knead::app::words
