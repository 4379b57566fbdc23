// Several servers on one store at once: what must happen once happens once, and boards come out right. Threads with
// stores of their own stand for the servers; nothing is shared between them but the place.
#include <algorithm>
#include <atomic>
#include <barrier>
#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "core/random.hpp"
#include "server/store/memory_store.hpp"
#include "server/store/samples.hpp"

using namespace knead;
using namespace knead::testing;

namespace {

constexpr int kServers = 4;

// Runs `work(server, store)` on all at once and gives the errors.
std::string onServers(const std::string& place, const std::function<std::string(int, Store&)>& work) {
  std::vector<std::thread> threads;
  std::mutex mutex;
  std::string problems;
  std::barrier start(kServers);  // so that what has to be made is made by all at once
  for (int server = 0; server < kServers; ++server) {
    threads.emplace_back([&, server] {
      std::string problem;
      start.arrive_and_wait();
      try {
        OpenOptions options;
        options.connections = 3;
        options.readers = 2;
        options.waitMs = 120'000;  // nobody is given up because the machine is slow
        const auto store = opened(place, options);
        problem = work(server, *store);
      } catch (const std::exception& error) {
        problem = error.what();
      }
      const std::lock_guard lock(mutex);
      if (!problem.empty()) problems += problem + "\n";
    });
  }
  for (std::thread& thread : threads) thread.join();
  return problems;
}

// What the store says of its boards, against a plain store that is given every run there is.
std::string boardsAgree(Store& store, int boards) {
  MemoryStore plain;
  std::set<board::PublicKey> banned;
  std::optional<board::Hash256> after;
  for (;;) {
    const auto some = store.every(after, 500).value();
    if (some.empty()) break;
    after = some.back().row.id;
    for (const Store::ToJudge& one : some) {
      // Inputs of its own: none is a copy of another.
      const NewRun run{one.row, one.levelId, one.row.id, one.packed, std::nullopt};
      if (plain.take({&run, 1}).value()[0].taken != Taken::New) return "a run is there twice";
      if (store.player(one.row.player).value()->banned) banned.insert(one.row.player);
    }
  }
  for (const board::PublicKey& player : banned) (void)plain.ban(player, true, {});
  if (store.counts().value().runs != plain.counts().value().runs) return "runs are counted wrongly";
  for (int b = 0; b < boards; ++b) {
    const auto expected = plain.top(boardId(b), 100'000, std::nullopt).value();
    const auto found = store.top(boardId(b), 100'000, std::nullopt).value();
    if (found.size() != expected.size()) return "a board has lost or doubled lines";
    const auto row = store.board(boardId(b)).value();
    if (row && row->players != static_cast<std::int64_t>(expected.size())) return "players are counted wrongly";
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i].run != expected[i].run) return "line " + std::to_string(i) + " of a board is wrong";
      const std::vector<board::PublicKey> one = {found[i].run.player};
      if (i % 7 == 0 && store.among(boardId(b), one).value().at(0).rank != expected[i].rank) return "a rank is wrong";
    }
  }
  return "";
}

}  // namespace

TEST_CASE("servers that take the same runs at once take each once", "[store][race]") {
  for (const auto& [kind, place] : freshPlaces("race-same")) {
    INFO(kind);
    std::atomic<int> fresh{0}, known{0};
    const std::string problems = onServers(place, [&](int server, Store& store) -> std::string {
      // The same hundred runs, each server in another order, in batches of ten.
      for (int batch = 0; batch < 10; ++batch) {
        std::vector<NewRun> runs;
        for (int i = 0; i < 10; ++i) {
          const int step = batch * 10 + i;
          const auto n = static_cast<std::uint64_t>(server % 2 == 0 ? step : 99 - step);
          runs.push_back(sampleRun({.id = n,
                                    .player = n % 7,
                                    .board = static_cast<int>(n % 3),
                                    .score = static_cast<int>(n * 7919 % 1000)}));
        }
        for (const TakenRun& one : take(store, runs)) {
          if (one.taken == Taken::New) ++fresh;
          if (one.taken == Taken::Known) ++known;
        }
      }
      return "";
    });
    CHECK(problems == "");
    CHECK(fresh == 100);
    CHECK(known == 300);
    CHECK(boardsAgree(*opened(place), 3) == "");
  }
}

TEST_CASE("of copies and of runs with one token that come at once, one is taken", "[store][race]") {
  for (const auto& [kind, place] : freshPlaces("race-copies")) {
    INFO(kind);
    std::mutex mutex;
    std::map<int, std::string> copies, tokens;
    const std::string problems = onServers(place, [&](int server, Store& store) -> std::string {
      const auto me = static_cast<std::uint64_t>(server);
      for (int round = 0; round < 25; ++round) {
        const auto n = static_cast<std::uint64_t>(round);
        const Taken copy =
            take(store, {.id = 1000 + n * 10 + me, .player = me, .board = 0, .score = round, .inputs = n});
        // One token for four runs on four boards, which no lock of a board keeps apart.
        const Taken token = take(store, {.id = 5000 + n * 10 + me,
                                         .player = 10 + me,
                                         .board = 1 + server,
                                         .score = round,
                                         .inputs = 5000 + n * 10 + me,
                                         .nonce = n});
        const std::lock_guard lock(mutex);
        copies[round] += copy == Taken::New ? "N" : copy == Taken::Copied ? "c" : "?";
        tokens[round] += token == Taken::New ? "N" : token == Taken::UsedToken ? "u" : "?";
      }
      return "";
    });
    CHECK(problems == "");
    for (auto* answers : {&copies, &tokens}) {
      for (auto& [round, text] : *answers) {
        std::sort(text.begin(), text.end());
        CHECK(text == (answers == &copies ? "Nccc" : "Nuuu"));
      }
    }
    CHECK(boardsAgree(*opened(place), 5) == "");
  }
}

TEST_CASE("bans, hiding, forgetting and runs at once leave boards that agree with the runs", "[store][race]") {
  for (const auto& [kind, place] : freshPlaces("race-all")) {
    INFO(kind);
    const std::string problems = onServers(place, [&](int server, Store& store) -> std::string {
      Random random(77, static_cast<std::uint64_t>(server));
      for (int i = 0; i < 120; ++i) {
        const std::uint64_t player = random.below(6);
        const std::uint64_t run = random.below(200);
        const std::uint32_t what = random.below(10);
        const bool on = random.below(2) == 0;
        if (what == 0) {
          if (const auto done = store.ban(playerKey(player), on, {}); !done) return done.error().text();
        } else if (what == 1) {
          (void)store.hide(runId(run), on, {});
        } else if (what == 2) {
          if (const auto done = store.forget(playerKey(player)); !done) return done.error().text();
        } else if (what == 3) {
          board::Judgement better;
          better.verdict = board::Verdict::Accepted;
          better.score = static_cast<int>(random.below(1000));
          if (const auto done = store.judged(runId(run), better); !done) return done.error().text();
        } else if (what == 4) {
          const auto name = std::to_string(random.below(3));
          if (const auto done = store.rename(playerKey(player), name, name, 1); !done) return done.error().text();
        } else {
          std::vector<NewRun> runs;
          for (int k = 0; k < 3; ++k) {
            const std::uint64_t id = random.below(200);
            const std::uint64_t who = random.below(6);
            const auto score = static_cast<int>(random.below(1000));
            runs.push_back(sampleRun({.id = id, .player = who, .board = static_cast<int>(id % 3), .score = score}));
          }
          if (const auto done = store.take(runs); !done) return done.error().text();
        }
      }
      return "";
    });
    CHECK(problems == "");
    CHECK(boardsAgree(*opened(place), 3) == "");
  }
}

TEST_CASE("servers never hold one run for judging at the same time", "[store][race]") {
  for (const auto& [kind, place] : freshPlaces("race-claim")) {
    INFO(kind);
    {
      const auto store = opened(place);
      std::vector<NewRun> runs;
      for (std::uint64_t i = 0; i < 200; ++i) runs.push_back(sampleRun({.id = i, .player = i % 9}));
      take(*store, runs);
      REQUIRE(store->markToJudge("").value() == 200);
    }
    std::mutex mutex;
    std::map<board::Hash256, int> claimed;
    const std::string problems = onServers(place, [&](int, Store& store) -> std::string {
      for (;;) {
        const auto some = store.claim(7, 1000, 1'000'000);
        if (!some) return some.error().text();
        if (some.value().empty()) return "";
        const std::lock_guard lock(mutex);
        for (const Store::ToJudge& one : some.value()) ++claimed[one.row.id];
      }
    });
    CHECK(problems == "");
    CHECK(claimed.size() == 200);
    for (const auto& [id, times] : claimed) CHECK(times == 1);
  }
}

TEST_CASE("a board that is closed while runs come in takes none from then on", "[store][race]") {
  for (const auto& [kind, place] : freshPlaces("race-freeze")) {
    INFO(kind);
    const auto keeper = opened(place);
    for (int round = 0; round < 12; ++round) {
      const std::uint64_t first = static_cast<std::uint64_t>(round) * 100'000;
      take(*keeper, {.id = first, .player = 1, .board = round});
      std::atomic<bool> stop{false}, gaveUp{false};
      std::atomic<int> taken{0};
      std::int64_t atOnce = 0;
      std::thread closing([&] {
        while (taken < 30 && !gaveUp) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        // A file that four programs write in without a pause may keep a fifth waiting for long: it asks again.
        for (int tries = 0; tries < 20 && atOnce == 0; ++tries)
          if (keeper->freeze(boardId(round), true, {})) atOnce = keeper->counts().value().runs;
        stop = true;
      });
      const std::string problems = onServers(place, [&](int server, Store& store) -> std::string {
        const std::uint64_t from = first + 1 + static_cast<std::uint64_t>(server) * 20'000;
        for (std::uint64_t n = from; !stop; ++n) {
          if (take(store, {.id = n, .player = 10 + static_cast<std::uint64_t>(server), .board = round}) == Taken::New)
            ++taken;
          std::this_thread::sleep_for(std::chrono::milliseconds(1));  // others may write too
        }
        return "";
      });
      gaveUp = true;
      closing.join();
      CHECK(problems == "");
      REQUIRE(atOnce > 0);
      CHECK(keeper->counts().value().runs == atOnce);
    }
  }
}

TEST_CASE("servers that start at once on an empty place agree", "[store][race]") {
  for (const auto& [kind, place] : freshPlaces("race-start")) {
    INFO(kind);
    std::mutex mutex;
    std::map<std::string, int> values;
    const std::string problems = onServers(place, [&](int server, Store& store) -> std::string {
      const auto value = store.metaOnce("secret", std::to_string(server));
      if (!value) return value.error().text();
      const std::lock_guard lock(mutex);
      ++values[value.value()];
      return "";
    });
    CHECK(problems == "");
    CHECK(values.size() == 1);
  }
}

TEST_CASE("servers that make a file theirs at the same moment all get it", "[store][race]") {
  const std::string folder = freshFolder("store-first");
  for (int round = 0; round < 40; ++round) {
    const std::string problems = onServers(folder + "/" + std::to_string(round) + ".db", [](int, Store& store) {
      const auto seen = store.counts();
      return seen ? std::string() : seen.error().text();
    });
    INFO("round " << round);
    CHECK(problems == "");
  }
}

TEST_CASE("who reads does not wait for who writes", "[store][race]") {
  const std::string place = freshFolder("store-reads") + "/board.db";
  const auto store = opened(place);
  take(*store, {.id = 1, .player = 1, .score = 5});
  std::atomic<bool> stop{false};
  std::atomic<int> writes{0};
  std::thread writer([&] {
    for (std::uint64_t n = 10; !stop; n += 64) {
      std::vector<NewRun> runs;
      for (std::uint64_t i = 0; i < 64; ++i) runs.push_back(sampleRun({.id = n + i, .player = n + i}));
      if (store->take(runs)) ++writes;
    }
  });
  // Every look sees whole batches.
  int looks = 0;
  for (; looks < 200'000 && writes < 8; ++looks) {
    const auto board = store->board(boardId(0)).value();
    CHECK((board->players - 1) % 64 == 0);
    CHECK(store->top(boardId(0), 3, std::nullopt).value().front().rank == 1);
  }
  stop = true;
  writer.join();
  CHECK(writes >= 8);
  // A reader that waited would have looked once or twice in the time of a write.
  CHECK(looks > 8 * writes);
}
