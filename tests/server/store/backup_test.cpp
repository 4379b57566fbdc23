// Copies of a store that is being written to, and the way back.
#include <sys/stat.h>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "server/store/backup.hpp"
#include "server/store/samples.hpp"

using namespace knead;
using namespace knead::testing;

TEST_CASE("a copy of a running store is whole, and comes back", "[store][backup]") {
  const std::string folder = freshFolder("store-backup");
  const std::string place = folder + "/board.db", copy = folder + "/copy.db";
  std::string before;
  {
    const auto store = opened(place);
    for (std::uint64_t i = 0; i < 60; ++i)
      take(*store,
           {.id = i, .player = i % 7, .board = static_cast<int>(i % 3), .score = static_cast<int>(i * 31 % 700)});
    REQUIRE(store->hide(runId(7), true, {1, "ann", "hide", "", ""}));
    before = portraitOf(*store, 8, 3, 60);
    const auto done = backUp(place, copy);
    REQUIRE(done);
    CHECK((done.value().runs == 60 && done.value().recordings == 60 && done.value().players == 7));
    CHECK((done.value().audit == 1 && done.value().schema == schemaWanted() && done.value().bytes > 10'000));
    CHECK(testing::contains(backUp(place, copy).error().text(), "is there already"));
    // What comes later is not in it.
    take(*store, {.id = 100, .player = 1, .score = 9999});
    // A store that somebody has open is not replaced.
    CHECK(testing::contains(restore(copy, place, true).error().text(), "stop it first"));
  }
  // A copy is for its owner's eyes; what is put back belongs to whom it belonged, whoever puts it back.
  struct stat like {};
  REQUIRE(::stat(copy.c_str(), &like) == 0);
  CHECK((like.st_mode & 0777U) == 0600U);
  REQUIRE(::chmod(place.c_str(), 0640) == 0);
  constexpr uid_t kOther = 65534;
  const bool root = ::geteuid() == 0 && ::chown(place.c_str(), kOther, kOther) == 0;
  const auto refused = restore(copy, place, false);
  REQUIRE(!refused);
  CHECK(testing::contains(refused.error().text(), "holds runs or something else already (61)"));
  CHECK(opened(place)->counts().value().runs == 61);
  const auto done = restore(copy, place, true);
  REQUIRE(done);
  REQUIRE(::stat(place.c_str(), &like) == 0);
  CHECK((like.st_mode & 0777U) == 0640U);
  if (root) CHECK((like.st_uid == kOther && like.st_gid == kOther));
  CHECK(done.value().kept == place + ".replaced");
  CHECK(checkStoreFile(done.value().kept).value().runs == 61);
  CHECK(portraitOf(*opened(place), 8, 3, 60) == before);
  // To a new place nothing has to be said.
  const auto elsewhere = restore(copy, folder + "/new.db", false);
  REQUIRE(elsewhere);
  CHECK(elsewhere.value().kept.empty());
  CHECK(portraitOf(*opened(folder + "/new.db"), 8, 3, 60) == before);
  // A store without runs may be replaced.
  { (void)opened(folder + "/empty.db"); }
  CHECK(restore(copy, folder + "/empty.db", false));
}

TEST_CASE("copies made while runs come in are each the store of one moment", "[store][backup]") {
  const std::string folder = freshFolder("store-backup-busy");
  const auto store = opened(folder + "/board.db");
  std::atomic<bool> stop{false};
  std::thread writer([&] {
    for (std::uint64_t n = 0; !stop; n += 2) {
      std::vector<NewRun> runs;
      for (std::uint64_t i = 0; i < 2; ++i) runs.push_back(sampleRun({.id = n + i, .player = (n + i) % 50}));
      if (!store->take(runs)) return;
    }
  });
  for (int i = 0; i < 40; ++i) {
    const auto done = backUp(folder + "/board.db", folder + "/copy" + std::to_string(i));
    INFO((done ? std::string() : done.error().text()));
    CHECK(done);
    if (done) CHECK(done.value().runs % 2 == 0);
  }
  stop = true;
  writer.join();
}

TEST_CASE("what is no store is neither copied nor restored", "[store][backup]") {
  const std::string folder = freshFolder("store-backup-bad");
  const std::string place = folder + "/board.db";
  { take(*opened(place), {.id = 1, .player = 1}); }
  CHECK(testing::contains(backUp(folder + "/none.db", folder + "/x").error().text(), "none.db: is not there"));
  std::ofstream(folder + "/letter")
      << "Dear Ann, this is a letter that is longer than a hundred bytes. It is not a store, "
         "and nobody should take it for one.";
  CHECK(testing::contains(backUp(folder + "/letter", folder + "/x").error().text(), "is not an SQLite database"));
  CHECK(testing::contains(restore(folder + "/letter", place, true).error().text(), "is not an SQLite database"));
  CHECK(!std::filesystem::exists(folder + "/x"));
  CHECK(!std::filesystem::exists(folder + "/x.part"));
  CHECK(opened(place)->counts().value().runs == 1);
  // A letter in the place of the store is kept too.
  REQUIRE(backUp(place, folder + "/copy"));
  CHECK(testing::contains(restore(folder + "/copy", folder + "/letter", false).error().text(),
                          "cannot be read as a store"));
  const auto done = restore(folder + "/copy", folder + "/letter", true);
  REQUIRE(done);
  CHECK(std::filesystem::file_size(done.value().kept) > 100);
  CHECK(opened(folder + "/letter")->counts().value().runs == 1);
  const std::string address = "postgresql://ann@example.org/knead";
  CHECK(testing::contains(backUp(address, folder + "/y").error().text(), "pg_dump"));
  CHECK(testing::contains(restore(folder + "/copy", address, true).error().text(), "pg_restore"));
}

TEST_CASE("a store whose pages are whole but whose lines do not belong together is noticed", "[store][backup]") {
  const std::string folder = freshFolder("store-belonging");
  const std::string place = folder + "/board.db";
  {
    const auto store = opened(place);
    for (std::uint64_t i = 0; i < 30; ++i) take(*store, {.id = i, .player = i, .score = static_cast<int>(i) * 50});
  }
  const std::pair<const char*, const char*> cases[] = {
      {"DELETE FROM player WHERE id = (SELECT MIN(id) FROM player)", "point at lines that are not there"},
      {"DELETE FROM recording WHERE run = (SELECT MIN(run) FROM recording)", "have lost their recordings"},
      {"UPDATE run SET recorded = 0 WHERE id = (SELECT MIN(id) FROM run)", "have one that was let go"},
      {"UPDATE run SET score = score + 1 WHERE id = (SELECT MIN(id) FROM run)", "lines of boards show no run"},
      {"UPDATE run SET hidden = 1 WHERE id = (SELECT MIN(id) FROM run)", "lines of boards show no run"},
      {"UPDATE board SET players = players + 1", "boards have counted wrongly"},
      {"UPDATE tally SET players = players + 1 WHERE bucket = 3", "buckets of scores have counted wrongly"},
      {"DELETE FROM tally WHERE bucket = 3", "buckets of scores are missing"}};
  for (const auto& [damage, said] : cases) {
    INFO(damage);
    const std::string copy = folder + "/copy.db";
    std::filesystem::remove(copy);
    REQUIRE(backUp(place, copy));
    SQLite::Database(copy, SQLite::OPEN_READWRITE).exec(damage);
    const auto checked = checkStoreFile(copy);
    REQUIRE(!checked);
    CHECK(testing::contains(checked.error().what, said));
    CHECK(!backUp(copy, folder + "/copy-of-it.db"));
    CHECK(!std::filesystem::exists(folder + "/copy-of-it.db"));
  }
}
