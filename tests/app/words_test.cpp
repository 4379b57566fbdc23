// Words: whole sentences with named places, numbers by language, English where nothing is known.
#include "app/words/words.hpp"

#include <cstdio>

#include "support/catch.hpp"

using namespace knead::app;

namespace {

// Speaks a language for one test and English again after it.
struct Speaking {
  explicit Speaking(int language) { words::speak(language, KNEAD_LOCALE_DIR); }
  ~Speaking() { words::speak(1, KNEAD_LOCALE_DIR); }
};
constexpr int kPseudo = 3;

}  // namespace

TEST_CASE("values go into named places, wherever a translator puts them", "[words]") {
  CHECK(words::fill("{score} points", {{"score", "7"}}) == "7 points");
  CHECK(words::fill("de {most} tiene {got}", {{"got", "1"}, {"most", "3"}}) == "de 3 tiene 1");
  CHECK(words::fill("{unknown} stays", {{"other", "x"}}) == "{unknown} stays");
  CHECK(words::fill("open { brace", {{"brace", "x"}}) == "open { brace");
  CHECK(words::fill("", {}) == "");
}

TEST_CASE("numbers are grouped", "[words]") {
  const Speaking english(1);
  CHECK(words::number(0) == "0");
  CHECK(words::number(999) == "999");
  CHECK(words::number(86180) == "86,180");
  CHECK(words::number(-1234567) == "-1,234,567");
}

TEST_CASE("decimals carry the mark of the language", "[words]") {
  {
    const Speaking english(1);
    CHECK(words::oneDecimal(4.24F) == "4.2");
    CHECK(words::oneDecimal(-0.46F) == "-0.5");
    CHECK(words::oneDecimal(0.0F) == "0.0");
  }
  const Speaking spanish(2);
  CHECK(words::oneDecimal(10.0F) == "10,0");
  CHECK(words::number(86180) != "86,180");
}

TEST_CASE("the pseudo-locale disguises every sentence and leaves named places alone", "[words]") {
  const Speaking pseudo(kPseudo);
  REQUIRE(words::spoken() == "en_XA");
  const std::string text = words::tr(std::string("Language"));
  INFO(text);
  CHECK(text == "[Làñgúàgé]");
  CHECK(std::string(words::tr("")).empty());
  CHECK(words::tr(std::string("no such sentence")) == "no such sentence");
}

TEST_CASE("a language can be changed back and forth while the game runs", "[words]") {
  {
    const Speaking pseudo(kPseudo);
    CHECK(std::string(words::tr("Language")) != "Language");
  }
  CHECK(std::string(words::tr("Language")) == "Language");
  const Speaking missing(1);
  words::speak(kPseudo, "/nowhere");
  CHECK(std::string(words::tr("Language")) == "Language");
}

TEST_CASE("numbers in files and on the command line do not follow the language", "[words]") {
  const Speaking spanish(2);
  char text[16];
  std::snprintf(text, sizeof text, "%.1f", 1.5);
  CHECK(std::string(text) == "1.5");
}
