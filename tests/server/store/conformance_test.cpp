// What a store promises, case by case, on the model and on each real store.
#include "server/store/samples.hpp"

using namespace knead;
using namespace knead::testing;

TEST_CASE("a store of each kind was tried", "[store]") {
  REQUIRE(!freshPlaces("kinds").empty());
  if (postgres() != nullptr) REQUIRE(freshPlaces("kinds").size() == 2);
}

TEST_CASE("what is taken is there, field by field", "[store]") {
  onEachStore("fields", [](Store& store) {
    NewRun run = sampleRun({.id = 1, .player = 2, .board = 1, .score = 4321, .received = 99, .nonce = 5});
    run.row.stateHash = 0xFFFFFFFFFFFFFFFFU;
    run.row.ticks = 0xFFFFFFFFU;
    run.row.driftSecond = 17;
    run.row.flag = "ähnlich 'quoted' \"; DROP TABLE run; --";
    run.packed = board::Bytes(100'000, 0);
    for (std::size_t i = 0; i < run.packed.size(); ++i) run.packed[i] = static_cast<std::uint8_t>(i * i >> 3U);
    REQUIRE(take(store, {run}).at(0).taken == Taken::New);
    CHECK(store.run(run.row.id).value() == run.row);
    CHECK(store.recording(run.row.id).value() == run.packed);
    CHECK(store.runsOf(run.row.player, 9).value() == std::vector<RunRow>{run.row});
    CHECK(store.flagged(9).value() == std::vector<RunRow>{run.row});
    const auto player = store.player(run.row.player).value();
    REQUIRE(player.has_value());
    CHECK(*player == PlayerRow{run.row.player, "", 99, false});
    const auto board = store.board(run.row.board).value();
    REQUIRE(board.has_value());
    CHECK(board::idOf(board->key) == run.row.board);
    CHECK((board->levelId == run.levelId && board->players == 1 && board->lastRun == 99 && !board->frozen));
    CHECK(textOf(store.counts()) == "1 1 1 1 1 0 100000 ");
    const auto every = store.every(std::nullopt, 5).value();
    REQUIRE(every.size() == 1);
    CHECK((every[0].row == run.row && every[0].levelId == run.levelId && every[0].packed == run.packed));
    CHECK(store.every(run.row.id, 5).value().empty());
  });
}

TEST_CASE("nothing is there before it is taken", "[store]") {
  onEachStore("empty", [](Store& store) {
    CHECK(!store.run(runId(1)).value().has_value());
    CHECK(!store.recording(runId(1)).value().has_value());
    CHECK(!store.player(playerKey(1)).value().has_value());
    CHECK(!store.board(boardId(1)).value().has_value());
    CHECK(store.top(boardId(1), 10, std::nullopt).value().empty());
    CHECK(store.around(boardId(1), playerKey(1), 3).value().empty());
    CHECK(store.boards("", std::nullopt, 10).value().empty());
    CHECK(store.take({}).value().empty());
    CHECK(!store.hide(runId(1), true, kWhat));
    CHECK(!store.freeze(boardId(1), true, kWhat));
    CHECK(!store.flag(runId(1), "x", kWhat));
    CHECK(store.audit(10).value().empty());
    CHECK(store.probe());
    CHECK(!store.meta("probe").value().has_value());
    CHECK(!store.describe().empty());
  });
}

TEST_CASE("ranks: the higher score, then the earlier, then the smaller key", "[store]") {
  onEachStore("ranks", [](Store& store) {
    take(store, {.id = 1, .player = 3, .score = 500, .received = 20});
    take(store, {.id = 2, .player = 1, .score = 500, .received = 20});
    take(store, {.id = 3, .player = 2, .score = 500, .received = 10});
    take(store, {.id = 4, .player = 4, .score = 501, .received = 90});
    take(store, {.id = 5, .player = 5, .score = 0, .received = 1});
    CHECK(ranks(store, 0) == "1:4 2:2 3:1 4:3 5:5 ");
    // A worse run of the same player changes nothing, a better one does; an equal later one does not.
    take(store, {.id = 6, .player = 2, .score = 400, .received = 5});
    take(store, {.id = 7, .player = 2, .score = 500, .received = 11});
    CHECK(ranks(store, 0) == "1:4 2:2 3:1 4:3 5:5 ");
    CHECK(store.top(boardId(0), 2, std::nullopt).value()[1].run.id == runId(3));
    take(store, {.id = 8, .player = 5, .score = 70'000, .received = 99});
    CHECK(ranks(store, 0) == "1:5 2:4 3:2 4:1 5:3 ");
    CHECK(store.board(boardId(0)).value()->players == 5);
  });
}

TEST_CASE("pages, around and among", "[store]") {
  onEachStore("pages", [](Store& store) {
    // Two share each score, over several buckets of scores.
    for (std::uint64_t i = 0; i < 25; ++i)
      take(store, {.id = i, .player = i, .score = static_cast<int>(i / 2) * 100, .received = 50 - static_cast<Ms>(i)});
    std::vector<std::int64_t> seen;
    std::optional<After> after;
    for (;;) {
      const auto page = store.top(boardId(0), 7, after).value();
      if (page.empty()) break;
      for (const Standing& line : page) seen.push_back(line.rank);
      after = After{page.back().run.score, page.back().run.received, page.back().run.player};
    }
    REQUIRE(seen.size() == 25);
    for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == static_cast<std::int64_t>(i) + 1);
    CHECK(store.top(boardId(0), 0, std::nullopt).value().empty());
    CHECK(store.top(boardId(0), -1, std::nullopt).value().empty());
    // Behind a place where nobody stands.
    CHECK(namesAndRanks(store.top(boardId(0), 2, After{1150, 0, playerKey(0)})) == "2:23 3:22 ");

    CHECK(namesAndRanks(store.around(boardId(0), playerKey(23), 2)) == "1:24 2:23 3:22 4:21 ");
    CHECK(namesAndRanks(store.around(boardId(0), playerKey(10), 1)) == "14:11 15:10 16:9 ");
    CHECK(namesAndRanks(store.around(boardId(0), playerKey(10), 0)) == "15:10 ");
    CHECK(namesAndRanks(store.around(boardId(0), playerKey(0), 1)) == "24:1 25:0 ");
    CHECK(store.around(boardId(0), playerKey(99), 3).value().empty());

    const std::vector<board::PublicKey> friends = {playerKey(0), playerKey(99), playerKey(24), playerKey(10),
                                                   playerKey(0)};
    CHECK(namesAndRanks(store.among(boardId(0), friends)) == "1:24 15:10 25:0 ");
    CHECK(store.among(boardId(1), friends).value().empty());
  });
}

TEST_CASE("a run that was handed in before is known, somebody else's is copied", "[store]") {
  onEachStore("copies", [](Store& store) {
    REQUIRE(take(store, {.id = 1, .player = 1, .score = 10}) == Taken::New);
    CHECK(take(store, {.id = 1, .player = 1, .score = 10}) == Taken::Known);
    const auto again = take(store, {sampleRun({.id = 2, .player = 1, .score = 10, .inputs = 1})});
    CHECK((again[0].taken == Taken::Known && again[0].run == runId(1)));
    const auto copied = take(store, {sampleRun({.id = 3, .player = 2, .score = 10, .inputs = 1})});
    CHECK((copied[0].taken == Taken::Copied && copied[0].run == runId(1)));
    CHECK(take(store, {.id = 1, .player = 2, .score = 10}) == Taken::Copied);
    // The same movements on another board are another run.
    CHECK(take(store, {.id = 4, .player = 2, .board = 2, .score = 10, .inputs = 1}) == Taken::New);
    // Whoever only copied has left no trace.
    CHECK(take(store, {.id = 5, .player = 3, .score = 10, .inputs = 1}) == Taken::Copied);
    CHECK(!store.player(playerKey(3)).value().has_value());
    CHECK(textOf(store.counts()) == "2 2 2 0 0 0 10 ");
  });
}

TEST_CASE("a token is good for one run", "[store]") {
  onEachStore("tokens", [](Store& store) {
    CHECK(take(store, {.id = 1, .player = 1, .received = 100, .nonce = 7}) == Taken::New);
    CHECK(take(store, {.id = 2, .player = 1, .received = 101, .nonce = 7}) == Taken::UsedToken);
    CHECK(take(store, {.id = 1, .player = 1, .received = 102, .nonce = 7}) == Taken::Known);
    CHECK(take(store, {.id = 3, .player = 2, .board = 1, .received = 103, .nonce = 7}) == Taken::UsedToken);
    CHECK(!store.player(playerKey(2)).value().has_value());
    CHECK(!store.board(boardId(1)).value().has_value());
    // A run that was refused has not used its token up.
    CHECK(take(store, {.id = 4, .player = 2, .inputs = 1, .nonce = 8}) == Taken::Copied);
    CHECK(take(store, {.id = 5, .player = 1, .received = 104, .nonce = 8}) == Taken::New);
    REQUIRE(store.forgetTokensBefore(101));
    CHECK(take(store, {.id = 6, .player = 1, .received = 105, .nonce = 8}) == Taken::UsedToken);
    CHECK(take(store, {.id = 6, .player = 1, .received = 105, .nonce = 7}) == Taken::New);
  });
}

TEST_CASE("a batch is taken in its order, entry by entry", "[store]") {
  onEachStore("batch", [](Store& store) {
    const auto answers =
        take(store, {sampleRun({.id = 1, .player = 1, .score = 10, .nonce = 1}),
                     sampleRun({.id = 1, .player = 1, .score = 10, .nonce = 1}),
                     sampleRun({.id = 2, .player = 2, .score = 20, .inputs = 1}),
                     sampleRun({.id = 3, .player = 2, .score = 30, .nonce = 1}),
                     sampleRun({.id = 4, .player = 2, .score = 40, .nonce = 2}),
                     sampleRun({.id = 5, .player = 1, .score = 50}), sampleRun({.id = 6, .player = 1, .score = 45}),
                     sampleRun({.id = 7, .player = 3, .board = 3, .score = 45, .inputs = 7}),
                     sampleRun({.id = 7, .player = 4, .board = 3, .score = 45, .inputs = 7})});
    std::string taken;
    for (const TakenRun& one : answers) taken += std::to_string(static_cast<int>(one.taken));
    CHECK(taken == "012300002");
    CHECK(ranks(store, 0) == "1:1 2:2 ");
    CHECK(store.top(boardId(0), 1, std::nullopt).value()[0].run.id == runId(5));
    CHECK(!store.player(playerKey(4)).value().has_value());
    CHECK(store.board(boardId(0)).value()->players == 2);
  });
}

TEST_CASE("a batch with a board that has no name changes nothing", "[store]") {
  for (const auto& [kind, place] : freshPlaces("nameless")) {
    INFO(kind);
    const auto store = opened(place);
    NewRun wrong = sampleRun({.id = 2, .player = 1});
    wrong.row.board = "no board";
    const auto answer = store->take(std::vector<NewRun>{sampleRun({.id = 1, .player = 1}), wrong});
    REQUIRE(!answer);
    CHECK(answer.error().text() == "store: \"no board\" is not the name of a board");
    CHECK(textOf(store->counts()) == "0 0 0 0 0 0 0 ");
  }
}

TEST_CASE("hidden runs make room for the next best, and come back", "[store]") {
  onEachStore("hidden", [](Store& store) {
    take(store, {.id = 1, .player = 1, .score = 900});
    take(store, {.id = 2, .player = 1, .score = 600});
    take(store, {.id = 3, .player = 2, .score = 700});
    CHECK(ranks(store, 0) == "1:1 2:2 ");
    REQUIRE(store.hide(runId(1), true, kWhat));
    CHECK(ranks(store, 0) == "1:2 2:1 ");
    REQUIRE(store.hide(runId(2), true, kWhat));
    CHECK(ranks(store, 0) == "1:2 ");
    CHECK(store.board(boardId(0)).value()->players == 1);
    CHECK(store.runsOf(playerKey(1), 9).value().size() == 2);
    CHECK(store.run(runId(1)).value()->hidden);
    CHECK(take(store, {.id = 1, .player = 1, .score = 900}) == Taken::Known);
    REQUIRE(store.hide(runId(1), false, kWhat));
    REQUIRE(store.hide(runId(1), false, kWhat));
    CHECK(ranks(store, 0) == "1:1 2:2 ");
  });
}

TEST_CASE("a frozen board can only be looked at", "[store]") {
  onEachStore("frozen", [](Store& store) {
    take(store, {.id = 1, .player = 1, .score = 900});
    REQUIRE(store.freeze(boardId(0), true, kWhat));
    CHECK(store.board(boardId(0)).value()->frozen);
    CHECK(take(store, {.id = 2, .player = 2, .score = 900, .nonce = 3}) == Taken::Frozen);
    CHECK(take(store, {.id = 1, .player = 1, .score = 900}) == Taken::Known);
    CHECK(ranks(store, 0) == "1:1 ");
    CHECK(!store.player(playerKey(2)).value().has_value());
    REQUIRE(store.freeze(boardId(0), false, kWhat));
    CHECK(take(store, {.id = 2, .player = 2, .score = 900, .nonce = 3}) == Taken::New);
  });
}

TEST_CASE("what whoever runs the server does is written down", "[store]") {
  onEachStore("audit", [](Store& store) {
    take(store, {.id = 1, .player = 1});
    const AuditRow what{5, "ann", "x", "is set by the store", "why"};
    REQUIRE(store.note({9, "ann", "begin", "all", "first"}));
    REQUIRE(store.ban(playerKey(1), true, what));
    REQUIRE(store.hide(runId(1), true, what));
    REQUIRE(store.freeze(boardId(0), true, what));
    CHECK(!store.hide(runId(2), true, what));
    const auto log = store.audit(10).value();
    REQUIRE(log.size() == 4);
    CHECK(log[0] == AuditRow{5, "ann", "x", boardId(0), "why"});
    CHECK(log[1] == AuditRow{5, "ann", "x", board::hexOf(runId(1)), "why"});
    CHECK(log[2] == AuditRow{5, "ann", "x", board::hexOf(playerKey(1)), "why"});
    CHECK(log[3] == AuditRow{9, "ann", "begin", "all", "first"});
    CHECK(store.audit(1).value() == std::vector<AuditRow>{log[0]});
    // Their order is that of writing, however quickly they follow.
    for (int i = 0; i < 200; ++i) REQUIRE(store.note({i % 3, "ann", std::to_string(i), "", ""}));
    const auto many = store.audit(200).value();
    for (int i = 0; i < 200; ++i) REQUIRE(many[static_cast<std::size_t>(i)].action == std::to_string(199 - i));
  });
}

TEST_CASE("boards of a level, of a day, last played first", "[store]") {
  onEachStore("boards", [](Store& store) {
    take(store, {.id = 1, .player = 1, .board = 0, .received = 10});
    take(store, {.id = 2, .player = 1, .board = 1, .received = 30});
    take(store, {.id = 3, .player = 1, .board = 2, .received = 20});
    take(store, {.id = 4, .player = 1, .board = 1, .received = 5});
    const auto names = [](const Result<std::vector<BoardRow>>& rows) {
      std::string out;
      for (const BoardRow& row : rows.value()) {
        for (int b = 0; b < 4; ++b) out += row.id == boardId(b) ? std::to_string(b) : "";
      }
      return out;
    };
    CHECK(names(store.boards("", std::nullopt, 9)) == "120");
    CHECK(names(store.boards("", std::nullopt, 2)) == "12");
    CHECK(names(store.boards("level-0", std::nullopt, 9)) == "10");
    CHECK(names(store.boards("level-0", 20001, 9)) == "1");
    CHECK(names(store.boards("", 20001, 9)) == "1");
    CHECK(names(store.boards("", 3, 9)).empty());
    CHECK(store.board(boardId(1)).value()->key.day == 20001);
  });
}

TEST_CASE("judging again moves lines, and hides what is no longer accepted", "[store]") {
  onEachStore("judging", [](Store& store) {
    take(store, {.id = 1, .player = 1, .score = 900});
    take(store, {.id = 2, .player = 1, .score = 500});
    take(store, {.id = 3, .player = 2, .score = 700});
    take(store, {.id = 4, .player = 2, .board = 1, .score = 700});
    CHECK(store.markToJudge(boardId(0)).value() == 3);
    CHECK(store.counts().value().toJudge == 3);
    const auto first = store.claim(2, 1000, 50).value();
    REQUIRE(first.size() == 2);
    CHECK((first[0].levelId == "level-0" && first[0].packed == sampleRun({.id = 1}).packed));
    CHECK(store.claim(9, 1001, 50).value().size() == 1);
    CHECK(store.claim(9, 1049, 50).value().empty());
    // A lease that ran out.
    CHECK(store.claim(9, 1050, 50).value().size() == 2);

    board::Judgement better = judgement(650);
    better.painBefore = 713;
    better.painAfter = 1000;
    better.driftSecond = 3;
    better.stateHash = 0x8000000000000001U;
    REQUIRE(store.judged(runId(1), better));
    const RunRow row = *store.run(runId(1)).value();
    CHECK((row.score == 650 && row.painBefore == 713 && row.painAfter == 1000 && row.driftSecond == 3));
    CHECK(row.stateHash == better.stateHash);
    CHECK(ranks(store, 0) == "1:2 2:1 ");
    board::Judgement refused;
    refused.verdict = board::Verdict::Unfinished;
    refused.why = "it ends early";
    REQUIRE(store.judged(runId(3), refused));
    CHECK(ranks(store, 0) == "1:1 ");
    CHECK(store.run(runId(3)).value()->flag == "unfinished: it ends early");
    CHECK(store.run(runId(3)).value()->hidden);
    CHECK(store.counts().value().toJudge == 1);
    CHECK(store.counts().value().flagged == 1);
    REQUIRE(store.judged(runId(99), judgement(1)));
    CHECK(store.markToJudge("").value() == 4);
    CHECK(store.markToJudge("none").value() == 0);
  });
}

TEST_CASE("old recordings go where nothing needs them, and their runs stay", "[store]") {
  onEachStore("let-go", [](Store& store) {
    // Player 1: three runs, the second the best. 2: one. 3: two on another board, by rising score.
    take(store, {.id = 1, .player = 1, .score = 100, .received = 1001});
    take(store, {.id = 2, .player = 1, .score = 300, .received = 1002});
    take(store, {.id = 3, .player = 1, .score = 200, .received = 1003});
    take(store, {.id = 4, .player = 2, .score = 50, .received = 1004});
    take(store, {.id = 5, .player = 3, .board = 1, .score = 10, .received = 1005});
    take(store, {.id = 6, .player = 3, .board = 1, .score = 20, .received = 1006});
    const auto kept = [&store] {
      std::string out;
      for (std::uint64_t i = 1; i <= 6; ++i) {
        const bool there = store.recording(runId(i)).value().has_value();
        CHECK(store.run(runId(i)).value()->recorded == there);
        if (there) out += std::to_string(i);
      }
      return out;
    };
    REQUIRE(store.flag(runId(3), "looks like another", kWhat));
    REQUIRE(store.markToJudge(boardId(1)).value() == 2);
    const std::string lines = ranks(store, 0) + ranks(store, 1);
    // Only what came before, as much as is asked for, and on from there.
    CHECK(textOf(store.letRecordingsGo(1001, std::nullopt, 10)) == "0 of 0 bytes");
    const auto first = store.letRecordingsGo(2000, std::nullopt, 2).value();
    CHECK(first.recordings == 1);
    CHECK(first.bytes == 5);
    REQUIRE(first.last.has_value());
    CHECK((first.last->received == 1002 && first.last->run == runId(2)));
    CHECK(kept() == "23456");
    const auto rest = store.letRecordingsGo(2000, first.last, 10).value();
    CHECK(rest.recordings == 0);  // 2 and 4 are bests, 3 is flagged, 5 and 6 wait to be judged
    CHECK(rest.last->run == runId(6));
    CHECK(!store.letRecordingsGo(2000, rest.last, 10).value().last.has_value());
    // What held them is over.
    REQUIRE(store.flag(runId(3), "", kWhat));
    const auto claimed = store.claim(10, 3000, 100).value();
    for (const auto& one : claimed) REQUIRE(store.judged(one.row.id, judgement(one.row.score)));
    CHECK(store.letRecordingsGo(2000, std::nullopt, 10).value().recordings == 2);
    CHECK(kept() == "246");
    CHECK(ranks(store, 0) + ranks(store, 1) == lines);
    CHECK(store.counts().value().runs == 6);
    CHECK(store.counts().value().bytes == 3 * 5);
    // Without a recording nobody can judge a run again, and it does not go along. The same run is still known.
    CHECK(store.markToJudge("").value() == 3);
    CHECK(store.every(std::nullopt, 10).value().size() == 3);
    CHECK(take(store, {.id = 1, .player = 1, .score = 100}) == Taken::Known);
    // The best goes away: the next one shows, recording or not.
    REQUIRE(store.hide(runId(2), true, kWhat));
    CHECK(store.top(boardId(0), 1, std::nullopt).value().at(0).run.id == runId(3));
    REQUIRE(store.forget(playerKey(1)));
    REQUIRE(store.forget(playerKey(3)));
    CHECK(store.counts().value().bytes == 5);
    CHECK(store.counts().value().runs == 1);
  });
}

TEST_CASE("a value that is written once stays", "[store]") {
  onEachStore("meta", [](Store& store) {
    CHECK(!store.meta("server").value().has_value());
    CHECK(store.metaOnce("server", "a").value() == "a");
    CHECK(store.metaOnce("server", "b").value() == "a");
    CHECK(store.meta("server").value() == "a");
  });
}

TEST_CASE("everything is there again after closing", "[store]") {
  for (const auto& [kind, place] : freshPlaces("reopen")) {
    INFO(kind);
    std::string before;
    {
      const auto store = opened(place);
      for (std::uint64_t i = 0; i < 20; ++i)
        take(*store,
             {.id = i, .player = i % 4, .board = static_cast<int>(i % 3), .score = static_cast<int>(i * 37 % 500)});
      REQUIRE(store->hide(runId(3), true, kWhat));
      REQUIRE(store->rename(playerKey(2), "Bea", "bea", 3).value());
      before = portraitOf(*store, 5, 3, 20);
    }
    CHECK(portraitOf(*opened(place), 5, 3, 20) == before);
  }
}
