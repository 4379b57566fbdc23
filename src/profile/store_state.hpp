// What the files of the store share: the open database, and how its columns hold what SQLite has no type for.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <bit>
#include <string>
#include <string_view>

#include "profile/database.hpp"
#include "profile/store.hpp"

namespace knead::profile {

inline std::int64_t signedOf(std::uint64_t bits) { return std::bit_cast<std::int64_t>(bits); }
inline std::uint64_t unsignedOf(std::int64_t bits) { return std::bit_cast<std::uint64_t>(bits); }

// The place of a word; past the end if it is not there.
template <class Ids>
std::size_t indexIn(const Ids& ids, std::string_view id) {
  return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
}

struct Store::State {
  std::string path;
  OpenedDatabase opened;
  bool written = false;  // something, since it was opened
  mutable int seen = 0;  // what the database said of other writers when this one last looked
  [[nodiscard]] SQLite::Database& database() const { return *opened.database; }
  // Changes when another connection has written, never by this one's own writing.
  [[nodiscard]] int others() const { return database().execAndGet("PRAGMA data_version").getInt(); }
};

}  // namespace knead::profile
