// knead-cli study: the subcommands.
#include "cli/commands.hpp"
#include "cli/study/studies.hpp"

namespace knead::cli {

void addStudy(const arguments::Command& app, Context& context) {
  const arguments::Command study = app.add("study", "Questions about the balance, answered by bots");
  study.commands(1, 1);
  for (const auto add : {addMatrix, addLevelStudy, addGoals, addSearch, addLearner}) add(study, context);
}

}  // namespace knead::cli
