// A player's row, held until the transaction ends.
#pragma once

#include <optional>

#include "server/store/rows.hpp"
#include "server/store/sql.hpp"

namespace knead::server {

// Whether they are banned; nothing if they are not there.
[[nodiscard]] std::optional<bool> lockPlayer(sql::Connection& connection, const board::PublicKey& key);

// The same, made now if they are not there; `isNew` tells. Throws sql::Failure (again) if somebody else takes the row
// away in between.
bool lockOrMakePlayer(sql::Connection& connection, const board::PublicKey& key, Ms created, bool* isNew = nullptr);

}  // namespace knead::server
