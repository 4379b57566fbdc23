// Random sequences of everything a store can do, done to it and to the plain model: each answer and all that shows
// afterwards must be the same. Few players, boards and runs, so that everything meets everything.
#include <array>

#include "core/random.hpp"
#include "server/store/samples.hpp"
#if KNEAD_HAVE_RAPIDCHECK
#include <rapidcheck.h>
#endif

using namespace knead;
using namespace knead::testing;

namespace {

using Op = std::array<std::uint8_t, 7>;
constexpr std::uint64_t kPlayers = 5, kRuns = 30;
constexpr int kBoards = 3;
constexpr int kKinds = 26;

NewRun runOf(const Op& op) {
  Sample sample;
  sample.player = op[1] % kPlayers;
  sample.id = op[2] % kRuns;
  sample.board = op[3] % kBoards;
  sample.inputs = op[4] % 14U;
  sample.score = (op[5] % 7) * 100;
  sample.received = 1000 + op[6] % 4;
  if (op[6] >= 128) sample.nonce = op[6] / 4U % 4U;
  NewRun run = sampleRun(sample);
  if (op[2] > 220) run.row.flag = "looks like another";
  if (op[3] > 200) run.row.driftSecond = op[3];
  run.row.hidden = op[5] > 240;
  return run;
}

board::Judgement judgementOf(const Op& op) {
  board::Judgement out;
  out.verdict = op[3] % 4 == 0 ? board::Verdict::Unfinished : board::Verdict::Accepted;
  if (op[3] % 8 == 0) out.why = "it has no end";
  out.score = (op[4] % 7) * 100;
  out.stars = op[4] % 4;
  out.claimedScore = op[5];
  out.painBefore = 4 * op[5];
  out.painAfter = 4 * op[6];
  out.ending = static_cast<sim::Ending>(op[6] % 3);
  out.ticks = 100U * op[5];
  out.stateHash = ~std::uint64_t{op[5]};
  if (op[6] % 2 == 0) out.driftSecond = op[6];
  return out;
}

// Does it, and says what the store answered. `rest` are the operations behind this one, for batches.
std::string doneTo(Store& store, const Op& op, std::span<const Op> rest, Ms& clock) {
  const board::PublicKey player = playerKey(op[1] % kPlayers);
  const board::Hash256 run = runId(op[2] % kRuns);
  const std::string board = boardId(op[3] % kBoards);
  const bool on = op[4] % 2 == 0;
  const AuditRow what{1000 + op[6], "keeper", "action-" + std::to_string(op[0]), "",
                      "because " + std::to_string(op[5])};
  switch (op[0] % kKinds) {
    case 0:
    case 1: return textOf(store.ban(player, on, what));
    case 2:
    case 3: return textOf(store.hide(run, on, what));
    case 4: return textOf(store.freeze(board, op[4] % 4 == 0, what));
    case 5: return textOf(store.flag(run, op[4] % 3 == 0 ? "" : "odd", what));
    case 6: return textOf(store.note({what.at, "keeper", "note", "all", ""}));
    case 7:
      return textOf(store.rename(player, "Name " + std::to_string(op[5] % 3), "name" + std::to_string(op[5] % 3),
                                 what.at, on ? std::optional(what) : std::nullopt));
    case 8: return textOf(store.forget(player, on ? std::optional(what) : std::nullopt));
    case 9: return textOf(store.forgetTokensBefore(1000 + op[6] % 5));
    case 10: return textOf(store.markToJudge(op[4] % 3 == 0 ? "" : board));
    case 11: clock += op[5]; return textOf(store.claim(op[4] % 4, clock, 100));
    case 12:
    case 13: return textOf(store.judged(run, judgementOf(op)));
    case 14:
      return textOf(store.metaOnce("k" + std::to_string(op[1] % 3), std::to_string(op[5]))) +
             textOf(store.meta("k" + std::to_string(op[2] % 4)));
    case 15: {
      std::vector<NewRun> batch = {runOf(op)};
      for (std::size_t i = 0; i < rest.size() && i < 5; ++i) batch.push_back(runOf(rest[i]));
      return textOf(store.take(batch));
    }
    case 16:
    case 17: {
      std::optional<Store::At> after;
      if (op[4] % 3 == 0) after = Store::At{1000 + op[5] % 4, run};
      return textOf(store.letRecordingsGo(1000 + op[6] % 6, after, op[4] % 9));
    }
    default: return textOf(store.take(std::vector<NewRun>{runOf(op)}));
  }
}

// The first difference from the model, as text; empty if there is none.
std::string differenceFrom(Store& store, const std::vector<Op>& ops) {
  MemoryStore model;
  Ms clockA = 5000, clockB = 5000;
  for (std::size_t i = 0; i < ops.size(); ++i) {
    const std::span<const Op> rest = std::span(ops).subspan(i + 1);
    const std::string expected = doneTo(model, ops[i], rest, clockA);
    const std::string found = doneTo(store, ops[i], rest, clockB);
    if (expected != found)
      return "operation " + std::to_string(i) + " of kind " + std::to_string(ops[i][0] % kKinds) + "\nexpected " +
             expected + "\nfound    " + found;
  }
  const std::string expected = portraitOf(model, kPlayers, kBoards, kRuns);
  const std::string found = portraitOf(store, kPlayers, kBoards, kRuns);
  if (expected == found) return "";
  // The line that differs is enough.
  const auto [a, b] = std::mismatch(expected.begin(), expected.end(), found.begin(), found.end());
  const auto lineAt = [](const std::string& text, std::ptrdiff_t at) {
    const std::size_t from = text.rfind('\n', static_cast<std::size_t>(at));
    return text.substr(from == std::string::npos ? 0 : from, 400);
  };
  return "expected ..." + lineAt(expected, a - expected.begin()) + "\nfound    ..." + lineAt(found, b - found.begin());
}

// RC_PARAMS="max_success=5000" asks for more of them.
void compareRandomly(const std::string& kind, const std::function<std::string(int)>& place) {
  int number = 0;
#if KNEAD_HAVE_RAPIDCHECK
  CHECK(rc::check(kind + " does what the model does", [&](const std::vector<Op>& ops) {
    const std::string difference = differenceFrom(*opened(place(number++)), ops);
    if (!difference.empty()) RC_FAIL(difference);
  }));
#else
  Random random(20261128, 1);
  for (int i = 0; i < 100; ++i) {
    std::vector<Op> ops(random.below(100));
    for (Op& op : ops) {
      for (std::uint8_t& byte : op) byte = static_cast<std::uint8_t>(random.below(256));
    }
    INFO(kind << ", case " << i);
    REQUIRE(differenceFrom(*opened(place(number++)), ops) == "");
  }
#endif
}

}  // namespace

TEST_CASE("SQLite does what the model does", "[store][random]") {
  const std::string folder = freshFolder("store-random");
  compareRandomly("SQLite", [&](int number) { return folder + "/" + std::to_string(number) + ".db"; });
}

TEST_CASE("PostgreSQL does what the model does", "[store][random]") {
  if (postgres() == nullptr) return;
  compareRandomly("PostgreSQL", [](int) { return postgres()->freshPlace(); });
}
