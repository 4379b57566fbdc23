// Today's back: the same for everybody, never the same twice in a year, always a level that stands every check, and
// won by the right hands.
#include <algorithm>
#include <map>
#include <set>

#include "bots/bot_input.hpp"
#include "core/date.hpp"
#include "core/hash.hpp"
#include "daily/ground.hpp"
#include "daily/material.hpp"
#include "daily/recipe.hpp"
#include "daily/sentences.hpp"
#include "level/level_check.hpp"
#include "level/level_reader.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::daily;
using knead::testing::shippedMaterial;

namespace {

constexpr int kFrom = 25000;  // 2038, a year that was not used for tuning

level::Level levelOfDay(int day) {
  const Result<level::Level> level = levelOf(day, shippedMaterial());
  INFO((level ? std::string("") : level.error().text()));
  REQUIRE(level);
  return level.value();
}

int starsOf(const level::Level& level, std::string_view name, std::uint64_t seed) {
  const std::unique_ptr<bots::Bot> bot = bots::makeBot(name, level, seed);
  sim::Session session(level, bots::setupOf(*bot, seed));
  bots::BotInput input(*bot);
  while (!session.ended()) session.tick(input.next(session));
  return session.score().stars;
}

}  // namespace

TEST_CASE("a day gives one level, and it is known by its content", "[daily]") {
  const level::Level one = levelOfDay(kFrom);
  CHECK(one.id == "today-" + dateOf(kFrom));
  CHECK(one.chapter == kChapter);
  CHECK(one.hash == levelOfDay(kFrom).hash);
  CHECK(one.hash != levelOfDay(kFrom + 1).hash);
  CHECK(dayOfId(one.id) == kFrom);
  CHECK_FALSE(dayOfId("first-touch").has_value());
  CHECK_FALSE(dayOfId("today-2026-02-30").has_value());
}

// If one of these changes, everybody's boards of past days are lost: only together with the rules, on purpose. With
// stories and cards of its own, so that a better word in the shipped ones does not fail it.
TEST_CASE("the draws of a day are the same everywhere and stay what they are", "[daily]") {
  Material material;
  for (std::size_t p = 0; p < level::kPainIds.size(); ++p) {
    const auto pain = static_cast<level::Pain>(p);
    const auto place = static_cast<Place>(p % kPlaceIds.size());
    material.stories.push_back({"story-" + std::to_string(p), pain, place, false, "", "r", "w", {"s"}, "b", "x"});
    material.book.pains[p].fit.fill(level::Fit::Good);
    material.book.pains[p].fit[static_cast<std::size_t>(level::Technique::Tapotement)] = level::Fit::Harm;
    material.evidence.pains[p] = {"l", "b", "o", {"a", "e", "s", "t", 'C'}};
  }
  material.order = orderOf(material.stories);
  Hash64 all;
  for (int day = 20780; day < 20780 + 60; ++day) {
    const Result<level::Level> one = levelOf(day, material);
    REQUIRE(one);
    all.addWord(one.value().hash);
  }
  CHECK(std::string(hexOf(all.value()).text) == "f176f37f5f2c9417");
}

TEST_CASE("every day of a year stands every check of a level", "[daily]") {
  for (int day = kFrom; day < kFrom + 365; ++day) {
    const level::Level one = levelOfDay(day);
    INFO(one.id);
    CHECK(level::checkLevel(one, one.id).empty());
    CHECK(level::lintLevel(levelText(day, shippedMaterial()), one.id).empty());
    CHECK(one.seconds >= 80);
    CHECK(one.seconds <= 150);
    const Story& story = storyOf(day, shippedMaterial());
    CHECK(one.pain == story.pain);
    CHECK(one.intake.refer == story.refer);
  }
}

TEST_CASE("no story comes back before all others were told, and never in the same form within a year", "[daily]") {
  const std::size_t stories = shippedMaterial().stories.size();
  REQUIRE(stories >= 40);
  std::map<std::string, int> last;
  std::set<std::pair<std::string, int>> forms;
  level::Pain before = storyOf(kFrom - 1, shippedMaterial()).pain;
  for (int day = kFrom; day < kFrom + 365; ++day) {
    const Story& story = storyOf(day, shippedMaterial());
    INFO(dateOf(day) << " " << story.id);
    CHECK(story.pain != before);
    before = story.pain;
    if (last.count(story.id) != 0) CHECK(day - last[story.id] >= static_cast<int>(stories));
    last[story.id] = day;
    CHECK(forms.insert({story.id, turnOf(day, shippedMaterial().order).form}).second);
  }
  CHECK(last.size() == stories);
}

TEST_CASE("forms differ in the back itself", "[daily]") {
  for (int day = kFrom; day < kFrom + 64; ++day) {
    const level::Level one = levelOfDay(day);
    for (int later = day + 64; later < day + 365; later += 64) {
      const level::Level other = levelOfDay(later);
      INFO(one.id << " " << other.id);
      REQUIRE(one.title == other.title);
      CHECK((one.seconds != other.seconds || (one.posture.lateral < 0) != (other.posture.lateral < 0)));
    }
  }
}

TEST_CASE("knots lie in muscles that are there, and no two close together", "[daily]") {
  constexpr float kApartCm = 2.0F;
  for (int day = kFrom; day < kFrom + 200; ++day) {
    const level::Level one = levelOfDay(day);
    INFO(one.id);
    for (std::size_t k = 0; k < one.knots.size(); ++k) {
      const level::Knot& knot = one.knots[k];
      const level::Fibres& fibres = level::fibresAt(knot.at);
      bool found = false;
      for (int f = 0; f < fibres.count; ++f)
        found = found || fibres.muscle[static_cast<std::size_t>(f)] == level::muscleIndex(knot.muscle, knot.at.x > 0);
      CHECK(found);
      for (std::size_t other = 0; other < k; ++other) CHECK(length(one.knots[other].at - knot.at) > kApartCm);
    }
  }
}

TEST_CASE("what the guess is judged by is the taught table", "[daily]") {
  for (int day = kFrom; day < kFrom + 64; ++day) {
    const level::Level one = levelOfDay(day);
    if (one.intake.refer) {
      CHECK(one.evidence.stopSign == storyOf(day, shippedMaterial()).sign);
      continue;
    }
    INFO(one.id);
    const level::PainCard& card = shippedMaterial().book.of(one.pain);
    const level::Fit best = *std::max_element(card.fit.begin(), card.fit.end());
    const auto fit = [&](level::Technique t) { return card.fit[static_cast<std::size_t>(t)]; };
    for (const level::Technique t : one.intake.first) CHECK(fit(t) == best);
    for (const level::Technique t : one.intake.also) CHECK(fit(t) >= level::Fit::Good);
    for (const level::Technique t : one.intake.avoid) CHECK(fit(t) <= level::Fit::None);
    CHECK_FALSE(one.intake.also.empty());
    CHECK_FALSE(one.intake.avoid.empty());
    CHECK_FALSE(one.intake.why.empty());
    // The plan opens with a right first move, and every first and last move has its reason.
    CHECK(std::count(one.intake.first.begin(), one.intake.first.end(), one.plan.front().first) == 1);
    for (const level::Technique t : one.intake.first) CHECK_FALSE(whyOf(one.pain, t).empty());
    for (const level::Technique t : one.intake.avoid) CHECK_FALSE(whyOf(one.pain, t).empty());
  }
}

TEST_CASE("the expert wins a fortnight of days, and the wrong techniques do not", "[daily][balance]") {
  for (int day = kFrom; day < kFrom + 14; ++day) {
    const level::Level one = levelOfDay(day);
    INFO(one.id << " " << one.title);
    CHECK(starsOf(one, "expert", 4001) == 3);
    CHECK(starsOf(one, "wrong", 4001) <= 1);
  }
}

TEST_CASE("the order of a poor list is the nearest there is", "[daily]") {
  std::vector<Story> stories(5);
  for (std::size_t i = 0; i < stories.size(); ++i) {
    stories[i].id = "s" + std::to_string(i);
    stories[i].pain = i == 0 ? level::Pain::Stress : level::Pain::Doms;
  }
  std::vector<std::size_t> order = orderOf(stories);
  std::sort(order.begin(), order.end());
  CHECK(order == std::vector<std::size_t>{0, 1, 2, 3, 4});
}

TEST_CASE("people of today are nobody of the campaign, and names are told once", "[daily]") {
  std::set<std::string_view> names;
  for (std::uint32_t i = 0; i < nameCount(); ++i) CHECK(names.insert(nameOf(i)).second);
  CHECK(names.count("Sam") == 0);
  CHECK(nameCount() >= 60);
}
