// The simulated learner: it starts by chance, the campaign teaches it, and the quiz tells it from those who only seem
// to learn. Bounds are far from the medians of docs/learner.md.
#include <algorithm>

#include "cli/ran.hpp"
#include "cli/study/everyday_language.hpp"
#include "cli/study/learner_days.hpp"

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
  const Seen stiff{"A", "", "bending stops early", {"a firm stop"}, 90};
  const Seen alike{"B", "", "", {"the stop is firm"}, 90};
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

TEST_CASE("a little English knows what belongs together and what a no denies", "[cli]") {
  const auto meanings = meaningsOf("Chilly, no tender spot; the icy back");
  const auto has = [&meanings](const char* one) {
    return std::find(meanings.begin(), meanings.end(), one) != meanings.end();
  };
  CHECK(has("=cold"));
  CHECK(has(stemsOf("chilly").front().c_str()));
  CHECK(has("!tender"));
  CHECK(has("!=spot"));
  CHECK_FALSE(has("tender"));
  CHECK_FALSE(has("!=cold"));  // the part of the sentence has ended
  CHECK(meaningsOf("").empty());
}

template <typename Sorter>
void tellsKindsApart() {
  Sorter sorter;
  const auto answer = [&sorter](const std::vector<std::string>& words) {
    const Kinds share = sorter.likely(words);
    return static_cast<std::size_t>(std::max_element(share.begin(), share.end()) - share.begin());
  };
  sorter.met(0, {"back", "cold"});
  sorter.met(1, {"back", "short"});
  sorter.met(kDoctor, {"back", "fever"});
  CHECK(answer({"back", "cold", "unheard"}) == 0);
  CHECK(answer({"back", "short"}) == 1);
  CHECK(answer({"fever"}) == kDoctor);
}
TEST_CASE("sorters tell kinds apart by their words", "[cli]") {
  tellsKindsApart<PainSorter>();
  tellsKindsApart<PractisedSorter>();
}

TEST_CASE("what helped one of a kind helps another, by how likely each kind is", "[cli]") {
  WhatHelped helped;
  Kinds share{};
  CHECK(helped.scores(share) == AnswerScores{});
  AnswerScores pack{}, stretch{};
  pack[static_cast<std::size_t>(Technique::Pack)] = 2.0;
  stretch[static_cast<std::size_t>(Technique::Stretch)] = 1.0;
  helped.told(0, pack);
  helped.told(1, stretch);
  share[0] = 0.3;
  share[1] = 0.7;
  const AnswerScores scores = helped.scores(share);
  CHECK(std::max_element(scores.begin(), scores.end()) - scores.begin() == static_cast<int>(Technique::Stretch));
}

TEST_CASE("stories that are kept back come in no review and on no day", "[cli]") {
  const auto world = readWorld(KNEAD_SOURCE_DATA_DIR "/levels");
  REQUIRE(world);
  REQUIRE(world.value().others.size() == world.value().material.stories.size());
  for (std::size_t i = 0; i < world.value().others.size(); ++i)
    CHECK(world.value().others[i].person.words == world.value().material.stories[i].words);
  ExpertHands hands(7);
  const auto answersOf = [&](bool keepAll) {
    Apprentice player(Mind::Unmoved, 7);
    Days days(
        world.value(), [keepAll](std::size_t) { return keepAll; }, keepAll, hands);
    days.play(player, 20800);
    return days.answers();
  };
  CHECK(answersOf(true) == 0);
  CHECK(answersOf(false) > 30);  // who is mostly wrong is asked every day
}

TEST_CASE("the campaign teaches who attends to signs, and the quiz shows who does not", "[cli]") {
  const Ran ran = cli({"study", "learner", "--seeds", "501..503", "--jobs", "2", "--kinds",
                       "learner,sorter,student,names,habit,unmoved", "--json"});
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
  // What is learnt holds for stories that were kept back, and nobody profits who only seems to learn.
  CHECK(value("student", "kept_alone", "least") > 0.7);
  CHECK(value("student", "kept_reviews", "least") > 0.55);
  for (const char* wrong : {"names", "habit", "unmoved"}) {
    CHECK(value(wrong, "kept_reviews", "median") < 0.45);
    CHECK(value(wrong, "quiz_pains_reviews", "median") + 2 <= value("student", "quiz_pains_reviews", "median"));
  }
  CHECK(cli({"study", "learner", "--kinds", "genius"}).code == 2);
}
