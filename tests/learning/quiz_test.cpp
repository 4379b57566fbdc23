// The reader of the quiz takes a whole one and refuses each kind of broken one by its place; shuffles lose nothing.
#include <algorithm>
#include <set>

#include "learning/sample_quiz.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::learning;
using nlohmann::json;

namespace {

// What the reader says of the sample with one value replaced; a null removes it.
std::string complaint(const char* pointer, const json& value) {
  json quiz = knead::testing::sampleQuiz(knead::testing::shippedBook());
  const json::json_pointer at(pointer);
  if (value.is_null()) {
    quiz[at.parent_pointer()].erase(at.back());
  } else {
    quiz[at] = value;
  }
  const auto read = parseQuiz(quiz.dump(), "quiz.json", knead::testing::shippedBook());
  return read ? "taken" : read.error().text();
}

bool startsWith(const std::string& text, const std::string& start) { return text.rfind(start, 0) == 0; }

}  // namespace

TEST_CASE("a whole quiz is read", "[learning]") {
  const QuizBank bank = knead::testing::sampleBank();
  REQUIRE(bank.items.size() == kFormCount * kFormItems);
  for (int f = 0; f < kFormCount; ++f) CHECK(bank.of(static_cast<Form>(f)).size() == kFormItems);
  const QuizItem& first = bank.items[0];
  CHECK(first.id == "A-doms");
  CHECK(first.pain == level::Pain::Doms);
  CHECK(first.right == choiceOf(level::Technique::Petrissage));
  CHECK(first.options[0] == first.right);
  CHECK_FALSE(first.safety());
  CHECK(bank.items[9].safety());
  CHECK(bank.items[9].right == Choice::Refer);
  CHECK(bank.items[47].form == Form::D);
}

TEST_CASE("a quiz that is not whole is refused with its place", "[learning]") {
  struct Case {
    const char* pointer;
    json value;
    const char* says;
  };
  const std::vector<Case> cases = {
      {"/items/0/id", "", "/items/0/id: found \"\"; write a text"},
      {"/items/0/id", nullptr, "/items/0/id: found nothing"},
      {"/items/5/id", "A-doms", "/items/5/id: found \"A-doms\", which /items/0 has already"},
      {"/items/2/story", 7, "/items/2/story: found \"7\""},
      {"/items/14/story", "Somebody new, A, with doms.", "/items/14/story: found"},
      {"/items/2/why", nullptr, "/items/2/why"},
      {"/items/2/form", "E", "/items/2/form: found \"E\"; allowed: A, B, C, D"},
      {"/items/2/pain", "toothache", "/items/2/pain: found \"toothache\""},
      {"/items/2/pain", nullptr, "/items/2: wants one of \"pain\" and \"safety\""},
      {"/items/2/safety", true, "/items/2: wants one of \"pain\" and \"safety\""},
      {"/items/9/safety", false, "/items/9/safety: found \"false\"; allowed: true"},
      {"/items/9/safety", 1, "/items/9/safety"},
      {"/items/2/sotry", "x", "/items/2/sotry: is not a key of an item"},
      {"/items/2", "x", "/items/2: found \"x\"; allowed: an item in braces"},
      {"/items/2/options", "pack", "/items/2/options: found \"pack\"; give 4"},
      {"/items/2/options", json::array({"pack", "stone", "towel"}), "/items/2/options: found"},
      {"/items/9/options/3", "hammer", "/items/9/options/3: found \"hammer\"; allowed: the id of a technique"},
      {"/items/9/options/3", "none", "/items/9/options/3: found \"none\""},
      {"/items/9/options/3", "pack", "/items/9/options/3: found \"pack\" a second time"},
      {"/items/9/right", "towel", "/items/9/right: found \"towel\", which is not among the options"},
      {"/items/9/right", nullptr, "/items/9/right: found nothing"},
      // Against the book: stroking helps sore muscle too; friction does not help it most; a doctor is not the answer.
      {"/items/0/options/1", "effleurage", "/items/0/options/1: \"effleurage\" helps \"doms\" too in the book"},
      {"/items/0/right", "friction", "/items/0/options/0: \"petrissage\" helps \"doms\" too"},
      {"/items/0/options/0", "vibration", "/items/0/right: found \"petrissage\", which is not among"},
      {"/items/0/form", "B", "/items: form A has 0 items for the pain \"doms\"; allowed: one each"},
      {"/items/1/pain", "doms", "/items/1/"},
      {"/items/9/form", "B", "/items: form A has 2 safety items; allowed: 3"},
      {"/items", json::object(), "/items: found no list of items"},
  };
  CHECK(complaint("/items/0/id", "another") == "taken");
  for (const Case& one : cases) {
    INFO(one.pointer << " = " << one.value);
    const std::string said = complaint(one.pointer, one.value);
    INFO(said);
    CHECK(startsWith(said, std::string("quiz.json: ") + one.says));
  }
  // An item more or less.
  json fewer = knead::testing::sampleQuiz(knead::testing::shippedBook());
  fewer["items"].erase(fewer["items"].begin() + 47);
  CHECK(parseQuiz(fewer.dump(), "quiz.json", knead::testing::shippedBook()).error().text() ==
        "quiz.json: /items: form D has 2 safety items; allowed: 3");
  json swapped = knead::testing::sampleQuiz(knead::testing::shippedBook());
  swapped["items"][0]["options"] = {"vibration", "friction", "stone", "pack"};
  swapped["items"][0]["right"] = "vibration";
  CHECK(parseQuiz(swapped.dump(), "quiz.json", knead::testing::shippedBook()).error().place == "/items/0/right");
  swapped["items"][0]["options"] = {"refer", "friction", "stone", "pack"};
  swapped["items"][0]["right"] = "refer";
  CHECK(parseQuiz(swapped.dump(), "quiz.json", knead::testing::shippedBook()).error().place == "/items/0/right");
  // As a wrong option it may stand there.
  swapped["items"][0]["options"] = {"petrissage", "friction", "refer", "pack"};
  swapped["items"][0]["right"] = "petrissage";
  CHECK(parseQuiz(swapped.dump(), "quiz.json", knead::testing::shippedBook()).ok());
}

TEST_CASE("text that is no quiz is refused, a file that is not there too", "[learning]") {
  CHECK_FALSE(parseQuiz("{\"items\":[],\"items\":[]}", "q", knead::testing::shippedBook()).ok());
  CHECK_FALSE(parseQuiz("[1,", "q", knead::testing::shippedBook()).ok());
  CHECK(parseQuiz("[]", "q", knead::testing::shippedBook()).error().place == "/items");
  CHECK(parseQuiz("{\"items\":[]}", "q", knead::testing::shippedBook()).error().place == "/items");
  const auto gone = readQuiz("no-such-quiz.json", knead::testing::shippedBook());
  REQUIRE_FALSE(gone.ok());
  CHECK(gone.error().text().find("no-such-quiz.json") == 0);
}

TEST_CASE("a seed gives one order of items and of options, and loses none", "[learning]") {
  const QuizBank bank = knead::testing::sampleBank();
  std::set<std::vector<std::size_t>> orders;
  std::array<int, kQuizOptions> rightAt{};
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    std::vector<std::size_t> order = bank.order(Form::B, seed);
    CHECK(order == bank.order(Form::B, seed));
    orders.insert(order);
    std::sort(order.begin(), order.end());
    CHECK(order == bank.of(Form::B));
    auto options = bank.options(3, seed);
    ++rightAt[static_cast<std::size_t>(std::find(options.begin(), options.end(), bank.items[3].right) -
                                       options.begin())];
    auto plain = bank.items[3].options;
    std::sort(options.begin(), options.end());
    std::sort(plain.begin(), plain.end());
    CHECK(options == plain);
  }
  CHECK(orders.size() > 190);
  for (const int count : rightAt) CHECK(count > 25);
}
