// A session as a block of floats that a picture reads, and the table of where in it each thing lies. Nothing is worked
// out here; units are those of sim::Session.
#pragma once

#include <string>
#include <vector>

#include "web/player.hpp"

namespace knead::web {

// JSON: muscles, vertebrae, grid and the table of parts.
[[nodiscard]] std::string bodyText();
// Fills `frame`, which is made as large as it must be.
void writeFrame(const Player& player, std::vector<float>& frame);

}  // namespace knead::web
