// The letters of a store; see store.hpp and outbox.hpp.
#include "profile/outbox.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "profile/store.hpp"
#include "profile/store_state.hpp"

namespace knead::profile {
namespace {

// A letter whose time is farther off than any wait was put off by a clock that was ahead.
constexpr std::int64_t kLongestWaitS = 24 * 60 * 60;
constexpr const char* kColumns = "id, server, level, board, score, at, tries, next, verdict, place, players";

Letter letterOf(SQLite::Statement& row) {
  Letter letter;
  int at = 0;
  const auto next = [&] { return row.getColumn(at++); };
  letter.id = next().getInt64();
  letter.server = next().getString();
  letter.level = next().getString();
  letter.board = next().getString();
  letter.score = std::clamp(next().getInt(), 0, replay::kMaxScore);
  letter.at = next().getInt64();
  letter.tries = next().getInt();
  letter.next = next().getInt64();
  letter.verdict = next().getString();
  letter.place = next().getInt64();
  letter.players = next().getInt64();
  return letter;
}

std::vector<std::uint8_t> bytesOf(const SQLite::Column& column) {
  const auto* first = static_cast<const std::uint8_t*>(column.getBlob());
  return {first, first + column.getBytes()};
}

// No bytes are bytes too: an empty vector may have no address, which would be no value at all.
void bindBytes(SQLite::Statement& into, int at, const std::vector<std::uint8_t>& bytes) {
  into.bind(at, bytes.empty() ? static_cast<const void*>("") : bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace

Result<std::vector<Letter>> Store::letters(const std::string& server, int most) const {
  try {
    SQLite::Statement row(m_state->database(),
                          std::string("SELECT ") + kColumns + " FROM outbox WHERE server = ? ORDER BY id DESC LIMIT ?");
    row.bind(1, server);
    row.bind(2, most);
    std::vector<Letter> out;
    while (row.executeStep()) out.push_back(letterOf(row));
    return out;
  } catch (const SQLite::Exception& problem) {
    return failure("what waits for the board cannot be read", problem.what());
  }
}

Result<std::optional<Letter>> Store::dueLetter(const std::string& server, std::int64_t now) const {
  try {
    SQLite::Statement row(m_state->database(), std::string("SELECT ") + kColumns +
                                                   ", token, recording FROM outbox WHERE server = ?1 AND verdict = '' "
                                                   "AND (next <= ?2 OR next > ?2 + ?3) ORDER BY next, id LIMIT 1");
    row.bind(1, server);
    row.bind(2, now);
    row.bind(3, kLongestWaitS);
    if (!row.executeStep()) return std::optional<Letter>();
    Letter letter = letterOf(row);
    const int columns = row.getColumnCount();
    letter.token = bytesOf(row.getColumn(columns - 2));
    letter.recording = bytesOf(row.getColumn(columns - 1));
    return std::optional(std::move(letter));
  } catch (const SQLite::Exception& problem) {
    return failure("what waits for the board cannot be read", problem.what());
  }
}

bool Store::posted(const Letter& letter) const {
  try {
    SQLite::Statement row(m_state->database(), R"(
      SELECT 1 FROM outbox WHERE server = ?1 AND board = ?2 AND
        (verdict = 'unknown_level' OR (score >= ?3 AND verdict IN ('', 'accepted', 'score_differs'))) LIMIT 1)");
    row.bind(1, letter.server);
    row.bind(2, letter.board);
    row.bind(3, letter.score);
    return row.executeStep();
  } catch (const SQLite::Exception&) {
    return false;  // sent twice is the same run
  }
}

void Store::Writer::post(const Letter& letter) {
  attempt([&] {
    SQLite::Statement into(*m_database, R"(
      INSERT INTO outbox (server, level, board, score, at, token, recording, next) VALUES (?,?,?,?,?,?,?,?))");
    int at = 0;
    into.bind(++at, letter.server);
    into.bind(++at, letter.level);
    into.bind(++at, letter.board);
    into.bind(++at, letter.score);
    into.bind(++at, letter.at);
    bindBytes(into, ++at, letter.token);
    bindBytes(into, ++at, letter.recording);
    into.bind(++at, letter.next);
    into.exec();
    // The lowest of what waits too long a row for goes first: its place on a board would be the least.
    SQLite::Statement much(*m_database, R"(
      DELETE FROM outbox WHERE verdict = '' AND id IN (SELECT id FROM outbox WHERE verdict = '' AND server = ?1
        ORDER BY score DESC, id DESC LIMIT -1 OFFSET ?2))");
    much.bind(1, letter.server);
    much.bind(2, kMostWaiting);
    much.exec();
  });
}

void Store::Writer::answered(std::int64_t letter, const std::string& verdict, std::int64_t place,
                             std::int64_t players) {
  attempt([&] {
    SQLite::Statement into(*m_database, R"(
      UPDATE outbox SET verdict = ?2, place = ?3, players = ?4, tries = tries + 1, recording = x'', token = x''
        WHERE id = ?1)");
    into.bind(1, letter);
    into.bind(2, verdict);
    into.bind(3, place);
    into.bind(4, players);
    into.exec();
    SQLite::Statement old(*m_database, R"(
      DELETE FROM outbox WHERE verdict NOT IN ('', 'unknown_level', 'accepted', 'score_differs') AND id NOT IN
        (SELECT id FROM outbox WHERE verdict <> '' ORDER BY id DESC LIMIT ?1))");
    old.bind(1, kAnsweredKept);
    old.exec();
  });
}

void Store::Writer::later(std::int64_t letter, std::int64_t next) {
  attempt([&] {
    SQLite::Statement into(*m_database, "UPDATE outbox SET tries = tries + 1, next = ?2 WHERE id = ?1");
    into.bind(1, letter);
    into.bind(2, next);
    into.exec();
  });
}

}  // namespace knead::profile
