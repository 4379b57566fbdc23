// Reads the entries of a book (assets/*.json: techniques, evidence, people) and remembers the first thing that is wrong
// with them, so that a reader can ask for everything and look for a mistake once at the end.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.hpp"

namespace knead::level {

class BookReader {
 public:
  using Json = nlohmann::json;
  // Strict JSON of at most kMaxJsonBytes.
  [[nodiscard]] static Result<BookReader> open(const std::string& path);

  [[nodiscard]] const Json& document() const { return m_document; }
  [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }
  void fail(const std::string& place, std::string what);

  // The list of the document; empty, and a problem, if there is none.
  [[nodiscard]] Json list(const char* name);
  // The entry of `list` with this id.
  [[nodiscard]] const Json& entry(const char* list, std::string_view id);
  // A text that is not empty.
  [[nodiscard]] std::string words(const Json& entry, const std::string& place, const char* key);
  // A, B, C or D.
  [[nodiscard]] char grade(const Json& entry, const std::string& place);
  // A number from `low` to `high`; `low` if it is none.
  [[nodiscard]] float number(const Json& entry, const std::string& place, const char* key, float low, float high);

 private:
  BookReader(std::string path, Json document) : m_path(std::move(path)), m_document(std::move(document)) {}
  std::string m_path;
  Json m_document, m_nothing;
  std::optional<Error> m_problem;
};

}  // namespace knead::level
