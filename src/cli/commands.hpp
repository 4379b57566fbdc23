// The commands, one file each. Each function adds one subcommand; when it is named, it sets Context::command.
#pragma once

#include "arguments/command.hpp"
#include "cli/context.hpp"

namespace knead::cli {

void addLevels(const arguments::Command& app, Context& context);      // levels.cpp
void addLint(const arguments::Command& app, Context& context);        // lint.cpp
void addRun(const arguments::Command& app, Context& context);         // run.cpp
void addClassify(const arguments::Command& app, Context& context);    // classify.cpp
void addVerify(const arguments::Command& app, Context& context);      // verify.cpp
void addReplayInfo(const arguments::Command& app, Context& context);  // replay_info.cpp
void addBalance(const arguments::Command& app, Context& context);     // balance.cpp
void addStudy(const arguments::Command& app, Context& context);       // study/study.cpp
void addDaily(const arguments::Command& app, Context& context);       // daily.cpp
void addBench(const arguments::Command& app, Context& context);       // bench.cpp
void addBoard(const arguments::Command& app, Context& context);       // board.cpp; only with KNEAD_BUILD_BOARDS
void addWords(const arguments::Command& app, Context& context);       // words.cpp

}  // namespace knead::cli
