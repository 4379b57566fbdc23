// A program that is killed while it writes, again and again, and several programs that write at once: what was said to
// be written is there, each step is there as a whole or not at all, and the file is never damaged.
// KNEAD_KILLS: how often; 20 unless it says otherwise.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "profile/test_files.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::profile;
using namespace knead::testing;

namespace {

// Writes sessions until it is killed, and after each says so with one byte.
[[noreturn]] void writeForever(const std::string& path, int told) {
  std::string notice;
  Store store = Store::open(path, notice);
  const auto before = store.progress();
  if (!notice.empty() || !before) ::_exit(2);
  const LevelProgress* dough = before.value().of("dough");
  for (int count = dough == nullptr ? 1 : dough->plays + 1;; ++count) {
    if (!finish(store, runOf("dough", count), std::to_string(count))) ::_exit(3);
    if (::write(told, "x", 1) != 1) ::_exit(4);
  }
}

int killsWanted() {
  const char* wanted = std::getenv("KNEAD_KILLS");
  return wanted != nullptr ? std::atoi(wanted) : 20;
}

}  // namespace

TEST_CASE("a writer that is killed loses nothing it said was written", "[store][kill]") {
  const std::string path = freshFolder("profile-kill") + "/p.db";
  int said = 0;
  unsigned seed = 7;
  int between = 0;
  for (int round = 0; round < killsWanted(); ++round) {
    int pipes[2];
    REQUIRE(::pipe(pipes) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::close(pipes[0]);
      writeForever(path, pipes[1]);
    }
    ::close(pipes[1]);
    // It dies some time after its first word, at any point of a write.
    char byte = 0;
    REQUIRE(::read(pipes[0], &byte, 1) == 1);
    ++said;
    seed = seed * 1664525U + 1013904223U;
    ::usleep(seed >> 8U & 0x7FFFU);
    ::kill(child, SIGKILL);
    while (::read(pipes[0], &byte, 1) == 1) ++said;
    ::close(pipes[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));

    std::string notice;
    Store store = opened(path, &notice);
    INFO("round " << round << ", said " << said);
    REQUIRE(notice.empty());
    REQUIRE(store.kept());
    const auto progress = store.progress();
    REQUIRE(progress.ok());
    const int plays = progress.value().of("dough")->plays;
    // The last may have been written without having been said any more.
    REQUIRE((plays == said || plays == said + 1));
    between += plays - said;
    said = plays;
    // Run, level, recording, tried and document went together.
    REQUIRE(static_cast<int>(store.lastRuns(1000000).value().size()) == plays);
    REQUIRE(store.document(kDiaryDocument).value() == std::optional(std::to_string(plays)));
    REQUIRE(store.recording(plays).ok());
    REQUIRE(progress.value().triedOn(level::Pain::Stiffness, level::Technique::Stretch)->seconds == Approx(10 * plays));
    SQLite::Database database(path, SQLite::OPEN_READONLY);
    REQUIRE(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
  }
  WARN(killsWanted() << " kills, " << said << " sessions written, " << between << " of them before they were said");
}

TEST_CASE("programs that begin and write at once all get through", "[store][kill]") {
  constexpr int kPrograms = 4, kEach = 25;
  const std::string path = freshFolder("profile-at-once") + "/p.db";
  std::vector<pid_t> children;
  for (int i = 0; i < kPrograms; ++i) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child != 0) {
      children.push_back(child);
      continue;
    }
    std::string notice;
    Store store = Store::open(path, notice);
    int failed = store.kept() && notice.empty() ? 0 : 1;
    for (int k = 0; k < kEach; ++k) failed += finish(store, runOf("dough", 100 * i + k)) ? 0 : 1;
    ::_exit(failed);
  }
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
  }
  const auto progress = opened(path).progress();
  REQUIRE(progress.ok());
  CHECK(progress.value().of("dough")->plays == kPrograms * kEach);
  CHECK(progress.value().of("dough")->bestScore() == 100 * (kPrograms - 1) + kEach - 1);
}
