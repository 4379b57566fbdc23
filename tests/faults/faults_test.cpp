// Things that a program asks for and does not get: in each of these scenes every allocation, write, sync and rename in
// turn fails, alone and (writes) with all that come after it, as on a full disk. A program then ends by itself, with a
// line that says what is wrong and another exit code; what was there before is there still, whole, or what was to come
// is, whole. Usually some of each are tried, spread evenly; KNEAD_FAULTS=all tries every one (an hour),
// KNEAD_FAULT_SCENES=copy only in scenes with this in their name.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>

#include "core/file.hpp"
#include "profile/settings.hpp"
#include "profile/store.hpp"
#include "server/store/open.hpp"
#include "support/catch.hpp"

namespace {

namespace fs = std::filesystem;
using namespace knead;

constexpr std::size_t kMostFile = 16U << 20U;

struct Ended {
  int code = 0;  // minus the signal
  std::string out, err;
};

std::string textOf(const fs::path& path) {
  const auto text = readWholeFile(path.string(), kMostFile);
  return text ? text.value() : std::string();
}

// Runs it with these faults ("" = none) to its end; after 30 s it is killed. Answers go beside `folder`.
Ended run(const std::vector<std::string>& command, const fs::path& folder, const std::string& fault) {
  const std::string out = folder.string() + ".out", err = folder.string() + ".err",
                    counts = folder.string() + ".counts";
  std::vector<std::string> all = command;
  std::vector<char*> words;
  for (std::string& one : all) words.push_back(one.data());
  words.push_back(nullptr);
  fs::remove(counts);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 1);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 2);
    ::setenv("LD_PRELOAD", KNEAD_FAULTS_PRELOAD, 1);
    ::setenv("KNEAD_FAULT", fault.c_str(), 1);
    ::setenv("KNEAD_FAULT_COUNTS", counts.c_str(), 1);
    if (command.front() == KNEAD_FAULTS_ACTS) ::setenv("KNEAD_FAULT_LATE", "1", 1);
    ::alarm(30);
    ::execv(words.front(), words.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), textOf(out), textOf(err)};
}

struct Scene {
  const char* name;
  std::vector<std::vector<std::string>> before;  // commands that prepare it; FOLDER is the folder
  std::vector<std::string> command;
  std::function<std::string(const fs::path&)> look;  // what is kept, as a text to compare
};

std::vector<std::string> in(const fs::path& folder, std::vector<std::string> command) {
  for (std::string& word : command) {
    const std::size_t at = word.find("FOLDER");
    if (at != std::string::npos) word.replace(at, 6, folder.string());
  }
  return command;
}

std::string nothing(const fs::path& /*folder*/) { return ""; }

std::function<std::string(const fs::path&)> file(const std::string& name) {
  return [name](const fs::path& folder) {
    const std::string text = textOf(folder / name);
    return std::to_string(text.size()) + " bytes, " + std::to_string(std::hash<std::string>()(text));
  };
}

std::string runsOfPlayer(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().filename() != "profile.db") continue;
    std::string notice, out;
    const auto store = profile::Store::open(entry.path().string(), notice);
    const auto runs = store.lastRuns(9);
    if (!store.kept() || !notice.empty() || !runs) return "unreadable: " + notice;
    for (const profile::Run& one : runs.value()) {
      const auto recording = store.recording(one.id);
      out += std::to_string(one.score) + " points, recording " +
             std::to_string(recording ? recording.value().size() : 0) + "; ";
    }
    return out;
  }
  return "no store";
}

std::string settingsOfPlayer(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().filename() == "settings.json") return textOf(entry.path());
  }
  return "no settings";
}

std::string runsOfStore(const fs::path& path) {
  const auto store = server::openStore(path.string());
  if (!store) return "unreadable: " + store.error().text();
  std::string out;
  for (std::uint8_t number = 1; number <= 2; ++number) {
    board::Hash256 id{};
    id.fill(number);
    const auto run = store.value()->run(id);
    const auto recording = store.value()->recording(id);
    if (!run || !recording) return "unreadable";
    if (run.value())
      out += std::to_string(run.value()->score) + " points" + (run.value()->hidden ? ", hidden" : "") + ", recording " +
             std::to_string(recording.value() ? recording.value()->size() : 0) + "; ";
  }
  return out;
}
std::string runsOfBoard(const fs::path& folder) { return runsOfStore(folder / "board.db"); }
std::string runsOfCopy(const fs::path& folder) {
  return fs::exists(folder / "copy.db") ? runsOfStore(folder / "copy.db") : "no copy";
}
std::string runsOfRestored(const fs::path& folder) {
  return fs::exists(folder / "new.db") ? runsOfStore(folder / "new.db") : "no store";
}

const std::string kCli = KNEAD_CLI_PROGRAM, kServer = KNEAD_SERVER_PROGRAM, kActs = KNEAD_FAULTS_ACTS,
                  kSource = KNEAD_SOURCE_DATA_DIR, kLevel = kSource + "/levels/1-hands/first-touch.json";

// The name of the first run that acts hands to a store.
const std::string kFirstRun = [] {
  board::Hash256 id{};
  id.fill(1);
  return board::hexOf(id);
}();

const std::vector<Scene>& scenes() {
  static const std::vector<Scene> all = {
      {"a run is played and its recording written over another",
       {{kCli, "run", kLevel, "--bot", "novice", "--replay", "FOLDER/run.knead"}},
       {kCli, "run", kLevel, "--bot", "expert", "--replay", "FOLDER/run.knead"},
       file("run.knead")},
      {"a recording is read", {}, {kCli, "replay-info", kSource + "/tests/golden/first-touch.knead"}, nothing},
      {"a level is checked", {}, {kCli, "lint", kLevel}, nothing},
      {"a trace is read", {}, {kCli, "classify", "--trace", "FOLDER/strokes.csv"}, nothing},
      {"a player's second run is kept",
       {{kActs, "first-run", "FOLDER"}},
       {kActs, "better-run", "FOLDER"},
       runsOfPlayer},
      {"a setting is changed",
       {{kActs, "first-setting", "FOLDER"}},
       {kActs, "other-setting", "FOLDER"},
       settingsOfPlayer},
      {"a level is written over in the editor",
       {{kActs, "first-draft", "FOLDER"}},
       {kActs, "other-draft", "FOLDER"},
       file("my-knot.json")},
      {"a server takes a run", {{kActs, "first-taken", "FOLDER"}}, {kActs, "second-taken", "FOLDER"}, runsOfBoard},
      {"a run is hidden",
       {{kActs, "first-taken", "FOLDER"}},
       {kServer, "--store", "FOLDER/board.db", "run", "hide", kFirstRun, "--reason", "a test"},
       runsOfBoard},
      {"a store is copied",
       {{kActs, "first-taken", "FOLDER"}},
       {kServer, "--store", "FOLDER/board.db", "backup", "FOLDER/copy.db"},
       [](const fs::path& folder) { return runsOfBoard(folder) + " copy: " + runsOfCopy(folder); }},
      {"a store is made from a copy",
       {{kActs, "first-taken", "FOLDER"}, {kServer, "--store", "FOLDER/board.db", "backup", "FOLDER/copy.db"}},
       {kServer, "--store", "FOLDER/new.db", "restore", "FOLDER/copy.db"},
       [](const fs::path& folder) { return runsOfCopy(folder) + " restored: " + runsOfRestored(folder); }},
  };
  return all;
}

// As the preloaded library counted them.
std::map<std::string, long> countsOf(const fs::path& folder) {
  std::map<std::string, long> out;
  std::istringstream lines(textOf(folder.string() + ".counts"));
  std::string kind;
  for (long n = 0; lines >> kind >> n;) out[kind] = n;
  return out;
}

class Theatre {
 public:
  explicit Theatre(const Scene& scene) : m_scene(scene) {
    fs::remove_all(m_base);
    fs::create_directories(m_before);
    std::ofstream trace(m_before / "strokes.csv");
    trace << "t_ms,x_cm,y_cm,down,tool\n";
    for (int i = 0; i < 300; ++i) trace << i * 16 << ",3," << 20 + (i % 60) * .3 << ",1,hand\n";
    trace.close();
    for (const auto& command : scene.before) {
      const Ended ended = run(in(m_before, command), m_before, "");
      INFO(ended.err);
      REQUIRE(ended.code == 0);
    }
    m_was = scene.look(m_before);
    fresh();
    m_usual = run(in(m_work, scene.command), m_work, "");
    INFO(m_usual.err);
    REQUIRE(m_usual.code == 0);
    m_counts = countsOf(m_work);
    m_becomes = scene.look(m_work);
    REQUIRE(m_counts.at("allocation") > 0);
  }

  [[nodiscard]] long count(const std::string& kind) const { return m_counts.at(kind); }

  // Empty where all is as it should be.
  std::string tries(const std::string& fault) {
    fresh();
    const Ended ended = run(in(m_work, m_scene.command), m_work, fault);
    const std::string now = m_scene.look(m_work);
    std::string wrong;
    if (ended.code < 0) wrong = "ended by signal " + std::to_string(-ended.code);
    if (ended.code > 0 && (ended.err.find_first_not_of(" \n") == std::string::npos || ended.err.back() != '\n'))
      wrong = "says nothing";
    if (ended.code > 0 && std::count(ended.err.begin(), ended.err.end(), '\n') > 3) wrong = "says too much";
    if (ended.code > 0 && now != m_was && now != m_becomes) wrong = "left neither what was nor what should be: " + now;
    if (ended.code == 0 && now != m_becomes) wrong = "says it is done, and it is not: " + now;
    if (ended.code == 0 && ended.out != m_usual.out) wrong = "says it is done, and answers differently: " + ended.out;
    return wrong.empty() ? wrong : fault + " " + wrong + "\n  " + ended.err;
  }

 private:
  void fresh() const {
    fs::remove_all(m_work);
    fs::copy(m_before, m_work, fs::copy_options::recursive);
  }

  const Scene& m_scene;
  fs::path m_base = fs::path(KNEAD_TEST_OUTPUT_DIR) / "faults", m_before = m_base / "before", m_work = m_base / "work";
  std::string m_was, m_becomes;
  Ended m_usual;
  std::map<std::string, long> m_counts;
};

}  // namespace

TEST_CASE("whatever fails, a program says so and loses nothing", "[faults]") {
  const char* wish = std::getenv("KNEAD_FAULTS");
  const bool all = wish != nullptr && std::string(wish) == "all";
  constexpr long kOfAKind = 40;
  const char* only = std::getenv("KNEAD_FAULT_SCENES");
  int seen = 0;
  for (const Scene& scene : scenes()) {
    if (only != nullptr && std::string(scene.name).find(only) == std::string::npos) continue;
    ++seen;
    INFO(scene.name);
    Theatre theatre(scene);
    std::ostringstream line;
    line << scene.name << ":";
    std::string wrong;
    int wrongs = 0;
    for (const char* kind : {"allocation", "write", "sync", "rename"}) {
      const long count = theatre.count(kind);
      const long step = all ? 1 : std::max(1L, count / kOfAKind);
      long tried = 0;
      for (long n = 1; n <= count; n += step, ++tried) {
        for (const char* more : {"", "+"}) {
          if (*more != '\0' && std::string(kind) != "write") continue;
          const std::string found = theatre.tries(std::string(kind) + ":" + std::to_string(n) + more);
          if (!found.empty() && ++wrongs <= 5) wrong += found;
        }
      }
      line << " " << tried << " of " << count << " " << kind << "s,";
    }
    std::cout << line.str() << " " << wrongs << " wrong\n" << std::flush;
    CHECK(wrong == "");
  }
  CHECK(seen > 0);
}

TEST_CASE("a disk without links, like a stick with FAT, keeps a key and settings", "[faults]") {
  const fs::path folder = fs::path(KNEAD_TEST_OUTPUT_DIR) / "no-links";
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const char* step : {"key", "first-setting", "other-setting"}) {
    const Ended ended = run({kActs, step, folder.string()}, folder, "link:1+");
    INFO(step << ": " << ended.err);
    CHECK(ended.code == 0);
    CHECK((countsOf(folder).at("link") > 0) == (std::string(step) != "first-setting"));
  }
  CHECK(settingsOfPlayer(folder).find("\"music\": 70") != std::string::npos);
  const std::string key = textOf(folder / "key");
  CHECK(key.size() > 32);
  CHECK((fs::status(folder / "key").permissions() & fs::perms::all) ==
        (fs::perms::owner_read | fs::perms::owner_write));
  // Nothing else of it lies there, and it is not made anew.
  for (const auto& entry : fs::directory_iterator(folder))
    CHECK(entry.path().filename().string().find("key.") == std::string::npos);
  CHECK(run({kActs, "key", folder.string()}, folder, "link:1+").code == 0);
  CHECK(textOf(folder / "key") == key);
}
