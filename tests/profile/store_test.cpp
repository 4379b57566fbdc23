// The store keeps what it was given, whole: which recordings stay, what a failed write leaves, what becomes of files
// that are damaged, newer, not writable or in use by another program.
#include "profile/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/fsuid.h>
#include <sys/stat.h>
#include <unistd.h>

#include "profile/schema.hpp"
#include "profile/test_files.hpp"
#include "replay/read.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::profile;
using namespace knead::testing;

namespace {

void tamper(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE);
  database.exec(sql);
}

// Nobody's rights on the file system, for as long as it lives: root may write everywhere.
class AsNobody {
 public:
  AsNobody() { ::setfsuid(65534); }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;
  ~AsNobody() { ::setfsuid(::getuid()); }
};

int countOf(const std::string& folder, const std::string& part) {
  int found = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    found += entry.path().filename().string().find(part) != std::string::npos ? 1 : 0;
  return found;
}

}  // namespace

TEST_CASE("a store gives back what it was given", "[store]") {
  const std::string path = freshFolder("profile-store") + "/p.db";
  Run full = runOf("dough", 60000, 0xFEDCBA9876543210U);
  full.assisted = true;
  full.at = 1764288000;
  full.ticks = 10800;
  full.released = 3;
  full.medals = 5;
  full.stateHash = 0xFFFFFFFFFFFFFFFFU;
  {
    std::string notice;
    Store store = opened(path, &notice);
    CHECK(notice.empty());
    CHECK(store.kept());
    REQUIRE(finish(store, full, R"({"count":1})").ok());
    REQUIRE(finish(store, runOf("dough", 50000, full.levelHash)).ok());
  }
  Store store = opened(path);
  const auto progress = store.progress();
  REQUIRE(progress.ok());
  const LevelProgress* dough = progress.value().of("dough");
  REQUIRE(dough != nullptr);
  CHECK(dough->plays == 2);
  CHECK(dough->levelHash == full.levelHash);
  REQUIRE(dough->runs.size() == 2);
  Run expected = full;
  expected.id = 1;
  expected.recorded = true;
  CHECK(dough->runs[0] == expected);
  const Tried* tried = progress.value().triedOn(level::Pain::Stiffness, level::Technique::Stretch);
  REQUIRE(tried != nullptr);
  CHECK(tried->seconds == Approx(20));
  CHECK(tried->quality == Approx(.5));
  const auto bytes = store.recording(1);
  REQUIRE(bytes.ok());
  CHECK(bytes.value() == recordingOf(full));
  CHECK(store.document(kDiaryDocument).value() == std::optional<std::string>(R"({"count":1})"));
  CHECK_FALSE(store.document("nothing").value().has_value());
  CHECK_FALSE(store.recording(99).ok());
}

TEST_CASE("the view in memory and the store agree on every board", "[store]") {
  Store store = opened("");
  Progress memory;
  unsigned seed = 1;
  for (int i = 0; i < 300; ++i) {
    seed = seed * 1664525U + 1013904223U;
    Run run = runOf(i % 3 == 0 ? "a" : "b", static_cast<int>(seed >> 16U) % 40 * 1000, i > 200 ? 8 : 7);
    run.stars = static_cast<int>(seed >> 9U) % 4;
    (void)memory.take(run);
    memory.tried(level::Pain::Doms, level::Technique::Stone, 2.5F, .25F);
    REQUIRE(store
                .write([&](Store::Writer& writer) {
                  (void)writer.add(run, {});
                  writer.tried(level::Pain::Doms, level::Technique::Stone, 2.5F, .25F);
                })
                .ok());
  }
  const Progress read = store.progress().value();
  for (const char* level : {"a", "b"}) {
    const LevelProgress &was = *memory.of(level), &is = *read.of(level);
    CHECK(is.plays == was.plays);
    CHECK(is.bestStars == was.bestStars);
    CHECK(is.levelHash == was.levelHash);
    REQUIRE(is.runs.size() == was.runs.size());
    for (std::size_t i = 0; i < is.runs.size(); ++i) {
      Run one = is.runs[i];
      one.id = 0;
      CHECK(one == was.runs[i]);
    }
  }
  CHECK(read.triedOn(level::Pain::Doms, level::Technique::Stone)->seconds ==
        Approx(memory.triedOn(level::Pain::Doms, level::Technique::Stone)->seconds));
}

TEST_CASE("recordings stay of bests, of boards and of the last runs", "[store]") {
  Store store = opened("");
  // The first is the worst of all; the second the only one with a pad; then one by one better.
  const auto add = [&](Run run) { REQUIRE(finish(store, run).ok()); };
  add(runOf("dough", 10));
  Run pad = runOf("dough", 20);
  pad.mode = replay::InputMode::Gamepad;
  add(pad);
  Run helped = runOf("dough", 25);
  helped.assisted = true;
  add(helped);
  add(runOf("dough", 30));  // nothing speaks for this one when the others have come
  for (int i = 0; i < 20; ++i) add(runOf("dough", 1000 + i));
  for (int i = 0; i < kLastRunsKept; ++i) add(runOf("other", 500 - i));
  const auto has = [&](std::int64_t id) { return store.recording(id).ok(); };
  CHECK_FALSE(has(1));
  CHECK(has(2));
  CHECK(has(3));
  CHECK_FALSE(has(4));
  for (int i = 5; i <= 14; ++i) CHECK_FALSE(has(i));  // the lower ten of the twenty
  for (int i = 15; i <= 24; ++i) CHECK(has(i));       // on the board
  for (int i = 25; i <= 74; ++i) CHECK(has(i));       // the last fifty
  // The run itself is never forgotten.
  CHECK(store.lastRuns(1000).value().size() == 74);
}

TEST_CASE("a full disk loses nothing that was there, and the game goes on", "[store]") {
  const std::string path = freshFolder("profile-full") + "/p.db";
  int written = 0;
  {
    Store store = opened(path, nullptr, 60);
    Result<bool> last = true;
    while (last && written < 1000) {
      last = finish(store, runOf("dough", 1000 + written), std::to_string(written + 1));
      written += last ? 1 : 0;
    }
    REQUIRE_FALSE(last.ok());
    CHECK(written > 3);
    CHECK(last.error().text().find(path + ": cannot be written") == 0);
    CHECK(last.error().text().find("still there") != std::string::npos);
    // Neither the run nor the document of the step that failed.
    CHECK(store.progress().value().of("dough")->plays == written);
    CHECK(store.document(kDiaryDocument).value() == std::optional(std::to_string(written)));
    CHECK_FALSE(finish(store, runOf("dough", 5)).ok());
  }
  Store store = opened(path);
  CHECK(store.progress().value().of("dough")->plays == written);
  CHECK(finish(store, runOf("dough", 5)).ok());
}

TEST_CASE("a damaged store is set aside and the last copy used; without one a new one is begun", "[store]") {
  const std::string folder = freshFolder("profile-damaged"), path = folder + "/p.db";
  {
    Store store = opened(path);
    for (int i = 0; i < 30; ++i) REQUIRE(finish(store, runOf("dough", 1000 + i)).ok());
    store.copyNow(4000000000);
    REQUIRE(finish(store, runOf("dough", 5)).ok());
  }
  CHECK(countOf(folder, "p.db.bak") == 1);
  const std::string whole = contentOf(path);
  // Half of it, noise in the middle, no database at all, nothing but zeros, a version number of nothing and of less.
  std::vector<std::string> bad = {whole.substr(0, whole.size() / 2), whole, "what is this",
                                  std::string(5000, '\0'),           whole, whole};
  bad[4][63] = 0;
  bad[5][60] = static_cast<char>(0x80);
  for (std::size_t i = 8192; i < 40000; ++i) bad[1][i] = static_cast<char>(i * 31);
  for (std::size_t i = 0; i < bad.size(); ++i) {
    INFO(i);
    std::filesystem::remove(path + "-wal");
    put(path, bad[i]);
    std::string notice;
    Store store = opened(path, &notice);
    CHECK(store.kept());
    CHECK(notice.find("set aside as " + path + ".broken") != std::string::npos);
    CHECK(notice.find("Its last copy is used") != std::string::npos);
    CHECK(store.progress().value().of("dough")->plays == 30);
    CHECK(finish(store, runOf("dough", 6)).ok());
  }
  CHECK(countOf(folder, ".broken") == 6);
  CHECK(contentOf(path + ".broken") == bad[0]);
  {
    put(path, "broken");
    put(path + ".bak", "broken too");
    std::filesystem::remove(path + "-wal");
    std::string notice;
    Store store = opened(path, &notice);
    CHECK(notice.find("A new one is begun") != std::string::npos);
    CHECK(store.progress().value().empty());
  }
  const std::string other = folder + "/other.db";
  {
    SQLite::Database database(other, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("CREATE TABLE recipes (name TEXT)");
  }
  std::string notice;
  Store store = opened(other, &notice);
  CHECK(notice.find("is no profile of this game") != std::string::npos);
}

TEST_CASE("a store that is gone, or holds nothing, comes back from its last copy", "[store]") {
  const std::string folder = freshFolder("profile-gone"), path = folder + "/p.db";
  {
    Store store = opened(path);
    for (int i = 0; i < 3; ++i) REQUIRE(finish(store, runOf("dough", 1000 + i)).ok());
    store.copyNow(4000000000);
  }
  REQUIRE(countOf(folder, "p.db.bak") == 1);
  for (const bool empty : {false, true}) {
    INFO(empty);
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path + suffix);
    if (empty) put(path, "");
    std::string notice;
    Store store = opened(path, &notice);
    CHECK(store.kept());
    CHECK(notice.find("Its last copy is used") != std::string::npos);
    CHECK(store.progress().value().of("dough")->plays == 3);
  }
}

TEST_CASE("a store of a newer version is left alone", "[store]") {
  const std::string path = freshFolder("profile-newer") + "/p.db";
  {
    Store store = opened(path);
    REQUIRE(finish(store, runOf("dough", 1000)).ok());
  }
  tamper(path, "PRAGMA user_version = 99");
  const std::string before = contentOf(path);
  std::string notice;
  {
    Store store = opened(path, &notice);
    CHECK_FALSE(store.kept());
    CHECK(notice.find("newer version of the game") != std::string::npos);
    CHECK(finish(store, runOf("dough", 2000)).ok());
    CHECK(store.progress().value().of("dough")->plays == 1);
  }
  CHECK(contentOf(path) == before);
}

TEST_CASE("a store that cannot be written is read, and what happens then lives in memory", "[store]") {
  std::string root = "/tmp/knead-store-XXXXXX";
  REQUIRE(::mkdtemp(root.data()) != nullptr);
  const std::string path = root + "/p.db";
  {
    Store store = opened(path);
    REQUIRE(finish(store, runOf("dough", 1000)).ok());
  }
  const std::string before = contentOf(path);
  for (const mode_t folder : {mode_t{0755}, mode_t{0555}}) {
    ::chmod(root.c_str(), folder);
    ::chmod(path.c_str(), 0444);
    std::string notice;
    {
      const AsNobody nobody;
      Store store = opened(path, &notice);
      CHECK_FALSE(store.kept());
      CHECK(notice.find("cannot be written; what you reach now is not kept") != std::string::npos);
      CHECK(store.progress().value().of("dough")->plays == 1);
      CHECK(finish(store, runOf("dough", 2000)).ok());
      CHECK(store.progress().value().of("dough")->bestScore() == 2000);
    }
    CHECK(contentOf(path) == before);
  }
  // Nor can one be begun where nothing may be written.
  std::string notice;
  {
    const AsNobody nobody;
    Store store = opened(root + "/none.db", &notice);
    CHECK_FALSE(store.kept());
    CHECK(finish(store, runOf("dough", 2000)).ok());
  }
  CHECK_FALSE(notice.empty());
  CHECK_FALSE(std::filesystem::exists(root + "/none.db"));
  ::chmod(root.c_str(), 0755);
  std::filesystem::remove_all(root);
}

TEST_CASE("who writes without asking does not hide from the next what another program wrote", "[store]") {
  const std::string path = freshFolder("profile-asks") + "/p.db";
  Store one = opened(path), two = opened(path);
  REQUIRE(one.progress().ok());
  REQUIRE(two.progress().ok());
  REQUIRE(two.write([](Store::Writer& writer) { writer.document("learning", "theirs"); }));
  REQUIRE(one.write([](Store::Writer& writer) { writer.document("friends", "[]"); }));
  bool told = false;
  REQUIRE(one.write([&](Store::Writer& writer) { told = writer.changedElsewhere(); }));
  CHECK(told);
  REQUIRE(one.write([&](Store::Writer& writer) { told = writer.changedElsewhere(); }));
  CHECK_FALSE(told);
}

TEST_CASE("what another program wrote is seen, and added to", "[store]") {
  const std::string path = freshFolder("profile-two") + "/p.db";
  Store one = opened(path), two = opened(path);
  REQUIRE(one.progress().ok());
  REQUIRE(two.progress().ok());
  const auto elsewhere = [](Store& store) {
    bool changed = false;
    REQUIRE(store
                .write([&](Store::Writer& writer) {
                  changed = writer.changedElsewhere();
                  (void)writer.add(runOf("dough", 1), {});
                  writer.tried(level::Pain::Doms, level::Technique::Stone, 10, 1);
                })
                .ok());
    return changed;
  };
  CHECK_FALSE(elsewhere(one));
  CHECK_FALSE(elsewhere(one));
  CHECK(elsewhere(two));
  CHECK_FALSE(elsewhere(two));
  CHECK(elsewhere(one));
  CHECK(one.progress().value().of("dough")->plays == 5);
  CHECK(one.progress().value().triedOn(level::Pain::Doms, level::Technique::Stone)->seconds == Approx(50));
}

TEST_CASE("a copy is made when something was written and the last is older than a day", "[store]") {
  const std::string path = freshFolder("profile-copy") + "/p.db", copy = path + ".bak";
  Store store = opened(path);
  const std::int64_t now = ::time(nullptr);
  store.copyNow(now);
  CHECK_FALSE(std::filesystem::exists(copy));
  REQUIRE(finish(store, runOf("dough", 1000)).ok());
  store.copyNow(now);
  REQUIRE(std::filesystem::exists(copy));
  const std::string first = contentOf(copy);
  REQUIRE(finish(store, runOf("dough", 2000)).ok());
  store.copyNow(now + 60);
  CHECK(contentOf(copy) == first);
  store.copyNow(now + 2 * 86400);
  CHECK(contentOf(copy) != first);
  CHECK(opened(copy).progress().value().of("dough")->plays == 2);
}
