// The command line as its users meet it: exit codes, one JSON document on stdout, messages on stderr, and a
// replay that proves what `run` said.
#include <sys/wait.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/ran.hpp"
#include "support/catch.hpp"

using knead::testing::cli;
using knead::testing::Ran;
using nlohmann::json;

namespace {

std::string pathOf(const std::string& name) {
  const std::filesystem::path folder = std::filesystem::path(KNEAD_TEST_OUTPUT_DIR) / "cli";
  std::filesystem::create_directories(folder);
  return (folder / name).string();
}

std::string written(const std::string& name, const std::string& text) {
  const std::string path = pathOf(name);
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

std::string firstLevel() { return cli({"levels", "--json"}).document().at("levels").at(0).at("id").get<std::string>(); }

// Almost five seconds of kneading, 1.2 loops a second.
std::string circleTrace() {
  std::string text = "t_ms,x_cm,y_cm,down,tool\n";
  for (int i = 0; i < 600; ++i) {
    const double a = i * 8.0 / 1000.0 * 1.2 * 6.283185307;
    const double x = -6.0 + 2.5 * std::cos(a);
    const double y = 30.0 + 2.5 * std::sin(a);
    text += std::to_string(i * 8) + "," + std::to_string(x) + "," + std::to_string(y) + ",1,hand\n";
  }
  return text;
}

}  // namespace

TEST_CASE("help and version", "[cli]") {
  CHECK(cli({"--help"}).code == 0);
  CHECK(cli({"--help"}).out.find("replay-info") != std::string::npos);
  CHECK(cli({"run", "--help"}).code == 0);
  CHECK(cli({"--version"}).out == std::string("knead-cli ") + KNEAD_VERSION + "\n");
}

TEST_CASE("a wrong command line is exit code 2 and says what is right, on stderr only", "[cli]") {
  const std::string level = firstLevel();
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"dance"},
      {"run"},
      {"run", level},
      {"run", level, "--bot", "expert", "--trace", "x.csv"},
      {"run", level, "--bot", "exprt"},
      {"run", level, "--bot", "expert", "--seed", "many"},
      {"run", level, "--bot", "expert", "--seed", "-1"},
      {"run", level, "--bot", "expert", "--seed", "010"},
      {"run", level, "--bot", "expert", "--seed", "18446744073709551616"},
      {"run", level, "--bot", "expert", "--intake", "first=stroke"},
      {"run", level, "--bot", "expert", "--intake", "last=stretch"},
      {"run", level, "--bot", "expert", "--intake", "first=stretch", "--refer"},
      {"classify"},
      {"verify"},
      {"balance", "--seeds", "9..1"},
      {"levels", "--colour"},
  };
  for (const auto& words : wrong) {
    const Ran ran = cli(words);
    INFO((words.size() > 1 ? words.back() : "(short)"));
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(!ran.err.empty());
  }
  CHECK(cli({"run", level, "--bot", "exprt"}).err.find("did you mean \"expert\"?") != std::string::npos);
  CHECK(cli({"run", level, "--bot", "expert", "--intake", "first=stretsh"}).err.find("did you mean \"stretch\"?") !=
        std::string::npos);
}

TEST_CASE("bad input is exit code 3, with the error as the document", "[cli]") {
  const std::string level = firstLevel();
  const std::string badTrace = written("bad.csv", "t_ms,x_cm,y_cm,down,tool\n0,99,20,1,hand\n");
  const std::vector<std::vector<std::string>> bad = {
      {"run", "no-such-level", "--bot", "expert", "--json"},
      {"run", "/nowhere/x.json", "--bot", "expert", "--json"},
      {"run", level, "--trace", badTrace, "--json"},
      {"run", level, "--trace", "/nowhere.csv", "--json"},
      {"run", level, "--bot", "idle", "--replay", "/nowhere/at/all.knead", "--json"},
      {"classify", "--trace", badTrace, "--json"},
      {"replay-info", badTrace, "--json"},
      {"levels", "--data-dir", "/nowhere", "--json"},
      {"lint", "/nowhere", "--json"},
  };
  for (const auto& words : bad) {
    const Ran ran = cli(words);
    INFO(words[0] << " " << words[1]);
    CHECK(ran.code == 3);
    REQUIRE(ran.document().is_object());
    CHECK(ran.document().contains("error"));
    CHECK(!ran.err.empty());
  }
  CHECK(cli({"classify", "--trace", badTrace, "--json"}).document().at("error").at("place") == "line 2");
  CHECK(cli({"verify", badTrace, "--json"}).code == 3);
}

TEST_CASE("a table over all levels is not made over some of them", "[cli]") {
  const std::string data = pathOf("torn");
  std::filesystem::remove_all(data);
  std::filesystem::create_directories(data + "/levels");
  for (const char* folder : {"levels/1-hands", "assets"}) {
    std::filesystem::copy(std::string(KNEAD_SOURCE_DATA_DIR) + "/" + folder, data + "/" + folder,
                          std::filesystem::copy_options::recursive);
  }
  std::ofstream(data + "/levels/1-hands/torn.json") << "{\"title\": ";
  const std::vector<std::vector<std::string>> tables = {
      {"balance", "--bots", "idle", "--seeds", "1..1"},
      {"study", "goals", "--seeds", "1..1"},
      {"study", "search", "--tries", "1"},
      {"study", "levels", "--seeds", "1..1"},
      {"words"},
  };
  for (std::vector<std::string> words : tables) {
    INFO(words[0] << " " << words.back());
    words.insert(words.end(), {"--data-dir", data});
    const Ran ran = cli(words);
    CHECK(ran.code == 3);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("torn.json") != std::string::npos);
  }
}

TEST_CASE("levels lists what the catalogue holds", "[cli]") {
  const Ran ran = cli({"levels", "--json"});
  CHECK(ran.code == 0);
  const json document = ran.document();
  for (const json& level : document.at("levels")) {
    for (const char* key : {"id", "title", "chapter", "pain", "seconds", "hash"}) CHECK(level.contains(key));
    CHECK(level.at("hash").get<std::string>().size() == 16);
  }
  const Ran ids = cli({"levels", "--ids"});
  CHECK(ids.out.find(firstLevel() + "\n") == 0);
}

TEST_CASE("run gives every key, terms add up, and the replay proves it", "[cli]") {
  const std::string level = firstLevel();
  const std::string replay = pathOf("run.knead");
  const Ran ran = cli({"run", level, "--bot", "expert", "--seed", "7", "--replay", replay, "--json"});
  REQUIRE(ran.code == 0);
  const json result = ran.document();
  REQUIRE(result.is_object());
  for (const char* key :
       {"level",  "level_hash",     "rules",         "seed",  "ticks",   "score",       "stars",      "ended",
        "relief", "posture",        "insight",       "harm",  "comfort", "pain_before", "pain_after", "afterglow",
        "knots",  "posture_before", "posture_after", "moves", "terms",   "state_hash"}) {
    INFO(key);
    CHECK(result.contains(key));
  }
  int sum = 0;
  for (const json& term : result.at("terms")) sum += term.at("points").get<int>();
  CHECK(sum == result.at("score").get<int>());
  CHECK(result.at("seed") == 7);
  // The same again is the same to the byte.
  CHECK(cli({"run", level, "--bot", "expert", "--seed", "7", "--json"}).out == ran.out);

  const json proof = cli({"verify", replay, "--json"}).document();
  CHECK(proof.at("ok") == true);
  CHECK(proof.at("replays").at(0).at("found").at("score") == result.at("score"));
  CHECK(proof.at("replays").at(0).at("found").at("state_hash") == result.at("state_hash"));
  const json info = cli({"replay-info", replay, "--json"}).document();
  CHECK(info.at("level") == level);
  CHECK(info.at("seed") == 7);
  CHECK(info.at("ticks") == result.at("ticks"));
  CHECK(std::filesystem::file_size(replay) < 40U * 1024U);

  // One flipped byte, and one good file beside it.
  std::ifstream in(replay, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  const Ran damaged = cli({"verify", replay, written("flipped.knead", bytes), "--json"});
  CHECK(damaged.code == 3);
  CHECK(damaged.document().at("replays").at(0).at("ok") == true);
  CHECK(damaged.document().at("replays").at(1).at("ok") == false);
}

TEST_CASE("a trace plays a level to its end, and its intake is what was said", "[cli]") {
  const std::string level = firstLevel();
  const std::string trace = written("circle.csv", circleTrace());
  const Ran plain = cli({"run", level, "--trace", trace, "--json"});
  REQUIRE(plain.code == 0);
  CHECK(plain.document().at("insight") == 0.0);
  CHECK(plain.document().at("ended") == "time");
  const std::string replay = pathOf("trace.knead");
  const Ran predicted = cli(
      {"run", level, "--trace", trace, "--intake", "first=effleurage,avoid=friction", "--replay", replay, "--json"});
  CHECK(predicted.code == 0);
  const json info = cli({"replay-info", replay, "--json"}).document();
  CHECK(info.at("intake").at("first") == "effleurage");
  CHECK(info.at("intake").at("also").is_null());
  CHECK(info.at("input") == "trace");
  CHECK(cli({"run", level, "--trace", trace, "--refer", "--json"}).document().at("ended") == "referred");
  CHECK(cli({"run", level, "--trace", trace}).out.find("points") != std::string::npos);
}

TEST_CASE("classify covers the trace without gaps and names the move", "[cli]") {
  const Ran ran = cli({"classify", "--trace", written("circle.csv", circleTrace()), "--json"});
  REQUIRE(ran.code == 0);
  const json spans = ran.document().at("spans");
  REQUIRE(!spans.empty());
  CHECK(spans.front().at("from_ms") == 0.0);
  CHECK(spans.back().at("to_ms").get<double>() == Approx(599 * 8));
  double kneading = 0.0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i > 0) CHECK(spans[i].at("from_ms") == spans[i - 1].at("to_ms"));
    CHECK(spans[i].at("decided_ms") >= spans[i].at("from_ms"));
    if (spans[i].at("move") == "petrissage")
      kneading += spans[i].at("to_ms").get<double>() - spans[i].at("from_ms").get<double>();
  }
  CHECK(kneading > 3500.0);
  CHECK(ran.document().at("latency_ms").get<double>() > 0.0);
}

TEST_CASE("lint warns of what a new level begins with, and still says 0", "[cli]") {
  const std::string fresh = std::string(KNEAD_SOURCE_DATA_DIR) + "/assets/new-level.json";
  const Ran told = cli({"lint", fresh});
  CHECK(told.code == 0);
  CHECK(told.out.find("warning: ") != std::string::npos);
  CHECK(told.out.find("/evidence/stop_sign") != std::string::npos);
  const json document = cli({"lint", fresh, "--json"}).document();
  CHECK(document.at("ok").get<bool>());
  CHECK(document.at("files").at(0).at("warnings").size() > 10);
  const Ran done = cli({"lint", std::string(KNEAD_SOURCE_DATA_DIR) + "/docs/examples/desk-shoulder.json"});
  CHECK(done.out == "1 level, nothing wrong\n");
}

TEST_CASE("study goals is a table for people and a document with --json", "[cli]") {
  const Ran table = cli({"study", "goals", "--levels", "first-touch", "--seeds", "1..1"});
  CHECK(table.code == 0);
  CHECK(table.out.find("first-touch") != std::string::npos);
  CHECK(table.out.find('{') == std::string::npos);
  const json document = cli({"study", "goals", "--levels", "first-touch", "--seeds", "1..1", "--json"}).document();
  CHECK(document.at("reached").at(0).at("expert").contains("pain_drop"));
}

TEST_CASE("lint is 0 for good levels and 1 for a bad one", "[cli]") {
  CHECK(cli({"lint", std::string(KNEAD_SOURCE_DATA_DIR) + "/levels"}).code == 0);
  const Ran bad = cli({"lint", written("bad.json", "{\"titel\": 3}"), "--json"});
  CHECK(bad.code == 1);
  CHECK(bad.document().at("ok") == false);
  CHECK(bad.document().at("files").at(0).at("errors").dump().find("did you mean") != std::string::npos);
}

TEST_CASE("lint finds twins of several paths, and lists each file once", "[cli]") {
  const std::string from = std::string(KNEAD_SOURCE_DATA_DIR) + "/levels/1-hands/first-touch.json";
  for (const char* folder : {"twin-p", "twin-q"}) {
    std::filesystem::create_directories(pathOf(folder));
    std::filesystem::copy_file(from, pathOf(folder) + "/first-touch.json",
                               std::filesystem::copy_options::overwrite_existing);
  }
  const Ran twins = cli({"lint", pathOf("twin-p"), pathOf("twin-q"), "--json"});
  CHECK(twins.code == 1);
  const json files = twins.document().at("files");
  REQUIRE(files.size() == 2);
  CHECK(files.at(0).at("ok") == true);
  CHECK(files.at(1).at("ok") == false);
  CHECK(files.at(1).at("errors").at(0).at("place") == "/id");
  CHECK(files.at(1).contains("warnings"));
  // One file by two paths is one file.
  CHECK(cli({"lint", pathOf("twin-p"), pathOf("twin-p") + "/first-touch.json"}).code == 0);
}

TEST_CASE("what cannot be written is no good end", "[cli]") {
  for (const char* what : {"words", "levels --json", "--help", "run first-touch --bot idle"}) {
    INFO(what);
    const int status = std::system((std::string(KNEAD_CLI_PROGRAM) + " " + what + " >/dev/full 2>/dev/null").c_str());
    CHECK(WEXITSTATUS(status) == 3);
  }
}

#ifdef KNEAD_HAVE_BOARDS
TEST_CASE("board says what is wrong before it asks a server", "[cli]") {
  const std::string nowhere = "http://127.0.0.1:1", key = pathOf("a.key");
  std::filesystem::remove(key);
  const Ran made = cli({"board", "key", key, "--json"});
  REQUIRE(made.code == 0);
  CHECK(made.document().at("key").get<std::string>().size() == 64);
  const Ran bot = cli({"board", "day", "--server", nowhere, "--key", key, "--bot", "exprt"});
  CHECK(bot.code == 2);
  CHECK(bot.err.find("\"exprt\"") != std::string::npos);
  const Ran around = cli({"board", "top", "--server", nowhere, "--around", "a-board"});
  CHECK(around.code == 2);
  CHECK(around.err.find("--key") != std::string::npos);
}
#endif

TEST_CASE("balance sums up every level and bot", "[cli]") {
  const std::string level = firstLevel();
  const Ran ran =
      cli({"balance", "--levels", level, "--bots", "expert,idle", "--seeds", "1..2", "--jobs", "2", "--json"});
  REQUIRE(ran.code == 0);
  const json rows = ran.document().at("balance");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].at("runs") == 2);
  CHECK(rows[0].at("score").at("median") > rows[1].at("score").at("median"));
  CHECK(cli({"balance", "--levels", level, "--bots", "expert,idle", "--seeds", "1..2", "--json"}).out == ran.out);
}

TEST_CASE("what is taught comes out of the model: technique by technique on the typical back of each pain", "[cli]") {
  const Ran ran = cli({"study", "matrix", "--seeds", "40401..40403", "--json"});
  REQUIRE(ran.code == 0);
  const json matrix = ran.document();
  REQUIRE(matrix.at("pains").size() == 9);
  CHECK(matrix.at("mean").get<double>() >= 0.78);
  for (const json& pain : matrix.at("pains")) {
    INFO(pain.at("pain"));
    CHECK(pain.at("rank_correlation").get<double>() >= 0.6);
  }
}

TEST_CASE("a study of levels says what holds and what does not", "[cli]") {
  const Ran ran = cli({"study", "levels", "--levels", "first-touch,release-then-length", "--questions", "order,alone",
                       "--seeds", "40401..40402"});
  REQUIRE(ran.code == 0);
  CHECK(ran.out.find("ok    the order pays 1.3 times") != std::string::npos);
  CHECK(ran.out.find("ok    no technique alone") != std::string::npos);
  CHECK(cli({"study", "levels", "--questions", "nonsense"}).code == 2);
  CHECK(cli({"study", "levels", "--levels", "no-such-level"}).code == 3);
}
