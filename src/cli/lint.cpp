// knead-cli lint: checks level files and folders of them with the reader the game uses.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>

#include "cli/commands.hpp"
#include "level/catalogue.hpp"
#include "level/level_reader.hpp"
#include "level/level_warnings.hpp"

namespace knead::cli {
namespace {

// Words that a new level begins with and nobody has changed. Without the template there is nothing to compare with.
std::vector<Error> warningsOf(const Context& context, const std::string& file) {
  const Result<std::string> folder = context.levelsDir();
  if (!folder) return {};
  const auto shape = level::readLevelFile(folder.value() + "/../assets/new-level.json");
  const auto level = level::readLevelFile(file);
  return shape && level ? level::leftFromTemplate(level.value(), shape.value(), file) : std::vector<Error>();
}

int lint(const Context& context, const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    const auto found = level::levelFilesUnder(path);
    if (!found) return context.fail(found.error());
    files.insert(files.end(), found.value().begin(), found.value().end());
  }
  if (files.empty())
    return context.fail({paths.front(), "", "holds no .json file; name a level or a folder of levels"});
  // The same file by two paths is one.
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  // Two levels with one id or number only show when the whole set is read.
  std::error_code none;
  const bool oneSet = paths.size() == 1 && std::filesystem::is_directory(paths.front() + "/schema", none);
  const std::vector<Error> twins = level::duplicatesAmong(files, oneSet);
  std::size_t bad = 0, warned = 0;
  Json list = Json::array();
  for (const std::string& file : files) {
    std::vector<Error> errors = level::lintLevelFile(file);
    std::copy_if(twins.begin(), twins.end(), std::back_inserter(errors),
                 [&file](const Error& twin) { return twin.file == file; });
    if (!errors.empty()) ++bad;
    Json messages = Json::array();
    for (const Error& error : errors) {
      messages.push_back(errorJson(error));
      if (!context.json) context.print(error.text() + "\n");
    }
    Json warnings = Json::array();
    for (const Error& warning : errors.empty() ? warningsOf(context, file) : std::vector<Error>()) {
      warnings.push_back(errorJson(warning));
      ++warned;
      if (!context.json) context.print("warning: " + warning.text() + "\n");
    }
    list.push_back({{"file", file}, {"ok", errors.empty()}, {"errors", messages}, {"warnings", warnings}});
  }
  if (context.json) {
    context.printJson({{"ok", bad == 0}, {"files", list}});
  } else {
    context.print(std::to_string(files.size()) + (files.size() == 1 ? " level, " : " levels, ") +
                  (bad == 0 ? std::string("nothing wrong") : std::to_string(bad) + " with errors") +
                  (warned == 0   ? std::string()
                   : warned == 1 ? std::string(", 1 warning")
                                 : ", " + std::to_string(warned) + " warnings") +
                  "\n");
  }
  return bad == 0 ? kOk : kFailedCheck;
}

}  // namespace

void addLint(const arguments::Command& app, Context& context) {
  auto paths = std::make_shared<std::vector<std::string>>();
  const arguments::Command command = app.add("lint", "Check level files, or every level of a folder");
  command.value("PATH", *paths, "Files or folders").required();
  command.flag("--json", context.json, "One JSON document");
  command.does([&context, paths] { context.command = [&context, paths] { return lint(context, *paths); }; });
}

}  // namespace knead::cli
