#include "server/store/player_lock.hpp"

namespace knead::server {
namespace {

constexpr std::string_view kLockPlayer = "SELECT banned FROM player WHERE id = ?1 FOR UPDATE";
constexpr std::string_view kAddPlayer =
    "INSERT INTO player (id, name, skeleton, created, banned) VALUES (?1, '', NULL, ?2, 0) ON CONFLICT DO NOTHING";

}  // namespace

std::optional<bool> lockPlayer(sql::Connection& connection, const board::PublicKey& key) {
  const sql::Rows rows = connection.rows(kLockPlayer, {key});
  if (rows.empty()) return std::nullopt;
  return rows[0].number(0) != 0;
}

bool lockOrMakePlayer(sql::Connection& connection, const board::PublicKey& key, Ms created, bool* isNew) {
  if (const std::optional<bool> there = lockPlayer(connection, key)) return *there;
  const bool made = connection.change(kAddPlayer, {key, created}) == 1;
  if (isNew != nullptr) *isNew = made;
  const std::optional<bool> banned = lockPlayer(connection, key);
  if (!banned) throw sql::Failure(sql::Failure::Kind::Again, {"store", "", "a player came and went"});
  return *banned;
}

}  // namespace knead::server
