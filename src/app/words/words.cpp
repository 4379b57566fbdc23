#include "app/words/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <memory>

#include "app/words/catalogue.hpp"

namespace knead::app::words {
namespace {

constexpr std::array<Language, 4> kLanguages = {
    {{"", "Like the desktop"}, {"en", "English"}, {"es", "Español"}, {"en_XA", "[Pšéúdö]"}}};

std::string& spokenId() {
  static std::string id = "en";
  return id;
}

// The one that is spoken; null is English. Those of before stay: their sentences may still be on a screen.
const Catalogue*& catalogue() {
  static const Catalogue* now = nullptr;
  return now;
}
const Catalogue* catalogueAt(const std::string& path) {
  static std::map<std::string, std::unique_ptr<const Catalogue>> all;
  const auto [at, fresh] = all.try_emplace(path);
  if (fresh) at->second = Catalogue::read(path);
  return at->second.get();
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

// "es_MX.UTF-8@x" -> "es"
std::string languageOf(const std::string& locale) { return locale.substr(0, locale.find_first_of("_.@:")); }

// What the desktop asks for, in the order that gettext itself uses; English if that is none of ours.
std::string desktopLanguage() {
  static const std::string asked = [] {
    for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      std::string value = variable(name);
      if (!value.empty()) return value;
    }
    return std::string("en");
  }();
  for (std::size_t from = 0; from <= asked.size();) {
    const std::size_t colon = std::min(asked.find(':', from), asked.size());
    const std::string one = asked.substr(from, colon - from);
    for (const Language& language : kLanguages) {
      if (*language.id != '\0' && (one == language.id || languageOf(one) == language.id)) return language.id;
    }
    from = colon + 1;
  }
  return "en";
}

}  // namespace

std::span<const Language> languages() { return kLanguages; }

void speak(int language, const std::string& catalogues) {
  const auto index = static_cast<std::size_t>(language);
  std::string id = index < kLanguages.size() ? kLanguages[index].id : "en";
  if (id.empty()) id = desktopLanguage();
  catalogue() = id == "en" ? nullptr : catalogueAt(catalogues + "/" + id + "/LC_MESSAGES/knead.mo");
  spokenId() = id;
}

const std::string& spoken() { return spokenId(); }

const char* tr(const char* english) {
  const char* found = catalogue() == nullptr || *english == '\0' ? nullptr : catalogue()->find(english);
  return found != nullptr ? found : english;
}
std::string tr(const std::string& english) { return tr(english.c_str()); }
const char* trn(const char* one, const char* many, unsigned long n) {
  const char* found = catalogue() == nullptr ? nullptr : catalogue()->find(one, n);
  return found != nullptr ? found : n == 1 ? one : many;
}

std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string>> values) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    out += text.substr(0, open);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    bool found = false;
    for (const auto& [key, value] : values) {
      if (key != name) continue;
      out += value;
      found = true;
    }
    if (!found) out += text.substr(open, close - open + 1);
    text.remove_prefix(close + 1);
  }
  return out.append(text);
}

std::string quoted(const std::string& english) {
  // TRANSLATORS: the quotation marks around somebody's words.
  return fill(tr("“{words}”"), {{"words", tr(english)}});
}

std::string oneDecimal(float value) {
  // TRANSLATORS: the mark before decimals: "." in 4.2.
  const std::string mark = tr("{decimal}") == std::string("{decimal}") ? "." : tr("{decimal}");
  const long tenths = std::lround(value * 10.0F);
  const long whole = std::labs(tenths) / 10;
  return (tenths < 0 ? "-" : "") + std::to_string(whole) + mark + std::to_string(std::labs(tenths) % 10);
}

std::string clock(int seconds) {
  const int rest = seconds % 60;
  return std::to_string(seconds / 60) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
}

std::string percent(float share) {
  return fill(tr("{number}%"), {{"number", std::to_string(std::lround(share * 100.0F))}});
}

std::string number(long value) {
  // The thousands mark is a sentence of its own to translate; one group at a time from the end.
  // TRANSLATORS: the mark between thousands in a number: "," in 86,180.
  const std::string mark = tr("{thousands}") == std::string("{thousands}") ? "," : tr("{thousands}");
  std::string digits = std::to_string(value < 0 ? -value : value);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, mark);
  }
  return value < 0 ? "-" + digits : digits;
}

}  // namespace knead::app::words
