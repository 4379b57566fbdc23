// knead-cli study: questions about the balance, one file each.
#pragma once

#include "cli/context.hpp"

namespace CLI {
class App;
}

namespace knead::cli {

void addGoals(CLI::App& study, Context& context);       // goals.cpp
void addMatrix(CLI::App& study, Context& context);      // matrix.cpp
void addLearner(CLI::App& study, Context& context);     // learner.cpp
void addLevelStudy(CLI::App& study, Context& context);  // levels.cpp
void addSearch(CLI::App& study, Context& context);      // search.cpp

}  // namespace knead::cli
