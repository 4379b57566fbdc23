// Files that are written whole or not at all, and folders.
#include "core/file.hpp"

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <string_view>

#include "support/catch.hpp"

using namespace knead;
namespace fs = std::filesystem;

namespace {

fs::path freshFolder() {
  const fs::path folder = fs::path(KNEAD_TEST_OUTPUT_DIR) / "core-files";
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

std::span<const std::uint8_t> bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

// As on a full disk: no file of this program may become longer than this.
class NoLargerThan {
 public:
  explicit NoLargerThan(rlim_t size) {
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    m_signal = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit now{size, m_before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  ~NoLargerThan() {
    ::setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_signal);
  }
  NoLargerThan(const NoLargerThan&) = delete;
  NoLargerThan& operator=(const NoLargerThan&) = delete;

 private:
  rlimit m_before{};
  void (*m_signal)(int) = nullptr;
};

}  // namespace

TEST_CASE("a file takes the place of another when it is whole", "[file]") {
  const fs::path folder = freshFolder();
  const std::string path = (folder / "kept").string();
  REQUIRE(writeWholeFileSafely(path, bytes("before")).ok());
  {
    SafeWriter file(path);
    file.add(bytes("aft"));
    CHECK(readWholeFile(path, 100).value() == "before");
    file.add(bytes("er"));
    const auto done = file.finish();
    REQUIRE(done);
    CHECK(done.value() == 5);
  }
  CHECK(readWholeFile(path, 100).value() == "after");
  CHECK(namesIn(folder.string()).value() == std::vector<std::string>{"kept"});
  struct stat info {};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  CHECK((info.st_mode & 0777U) == (0666U & ~mask));
}

TEST_CASE("what is not finished, or does not fit, leaves what was", "[file]") {
  const fs::path folder = freshFolder();
  const std::string path = (folder / "kept").string();
  REQUIRE(writeWholeFileSafely(path, bytes("before")).ok());
  {
    SafeWriter file(path);
    file.add(bytes("half"));
  }
  {
    const NoLargerThan limit(4096);
    SafeWriter file(path);
    file.add(bytes(std::string(3000, 'x')));
    file.add(bytes(std::string(3000, 'y')));
    file.add(bytes("z"));
    const auto done = file.finish();
    REQUIRE_FALSE(done);
    CHECK(done.error().text().find(path + ": cannot be written: ") == 0);
  }
  CHECK(readWholeFile(path, 100).value() == "before");
  CHECK(namesIn(folder.string()).value() == std::vector<std::string>{"kept"});
  CHECK_FALSE(writeWholeFileSafely((folder / "none" / "file").string(), bytes("x")).ok());
  CHECK_FALSE(writeWholeFileSafely(folder.string(), bytes("x")).ok());
  CHECK(namesIn(folder.string()).value() == std::vector<std::string>{"kept"});
}

TEST_CASE("a file is read whole or named", "[file]") {
  const fs::path folder = freshFolder();
  const std::string path = (folder / "kept").string();
  REQUIRE(writeWholeFileSafely(path, bytes(std::string(50000, 'x'))).ok());
  CHECK(readWholeFile(path, 50000).value().size() == 50000);
  CHECK(readWholeFile(path, 49999).error().text().find("49999") != std::string::npos);
  CHECK(readWholeFile("/dev/zero", 1000).error().text().find("1000") != std::string::npos);
  CHECK(readWholeFile(folder.string(), 1000).error().text().find("folder") != std::string::npos);
  CHECK_FALSE(readWholeFile((folder / "none").string(), 1000).ok());
}

TEST_CASE("names in a folder come in their order", "[file]") {
  const fs::path folder = freshFolder();
  for (const char* name : {"b", "a", ".hidden", "\xC3\xA4", "B"})
    REQUIRE(writeWholeFileSafely((folder / name).string(), bytes("x")).ok());
  fs::create_directory(folder / "c");
  CHECK(namesIn(folder.string()).value() == std::vector<std::string>{".hidden", "B", "a", "b", "c", "\xC3\xA4"});
  CHECK_FALSE(namesIn((folder / "a").string()).ok());
  CHECK_FALSE(namesIn((folder / "none").string()).ok());
}
