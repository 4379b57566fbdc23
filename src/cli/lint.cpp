// knead-cli lint: checks level files and folders of them with the reader the game uses.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "level/catalogue.hpp"

namespace knead::cli {
namespace {

int lint(const Context& context, const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    const auto found = level::levelFilesUnder(path);
    if (!found) return context.fail(found.error());
    files.insert(files.end(), found.value().begin(), found.value().end());
  }
  if (files.empty())
    return context.fail({paths.front(), "", "holds no .json file; name a level or a folder of levels"});
  std::size_t bad = 0;
  Json list = Json::array();
  for (const std::string& file : files) {
    const std::vector<Error> errors = level::lintLevelFile(file);
    if (!errors.empty()) ++bad;
    Json messages = Json::array();
    for (const Error& error : errors) {
      messages.push_back(errorJson(error));
      if (!context.json) context.print(error.text() + "\n");
    }
    list.push_back({{"file", file}, {"ok", errors.empty()}, {"errors", messages}});
  }
  // Two levels with one id or number only show when the whole set is read.
  std::vector<Error> twins;
  for (const std::string& path : paths) {
    for (const Error& error : level::duplicatesUnder(path)) twins.push_back(error);
  }
  for (const Error& error : twins) {
    ++bad;
    if (!context.json) context.print(error.text() + "\n");
    list.push_back({{"file", error.file}, {"ok", false}, {"errors", Json::array({errorJson(error)})}});
  }
  if (context.json) {
    context.printJson({{"ok", bad == 0}, {"files", list}});
  } else {
    context.print(std::to_string(files.size()) + (files.size() == 1 ? " level, " : " levels, ") +
                  (bad == 0 ? std::string("nothing wrong\n") : std::to_string(bad) + " with errors\n"));
  }
  return bad == 0 ? kOk : kFailedCheck;
}

}  // namespace

void addLint(CLI::App& app, Context& context) {
  auto paths = std::make_shared<std::vector<std::string>>();
  CLI::App* command = app.add_subcommand("lint", "Check level files, or every level of a folder");
  command->add_option("PATH", *paths, "Files or folders")->required();
  command->add_flag("--json", context.json, "One JSON document");
  command->callback([&context, paths] { context.command = [&context, paths] { return lint(context, *paths); }; });
}

}  // namespace knead::cli
