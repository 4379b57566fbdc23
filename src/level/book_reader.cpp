#include "level/book_reader.hpp"

#include "core/file.hpp"
#include "level/level_json.hpp"

namespace knead::level {

Result<BookReader> BookReader::open(const std::string& path) {
  const Result<std::string> text = readWholeFile(path, kMaxJsonBytes);
  if (!text) return text.error();
  Result<Json> document = parseJson(text.value(), path);
  if (!document) return document.error();
  return BookReader(path, std::move(document).value());
}

void BookReader::fail(const std::string& place, std::string what) {
  if (!m_problem) m_problem = Error{m_path, place, std::move(what)};
}

BookReader::Json BookReader::list(const char* name) {
  Json found = m_document.is_object() ? m_document.value(name, Json()) : Json();
  if (found.is_array() && !found.empty()) return found;
  fail(std::string("/") + name, "wants a list that is not empty");
  return Json::array();
}

const BookReader::Json& BookReader::entry(const char* list, std::string_view id) {
  if (m_document.is_object() && m_document.contains(list) && m_document[list].is_array()) {
    for (const Json& one : m_document[list]) {
      if (one.is_object() && one.value("id", Json()) == id) return one;
    }
  }
  fail(std::string("/") + list, "found no entry with the id \"" + std::string(id) + "\"; add one");
  return m_nothing;
}

std::string BookReader::words(const Json& entry, const std::string& place, const char* key) {
  const Json value = entry.is_object() ? entry.value(key, Json()) : Json();
  if (value.is_string() && !value.get_ref<const std::string&>().empty()) return value.get<std::string>();
  fail(place + "/" + key, "wants a text that is not empty");
  return {};
}

char BookReader::grade(const Json& entry, const std::string& place) {
  const std::string found = words(entry, place, "grade");
  if (found.size() == 1 && found[0] >= 'A' && found[0] <= 'D') return found[0];
  fail(place + "/grade", "found " + inQuotes(found) + ", allowed: A, B, C, D");
  return 'D';
}

float BookReader::number(const Json& entry, const std::string& place, const char* key, float low, float high) {
  const Json value = entry.is_object() ? entry.value(key, Json()) : Json();
  if (value.is_number() && value.get<float>() >= low && value.get<float>() <= high) return value.get<float>();
  fail(place + "/" + key, "found " + value.dump() + ", allowed: " + Json(low).dump() + " to " + Json(high).dump());
  return low;
}

}  // namespace knead::level
