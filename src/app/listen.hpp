// A whole session as sound, written to a file without a window or a device: for ears, and for measuring.
#pragma once

#include "app/drivers/drive.hpp"
#include "app/options.hpp"

namespace knead::app {

// Plays `level` by the drive's hand; a session and three seconds after it. Exit code.
[[nodiscard]] int runListen(const Options& options, const Drive& drive, const level::Level& level);

}  // namespace knead::app
