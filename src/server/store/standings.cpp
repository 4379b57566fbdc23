#include "server/store/standings.hpp"

#include <algorithm>

#include "server/store/schema.hpp"

namespace knead::server {
namespace {

constexpr std::string_view kLockBoard = "SELECT frozen FROM board WHERE id = ?1 FOR UPDATE";
constexpr std::string_view kCountBoard =
    "UPDATE board SET players = players + ?2, runs = runs + ?3, bytes = bytes + ?4, "
    "last_run = CASE WHEN last_run < ?5 THEN ?5 ELSE last_run END WHERE id = ?1";

constexpr std::string_view kStanding = "SELECT minus_score, received, run FROM best WHERE board = ?1 AND player = ?2";
constexpr std::string_view kBestRun =
    "SELECT score, received, id FROM run WHERE player = ?1 AND board = ?2 AND hidden = 0 "
    "ORDER BY score DESC, received, id LIMIT 1";
constexpr std::string_view kSet =
    "INSERT INTO best (board, player, minus_score, received, run) VALUES (?1, ?2, ?3, ?4, ?5) "
    "ON CONFLICT (board, player) DO UPDATE SET minus_score = excluded.minus_score, received = excluded.received, "
    "run = excluded.run";
constexpr std::string_view kUnset = "DELETE FROM best WHERE board = ?1 AND player = ?2";

constexpr std::string_view kTallyIn =
    "INSERT INTO tally (board, bucket, players) VALUES (?1, ?2, 1) "
    "ON CONFLICT (board, bucket) DO UPDATE SET players = tally.players + 1";
constexpr std::string_view kTallyOut = "UPDATE tally SET players = players - 1 WHERE board = ?1 AND bucket = ?2";
constexpr std::string_view kTallyGone = "DELETE FROM tally WHERE board = ?1 AND bucket = ?2 AND players = 0";

constexpr std::string_view kBetterBuckets =
    "SELECT CAST(COALESCE(SUM(players), 0) AS BIGINT) FROM tally WHERE board = ?1 AND bucket > ?2";
// The upper end is said twice: PostgreSQL estimates a range by its two ends, and a comparison of rows is not one to it.
constexpr std::string_view kBetterInBucket =
    "SELECT COUNT(*) FROM best WHERE board = ?1 AND minus_score >= ?2 AND minus_score <= ?3 AND "
    "(minus_score, received, player) < (?3, ?4, ?5)";

std::int64_t bucketOf(std::int64_t minusScore) { return -minusScore / sql::kScoresPerBucket; }

}  // namespace

std::int64_t standBefore(sql::Connection& connection, const std::string& board, const Place& place) {
  const std::int64_t bucket = bucketOf(place.minusScore);
  const std::int64_t above = connection.rows(kBetterBuckets, {board, bucket})[0].number(0);
  // The highest score of the bucket is where its part of the index begins. Scores are never negative.
  const std::int64_t begin = -(bucket * sql::kScoresPerBucket + sql::kScoresPerBucket - 1);
  return above +
         connection.rows(kBetterInBucket, {board, begin, place.minusScore, place.received, place.player})[0].number(0);
}

std::optional<bool> Standings::lock(const std::string& board) {
  const sql::Rows rows = m_connection.rows(kLockBoard, {board});
  if (rows.empty()) return std::nullopt;
  return rows[0].number(0) != 0;
}

void Standings::count(const std::string& board, std::int64_t runs, std::int64_t bytes, Ms received) {
  Change& change = m_changes[board];
  change.runs += runs;
  change.bytes += bytes;
  if (runs > 0) change.lastRun = std::max(change.lastRun, received);
}

void Standings::offer(const RunRow& run) {
  const std::optional<Line> before = standing(run.board, run.player);
  const Line now{-static_cast<std::int64_t>(run.score), run.received, run.id};
  if (!before || now < *before) set(run.board, run.player, before, now);
}

void Standings::placeAnew(const std::string& board, const board::PublicKey& player, bool banned) {
  std::optional<Line> now;
  if (!banned) {
    const sql::Rows rows = m_connection.rows(kBestRun, {player, board});
    if (!rows.empty()) now = Line{-rows[0].number(0), rows[0].number(1), rows[0].array<32>(2)};
  }
  set(board, player, standing(board, player), now);
}

void Standings::finish() {
  for (const auto& [board, change] : m_changes) {
    if (change.players == 0 && change.runs == 0 && change.bytes == 0) continue;
    (void)m_connection.change(kCountBoard, {board, change.players, change.runs, change.bytes, change.lastRun});
  }
  m_changes.clear();
}

std::optional<Standings::Line> Standings::standing(const std::string& board, const board::PublicKey& player) {
  const sql::Rows rows = m_connection.rows(kStanding, {board, player});
  if (rows.empty()) return std::nullopt;
  return Line{rows[0].number(0), rows[0].number(1), rows[0].array<32>(2)};
}

void Standings::set(const std::string& board, const board::PublicKey& player, const std::optional<Line>& before,
                    const std::optional<Line>& now) {
  if (before == now) return;
  if (now) {
    (void)m_connection.change(kSet, {board, player, now->minusScore, now->received, now->run});
  } else {
    (void)m_connection.change(kUnset, {board, player});
  }
  m_changes[board].players += static_cast<int>(now.has_value()) - static_cast<int>(before.has_value());
  const auto bucket = [](const std::optional<Line>& line) {
    return line ? std::optional<std::int64_t>(bucketOf(line->minusScore)) : std::nullopt;
  };
  if (bucket(before) == bucket(now)) return;
  if (now) (void)m_connection.change(kTallyIn, {board, *bucket(now)});
  if (before) {
    (void)m_connection.change(kTallyOut, {board, *bucket(before)});
    (void)m_connection.change(kTallyGone, {board, *bucket(before)});
  }
}

}  // namespace knead::server
