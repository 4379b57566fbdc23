// One language's sentences: a catalogue as gettext's msgfmt compiles it (a .mo file), read whole and never changed. The
// C library would read it too, but only on a system that has a locale besides plain C, and the game asks for none.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knead::app::words {

// Which form of a sentence goes with a number, as a catalogue's head says it: "n != 1", or as long as a language wants.
class PluralRule {
 public:
  // `formula` in C's operators on n; one that makes no sense is taken as "n != 1".
  explicit PluralRule(std::string formula = "n != 1");
  // 0 for the first form.
  [[nodiscard]] unsigned long formOf(unsigned long n) const;

 private:
  std::string m_formula;
};

class Catalogue {
 public:
  // Null if there is no such file or it is none of gettext's.
  [[nodiscard]] static std::unique_ptr<const Catalogue> read(const std::string& path);
  [[nodiscard]] static std::unique_ptr<const Catalogue> parse(std::string bytes);

  // Null where the sentence is not known. What is given back lives as long as the catalogue.
  [[nodiscard]] const char* find(std::string_view english) const;
  // The form for n of a sentence that has several; `one` is the English for one.
  [[nodiscard]] const char* find(std::string_view one, unsigned long n) const;

 private:
  Catalogue() = default;
  [[nodiscard]] std::string_view translationOf(std::string_view english) const;

  std::string m_bytes;
  std::vector<std::pair<std::string_view, std::string_view>> m_sentences;  // in order; a translation holds its forms
  PluralRule m_plural;
};

}  // namespace knead::app::words
