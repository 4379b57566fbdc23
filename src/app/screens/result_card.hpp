// A result as a picture to show around: who, what came of it, the session as a line, and the run's hash, by which it
// can be told from any other. Drawn on its own, whatever the window shows.
#pragma once

#include <string>

#include "app/screens/screen.hpp"

namespace knead::app {

// Writes it as a PNG of 1600x900. False: it cannot be written. `day`: "2026-11-28".
[[nodiscard]] bool saveResultCard(Services& services, const Outcome& outcome, const std::string& day,
                                  const std::string& path);
// The same into any target of 16:9, as large as it is.
void drawResultCard(sf::RenderTarget& target, Services& services, const Outcome& outcome, const std::string& day);

}  // namespace knead::app
