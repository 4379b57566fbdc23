// docs/accessibility.md says of every option and every binding what the tables of the program say: the lists in it are
// written from them. KNEAD_WRITE_PAGE=1 writes them anew.
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "profile/bindings.hpp"
#include "profile/option_table.hpp"
#include "support/catch.hpp"

using namespace knead::profile;

namespace {

constexpr const char* kBegin = "<!-- written from the tables: begin -->\n";
constexpr const char* kEnd = "<!-- written from the tables: end -->\n";

std::string valuesOf(const OptionRow& row) {
  if (row.kind == OptionKind::Toggle) return row.usual != 0 ? "on, off; on" : "on, off; off";
  if (row.kind == OptionKind::Range)
    return std::to_string(row.low) + " to " + std::to_string(row.high) + row.unit + "; " + std::to_string(row.usual) +
           row.unit;
  std::string all;
  for (const char* choice : row.choices) all += (all.empty() ? "" : ", ") + std::string(choice);
  return all + "; " + row.choices[static_cast<std::size_t>(row.usual)];
}

std::string keysOf(const ActionRow& row) {
  std::string all;
  for (const Key key : row.keys)
    if (key != Key::None) all += (all.empty() ? "" : ", ") + std::string(labelOf(key));
  return all;
}

std::string lists() {
  std::ostringstream out;
  for (int tab = 0; tab < kTabCount; ++tab) {
    out << "\n### " << tabLabel(static_cast<Tab>(tab))
        << "\n\n| option | what it changes | values; usual | |\n|---|---|---|---|\n";
    for (const OptionRow& row : optionTable())
      if (row.tab == static_cast<Tab>(tab))
        out << "| " << row.label << " | " << row.hint << " | " << valuesOf(row) << " | " << (row.assist ? "assist" : "")
            << " |\n";
  }
  constexpr const char* kContexts[] = {"In menus", "On the table", "Everywhere"};
  out << "\n### Keys and buttons\n\n| action | where | keys | button |\n|---|---|---|---|\n";
  for (const ActionRow& row : actionTable())
    out << "| " << row.label << " | " << kContexts[static_cast<int>(row.context)] << " | " << keysOf(row) << " | "
        << (row.button == Button::None ? "" : labelOf(row.button, PadMaker::Usual)) << " |\n";
  out << "\n";
  return out.str();
}

}  // namespace

TEST_CASE("the accessibility page lists what the tables hold", "[profile]") {
  const std::string path = std::string(KNEAD_SOURCE_DATA_DIR) + "/docs/accessibility.md";
  std::ifstream in(path);
  std::string page((std::istreambuf_iterator<char>(in)), {});
  in.close();
  const std::size_t from = page.find(kBegin), to = page.find(kEnd);
  REQUIRE(from != std::string::npos);
  REQUIRE(to != std::string::npos);
  const std::size_t start = from + std::string(kBegin).size();
  if (std::getenv("KNEAD_WRITE_PAGE") != nullptr)
    std::ofstream(path) << page.substr(0, start) << lists() << page.substr(to);
  else
    REQUIRE(page.substr(start, to - start) == lists());
}
