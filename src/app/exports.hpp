// Where files go that a player wants to find again (pictures of the window, saved recordings), and what they are
// called. Writes none itself.
#pragma once

#include <string>
#include <vector>

#include "app/options.hpp"

namespace knead::app {

// --shots, else Knead in the folder of pictures (XDG_PICTURES_DIR, ~/Pictures), else in knead's data folder; with
// --portable within that folder.
[[nodiscard]] std::string picturesFolder(const Options& options);
// The same for recordings, in the folder of documents (XDG_DOCUMENTS_DIR, ~/Documents).
[[nodiscard]] std::string recordingsFolder(const Options& options);
// The same for a person to read: the home folder as ~.
[[nodiscard]] std::string shownFolder(const std::string& folder);
// Files of a folder with this extension (without a dot), the newest first, at most a hundred.
struct FileHere {
  std::string path, name;  // name: without folder and extension
  std::string day;         // "2026-11-28", UTC
};
[[nodiscard]] std::vector<FileHere> filesIn(const std::string& folder, const std::string& extension);
// A name in this folder that is not taken: STEM-20261122-214500.EXT, and -2, -3 for more in one second. The folder is
// made if it is not there; empty if it cannot be.
[[nodiscard]] std::string freeName(const std::string& folder, const std::string& stem, const std::string& extension);

}  // namespace knead::app
