// Walks the folder of levels in a fixed order, whatever order the file system gives. Must not keep anything
// between calls.
#include "level/catalogue.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <tuple>

#include "core/file.hpp"
#include "level/level_check.hpp"
#include "level/level_check_schema.hpp"
#include "level/level_json.hpp"
#include "level/level_reader.hpp"

namespace knead::level {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxLevelFiles = 2000;

bool isPath(std::string_view text) {
  return text.find('/') != std::string_view::npos || (text.size() > 5 && text.substr(text.size() - 5) == ".json");
}

std::string stemOf(const std::string& path) { return fs::path(path).stem().string(); }

// Two levels with one id would make the boards ambiguous, two with one number the order of the map; a pack has an order
// of its own.
void refuseTwins(Catalogue& catalogue, bool oneSet) {
  std::vector<LevelEntry> kept;
  for (LevelEntry& entry : catalogue.levels) {
    const auto twin = std::find_if(kept.begin(), kept.end(), [&entry, oneSet](const LevelEntry& other) {
      return other.level.id == entry.level.id ||
             (other.level.number == entry.level.number && (oneSet || other.level.chapter == entry.level.chapter));
    });
    if (twin == kept.end()) {
      kept.push_back(std::move(entry));
      continue;
    }
    const bool sameId = twin->level.id == entry.level.id;
    catalogue.errors.push_back({entry.path, sameId ? "/id" : "/number",
                                "found " + (sameId ? inQuotes(entry.level.id) : std::to_string(entry.level.number)) +
                                    ", which " + twin->path + " has already; allowed: each once; change one"});
  }
  catalogue.levels = std::move(kept);
}

// Not further than one file too many. A folder inside that may not be read is passed over.
std::optional<Error> collectFiles(const std::string& folder, int depth, std::vector<std::string>& into) {
  constexpr int kDeepest = 5;
  const auto names = namesIn(folder);
  if (!names) return names.error();
  for (const std::string& name : names.value()) {
    const std::string path = folder + (folder.back() == '/' ? "" : "/") + name;
    std::error_code ignored;
    // Behind a symbolic link, too; what leads in a circle ends at the depth.
    if (fs::is_directory(path, ignored)) {
      if (name != "schema" && depth < kDeepest && !isClosed(path)) {
        if (auto bad = collectFiles(path, depth + 1, into)) return bad;
      }
    } else if (name.size() > 5 && name.compare(name.size() - 5, 5, ".json") == 0) {
      into.push_back(path);
    }
    if (into.size() > kMaxLevelFiles) break;
  }
  return std::nullopt;
}

}  // namespace

Result<std::string> findDataDir(const std::string& given, const std::vector<std::string>& elsewhere) {
  std::error_code problem;
  const auto holdsLevels = [&problem](const fs::path& folder) { return fs::is_directory(folder / "levels", problem); };
  if (!given.empty()) {
    if (holdsLevels(given)) return given;
    return Error{given, "", "holds no folder \"levels\"; name the folder above it with --data-dir"};
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", problem);
  if (!problem) {
    const fs::path beside = program.parent_path().parent_path() / "share" / "knead";
    if (holdsLevels(beside)) return beside.string();
  }
  for (const std::string& place : elsewhere) {
    if (holdsLevels(place)) return place;
  }
  return Error{"", "", "the levels are not beside this program; name the folder that holds them with --data-dir"};
}

Result<std::vector<std::string>> levelFilesUnder(const std::string& path) {
  std::error_code problem;
  if (!fs::exists(path, problem)) return Error{path, "", "there is no such file or folder"};
  if (!fs::is_directory(path, problem)) return std::vector<std::string>{path};
  std::vector<std::string> files;
  if (const auto bad = collectFiles(path, 0, files)) return *bad;
  if (files.size() > kMaxLevelFiles)
    return Error{path, "", "holds more than " + std::to_string(kMaxLevelFiles) + " .json files; name a smaller folder"};
  std::sort(files.begin(), files.end());
  return files;
}

Catalogue readCatalogue(const std::string& levelsDir) {
  Catalogue catalogue;
  const Result<std::vector<std::string>> files = levelFilesUnder(levelsDir);
  if (!files) {
    catalogue.errors.push_back(files.error());
    return catalogue;
  }
  for (const std::string& path : files.value()) {
    Result<Level> level = readLevelFile(path);
    if (!level) {
      catalogue.errors.push_back(level.error());
      continue;
    }
    std::vector<Error> misplaced = checkPlacement(level.value(), path, true);
    if (misplaced.empty()) {
      catalogue.levels.push_back({path, std::move(level).value(), false});
    } else {
      catalogue.errors.insert(catalogue.errors.end(), misplaced.begin(), misplaced.end());
    }
  }
  std::stable_sort(catalogue.levels.begin(), catalogue.levels.end(), [](const LevelEntry& a, const LevelEntry& b) {
    return std::tie(a.level.number, a.level.id) < std::tie(b.level.number, b.level.id);
  });
  refuseTwins(catalogue, true);
  return catalogue;
}

std::size_t Catalogue::campaign() const {
  return static_cast<std::size_t>(
      std::count_if(levels.begin(), levels.end(), [](const LevelEntry& entry) { return !entry.own; }));
}

const LevelEntry* Catalogue::find(const std::string& id) const {
  const auto at =
      std::find_if(levels.begin(), levels.end(), [&id](const LevelEntry& entry) { return entry.level.id == id; });
  return at == levels.end() ? nullptr : &*at;
}

std::string Catalogue::fileOf(const std::string& id) const {
  const LevelEntry* entry = find(id);
  return entry != nullptr && entry->own ? entry->path : std::string();
}

void addOwnLevels(Catalogue& catalogue, const std::string& dir) {
  std::error_code ignored;
  if (dir.empty() || !fs::is_directory(dir, ignored)) return;
  Catalogue packs;
  const Result<std::vector<std::string>> files = levelFilesUnder(dir);
  if (!files) {
    catalogue.errors.push_back(files.error());
    return;
  }
  for (const std::string& path : files.value()) {
    Result<Level> level = readLevelFile(path);
    std::vector<Error> wrong;
    if (!level)
      wrong.push_back(level.error());
    else
      wrong = checkPlacement(level.value(), path, true);
    if (wrong.empty()) {
      const LevelEntry* taken = catalogue.find(level.value().id);
      if (taken == nullptr) taken = packs.find(level.value().id);
      if (taken != nullptr)
        wrong.push_back({path, "/id",
                         "found " + inQuotes(level.value().id) + ", which " + taken->path +
                             " has already; give this level another id, and its file the same name"});
    }
    if (wrong.empty())
      packs.levels.push_back({path, std::move(level).value(), true});
    else
      catalogue.errors.insert(catalogue.errors.end(), wrong.begin(), wrong.end());
  }
  std::stable_sort(packs.levels.begin(), packs.levels.end(), [](const LevelEntry& a, const LevelEntry& b) {
    return std::tie(a.level.chapter, a.level.number, a.level.id) <
           std::tie(b.level.chapter, b.level.number, b.level.id);
  });
  for (LevelEntry& entry : packs.levels) catalogue.levels.push_back(std::move(entry));
}

void addOwnLevel(Catalogue& catalogue, const std::string& path, const Level& level) {
  if (catalogue.find(level.id) == nullptr) catalogue.levels.push_back({path, level, true});
}

std::vector<Error> duplicatesAmong(const std::vector<std::string>& files, bool oneSet) {
  Catalogue catalogue;
  for (const std::string& file : files) {
    Result<Level> level = readLevelFile(file);
    if (level) catalogue.levels.push_back({file, std::move(level).value(), false});
  }
  refuseTwins(catalogue, oneSet);
  return catalogue.errors;
}

Result<Level> findLevel(const std::string& idOrPath, const std::string& levelsDir) {
  if (isPath(idOrPath)) return readLevelFile(idOrPath);
  const Result<std::vector<std::string>> files = levelFilesUnder(levelsDir);
  if (!files) return files.error();
  std::vector<std::string> stems;
  for (const std::string& path : files.value()) {
    if (stemOf(path) == idOrPath) return readLevelFile(path);
    stems.push_back(stemOf(path));
  }
  const std::string_view close = closestOf(idOrPath, {stems.begin(), stems.end()});
  return Error{levelsDir, "",
               "found no level " + inQuotes(idOrPath) +
                   (close.empty() ? std::string(".") : "; did you mean \"" + std::string(close) + "\"?") +
                   " Allowed: an id that \"knead-cli levels\" lists, or a path to a .json file"};
}

std::vector<Error> lintLevelFile(const std::string& path) {
  const Result<std::string> text = readWholeFile(path, kMaxLevelBytes);
  if (!text) return {text.error()};
  std::vector<Error> errors = lintLevel(text.value(), path);
  if (!errors.empty()) return errors;
  const Result<Level> level = readLevel(text.value(), path);
  if (!level) return {level.error()};
  std::error_code ignored;
  const fs::path absolute = fs::absolute(path, ignored);
  const bool inSet = fs::is_directory(absolute.parent_path().parent_path() / "schema", ignored);
  return checkPlacement(level.value(), inSet ? absolute.string() : path, inSet);
}

}  // namespace knead::level
