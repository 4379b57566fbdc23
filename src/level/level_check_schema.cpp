// The schema checker: type, enum, range, length, the id pattern, required and unknown keys, array sizes,
// unique items and references. Every message says what was found and what is allowed, and guesses what a
// misspelt word meant. Must not throw and must not know levels.
#include "level/level_check_schema.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <new>
#include <nlohmann/json.hpp>

#include "level/level_json.hpp"
#include "level/level_schema_text.hpp"

namespace knead::level {
namespace {

using nlohmann::json;

// The only pattern the schema uses: words of lower-case letters and digits joined by single hyphens.
constexpr std::string_view kIdPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
constexpr std::array<std::string_view, 22> kKnownKeywords = {"$schema",
                                                             "$id",
                                                             "$ref",
                                                             "title",
                                                             "description",
                                                             "default",
                                                             "definitions",
                                                             "type",
                                                             "properties",
                                                             "required",
                                                             "additionalProperties",
                                                             "enum",
                                                             "minimum",
                                                             "maximum",
                                                             "minLength",
                                                             "maxLength",
                                                             "pattern",
                                                             "items",
                                                             "minItems",
                                                             "maxItems",
                                                             "uniqueItems",
                                                             "examples"};

bool isId(std::string_view text) {
  bool hyphen = true;  // may not start with one
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter && (c != '-' || hyphen)) return false;
    hyphen = c == '-';
  }
  return !hyphen;
}

std::size_t codePoints(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string numberText(double value) {
  char buffer[40];
  const auto [end, problem] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return problem == std::errc() ? std::string(buffer, end) : std::string("?");
}

std::string found(const json& value) {
  if (value.is_string()) return "the text " + inQuotes(value.get_ref<const std::string&>());
  if (value.is_number()) return numberText(value.get<double>());
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (value.is_null()) return "null";
  return value.is_array() ? "a list" : "an object";
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : ", ") + std::string(word);
  return out.empty() ? "nothing" : out;
}

// "; did you mean ...?" or nothing.
std::string guess(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view close = closestOf(word, candidates);
  return close.empty() ? std::string() : "; did you mean \"" + std::string(close) + "\"?";
}

std::string rangeText(const json& schema, const char* lowKey, const char* highKey) {
  const auto low = schema.find(lowKey);
  const auto high = schema.find(highKey);
  const auto text = [](const json& bound) { return numberText(bound.get<double>()); };
  if (low != schema.end() && high != schema.end()) {
    return *low == *high ? text(*low) : text(*low) + " to " + text(*high);
  }
  if (low != schema.end()) return "at least " + text(*low);
  return high != schema.end() ? "at most " + text(*high) : std::string("any");
}

std::string allowedType(const json& schema) {
  const std::string type = schema.value("type", "");
  if (type == "integer") return "a whole number, " + rangeText(schema, "minimum", "maximum");
  if (type == "number") return "a number, " + rangeText(schema, "minimum", "maximum");
  if (type == "string") return schema.contains("enum") ? "one of the words of the list" : "a text";
  if (type == "boolean") return "true or false";
  if (type == "array") return "a list of " + rangeText(schema, "minItems", "maxItems") + " entries";
  return "an object { }";
}

bool hasType(const json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "array") return value.is_array();
  return type == "object" && value.is_object();
}

class Checker {
 public:
  Checker(const json& root, const std::string& file) : m_root(root), m_file(file) {}

  void check(const json& value, const json& schema, const std::string& place) {
    if (full()) return;
    const auto reference = schema.find("$ref");
    if (reference != schema.end()) {
      check(value, resolve(reference->get_ref<const std::string&>()), place);
      return;
    }
    for (const auto& [keyword, ignored] : schema.items()) {
      if (std::find(kKnownKeywords.begin(), kKnownKeywords.end(), keyword) == kKnownKeywords.end()) {
        add(place, "the schema uses " + inQuotes(keyword) + ", which this program does not understand");
      }
    }
    const auto type = schema.find("type");
    if (type != schema.end() && !hasType(value, type->get_ref<const std::string&>())) {
      add(place, "found " + found(value) + ", allowed: " + allowedType(schema));
      return;
    }
    if (value.is_number()) checkNumber(value, schema, place);
    if (value.is_string()) checkText(value.get_ref<const std::string&>(), schema, place);
    if (value.is_array()) checkArray(value, schema, place);
    if (value.is_object()) checkObject(value, schema, place);
  }

  [[nodiscard]] std::vector<Error> take() { return std::move(m_errors); }

 private:
  [[nodiscard]] bool full() const { return m_errors.size() >= kMaxReportedErrors; }
  void add(const std::string& place, std::string what) {
    if (!full()) m_errors.push_back({m_file, place.empty() ? "/" : place, std::move(what)});
  }
  const json& resolve(const std::string& reference) const {
    constexpr std::string_view kPrefix = "#/definitions/";
    static const json kEmpty = json::object();
    const auto definitions = m_root.find("definitions");
    if (reference.compare(0, kPrefix.size(), kPrefix) != 0 || definitions == m_root.end()) return kEmpty;
    const auto definition = definitions->find(reference.substr(kPrefix.size()));
    return definition == definitions->end() ? kEmpty : *definition;
  }

  void checkNumber(const json& value, const json& schema, const std::string& place) {
    const double number = value.get<double>();
    const auto low = schema.find("minimum");
    const auto high = schema.find("maximum");
    if ((low != schema.end() && number < low->get<double>()) ||
        (high != schema.end() && number > high->get<double>())) {
      add(place, "found " + found(value) + ", allowed: " + allowedType(schema));
    }
  }

  void checkText(const std::string& text, const json& schema, const std::string& place) {
    const auto words = schema.find("enum");
    if (words != schema.end()) {
      std::vector<std::string_view> allowed;
      for (const json& word : *words) allowed.push_back(word.get_ref<const std::string&>());
      if (std::find(allowed.begin(), allowed.end(), text) == allowed.end()) {
        const std::string hint = guess(text, allowed);
        add(place, "found " + inQuotes(text) + (hint.empty() ? "." : hint) + " Allowed: " + listed(allowed));
      }
      return;
    }
    const std::size_t size = codePoints(text);
    const auto low = schema.find("minLength");
    const auto high = schema.find("maxLength");
    if ((low != schema.end() && size < low->get<std::size_t>()) ||
        (high != schema.end() && size > high->get<std::size_t>())) {
      add(place, "found a text of " + std::to_string(size) +
                     " characters, allowed: " + rangeText(schema, "minLength", "maxLength"));
    }
    if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U; })) {
      add(place, "found a control character in the text, allowed: plain text on one line");
    }
    const auto pattern = schema.find("pattern");
    if (pattern == schema.end()) return;
    if (*pattern != kIdPattern) {
      add(place, "the schema uses the pattern " + pattern->dump() + ", which this program does not understand");
    } else if (!isId(text)) {
      add(place,
          "found " + inQuotes(text) + ", allowed: lower-case letters and digits in words joined by single hyphens");
    }
  }

  void checkArray(const json& value, const json& schema, const std::string& place) {
    const auto low = schema.find("minItems");
    const auto high = schema.find("maxItems");
    if ((low != schema.end() && value.size() < low->get<std::size_t>()) ||
        (high != schema.end() && value.size() > high->get<std::size_t>())) {
      add(place,
          "found " + std::to_string(value.size()) + " entries, allowed: " + rangeText(schema, "minItems", "maxItems"));
      return;
    }
    const auto items = schema.find("items");
    if (items != schema.end()) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        if (items->is_array() && i >= items->size()) break;
        check(value[i], items->is_array() ? (*items)[i] : *items, pointerStep(place, i));
      }
    }
    if (!schema.value("uniqueItems", false)) return;
    for (std::size_t i = 1; i < value.size(); ++i) {
      const auto end = value.begin() + static_cast<std::ptrdiff_t>(i);
      if (std::find(value.begin(), end, value[i]) != end) {
        add(pointerStep(place, i), "found " + found(value[i]) + " a second time, allowed: once; take one out");
      }
    }
  }

  void checkObject(const json& value, const json& schema, const std::string& place) {
    static const json kNone = json::object();
    const auto properties = schema.find("properties");
    const json& known = properties == schema.end() ? kNone : *properties;
    std::vector<std::string_view> names;
    for (const auto& [name, ignored] : known.items()) names.push_back(name);
    for (const auto& [name, entry] : value.items()) {
      const auto property = known.find(name);
      if (property != known.end()) {
        check(entry, *property, pointerStep(place, name));
      } else if (!schema.value("additionalProperties", true)) {
        // A misspelt key most likely means one that is not there yet.
        std::vector<std::string_view> absent;
        std::copy_if(names.begin(), names.end(), std::back_inserter(absent),
                     [&value](std::string_view n) { return !value.contains(std::string(n)); });
        const std::string hint = guess(name, absent);
        add(pointerStep(place, name),
            "unknown key " + inQuotes(name) + (hint.empty() ? "." : hint) + " Allowed here: " + listed(names));
      }
    }
    const auto required = schema.find("required");
    if (required == schema.end()) return;
    for (const json& entry : *required) {
      const std::string& name = entry.get_ref<const std::string&>();
      if (value.contains(name)) continue;
      const auto property = known.find(name);
      const json& description = property == known.end() ? kNone : *property;
      const std::string hint = description.value("description", "");
      add(place, "the key " + inQuotes(name) + " is missing; add it" + (hint.empty() ? "" : " (" + hint + ")"));
    }
  }

  const json& m_root;
  const std::string& m_file;
  std::vector<Error> m_errors;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool sameLetter(char a, char b) {
  const auto fold = [](char c) { return c == '-' || c == ' ' ? '_' : lower(c); };
  return fold(a) == fold(b);
}

// Edits (insert, remove, change) from one word to the other.
std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      const std::size_t change = diagonal + (sameLetter(a[i - 1], b[j - 1]) ? 0U : 1U);
      row[j] = std::min({above + 1, row[j - 1] + 1, change});
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

const json& levelSchema() {
  static const json schema = json::parse(kLevelSchemaText, nullptr, false);
  return schema;
}

std::vector<Error> checkAgainstSchema(const json& value, const json& schema, const std::string& fileName) {
  try {
    Checker checker(schema, fileName);
    checker.check(value, schema, "");
    return checker.take();
  } catch (const std::bad_alloc&) {  // says nothing about the file
    throw;
  } catch (const std::exception& problem) {
    return {Error{fileName, "/", std::string("the schema itself cannot be used: ") + problem.what()}};
  }
}

std::string_view closestOf(std::string_view word, const std::vector<std::string_view>& candidates) {
  if (word.size() > 60) return {};
  std::string_view best;
  std::size_t bestDistance = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = editDistance(word, candidate);
    if (distance < bestDistance && distance < candidate.size()) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

}  // namespace knead::level
