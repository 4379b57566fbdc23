// Where the tour goes: every screen there is, some with every level and every story, and the keys that open what a
// screen does not show at once.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/screens/screen.hpp"

namespace knead::app {

struct TourStop {
  std::string name;  // of its picture
  std::function<std::unique_ptr<Screen>(Services&)> make;
  std::vector<platform::Key> keys = {};  // pressed when the screen has been drawn once
  Drive drive = {};                      // whose hand plays, where it is not the player's
};

[[nodiscard]] std::vector<TourStop> tourStops(const level::Catalogue& levels, const Shelf& shelf);
// A session by a bot from its beginning to its end.
[[nodiscard]] Outcome playedBy(const char* bot, const level::Level& level);

}  // namespace knead::app
