// knead-cli study: questions about the balance, one file each.
#pragma once

#include "arguments/command.hpp"
#include "cli/context.hpp"

namespace knead::cli {

void addGoals(const arguments::Command& study, Context& context);       // goals.cpp
void addMatrix(const arguments::Command& study, Context& context);      // matrix.cpp
void addLearner(const arguments::Command& study, Context& context);     // learner.cpp
void addLevelStudy(const arguments::Command& study, Context& context);  // levels.cpp
void addSearch(const arguments::Command& study, Context& context);      // search.cpp

}  // namespace knead::cli
