// Rows of the database as rows of the store. The lists of columns and the functions that read them stand side by side,
// because they must agree.
#pragma once

#include "server/store/rows.hpp"
#include "server/store/sql.hpp"
#include "server/store/store.hpp"

namespace knead::server {

// Of the table `run`, under the name r.
inline const std::string kRunColumns =
    "r.id, r.board, r.player, r.received, r.score, r.stars, r.claimed_score, r.pain_before, r.pain_after, r.ending, "
    "r.ticks, r.state_hash, r.drift_second, r.hidden, r.flag, r.recorded";
inline constexpr std::size_t kRunWidth = 16;
[[nodiscard]] RunRow runOf(const sql::Row& row);

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
