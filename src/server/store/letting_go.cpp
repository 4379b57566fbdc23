// Recordings that nothing needs any more. No line of a board moves, so players need no lock; the boards, whose bytes
// are counted, are locked in the order of their names as everywhere.
#include <set>

#include "server/store/row_reading.hpp"
#include "server/store/sql_store.hpp"
#include "server/store/standings.hpp"

namespace knead::server {
namespace {

const std::string kOldest = "SELECT r.received, r.id, r.board FROM run r WHERE r.recorded = 1 AND r.received < ?1";
const std::string kInOrder = " ORDER BY r.received, r.id LIMIT ?2";
const std::string kFirst = kOldest + kInOrder;
const std::string kOldestBehind = kOldest + " AND (r.received, r.id) > (?3, ?4)" + kInOrder;
// Said again where the row is held: it may have been marked, hidden or flagged since.
constexpr std::string_view kLetGo =
    "UPDATE run SET recorded = 0 WHERE id = ?1 AND recorded = 1 AND hidden = 0 AND flag = '' AND to_judge = 0 AND "
    "NOT EXISTS (SELECT 1 FROM best WHERE best.board = run.board AND best.player = run.player AND best.run = run.id)";
constexpr std::string_view kBytes = "SELECT LENGTH(bytes) FROM recording WHERE run = ?1";
constexpr std::string_view kDrop = "DELETE FROM recording WHERE run = ?1";

}  // namespace

Result<Store::LetGo> SqlStore::letRecordingsGo(Ms before, const std::optional<At>& after, int limit) {
  return m_database->write([&](sql::Connection& connection) {
    LetGo out;
    const sql::Rows rows =
        after ? connection.rows(kOldestBehind, {before, atLeastNone(limit), after->received, after->run})
              : connection.rows(kFirst, {before, atLeastNone(limit)});
    if (rows.empty()) return out;
    out.last = At{rows.back().number(0), rows.back().array<32>(1)};
    Standings standings(connection);
    std::set<std::string> boards;
    for (const sql::Row& row : rows) boards.insert(row.text(2));
    for (const std::string& board : boards) (void)standings.lock(board);
    for (const sql::Row& row : rows) {
      const auto run = row.array<32>(1);
      if (connection.change(kLetGo, {run}) == 0) continue;
      const std::int64_t bytes = connection.rows(kBytes, {run}).at(0).number(0);
      (void)connection.change(kDrop, {run});
      standings.count(row.text(2), 0, -bytes, 0);
      ++out.recordings;
      out.bytes += bytes;
    }
    standings.finish();
    return out;
  });
}

}  // namespace knead::server
