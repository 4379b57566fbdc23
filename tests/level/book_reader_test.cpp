// Books of the game: the first thing wrong is remembered with its place, and what is asked for comes back harmless.
#include "level/book_reader.hpp"

#include <fstream>

#include "support/catch.hpp"
#include "support/fresh_folder.hpp"

using namespace knead;
using level::BookReader;
using nlohmann::json;

namespace {

std::string written(const std::string& text) {
  static const std::string folder = testing::freshFolder("level-book");
  const std::string path = folder + "/book.json";
  std::ofstream(path, std::ios::binary) << text;
  return path;
}
BookReader bookOf(const json& document) {
  auto book = BookReader::open(written(document.dump()));
  REQUIRE(book.ok());
  return std::move(book).value();
}
// Place and words of the problem; empty if there is none.
std::string problemOf(const BookReader& book) {
  return book.problem() ? book.problem()->place + ": " + book.problem()->what : "";
}

}  // namespace

TEST_CASE("a book that is not there or is no JSON does not open", "[book]") {
  CHECK(BookReader::open(testing::freshFolder("level-no-book") + "/none.json").error().what.find("cannot be opened") ==
        0);
  CHECK_FALSE(BookReader::open(written("{")).ok());
  CHECK_FALSE(BookReader::open(written(std::string(300'000, ' '))).ok());
  CHECK(BookReader::open(written("{}")).ok());
}

TEST_CASE("the list of a book has something in it", "[book]") {
  BookReader good = bookOf({{"people", {1, 2}}});
  CHECK(good.list("people").size() == 2);
  CHECK(problemOf(good).empty());
  for (const json& bad :
       {json{{"people", json::array()}}, json{{"people", 7}}, json::object(), json::array({1}), json(7)}) {
    BookReader book = bookOf(bad);
    INFO(bad.dump());
    CHECK(book.list("people") == json::array());
    CHECK(problemOf(book) == "/people: wants a list that is not empty");
  }
}

TEST_CASE("an entry is found by its id", "[book]") {
  BookReader good =
      bookOf({{"list", {{{"id", "a"}, {"x", 1}}, "no entry", {{"x", 3}}, {{"id", 5}}, {{"id", "b"}, {"x", 2}}}}});
  CHECK(good.entry("list", "b")["x"] == 2);
  CHECK(good.entry("list", "a")["x"] == 1);
  CHECK(problemOf(good).empty());
  CHECK(good.entry("list", "c").is_null());
  CHECK(problemOf(good) == "/list: found no entry with the id \"c\"; add one");
  for (const json& bad : {json{{"list", 7}}, json::object(), json::array()}) {
    BookReader book = bookOf(bad);
    CHECK(book.entry("list", "a").is_null());
    CHECK(problemOf(book) == "/list: found no entry with the id \"a\"; add one");
  }
}

TEST_CASE("words, grades and numbers of an entry are asked for one by one", "[book]") {
  BookReader book = bookOf(json::object());
  const json entry = {{"words", "A sentence."}, {"grade", "B"},  {"low", "A"}, {"high", "D"}, {"empty", ""},
                      {"number", 4.5},          {"text", "4.5"}, {"from", 1},  {"to", 9},     {"list", {"x"}}};
  CHECK(book.words(entry, "/e", "words") == "A sentence.");
  CHECK(book.grade(entry, "/e") == 'B');
  CHECK(book.grade({{"grade", "A"}}, "/e") == 'A');
  CHECK(book.grade({{"grade", "D"}}, "/e") == 'D');
  CHECK(book.number(entry, "/e", "number", 1, 9) == Approx(4.5));
  CHECK(book.number(entry, "/e", "from", 1, 9) == 1);
  CHECK(book.number(entry, "/e", "to", 1, 9) == 9);
  CHECK(problemOf(book).empty());

  const auto said = [](const auto& ask) {
    BookReader fresh = bookOf(json::object());
    ask(fresh);
    return problemOf(fresh);
  };
  for (const json& bad : {json(entry), json(7), json::array(), json(nullptr)})
    CHECK(said([&](BookReader& b) { CHECK(b.words(bad, "/e", "none").empty()); }) ==
          "/e/none: wants a text that is not empty");
  CHECK(said([&](BookReader& b) { CHECK(b.words(entry, "/e", "empty").empty()); }) ==
        "/e/empty: wants a text that is not empty");
  CHECK(said([&](BookReader& b) { CHECK(b.words(entry, "/e", "list").empty()); }) ==
        "/e/list: wants a text that is not empty");
  for (const char* bad : {"E", "@", "AB", "b"})
    CHECK(said([&](BookReader& b) {
            CHECK(b.grade({{"grade", bad}}, "/e") == 'D');
          }) == "/e/grade: found \"" + std::string(bad) + "\", allowed: A, B, C, D");
  CHECK(said([&](BookReader& b) {
          CHECK(b.grade({{"grade", 1}}, "/e") == 'D');
        }) == "/e/grade: wants a text that is not empty");
  for (const json& bad : {json(.5), json(9.5), json("5"), json(nullptr)})
    CHECK(said([&](BookReader& b) {
            CHECK(b.number({{"n", bad}}, "/e", "n", 1, 9) == 1);
          }) == "/e/n: found " + bad.dump() + ", allowed: 1.0 to 9.0");
  CHECK(said([&](BookReader& b) { CHECK(b.number(7, "/e", "n", 1, 9) == 1); }) ==
        "/e/n: found null, allowed: 1.0 to 9.0");
}

TEST_CASE("a book remembers the first problem", "[book]") {
  BookReader book = bookOf(json::object());
  book.fail("/first", "is wrong");
  book.fail("/second", "is wrong too");
  CHECK(problemOf(book) == "/first: is wrong");
}
