// Catalogues of sentences: those that msgfmt makes, and files that are none.
#include "app/words/catalogue.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

using namespace knead::app;
using words::Catalogue;
using words::PluralRule;

namespace {

using Sentences = std::vector<std::pair<std::string, std::string>>;

void put(std::string& out, std::size_t number, bool bigFirst) {
  for (unsigned i = 0; i < 4; ++i)
    out += static_cast<char>(static_cast<std::uint32_t>(number) >> (bigFirst ? 24U - 8U * i : 8U * i));
}

// As msgfmt writes it, in the order given.
std::string moOf(const Sentences& sentences, bool bigFirst = false) {
  std::string out, texts;
  const std::size_t head = 28, tables = head + sentences.size() * 16;
  for (const std::size_t number : {std::size_t{0x950412DE}, std::size_t{0}, sentences.size(), head,
                                   head + sentences.size() * 8, std::size_t{0}, tables})
    put(out, number, bigFirst);
  for (const bool first : {true, false}) {
    for (const auto& [original, translation] : sentences) {
      const std::string& text = first ? original : translation;
      put(out, text.size(), bigFirst);
      put(out, tables + texts.size(), bigFirst);
      texts += text + '\0';
    }
  }
  return out + texts;
}

const std::string kForms = std::string("un paso\0{count} pasos", 22);
const Sentences kSome = {{"", "Language: es\nPlural-Forms: nplurals=2; plural=(n != 1);\nX: y\n"},
                         {"Back", "Volver"},
                         {"Not yet", ""},
                         {std::string("one step\0{count} steps", 22), kForms}};

std::string found(const Catalogue& catalogue, const char* english) {
  const char* text = catalogue.find(english);
  return text != nullptr ? text : "-";
}

}  // namespace

TEST_CASE("a catalogue is read in either byte order", "[words]") {
  for (const bool bigFirst : {false, true}) {
    const auto catalogue = Catalogue::parse(moOf(kSome, bigFirst));
    REQUIRE(catalogue != nullptr);
    CHECK(found(*catalogue, "Back") == "Volver");
    CHECK(found(*catalogue, "Not yet") == "-");  // not translated: English stays
    CHECK(found(*catalogue, "Bac") == "-");
    CHECK(found(*catalogue, "one step") == "un paso");
    CHECK(catalogue->find("one step", 1) == std::string("un paso"));
    CHECK(catalogue->find("one step", 0) == std::string("{count} pasos"));
    CHECK(catalogue->find("one step", 7) == std::string("{count} pasos"));
    CHECK(catalogue->find("Back", 7) == nullptr);  // it has one form only
    CHECK(catalogue->find("no such", 1) == nullptr);
  }
}

TEST_CASE("what is no catalogue is none", "[words]") {
  const std::string whole = moOf(kSome);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    INFO(length);
    CHECK(Catalogue::parse(whole.substr(0, length)) == nullptr);
  }
  // Any byte another one: it may be read or not, but never beyond its end.
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char byte : {'\0', '\x7F', '\xFF'}) {
      std::string other = whole;
      other[at] = byte;
      const auto catalogue = Catalogue::parse(other);
      if (catalogue == nullptr) continue;
      for (const auto& [original, translation] : kSome) (void)catalogue->find(original.c_str(), 2);
    }
  }
  CHECK(Catalogue::read("/nowhere/knead.mo") == nullptr);
}

TEST_CASE("the form that goes with a number is the language's own affair", "[words]") {
  const auto forms = [](const char* formula) {
    std::string out;
    const PluralRule rule(formula);
    for (const unsigned long n : {0UL, 1UL, 2UL, 3UL, 5UL, 11UL, 12UL, 21UL, 22UL, 25UL, 101UL, 111UL})
      out += std::to_string(rule.formOf(n));
    return out;
  };
  CHECK(forms("n != 1") == "101111111111");
  CHECK(forms("(n != 1)") == "101111111111");
  CHECK(forms("0") == "000000000000");
  CHECK(forms("n>1") == "001111111111");
  // Russian, Polish, Arabic (Unicode CLDR by way of gettext's manual).
  CHECK(forms("n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2") == "201122201202");
  CHECK(forms("n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2") == "201122221222");
  CHECK(forms("n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5") == "012334444454");
  CHECK(forms("!(n - 1) * 2 + n / 100") == "020000000011");
  // Nonsense: as English.
  for (const char* formula : {"", "n +", "(n", "n ? 1", "x", "n / 0", "1 2", "n % (n - n)"}) {
    INFO(formula);
    CHECK(forms(formula) == "101111111111");
  }
  CHECK(forms((std::string(1000, '(') + "n" + std::string(1000, ')')).c_str()) == "101111111111");
}
