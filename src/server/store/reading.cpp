// Looking: boards, runs, players. Each answer comes out of one transaction, so that ranks and lines belong together.
#include <algorithm>

#include "server/store/row_reading.hpp"
#include "server/store/sql_store.hpp"
#include "server/store/standings.hpp"

namespace knead::server {
namespace {

const std::string kLines =
    "SELECT " + kStandingColumns +
    " FROM best b JOIN run r ON r.id = b.run JOIN player p ON p.id = b.player WHERE b.board = ?1";
const std::string kUpwards = " ORDER BY b.minus_score, b.received, b.player LIMIT ?2";
const std::string kTop = kLines + kUpwards;
const std::string kBehind = kLines + " AND (b.minus_score, b.received, b.player) > (?3, ?4, ?5)" + kUpwards;
const std::string kAbove = kLines +
                           " AND (b.minus_score, b.received, b.player) < (?3, ?4, ?5) "
                           "ORDER BY b.minus_score DESC, b.received DESC, b.player DESC LIMIT ?2";
const std::string kOwn = kLines + " AND b.player = ?2";

const std::string kRun = "SELECT " + kRunColumns + " FROM run r WHERE r.id = ?1";
const std::string kRunsOf =
    "SELECT " + kRunColumns + " FROM run r WHERE r.player = ?1 ORDER BY r.received DESC, r.id DESC LIMIT ?2";
const std::string kFlagged =
    "SELECT " + kRunColumns + " FROM run r WHERE r.flag <> '' ORDER BY r.received DESC, r.id DESC LIMIT ?1";
const std::string kEvery = "SELECT " + kToJudgeColumns +
                           " FROM run r JOIN board b ON b.id = r.board JOIN recording g ON g.run = r.id "
                           "WHERE r.id > ?1 ORDER BY r.id LIMIT ?2";

const std::string kBoards = "SELECT " + kBoardColumns + " FROM board";
const std::string kLastPlayedFirst = " ORDER BY last_run DESC, id LIMIT ?1";
const std::string kBoard = kBoards + " WHERE id = ?1";
const std::string kAllBoards = kBoards + kLastPlayedFirst;
const std::string kBoardsOfLevel = kBoards + " WHERE level_id = ?2" + kLastPlayedFirst;
const std::string kBoardsOfDay = kBoards + " WHERE day = ?2" + kLastPlayedFirst;
const std::string kBoardsOfNoDay = kBoards + " WHERE day IS NULL" + kLastPlayedFirst;
const std::string kBoardsOfBoth = kBoards + " WHERE level_id = ?2 AND day = ?3" + kLastPlayedFirst;

constexpr std::string_view kPlayer = "SELECT name, created, banned FROM player WHERE id = ?1";
// What grows without end is not counted here: boards keep their own numbers, and the other questions have an index that
// holds only what is asked for. Players are counted one by one, in their index.
constexpr std::string_view kCounts =
    "SELECT (SELECT COUNT(*) FROM player), "
    "(SELECT CAST(COALESCE(SUM(runs), 0) AS BIGINT) FROM board), (SELECT COUNT(*) FROM board), "
    "(SELECT COUNT(*) FROM run WHERE flag <> ''), (SELECT COUNT(*) FROM run WHERE drift_second > 0), "
    "(SELECT COUNT(*) FROM run WHERE to_judge = 1), "
    "(SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM board)";

Place placeOf(const Standing& line) {
  return {-static_cast<std::int64_t>(line.run.score), line.run.received, line.run.player};
}

std::vector<Standing> linesOf(const sql::Rows& rows) {
  std::vector<Standing> out;
  out.reserve(rows.size());
  for (const sql::Row& row : rows) out.push_back(standingOf(row));
  return out;
}

// Lines that stand one behind the other get their ranks from the first one's.
void rankOnwards(sql::Connection& connection, const std::string& board, std::vector<Standing>& lines) {
  if (lines.empty()) return;
  std::int64_t rank = standBefore(connection, board, placeOf(lines.front()));
  for (Standing& line : lines) line.rank = ++rank;
}

template <class Rows, class Read>
auto allOf(const Rows& rows, Read read) {
  std::vector<std::invoke_result_t<Read, const sql::Row&>> out;
  out.reserve(rows.size());
  for (const sql::Row& row : rows) out.push_back(read(row));
  return out;
}

}  // namespace

Result<std::optional<RunRow>> SqlStore::run(const board::Hash256& id) {
  return m_database->read([&](sql::Connection& connection) {
    const sql::Rows rows = connection.rows(kRun, {id});
    return rows.empty() ? std::nullopt : std::optional<RunRow>(runOf(rows[0]));
  });
}

Result<std::optional<board::Bytes>> SqlStore::recording(const board::Hash256& id) {
  return m_database->read([&](sql::Connection& connection) {
    const sql::Rows rows = connection.rows("SELECT bytes FROM recording WHERE run = ?1", {id});
    return rows.empty() ? std::nullopt : std::optional<board::Bytes>(rows[0].bytes(0));
  });
}

Result<std::vector<Standing>> SqlStore::top(const std::string& board, int limit, const std::optional<After>& after) {
  return m_database->read([&](sql::Connection& connection) {
    std::vector<Standing> lines =
        linesOf(after ? connection.rows(kBehind, {board, atLeastNone(limit), -static_cast<std::int64_t>(after->score),
                                                  after->received, after->player})
                      : connection.rows(kTop, {board, atLeastNone(limit)}));
    rankOnwards(connection, board, lines);
    return lines;
  });
}

Result<std::vector<Standing>> SqlStore::around(const std::string& board, const board::PublicKey& player, int each) {
  return m_database->read([&](sql::Connection& connection) {
    std::vector<Standing> own = linesOf(connection.rows(kOwn, {board, player}));
    if (own.empty()) return own;
    const Place place = placeOf(own.front());
    const auto beside = [&](const std::string& sql) {
      return linesOf(connection.rows(sql, {board, atLeastNone(each), place.minusScore, place.received, place.player}));
    };
    std::vector<Standing> lines = beside(kAbove);
    std::reverse(lines.begin(), lines.end());
    lines.push_back(own.front());
    for (Standing& line : beside(kBehind)) lines.push_back(std::move(line));
    rankOnwards(connection, board, lines);
    return lines;
  });
}

Result<std::vector<Standing>> SqlStore::among(const std::string& board, std::span<const board::PublicKey> players) {
  return m_database->read([&](sql::Connection& connection) {
    std::vector<board::PublicKey> keys(players.begin(), players.end());
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::vector<Standing> lines;
    for (const board::PublicKey& key : keys) {
      for (Standing& line : linesOf(connection.rows(kOwn, {board, key}))) {
        line.rank = standBefore(connection, board, placeOf(line)) + 1;
        lines.push_back(std::move(line));
      }
    }
    std::sort(lines.begin(), lines.end(), [](const Standing& a, const Standing& b) { return a.rank < b.rank; });
    return lines;
  });
}

Result<std::optional<BoardRow>> SqlStore::board(const std::string& id) {
  return m_database->read([&](sql::Connection& connection) {
    const sql::Rows rows = connection.rows(kBoard, {id});
    return rows.empty() ? std::nullopt : std::optional<BoardRow>(boardOf(rows[0]));
  });
}

Result<std::vector<BoardRow>> SqlStore::boards(const std::string& levelId, std::optional<int> day, int limit) {
  return m_database->read([&](sql::Connection& connection) {
    const std::int64_t most = atLeastNone(limit);
    if (!levelId.empty() && day) return allOf(connection.rows(kBoardsOfBoth, {most, levelId, *day}), boardOf);
    if (!levelId.empty()) return allOf(connection.rows(kBoardsOfLevel, {most, levelId}), boardOf);
    if (day) return allOf(connection.rows(kBoardsOfDay, {most, *day}), boardOf);
    return allOf(connection.rows(kAllBoards, {most}), boardOf);
  });
}

Result<std::vector<BoardRow>> SqlStore::boardsOfNoDay(int limit) {
  return m_database->read([&](sql::Connection& connection) {
    return allOf(connection.rows(kBoardsOfNoDay, {atLeastNone(limit)}), boardOf);
  });
}

Result<std::optional<PlayerRow>> SqlStore::player(const board::PublicKey& key) {
  return m_database->read([&](sql::Connection& connection) {
    const sql::Rows rows = connection.rows(kPlayer, {key});
    std::optional<PlayerRow> out;
    if (!rows.empty()) out = PlayerRow{key, rows[0].text(0), rows[0].number(1), rows[0].number(2) != 0};
    return out;
  });
}

Result<std::vector<RunRow>> SqlStore::runsOf(const board::PublicKey& key, int limit) {
  return m_database->read([&](sql::Connection& connection) {
    return allOf(connection.rows(kRunsOf, {key, atLeastNone(limit)}), runOf);
  });
}

Result<Counts> SqlStore::counts() {
  return m_database->read([&](sql::Connection& connection) {
    const sql::Row row = connection.rows(kCounts).at(0);
    Counts out;
    out.players = row.number(0);
    out.runs = row.number(1);
    out.boards = row.number(2);
    out.flagged = row.number(3);
    out.drifted = row.number(4);
    out.toJudge = row.number(5);
    out.bytes = row.number(6);
    return out;
  });
}

Result<std::vector<RunRow>> SqlStore::flagged(int limit) {
  return m_database->read(
      [&](sql::Connection& connection) { return allOf(connection.rows(kFlagged, {atLeastNone(limit)}), runOf); });
}

Result<std::vector<Store::ToJudge>> SqlStore::every(const std::optional<board::Hash256>& after, int limit) {
  return m_database->read([&](sql::Connection& connection) {
    // No bytes stand before every id.
    const board::Bytes behind = after ? board::Bytes(after->begin(), after->end()) : board::Bytes{};
    return allOf(connection.rows(kEvery, {behind, atLeastNone(limit)}), toJudgeOf);
  });
}

}  // namespace knead::server
