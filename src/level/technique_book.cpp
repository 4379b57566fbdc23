#include "level/technique_book.hpp"

#include "level/book_reader.hpp"

namespace knead::level {
namespace {

using Json = BookReader::Json;

Fit fitOf(BookReader& reader, const Json& entry, const std::string& place, std::string_view technique) {
  const Json fits = entry.is_object() ? entry.value("fit", Json()) : Json();
  const Json value = fits.is_object() ? fits.value(std::string(technique), Json()) : Json();
  if (value == "harm") return Fit::Harm;
  if (value.is_number_integer() && value >= 0 && value <= 3) return static_cast<Fit>(value.get<int>());
  reader.fail(place + "/fit/" + std::string(technique), "wants \"harm\" or a whole number from 0 to 3");
  return Fit::None;
}

}  // namespace

Result<TechniqueBook> readTechniqueBook(const std::string& path) {
  Result<BookReader> opened = BookReader::open(path);
  if (!opened) return opened.error();
  BookReader& reader = opened.value();
  TechniqueBook book;
  for (std::size_t i = 0; i < book.techniques.size(); ++i) {
    const std::string place = "/techniques/" + std::string(kTechniqueIds[i]);
    const Json& entry = reader.entry("techniques", kTechniqueIds[i]);
    book.techniques[i] = {reader.words(entry, place, "how"), reader.grade(entry, place),
                          reader.words(entry, place, "source")};
  }
  for (std::size_t i = 0; i < book.pains.size(); ++i) {
    const std::string place = "/pains/" + std::string(kPainIds[i]);
    const Json& entry = reader.entry("pains", kPainIds[i]);
    book.pains[i].why = reader.words(entry, place, "why");
    for (std::size_t t = 0; t < kTechniqueIds.size(); ++t)
      book.pains[i].fit[t] = fitOf(reader, entry, place, kTechniqueIds[t]);
  }
  if (reader.problem()) return *reader.problem();
  return book;
}

}  // namespace knead::level
