// Whom a player races: a recording of the same level by the same rules, with a name. Where it comes from (the player's
// own best or last run, a file, a board) is nobody's business after that.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/player.hpp"
#include "core/result.hpp"
#include "replay/format.hpp"

namespace knead::app {

struct Ghost {
  std::string label;  // as it stands beside its hand
  replay::Replay replay;
};

// One way to choose a ghost on a level: a value of Option::Ghost, and what it comes to.
struct GhostChoice {
  int kind = 0;
  std::string words;  // "My best: 81,230"
  bool there = true;  // false: there is none of this kind yet
};
[[nodiscard]] std::vector<GhostChoice> ghostChoices(const Player& player, const level::Level& level);

// The ghost that the player's settings ask for; nothing when none is wanted or there is none yet. Error: a recording
// that is of another level, of another version of it, or of other rules, with words that say so.
[[nodiscard]] Result<std::optional<Ghost>> ghostFor(const Player& player, const level::Level& level);
// A file as a ghost.
[[nodiscard]] Result<Ghost> ghostFromFile(const std::string& path, const level::Level& level);

}  // namespace knead::app
