// Loads a server of boards with real runs and says how many it judged, how fast it answered, and with what. For figures
// (docs/scaling.md), on this machine alone: it refuses any address but the loopback one.
//
//   knead_server_load URL LEVEL [--clients N] [--seconds S] [--players P]
//   knead_server_load URL --slow N [--seconds S]     connections that send a letter a second and never end
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cstdlib>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <map>
#include <mutex>
#include <thread>

#include "board/material.hpp"
#include "online/client.hpp"
#include "server/many_runs.hpp"
#include "support/played.hpp"

using namespace knead;

namespace {

struct Options {
  std::string url, level;
  int clients = 8, seconds = 10, players = 200, slow = 0;
};

double percentile(std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0;
  return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

// Connections that keep a server waiting; opened again when it has had enough of them.
int dawdle(const Options& options) {
  const int port = std::atoi(options.url.substr(options.url.rfind(':') + 1).c_str());
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(port));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::vector<int> sockets(static_cast<std::size_t>(options.slow), -1);
  int opened = 0;
  for (int second = 0; second < options.seconds; ++second) {
    for (int& one : sockets) {
      if (one >= 0 && ::send(one, "a", 1, MSG_NOSIGNAL) == 1) continue;
      if (one >= 0) ::close(one);
      one = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
      if (one < 0 || ::connect(one, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) continue;
      const std::string head = "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ";
      (void)!::send(one, head.data(), head.size(), MSG_NOSIGNAL);
      ++opened;
    }
    std::this_thread::sleep_for(std::chrono::seconds(1));
  }
  for (const int one : sockets) {
    if (one >= 0) ::close(one);
  }
  std::printf("%d slow connections, opened %d times in %d s\n", options.slow, opened, options.seconds);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--clients" && i + 1 < argc)
      options.clients = std::atoi(argv[++i]);
    else if (word == "--seconds" && i + 1 < argc)
      options.seconds = std::atoi(argv[++i]);
    else if (word == "--players" && i + 1 < argc)
      options.players = std::atoi(argv[++i]);
    else if (word == "--slow" && i + 1 < argc)
      options.slow = std::atoi(argv[++i]);
    else if (options.url.empty())
      options.url = word;
    else
      options.level = word;
  }
  if (options.url.rfind("http://127.0.0.1:", 0) != 0 || (options.level.empty() && options.slow == 0) ||
      options.seconds > 120 || options.clients > 1000) {
    std::fprintf(
        stderr,
        "knead_server_load http://127.0.0.1:PORT LEVEL [--clients N] [--seconds S, at most 120] [--players P]\n");
    return 2;
  }
  if (options.slow > 0) return dawdle(options);
  const auto info = online::Client(options.url).server();
  if (!info) {
    std::fprintf(stderr, "%s\n", info.problem.what.c_str());
    return 3;
  }
  const replay::Replay base = testing::playedBy("novice", testing::shippedLevel(options.level), 3);
  const double playSeconds = static_cast<double>(base.inputs.size()) / sim::kTicksPerSecond;
  std::vector<board::Identity> players;
  for (int i = 0; i < options.players; ++i) {
    board::Hash256 seed{};
    std::memcpy(seed.data(), &i, sizeof i);
    seed[31] = 7;
    players.push_back(board::Identity::fromSeed(seed));
  }
  // Made before the clock runs, as far as memory goes: packing and signing is the players' work, not the server's.
  const std::size_t many = static_cast<std::size_t>(options.seconds) * 600;
  std::vector<board::Bytes> ready(many);
  std::vector<std::thread> makers;
  for (unsigned m = 0; m < 2; ++m) {
    makers.emplace_back([&, m] {
      for (std::size_t i = m; i < many; i += 2)
        ready[i] = testing::submissionOf(
            testing::another(
                base, static_cast<std::uint32_t>(i) + static_cast<std::uint32_t>(info.value->timeMs % 1000) * 16000U),
            players[i % players.size()], info.value->id);
    });
  }
  for (std::thread& maker : makers) maker.join();
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::map<std::string, int> verdicts;
  std::vector<double> accepted;
  const auto from = std::chrono::steady_clock::now();
  const auto until = from + std::chrono::seconds(options.seconds);
  std::vector<std::thread> clients;
  for (int c = 0; c < options.clients; ++c) {
    clients.emplace_back([&] {
      const online::Client client(options.url, 30);
      while (std::chrono::steady_clock::now() < until) {
        const std::size_t i = next++;
        if (i >= many) return;
        const auto start = std::chrono::steady_clock::now();
        const auto answer = client.submit(ready[i]);
        const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        const std::scoped_lock lock(mutex);
        ++verdicts[answer ? std::string(board::idOf(answer.value->verdict)) : "no answer: " + answer.problem.what];
        if (answer && board::isAccepted(answer.value->verdict)) accepted.push_back(ms);
      }
    });
  }
  for (std::thread& client : clients) client.join();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
  std::sort(accepted.begin(), accepted.end());
  const double rate = static_cast<double>(accepted.size()) / seconds;
  std::printf("%zu runs of %.0f s of play in %.1f s: %.1f runs/s, %.0f times real time\n", accepted.size(), playSeconds,
              seconds, rate, rate * playSeconds);
  std::printf("answered within: median %.1f ms, p95 %.1f, p99 %.1f, most %.1f\n", percentile(accepted, .5),
              percentile(accepted, .95), percentile(accepted, .99), accepted.empty() ? 0 : accepted.back());
  for (const auto& [verdict, count] : verdicts) std::printf("  %-16s %d\n", verdict.c_str(), count);
  return 0;
}
