// Takes a store from one schema to another, step by step, each step whole or not at all, and only one program at a
// time. Must not touch a database that is not a store, or one that a newer program has written.
#pragma once

#include <functional>

#include "server/store/sql.hpp"

namespace knead::server::sql {

struct Moved {
  int from = 0, to = 0;
};
// Called before the first step away from a schema that holds something, while nobody else can write.
using BeforeMoving = std::function<Result<std::string>(int from, int to)>;

// Up or down to schema `to`; nothing happens where it is there already. Going down to 0 takes the tables away, and is
// refused while there are runs.
[[nodiscard]] Result<Moved> migrate(Database& database, int to, const BeforeMoving& before);

// 0: an empty database. Error: not a store, or one of a newer program.
[[nodiscard]] Result<int> schemaOf(Database& database);

}  // namespace knead::server::sql
