// One SQLite file of the player: opened with what keeps it whole (write-ahead log, every commit flushed to the disk),
// brought up to the newest schema step by step, set aside when it is damaged. Knows no table by name.
#pragma once

#include <memory>
#include <optional>
#include <string>

namespace SQLite {
class Database;
}

namespace knead::profile {

struct OpenedDatabase {
  OpenedDatabase();
  OpenedDatabase(OpenedDatabase&&) noexcept;
  OpenedDatabase& operator=(OpenedDatabase&&) noexcept;
  ~OpenedDatabase();
  std::unique_ptr<SQLite::Database> database;  // always there
  bool kept = false;   // false: it lives in memory, and what happens now is gone with the program
  std::string notice;  // what the player should be told; empty when all is well
};

// `path`: a file, made if it is not there; empty: in memory. A damaged file is set aside under another name, and the
// last copy (copyDatabase) takes its place; one of a newer schema is left alone; one that cannot be written is read.
// `mostPages`: the file grows no further, as on a full disk; 0: no limit.
[[nodiscard]] OpenedDatabase openDatabase(const std::string& path, int mostPages = 0);

// A whole copy beside the file, as PATH.bak. False: it could not be made, and the one before is still there.
[[nodiscard]] bool copyDatabase(SQLite::Database& database, const std::string& path);

// What is wrong with a file that came from elsewhere: damaged, newer, or with other tables than a profile has; nothing
// if it may be used.
[[nodiscard]] std::optional<std::string> faultOf(const std::string& path);

}  // namespace knead::profile
