// The house rules that a text reader can check: who may include whom, and what the judged rooms must not call.
// Each rule gives a list of complaints, "file:line: what and what to do"; none is good.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "house/source_tree.hpp"

namespace knead::house {

using Complaints = std::vector<std::string>;

// Rooms whose results must be the same bits everywhere.
inline constexpr std::array<std::string_view, 8> kJudgedRooms = {"core",  "level", "sim",      "replay",
                                                                 "hands", "bots",  "learning", "daily"};

// Room -> rooms whose headers it may include.
inline const std::map<std::string, std::set<std::string>>& allowedRooms() {
  static const std::map<std::string, std::set<std::string>> allowed = {
      {"core", {"core"}},
      {"arguments", {"arguments"}},
      {"level", {"core", "level"}},
      {"sim", {"core", "level", "sim"}},
      {"replay", {"core", "level", "sim", "replay"}},
      {"web", {"core", "level", "sim", "replay", "web"}},
      {"hands", {"core", "level", "sim", "hands"}},
      {"bots", {"core", "level", "sim", "replay", "hands", "bots"}},
      {"sound", {"core", "level", "sim", "sound"}},
      {"learning", {"core", "level", "learning"}},
      {"daily", {"core", "level", "learning", "daily"}},
      {"editing", {"core", "level", "editing"}},
      {"story", {"core", "level", "sim", "story"}},
      {"board", {"core", "level", "sim", "replay", "learning", "daily", "board"}},
      {"server", {"core", "level", "sim", "replay", "learning", "daily", "board", "web", "arguments", "server"}},
      {"online", {"core", "level", "sim", "replay", "board", "online"}},
      {"profile", {"core", "level", "sim", "replay", "profile"}},
      {"cli",
       {"core", "level", "sim", "replay", "hands", "bots", "learning", "daily", "story", "board", "online", "arguments",
        "cli"}},
      {"app",
       {"core", "level", "sim", "replay", "hands", "bots", "learning", "daily", "story", "editing", "profile", "board",
        "online", "sound", "arguments", "app"}},
  };
  return allowed;
}

inline std::string placeOf(const SourceFile& file, std::size_t line) {
  return file.path + ":" + std::to_string(line + 1) + ": ";
}

// "src/sim/session.cpp" -> "sim"
inline std::string roomOf(const std::string& path) {
  if (path.rfind("src/", 0) != 0) return {};
  const std::size_t slash = path.find('/', 4);
  return slash == std::string::npos ? std::string{} : path.substr(4, slash - 4);
}

inline bool isJudged(const std::string& room) {
  return std::find(kJudgedRooms.begin(), kJudgedRooms.end(), room) != kJudgedRooms.end();
}

// The name in an #include line, without quotes or angle brackets; empty for any other line.
inline std::string includedName(const std::string& line) {
  std::size_t at = line.find_first_not_of(" \t");
  if (at == std::string::npos || line[at] != '#') return {};
  at = line.find_first_not_of(" \t", at + 1);
  if (at == std::string::npos || line.compare(at, 7, "include") != 0) return {};
  const std::size_t open = line.find_first_of("<\"", at);
  if (open == std::string::npos) return {};
  const std::size_t close = line.find_first_of(">\"", open + 1);
  return close == std::string::npos ? std::string{} : line.substr(open + 1, close - open - 1);
}

inline Complaints includeComplaints(const SourceFile& file) {
  // Clock, chance, order, locale, window: nothing of these may reach a result.
  static const std::set<std::string> never = {"chrono",        "random",        "thread",  "mutex",    "future",
                                              "unordered_map", "unordered_set", "cmath",   "math.h",   "complex",
                                              "numbers",       "locale",        "clocale", "iostream", "ctime",
                                              "time.h",        "cfenv",         "fenv.h",  "valarray"};
  // Files are touched in one place, folders in one other.
  static const std::map<std::string, std::set<std::string>> onlyIn = {
      {"fstream", {"src/core/file.cpp"}}, {"cstdio", {"src/core/file.cpp"}},
      {"stdio.h", {"src/core/file.cpp"}}, {"unistd.h", {"src/core/file.cpp"}},
      {"fcntl.h", {"src/core/file.cpp"}}, {"filesystem", {"src/level/catalogue.cpp"}},
  };
  Complaints out;
  const std::string room = roomOf(file.path);
  const auto allowed = allowedRooms().find(room);
  if (allowed == allowedRooms().end())
    return {file.path + ": not in a room of src/; give the room its line in tests/house/rules.hpp"};
  for (std::size_t i = 0; i < file.code.size(); ++i) {
    const std::string name = includedName(file.code[i]);
    if (name.empty()) continue;
    const std::size_t slash = name.find('/');
    const std::string first = name.substr(0, slash);
    if (slash != std::string::npos && allowedRooms().count(first) != 0 && allowed->second.count(first) == 0) {
      out.push_back(placeOf(file, i) + room + " must not include " + name +
                    ": the arrow between these rooms points the other way");
    }
    if (first == "SFML" && room != "app") out.push_back(placeOf(file, i) + "only app knows SFML");
    if (first == "box2d" && room != "app") out.push_back(placeOf(file, i) + "only app knows Box2D");
    const bool ofStore = file.path.rfind("src/server/store/", 0) == 0;
    const bool ofSqlite = first == "SQLiteCpp" || name == "sqlite3.h";
    if ((ofSqlite && !ofStore && room != "profile") || (name == "libpq-fe.h" && !ofStore)) {
      out.push_back(placeOf(file, i) + "only server/store, and profile for SQLite, know a database");
    }
    if (first == "CLI" && room != "arguments") out.push_back(placeOf(file, i) + "only arguments knows CLI11");
    if (!isJudged(room)) continue;
    if (never.count(name) != 0) {
      out.push_back(placeOf(file, i) + "<" + name + "> must not be used in " + room + " (docs/determinism.md)");
    }
    const auto only = onlyIn.find(name);
    if (only != onlyIn.end() && only->second.count(file.path) == 0) {
      out.push_back(placeOf(file, i) + "<" + name + "> belongs in " + *only->second.begin() + " alone");
    }
    if (first == "nlohmann" && room != "level" && room != "learning" && room != "daily") {
      out.push_back(placeOf(file, i) + "of the judged rooms only level, learning and daily know JSON");
    }
  }
  return out;
}

inline Complaints callComplaints(const SourceFile& file) {
  struct Word {
    std::string_view text;
    bool whole;  // must end there too
  };
  static const std::vector<Word> words = {
      {"std::sin", true},       {"std::cos", true},       {"std::tan", true},       {"std::asin", true},
      {"std::acos", true},      {"std::atan", true},      {"std::atan2", true},     {"std::exp", true},
      {"std::exp2", true},      {"std::expm1", true},     {"std::log", true},       {"std::log2", true},
      {"std::log10", true},     {"std::log1p", true},     {"std::pow", true},       {"std::cbrt", true},
      {"std::hypot", true},     {"std::tanh", true},      {"std::sinh", true},      {"std::cosh", true},
      {"std::erf", true},       {"std::tgamma", true},    {"std::fma", true},       {"std::sqrt", true},
      {"std::lerp", true},      {"std::rand", true},      {"std::reduce", true},    {"std::shuffle", true},
      {"std::sort_heap", true}, {"sinf(", false},         {"cosf(", false},         {"tanf(", false},
      {"expf(", false},         {"exp2f(", false},        {"logf(", false},         {"powf(", false},
      {"atan2f(", false},       {"hypotf(", false},       {"fmaf(", false},         {"sqrtf(", false},
      {"__builtin_sin", false}, {"__builtin_cos", false}, {"__builtin_exp", false}, {"__builtin_log", false},
      {"__builtin_pow", false}, {"__builtin_fma", false}, {"rand(", false},         {"srand(", false},
      {"time(nullptr", false},  {"time(NULL", false},     {"time(0", false},        {"time(&", false},
      {"::time(", false},       {"clock()", false},       {"gettimeofday", false},  {"clock_gettime", false},
      {"fma(", false},          {"unordered_", false},    {"setlocale", true},      {"getenv", true},
      {"std::thread", true},    {"std::async", true},     {"thread_local", true},   {"long double", true},
      {"std::strtod", true},    {"std::stof", true},      {"std::stod", true},      {"std::atof", true},
      {"std::cout", true},      {"std::cerr", true},      {"printf", true},         {"reinterpret_cast", true}};
  Complaints out;
  const std::string room = roomOf(file.path);
  if (!isJudged(room)) return out;
  for (std::size_t i = 0; i < file.code.size(); ++i) {
    if (!includedName(file.code[i]).empty()) continue;
    for (const Word& word : words) {
      if (!hasWord(file.code[i], word.text, word.whole)) continue;
      // The one square root is in core/math.hpp.
      if (file.path == "src/core/math.hpp" && word.text == "sqrtf(") continue;
      // core/file.cpp writes bytes; it may look at them as characters.
      if (file.path == "src/core/file.cpp" && word.text == "reinterpret_cast") continue;
      out.push_back(placeOf(file, i) + "`" + std::string(word.text) + "` must not be used in " + room +
                    " (docs/determinism.md)");
    }
  }
  return out;
}

// C++ does not order the arguments of a call: two draws from one generator in one statement may swap.
inline Complaints drawComplaints(const SourceFile& file) {
  static const std::array<std::string_view, 4> draws = {".unit(", ".range(", ".below(", ".normal("};
  Complaints out;
  if (!isJudged(roomOf(file.path))) return out;
  int count = 0;
  int depth = 0;
  for (std::size_t i = 0; i < file.code.size(); ++i) {
    const std::string& line = file.code[i];
    for (std::size_t c = 0; c < line.size(); ++c) {
      if (line[c] == '(') ++depth;
      if (line[c] == ')') --depth;
      // A statement ends at ';' and at a brace outside parentheses: braces of an initialiser are ordered, so
      // they end one too; a ';' in the head of a for loop as well.
      if (line[c] == ';' || ((line[c] == '{' || line[c] == '}') && depth <= 0)) count = 0;
      for (const std::string_view draw : draws) {
        if (line.compare(c, draw.size(), draw) != 0) continue;
        if (++count == 2) {
          out.push_back(placeOf(file, i) + "two random draws in one statement: give each a line of its own");
        }
      }
    }
  }
  return out;
}

// Standard headers that one library brings along and the next release does not: whoever uses a name of theirs includes
// them, or includes a file of ours that does. A list of names that stand out, not of all there are.
struct UsedFrom {
  std::string_view header;
  std::vector<std::string_view> names;
};
inline const std::vector<UsedFrom>& usedFrom() {
  static const std::vector<UsedFrom> all = {
      {"cstdint", {"std::uint8_t", "std::uint16_t", "std::uint32_t", "std::uint64_t", "std::int32_t", "std::int64_t"}},
      {"algorithm", {"std::min", "std::max", "std::clamp", "std::sort", "std::any_of", "std::all_of", "std::find_if"}},
      {"cstdlib", {"std::getenv", "std::atoi", "std::strtol", "std::abort", "std::exit"}},
      {"cstring", {"std::memcpy", "std::memcmp", "std::strlen", "std::strcmp"}},
      {"cstdio", {"std::snprintf", "std::printf", "std::fprintf", "std::fwrite"}},
      {"functional", {"std::function"}},
      {"memory", {"std::unique_ptr", "std::make_unique", "std::shared_ptr", "std::make_shared"}},
      {"optional", {"std::optional", "std::nullopt"}},
      {"array", {"std::array"}},
  };
  return all;
}

inline std::string includedBy(const std::string& line) {
  const std::size_t hash = line.find_first_not_of(' ');
  if (hash == std::string::npos || line[hash] != '#' || line.find("include", hash) == std::string::npos) return {};
  const std::size_t from = line.find_first_of("<\"", hash);
  const std::size_t to = from == std::string::npos ? from : line.find_first_of(">\"", from + 1);
  return to == std::string::npos ? std::string{} : line.substr(from + 1, to - from - 1);
}

// `files`: all that may include each other.
inline Complaints standardHeaderComplaints(const std::vector<SourceFile>& files) {
  std::map<std::string, const SourceFile*> byInclude;
  for (const SourceFile& file : files) byInclude[file.path.substr(file.path.find('/') + 1)] = &file;
  Complaints complaints;
  for (const SourceFile& file : files) {
    std::set<std::string> headers;
    std::set<const SourceFile*> seen;
    std::vector<const SourceFile*> open = {&file};
    while (!open.empty()) {
      const SourceFile* one = open.back();
      open.pop_back();
      if (!seen.insert(one).second) continue;
      for (const std::string& line : one->code) {
        const std::string name = includedBy(line);
        const auto ours = byInclude.find(name);
        if (ours != byInclude.end()) {
          open.push_back(ours->second);
        } else if (!name.empty()) {
          headers.insert(name);
        }
      }
    }
    for (const UsedFrom& from : usedFrom()) {
      if (headers.count(std::string(from.header)) != 0) continue;
      for (std::size_t i = 0; i < file.code.size(); ++i) {
        const bool used = std::any_of(from.names.begin(), from.names.end(),
                                      [&](std::string_view name) { return hasWord(file.code[i], name, true); });
        if (!used) continue;
        complaints.push_back(placeOf(file, i) + "uses a name of <" + std::string(from.header) + ">: include it");
        break;
      }
    }
  }
  return complaints;
}

}  // namespace knead::house
