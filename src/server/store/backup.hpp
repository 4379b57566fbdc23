// Keeping a copy of a store in a file, and taking it back. Works while a server runs on the store. A copy counts only
// when it has been read again and holds as much as the store did.
#pragma once

#include <string>

#include "core/result.hpp"
#include "server/store/rows.hpp"

namespace knead::server {

struct BackedUp {
  std::int64_t players = 0, runs = 0, recordings = 0, audit = 0;  // lines of these tables
  int schema = 0;
  std::int64_t bytes = 0;  // of the file
  friend bool operator==(const BackedUp&, const BackedUp&) = default;
};

// The store as it is at one moment, as one file at `to`, which must not be there yet. For PostgreSQL an error that says
// how it is done there.
[[nodiscard]] Result<BackedUp> backUp(const std::string& store, const std::string& to);

// Puts the copy `from` in the place of the store at `to`. A store that has runs is replaced only with `replace`, and is
// kept beside it then, at the path in `kept`. Servers on that store must be stopped.
struct Restored {
  BackedUp what;
  std::string kept;  // empty if there was nothing to keep
};
[[nodiscard]] Result<Restored> restore(const std::string& from, const std::string& to, bool replace);

// Reads the whole file: pages, rows, indices, and what belongs together. Error: the first thing that is wrong.
[[nodiscard]] Result<BackedUp> checkStoreFile(const std::string& path);

}  // namespace knead::server
