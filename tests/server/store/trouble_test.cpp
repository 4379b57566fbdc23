// Files that are no stores, damaged ones, those that cannot be written, and a full disk: a sentence that says what to
// do, and nothing lost. The same for a database that goes away.
#include <fcntl.h>
#include <grp.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>
#include <iterator>

#include "server/store/backup.hpp"
#include "server/store/samples.hpp"

using namespace knead;
using namespace knead::testing;
namespace fs = std::filesystem;

namespace {

std::string refusal(const std::string& place, const OpenOptions& options = {}) {
  const auto store = openStore(place, options);
  return store ? "opened" : store.error().text();
}
std::string contentOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
void write(const std::string& path, const std::string& content) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

NewRun heavyRun(std::uint64_t n) {
  NewRun run = sampleRun({.id = n, .player = n % 5, .score = static_cast<int>(n)});
  run.packed.assign(20'000, static_cast<std::uint8_t>(n));
  return run;
}

// Takes runs until the store refuses; how many it took, and what it said.
std::pair<std::uint64_t, std::string> takeUntilFull(Store& store, std::uint64_t from) {
  for (std::uint64_t n = from; n < from + 10'000; ++n) {
    const auto answer = store.take(std::vector<NewRun>{heavyRun(n)});
    if (!answer) return {n, answer.error().text()};
  }
  return {from + 10'000, "never full"};
}

// A small disk at `folder`, for as long as this lives.
struct SmallDisk {
  explicit SmallDisk(std::string where) : folder(std::move(where)) {
    there = ::mount("tmpfs", folder.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, "size=3m") == 0;
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (there) ::umount2(folder.c_str(), MNT_DETACH);
  }
  std::string folder;
  bool there = false;
};

}  // namespace

TEST_CASE("a file that is no database is refused and left alone", "[store][trouble]") {
  const std::string path = freshFolder("store-not-a-database") + "/board.db";
  const std::string letter = "Dear Ann,\n" + std::string(5000, 'x');
  write(path, letter);
  CHECK(testing::contains(refusal(path), path + ": is not an SQLite database"));
  CHECK(contentOf(path) == letter);
  CHECK(testing::contains(refusal(freshFolder("store-not-a-database")), "is a folder; name a file in it"));
  CHECK(testing::contains(refusal(freshFolder("store-not-a-database") + "/no/board.db"),
                          "/no is not there; make it first"));
  CHECK(testing::contains(refusal(""), "no place is named"));
  OpenOptions existing;
  existing.create = false;
  CHECK(testing::contains(refusal(freshFolder("store-not-a-database") + "/new.db", existing), "cannot be"));
}

TEST_CASE("who finds another program writing waits, then says so, and nothing is lost", "[store][trouble]") {
  const std::string path = freshFolder("store-busy") + "/board.db";
  OpenOptions hurried;
  hurried.waitMs = 50;
  const auto store = opened(path, hurried);
  {
    SQLite::Database other(path, SQLite::OPEN_READWRITE);
    SQLite::Transaction holds(other, SQLite::TransactionBehavior::IMMEDIATE);
    const auto answer = store->take(std::vector<NewRun>{heavyRun(1)});
    REQUIRE(!answer);
    CHECK(testing::contains(answer.error().text(), "board.db: another program has been writing in it for too long"));
    CHECK(store->counts().value().runs == 0);  // reading goes on
  }
  CHECK(take(*store, {heavyRun(1)}).at(0).taken == Taken::New);
}

TEST_CASE("a damaged file is noticed, and says what to do", "[store][trouble]") {
  const std::string path = freshFolder("store-damaged") + "/board.db";
  {
    const auto store = opened(path);
    std::vector<NewRun> runs;
    for (std::uint64_t i = 0; i < 400; ++i)
      runs.push_back(sampleRun({.id = i, .player = i, .score = static_cast<int>(i)}));
    take(*store, runs);
  }
  REQUIRE(checkStoreFile(path).value().runs == 400);
  std::string content = contentOf(path);
  REQUIRE(content.size() > 100'000);
  // Everything behind the first pages, where the schema is.
  for (std::size_t i = 80'000; i < content.size(); ++i) content[i] = '\x5A';
  write(path, content);
  const auto checked = checkStoreFile(path);
  REQUIRE(!checked);
  CHECK(testing::contains(checked.error().text(), "is damaged ("));
  // Wherever it is touched, it is an error and no answer.
  const auto store = openStore(path);
  if (store) {
    int errors = 0;
    for (std::uint64_t i = 0; i < 400; ++i) {
      const auto run = store.value()->run(runId(i));
      if (!run) {
        ++errors;
        CHECK(testing::contains(run.error().text(), "restore the last backup"));
      } else {
        CHECK((!run.value().has_value() || run.value()->score == static_cast<int>(i)));
      }
    }
    CHECK(errors > 0);
  } else {
    CHECK(testing::contains(store.error().text(), "is damaged"));
  }
  // One that was cut off.
  content.resize(40'000);
  write(path, content);
  CHECK(!checkStoreFile(path));
}

TEST_CASE("a file that cannot be written is refused", "[store][trouble]") {
  const std::string path = freshFolder("store-read-only") + "/board.db";
  take(*opened(path), {.id = 1, .player = 1});
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  const std::string answer = fs::path(path).parent_path().string() + "/answer";
  write(answer, "");
  fs::permissions(answer, fs::perms::all);
  // Root may write everything, so somebody else has to try.
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(3);
    write(answer, refusal(path));
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  const std::string said = contentOf(answer);
  INFO(said);
  if (said.empty()) {
    WARN("SKIPPED: somebody without rights cannot reach the folder of test output");
  } else {
    CHECK(testing::contains(said, "check who owns the file and its folder"));
  }
  fs::permissions(path, fs::perms::owner_all);
  CHECK(opened(path)->counts().value().runs == 1);
}

TEST_CASE("a store at its limit refuses, keeps what it has, and goes on when there is room", "[store][trouble]") {
  const std::string path = freshFolder("store-limit") + "/board.db";
  OpenOptions small;
  small.mostBytes = 1'500'000;
  std::uint64_t taken = 0;
  {
    const auto store = opened(path, small);
    const auto [count, said] = takeUntilFull(*store, 0);
    taken = count;
    CHECK(count > 10);
    CHECK(testing::contains(said, "the disk is full, or the store has reached its limit; nothing was written"));
    CHECK(store->counts().value().runs == static_cast<std::int64_t>(taken));
    CHECK(store->top(boardId(0), 9, std::nullopt).value().size() == 5);
    // A batch of which only a part has room is not taken at all.
    std::vector<NewRun> batch;
    for (std::uint64_t i = 0; i < 100; ++i) batch.push_back(heavyRun(20'000 + i));
    CHECK(!store->take(batch));
    CHECK(store->counts().value().runs == static_cast<std::int64_t>(taken));
  }
  CHECK(checkStoreFile(path).value().runs == static_cast<std::int64_t>(taken));
  const auto store = opened(path);
  CHECK(take(*store, {heavyRun(taken)})[0].taken == Taken::New);
}

TEST_CASE("a full disk refuses, keeps what is there, and needs no restart", "[store][trouble]") {
  // A run that was killed may have left its disk.
  ::umount2((std::string(KNEAD_TEST_OUTPUT_DIR) + "/store-full-disk").c_str(), MNT_DETACH);
  const SmallDisk disk(freshFolder("store-full-disk"));
  if (!disk.there) {
    WARN("SKIPPED: no small disk can be mounted here (needs root); the test of the store's own limit stands for it");
    return;
  }
  const std::string path = disk.folder + "/board.db";
  const auto store = opened(path);
  write(disk.folder + "/filler", std::string(1'500'000, 'x'));
  const auto [taken, said] = takeUntilFull(*store, 0);
  INFO(said);
  CHECK(taken > 5);
  CHECK(testing::contains(said, "nothing was written"));
  CHECK(store->counts().value().runs == static_cast<std::int64_t>(taken));
  fs::remove(disk.folder + "/filler");
  CHECK(take(*store, {heavyRun(taken)})[0].taken == Taken::New);
  for (std::uint64_t n = 0; n <= taken; ++n) CHECK(store->recording(runId(n)).value() == heavyRun(n).packed);
  CHECK(checkStoreFile(path).value().runs == static_cast<std::int64_t>(taken) + 1);
}

TEST_CASE("another program that holds the file for long is named", "[store][trouble]") {
  const std::string path = freshFolder("store-busy") + "/board.db";
  const auto store = opened(path);
  const auto other = opened(path);
  // Two servers on one file wait for each other instead.
  for (std::uint64_t i = 0; i < 20; ++i) {
    CHECK(take(i % 2 == 0 ? *store : *other, {.id = i, .player = i}) == Taken::New);
  }
  CHECK(store->counts().value().runs == 20);
}

TEST_CASE("PostgreSQL: where there is none, the message says so", "[store][trouble]") {
  const std::string said = refusal("postgresql:///nowhere?host=%2Fnonexistent");
  CHECK(testing::contains(said, "PostgreSQL: no connection ("));
  CHECK(testing::contains(said, "is it running, and is the address right?"));
  CHECK(testing::contains(refusal("postgresql://[bad"), "PostgreSQL: no connection ("));
}

TEST_CASE("PostgreSQL: a connection that broke is made again, and a crash loses nothing", "[store][trouble]") {
  const auto server = PostgresServer::makeDurable();
  if (server == nullptr) {
    WARN("SKIPPED: " << PostgresServer::whyNot());
    return;
  }
  const std::string place = server->freshPlace();
  const auto store = opened(place);
  CHECK(testing::contains(store->describe(), "PostgreSQL "));
  std::uint64_t taken = 0;
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 20; ++i, ++taken) REQUIRE(take(*store, {.id = taken, .player = taken % 5}) == Taken::New);
    REQUIRE(server->execute(place,
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> "
                            "pg_backend_pid() AND application_name = 'knead-server'"));
    REQUIRE(take(*store, {.id = taken, .player = 1}) == Taken::New);
    ++taken;
    REQUIRE(server->crashAndStart());
    for (std::uint64_t n = 0; n < taken; ++n) {
      const auto run = store->run(runId(n));
      INFO((run ? std::string("lost") : run.error().text()));
      REQUIRE((run && run.value().has_value()));
    }
  }
  CHECK(store->counts().value().runs == static_cast<std::int64_t>(taken));
  // A default of the database that would not wait for the disk is overruled; one that only reads is named.
  REQUIRE(server->execute(place, "ALTER DATABASE postgres SET synchronous_commit = off"));
  CHECK(take(*opened(place), {.id = taken, .player = 1}) == Taken::New);
  REQUIRE(server->execute(place, "ALTER DATABASE postgres SET default_transaction_read_only = on"));
  const auto reader = opened(place);
  const auto refused = reader->take(std::vector<NewRun>{sampleRun({.id = 99'999, .player = 1})});
  REQUIRE(!refused);
  CHECK(testing::contains(refused.error().text(), "this database only reads"));
  CHECK(reader->run(runId(0)).value().has_value());
}
