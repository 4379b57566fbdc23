// Runs on their way to a board: what waits, in which order, and what stays of it.
#include "profile/outbox.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "profile/database.hpp"
#include "profile/schema.hpp"
#include "profile/store.hpp"
#include "profile/test_files.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::profile;

namespace {

Letter letter(int score, const std::string& board = "fedcba9876543210.r2.touch",
              const std::string& server = "http://a") {
  Letter out;
  out.server = server;
  out.level = "first-touch";
  out.board = board;
  out.score = score;
  out.at = 1764000000;
  out.token = {1, 2, 3};
  out.recording = {9, 8, 7, 0, 6};
  return out;
}

Store memory() {
  std::string notice;
  return Store::open("", notice);
}

void post(Store& store, const Letter& one) {
  REQUIRE(store.write([&](Store::Writer& writer) { writer.post(one); }));
}

}  // namespace

TEST_CASE("a letter comes back whole when its time has come", "[profile][outbox]") {
  Store store = memory();
  post(store, letter(500));
  const auto due = store.dueLetter("http://a", 0).value();
  REQUIRE(due);
  CHECK(due->recording == letter(500).recording);
  CHECK(due->token == letter(500).token);
  CHECK(due->board == letter(500).board);
  CHECK(due->waits());
  CHECK_FALSE(store.dueLetter("http://b", 0).value());

  REQUIRE(store.write([&](Store::Writer& writer) { writer.later(due->id, 100); }));
  CHECK_FALSE(store.dueLetter("http://a", 99).value());
  REQUIRE(store.dueLetter("http://a", 100).value());
  CHECK(store.dueLetter("http://a", 100).value()->tries == 1);
}

TEST_CASE("a letter that a wrong clock put off for a year is due", "[profile][outbox]") {
  Store store = memory();
  post(store, letter(500));
  const auto first = store.dueLetter("http://a", 0).value();
  REQUIRE(first);
  REQUIRE(store.write([&](Store::Writer& writer) { writer.later(first->id, 24 * 60 * 60); }));
  CHECK_FALSE(store.dueLetter("http://a", 0).value());
  REQUIRE(store.write([&](Store::Writer& writer) { writer.later(first->id, 365 * 24 * 60 * 60); }));
  CHECK(store.dueLetter("http://a", 0).value());
}

TEST_CASE("a letter without a token is a letter", "[profile][outbox]") {
  Store store = memory();
  Letter plain = letter(500);
  plain.token.clear();
  post(store, plain);
  const auto due = store.dueLetter("http://a", 0).value();
  REQUIRE(due);
  CHECK(due->token.empty());
  CHECK(due->recording == plain.recording);
}

TEST_CASE("one that waits for a retry does not hold up the others", "[profile][outbox]") {
  Store store = memory();
  post(store, letter(500));
  post(store, letter(600));
  const auto first = store.dueLetter("http://a", 0).value();
  REQUIRE(store.write([&](Store::Writer& writer) { writer.later(first->id, 50); }));
  CHECK(store.dueLetter("http://a", 60).value()->score == 600);
}

TEST_CASE("an answered letter keeps its verdict and lets its recording go", "[profile][outbox]") {
  Store store = memory();
  post(store, letter(500));
  const auto due = store.dueLetter("http://a", 0).value();
  REQUIRE(store.write([&](Store::Writer& writer) { writer.answered(due->id, "accepted", 3, 40); }));
  CHECK_FALSE(store.dueLetter("http://a", 1000).value());
  const auto all = store.letters("http://a", 10).value();
  REQUIRE(all.size() == 1);
  CHECK(all[0].verdict == "accepted");
  CHECK(all[0].place == 3);
  CHECK(all[0].players == 40);
  CHECK(all[0].tries == 1);
}

TEST_CASE("only what is better than what went already is worth sending", "[profile][outbox]") {
  Store store = memory();
  CHECK_FALSE(store.posted(letter(500)));
  post(store, letter(500));
  CHECK(store.posted(letter(500)));
  CHECK(store.posted(letter(499)));
  CHECK_FALSE(store.posted(letter(501)));
  CHECK_FALSE(store.posted(letter(500, letter(0).board + ".assisted")));  // another board
  CHECK_FALSE(store.posted(letter(500, letter(0).board, "http://b")));

  const auto due = store.dueLetter("http://a", 0).value();
  REQUIRE(store.write([&](Store::Writer& writer) { writer.answered(due->id, "too_fast", 0, 0); }));
  CHECK_FALSE(store.posted(letter(500)));  // it stands on no board
  post(store, letter(500));
  const auto again = store.dueLetter("http://a", 0).value();
  REQUIRE(store.write([&](Store::Writer& writer) { writer.answered(again->id, "unknown_level", 0, 0); }));
  CHECK(store.posted(letter(100000)));  // the server does not know this level, however well it is played
}

TEST_CASE("what waits is bounded, and the least goes first", "[profile][outbox]") {
  Store store = memory();
  for (int i = 0; i < kMostWaiting + 5; ++i) post(store, letter(1000 + i, std::to_string(i)));
  const auto all = store.letters("http://a", 10000).value();
  CHECK(all.size() == static_cast<std::size_t>(kMostWaiting));
  for (const Letter& one : all) CHECK(one.score >= 1005);
}

TEST_CASE("letters of before know their boards", "[profile][outbox]") {
  const std::string path = testing::freshFolder("profile-outbox-boards") + "/profile.db";
  std::string notice;
  (void)Store::open(path, notice);
  {
    SQLite::Database database(path, SQLite::OPEN_READWRITE);
    database.exec("DROP TABLE outbox");
    database.exec(kMigrations[1]);
    database.exec(R"(
      INSERT INTO outbox (server, level, level_hash, rules, mode, assisted, score, at, token, recording) VALUES
        ('http://a', 'first-touch', -81985529216486896, 2, 'touch', 1, 10, 5, x'', x'01'),
        ('http://a', 'today-2026-11-28', 15, 3, 'mouse', 0, 20, 6, x'02', x'03');
      PRAGMA user_version = 2)");
  }
  { const Store carriedOver = Store::open(path, notice); }
  CHECK_FALSE(faultOf(path));  // can be taken along and brought in
  Store store = Store::open(path, notice);
  CHECK(notice == "");
  const auto all = store.letters("http://a", 5).value();
  REQUIRE(all.size() == 2);
  // As board::idOf spells them.
  CHECK(all[0].board == "000000000000000f.r3.mouse.2026-11-28");
  CHECK(all[1].board == "fedcba9876543210.r2.touch.assisted");
  CHECK(all[1].score == 10);
  CHECK(store.dueLetter("http://a", 0).value()->recording == std::vector<std::uint8_t>{1});
}

TEST_CASE("a store of before gets its outbox, and its runs stay", "[profile][outbox]") {
  const std::string path = testing::freshFolder("profile-outbox") + "/profile.db";
  std::string notice;
  {
    Store store = Store::open(path, notice);
    Run run;
    run.level = "first-touch";
    run.score = 77;
    REQUIRE(store.write([&](Store::Writer& writer) { writer.add(run, {}); }));
  }
  {
    SQLite::Database database(path, SQLite::OPEN_READWRITE);
    database.exec("DROP TABLE outbox; PRAGMA user_version = 1");
  }
  Store store = Store::open(path, notice);
  CHECK(notice == "");
  CHECK(store.lastRuns(5).value().front().score == 77);
  post(store, letter(500));
  CHECK(store.letters("http://a", 5).value().size() == 1);
}
