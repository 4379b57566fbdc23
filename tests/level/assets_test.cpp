// The book of techniques is complete, and what is wrong with another one is named with its place.
#include <algorithm>
#include <cstdio>

#include "core/file.hpp"
#include "level/technique_book.hpp"
#include "support/catch.hpp"

using namespace knead;

namespace {

const std::string kBook = KNEAD_SOURCE_DATA_DIR "/assets/techniques.json";

// The shipped book with one piece of text replaced.
Result<level::TechniqueBook> changedBook(const std::string& from, const std::string& to) {
  std::string text = readWholeFile(kBook, 1U << 20U).value();
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  const std::string path = "changed-book.json";
  std::FILE* file = std::fopen(path.c_str(), "wb");
  REQUIRE(file != nullptr);
  std::fwrite(text.data(), 1, text.size(), file);
  std::fclose(file);
  auto book = level::readTechniqueBook(path);
  std::remove(path.c_str());
  return book;
}

}  // namespace

TEST_CASE("the book of techniques has every pair, a grade and a source", "[assets]") {
  const auto book = level::readTechniqueBook(kBook);
  REQUIRE(book.ok());
  CHECK(book.value().of(level::Technique::TriggerPoint).grade == 'C');
  CHECK(book.value().of(level::Pain::Doms).fit[static_cast<std::size_t>(level::Technique::Friction)] ==
        level::Fit::Harm);
  for (const level::PainCard& pain : book.value().pains) {
    auto best = level::Fit::Harm;
    for (const level::Fit fit : pain.fit) best = std::max(best, fit);
    CHECK(best >= level::Fit::Good);
  }
}

TEST_CASE("a book of techniques that is not whole says where", "[assets]") {
  const auto says = [](const Result<level::TechniqueBook>& book, const char* what) {
    REQUIRE_FALSE(book.ok());
    INFO(book.error().text());
    CHECK(book.error().text().find(what) != std::string::npos);
  };
  says(changedBook("\"friction\": \"harm\"", "\"friction\": 4"), "/pains/doms/fit/friction");
  says(changedBook("\"grade\": \"B\"", "\"grade\": \"E\""), "/techniques/effleurage/grade");
  says(changedBook("\"id\": \"stone\"", "\"id\": \"rock\""), "with the id \"stone\"");
  says(changedBook("{", "["), "changed-book.json");
  says(level::readTechniqueBook("no-such-book.json"), "no-such-book.json");
}
