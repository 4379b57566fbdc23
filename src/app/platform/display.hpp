// Is there a display with OpenGL to open a window on? Asked before any SFML object, because SFML aborts without one.
#pragma once

#include <string>

namespace knead::app::platform {

// Empty if there is one; otherwise one line that says why not and what to do.
[[nodiscard]] std::string displayProblem();

}  // namespace knead::app::platform
