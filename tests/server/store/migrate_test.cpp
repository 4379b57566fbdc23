// Schemas: an empty place, a store of before, a store of later, somebody else's database; and the way back.
#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>

#include "server/store/backup.hpp"
#include "server/store/samples.hpp"

using namespace knead;
using namespace knead::testing;

namespace {

void fill(Store& store) {
  for (std::uint64_t i = 0; i < 60; ++i)
    take(store,
         {.id = i, .player = i % 17, .board = static_cast<int>(i % 3), .score = static_cast<int>(i * 7919 % 3000)});
  REQUIRE(store.ban(playerKey(4), true, {5, "ann", "ban", "", "x"}));
  REQUIRE(store.hide(runId(9), true, {6, "ann", "hide", "", "y"}));
}

void sql(const std::string& place, const std::string& text) {
  if (isPostgres(place)) {
    REQUIRE(postgres()->execute(place, text));
  } else {
    SQLite::Database(place, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(text);
  }
}

const std::string kNewest = std::to_string(schemaWanted());

}  // namespace

TEST_CASE("a store goes down a schema and up again with everything in it", "[store][migrate]") {
  for (const auto& [kind, place] : freshPlaces("migrate")) {
    INFO(kind);
    std::string before;
    {
      const auto store = opened(place);
      fill(*store);
      // Some have lost their recordings, which schema 2 does not know.
      REQUIRE(store->letRecordingsGo(2000, std::nullopt, 60).value().recordings > 5);
      before = portraitOf(*store, 17, 3, 60);
    }
    CHECK(moveStore(place, 1).value() == schemaWanted());
    sql(place, "CREATE TABLE tally (x TEXT)");  // its place is free: the table of schema 2 is gone
    sql(place, "DROP TABLE tally");
    CHECK(moveStore(place, 1).value() == 1);
    std::vector<std::string> said;
    OpenOptions options;
    options.say = [&](const std::string& line) { said.push_back(line); };
    CHECK(portraitOf(*opened(place, options), 17, 3, 60) == before);
    REQUIRE(said.size() == 1);
    CHECK(said[0].find("had schema 1 and has " + kNewest + " now") != std::string::npos);
    // Nothing is said where nothing happens.
    CHECK(portraitOf(*opened(place, options), 17, 3, 60) == before);
    CHECK(said.size() == 1);
    if (!isPostgres(place)) {
      // Each way has left a copy of what was before.
      CHECK(checkStoreFile(place + ".schema-" + kNewest).value().schema == schemaWanted());
      CHECK(checkStoreFile(place + ".schema-1").value().schema == 1);
      CHECK(checkStoreFile(place + ".schema-1").value().runs == 60);
      CHECK(checkStoreFile(place).value().schema == schemaWanted());
      CHECK(said[0].find(place + ".schema-1") != std::string::npos);
    }
  }
}

// A store that an older program wrote is read by the names of its columns.
TEST_CASE("each column of a run is what its name says", "[store][migrate]") {
  for (const auto& [kind, place] : freshPlaces("columns")) {
    INFO(kind);
    take(*opened(place), {.id = 1, .player = 1});
    sql(place,
        "UPDATE run SET score = 11, stars = 2, claimed_score = 13, pain_before = 14, pain_after = 15, ending = 1, "
        "ticks = 17, state_hash = -18, drift_second = 19");
    const std::optional<RunRow> run = opened(place)->run(runId(1)).value();
    REQUIRE(run);
    CHECK(run->score == 11);
    CHECK(run->stars == 2);
    CHECK(run->claimedScore == 13);
    CHECK(run->painBefore == 14);
    CHECK(run->painAfter == 15);
    CHECK(run->ending == static_cast<sim::Ending>(1));
    CHECK(run->ticks == 17);
    CHECK(run->stateHash == ~std::uint64_t{17});
    CHECK(run->driftSecond == 19);
  }
}

TEST_CASE("tables are taken away only from a store without runs", "[store][migrate]") {
  for (const auto& [kind, place] : freshPlaces("to-nothing")) {
    INFO(kind);
    take(*opened(place), {.id = 1, .player = 1});
    const auto refused = moveStore(place, 0);
    REQUIRE(!refused);
    CHECK(refused.error().what.find("still holds runs") != std::string::npos);
    REQUIRE(opened(place)->forget(playerKey(1)));
    CHECK(moveStore(place, 0).value() == schemaWanted());  // what was refused had not taken its first step either
    CHECK(textOf(opened(place)->counts()) == "0 0 0 0 0 0 0 ");
    CHECK(!moveStore(place, schemaWanted() + 1));
    CHECK(!moveStore(place, -1));
  }
}

TEST_CASE("a store of a newer program is refused and left alone", "[store][migrate]") {
  for (const auto& [kind, place] : freshPlaces("newer")) {
    INFO(kind);
    take(*opened(place), {.id = 1, .player = 1});
    sql(place, "UPDATE meta SET value = '4' WHERE name = 'schema_version'");
    const auto refused = openStore(place);
    REQUIRE(!refused);
    CHECK(refused.error().what ==
          "found schema 4, this program knows up to 3; use the program that wrote it, or a newer one");
    sql(place, "UPDATE meta SET value = '3' WHERE name = 'schema_version'");
    CHECK(opened(place)->counts().value().runs == 1);
  }
}

TEST_CASE("a database of another program is refused and left alone", "[store][migrate]") {
  for (const auto& [kind, place] : freshPlaces("other")) {
    INFO(kind);
    sql(place, "CREATE TABLE shopping (thing TEXT)");
    auto refused = openStore(place);
    REQUIRE(!refused);
    CHECK(refused.error().what.find("tables of another program") != std::string::npos);
    sql(place, "CREATE TABLE meta (name TEXT, value TEXT)");
    refused = openStore(place);
    REQUIRE(!refused);
    CHECK(refused.error().what.find("is not Knead's") != std::string::npos);
  }
}

TEST_CASE("a step that fails half-way has not happened", "[store][migrate]") {
  for (const auto& [kind, place] : freshPlaces("half")) {
    INFO(kind);
    {
      const auto store = opened(place);
      fill(*store);
    }
    REQUIRE(moveStore(place, 1));
    sql(place, "CREATE TABLE tally (x TEXT)");  // stands in the way of the second step
    CHECK(!openStore(place));
    sql(place, "DROP TABLE tally");
    CHECK(opened(place)->counts().value().runs == 60);
  }
}
