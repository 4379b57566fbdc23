// Runs coming in. Everything that one answer depends on is locked before it is looked at: first the players, then the
// boards, each in the order of their names, so that servers that take the same runs at once wait for each other instead
// of standing in each other's way.
#include <algorithm>
#include <map>

#include "server/store/player_lock.hpp"
#include "server/store/row_reading.hpp"
#include "server/store/sql_store.hpp"
#include "server/store/standings.hpp"

namespace knead::server {
namespace {

constexpr std::string_view kDropPlayer = "DELETE FROM player WHERE id = ?1";
constexpr std::string_view kAddBoard =
    "INSERT INTO board (id, level_id, day, frozen, players, runs, bytes, last_run) "
    "VALUES (?1, ?2, ?3, 0, 0, 0, 0, 0) ON CONFLICT DO NOTHING";
constexpr std::string_view kDropBoard = "DELETE FROM board WHERE id = ?1";

constexpr std::string_view kSameId = "SELECT id, player FROM run WHERE id = ?1";
constexpr std::string_view kSameInputs = "SELECT id, player FROM run WHERE board = ?1 AND inputs = ?2";
constexpr std::string_view kAddToken = "INSERT INTO token (nonce, used) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
const std::string kAddRun =
    "INSERT INTO run (id, board, player, inputs, received, hidden, flag, to_judge, lease_until, " + worthNames() +
    ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 0, " + worthValues(8) + ")";
constexpr std::string_view kAddRecording = "INSERT INTO recording (run, bytes) VALUES (?1, ?2)";

struct OfPlayer {
  HeldPlayer held;
  bool used = false;
};
struct OfBoard {
  const NewRun* first = nullptr;
  bool frozen = false, isNew = false, used = false;
};

class Taking {
 public:
  explicit Taking(sql::Connection& connection) : m_connection(connection), m_standings(connection) {}

  std::vector<TakenRun> take(std::span<const NewRun> runs) {
    for (const NewRun& run : runs) {
      m_players.try_emplace(run.row.player, OfPlayer{{false, run.row.received, false}, false});
      m_boards.try_emplace(run.row.board, OfBoard{&run});
    }
    for (auto& [key, player] : m_players) player.held = lockOrMakePlayer(m_connection, key, player.held.created);
    for (auto& [id, board] : m_boards) lock(id, board);
    std::vector<TakenRun> out;
    out.reserve(runs.size());
    for (const NewRun& run : runs) out.push_back(take(run));
    m_standings.finish();
    // Only an answer `New` may leave something behind.
    for (const auto& [id, board] : m_boards) {
      if (board.isNew && !board.used) (void)m_connection.change(kDropBoard, {id});
    }
    for (const auto& [key, player] : m_players) {
      if (player.held.isNew && !player.used) (void)m_connection.change(kDropPlayer, {key});
    }
    return out;
  }

 private:
  void lock(const std::string& id, OfBoard& board) {
    std::optional<bool> frozen = m_standings.lock(id);
    if (!frozen) {
      const std::optional<board::Key> key = board::keyOf(id);
      if (!key)
        throw sql::Failure(sql::Failure::Kind::Final, {"store", "", "\"" + id + "\" is not the name of a board"});
      board.isNew = m_connection.change(kAddBoard, {id, board.first->levelId, key->day}) == 1;
      frozen = m_standings.lock(id);
    }
    if (!frozen) throw sql::Failure(sql::Failure::Kind::Again, {"store", "", "a board came and went"});
    board.frozen = *frozen;
  }

  TakenRun take(const NewRun& run) {
    const RunRow& row = run.row;
    OfPlayer& player = m_players[row.player];
    OfBoard& board = m_boards[row.board];
    if (player.held.banned) return {Taken::Banned, row.id};
    sql::Rows there = m_connection.rows(kSameId, {row.id});
    if (there.empty()) there = m_connection.rows(kSameInputs, {row.board, run.inputs});
    if (!there.empty()) {
      const bool own = there[0].array<32>(1) == row.player;
      return {own ? Taken::Known : Taken::Copied, there[0].array<32>(0)};
    }
    if (board.frozen) return {Taken::Frozen, row.id};
    if (run.nonce && m_connection.change(kAddToken, {*run.nonce, row.received}) == 0) return {Taken::UsedToken, row.id};
    // A run of this id on another board, taken by another server since we looked, ends the transaction here; the next
    // try sees it.
    std::vector<sql::Param> parameters = {row.id,       row.board,  row.player, run.inputs,
                                          row.received, row.hidden, row.flag};
    addWorth(parameters, row);
    (void)m_connection.changeBy(kAddRun, parameters);
    (void)m_connection.change(kAddRecording, {row.id, run.packed});
    m_standings.count(row.board, 1, static_cast<std::int64_t>(run.packed.size()), row.received);
    if (!row.hidden) m_standings.offer(row);
    // Made for an earlier run of this batch that was then refused, forgotten meanwhile, or a run that is brought along
    // and was received before.
    Ms& created = player.held.created;
    if ((player.held.isNew && !player.used) || created == 0 || row.received < created) {
      if (created != row.received)
        (void)m_connection.change("UPDATE player SET created = ?2 WHERE id = ?1", {row.player, row.received});
      created = row.received;
    }
    player.used = board.used = true;
    return {Taken::New, row.id};
  }

  sql::Connection& m_connection;
  Standings m_standings;
  std::map<board::PublicKey, OfPlayer> m_players;
  std::map<std::string, OfBoard> m_boards;
};

}  // namespace

Result<std::vector<TakenRun>> SqlStore::take(std::span<const NewRun> runs) {
  if (runs.empty()) return std::vector<TakenRun>{};
  return m_database->write([&](sql::Connection& connection) { return Taking(connection).take(runs); });
}

Result<Done> SqlStore::forgetTokensBefore(Ms ms) {
  return m_database->write([&](sql::Connection& connection) {
    (void)connection.change("DELETE FROM token WHERE used < ?1", {ms});
    return Done{};
  });
}

}  // namespace knead::server
