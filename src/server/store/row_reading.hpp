// Rows of the database as rows of the store. The lists of columns and the functions that read them stand side by side,
// because they must agree.
#pragma once

#include "server/store/rows.hpp"
#include "server/store/sql.hpp"
#include "server/store/store.hpp"
#include "server/store/worth_columns.hpp"

namespace knead::server {

// Of the table `run`, under the name r.
inline const std::string kRunColumns =
    "r.id, r.board, r.player, r.received, r.hidden, r.flag, r.recorded, " + worthNames("r.");
inline constexpr std::size_t kRunWidth = 7 + kWorthColumns.size();
[[nodiscard]] RunRow runOf(const sql::Row& row);
// What `worthValues` and `worthChanges` want there.
inline void addWorth(std::vector<sql::Param>& parameters, const board::Worth& worth) {
  for (const WorthColumn& column : kWorthColumns) parameters.emplace_back(column.get(worth));
}

// Those, the player's under p, and minus_score of `best` under b.
inline const std::string kStandingColumns = kRunColumns + ", p.name, p.created, p.banned";
// The rank is not in the database.
[[nodiscard]] Standing standingOf(const sql::Row& row);

// Those of a run, the board's level under b and the bytes of the recording under g.
inline const std::string kToJudgeColumns = kRunColumns + ", b.level_id, g.bytes";
[[nodiscard]] Store::ToJudge toJudgeOf(const sql::Row& row);

inline const std::string kBoardColumns = "id, level_id, frozen, players, last_run";
[[nodiscard]] BoardRow boardOf(const sql::Row& row);

// What `limit` may be for a database: negative means none.
[[nodiscard]] constexpr std::int64_t atLeastNone(int limit) { return limit < 0 ? 0 : limit; }

}  // namespace knead::server
