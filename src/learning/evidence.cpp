#include "learning/evidence.hpp"

#include "level/book_reader.hpp"

namespace knead::learning {
namespace {

using level::BookReader;
using Json = BookReader::Json;

Evidence evidenceOf(BookReader& reader, const Json& entry, const std::string& place) {
  Evidence e{reader.words(entry, place, "article"), reader.words(entry, place, "evidence"),
             reader.words(entry, place, "source"), reader.words(entry, place, "stop_sign")};
  e.grade = reader.grade(entry, place);
  return e;
}

}  // namespace

Result<EvidenceBook> readEvidence(const std::string& path) {
  Result<BookReader> opened = BookReader::open(path);
  if (!opened) return opened.error();
  BookReader& reader = opened.value();
  EvidenceBook book;
  for (std::size_t i = 0; i < book.pains.size(); ++i) {
    const std::string place = "/pains/" + std::string(level::kPainIds[i]);
    const Json& entry = reader.entry("pains", level::kPainIds[i]);
    book.pains[i] = {reader.words(entry, place, "looks"), reader.words(entry, place, "best"),
                     reader.words(entry, place, "also"), evidenceOf(reader, entry, place)};
  }
  for (std::size_t i = 0; i < book.techniques.size(); ++i) {
    const Json& entry = reader.entry("techniques", level::kTechniqueIds[i]);
    book.techniques[i] = evidenceOf(reader, entry, "/techniques/" + std::string(level::kTechniqueIds[i]));
  }
  const Json list = reader.list("simplified");
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string place = "/simplified/" + std::to_string(i);
    book.simplified.push_back({reader.words(list[i], place, "what"), reader.words(list[i], place, "value"),
                               reader.words(list[i], place, "research")});
  }
  if (reader.problem()) return *reader.problem();
  return book;
}

}  // namespace knead::learning
