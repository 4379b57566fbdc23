// Opens a store, whichever it is, and brings its schema up to date.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "server/store/store.hpp"

namespace knead::server {

struct OpenOptions {
  int connections = 8;         // PostgreSQL: at most, of this process. Each server of many has its own
  int readers = 4;             // SQLite: connections that read at once
  std::int64_t mostBytes = 0;  // SQLite: the file does not grow beyond this; 0 = as large as the disk
  bool create = true;          // SQLite: make the file where it is new
  int waitMs = 5000;           // SQLite: for another program that writes, before a transaction is given up
  // Is told, in one English sentence each, what happened that somebody may want to know later: a schema that was moved,
  // and where the file of before is kept.
  std::function<void(const std::string&)> say;
};

// `where` is the path of a file (SQLite) or "postgresql://user@host/database" (PostgreSQL; "postgres://" too).
[[nodiscard]] Result<std::unique_ptr<Store>> openStore(const std::string& where, const OpenOptions& options = {});
[[nodiscard]] bool isPostgres(const std::string& where);

// Takes the store to another schema, down too, for a program of an earlier version. No server may run on it meanwhile.
// A file is backed up before. Gives the schema that was there.
[[nodiscard]] Result<int> moveStore(const std::string& where, int schema, const OpenOptions& options = {});
// The schema that this program works with.
[[nodiscard]] int schemaWanted();

}  // namespace knead::server
