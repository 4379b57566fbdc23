#include "story/people.hpp"

#include <algorithm>

#include "level/book_reader.hpp"
#include "level/level_json.hpp"

namespace knead::story {
namespace {

using level::BookReader;
using Json = BookReader::Json;
constexpr int kYoungest = 18, kOldest = 110;

Someone someoneOf(BookReader& reader, const Json& entry, const std::string& place) {
  Someone one;
  one.id = reader.words(entry, place, "id");
  one.name = reader.words(entry, place, "name");
  one.job = reader.words(entry, place, "job");
  one.about = reader.words(entry, place, "about");
  one.age = static_cast<int>(reader.number(entry, place, "age", kYoungest, kOldest));
  const std::string hair = reader.words(entry, place, "hair");
  const auto at = std::find(kHairIds.begin(), kHairIds.end(), hair);
  if (at == kHairIds.end())
    reader.fail(place + "/hair",
                "found " + level::inQuotes(hair) + ", allowed: bun, cap, long, curls, short, scarf, braid, bald");
  else
    one.hair = static_cast<Hair>(at - kHairIds.begin());
  const Json build = entry.is_object() ? entry.value("build", Json::object()) : Json::object();
  one.build = {reader.number(build, place + "/build", "shoulders", kLeastBuild, kMostBuild),
               reader.number(build, place + "/build", "waist", kLeastBuild, kMostBuild),
               reader.number(build, place + "/build", "hips", kLeastBuild, kMostBuild)};
  one.voice = reader.number(entry, place, "voice", 0, 1);
  return one;
}

}  // namespace

const Someone* People::find(std::string_view id) const {
  const auto at = std::find_if(m_all.begin(), m_all.end(), [id](const Someone& one) { return one.id == id; });
  return at == m_all.end() ? nullptr : &*at;
}

Someone People::who(const level::Person& person) const {
  if (const Someone* known = person.id.empty() ? nullptr : find(person.id)) return *known;
  Someone stranger;
  stranger.name = person.name;
  unsigned sum = 0;
  for (const char c : person.name) sum = sum * 31U + static_cast<unsigned char>(c);
  stranger.hair = static_cast<Hair>(sum % kHairIds.size());
  return stranger;
}

Result<People> readPeople(const std::string& path) {
  Result<BookReader> opened = BookReader::open(path);
  if (!opened) return opened.error();
  BookReader& reader = opened.value();
  const Json list = reader.list("people");
  std::vector<Someone> all;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string place = "/people/" + std::to_string(i);
    all.push_back(someoneOf(reader, list[i], place));
    for (std::size_t k = 0; k < i; ++k) {
      if (all[k].id == all[i].id)
        reader.fail(place + "/id",
                    "found " + level::inQuotes(all[i].id) + " a second time; give each an id of its own");
    }
  }
  if (reader.problem()) return *reader.problem();
  return People(std::move(all));
}

}  // namespace knead::story
