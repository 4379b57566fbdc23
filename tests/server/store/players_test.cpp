// What a store promises of players: bans, names, being forgotten, and since when they are here; on the model and on
// each real store.
#include "server/store/samples.hpp"

using namespace knead;
using namespace knead::testing;

TEST_CASE("whoever is banned shows nowhere and hands in nothing, until they may again", "[store]") {
  onEachStore("banned", [](Store& store) {
    take(store, {.id = 1, .player = 1, .score = 900});
    take(store, {.id = 2, .player = 1, .board = 1, .score = 900});
    take(store, {.id = 3, .player = 2, .score = 700});
    REQUIRE(store.ban(playerKey(1), true, kWhat));
    CHECK(ranks(store, 0) == "1:2 ");
    CHECK(ranks(store, 1).empty());
    CHECK(store.player(playerKey(1)).value()->banned);
    CHECK(take(store, {.id = 4, .player = 1, .score = 901}) == Taken::Banned);
    CHECK(take(store, {.id = 1, .player = 1, .score = 900}) == Taken::Banned);
    // Hiding and judging again do not bring them back.
    REQUIRE(store.hide(runId(1), false, kWhat));
    REQUIRE(store.judged(runId(2), judgement(950)));
    CHECK(ranks(store, 0) == "1:2 ");
    CHECK(ranks(store, 1).empty());
    REQUIRE(store.ban(playerKey(1), false, kWhat));
    CHECK(ranks(store, 0) == "1:1 2:2 ");
    CHECK(ranks(store, 1) == "1:1 ");
    // A key that nobody has seen yet can be kept out too.
    REQUIRE(store.ban(playerKey(9), true, kWhat));
    CHECK(take(store, {.id = 9, .player = 9}) == Taken::Banned);
    CHECK(*store.player(playerKey(9)).value() == PlayerRow{playerKey(9), "", 77, true});
  });
}

TEST_CASE("who is forgotten is gone, and boards close up", "[store]") {
  onEachStore("forget", [](Store& store) {
    take(store, {.id = 1, .player = 1, .score = 900});
    take(store, {.id = 2, .player = 1, .board = 2, .score = 100});
    take(store, {.id = 3, .player = 2, .score = 700});
    REQUIRE(store.rename(playerKey(1), "Ann", "ann", 1).value());
    REQUIRE(store.forget(playerKey(1)));
    CHECK(!store.player(playerKey(1)).value().has_value());
    CHECK(!store.run(runId(1)).value().has_value());
    CHECK(!store.recording(runId(1)).value().has_value());
    CHECK(store.runsOf(playerKey(1), 9).value().empty());
    CHECK(ranks(store, 0) == "1:2 ");
    CHECK(textOf(store.counts()) == "1 1 2 0 0 0 5 ");
    // The name is free again, and so are the movements.
    CHECK(store.rename(playerKey(2), "Ann", "ann", 1).value());
    CHECK(take(store, {.id = 1, .player = 3, .score = 900}) == Taken::New);
    REQUIRE(store.forget(playerKey(77), kWhat));
    CHECK(store.audit(9).value().empty());
    REQUIRE(store.forget(playerKey(3), kWhat));
    CHECK(store.audit(9).value().at(0).target == board::hexOf(playerKey(3)));

    REQUIRE(store.ban(playerKey(2), true, kWhat));
    REQUIRE(store.forget(playerKey(2)));
    CHECK(*store.player(playerKey(2)).value() == PlayerRow{playerKey(2), "", 0, true});
    CHECK(take(store, {.id = 20, .player = 2}) == Taken::Banned);
    CHECK(store.rename(playerKey(3), "Ann", "ann", 1).value());
    REQUIRE(store.ban(playerKey(2), false, kWhat));
    CHECK(take(store, {.id = 20, .player = 2, .received = 90}) == Taken::New);
    CHECK(store.player(playerKey(2)).value()->created == 90);
    // Back with a name before there is a run.
    REQUIRE(store.ban(playerKey(2), true, kWhat));
    REQUIRE(store.forget(playerKey(2)));
    REQUIRE(store.ban(playerKey(2), false, kWhat));
    CHECK(store.rename(playerKey(2), "Bea", "bea", 95).value());
    CHECK(store.player(playerKey(2)).value()->created == 95);
  });
}

TEST_CASE("names that look alike belong to one player", "[store]") {
  onEachStore("names", [](Store& store) {
    CHECK(store.rename(playerKey(1), "Änn", "ann", 5).value());
    CHECK(*store.player(playerKey(1)).value() == PlayerRow{playerKey(1), "Änn", 5, false});
    CHECK(!store.rename(playerKey(2), "ann", "ann", 6).value());
    CHECK(!store.player(playerKey(2)).value().has_value());
    CHECK(store.rename(playerKey(1), "ANN", "ann", 7).value());
    CHECK(store.player(playerKey(1)).value()->name == "ANN");
    CHECK(store.rename(playerKey(1), "Bob", "bob", 8).value());
    CHECK(store.rename(playerKey(2), "ann", "ann", 9).value());
    // No name at all is nobody's alone.
    CHECK(store.rename(playerKey(1), "", "", 8).value());
    CHECK(store.rename(playerKey(3), "", "", 8).value());
    CHECK(store.rename(playerKey(4), "bob", "bob", 8).value());
    take(store, {.id = 1, .player = 4, .score = 3});
    CHECK(store.top(boardId(0), 1, std::nullopt).value()[0].player.name == "bob");
    // Only what somebody else does to a player is written down.
    CHECK(store.audit(9).value().empty());
    CHECK(!store.rename(playerKey(2), "bob", "bob", 10, kWhat).value());
    CHECK(store.audit(9).value().empty());
    CHECK(store.rename(playerKey(2), "Cleo", "cleo", 10, kWhat).value());
    CHECK(store.audit(9).value().at(0).target == board::hexOf(playerKey(2)));
  });
}

TEST_CASE("a player is here since the first of their runs, in whatever order they come", "[store]") {
  onEachStore("since", [](Store& store) {
    const auto since = [&store] { return store.player(playerKey(1)).value()->created; };
    take(store, {.id = 1, .player = 1, .received = 50});
    CHECK(since() == 50);
    take(store, {.id = 2, .player = 1, .received = 80});
    CHECK(since() == 50);
    take(store, {.id = 3, .player = 1, .received = 20});
    CHECK(since() == 20);
    CHECK(take(store, {.id = 3, .player = 1, .received = 10}) == Taken::Known);
    CHECK(since() == 20);
  });
}
