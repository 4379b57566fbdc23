// The book of people: whole, of age, and looked up by the levels that name them.
#include <filesystem>
#include <fstream>

#include "level/catalogue.hpp"
#include "story/people.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::story;

namespace {
const std::string kData = KNEAD_SOURCE_DATA_DIR;

std::string errorOf(const std::string& text) {
  const std::string path = std::string(KNEAD_TEST_OUTPUT_DIR) + "/people.json";
  std::ofstream(path) << text;
  const auto read = readPeople(path);
  return read ? "" : read.error().text();
}
}  // namespace

TEST_CASE("the book has at least sixteen people, and each of a level is in it") {
  const auto people = readPeople(kData + "/assets/people.json");
  REQUIRE(people.ok());
  CHECK(people.value().all().size() >= 16);
  for (const level::LevelEntry& entry : level::readCatalogue(kData + "/levels").levels) {
    for (std::size_t i = 0; i < entry.level.people(); ++i) {
      const level::Person& person = entry.level.visit(i).person;
      const Someone* known = people.value().find(person.id);
      INFO(entry.level.id << ", " << person.name);
      REQUIRE(known != nullptr);
      CHECK(known->name == person.name);
    }
  }
}

TEST_CASE("a stranger looks the same every time, and is nobody of the book") {
  const People people;
  level::Person one;
  one.name = "Mara";
  CHECK(people.who(one).hair == people.who(one).hair);
  CHECK(people.who(one).id.empty());
  CHECK(people.who(one).build == Build{});
}

TEST_CASE("a broken book names its file and place") {
  CHECK(errorOf("{}").find("/people: wants a list") != std::string::npos);
  const auto with = [](const std::string& age, const std::string& hair, const std::string& waist) {
    return R"({"people":[{"id":"a","name":"A","job":"j","about":"b","age":)" + age + R"(,"hair":")" + hair +
           R"(","build":{"shoulders":1,"waist":)" + waist + R"(,"hips":1},"voice":0.5}]})";
  };
  CHECK(errorOf(with("30", "bun", "1")).empty());
  CHECK(errorOf(with("12", "bun", "1")).find("/people/0/age: found 12") != std::string::npos);
  CHECK(errorOf(with("30", "wig", "1")).find("/people/0/hair") != std::string::npos);
  CHECK(errorOf(with("30", "bun", "3")).find("/people/0/build/waist") != std::string::npos);
}
