// The commands of whoever runs a server, one after the other on a store with real runs: what they print, what they
// change, what they note, and what they say to nonsense.
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "board/key.hpp"
#include "core/file.hpp"
#include "server/place.hpp"
#include "server/program.hpp"
#include "server/store/open.hpp"
#include "support/ran.hpp"

using namespace knead;
using testing::identity;
using testing::Place;
using testing::playedBy;
using testing::Ran;
using testing::shippedLevel;

namespace {

Ran runOf(std::vector<std::string> words) {
  words.insert(words.begin(), "knead-server");
  return testing::ranProgram(server::runProgram, words);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t linesIn(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// Two players with a run each on one level; the server has stopped.
class Kept {
 public:
  explicit Kept(const std::string& name) : place("admin-" + name) {
    const level::Level& level = shippedLevel("first-touch");
    good = playedBy("expert", level, 1);
    weak = playedBy("novice", level, 2);
    REQUIRE(place.verdict(good, identity(1)) == board::Verdict::Accepted);
    REQUIRE(place.verdict(weak, identity(2)) == board::Verdict::Accepted);
    board = board::idOf(board::keyOf(good.header, std::nullopt));
    const auto top = place.client().top(board);
    REQUIRE(top);
    REQUIRE(top.value->lines.size() == 2);
    goodRun = board::hexOf(top.value->lines[0].run);
    weakRun = board::hexOf(top.value->lines[1].run);
    place.stop();
  }
  // With the store and the data of this place.
  [[nodiscard]] Ran operator()(std::vector<std::string> words) const {
    return runOn(place.config().store, std::move(words));
  }
  [[nodiscard]] static Ran runOn(const std::string& store, std::vector<std::string> words) {
    words.insert(words.begin(), {"--store", store, "--data-dir", KNEAD_SOURCE_DATA_DIR});
    return runOf(std::move(words));
  }
  [[nodiscard]] std::string file(const std::string& name) const { return (place.folder() / name).string(); }
  [[nodiscard]] std::string key(std::uint8_t player) const { return board::hexOf(identity(player).key()); }

  Place place;
  replay::Replay good, weak;
  std::string board, goodRun, weakRun;
};

}  // namespace

TEST_CASE("runs are listed, hidden, shown again, played again and saved", "[server][admin]") {
  const Kept on("runs");
  const Ran stats = on({"stats", "--json"});
  CHECK(stats.code == 0);
  CHECK(nlohmann::json::parse(stats.out).at("runs") == 2);
  CHECK(has(on({"stats"}).out, "players: 2"));
  CHECK(has(on({"board", "list"}).out, on.board + "  first-touch  2 players"));

  CHECK(on({"run", "hide", on.goodRun, "--reason", "a test of hiding"}).code == 0);
  CHECK(has(on({"board", "list"}).out, "1 players"));
  CHECK(has(on({"player", "show", on.key(1)}).out, "HIDDEN"));
  CHECK(on({"run", "unhide", on.goodRun, "--reason", "it was right"}).code == 0);
  CHECK(has(on({"board", "list"}).out, "2 players"));
  const Ran audit = on({"audit"});
  CHECK(linesIn(audit.out) == 2);
  CHECK(has(audit.out, "hide  " + on.goodRun + "  a test of hiding"));
  CHECK(linesIn(on({"audit", "--limit", "1"}).out) == 1);

  const Ran verified = on({"run", "verify", on.weakRun});
  CHECK(verified.code == 0);
  CHECK(has(verified.out, std::to_string(on.weak.claim.score) + " points"));
  CHECK(on({"run", "get", on.weakRun, on.file("weak.knead")}).code == 0);
  const auto saved = readWholeFile(on.file("weak.knead"), board::kMaxRecording);
  REQUIRE(saved);
  const board::Bytes whole = replay::encode(on.weak);
  CHECK(std::equal(whole.begin(), whole.end(), saved.value().begin(), saved.value().end(),
                   [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); }));
  CHECK(on({"run", "clear", on.weakRun, "--reason", "looked at"}).code == 0);
  CHECK(on({"flagged"}).out.empty());
  CHECK(has(on({"audit", "--limit", "1"}).out, "clear  " + on.weakRun + "  looked at"));
  CHECK(on({"run", "clear", on.weakRun}).code == 2);  // without a reason

  const std::string nobody(64, 'a');
  CHECK(has(on({"run", "verify", nobody}).err, "is not here"));
  CHECK(has(on({"run", "get", nobody, on.file("none")}).err, "is not here"));
  CHECK_FALSE(std::filesystem::exists(on.file("none")));
  const Ran strange = on({"run", "hide", "abc", "--reason", "x"});
  CHECK(strange.code == 2);
  CHECK(has(strange.err, "64 digits"));
}

TEST_CASE("players are shown, renamed, banned and taken away", "[server][admin]") {
  const Kept on("players");
  CHECK(on({"player", "rename", on.key(1), "Fern", "--reason", "they asked"}).code == 0);
  CHECK(has(on({"player", "show", on.key(1)}).out, "name: Fern"));
  const Ran document = on({"player", "show", on.key(1), "--json"});
  CHECK(nlohmann::json::parse(document.out).at("runs").size() == 1);
  CHECK(has(on({"player", "rename", on.key(2), "F\u0435rn", "--reason", "looks like it"}).err, "somebody else has it"));
  CHECK(on({"player", "rename", on.key(2), "\u202eabc", "--reason", "steers"}).code == 1);

  CHECK(on({"player", "ban", on.key(1), "--reason", "a test"}).code == 0);
  CHECK(has(on({"player", "show", on.key(1)}).out, "BANNED"));
  CHECK(has(on({"board", "list"}).out, "1 players"));
  CHECK(on({"player", "unban", on.key(1), "--reason", "over"}).code == 0);
  CHECK(has(on({"board", "list"}).out, "2 players"));

  CHECK(on({"player", "delete", on.key(2), "--reason", "they asked"}).code == 0);
  CHECK(has(on({"board", "list"}).out, "1 players"));
  CHECK(on({"run", "verify", on.weakRun}).code == 1);
  CHECK(linesIn(on({"audit"}).out) == 4);
  CHECK(has(on({"player", "show", on.key(7)}).err, "was never here"));
  CHECK(on({"player", "show", "77"}).code == 2);
  CHECK(on({"player", "ban", on.key(1)}).code == 2);  // without a reason
}

TEST_CASE("a board that is closed takes nothing until it is opened", "[server][admin]") {
  Kept on("boards");
  CHECK(on({"board", "freeze", on.board, "--reason", "a tournament ended"}).code == 0);
  CHECK(has(on({"board", "list"}).out, "FROZEN"));
  on.place.start();
  const replay::Replay more = playedBy("expert", shippedLevel("first-touch"), 9);
  CHECK(on.place.verdict(more, identity(3)) == board::Verdict::Frozen);
  on.place.stop();
  CHECK(on({"board", "unfreeze", on.board, "--reason", "again"}).code == 0);
  on.place.start();
  CHECK(on.place.verdict(more, identity(3)) == board::Verdict::Accepted);
  on.place.stop();
  CHECK(on({"board", "freeze", "nonsense", "--reason", "x"}).code == 2);
}

TEST_CASE("runs are taken from one store into another, and proved on the way", "[server][admin]") {
  const Kept on("export");
  const std::string file = on.file("runs.jsonl"), other = on.file("other.db");
  const Ran out = on({"export", file});
  CHECK(out.code == 0);
  CHECK(has(out.out, "2 runs"));
  const auto text = readWholeFile(file, 1U << 24U);
  REQUIRE(text);
  REQUIRE(linesIn(text.value()) == 2);

  CHECK(has(Kept::runOn(other, {"import", file}).out, "2 taken, 0 known, 0 refused"));
  CHECK(has(Kept::runOn(other, {"import", file}).out, "0 taken, 2 known, 0 refused"));
  CHECK(has(Kept::runOn(other, {"stats"}).out, "runs: 2"));
  CHECK(has(Kept::runOn(other, {"board", "list"}).out, "2 players"));

  // What somebody wrote into the export counts for nothing; what is no run is named with its line, the rest is taken.
  nlohmann::json first = nlohmann::json::parse(text.value().substr(0, text.value().find('\n')));
  first["score"] = 100000;
  nlohmann::json broken = first, nobody = first, cut = first;
  broken["recording_zstd_base64"] = "%%%";
  nobody.erase("player");
  cut["recording_zstd_base64"] = first["recording_zstd_base64"].get<std::string>().substr(0, 400);
  std::ofstream(on.file("strange.jsonl")) << broken.dump() << "\n"
                                          << first.dump() << "\n"
                                          << nobody.dump() << "\n"
                                          << cut.dump() << "\n";
  const Ran in = Kept::runOn(on.file("third.db"), {"import", on.file("strange.jsonl")});
  CHECK(in.code == 1);
  CHECK(has(in.out, "1 taken, 0 known, 3 refused"));
  for (const char* line : {"line 1", "line 3", "line 4"}) CHECK(has(in.err, line));
  const Ran listed = Kept::runOn(on.file("third.db"), {"run", "verify", first["run"].get<std::string>()});
  INFO(listed.out << listed.err);
  CHECK(listed.code == 0);

  std::ofstream(on.file("none.jsonl")) << "no JSON\n";
  CHECK(has(Kept::runOn(other, {"import", on.file("none.jsonl")}).err, "line 1"));
  CHECK(has(Kept::runOn(other, {"import", on.file("missing")}).err, "cannot be read"));
  CHECK(has(on({"export", on.file("no-folder/runs.jsonl")}).err, "cannot be written"));
}

TEST_CASE("what is not there is not made, and nobody is not taken away", "[server][admin]") {
  const Kept on("nobody");
  const std::string wrong = on.file("bord.db");
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"stats"}, {"player", "ban", on.key(1), "--reason", "x"}, {"reverify"}, {"export", on.file("x.jsonl")}}) {
    INFO(words.front());
    const Ran ran = Kept::runOn(wrong, words);
    CHECK(ran.code == 3);
    CHECK(has(ran.err, "is not there"));
    CHECK_FALSE(std::filesystem::exists(wrong));
  }
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"player", "delete", on.key(9), "--reason", "x"},
                                             {"player", "rename", on.key(9), "Niner", "--reason", "x"}}) {
    const Ran ran = on(words);
    CHECK(ran.code == 1);
    CHECK(has(ran.err, "was never here"));
  }
  CHECK(on({"audit"}).out.empty());
  CHECK(has(on({"stats"}).out, "players: 2"));
}

TEST_CASE("an import names what the other board does not take, and goes on after nonsense", "[server][admin]") {
  const Kept on("refused");
  const std::string file = on.file("runs.jsonl"), other = on.file("other.db");
  REQUIRE(on({"export", file}).code == 0);
  REQUIRE(Kept::runOn(other, {"import", file}).code == 0);
  REQUIRE(Kept::runOn(other, {"board", "freeze", on.board, "--reason", "over"}).code == 0);
  REQUIRE(Kept::runOn(other, {"run", "hide", on.weakRun, "--reason", "x"}).code == 0);
  const auto text = readWholeFile(file, 1U << 24U);
  REQUIRE(text);
  std::ofstream(on.file("mixed.jsonl")) << "no JSON\n\n" << text.value();
  const std::string third = on.file("third.db");
  const Ran mixed = Kept::runOn(third, {"import", on.file("mixed.jsonl")});
  CHECK(mixed.code == 1);
  CHECK(has(mixed.out, "2 taken, 0 known, 1 refused"));
  CHECK(has(mixed.err, "line 1: is no JSON object"));
  // A player who is banned there.
  REQUIRE(Kept::runOn(third, {"player", "delete", on.key(2), "--reason", "x"}).code == 0);
  REQUIRE(Kept::runOn(third, {"board", "freeze", on.board, "--reason", "over"}).code == 0);
  const Ran frozen = Kept::runOn(third, {"import", file});
  CHECK(frozen.code == 1);
  CHECK(has(frozen.out, "0 taken, 1 known, 1 refused"));
  CHECK(has(frozen.err, "refused: its board is frozen here"));
}

TEST_CASE("a store is copied and brought back by the commands", "[server][admin]") {
  const Kept on("backup");
  const std::string copy = on.file("copy.db"), fresh = on.file("fresh.db");
  CHECK(has(on({"backup", copy}).out, "2 runs of 2 players"));
  CHECK(has(on({"backup", copy}).err, "is there already"));
  CHECK(has(Kept::runOn(fresh, {"restore", copy}).out, "2 runs"));
  CHECK(Kept::runOn(fresh, {"restore", copy}).code == 1);
  const Ran over = Kept::runOn(fresh, {"restore", copy, "--overwrite"});
  CHECK(over.code == 0);
  CHECK(has(over.out, "the store of before is"));
}

TEST_CASE("a store goes back to an earlier schema and forward again", "[server][admin]") {
  const Kept on("schema");
  const std::string newest = std::to_string(server::schemaWanted());
  const Ran down = on({"schema", "2"});
  CHECK(down.code == 0);
  CHECK(has(down.out, "schema 2, before " + newest));
  CHECK(has(down.out, ".schema-" + newest));  // where the file of before is
  const Ran up = on({"schema", newest});
  CHECK(has(up.out, "schema " + newest + ", before 2"));
  CHECK(has(on({"stats"}).out, "2"));
  CHECK(on({"run", "verify", on.goodRun}).code == 0);
  CHECK(on({"schema", "99"}).code == 1);
  CHECK(on({"schema"}).code == 2);
  CHECK(on({"schema", "two"}).code == 2);
}

TEST_CASE("all runs are played again, to see or to put right", "[server][admin]") {
  Kept on("reverify");
  CHECK(has(on({"reverify", "--dry-run"}).out, "2 judged, 0 changed, 0 refused"));
  CHECK(has(on({"reverify", "--dry-run", "--board", on.board}).out, "2 judged"));
  const Ran nowhere = on({"reverify", "--dry-run", "--board", "another"});
  CHECK(nowhere.code == 1);
  CHECK(has(nowhere.err, "is no board's id"));
  CHECK(has(on({"reverify"}).out, "2 judged, 0 changed, 0 refused"));
  CHECK(has(on({"audit"}).out, "reverify  all  0 changed"));
}

TEST_CASE("a server is set up, looked at and told what is wrong", "[server][admin]") {
  const std::filesystem::path folder = std::filesystem::path(KNEAD_TEST_OUTPUT_DIR) / "server" / "admin-setup";
  std::filesystem::remove_all(folder);
  const std::string file = (folder / "settings" / "knead.json").string(), store = (folder / "board.db").string();
  const std::vector<std::string> at = {"--store", store, "--data-dir", KNEAD_SOURCE_DATA_DIR};
  const auto with = [&at](std::vector<std::string> words) {
    words.insert(words.begin(), at.begin(), at.end());
    return runOf(words);
  };
  const Ran made = with({"--name", "Ours", "init", file});
  INFO(made.err);
  CHECK(made.code == 0);
  CHECK(has(made.out, "board: "));
  CHECK(has(with({"init", file}).err, "is there already"));
  CHECK(has(runOf({"--config", file, "print-config"}).out, "\"Ours\""));
  CHECK(runOf({"--config", file, "check-config"}).code == 0);
  CHECK(runOf({"--config", file, "--port", "x", "check-config"}).code == 3);
  CHECK(runOf({"--config", (folder / "none.json").string(), "check-config"}).code == 3);
  CHECK(has(runOf({"--data-dir", folder.string(), "check-config"}).err, "--data-dir"));

  const Ran well = runOf({"--config", file, "doctor"});
  INFO(well.out);
  CHECK(well.code == 0);
  CHECK(has(well.out, "ok    levels: "));
  CHECK(has(well.out, "ok    store: can be written"));
  CHECK_FALSE(has(well.out, "WRONG"));
  const Ran ill = runOf({"--config", file, "--data-dir", folder.string(), "--store", "/dev/full/board.db", "doctor"});
  CHECK(ill.code == 1);
  CHECK(has(ill.out, "WRONG data"));
  CHECK(has(ill.out, "WRONG store"));

  CHECK(runOf({}).code == 2);
  CHECK(runOf({"no-such-command"}).code == 2);
  CHECK(runOf({"--version"}).code == 0);
  CHECK(has(runOf({"--help"}).out, "reverify"));
  CHECK(with({"stats", "--limit", "0"}).code == 2);
}
