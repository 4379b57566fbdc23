// All levels of a folder, in order, and the search for one by id or path. The only part of src/level that
// looks into folders. One bad file never hides the good ones.
#pragma once

#include <string>
#include <vector>

#include "core/result.hpp"
#include "level/level.hpp"

namespace knead::level {

struct LevelEntry {
  std::string path;
  Level level;
};
struct Catalogue {
  std::vector<LevelEntry> levels;  // by number, then id
  std::vector<Error> errors;       // of files that are not among the levels
};

// Reads `levelsDir`/<chapter>/<id>.json; the folder `schema` is passed over.
[[nodiscard]] Catalogue readCatalogue(const std::string& levelsDir);

// Every .json file of a folder tree (or the file itself), sorted; folders named `schema` are passed over.
[[nodiscard]] Result<std::vector<std::string>> levelFilesUnder(const std::string& path);

// A path (anything with a slash or ending in .json) is read as it is; an id is looked for in the catalogue, and
// a misspelt one gets a suggestion.
[[nodiscard]] Result<Level> findLevel(const std::string& idOrPath, const std::string& levelsDir);

// Levels of a folder that share an id or a number with one before them; nothing for a file.
[[nodiscard]] std::vector<Error> duplicatesUnder(const std::string& path);

// Everything wrong with a level file: its text, then its place. The folder is compared with the chapter when the
// file is part of a set of levels (a folder `schema` lies beside its chapter).
[[nodiscard]] std::vector<Error> lintLevelFile(const std::string& path);

}  // namespace knead::level
