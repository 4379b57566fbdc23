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
  bool own = false;  // the player's, of a pack; not of the campaign
};
struct Catalogue {
  std::vector<LevelEntry> levels;  // by number, then id
  std::vector<Error> errors;       // of files that are not among the levels
  // How many belong to the campaign; they come first.
  [[nodiscard]] std::size_t campaign() const;
  // Null if there is none of this id.
  [[nodiscard]] const LevelEntry* find(const std::string& id) const;
  // The file of a level of one's own, which may change while it is played; empty for the game's.
  [[nodiscard]] std::string fileOf(const std::string& id) const;
};

// The folder that holds levels/ and assets/: `given` where it is not empty, else ../share/knead beside the program,
// else the first of `elsewhere`. Error: no such folder, with what to do.
[[nodiscard]] Result<std::string> findDataDir(const std::string& given, const std::vector<std::string>& elsewhere);

// Reads `levelsDir`/<chapter>/<id>.json; the folder `schema` is passed over.
[[nodiscard]] Catalogue readCatalogue(const std::string& levelsDir);

// Adds the levels of the player's packs, `dir`/<pack>/<id>.json, after the campaign's: by pack, then number. A level's
// chapter has to be the name of its pack. An id that is taken is refused; a folder that is not there is no error.
void addOwnLevels(Catalogue& catalogue, const std::string& dir);
// Adds one file, which may lie anywhere; nothing happens if its id is there already.
void addOwnLevel(Catalogue& catalogue, const std::string& path, const Level& level);

// Every .json file of a folder tree (or the file itself), sorted; folders named `schema` are passed over.
[[nodiscard]] Result<std::vector<std::string>> levelFilesUnder(const std::string& path);

// A path (anything with a slash or ending in .json) is read as it is; an id is looked for in the catalogue, and
// a misspelt one gets a suggestion.
[[nodiscard]] Result<Level> findLevel(const std::string& idOrPath, const std::string& levelsDir);

// Files whose level shares an id with one before it, or its number: of one chapter, or, `oneSet`, of them all.
[[nodiscard]] std::vector<Error> duplicatesAmong(const std::vector<std::string>& files, bool oneSet);

// Everything wrong with a level file: its text, then its place. The folder is compared with the chapter when the
// file is part of a set of levels (a folder `schema` lies beside its chapter).
[[nodiscard]] std::vector<Error> lintLevelFile(const std::string& path);

}  // namespace knead::level
