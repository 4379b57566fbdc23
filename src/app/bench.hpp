// `knead --bench`: what the picture costs on this machine, beside a bare window of the same library. Every figure comes
// from a program of its own, started for it, so that nothing warms up for the next. Plays no part in the game.
#pragma once

#include "app/options.hpp"

namespace knead::app {

// Prints the table; `program`: the path of this program. Gives the exit code.
[[nodiscard]] int runBench(const Options& options, const std::string& program);
// A bare window: opened, cleared, shown; then one font. Prints its figures as lines of value and name.
[[nodiscard]] int runBareWindow(const Options& options);

}  // namespace knead::app
