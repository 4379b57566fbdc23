// What all pages share: the frame around them, and small pieces that say the same everywhere.
#pragma once

#include "server/http/message.hpp"
#include "server/pages/html.hpp"
#include "server/site.hpp"

namespace knead::server::pages {

struct Frame {
  std::string title;
  bool screen = false;  // for a wall
  bool player = false;  // loads the script that plays a run
  int status = 200;
  int cacheSeconds = 1;
};
[[nodiscard]] http::Response framed(const Site& site, const Frame& frame, const Html& body);

// "First touch", or the id of a level that is not here.
[[nodiscard]] std::string titleOf(const Site& site, const std::string& levelId, std::uint64_t levelHash);
// "mouse", "touch, assisted".
[[nodiscard]] std::string wayOf(const board::Key& key);
// "2026-11-28 17:40", UTC.
[[nodiscard]] std::string timeText(Ms time);
void writePlayer(Html& html, const PlayerRow& player);
void writeStars(Html& html, int stars);
// "6.4 → 0.8"
void writePain(Html& html, const RunRow& run);

}  // namespace knead::server::pages
