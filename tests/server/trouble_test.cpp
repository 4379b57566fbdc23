// A full disk, no handles left, a store that cannot be written: the server answers what it can, says what it cannot,
// and goes on by itself when there is room again.
#include <sys/mount.h>
#include <sys/resource.h>

#include <arpa/inet.h>
#include <sys/socket.h>

#include <filesystem>
#include <fstream>

#include "board/key.hpp"
#include "board/material.hpp"
#include "online/client.hpp"
#include "server/many_runs.hpp"
#include "server/process.hpp"
#include "support/catch.hpp"
#include "support/played.hpp"

using namespace knead;
using testing::identity;

namespace {

namespace fs = std::filesystem;

fs::path freshFolder(const char* name) {
  const fs::path folder = fs::path(KNEAD_TEST_OUTPUT_DIR) / "server" / name;
  ::umount(folder.c_str());
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

}  // namespace

TEST_CASE("a full disk refuses runs, shows boards, and takes runs again when there is room", "[server][trouble]") {
  const fs::path folder = freshFolder("store-full");
  if (::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=1500k") != 0) {
    WARN("skipped: a small disk can be mounted by root alone");
    return;
  }
  std::ofstream(folder / "filler", std::ios::binary) << std::string(600 * 1024, 'x');
  {
    testing::ServerProcess server(testing::serverArguments(folder / "board.db"));
    REQUIRE(server.port() != 0);
    const online::Client client(server.url());
    const auto info = client.server();
    REQUIRE(info);
    const replay::Replay base = testing::playedBy("novice", testing::shippedLevel("first-touch"), 3);
    std::uint32_t number = 0, taken = 0;
    const auto hand = [&](std::uint32_t which) {
      const auto answer =
          client.submit(testing::submissionOf(testing::another(base, which), identity(1), info.value->id));
      return answer ? answer.value->verdict : board::Verdict::Malformed;
    };
    board::Verdict verdict = board::Verdict::Accepted;
    while (board::isAccepted(verdict) && number < 400) {
      verdict = hand(number++);
      taken += board::isAccepted(verdict) ? 1U : 0U;
    }
    CHECK(verdict == board::Verdict::StoreDown);
    CHECK(taken > 3);
    const auto board = client.top(board::idOf(board::keyOf(base.header, std::nullopt)));
    INFO(board.problem.what);
    CHECK(board);
    fs::remove(folder / "filler");
    // The refused one, sent again as the game does.
    for (int i = 0; i < 50 && !board::isAccepted(verdict); ++i) {
      verdict = hand(number - 1);
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    CHECK(board::isAccepted(verdict));
    for (std::uint32_t i = 0; i < number; ++i) {
      const auto answer = client.submit(testing::submissionOf(testing::another(base, i), identity(1), info.value->id));
      REQUIRE(answer);
      CHECK(answer.value->known);
    }
  }
  ::umount(folder.c_str());
}

TEST_CASE("without handles the server waits for some, and answers again", "[server][trouble]") {
  const fs::path folder = freshFolder("store-handles");
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  rlimit few = before;
  few.rlim_cur = 48;
  setrlimit(RLIMIT_NOFILE, &few);
  auto arguments = testing::serverArguments(folder / "board.db");
  arguments.insert(arguments.end(), {"--connections-per-address", "1000"});
  testing::ServerProcess server(arguments);
  setrlimit(RLIMIT_NOFILE, &before);
  REQUIRE(server.port() != 0);
  REQUIRE(online::Client(server.url()).server());
  std::vector<int> sockets;
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(server.port()));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  for (int i = 0; i < 80; ++i) {
    const int one = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    REQUIRE(one >= 0);
    (void)::connect(one, reinterpret_cast<sockaddr*>(&to), sizeof to);
    sockets.push_back(one);
  }
  CHECK_FALSE(online::Client(server.url(), 1).server());
  for (const int one : sockets) ::close(one);
  bool back = false;
  for (int i = 0; i < 40 && !back; ++i) {
    back = static_cast<bool>(online::Client(server.url(), 2).server());
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  CHECK(back);
}
