// What a store costs: taking runs in batches of one to 64, letting old recordings go, and looking at a board of a
// million lines, on SQLite (which waits for the disk) and on a PostgreSQL of its own (which waits too).
//
//   knead_bench_store [LINES]     lines of the large board, 1,000,000 unless said
//
// docs/store.md has the figures. The large board is written by SQL of its own, because a million runs one by one take
// long; what is measured goes through the store.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/postgres_fixture.hpp"
#include "server/store/open.hpp"

using namespace knead;
using namespace knead::server;

namespace {

using Clock = std::chrono::steady_clock;
double msSince(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

template <class Array>
Array scattered(std::uint64_t number) {
  Array out{};
  for (std::size_t i = 0; i < out.size(); i += 8) {
    number = (number ^ (number >> 31U)) * 0x9E3779B97F4A7C15U + i;
    for (std::size_t b = 0; b < 8; ++b) out[i + b] = static_cast<std::uint8_t>(number >> (8 * b));
  }
  return out;
}

NewRun runOf(std::uint64_t n, const std::string& board) {
  NewRun run;
  run.row.id = scattered<board::Hash256>(n + 1'000'000'000);
  run.row.board = board;
  run.row.player = scattered<board::PublicKey>(n % 5000 + 2'000'000'000);
  run.row.received = static_cast<Ms>(n);
  run.row.score = static_cast<int>(n * 2654435761U % 90'000);
  run.levelId = "bench";
  run.inputs = scattered<board::Hash256>(n + 3'000'000'000);
  run.packed.assign(9000, static_cast<std::uint8_t>(n));
  return run;
}

struct Times {
  std::vector<double> ms;
  template <class F>
  void measure(F&& work) {
    const Clock::time_point start = Clock::now();
    work();
    ms.push_back(msSince(start));
  }
  void print(const char* what) {
    std::sort(ms.begin(), ms.end());
    std::printf("  %-52s median %8.2f ms   p99 %8.2f ms\n", what, ms[ms.size() / 2], ms[ms.size() * 99 / 100]);
    std::fflush(stdout);
  }
};

std::string smallBoard() { return board::idOf(board::Key{0x5A11, 2, replay::InputMode::Mouse, false, {}}); }
std::string largeBoard() { return board::idOf(board::Key{0xB16, 2, replay::InputMode::Mouse, false, {}}); }

void measure(const std::string& place, const std::function<void(const std::string&)>& sql, bool postgres, long lines) {
  auto opened = openStore(place);
  if (!opened) {
    std::printf("%s\n", opened.error().text().c_str());
    return;
  }
  Store& store = *opened.value();
  std::printf("%s\n", store.describe().c_str());
  std::uint64_t n = 0;
  for (const std::size_t batch : {std::size_t{1}, std::size_t{16}, std::size_t{64}}) {
    Times times;
    for (int i = 0; i < 100; ++i) {
      std::vector<NewRun> runs;
      for (std::size_t k = 0; k < batch; ++k) runs.push_back(runOf(n++, smallBoard()));
      times.measure([&] { (void)store.take(runs).ok(); });
    }
    times.print(("take, a batch of " + std::to_string(batch)).c_str());
  }

  Times lettingGo;
  std::optional<Store::At> after;
  std::int64_t gone = 0;
  do {
    lettingGo.measure([&] {
      const auto some = store.letRecordingsGo(static_cast<Ms>(n), after, 200);
      after = some.ok() ? some.value().last : std::nullopt;
      gone += some.ok() ? some.value().recordings : 0;
    });
  } while (after);
  lettingGo.print(("let go, 200 runs looked at (" + std::to_string(gone) + " recordings went)").c_str());

  const std::string count = std::to_string(lines);
  const std::string numbers = postgres ? "SELECT g AS n FROM generate_series(1, " + count + ") g"
                                       : "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < " +
                                             count + ") SELECT n FROM c";
  // 32 bytes that lie scattered, as hashes do.
  const std::string id = postgres ? "sha256(n::text::bytea)" : "scattered(n)";
  const std::string inputs = postgres ? "sha256(('i' || n::text)::bytea)" : "scattered(n + 5000000000)";
  const std::string score = "(CAST(n AS BIGINT) * 2654435761 % 90000)";
  const std::string big = "'" + largeBoard() + "'";
  const Clock::time_point start = Clock::now();
  sql("INSERT INTO board VALUES (" + big + ", 'bench', NULL, 0, " + count + ", " + count + ", 0, 5)");
  sql("INSERT INTO player SELECT " + id + ", 'N' || n, NULL, 0, 0 FROM (" + numbers + ") x");
  sql("INSERT INTO run SELECT " + id + ", " + big + ", " + id + ", " + inputs + ", n, " + score +
      ", 3, 0, 700, 100, 1, 9000, 0, 0, 0, '', 0, 0, 0 FROM (" + numbers + ") x");
  sql("INSERT INTO best SELECT " + big + ", " + id + ", - " + score + ", n, " + id + " FROM (" + numbers + ") x");
  sql("INSERT INTO tally SELECT board, (- minus_score) / 64, COUNT(*) FROM best WHERE board = " + big +
      " GROUP BY board, (- minus_score) / 64");
  sql("ANALYZE");
  std::printf("  %ld lines written in %.0f s\n", lines, msSince(start) / 1000);

  Times first, deep, around, among, take, counts, boards;
  const auto key = [&](std::uint64_t i) {
    // Somebody of the board, found by looking somewhere in it.
    const auto page = store.top(largeBoard(), 1, After{static_cast<int>(i * 7919 % 90'000), 0, {}});
    return page.value().at(0).run;
  };
  for (std::uint64_t i = 1; i <= 200; ++i) {
    const RunRow somebody = key(i);
    std::vector<board::PublicKey> friends;
    for (std::uint64_t k = 0; k < 20; ++k) friends.push_back(key(i * 31 + k * 77).player);
    first.measure([&] { (void)store.top(largeBoard(), 50, std::nullopt).ok(); });
    deep.measure([&] {
      (void)store.top(largeBoard(), 50, After{somebody.score, somebody.received, somebody.player}).ok();
    });
    around.measure([&] { (void)store.around(largeBoard(), somebody.player, 5).ok(); });
    among.measure([&] { (void)store.among(largeBoard(), friends).ok(); });
    const std::vector<NewRun> run = {runOf(n++, largeBoard())};
    take.measure([&] { (void)store.take(run).ok(); });
    if (i % 20 == 0) counts.measure([&] { (void)store.counts().ok(); });
    boards.measure([&] { (void)store.boards("", std::nullopt, 50).ok(); });
  }
  first.print("the first page of 50");
  deep.print("a page of 50 somewhere, with ranks");
  around.print("around somebody: 11 lines and their ranks");
  among.print("among 20 friends: 20 lines and their ranks");
  take.print("take, one run on the large board");
  boards.print("the list of boards");
  counts.print("counts");
}

}  // namespace

int main(int argc, char** argv) {
  const long lines = argc > 1 ? std::max(1000L, std::atol(argv[1])) : 1'000'000;
  const std::string folder = KNEAD_TEST_OUTPUT_DIR "/bench-store";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const std::string file = folder + "/board.db";
  const auto onFile = [&](const std::string& text) {
    SQLite::Database database(file, SQLite::OPEN_READWRITE, 5000);
    database.exec("PRAGMA cache_size = -200000");
    sqlite3_create_function(
        database.getHandle(), "scattered", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
        [](sqlite3_context* context, int, sqlite3_value** values) {
          const auto bytes = scattered<board::Hash256>(static_cast<std::uint64_t>(sqlite3_value_int64(values[0])));
          sqlite3_result_blob(context, bytes.data(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
        },
        nullptr, nullptr);
    database.exec(text);
  };
  measure(file, onFile, false, lines);
  std::filesystem::remove_all(folder);
  const auto server = testing::PostgresServer::makeDurable();
  if (server == nullptr) {
    std::printf("SKIPPED: %s\n", testing::PostgresServer::whyNot().c_str());
    return 0;
  }
  const std::string place = server->freshPlace();
  measure(
      place, [&](const std::string& text) { server->execute(place, text); }, true, lines);
  return 0;
}
