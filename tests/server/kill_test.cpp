// kill -9 under load: whatever was answered is there, once. KNEAD_KILLS says how often (usually 12).
#include <atomic>
#include <filesystem>
#include <mutex>
#include <set>

#include "board/material.hpp"
#include "core/random.hpp"
#include "online/client.hpp"
#include "server/many_runs.hpp"
#include "server/process.hpp"
#include "server/store/backup.hpp"
#include "server/store/open.hpp"
#include "support/catch.hpp"
#include "support/played.hpp"

using namespace knead;
using testing::identity;

TEST_CASE("a killed server has lost nothing that it answered", "[server][kill]") {
  const char* asked = std::getenv("KNEAD_KILLS");
  const int kills = asked != nullptr ? std::atoi(asked) : 12;
  const auto folder = std::filesystem::path(KNEAD_TEST_OUTPUT_DIR) / "server" / "kill";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const std::string store = (folder / "board.db").string();
  const std::vector<std::string> arguments = testing::serverArguments(store);
  const replay::Replay base = testing::playedBy("novice", testing::shippedLevel("first-touch"), 3);
  std::atomic<std::uint32_t> next{0};
  std::mutex mutex;
  std::set<std::string> acked, sent;
  Random random(static_cast<std::uint64_t>(kills));
  const auto answered = [&] {
    const std::scoped_lock lock(mutex);
    return acked.size();
  };
  std::size_t least = 0;
  for (int kill = 0; kill < kills; ++kill) {
    testing::ServerProcess server(arguments);
    REQUIRE(server.port() != 0);
    const auto info = online::Client(server.url()).server();
    REQUIRE(info);
    std::atomic<bool> stop{false};
    std::vector<std::thread> clients;
    for (std::uint8_t c = 0; c < 4; ++c) {
      clients.emplace_back([&, c] {
        const board::Identity me = identity(c);
        const online::Client client(server.url(), 5);
        while (!stop) {
          const replay::Replay run = testing::another(base, next++);
          const std::string name = board::hexOf(board::hash256(replay::encode(run)));
          {
            const std::scoped_lock lock(mutex);
            sent.insert(name);
          }
          const auto answer = client.submit(testing::submissionOf(run, me, info.value->id));
          if (!answer || !board::isAccepted(answer.value->verdict)) continue;
          const std::scoped_lock lock(mutex);
          acked.insert(name);
        }
      });
    }
    // Before anything was answered, or after some; then at any moment. A slow machine takes as long as it takes.
    const std::size_t more = random.below(5), wanted = answered() + more;
    least += more;
    for (int tens = 0; answered() < wanted && tens < 3000; ++tens)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    std::this_thread::sleep_for(std::chrono::milliseconds(random.below(200)));
    server.kill(SIGKILL);
    stop = true;
    for (std::thread& client : clients) client.join();
  }
  INFO(acked.size() << " answered of " << sent.size() << " sent, " << kills << " kills");
  CHECK(acked.size() >= least);
  CHECK(least > 0);
  const auto checked = server::checkStoreFile(store);
  INFO((checked ? std::string() : checked.error().text()));
  REQUIRE(checked.ok());
  auto opened = server::openStore(store);
  REQUIRE(opened.ok());
  std::size_t found = 0;
  for (const std::string& name : acked) {
    const auto run = opened.value()->run(*board::fromHex<32>(name));
    REQUIRE(run.ok());
    found += run.value() ? 1U : 0U;
  }
  CHECK(found == acked.size());
  // No more than was ever sent, and each once.
  CHECK(static_cast<std::size_t>(opened.value()->counts().value().runs) <= sent.size());
}

TEST_CASE("a server that is asked to stop answers what it has and says goodbye", "[server][kill]") {
  const auto folder = std::filesystem::path(KNEAD_TEST_OUTPUT_DIR) / "server" / "stop";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  testing::ServerProcess server({"--store", (folder / "board.db").string(), "--listen", "127.0.0.1", "--port", "0",
                                 "--data-dir", KNEAD_SOURCE_DATA_DIR});
  REQUIRE(server.port() != 0);
  const auto info = online::Client(server.url()).server();
  REQUIRE(info);
  std::atomic<int> answered{0};
  std::vector<std::thread> clients;
  const replay::Replay base = testing::playedBy("novice", testing::shippedLevel("first-touch"), 3);
  for (std::uint8_t c = 0; c < 6; ++c) {
    clients.emplace_back([&, c] {
      const auto answer = online::Client(server.url())
                              .submit(testing::submissionOf(testing::another(base, c), identity(c), info.value->id));
      answered += answer && board::isAccepted(answer.value->verdict) ? 1 : 0;
    });
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  CHECK(server.kill(SIGTERM) == 0);
  for (std::thread& client : clients) client.join();
  auto opened = server::openStore((folder / "board.db").string());
  REQUIRE(opened.ok());
  CHECK(opened.value()->counts().value().runs >= answered.load());
}
