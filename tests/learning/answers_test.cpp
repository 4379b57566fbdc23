// What an answered intake tells about pairs: each question, right, wrong, true elsewhere, and not answered.
#include "learning/answers.hpp"
#include "learning/choice.hpp"
#include "learning/sample_quiz.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::learning;
using level::Pain;
using level::Technique;

namespace {

// Soreness after effort: kneading first, stroking or vibration also, no friction, no tapping.
level::Intake soreBack() {
  level::Intake intake;
  intake.first = {Technique::Petrissage, Technique::Vibration};
  intake.also = {Technique::Effleurage};
  intake.avoid = {Technique::TriggerPoint, Technique::Stretch};
  return intake;
}

std::vector<Observation> seen(const Prediction& said, const level::Intake& intake = soreBack()) {
  static const level::TechniqueBook book = knead::testing::shippedBook();
  return observationsOf(Pain::Doms, book.of(Pain::Doms), intake, said);
}

Observation of(Technique technique, bool right, Question question) { return {Pain::Doms, technique, right, question}; }
using List = std::vector<Observation>;

}  // namespace

TEST_CASE("a right answer tells of the chosen pair", "[learning]") {
  CHECK(seen({false, Technique::Petrissage, {}, {}}) == List{of(Technique::Petrissage, true, Question::First)});
  CHECK(seen({false, Technique::Vibration, {}, {}}) == List{of(Technique::Vibration, true, Question::First)});
  CHECK(seen({false, {}, Technique::Effleurage, {}}) == List{of(Technique::Effleurage, true, Question::Also)});
  CHECK(seen({false, {}, {}, Technique::Stretch}) == List{of(Technique::Stretch, true, Question::Avoid)});
}

TEST_CASE("a wrong answer tells of the chosen pair and of the missed best one", "[learning]") {
  CHECK(seen({false, Technique::Friction, {}, {}}) ==
        List{of(Technique::Friction, false, Question::First), of(Technique::Petrissage, false, Question::First)});
  CHECK(seen({false, {}, Technique::Towel, {}}) ==
        List{of(Technique::Towel, false, Question::Also), of(Technique::Effleurage, false, Question::Also)});
  CHECK(seen({false, {}, {}, Technique::Effleurage}) == List{of(Technique::Effleurage, false, Question::Avoid)});
}

TEST_CASE("what the book bears out is not held against the chosen pair", "[learning]") {
  // Friction harms sore muscle; this level only does not speak of it.
  CHECK(seen({false, {}, {}, Technique::Friction}).empty());
  level::Intake intake = soreBack();
  intake.first = {Technique::Vibration};
  CHECK(seen({false, Technique::Petrissage, {}, {}}, intake) == List{of(Technique::Vibration, false, Question::First)});
  // Good is enough for "also", not for "first".
  CHECK(seen({false, {}, Technique::Vibration, {}}, intake) == List{of(Technique::Effleurage, false, Question::Also)});
  CHECK(seen({false, Technique::Effleurage, {}, {}}, intake) ==
        List{of(Technique::Effleurage, false, Question::First), of(Technique::Vibration, false, Question::First)});
}

TEST_CASE("without a list of first moves the book's best was missed", "[learning]") {
  level::Intake intake;
  CHECK(seen({false, Technique::Pack, {}, {}}, intake) ==
        List{of(Technique::Pack, false, Question::First), of(Technique::Petrissage, false, Question::First)});
  CHECK(seen({false, {}, Technique::Pack, {}}, intake) == List{of(Technique::Pack, false, Question::Also)});
}

TEST_CASE("three answers give three, none gives none", "[learning]") {
  CHECK(seen({}).empty());
  CHECK(seen({false, Technique::Petrissage, Technique::Effleurage, Technique::Stretch}).size() == 3);
}

TEST_CASE("to refer or not is a skill of its own", "[learning]") {
  const auto safety = [](bool right) { return List{{Pain::Doms, std::nullopt, right, Question::Refer}}; };
  level::Intake refer;
  refer.refer = true;
  CHECK(seen({true, {}, {}, {}}, refer) == safety(true));
  CHECK(seen({false, Technique::Petrissage, Technique::Effleurage, {}}, refer) == safety(false));
  CHECK(seen({}, refer) == safety(false));
  CHECK(seen({true, Technique::Petrissage, {}, {}}) == safety(false));
}

TEST_CASE("ids of choices, pains and back", "[learning]") {
  for (int i = 0; i < kChoiceCount; ++i) CHECK(choiceOf(idOf(static_cast<Choice>(i))) == static_cast<Choice>(i));
  CHECK(idOf(Choice::Refer) == "refer");
  CHECK(choiceOf(Technique::Pack) == choiceOf(std::string_view("pack")));
  CHECK(techniqueOf(choiceOf(Technique::Stone)) == Technique::Stone);
  CHECK_FALSE(techniqueOf(Choice::Refer).has_value());
  CHECK_FALSE(choiceOf(std::string_view("rolling pin")).has_value());
  CHECK(painOf("postural") == Pain::Postural);
  CHECK_FALSE(painOf("refer").has_value());
}
