// The strict JSON reader: a SAX handler over nlohmann/json that keeps the pointer of where it is, so that every
// refusal names its place. Must not let an exception out.
#include "level/level_json.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <new>
#include <optional>
#include <vector>

namespace knead::level {
namespace {

using nlohmann::json;

// `byte` counts from 1.
std::string lineAndColumn(std::string_view text, std::size_t byte) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (const char c : text.substr(0, byte - 1)) {
    ++column;
    if (c == '\n') {
      ++line;
      column = 1;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error ..." -> "syntax error ..."
std::string withoutPrefix(std::string_view message) {
  const std::size_t close = message.find("] ");
  if (close != std::string_view::npos) message.remove_prefix(close + 2);
  if (message.substr(0, 11) == "parse error") {
    const std::size_t colon = message.find(": ");
    if (colon != std::string_view::npos) message.remove_prefix(colon + 2);
  }
  std::string out;
  for (const char c : message) out += c < ' ' || c > '~' ? '?' : c;
  return out;
}

class StrictHandler final : public nlohmann::json_sax<json> {
 public:
  StrictHandler(std::string_view text, const std::string& file) : m_text(text), m_file(file) {}

  bool null() override { return put(json(nullptr)); }
  bool boolean(bool value) override { return put(json(value)); }
  bool number_integer(number_integer_t value) override { return whole(static_cast<double>(value), value); }
  bool number_unsigned(number_unsigned_t value) override {
    if (static_cast<double>(value) > kMaxJsonNumber) return tooLarge(std::to_string(value));
    return whole(static_cast<double>(value), static_cast<std::int64_t>(value));
  }
  bool number_float(number_float_t, const string_t& written) override {
    std::string digits = written;
    std::replace(digits.begin(), digits.end(), ',', '.');  // the library puts the locale's point there
    double value = 0.0;
    // Too large a number is no number to the library, so this is one that no double can tell from 0.
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc())
      return refuse(nextPlace(), "found the number " + inQuotes(digits) + ", which is as good as 0; write 0");
    if (!(value >= -kMaxJsonNumber && value <= kMaxJsonNumber)) return tooLarge(digits);
    const auto rounded = static_cast<std::int64_t>(value);
    if (static_cast<double>(rounded) == value) return put(json(rounded));
    return put(json(value));
  }
  bool string(string_t& value) override { return put(json(std::move(value))); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    if (m_open.back()->contains(name)) {
      return refuse(pointerStep(m_places.back(), name),
                    "the key " + inQuotes(name) + " is here twice; keep one of them");
    }
    m_key = std::move(name);
    return true;
  }
  bool parse_error(std::size_t byte, const std::string&, const nlohmann::detail::exception& problem) override {
    const std::string where = lineAndColumn(m_text, byte);
    return refuse(where, "found text that is not JSON (" + withoutPrefix(problem.what()) +
                             "); allowed: one JSON object in UTF-8 and nothing after it");
  }

  [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
  [[nodiscard]] json take() { return std::move(m_root); }

 private:
  // The pointer of the value about to be put.
  [[nodiscard]] std::string nextPlace() const {
    if (m_open.empty()) return {};
    return m_open.back()->is_object() ? pointerStep(m_places.back(), m_key)
                                      : pointerStep(m_places.back(), m_open.back()->size());
  }
  // Ends the reading.
  bool refuse(std::string where, std::string what) {
    m_error = Error{m_file, std::move(where), std::move(what)};
    return false;
  }
  bool tooLarge(const std::string& written) {
    return refuse(nextPlace(), "found the number " + inQuotes(written) + ", allowed: -1000000000 to 1000000000");
  }
  bool whole(double size, std::int64_t value) {
    if (!(size >= -kMaxJsonNumber && size <= kMaxJsonNumber)) return tooLarge(std::to_string(value));
    return put(json(value));
  }
  bool put(json value) {
    (void)add(std::move(value));
    return true;
  }
  json* add(json value) {
    if (m_open.empty()) {
      m_root = std::move(value);
      return &m_root;
    }
    json& parent = *m_open.back();
    if (parent.is_object()) return &(parent[m_key] = std::move(value));
    parent.push_back(std::move(value));
    return &parent.back();
  }
  bool open(json container) {
    const std::string where = nextPlace();
    if (m_open.size() >= static_cast<std::size_t>(kMaxJsonDepth)) {
      return refuse(where,
                    "found nesting deeper than " + std::to_string(kMaxJsonDepth) + " levels, allowed: at most that");
    }
    m_open.push_back(add(std::move(container)));
    m_places.push_back(where);
    return true;
  }
  bool close() {
    m_open.pop_back();
    m_places.pop_back();
    return true;
  }

  std::string_view m_text;
  const std::string& m_file;
  json m_root;
  std::vector<json*> m_open;
  std::vector<std::string> m_places;  // the pointer of each of them
  std::string m_key;
  std::optional<Error> m_error;
};

}  // namespace

Result<json> parseJson(std::string_view text, const std::string& fileName) {
  if (text.size() > kMaxJsonBytes) {
    return Error{fileName, "",
                 "found " + std::to_string(text.size()) + " bytes, allowed: at most " + std::to_string(kMaxJsonBytes)};
  }
  try {
    StrictHandler handler(text, fileName);
    if (!json::sax_parse(text.begin(), text.end(), &handler)) return handler.error().value();
    return handler.take();
  } catch (const std::bad_alloc&) {  // says nothing about the file
    throw;
  } catch (const std::exception& problem) {
    return Error{fileName, "", "cannot be read as JSON: " + withoutPrefix(problem.what())};
  }
}

json parseDocument(std::string_view text) {
  bool tooDeep = false;
  const json::parser_callback_t watch = [&tooDeep](int depth, json::parse_event_t, json&) {
    tooDeep = tooDeep || depth > kMaxJsonDepth;
    return !tooDeep;
  };
  json document = json::parse(text.begin(), text.end(), watch, false);
  return tooDeep ? json(json::value_t::discarded) : document;
}

std::string pointerStep(const std::string& pointer, std::string_view key) {
  std::string out = pointer + "/";
  for (const char c : key.substr(0, 60)) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += static_cast<unsigned char>(c) < 0x20U ? '?' : c;
    }
  }
  return out;
}

std::string pointerStep(const std::string& pointer, std::size_t index) { return pointer + "/" + std::to_string(index); }

std::string inQuotes(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::string out = "\"";
  for (const char c : text.substr(0, kMost)) out += static_cast<unsigned char>(c) < 0x20U ? '?' : c;
  return out + (text.size() > kMost ? "...\"" : "\"");
}

}  // namespace knead::level
