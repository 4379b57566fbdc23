// The window and its frames: events to the present screen, 60 pictures a second, full screen, screenshots. Rules and
// drawing are elsewhere.
#pragma once

#include <optional>
#include <string>

#include "app/screens/screen.hpp"
#include "editing/draft.hpp"

namespace knead::app {

struct LoopEnd {
  int exitCode = 0;
  std::string problem;  // one line, if the code is not 0
};

// Opens the window, shows the recording `watched` of the level `chosen`, or plays `chosen`, or the list of levels if
// that is null, or opens the draft in the editor; and goes on until a screen asks to quit.
[[nodiscard]] LoopEnd runWindow(const Options& options, const Drive& drive, const level::Catalogue& levels,
                                const Shelf& shelf, Player& player, const level::Level* chosen,
                                const replay::Replay* watched, std::optional<editing::Draft> draft);

}  // namespace knead::app
