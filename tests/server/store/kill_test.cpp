// A server that is killed at any moment: every run that was answered is there, once, and the store is whole. The child
// takes runs as fast as it can and writes the number of each answered one into a pipe; then it is killed.
// KNEAD_STORE_KILLS=200 asks for more than the usual 20.
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "core/random.hpp"
#include "server/store/backup.hpp"
#include "server/store/samples.hpp"

using namespace knead;
using namespace knead::testing;

namespace {

int killsWanted() {
  const char* wanted = std::getenv("KNEAD_STORE_KILLS");
  return wanted == nullptr ? 20 : std::max(1, std::atoi(wanted));
}

constexpr std::uint64_t kRunsOfRound = 1'000'000;

NewRun runOf(std::uint64_t n) {
  NewRun run = sampleRun(
      {.id = n, .player = n % 11, .board = static_cast<int>(n % 3), .score = static_cast<int>(n * 2654435761U % 5000)});
  run.packed.assign(200 + n % 3000, static_cast<std::uint8_t>(n * 31));
  return run;
}

[[noreturn]] void serve(const std::string& place, std::uint64_t from, int out) {
  {
    const auto store = openStore(place);
    if (!store) ::_exit(2);
    for (std::uint64_t n = from;;) {
      std::vector<NewRun> batch;
      for (std::uint64_t i = 0; i <= n % 4; ++i) batch.push_back(runOf(n + i));
      if (!store.value()->take(batch)) ::_exit(3);
      n += batch.size();
      // Written whole: a pipe takes this much at once.
      if (::write(out, &n, sizeof n) != static_cast<ssize_t>(sizeof n)) ::_exit(4);
    }
  }
}

// Starts a server, kills it after `ms`, and gives the number behind the last run that it answered.
std::uint64_t killedAfter(const std::string& place, std::uint64_t from, int ms) {
  int ends[2] = {-1, -1};
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    serve(place, from, ends[1]);
  }
  ::close(ends[1]);
  std::uint64_t answered = from;
  const auto read = [&](int waitMs) {
    pollfd one{ends[0], POLLIN, 0};
    return ::poll(&one, 1, waitMs) > 0 &&
           ::read(ends[0], &answered, sizeof answered) == static_cast<ssize_t>(sizeof answered);
  };
  // The time counts from its first answer on, or the slowness of a start would hide everything.
  read(20'000);
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(ms);
  while (std::chrono::steady_clock::now() < end) read(1);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  while (read(0)) {
  }
  ::close(ends[0]);
  return answered;
}

void killAgainAndAgain(const std::string& place, int kills) {
  Random random(20261128, 9);
  std::vector<std::pair<std::uint64_t, std::uint64_t>> answered;
  std::uint64_t total = 0;
  for (int round = 0; round < kills; ++round) {
    const std::uint64_t from = static_cast<std::uint64_t>(round) * kRunsOfRound;
    const std::uint64_t to = killedAfter(place, from, static_cast<int>(random.below(120)));
    answered.emplace_back(from, to);
    total += to - from;
    if (!isPostgres(place)) {
      const auto checked = checkStoreFile(place);
      INFO("round " << round << (checked ? "" : ": " + checked.error().text()));
      REQUIRE(checked);
    }
  }
  const auto store = opened(place);
  std::int64_t present = 0;
  for (const auto& [from, to] : answered) {
    for (std::uint64_t n = from; n < to + 4; ++n) {
      const auto run = store->run(runId(n)).value();
      if (n < to) REQUIRE(run.has_value());
      if (!run) continue;
      ++present;
      REQUIRE(*run == runOf(n).row);
      REQUIRE(store->recording(runId(n)).value() == runOf(n).packed);
      REQUIRE(take(*store, {runOf(n)})[0].taken == Taken::Known);
    }
  }
  // At most the one batch that was under way came without being answered; nothing twice.
  CHECK(store->counts().value().runs == present);
  CHECK(present >= static_cast<std::int64_t>(total));
  CHECK(total > static_cast<std::uint64_t>(kills));
}

}  // namespace

TEST_CASE("SQLite: a server that is killed loses nothing it has answered", "[store][kill]") {
  const std::string place = freshFolder("store-kill") + "/board.db";
  killAgainAndAgain(place, killsWanted());
  CHECK(checkStoreFile(place));
}

TEST_CASE("PostgreSQL: a server that is killed loses nothing it has answered", "[store][kill]") {
  if (postgres() == nullptr) return;
  killAgainAndAgain(postgres()->freshPlace(), std::max(1, killsWanted() / 4));
}
