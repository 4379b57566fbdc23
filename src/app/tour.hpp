// Every screen in turn, without a player: pictures of each to compare with earlier ones, and a check of every text on
// every screen in every language. For developers and tests; draws into memory, not into the window.
#pragma once

#include <string>

#include "app/options.hpp"
#include "app/shelf.hpp"
#include "level/catalogue.hpp"

namespace knead::app {

// Pictures go into options.shots, as NAME.png, if that is not empty; options.checkText checks the texts and prints what
// is wrong, one line each. Gives the program's exit code: 1 if a text is wrong or a picture cannot be written.
[[nodiscard]] int runTour(const Options& options, const level::Catalogue& levels, const Shelf& shelf);

}  // namespace knead::app
