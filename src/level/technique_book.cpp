#include "level/technique_book.hpp"

#include <optional>

#include "core/file.hpp"
#include "level/level_json.hpp"

namespace knead::level {
namespace {

using Json = nlohmann::json;

// Reads entries and remembers the first thing that is wrong.
class BookReader {
 public:
  explicit BookReader(std::string path) : m_path(std::move(path)) {}

  [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

  // The entry of `list` with this id.
  const Json& entry(const Json& document, const char* list, std::string_view id) {
    if (document.is_object() && document.contains(list) && document[list].is_array()) {
      for (const Json& one : document[list]) {
        if (one.is_object() && one.value("id", Json()) == id) return one;
      }
    }
    fail(std::string("/") + list, "found no entry with the id \"" + std::string(id) + "\"; add one");
    return m_nothing;
  }

  std::string words(const Json& entry, const std::string& place, const char* key) {
    const Json value = entry.is_object() ? entry.value(key, Json()) : Json();
    if (value.is_string() && !value.get_ref<const std::string&>().empty()) return value.get<std::string>();
    fail(place + "/" + key, "wants a text that is not empty");
    return {};
  }

  char grade(const Json& entry, const std::string& place) {
    const std::string found = words(entry, place, "grade");
    if (found.size() == 1 && found[0] >= 'A' && found[0] <= 'D') return found[0];
    fail(place + "/grade", "found " + inQuotes(found) + ", allowed: A, B, C, D");
    return 'D';
  }

  Fit fit(const Json& entry, const std::string& place, std::string_view technique) {
    const Json fits = entry.is_object() ? entry.value("fit", Json()) : Json();
    const Json value = fits.is_object() ? fits.value(std::string(technique), Json()) : Json();
    if (value == "harm") return Fit::Harm;
    if (value.is_number_integer() && value >= 0 && value <= 3) return static_cast<Fit>(value.get<int>());
    fail(place + "/fit/" + std::string(technique), "wants \"harm\" or a whole number from 0 to 3");
    return Fit::None;
  }

 private:
  void fail(const std::string& place, std::string what) {
    if (!m_problem) m_problem = Error{m_path, place, std::move(what)};
  }
  std::string m_path;
  Json m_nothing;
  std::optional<Error> m_problem;
};

}  // namespace

Result<TechniqueBook> readTechniqueBook(const std::string& path) {
  const Result<std::string> text = readWholeFile(path, kMaxJsonBytes);
  if (!text) return text.error();
  const Result<Json> document = parseJson(text.value(), path);
  if (!document) return document.error();
  BookReader reader(path);
  TechniqueBook book;
  for (std::size_t i = 0; i < book.techniques.size(); ++i) {
    const std::string place = "/techniques/" + std::string(kTechniqueIds[i]);
    const Json& entry = reader.entry(document.value(), "techniques", kTechniqueIds[i]);
    book.techniques[i] = {reader.words(entry, place, "how"), reader.grade(entry, place),
                          reader.words(entry, place, "source")};
  }
  for (std::size_t i = 0; i < book.pains.size(); ++i) {
    const std::string place = "/pains/" + std::string(kPainIds[i]);
    const Json& entry = reader.entry(document.value(), "pains", kPainIds[i]);
    book.pains[i].why = reader.words(entry, place, "why");
    for (std::size_t t = 0; t < kTechniqueIds.size(); ++t)
      book.pains[i].fit[t] = reader.fit(entry, place, kTechniqueIds[t]);
  }
  if (reader.problem()) return *reader.problem();
  return book;
}

}  // namespace knead::level
