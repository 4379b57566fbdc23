// A database in one file (SQLite): for one server, and for tools beside it. One connection writes, a few read, so that
// who reads a board never waits for who writes. Knows nothing of boards.
#pragma once

#include <memory>

#include "server/store/sql.hpp"

namespace knead::server::sql {

struct SqliteOptions {
  int readers = 4;
  std::int64_t mostBytes = 0;  // the file does not grow beyond this; 0 = as large as the disk
  bool create = true;
  int waitMs = 5000;  // for whoever else writes, before a transaction is given up
};

// Throws `Failure`.
[[nodiscard]] std::unique_ptr<Database> openSqlite(const std::string& path, const SqliteOptions& options);

// What an error code of SQLite means for whoever runs the server.
[[nodiscard]] Failure sqliteFailure(const std::string& path, int code, const std::string& message);

}  // namespace knead::server::sql
