// The record brings an answer to where it belongs, is kept to the last bit, and refuses what no play leaves behind.
#include "learning/record.hpp"
#include "core/random.hpp"
#include "learning/sample_quiz.hpp"
#include "support/catch.hpp"
#if KNEAD_HAVE_RAPIDCHECK
#include <rapidcheck.h>
#endif

using namespace knead;
using namespace knead::learning;
using level::Pain;
using level::Technique;
using nlohmann::json;

namespace {

level::Intake kneadingFirst() {
  level::Intake intake;
  intake.first = {Technique::Petrissage};
  intake.also = {Technique::Effleurage};
  intake.avoid = {Technique::Friction};
  return intake;
}

void answer(Record& record, int day, const Prediction& said, const level::Intake& intake = kneadingFirst()) {
  record.answered({day, "dough", "Bram", Pain::Doms, said, false, 0}, intake,
                  knead::testing::shippedBook().of(Pain::Doms));
}

std::optional<Technique> anyTechnique(Random& random) {
  const std::uint32_t drawn = random.below(level::kTechniqueCount + 1);
  if (drawn == level::kTechniqueCount) return std::nullopt;
  return static_cast<Technique>(drawn);
}

// A record after so many sessions of chance.
Record lived(std::uint64_t seed, int sessions) {
  Random random(seed);
  Record record;
  if (random.below(2) == 0) record.drawQuizOrder(seed);
  for (int i = 0; i < sessions; ++i) {
    record.sessionBegun();
    AnsweredIntake one{20000 + i / 3, "level-" + std::to_string(i % 30), "Zoë, \"the\" baker", {}, {}, false, 0};
    one.pain = static_cast<Pain>(random.below(level::kPainCount));
    one.said.first = anyTechnique(random);
    one.said.also = anyTechnique(random);
    one.said.avoid = anyTechnique(random);
    one.said.refer = random.below(8) == 0;
    one.hints = random.below(2) == 0;
    one.options = static_cast<int>(random.below(13));
    level::Intake intake = kneadingFirst();
    intake.refer = random.below(8) == 0;
    record.answered(one, intake, knead::testing::shippedBook().of(one.pain));
  }
  const QuizBank bank = knead::testing::sampleBank();
  for (const QuizKind kind : {QuizKind::Before, QuizKind::After}) {
    QuizResult result{record.formOf(kind), kind, 20000, {}};
    for (const std::size_t at : bank.order(result.form, seed)) {
      const std::uint32_t drawn = random.below(5);
      result.answers.push_back(answerOf(bank.items[at], drawn < 4 ? bank.items[at].options[drawn] : Choice::None));
    }
    record.take(result);
  }
  return record;
}

// Through the text of a file and back.
Result<Record> throughText(const Record& record) {
  return Record::fromJson(json::parse(record.toJson().dump(2)), "learning.json");
}

}  // namespace

TEST_CASE("an answered intake goes to mastery, queue, confusions and log", "[learning]") {
  Record record;
  record.sessionBegun();
  answer(record, 20000, {false, Technique::Petrissage, Technique::Towel, {}});
  CHECK(record.mastery().of(Pain::Doms, Technique::Petrissage).right == 1);
  CHECK(record.mastery().of(Pain::Doms, Technique::Towel).wrong == 1);
  CHECK(record.mastery().of(Pain::Doms, Technique::Effleurage).wrong == 1);
  CHECK(record.review().of(Card::of(Pain::Doms)) == CardState{1, 20000, 1});
  CHECK(record.confusion().of(Pain::Doms, choiceOf(Technique::Petrissage)) == Confusion::Cell{1, 0});
  REQUIRE(record.log().size() == 2);
  CHECK(record.log()[0] ==
        LogEntry{20000, "dough", "Bram", Pain::Doms, Question::First, choiceOf(Technique::Petrissage), true, false});
  CHECK(record.log()[1].question == Question::Also);
  CHECK_FALSE(record.log()[1].right);
  CHECK(record.dueCards(20000).empty());
  record.sessionBegun();
  CHECK(record.dueCards(20001).size() == 1);
}

TEST_CASE("an empty intake tells of nothing but a missed stop sign", "[learning]") {
  Record record;
  answer(record, 1, {});
  CHECK(record.mastery() == Mastery());
  CHECK(record.review() == ReviewQueue());
  CHECK(record.log().empty());
  CHECK(record.confusion().of(Pain::Doms, Choice::None) == Confusion::Cell{1, 1});
  level::Intake refer;
  refer.refer = true;
  answer(record, 1, {}, refer);
  CHECK(record.mastery().refer().wrong == 1);
  REQUIRE(record.log().size() == 1);
  CHECK(record.log()[0].question == Question::Refer);
  CHECK(record.log()[0].answer == Choice::None);
  answer(record, 2, {true, {}, {}, {}}, refer);
  CHECK(record.mastery().refer().right == 1);
  CHECK(record.log()[1].right);
  CHECK(record.review().of(Card::refer()).box == 1);
  CHECK(record.review().of(Card::of(Pain::Doms)).box == 0);
}

TEST_CASE("a referral without need is a confusion", "[learning]") {
  Record record;
  answer(record, 1, {true, {}, {}, {}});
  CHECK(record.mastery().refer().wrong == 1);
  CHECK(record.confusion().mostFrequent(Pain::Doms) == Choice::Refer);
  CHECK(record.review().of(Card::refer()).box == 1);
}

TEST_CASE("the number of options decides what a right answer is worth", "[learning]") {
  Record few;
  Record many;
  const AnsweredIntake one{1, "dough", "Bram", Pain::Doms, {false, Technique::Petrissage, {}, {}}, false, 2};
  AnsweredIntake other = one;
  other.options = 12;
  few.answered(one, kneadingFirst(), knead::testing::shippedBook().of(Pain::Doms));
  many.answered(other, kneadingFirst(), knead::testing::shippedBook().of(Pain::Doms));
  CHECK(few.mastery().of(Pain::Doms, Technique::Petrissage).p == traced(kKnownAtFirst, true, 0.5F));
  CHECK(many.mastery().of(Pain::Doms, Technique::Petrissage).p == traced(kKnownAtFirst, true, guessOf(12)));
}

TEST_CASE("confusions are counted, and the most frequent wrong choice is named", "[learning]") {
  Confusion confusion;
  CHECK_FALSE(confusion.mostFrequent(Pain::Stress).has_value());
  const auto add = [&](Choice choice, bool right, int times) {
    for (int i = 0; i < times; ++i) confusion.add(Pain::Stress, choice, right);
  };
  add(choiceOf(Technique::Effleurage), true, 9);
  add(Choice::None, false, 5);
  CHECK_FALSE(confusion.mostFrequent(Pain::Stress).has_value());
  add(choiceOf(Technique::Stretch), false, 2);
  add(choiceOf(Technique::Friction), false, 2);
  CHECK(confusion.mostFrequent(Pain::Stress) == choiceOf(Technique::Friction));
  add(Choice::Refer, false, 3);
  CHECK(confusion.mostFrequent(Pain::Stress) == Choice::Refer);
  CHECK(confusion.of(Pain::Stress, choiceOf(Technique::Stretch)) == Confusion::Cell{2, 2});
  CHECK(confusion.total(Pain::Stress) == Confusion::Cell{21, 12});
  confusion.add(Pain::Doms, Choice::Refer, true);
  CHECK(confusion.total(Pain::Doms) == Confusion::Cell{1, 0});
  CHECK(confusion.total(Pain::Stress) == Confusion::Cell{21, 12});
  CHECK_FALSE(confusion.mostFrequent(Pain::Doms).has_value());
}

TEST_CASE("the log forgets the oldest, and its file has room for the largest", "[learning]") {
  Record record;
  const std::string longName(500, 'x');
  for (int i = 0; i < static_cast<int>(kLogKept) + 3; ++i) {
    record.answered({i, longName, longName, Pain::ChronicLowBack, {false, Technique::TriggerPoint, {}, {}}, false, 0},
                    kneadingFirst(), knead::testing::shippedBook().of(Pain::ChronicLowBack));
  }
  REQUIRE(record.log().size() == kLogKept);
  CHECK(record.log().front().day == 3);
  CHECK(record.log().back().day == static_cast<int>(kLogKept) + 2);
  CHECK(record.log().front().person.size() == kMostNameBytes);
  CHECK(record.toJson().dump(2).size() < kRecordFileLimit);
  CHECK(throughText(record).value() == record);
}

TEST_CASE("a long name is cut between letters", "[learning]") {
  Record record;
  std::string name(kMostNameBytes - 1, 'x');
  name += "é!";
  record.answered({1, "dough", name, Pain::Doms, {false, Technique::Petrissage, {}, {}}, false, 0}, kneadingFirst(),
                  knead::testing::shippedBook().of(Pain::Doms));
  CHECK(record.log().back().person == std::string(kMostNameBytes - 1, 'x'));
}

TEST_CASE("the order of the forms is drawn once", "[learning]") {
  int otherWay = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Record record;
    record.drawQuizOrder(seed);
    const Form first = record.formOf(QuizKind::Before);
    if (first == Form::B) ++otherWay;
    for (std::uint64_t again = 0; again < 10; ++again) record.drawQuizOrder(again);
    CHECK(record.formOf(QuizKind::Before) == first);
    CHECK(record.formOf(QuizKind::After) != first);
  }
  CHECK(otherWay > 30);
  CHECK(otherWay < 70);
}

TEST_CASE("the record knows which quiz is due", "[learning]") {
  Record record;
  CHECK(record.dueQuiz(0, 1) == QuizKind::Before);
  for (int i = 0; i < 3; ++i) record.sessionBegun();
  CHECK_FALSE(record.dueQuiz(0, 1).has_value());
  CHECK(record.dueQuiz(20, 1) == QuizKind::After);
}

TEST_CASE("a record comes back as it was kept, to the last bit", "[learning]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Record record = lived(seed, 200);
    const auto again = throughText(record);
    REQUIRE(again.ok());
    CHECK(again.value() == record);
    CHECK(again.value().toJson() == record.toJson());
  }
  CHECK(throughText(Record()).value() == Record());
  CHECK_FALSE(lived(1, 50) == lived(1, 51));
}

#if KNEAD_HAVE_RAPIDCHECK
TEST_CASE("a record comes back, as a property", "[learning]") {
  CHECK(rc::check("fromJson(toJson(x)) == x", [](std::uint64_t seed) {
    const Record record = lived(seed, static_cast<int>(seed % 60));
    RC_ASSERT(throughText(record).value() == record);
  }));
}
#endif

TEST_CASE("chances are kept as the shortest decimal, and any float survives", "[learning]") {
  Record record;
  answer(record, 1, {false, Technique::Petrissage, {}, {}});
  json document = record.toJson();
  document["skills"]["doms/petrissage"]["p"] = 0.2;
  const Record again = Record::fromJson(document, "f").value();
  CHECK(again.mastery().of(Pain::Doms, Technique::Petrissage).p == 0.2F);
  CHECK(again.toJson()["skills"]["doms/petrissage"]["p"].dump() == "0.2");
  Random random(3);
  for (int i = 0; i < 20000; ++i) {
    // A chance of any size, small ones as well.
    float p = random.unit();
    for (std::uint32_t k = random.below(40); k > 0; --k) p *= 0.5F;
    document["skills"]["doms/petrissage"]["p"] = static_cast<double>(p);
    const Record read = Record::fromJson(document, "f").value();
    const Record back = Record::fromJson(json::parse(read.toJson().dump()), "f").value();
    REQUIRE(back.mastery().of(Pain::Doms, Technique::Petrissage).p == p);
  }
}

TEST_CASE("missing keys are the first values, unknown ones are passed over", "[learning]") {
  CHECK(Record::fromJson(json::object(), "f").value() == Record());
  const json document =
      json::parse(R"({"schema":1,"from_tomorrow":[1],"skills":{"refer":{"p":0.5,"right":1}},"answers":[)"
                  R"({"pain":"doms","question":"first","answer":"pack"}],"review":{"doms":{"box":2}},"quizzes":[)"
                  R"({"form":"C","kind":"later"}]})");
  const auto record = Record::fromJson(document, "f");
  REQUIRE(record.ok());
  CHECK(record.value().mastery().refer().p == 0.5F);
  CHECK(record.value().log().size() == 1);
  CHECK(record.value().review().of(Card::of(Pain::Doms)) == CardState{2, 0, 0});
  CHECK(record.value().quizzes()[0].form == Form::C);
  CHECK(record.value().quizzes()[0].painsRight() == 0);
}

TEST_CASE("what no play leaves behind is refused with its place", "[learning]") {
  struct Case {
    const char* document;
    const char* says;
  };
  const std::vector<Case> cases = {
      {R"([])", "r.json: found \"[]\"; allowed: an object"},
      {R"({"sessions":-1})", "r.json: /sessions: found \"-1\"; allowed: a whole number from 0 to 1000000"},
      {R"({"sessions":1.5})", "r.json: /sessions"},
      {R"({"sessions":18446744073709551615})", "r.json: /sessions"},
      {R"({"sessions":"3"})", "r.json: /sessions: found \"3\""},
      {R"({"skills":[]})", "r.json: /skills: found \"[]\"; allowed: an object"},
      {R"({"skills":{"doms/petrissage":7}})", "r.json: /skills/doms~1petrissage: found \"7\""},
      {R"({"skills":{"doms/petrissage":{"p":1.01}}})", "r.json: /skills/doms~1petrissage/p: found \"1.01\""},
      {R"({"skills":{"doms/petrissage":{"p":-0.1}}})", "r.json: /skills/doms~1petrissage/p"},
      {R"({"skills":{"doms/petrissage":{"p":"0.5"}}})", "r.json: /skills/doms~1petrissage/p"},
      {R"({"skills":{"doms/petrissage":{"p":null}}})", "r.json: /skills/doms~1petrissage/p"},
      {R"({"skills":{"refer":{"right":1000001}}})", "r.json: /skills/refer/right"},
      {R"({"skills":{"refer":{"wrong":-1}}})", "r.json: /skills/refer/wrong"},
      {R"({"skills":{"refer":{"first_right_day":9,"last_right_day":8}}})", "r.json: /skills/refer/last_right_day"},
      {R"({"skills":{"doms":{}}})", "r.json: /skills/doms: found \"doms\"; allowed: \"pain/technique\""},
      {R"({"skills":{"doms/hammer":{}}})", "r.json: /skills/doms~1hammer"},
      {R"({"skills":{"head/pack":{}}})", "r.json: /skills/head~1pack"},
      {R"({"review":{"doms":{"box":6}}})",
       "r.json: /review/doms/box: found \"6\"; allowed: a whole number from 0 to 5"},
      {R"({"review":{"doms":{"day":1000001}}})", "r.json: /review/doms/day"},
      {R"({"review":{"doms":{"session":-1}}})", "r.json: /review/doms/session"},
      {R"({"review":{"head":{}}})", "r.json: /review/head"},
      {R"({"review":{"doms":[]}})", "r.json: /review/doms"},
      {R"({"confusion":{"head":{}}})", "r.json: /confusion/head"},
      {R"({"confusion":{"doms":{"hammer":{}}}})", "r.json: /confusion/doms/hammer"},
      {R"({"confusion":{"doms":{"pack":{"count":1,"wrong":2}}}})", "r.json: /confusion/doms/pack/wrong"},
      {R"({"confusion":{"doms":{"pack":3}}})", "r.json: /confusion/doms/pack"},
      {R"({"quiz_other_way_round":1})", "r.json: /quiz_other_way_round: found \"1\"; allowed: true or false"},
      {R"({"quizzes":{}})", "r.json: /quizzes"},
      {R"({"quizzes":[{"form":"E","kind":"before"}]})", "r.json: /quizzes/0/form"},
      {R"({"quizzes":[{"form":"A"}]})", "r.json: /quizzes/0/kind: found \"null\""},
      {R"({"quizzes":[{"form":"A","kind":"before","answers":[{"choice":"hammer"}]}]})",
       "r.json: /quizzes/0/answers/0/choice"},
      {R"({"quizzes":[{"form":"A","kind":"before","answers":[1,2,3,4,5,6,7,8,9,10,11,12,13]}]})",
       "r.json: /quizzes/0/answers: found \"13\""},
      {R"({"answers":[{"pain":"head","question":"first","answer":"pack"}]})", "r.json: /answers/0/pain"},
      {R"({"answers":[{"pain":"doms","question":"why","answer":"pack"}]})", "r.json: /answers/0/question"},
      {R"({"answers":[{"pain":"doms","question":"first"}]})", "r.json: /answers/0/answer"},
      {R"({"answers":[{"pain":"doms","question":"first","answer":"pack","right":1}]})", "r.json: /answers/0/right"},
      {R"({"answers":[{"pain":"doms","question":"first","answer":"pack","day":-3}]})", "r.json: /answers/0/day"},
      {R"({"answers":[{"pain":"doms","question":"first","answer":"pack","level":3}]})", "r.json: /answers/0/level"},
      {R"({"answers":[3]})", "r.json: /answers/0"},
  };
  for (const Case& one : cases) {
    INFO(one.document);
    const auto record = Record::fromJson(json::parse(one.document), "r.json");
    REQUIRE_FALSE(record.ok());
    INFO(record.error().text());
    CHECK(record.error().text().rfind(one.says, 0) == 0);
  }
}
