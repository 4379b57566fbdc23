// The version stands once in the build and again where a reader of manuals, a software centre or Debian looks for it.
#include <fstream>
#include <iterator>
#include <string>

#include "support/catch.hpp"

namespace {

std::string wholeText(const std::string& path) {
  std::ifstream in(std::string(KNEAD_SOURCE_DATA_DIR) + "/" + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("every file that names the version names this one", "[house]") {
  const std::string version = KNEAD_VERSION;
  CHECK(wholeText("packaging/man/knead.6").find("\"Knead " + version + "\"") != std::string::npos);
  CHECK(wholeText("packaging/man/knead-server.8").find("\"Knead " + version + "\"") != std::string::npos);
  CHECK(wholeText("packaging/desktop/knead.metainfo.xml").find("<release version=\"" + version + "\" date=") !=
        std::string::npos);
  CHECK(wholeText("packaging/debian/changelog").rfind("knead (" + version + ") ", 0) == 0);
  const std::string changes = wholeText("CHANGELOG.md");
  const std::size_t first = changes.find("\n## ");
  REQUIRE(first != std::string::npos);
  CHECK(changes.substr(first, changes.find('\n', first + 1) - first).find(version) != std::string::npos);
}
