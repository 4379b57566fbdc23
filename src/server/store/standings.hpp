// The order of boards: who stands where with which run. The one place that writes the tables `best` and `tally` and the
// counters of `board`, always while the board's row is locked, so that they agree with the runs after every
// transaction.
#pragma once

#include <map>

#include "server/store/rows.hpp"
#include "server/store/sql.hpp"

namespace knead::server {

// A place on a board, best first.
struct Place {
  std::int64_t minusScore = 0;
  Ms received = 0;
  board::PublicKey player{};
};

// How many stand before this place, whether or not somebody stands on it.
[[nodiscard]] std::int64_t standBefore(sql::Connection& connection, const std::string& board, const Place& place);

// The boards that one transaction changes. Locks in the order of names when they are named together; what has been
// counted is written by `finish`.
class Standings {
 public:
  explicit Standings(sql::Connection& connection) : m_connection(connection) {}

  // Nothing if there is no such board; else whether it is frozen. Asked once for each board before anything is done to
  // it.
  [[nodiscard]] std::optional<bool> lock(const std::string& board);
  // Runs and bytes of recordings that came to stay or, below 0, go.
  void count(const std::string& board, std::int64_t runs, std::int64_t bytes, Ms received);
  // A new run of somebody who is not banned stands from now on, if it is better than what stood for them.
  void offer(const RunRow& run);
  // Looks among the player's runs which one stands now; none for somebody banned.
  void placeAnew(const std::string& board, const board::PublicKey& player, bool banned);
  void finish();

 private:
  struct Line {
    std::int64_t minusScore = 0;
    Ms received = 0;
    board::Hash256 run{};
    // NOLINTNEXTLINE(modernize-use-nullptr): clang 14 takes the default for a 0.
    friend auto operator<=>(const Line&, const Line&) = default;
  };
  struct Change {
    std::int64_t players = 0, runs = 0, bytes = 0;
    Ms lastRun = 0;
  };
  [[nodiscard]] std::optional<Line> standing(const std::string& board, const board::PublicKey& player);
  void set(const std::string& board, const board::PublicKey& player, const std::optional<Line>& before,
           const std::optional<Line>& now);

  sql::Connection& m_connection;
  std::map<std::string, Change> m_changes;
};

}  // namespace knead::server
