// The reader of stories takes the shipped ones and refuses each kind of broken one by its place.
#include <nlohmann/json.hpp>

#include "daily/material.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::daily;
using nlohmann::json;

namespace {

json story(const std::string& id, const std::string& pain) {
  return {{"id", id},     {"pain", pain},        {"place", "neck"},  {"role", "baker"},
          {"words", "w"}, {"signs", {"a", "b"}}, {"better", "good"}, {"worse", "bad"}};
}

// What the reader says of two stories with one value replaced; a null removes it.
std::string complaint(const char* pointer, const json& value) {
  json file = {{"stories", {story("one", "doms"), story("two", "stress")}}};
  const json::json_pointer at(pointer);
  if (value.is_null()) {
    file[at.parent_pointer()].erase(at.back());
  } else {
    file[at] = value;
  }
  const auto read = parseStories(file.dump(), "stories.json");
  return read ? "taken" : read.error().text();
}

}  // namespace

TEST_CASE("a whole file of stories is read", "[daily]") {
  json file = {{"stories", {story("one-fine-day", "doms"), story("two", "stress")}}};
  file["stories"][1]["refer"] = true;
  file["stories"][1]["sign"] = "see a doctor";
  const auto read = parseStories(file.dump(), "stories.json");
  REQUIRE(read);
  REQUIRE(read.value().size() == 2);
  const Story& first = read.value()[0];
  CHECK(first.pain == level::Pain::Doms);
  CHECK(first.place == Place::Neck);
  CHECK(first.signs == std::vector<std::string>{"a", "b"});
  CHECK_FALSE(first.refer);
  CHECK(titleOf(first) == "One fine day");
  CHECK(read.value()[1].refer);
  CHECK(read.value()[1].sign == "see a doctor");
}

TEST_CASE("a story that is not whole is refused with its place", "[daily]") {
  struct Case {
    const char* pointer;
    json value;
    const char* says;
  };
  const std::vector<Case> cases = {
      {"/stories/0/id", nullptr, "stories.json: /stories/0/id: found nothing; write a text"},
      {"/stories/0/id", "-x", "stories.json: /stories/0/id: found \"-x\"; allowed: a-z"},
      {"/stories/1/id", "one", "stories.json: /stories/1/id: found \"one\", which /stories/0 has already"},
      {"/stories/0/pain", "ache", "stories.json: /stories/0/pain: found \"ache\"; allowed: doms,"},
      {"/stories/1/pain", "doms", "stories.json: /stories: holds stories of fewer than two pains"},
      {"/stories/0/place", "knee", "stories.json: /stories/0/place: found \"knee\"; allowed: neck,"},
      {"/stories/0/signs", json::array(), "stories.json: /stories/0/signs: found \"[]\"; give one to four"},
      {"/stories/0/signs/1", 7, "stories.json: /stories/0/signs/1: found \"7\"; write a text"},
      {"/stories/0/refer", "yes", "stories.json: /stories/0/refer: found \"yes\"; allowed: true"},
      {"/stories/0/refer", true, "stories.json: /stories/0/sign: found nothing"},
      {"/stories/0/sign", "x", "stories.json: /stories/0/sign: is only for a story with \"refer\": true"},
      {"/stories/0/word", "x", "stories.json: /stories/0/word: is not a key of a story"},
      {"/stories/0", 3, "stories.json: /stories/0: found \"3\"; allowed: a story in braces"},
      {"/stories", json::array(), "stories.json: /stories: found \"[]\"; give a list"}};
  for (const Case& one : cases) {
    INFO(one.pointer << " = " << one.value.dump());
    const std::string said = complaint(one.pointer, one.value);
    CHECK(said.substr(0, std::string(one.says).size()) == one.says);
  }
}
