// A player's row, held until the transaction ends.
#pragma once

#include <optional>

#include "server/store/rows.hpp"
#include "server/store/sql.hpp"

namespace knead::server {

struct HeldPlayer {
  bool banned = false;
  Ms created = 0;      // 0: forgotten while banned
  bool isNew = false;  // made by this transaction
};

// Nothing if they are not there.
[[nodiscard]] std::optional<HeldPlayer> lockPlayer(sql::Connection& connection, const board::PublicKey& key);

// The same, made now if they are not there. Throws sql::Failure (again) if somebody else takes the row away in between.
HeldPlayer lockOrMakePlayer(sql::Connection& connection, const board::PublicKey& key, Ms created);

}  // namespace knead::server
