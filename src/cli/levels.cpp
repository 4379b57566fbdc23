// knead-cli levels: the levels there are.
#include <memory>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "level/catalogue.hpp"

namespace knead::cli {
namespace {

int listLevels(const Context& context, bool onlyIds) {
  const Result<std::string> folder = context.levelsDir();
  if (!folder) return context.fail(folder.error());
  const level::Catalogue catalogue = level::readCatalogue(folder.value());
  for (const Error& error : catalogue.errors) context.note("knead-cli: " + error.text() + "\n");
  Json list = Json::array();
  for (const level::LevelEntry& entry : catalogue.levels) {
    const level::Level& level = entry.level;
    list.push_back({{"id", level.id},
                    {"title", level.title},
                    {"chapter", level.chapter},
                    {"pain", level::idOf(level.pain)},
                    {"seconds", level.seconds},
                    {"hash", hexText(level.hash)},
                    {"number", level.number}});
    if (context.json) continue;
    if (onlyIds) {
      context.print(level.id + "\n");
    } else {
      context.print(formatted("%3d  %-24s %-18s %4d s  %s\n", level.number, level.id.c_str(),
                              std::string(level::idOf(level.pain)).c_str(), level.seconds, level.title.c_str()));
    }
  }
  if (context.json) context.printJson({{"levels", list}});
  return catalogue.errors.empty() ? kOk : kBadInput;
}

}  // namespace

void addLevels(const arguments::Command& app, Context& context) {
  auto onlyIds = std::make_shared<bool>(false);
  const arguments::Command command = app.add("levels", "List the levels, in the game's order");
  const arguments::Option json = command.flag("--json", context.json, "One JSON document");
  command.flag("--ids", *onlyIds, "Only the ids, one a line").excludes(json);
  command.does(
      [&context, onlyIds] { context.command = [&context, onlyIds] { return listLevels(context, *onlyIds); }; });
}

}  // namespace knead::cli
