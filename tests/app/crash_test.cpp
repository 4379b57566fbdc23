// What a crash leaves behind, in a child that really crashes; and that the log is written and rotated.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>

#include "app/crash_log.hpp"
#include "app/log.hpp"
#include "core/file.hpp"
#include "support/catch.hpp"
#include "support/fresh_folder.hpp"

using namespace knead;
namespace fs = std::filesystem;

namespace {

// The signal that ended a child that did `crash`.
template <class Crash>
int crashIn(const std::string& folder, const Crash& crash) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(2);
    app::crash::watch(folder);
    app::crash::doing("play first-touch, seed 7");
    app::crash::tick(1234);
    crash();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

}  // namespace

TEST_CASE("a crash writes where it was, and ends by its own signal", "[crash]") {
  for (const int signal : {SIGSEGV, SIGABRT}) {
    const std::string folder = testing::freshFolder("crash-signal");
    CHECK(crashIn(folder, [signal] { ::raise(signal); }) == signal);
    const auto text = readWholeFile(folder + "/crash.log", 1U << 20U);
    REQUIRE(text.ok());
    INFO(text.value());
    CHECK(text.value().find(signal == SIGSEGV ? "ended by SIGSEGV" : "ended by SIGABRT") != std::string::npos);
    CHECK(text.value().find("doing: play first-touch, seed 7\ntick: 1234\n") != std::string::npos);
    // At least one frame of the stack.
    CHECK(text.value().find("[0x") != std::string::npos);
    fs::remove_all(folder);
  }
}

TEST_CASE("an exception that nobody takes is a crash too", "[crash]") {
  const std::string folder = testing::freshFolder("crash-thrown");
  CHECK(crashIn(folder, [] { std::terminate(); }) == SIGABRT);
  CHECK(fs::exists(folder + "/crash.log"));
  fs::remove_all(folder);
}

TEST_CASE("the next start sets the file aside and names it once", "[crash]") {
  const std::string folder = testing::freshFolder("crash-next");
  CHECK(app::crash::takeLast(folder).empty());
  REQUIRE(crashIn(folder, [] { ::raise(SIGABRT); }) == SIGABRT);
  const std::string kept = app::crash::takeLast(folder);
  CHECK(fs::exists(kept));
  CHECK_FALSE(fs::exists(folder + "/crash.log"));
  CHECK(app::crash::takeLast(folder).empty());
  fs::remove_all(folder);
}

TEST_CASE("the log keeps to its size and gives up quietly", "[log]") {
  const std::string folder = testing::freshFolder("crash-log");
  app::log::open(folder);
  app::log::info("a {line} with braces");
  for (int i = 0; i < 3000; ++i) app::log::warn(std::string(300, 'x'));
  app::log::close();
  std::uintmax_t bytes = 0;
  int files = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    bytes += entry.file_size();
    ++files;
  }
  CHECK(files == 3);
  CHECK(bytes < 800 * 1024);
  app::log::open(folder + "/no-such-folder/\n");
  app::log::info("nowhere");
  app::log::open("");
  app::log::info("nowhere");
  fs::remove_all(folder);
}
