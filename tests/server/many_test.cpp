// Three servers on one PostgreSQL, one of them killed again and again: the board is what a model says, and every server
// shows the same one. KNEAD_MANY_RUNS says how many runs (usually 300).
#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>

#include "board/key.hpp"
#include "board/material.hpp"
#include "core/random.hpp"
#include "online/client.hpp"
#include "server/many_runs.hpp"
#include "server/postgres_fixture.hpp"
#include "server/process.hpp"
#include "server/store/open.hpp"
#include "support/catch.hpp"
#include "support/played.hpp"

using namespace knead;
using testing::identity;

TEST_CASE("three servers on one database, one killed every moment, are one board", "[server][many]") {
  testing::PostgresServer* postgres = testing::PostgresServer::shared();
  if (postgres == nullptr) {
    WARN("skipped: " + testing::PostgresServer::whyNot());
    return;
  }
  const char* asked = std::getenv("KNEAD_MANY_RUNS");
  const std::uint32_t runs = asked != nullptr ? static_cast<std::uint32_t>(std::atoi(asked)) : 300U;
  const char* pause = std::getenv("KNEAD_MANY_PAUSE_MS");
  const int pauseMs = pause != nullptr ? std::atoi(pause) : 700;
  const std::string place = postgres->freshPlace();
  std::vector<std::string> arguments = testing::serverArguments(place);
  arguments.insert(arguments.end(), {"--judge-threads", "1"});
  std::mutex mutex;
  std::array<std::shared_ptr<testing::ServerProcess>, 3> servers;
  for (auto& server : servers) {
    server = std::make_shared<testing::ServerProcess>(arguments);
    REQUIRE(server->port() != 0);
  }
  const auto info = online::Client(servers[0]->url()).server();
  REQUIRE(info);
  // All three are one board.
  CHECK(online::Client(servers[2]->url()).server().value->id == info.value->id);

  const level::Level& level = testing::shippedLevel("first-touch");
  std::vector<replay::Replay> bases;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) bases.push_back(testing::playedBy("novice", level, seed));
  constexpr std::uint8_t kPlayers = 12;
  const auto runOf = [&](std::uint32_t number) { return testing::another(bases[number % bases.size()], number); };
  // Each goes to some server until one has answered.
  std::atomic<std::uint32_t> next{0}, answered{0};
  std::vector<std::thread> clients;
  for (std::uint8_t c = 0; c < 6; ++c) {
    clients.emplace_back([&, c] {
      Random random(c, 5);
      for (std::uint32_t number = next++; number < runs; number = next++) {
        const board::Bytes bytes = testing::submissionOf(
            runOf(number), identity(static_cast<std::uint8_t>(number % kPlayers)), info.value->id);
        for (int attempt = 0; attempt < 400; ++attempt) {
          std::string url;
          {
            const std::scoped_lock lock(mutex);
            url = servers[random.below(3)]->url();
          }
          const auto answer = online::Client(url, 10).submit(bytes);
          if (answer && board::isAccepted(answer.value->verdict)) {
            ++answered;
            break;
          }
          std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
      }
    });
  }
  int kills = 0;
  Random random(9);
  while (answered < runs) {
    std::this_thread::sleep_for(std::chrono::milliseconds(pauseMs));
    const std::size_t which = random.below(3);
    std::shared_ptr<testing::ServerProcess> dead;
    {
      const std::scoped_lock lock(mutex);
      dead = servers[which];
    }
    dead->kill(SIGKILL);
    auto fresh = std::make_shared<testing::ServerProcess>(arguments);
    REQUIRE(fresh->port() != 0);
    const std::scoped_lock lock(mutex);
    servers[which] = fresh;
    if (++kills > 4000) break;
  }
  for (std::thread& client : clients) client.join();
  REQUIRE(answered == runs);

  // The model: every run once, each player's best by score. Which of equal ones came first only the servers know.
  std::map<board::PublicKey, int> best;
  for (std::uint32_t number = 0; number < runs; ++number) {
    int& one = best[identity(static_cast<std::uint8_t>(number % kPlayers)).key()];
    one = std::max(one, bases[number % bases.size()].claim.score);
  }
  const std::string id = board::idOf(board::keyOf(bases[0].header, std::nullopt));
  std::vector<std::string> seen;
  for (const auto& server : servers) {
    const auto top = online::Client(server->url()).top(id, "", 100);
    REQUIRE(top);
    CHECK(top.value->lines.size() == best.size());
    std::string lines;
    for (const online::Line& line : top.value->lines) {
      CHECK(line.score == best[line.player]);
      lines += board::hexOf(line.run) + "\n";
    }
    seen.push_back(lines);
  }
  CHECK(seen[0] == seen[1]);
  CHECK(seen[1] == seen[2]);
  auto store = server::openStore(place);
  REQUIRE(store.ok());
  CHECK(store.value()->counts().value().runs == static_cast<std::int64_t>(runs));
  for (std::uint32_t number = 0; number < runs; ++number) {
    const auto run = store.value()->run(board::hash256(replay::encode(runOf(number))));
    REQUIRE(run.ok());
    CHECK(run.value().has_value());
  }
  WARN(runs << " runs, " << kills << " kills");
}
