// The books that a player reads: whole, with grade, source and stop sign; and no word anywhere that promises too much.
#include <algorithm>
#include <cctype>
#include <filesystem>

#include "core/file.hpp"
#include "learning/evidence.hpp"
#include "learning/quiz.hpp"
#include "level/catalogue.hpp"
#include "level/technique_book.hpp"
#include "support/catch.hpp"

using namespace knead;

namespace {

const std::string kData = KNEAD_SOURCE_DATA_DIR;

void checkWhole(const learning::Evidence& e) {
  CHECK_FALSE(e.article.empty());
  CHECK_FALSE(e.evidence.empty());
  CHECK_FALSE(e.source.empty());
  CHECK_FALSE(e.stopSign.empty());
  CHECK(e.grade >= 'A');
  CHECK(e.grade <= 'D');
}

bool isLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// Words that claim more than a game may.
std::string forbiddenIn(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const std::string word :
       {"cure", "cures", "cured", "proven", "proves", "toxin", "toxins", "realign", "realigns", "adhesions"}) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      const bool begins = at == 0 || !isLetter(text[at - 1]);
      const bool ends = at + word.size() == text.size() || !isLetter(text[at + word.size()]);
      if (begins && ends) return word;
    }
  }
  return {};
}

}  // namespace

TEST_CASE("every pain and technique has its evidence, with grade, source and stop sign", "[evidence]") {
  const auto book = learning::readEvidence(kData + "/assets/evidence.json");
  REQUIRE(book.ok());
  for (const learning::PainPage& page : book.value().pains) {
    CHECK_FALSE(page.looks.empty());
    CHECK_FALSE(page.best.empty());
    checkWhole(page.evidence);
  }
  for (const learning::Evidence& e : book.value().techniques) checkWhole(e);
  CHECK(book.value().simplified.size() >= 15);
  CHECK_FALSE(learning::readEvidence("no-such-book.json").ok());
}

TEST_CASE("the shipped quiz is whole and agrees with the book", "[evidence]") {
  const auto book = level::readTechniqueBook(kData + "/assets/techniques.json");
  REQUIRE(book.ok());
  const auto quiz = learning::readQuiz(kData + "/assets/quiz.json", book.value());
  INFO((quiz.ok() ? std::string() : quiz.error().text()));
  REQUIRE(quiz.ok());
  CHECK(quiz.value().items.size() == 48);
}

TEST_CASE("every card of a level has grade, source and stop sign", "[evidence]") {
  const level::Catalogue all = level::readCatalogue(kData + "/levels");
  CHECK(all.levels.size() == 30);
  for (const level::LevelEntry& entry : all.levels) {
    INFO(entry.level.id);
    const level::Evidence& e = entry.level.evidence;
    CHECK_FALSE(e.source.empty());
    CHECK_FALSE(e.stopSign.empty());
    CHECK(e.grade >= 'A');
    CHECK(e.grade <= 'D');
  }
}

TEST_CASE("no text that is read claims a cure", "[evidence]") {
  CHECK(forbiddenIn("This is PROVEN.") == "proven");
  CHECK(forbiddenIn("a secure place").empty());
  int files = 0;
  for (const char* folder : {"/levels", "/assets"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(kData + folder)) {
      if (entry.path().extension() != ".json") continue;
      INFO(entry.path().string());
      const auto text = readWholeFile(entry.path().string(), 1U << 20U);
      REQUIRE(text.ok());
      CHECK(forbiddenIn(text.value()).empty());
      ++files;
    }
  }
  CHECK(files >= 40);
}
