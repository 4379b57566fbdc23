// The house rules on the tree as it is, and on bad examples: a rule that cannot complain is worth nothing.
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "house/rules.hpp"
#include "support/catch.hpp"

using namespace knead::house;

namespace {

std::string joined(const Complaints& complaints) {
  std::string text;
  for (const std::string& one : complaints) text += one + "\n";
  return text;
}

template <class Rule>
std::string complaintsOfTree(Rule rule) {
  Complaints all;
  for (const SourceFile& file : filesUnder(KNEAD_SOURCE_DATA_DIR, "src")) {
    for (std::string& one : rule(file)) all.push_back(std::move(one));
  }
  return joined(all);
}

}  // namespace

TEST_CASE("the source tree is where the build says", "[house]") {
  REQUIRE(filesUnder(KNEAD_SOURCE_DATA_DIR, "src/core").size() >= 5);
}

TEST_CASE("rooms include only what they may", "[house]") { REQUIRE(complaintsOfTree(includeComplaints) == ""); }

TEST_CASE("judged rooms call nothing whose result may differ", "[house]") {
  REQUIRE(complaintsOfTree(callComplaints) == "");
}

TEST_CASE("one random draw a statement", "[house]") { REQUIRE(complaintsOfTree(drawComplaints) == ""); }

TEST_CASE("what a file uses of the standard library, it includes", "[house]") {
  std::vector<SourceFile> files = filesUnder(KNEAD_SOURCE_DATA_DIR, "src");
  for (SourceFile& file : filesUnder(KNEAD_SOURCE_DATA_DIR, "tests")) files.push_back(std::move(file));
  REQUIRE(joined(standardHeaderComplaints(files)) == "");
}

TEST_CASE("long files are reported", "[house]") {
  for (const char* folder : {"src", "tests"}) {
    for (const SourceFile& file : filesUnder(KNEAD_SOURCE_DATA_DIR, folder)) {
      if (file.lines.size() > 500) {
        std::cout << "note: " << file.path << " has " << file.lines.size() << " lines; over 500 wants a reason\n";
      }
    }
  }
  SUCCEED();
}

TEST_CASE("a wrong include is found", "[house]") {
  const auto count = [](const char* path, const char* text) {
    return includeComplaints(sourceFrom(path, text)).size();
  };
  CHECK(count("src/core/x.hpp", "#include \"sim/session.hpp\"\n") == 1);
  CHECK(count("src/sim/x.cpp", "#include \"level/level.hpp\"\n#include \"replay/replay.hpp\"\n") == 1);
  CHECK(count("src/sim/x.cpp", "#include <SFML/Graphics.hpp>\n") == 1);
  CHECK(count("src/server/x.cpp", "#include <libpq-fe.h>\n#include <SQLiteCpp/SQLiteCpp.h>\n") == 2);
  CHECK(count("src/server/store/x.cpp", "#include <libpq-fe.h>\n#include <sqlite3.h>\n") == 0);
  CHECK(count("src/cli/x.cpp", "#include <SFML/Graphics.hpp>\n") == 1);
  CHECK(count("src/cli/x.cpp", "#include <CLI/CLI.hpp>\n#include \"arguments/command.hpp\"\n") == 1);
  CHECK(count("src/level/x.cpp", "#include \"arguments/command.hpp\"\n") == 1);
  CHECK(count("src/arguments/x.cpp", "#include <CLI/CLI.hpp>\n") == 0);
  CHECK(count("src/app/x.cpp", "#include <SFML/Graphics.hpp>\n#include <cmath>\n") == 0);
  CHECK(count("src/sim/x.cpp", "  #  include <cmath>\n") == 1);
  CHECK(count("src/replay/x.cpp", "#include <fstream>\n") == 1);
  CHECK(count("src/core/file.cpp", "#include <fstream>\n") == 0);
  CHECK(count("src/level/catalogue.cpp", "#include <filesystem>\n") == 0);
  CHECK(count("src/level/lint.cpp", "#include <filesystem>\n") == 1);
  CHECK(count("src/bots/x.cpp", "#include <nlohmann/json.hpp>\n") == 1);
  CHECK(count("src/learning/x.cpp", "#include <nlohmann/json.hpp>\n#include \"level/level.hpp\"\n") == 0);
  CHECK(count("src/learning/x.cpp", "#include \"sim/session.hpp\"\n#include <ctime>\n") == 2);
  CHECK(count("src/sim/x.cpp", "#include \"learning/record.hpp\"\n") == 1);
  CHECK(count("src/bots/x.cpp", "// #include <cmath>\n/* #include <random> */\n") == 0);
  CHECK(count("src/attic/x.cpp", "\n") == 1);
}

TEST_CASE("a wrong call is found", "[house]") {
  const auto count = [](const char* text) { return callComplaints(sourceFrom("src/sim/x.cpp", text)).size(); };
  CHECK(count("float a = std::sin(x);") == 1);
  CHECK(count("float a = sinOf(x);") == 0);
  CHECK(count("int b = rand();") == 1);
  CHECK(count("int b = operand(1);") == 0);
  CHECK(count("auto t = time(nullptr);") == 1);
  CHECK(count("auto t = std::time(&now);") > 0);
  CHECK(count("auto t = holdTime(1);") == 0);
  CHECK(count("std::unordered_map<int, int> m;") == 1);
  CHECK(count("// std::unordered_map would do here\nconst char* s = \"std::sin(\";") == 0);
  CHECK(count("float c = __builtin_fmaf(a, b, c);") == 1);
  CHECK(callComplaints(sourceFrom("src/app/x.cpp", "float a = std::sin(x);")).empty());
}

TEST_CASE("two draws in one statement are found", "[house]") {
  const auto count = [](const char* text) { return drawComplaints(sourceFrom("src/bots/x.cpp", text)).size(); };
  CHECK(count("f(r.unit(), r.unit());") == 1);
  CHECK(count("const float a = r.unit() +\n    r.range(0, 1);") == 1);
  CHECK(count("const float a = r.unit();\nconst float b = r.unit();") == 0);
  CHECK(count("if (x) { a = r.unit(); } else { a = r.normal(); }") == 0);
}

TEST_CASE("a missing standard header is found", "[house]") {
  const SourceFile header = sourceFrom("src/core/x.hpp", "#include <cstdint>\n");
  const auto count = [&header](const char* text) {
    return standardHeaderComplaints({header, sourceFrom("src/sim/x.cpp", text)}).size();
  };
  CHECK(count("std::uint8_t a;\nstd::uint64_t b;") == 1);
  CHECK(count("#include <cstdint>\nstd::uint8_t a;") == 0);
  CHECK(count("#include \"core/x.hpp\"\nstd::uint8_t a;") == 0);
  CHECK(count("// std::uint8_t\nint a = std::max(b, c);") == 1);
  CHECK(count("auto a = std::max_element(b, c);") == 0);
}
