// The program: options, data, driver and display, each with a plain message if it is wrong; then the window. Exit
// codes: 0 ok, 1 run time, 2 usage, 3 missing or bad data, 4 no display.
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <future>

#include "app/apply_settings.hpp"
#include "app/bench.hpp"
#include "app/crash_log.hpp"
#include "app/listen.hpp"
#include "app/log.hpp"
#include "app/loop.hpp"
#include "app/platform/display.hpp"
#include "app/platform/shared_data.hpp"
#include "app/shelf.hpp"
#include "app/tour.hpp"
#include "bots/bot.hpp"
#include "core/file.hpp"
#include "core/guarded.hpp"
#include "daily/daily.hpp"
#include "editing/draft.hpp"
#include "level/level_reader.hpp"
#include "replay/read.hpp"

namespace knead::app {
namespace {

int fail(int code, const std::string& what) {
  std::fprintf(stderr, "knead: %s\n", what.c_str());
  return code;
}

Result<std::string> findData(const Options& options) {
  std::vector<std::string> places;
#ifdef KNEAD_SOURCE_DATA_DIR
  places.emplace_back(KNEAD_SOURCE_DATA_DIR);
#endif
  for (const std::string& folder : platform::sharedDataFolders()) places.push_back(folder + "/knead");
  return level::findDataDir(options.dataDir, places);
}

// Where the player's own packs of levels lie; empty if nothing of theirs is to be read.
std::string packsFolder(const Options& options) {
  if (options.safeMode) return {};
  const auto dirs = options.portable.empty() ? profile::playersDirs(profile::systemEnvironment())
                                             : Result<profile::Dirs>(profile::portableDirs(options.portable));
  return dirs ? dirs.value().data + "/levels" : std::string();
}

bool isPath(const std::string& text) {
  return text.find('/') != std::string::npos || (text.size() > 5 && text.substr(text.size() - 5) == ".json");
}

// The level that is to be played: one of the player's own by its id, else as everywhere.
Result<level::Level> readChosen(const Options& options, level::Catalogue& levels) {
  const level::LevelEntry* entry = levels.find(options.level);
  if (entry != nullptr) return entry->level;
  auto found = level::findLevel(options.level, options.data + "/levels");
  if (found && isPath(options.level)) level::addOwnLevel(levels, options.level, found.value());
  return found;
}

// The draft that --edit names: a file as it is, an id in the folder of one's own levels.
Result<editing::Draft> openDraft(const Options& options, const level::Catalogue& levels) {
  std::string path = options.edit;
  if (!isPath(path)) {
    const level::LevelEntry* entry = levels.find(path);
    if (entry != nullptr && !entry->own)
      return Error{path, "", "is one of the game's levels; choose another id, or give a file to write"};
    const std::string packs = packsFolder(options);
    if (entry == nullptr && packs.empty())
      return Error{path, "", "--safe-mode has no folder of own levels; give a file to write"};
    path = entry != nullptr ? entry->path : packs + "/my-levels/" + path + ".json";
  }
  std::error_code bad;
  const auto folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, bad);
  if (bad) return Error{folder.string(), "", "cannot make this folder: " + bad.message()};
  const auto shape = readWholeFile(options.data + "/assets/new-level.json", level::kMaxLevelBytes);
  if (!shape) return shape.error();
  return editing::Draft::open(path, shape.value());
}

// The recording, and in `level` the level that it was played on.
Result<replay::Replay> readWatched(const std::string& path, const std::string& data, const level::Catalogue& levels,
                                   std::optional<level::Level>& level) {
  const auto read = replay::readReplayFile(path);
  if (!read) return read.error();
  const std::string& id = read.value().header.levelId;
  for (const level::LevelEntry& entry : levels.levels) {
    if (entry.level.id == id) level = entry.level;
  }
  if (const auto day = daily::dayOfId(id); day && !level) {
    const auto material = daily::readMaterial(data + "/assets");
    if (!material) return material.error();
    auto found = daily::levelOf(*day, material.value());
    if (!found) return found.error();
    level = std::move(found).value();
  }
  if (!level)
    return Error{path, "level", "it was played on \"" + id + "\", which is not here; give its folder with --data-dir"};
  return readRecording(path, *level);
}

// What a report needs first: which program, which levels, what of the settings is not usual. Then the crash of an
// earlier run, if there was one.
void beginLog(Player& player, const level::Catalogue& levels) {
  const std::string folder = player.stateFolder();
  log::open(folder);
  crash::watch(folder);
  std::string settings;
  for (const profile::OptionRow& row : profile::optionTable()) {
    const int value = player.settings().get(row.option);
    if (value != row.usual) settings += std::string(" ") + row.id + "=" + std::to_string(value);
  }
  log::info(std::string("Knead ") + KNEAD_VERSION + ", SFML " + platform::sfmlVersion() + ", " +
            std::to_string(levels.levels.size()) + " levels, settings:" + (settings.empty() ? " usual" : settings));
  for (const Error& error : levels.errors) log::warn(error.text());
  if (const std::string last = crash::takeLast(folder); !last.empty()) player.tellCrash(last);
}

int run(int argc, char** argv) {
  int exitCode = 0;
  const auto read = readOptions(argc, argv, exitCode);
  if (!read) return exitCode;
  const Result<std::string> folder = findData(*read);
  if (!folder) return fail(3, folder.error().text());
  const std::string& data = folder.value();
  Options options = *read;
  options.data = data;
  // Files are read while OpenGL wakes up, which takes as long. What a command line asks for is judged first.
  auto reading = std::async(std::launch::async,
                            [&data] { return std::pair(level::readCatalogue(data + "/levels"), readShelf(data)); });
  platform::OpenGl gl;
  std::string problem;
  const auto openGl = [&] {
    platform::quietLog();
    problem = gl.open();
  };
  const bool justTheGame = options.level.empty() && options.watch.empty() && options.edit.empty() && !options.bench &&
                           options.benchPart != "bare" && !options.tour;
  if (justTheGame) openGl();
  auto [levels, shelf] = reading.get();
  std::optional<level::Level> chosen;
  if (levels.levels.empty() && options.level.empty())
    return fail(3, data + "/levels: holds no level that can be read" +
                       (levels.errors.empty() ? std::string() : "; " + levels.errors.front().text()));
  if (!options.tour) level::addOwnLevels(levels, packsFolder(options));
  if (!options.level.empty()) {
    auto found = readChosen(options, levels);
    if (!found) return fail(3, found.error().text());
    chosen = std::move(found).value();
    if (!options.bot.empty() && !bots::makeBot(options.bot, *chosen, options.seed)) {
      std::string names;
      for (const auto name : bots::botNames()) names += " " + std::string(name);
      return fail(2, "--bot: found \"" + options.bot + "\"; allowed:" + names);
    }
  }
  if (!options.ghost.empty()) {
    const auto ghost = readRecording(options.ghost, *chosen);
    if (!ghost) return fail(3, ghost.error().text());
  }
  std::optional<replay::Replay> watched;
  if (!options.watch.empty()) {
    auto found = readWatched(options.watch, data, levels, chosen);
    if (!found) return fail(3, found.error().text());
    watched = std::move(found).value();
  }
  std::optional<editing::Draft> draft;
  if (!options.edit.empty()) {
    auto opened = openDraft(options, levels);
    if (!opened) return fail(3, opened.error().text());
    draft = std::move(opened).value();
  }
  Drive drive;
  if (chosen && !watched) {
    auto found = readDrive(options, *chosen);
    if (!found) return fail(3, found.error().text());
    drive = std::move(found).value();
  }
  if (!options.shots.empty()) {
    std::error_code bad;
    std::filesystem::create_directories(options.shots, bad);
    if (bad) return fail(1, options.shots + ": cannot make this folder; give another with --shots");
  }
  if (!options.listen.empty()) {
    if (!drive.driven()) return fail(2, "--listen: nobody plays; give --bot, --trace or --replay");
    return runListen(options, drive, *chosen);
  }
  if (options.benchPart == "bare") {
    platform::quietLog();
    return runBareWindow(options);
  }
  if (options.bench) {
    std::error_code none;
    return runBench(options, std::filesystem::read_symlink("/proc/self/exe", none).string());
  }
  if (!justTheGame) openGl();
  if (!problem.empty()) return fail(4, problem);
  if (!shelf) return fail(3, shelf.error().text());
  if (options.tour) return runTour(options, levels, shelf.value());
  Player player(options, drive.driven());
  applySettings(player.settings());
  beginLog(player, levels);
  const LoopEnd end = runWindow(options, drive, levels, shelf.value(), player, chosen ? &*chosen : nullptr,
                                watched ? &*watched : nullptr, std::move(draft));
  log::info(end.exitCode == 0 ? "ended" : "ended: " + end.problem);
  log::close();
  return end.exitCode == 0 ? 0 : fail(end.exitCode, end.problem);
}

}  // namespace
}  // namespace knead::app

int main(int argc, char** argv) {
  // A display or a sound server that goes while it is written to is told by that call, not by the end of the program.
  std::signal(SIGPIPE, SIG_IGN);
  return knead::guarded(
      1, [](const char* what) { std::fprintf(stderr, "knead: %s\n", what); },
      // What nobody expected to be thrown is a crash, and leaves what a crash leaves (crash_log).
      [&]() noexcept { return knead::app::run(argc, argv); });
}
