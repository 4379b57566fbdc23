// A profile as one file: whole there and back, refused with any byte changed, never written over anything.
#include "profile/archive.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "profile/test_files.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::profile;
using namespace knead::testing;

namespace {

struct Folder {
  explicit Folder(const char* name) : path(freshFolder(name)) {}
  std::string path, store = path + "/profile.db", settings = path + "/settings.json", key = path + "/key";
};

Archive archiveIn(const Folder& folder) {
  Store store = opened(folder.store);
  REQUIRE(finish(store, runOf("dough", 1234), "{}").ok());
  put(folder.settings, "{\"schema\":1}");
  put(folder.key, "knead-key-1 ...");
  auto archive = archiveOf(store, "Ada", folder.settings, folder.key);
  REQUIRE(archive.ok());
  return std::move(archive).value();
}

}  // namespace

TEST_CASE("a profile goes into a file and comes out again", "[archive]") {
  const Archive archive = archiveIn(Folder("archive-from"));
  const auto bytes = encode(archive);
  const auto read = decodeArchive(bytes, "a.kneadprofile");
  REQUIRE(read.ok());
  CHECK(read.value() == archive);
  const Folder to("archive-to");
  REQUIRE(unpackArchive(read.value(), to.store, to.settings, to.key).ok());
  CHECK(contentOf(to.key) == "knead-key-1 ...");
  CHECK(contentOf(to.settings) == "{\"schema\":1}");
  Store store = opened(to.store);
  CHECK(store.progress().value().of("dough")->bestScore() == 1234);
  CHECK(store.recording(1).value() == recordingOf(runOf("dough", 1234)));
  // Never over what is there.
  const auto again = unpackArchive(read.value(), to.store, to.settings, to.key);
  REQUIRE_FALSE(again.ok());
  CHECK(again.error().what.find("not written over") != std::string::npos);
}

TEST_CASE("a file with any byte changed, or cut, is refused", "[archive]") {
  const auto bytes = encode(archiveIn(Folder("archive-bytes")));
  for (std::size_t i = 0; i < bytes.size(); i += i < 64 ? 1 : 997) {
    auto bad = bytes;
    bad[i] ^= 0x41U;
    INFO(i);
    CHECK_FALSE(decodeArchive(bad, "x").ok());
  }
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{20}, bytes.size() - 1})
    CHECK_FALSE(decodeArchive(std::span(bytes).first(size), "x").ok());
  auto longer = bytes;
  longer.push_back(0);
  CHECK_FALSE(decodeArchive(longer, "x").ok());
}

TEST_CASE("a store that is none is refused, and nothing of it stays", "[archive]") {
  const Folder from("archive-bad-from"), to("archive-bad-to");
  const Archive good = archiveIn(from);
  const auto refused = [&](const std::string& content, const char* why) {
    Archive archive = good;
    archive.store = content;
    const auto done = unpackArchive(archive, to.store, to.settings, to.key);
    REQUIRE_FALSE(done.ok());
    CHECK(done.error().text().find(why) != std::string::npos);
    CHECK(std::filesystem::is_empty(to.path));
  };
  const auto changed = [&](const char* sql) {
    const std::string path = from.path + "/changed.db";
    put(path, good.store);
    {
      SQLite::Database database(path, SQLite::OPEN_READWRITE);
      database.exec(sql);
    }
    return contentOf(path);
  };
  refused("no database", "is damaged");
  refused("", "is empty");
  refused(good.store.substr(0, good.store.size() / 2), "is damaged");
  refused(changed("PRAGMA user_version = 99"), "newer version");
  refused(changed("PRAGMA application_id = 1"), "no profile of this game");
  refused(changed("CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM recordings; END"), "something else");
  refused(changed("DROP TABLE tried"), "something else");
  REQUIRE(unpackArchive(good, to.store, to.settings, to.key).ok());
}
