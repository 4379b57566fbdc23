// The simulated learner: it starts by chance, the campaign teaches it, and the quiz tells it from those who only seem
// to learn. Bounds are far from the medians of docs/learner.md.
#include <algorithm>

#include "cli/ran.hpp"
#include "cli/study/learner_model.hpp"

using namespace knead::cli;
using knead::learning::Choice;
using knead::learning::choiceOf;
using knead::level::Technique;
using knead::testing::cli;
using knead::testing::Ran;

TEST_CASE("words are met by their stems, without the commonest", "[cli]") {
  CHECK(stemsOf("The kneading, the KNEADED; it is cold.") == std::vector<std::string>{"cold", "knead"});
  CHECK(stemsOf("").empty());
}

TEST_CASE("an apprentice learns from the verdict and the reasons, and from nothing else", "[cli]") {
  const std::vector<Choice> all = {choiceOf(Technique::Effleurage), choiceOf(Technique::Stretch),
                                   choiceOf(Technique::Pack)};
  const Seen stiff{"A", "bending stops early", {"a firm stop"}, 90};
  const Seen alike{"B", "", {"the stop is firm"}, 90};
  Told told;
  told.said = choiceOf(Technique::Pack);
  told.reasons.push_back({Technique::Stretch, true, "short muscle"});
  Apprentice learner(Mind::Learner, 1);
  learner.learn(stiff, told);
  CHECK(learner.guess(alike, all) == choiceOf(Technique::Stretch));
  Apprentice same(Mind::Same, 1);
  same.learn(stiff, told);
  CHECK(same.guess(alike, all) == choiceOf(Technique::Pack));
  // Who never learns goes on guessing.
  Apprentice unmoved(Mind::Unmoved, 1);
  unmoved.learn(stiff, told);
  bool other = false;
  for (int i = 0; i < 30; ++i) other = other || unmoved.guess(alike, all) != choiceOf(Technique::Stretch);
  CHECK(other);
}

TEST_CASE("a sorter tells kinds apart by their words and knows what helped each", "[cli]") {
  PainSorter sorter;
  const auto answer = [&sorter](const std::vector<std::string>& stems) {
    const AnswerScores scores = sorter.scores(stems);
    return static_cast<Choice>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  };
  CHECK(sorter.scores({"cold"}) == AnswerScores{});
  AnswerScores pack{}, stretch{}, doctor{};
  pack[static_cast<std::size_t>(Technique::Pack)] = 2.0;
  stretch[static_cast<std::size_t>(Technique::Stretch)] = 1.0;
  doctor[static_cast<std::size_t>(Choice::Refer)] = 3.0;
  sorter.met(0, {"back", "cold"});
  sorter.told(0, pack);
  sorter.met(1, {"back", "short"});
  sorter.told(1, stretch);
  sorter.met(PainSorter::kDoctor, {"back", "fever"});
  sorter.told(PainSorter::kDoctor, doctor);
  CHECK(answer({"back", "cold", "unheard"}) == choiceOf(Technique::Pack));
  CHECK(answer({"back", "short"}) == choiceOf(Technique::Stretch));
  CHECK(answer({"fever"}) == Choice::Refer);
}

TEST_CASE("the campaign teaches who attends to signs, and the quiz shows who does not", "[cli]") {
  const Ran ran = cli({"study", "learner", "--seeds", "501..505", "--jobs", "2", "--kinds",
                       "learner,sorter,names,habit,unmoved", "--json"});
  REQUIRE(ran.code == 0);
  const auto learners = ran.document().at("learners");
  const auto value = [&](const char* kind, const char* key, const char* which) {
    return learners.at(kind).at(key).at(which).get<double>();
  };
  // One in twelve by chance, somewhat more as several answers are right.
  CHECK(value("learner", "stories_before", "most") < 0.3);
  CHECK(value("learner", "stories_after", "least") > 0.4);
  CHECK(value("learner", "campaign_second", "least") > 0.75);
  CHECK(value("sorter", "stories_after", "least") > 0.55);
  // Signs say more than what helps in general.
  CHECK(value("learner", "stories_after", "least") > value("habit", "stories_after", "most") + 0.1);
  CHECK(value("unmoved", "campaign_second", "most") < 0.3);
  // Nine questions a form: one player's luck is large, so the quiz is judged by its median.
  CHECK(value("learner", "quiz_pains_after", "median") >= 5);
  CHECK(value("names", "quiz_pains_after", "median") + 2 <= value("learner", "quiz_pains_after", "median"));
  CHECK(cli({"study", "learner", "--kinds", "genius"}).code == 2);
}
