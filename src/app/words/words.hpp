// The game's words in the player's language: gettext's catalogues, one for the program and for the texts
// of levels, people and cards. English sentences are the keys. Sentences are whole; what changes in them has a name
// in braces, so that a translator may move it.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace knead::app::words {

struct Language {
  const char* id;    // as in po/<id>.po; "" = like the desktop
  const char* name;  // in itself
};
// In the order of the option's choices.
[[nodiscard]] std::span<const Language> languages();

// From now on speaks this language (index of languages()). `catalogues` holds <id>/LC_MESSAGES/knead.mo; where a
// catalogue or a sentence is missing, English is spoken. Numbers stay in the C locale.
void speak(int language, const std::string& catalogues);
// The id that is spoken now: "en", "es", ...
[[nodiscard]] const std::string& spoken();

// One sentence. The empty text stays empty.
[[nodiscard]] const char* tr(const char* english);
[[nodiscard]] std::string tr(const std::string& english);
// One or many.
[[nodiscard]] const char* trn(const char* one, const char* many, unsigned long n);
// Puts values into {names}; a name without value stays as it is.
[[nodiscard]] std::string fill(std::string_view text,
                               std::initializer_list<std::pair<std::string_view, std::string>> values);
// Somebody's words, translated, in the language's own quotation marks.
[[nodiscard]] std::string quoted(const std::string& english);
// A whole number with the language's own grouping: 86,180 or 86 180.
[[nodiscard]] std::string number(long value);
// Minutes and seconds: 1:05.
[[nodiscard]] std::string clock(int seconds);
// A share 0..1 in whole hundredths: 35%, or as the language has it.
[[nodiscard]] std::string percent(float share);
// With one decimal: 4.2 or 4,2.
[[nodiscard]] std::string oneDecimal(float value);

}  // namespace knead::app::words
