// The tour reads, measures and photographs every page: one that it does not visit is one that nobody checks.
#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "house/source_tree.hpp"
#include "support/catch.hpp"

using namespace knead::house;

namespace {

constexpr std::string_view kMade = "std::unique_ptr<Screen> make";

bool isLetter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// Names of the functions that make a page, as they are declared.
std::vector<std::string> makers(const std::vector<SourceFile>& files) {
  std::vector<std::string> out;
  for (const SourceFile& file : files) {
    if (!file.path.ends_with(".hpp")) continue;
    for (const std::string& line : file.code) {
      const std::size_t at = line.find(kMade);
      if (at == std::string::npos) continue;
      std::size_t end = at + kMade.size();
      while (end < line.size() && isLetter(line[end])) ++end;
      out.push_back("make" + line.substr(at + kMade.size(), end - at - kMade.size()));
    }
  }
  return out;
}

bool names(const SourceFile& file, const std::string& word) {
  for (const std::string& line : file.code) {
    for (std::size_t at = line.find(word); at != std::string::npos; at = line.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if ((at == 0 || !isLetter(line[at - 1])) && (end == line.size() || !isLetter(line[end]))) return true;
    }
  }
  return false;
}

std::string unvisited(const std::vector<SourceFile>& pages, const SourceFile& tour) {
  std::string out;
  for (const std::string& maker : makers(pages)) {
    if (!names(tour, maker)) out += maker + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("the tour visits every page", "[house]") {
  const std::vector<SourceFile> files = filesUnder(KNEAD_SOURCE_DATA_DIR, "src/app");
  const auto tour = std::find_if(files.begin(), files.end(),
                                 [](const SourceFile& file) { return file.path == "src/app/tour_stops.cpp"; });
  REQUIRE(tour != files.end());
  REQUIRE(makers(files).size() > 20);
  CHECK(unvisited(files, *tour) == "");
}

TEST_CASE("a page that the tour leaves out is found", "[house]") {
  const SourceFile page = sourceFrom("src/app/screens/x.hpp", "std::unique_ptr<Screen> makeX(Services& services);\n");
  CHECK(unvisited({page}, sourceFrom("t.cpp", "stops.push_back({\"x\", makeX});\n")) == "");
  CHECK(unvisited({page}, sourceFrom("t.cpp", "// makeX\nmakeXylophone(); remakeX();\n")) == "makeX ");
}
