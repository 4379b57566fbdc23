// The commands, one file each. Each function adds one subcommand; when it is named, it sets Context::command.
#pragma once

#include "cli/context.hpp"

namespace CLI {
class App;
}

namespace knead::cli {

void addLevels(CLI::App& app, Context& context);      // levels.cpp
void addLint(CLI::App& app, Context& context);        // lint.cpp
void addRun(CLI::App& app, Context& context);         // run.cpp
void addClassify(CLI::App& app, Context& context);    // classify.cpp
void addVerify(CLI::App& app, Context& context);      // verify.cpp
void addReplayInfo(CLI::App& app, Context& context);  // replay_info.cpp
void addBalance(CLI::App& app, Context& context);     // balance.cpp
void addStudy(CLI::App& app, Context& context);       // study/study.cpp
void addDaily(CLI::App& app, Context& context);       // daily.cpp
void addBench(CLI::App& app, Context& context);       // bench.cpp
void addBoard(CLI::App& app, Context& context);       // board.cpp; only with KNEAD_BUILD_BOARDS
void addWords(CLI::App& app, Context& context);       // words.cpp

}  // namespace knead::cli
