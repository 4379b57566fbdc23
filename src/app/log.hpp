// What a maintainer wants to read beside a player's report: a small file that tells what the program did. Quiet on the
// terminal; nothing of what is played depends on it.
#pragma once

#include <string>

namespace knead::app::log {

// From now on writes to `folder`/knead.log, at most three files of a quarter of a megabyte. An empty folder: nowhere.
// What cannot be written is given up without a word: the game goes on.
void open(const std::string& folder);
void info(const std::string& line);
void warn(const std::string& line);
// Writes what is still in memory.
void close();

}  // namespace knead::app::log
