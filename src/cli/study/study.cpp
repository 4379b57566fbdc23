// knead-cli study: the subcommands.
#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/study/studies.hpp"

namespace knead::cli {

void addStudy(CLI::App& app, Context& context) {
  CLI::App* study = app.add_subcommand("study", "Questions about the balance, answered by bots");
  study->require_subcommand(1);
  for (const auto add : {addMatrix, addLevelStudy, addGoals, addSearch, addLearner}) add(*study, context);
}

}  // namespace knead::cli
