#include "server/store/player_lock.hpp"

namespace knead::server {
namespace {

constexpr std::string_view kLockPlayer = "SELECT banned, created FROM player WHERE id = ?1 FOR UPDATE";
constexpr std::string_view kAddPlayer =
    "INSERT INTO player (id, name, skeleton, created, banned) VALUES (?1, '', NULL, ?2, 0) ON CONFLICT DO NOTHING";

}  // namespace

std::optional<HeldPlayer> lockPlayer(sql::Connection& connection, const board::PublicKey& key) {
  const sql::Rows rows = connection.rows(kLockPlayer, {key});
  if (rows.empty()) return std::nullopt;
  return HeldPlayer{rows[0].number(0) != 0, rows[0].number(1), false};
}

HeldPlayer lockOrMakePlayer(sql::Connection& connection, const board::PublicKey& key, Ms created) {
  if (const std::optional<HeldPlayer> there = lockPlayer(connection, key)) return *there;
  const bool made = connection.change(kAddPlayer, {key, created}) == 1;
  std::optional<HeldPlayer> player = lockPlayer(connection, key);
  if (!player) throw sql::Failure(sql::Failure::Kind::Again, {"store", "", "a player came and went"});
  player->isNew = made;
  return *player;
}

}  // namespace knead::server
