// What players and whoever runs the server change: names, bans, what is hidden, closed, flagged; judging again; and the
// store's own notes. What moves lines of boards locks the player first and the boards after, as `take` does.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <random>

#include "server/store/player_lock.hpp"
#include "server/store/row_reading.hpp"
#include "server/store/sql_store.hpp"
#include "server/store/standings.hpp"

namespace knead::server {
namespace {

constexpr std::string_view kAudit =
    "INSERT INTO audit (id, at, actor, action, target, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING";
constexpr std::string_view kBoardsOfPlayer = "SELECT DISTINCT board FROM run WHERE player = ?1";
constexpr std::string_view kMarkAll = "UPDATE run SET to_judge = 1, lease_until = 0 WHERE recorded = 1";
constexpr std::string_view kMarkBoard =
    "UPDATE run SET to_judge = 1, lease_until = 0 WHERE recorded = 1 AND board = ?1";
constexpr std::string_view kToJudge =
    "SELECT id FROM run WHERE to_judge = 1 AND lease_until <= ?1 ORDER BY lease_until, id LIMIT ?2 "
    "FOR UPDATE SKIP LOCKED";
const std::string kWriteWorth = "UPDATE run SET " + worthChanges(2) + ", to_judge = 0, lease_until = 0 WHERE id = ?1";
const std::string kOneToJudge = "SELECT " + kToJudgeColumns +
                                " FROM run r JOIN board b ON b.id = r.board JOIN recording g ON g.run = r.id "
                                "WHERE r.id = ?1";

[[noreturn]] void refuse(std::string what) {
  throw sql::Failure(sql::Failure::Kind::Final, {"store", "", std::move(what)});
}

// Names a line of the audit log: first its moment and a number that grows, so that lines of one millisecond keep their
// order; then what keeps servers apart. Drawn before the transaction, so that one tried twice writes one line.
using AuditId = std::array<std::uint8_t, 16>;
AuditId auditId() {
  static std::atomic<std::uint64_t> last{0};
  const auto now = static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
          .count());
  std::uint64_t before = last.load();
  std::uint64_t mine = 0;
  do {
    mine = std::max(now, before + 1);
  } while (!last.compare_exchange_weak(before, mine));
  AuditId id{};
  for (std::size_t i = 0; i < 8; ++i) id[i] = static_cast<std::uint8_t>(mine >> (56U - 8U * i));
  std::random_device random;
  for (std::size_t i = 8; i < id.size(); ++i) id[i] = static_cast<std::uint8_t>(random());
  return id;
}

void write(sql::Connection& connection, const AuditId& id, const AuditRow& row) {
  (void)connection.change(kAudit, {id, row.at, row.actor, row.action, row.target, row.reason});
}

// In the order of their bytes, whatever order of letters the database has; all locked.
std::vector<std::string> lockBoardsOf(sql::Connection& connection, Standings& standings, const board::PublicKey& key) {
  std::vector<std::string> out;
  for (const sql::Row& row : connection.rows(kBoardsOfPlayer, {key})) out.push_back(row.text(0));
  std::sort(out.begin(), out.end());
  for (const std::string& board : out) (void)standings.lock(board);
  return out;
}

struct RunPlace {
  std::string board;
  board::PublicKey player{};
  bool banned = false;
};
// Locks what a change of this run may move. Nothing without such a run.
std::optional<RunPlace> lockRun(sql::Connection& connection, Standings& standings, const board::Hash256& run) {
  const sql::Rows rows = connection.rows("SELECT board, player FROM run WHERE id = ?1", {run});
  if (rows.empty()) return std::nullopt;
  RunPlace place{rows[0].text(0), rows[0].array<32>(1), false};
  const std::optional<HeldPlayer> player = lockPlayer(connection, place.player);
  if (!player) return std::nullopt;
  place.banned = player->banned;
  (void)standings.lock(place.board);
  return place;
}

}  // namespace

// --- players ---------------------------------------------------------------------------------------------------

Result<bool> SqlStore::rename(const board::PublicKey& key, const std::string& name, const std::string& skeleton, Ms now,
                              std::optional<AuditRow> what) {
  if (what) what->target = board::hexOf(key);
  const AuditId id = auditId();
  return m_database->write([&](sql::Connection& connection) {
    if (!skeleton.empty()) {
      // Two who take one name at once: the slower one's write fails on the unique column, and its next try ends here.
      const sql::Rows others = connection.rows("SELECT id FROM player WHERE skeleton = ?1", {skeleton});
      if (!others.empty() && others[0].array<32>(0) != key) return false;
    }
    // Whoever was forgotten while banned begins anew.
    if (lockOrMakePlayer(connection, key, now).created == 0)
      (void)connection.change("UPDATE player SET created = ?2 WHERE id = ?1", {key, now});
    if (skeleton.empty()) {
      (void)connection.change("UPDATE player SET name = ?2, skeleton = NULL WHERE id = ?1", {key, name});
    } else {
      (void)connection.change("UPDATE player SET name = ?2, skeleton = ?3 WHERE id = ?1", {key, name, skeleton});
    }
    if (what) write(connection, id, *what);
    return true;
  });
}

Result<Done> SqlStore::forget(const board::PublicKey& key, std::optional<AuditRow> what) {
  if (what) what->target = board::hexOf(key);
  const AuditId id = auditId();
  return m_database->write([&](sql::Connection& connection) {
    const std::optional<HeldPlayer> player = lockPlayer(connection, key);
    if (!player) return Done{};
    Standings standings(connection);
    for (const std::string& board : lockBoardsOf(connection, standings, key)) standings.placeAnew(board, key, true);
    const sql::Rows runs = connection.rows(
        "SELECT r.id, r.board, COALESCE(LENGTH(g.bytes), 0) FROM run r LEFT JOIN recording g ON g.run = r.id "
        "WHERE r.player = ?1",
        {key});
    for (const sql::Row& run : runs) {
      const auto runId = run.array<32>(0);
      (void)connection.change("DELETE FROM recording WHERE run = ?1", {runId});
      (void)connection.change("DELETE FROM run WHERE id = ?1", {runId});
      standings.count(run.text(1), -1, -run.number(2), 0);
    }
    standings.finish();
    if (player->banned) {
      (void)connection.change("UPDATE player SET name = '', skeleton = NULL, created = 0 WHERE id = ?1", {key});
    } else {
      (void)connection.change("DELETE FROM player WHERE id = ?1", {key});
    }
    if (what) write(connection, id, *what);
    return Done{};
  });
}

// --- whoever runs the server -----------------------------------------------------------------------------------

Result<Done> SqlStore::ban(const board::PublicKey& key, bool on, AuditRow what) {
  what.target = board::hexOf(key);
  const AuditId id = auditId();
  return m_database->write([&](sql::Connection& connection) {
    (void)lockOrMakePlayer(connection, key, what.at);
    (void)connection.change("UPDATE player SET banned = ?2 WHERE id = ?1", {key, on});
    Standings standings(connection);
    for (const std::string& board : lockBoardsOf(connection, standings, key)) standings.placeAnew(board, key, on);
    standings.finish();
    write(connection, id, what);
    return Done{};
  });
}

Result<Done> SqlStore::hide(const board::Hash256& run, bool on, AuditRow what) {
  what.target = board::hexOf(run);
  const AuditId id = auditId();
  return m_database->write([&](sql::Connection& connection) {
    Standings standings(connection);
    const std::optional<RunPlace> place = lockRun(connection, standings, run);
    if (!place || connection.change("UPDATE run SET hidden = ?2 WHERE id = ?1", {run, on}) == 0)
      refuse("there is no run " + what.target);
    standings.placeAnew(place->board, place->player, place->banned);
    standings.finish();
    write(connection, id, what);
    return Done{};
  });
}

Result<Done> SqlStore::freeze(const std::string& board, bool on, AuditRow what) {
  what.target = board;
  const AuditId id = auditId();
  return m_database->write([&](sql::Connection& connection) {
    if (connection.change("UPDATE board SET frozen = ?2 WHERE id = ?1", {board, on}) == 0)
      refuse("there is no board " + board);
    write(connection, id, what);
    return Done{};
  });
}

Result<Done> SqlStore::flag(const board::Hash256& run, const std::string& why, AuditRow what) {
  what.target = board::hexOf(run);
  const AuditId id = auditId();
  return m_database->write([&](sql::Connection& connection) {
    if (connection.change("UPDATE run SET flag = ?2 WHERE id = ?1", {run, why}) == 0)
      refuse("there is no run " + what.target);
    write(connection, id, what);
    return Done{};
  });
}

Result<Done> SqlStore::note(const AuditRow& what) {
  const AuditId id = auditId();
  return m_database->write([&](sql::Connection& connection) {
    write(connection, id, what);
    return Done{};
  });
}

Result<std::vector<AuditRow>> SqlStore::audit(int limit) {
  return m_database->read([&](sql::Connection& connection) {
    std::vector<AuditRow> out;
    for (const sql::Row& row : connection.rows(
             "SELECT at, actor, action, target, reason FROM audit ORDER BY id DESC LIMIT ?1", {atLeastNone(limit)}))
      out.push_back({row.number(0), row.text(1), row.text(2), row.text(3), row.text(4)});
    return out;
  });
}

// --- judging again ---------------------------------------------------------------------------------------------

Result<std::int64_t> SqlStore::markToJudge(const std::string& board) {
  return m_database->write([&](sql::Connection& connection) {
    return board.empty() ? connection.change(kMarkAll) : connection.change(kMarkBoard, {board});
  });
}

Result<std::vector<Store::ToJudge>> SqlStore::claim(int limit, Ms now, Ms leaseMs) {
  return m_database->write([&](sql::Connection& connection) {
    std::vector<ToJudge> out;
    for (const sql::Row& row : connection.rows(kToJudge, {now, atLeastNone(limit)})) {
      const auto id = row.array<32>(0);
      (void)connection.change("UPDATE run SET lease_until = ?2 WHERE id = ?1", {id, now + leaseMs});
      for (const sql::Row& one : connection.rows(kOneToJudge, {id})) out.push_back(toJudgeOf(one));
    }
    return out;
  });
}

Result<Done> SqlStore::judged(const board::Hash256& run, const board::Judgement& result) {
  return m_database->write([&](sql::Connection& connection) {
    Standings standings(connection);
    const std::optional<RunPlace> place = lockRun(connection, standings, run);
    if (!place) return Done{};  // forgotten meanwhile
    if (board::isAccepted(result.verdict)) {
      std::vector<sql::Param> parameters = {run};
      addWorth(parameters, result);
      (void)connection.changeBy(kWriteWorth, parameters);
    } else {
      std::string why(board::idOf(result.verdict));
      if (!result.why.empty()) why += ": " + result.why;
      (void)connection.change("UPDATE run SET hidden = 1, flag = ?2, to_judge = 0, lease_until = 0 WHERE id = ?1",
                              {run, why});
    }
    standings.placeAnew(place->board, place->player, place->banned);
    standings.finish();
    return Done{};
  });
}

// --- the store itself ------------------------------------------------------------------------------------------

Result<std::optional<std::string>> SqlStore::meta(const std::string& key) {
  return m_database->read([&](sql::Connection& connection) {
    const sql::Rows rows = connection.rows("SELECT value FROM meta WHERE name = ?1", {key});
    return rows.empty() ? std::nullopt : std::optional<std::string>(rows[0].text(0));
  });
}

Result<std::string> SqlStore::metaOnce(const std::string& key, const std::string& value) {
  return m_database->write([&](sql::Connection& connection) {
    (void)connection.change("INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING", {key, value});
    return connection.rows("SELECT value FROM meta WHERE name = ?1", {key}).at(0).text(0);
  });
}

Result<Done> SqlStore::probe() {
  // Two transactions: only what is really written finds a full disk.
  Result<Done> wrote = m_database->write([&](sql::Connection& connection) {
    (void)connection.change(
        "INSERT INTO meta (name, value) VALUES ('probe', 'x') ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    return Done{};
  });
  if (!wrote) return wrote;
  return m_database->write([&](sql::Connection& connection) {
    (void)connection.change("DELETE FROM meta WHERE name = 'probe'");
    return Done{};
  });
}

}  // namespace knead::server
