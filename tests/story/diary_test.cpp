// What visits leave: an afterglow that lasts as long as one believes, an ease that regular visits build and rare ones
// do not; and a diary that comes back from its file as it was.
#include <nlohmann/json.hpp>

#include "story/diary.hpp"
#include "support/catch.hpp"

using namespace knead::story;

namespace {

Visit good(float hoursAfter) { return {"first-touch", hoursAfter, 6, 1.2F, true, 3}; }

// The ease with which somebody comes after so many visits, one every `days`.
float easeAfter(int visits, float days) {
  Course course = {good(0)};
  for (int i = 1; i < visits; ++i) course.push_back(good(days * 24));
  return leftOf(course, days * 24, Lasts::Article).ease;
}

}  // namespace

TEST_CASE("the afterglow lasts two days by the article and an hour by the evidence") {
  const Course course = {good(0)};
  CHECK(leftOf(course, 24, Lasts::Article).afterglow > .2F);
  CHECK(leftOf(course, 48, Lasts::Article).afterglow > .03F);
  CHECK(leftOf(course, 72, Lasts::Article).afterglow < .02F);
  CHECK(leftOf(course, 1, Lasts::Evidence).afterglow < .3F);
  CHECK(leftOf(course, 24, Lasts::Evidence).carry().afterglow == 0);
}

TEST_CASE("a visit without a full dose leaves no afterglow, and one without relief no ease") {
  Visit poor = good(0);
  poor.afterglow = false;
  poor.painAfter = poor.painBefore;
  const Left left = leftOf({poor}, 2, Lasts::Article);
  CHECK(left.carry() == knead::sim::Carry{});
}

TEST_CASE("regular visits help more than rare ones, and the more the nearer they are") {
  CHECK(easeAfter(8, 7) > 2.5F * easeAfter(8, 30));
  CHECK(easeAfter(8, 2) > easeAfter(8, 7));
  CHECK(easeAfter(8, 7) > 1.3F * easeAfter(1, 7));
  CHECK(easeAfter(60, 1) < 1);
}

TEST_CASE("without visits tone creeps back: ease falls day by day") {
  const Course course(6, good(72));
  float before = 1;
  for (float days = 1; days < 90; days *= 2) {
    const float now = leftOf(course, days * 24, Lasts::Article).ease;
    CHECK(now < before);
    before = now;
  }
  CHECK(before < .1F);
}

TEST_CASE("a fair start begins a course and never changes one") {
  Diary diary;
  diary.came("mia", good(0));
  diary.came("mia", good(48));
  diary.came("mia", good(0));
  REQUIRE(diary.of("mia") != nullptr);
  CHECK(diary.of("mia")->size() == 2);
  CHECK(diary.of("bram") == nullptr);
  diary.came("", good(0));
  CHECK(diary.people() == 1);
  for (int i = 0; i < 100; ++i) diary.came("mia", good(24));
  CHECK(diary.of("mia")->size() == kVisitsKept);
}

TEST_CASE("a diary comes back from its file as it was, and a broken one names the place") {
  Diary diary;
  diary.came("mia", good(0));
  diary.came("mia", good(48));
  const auto back = Diary::fromJson(diary.toJson(), "diary.json");
  REQUIRE(back.ok());
  CHECK(back.value() == diary);
  nlohmann::json broken = diary.toJson();
  broken["people"]["mia"][1]["pain_before"] = 99;
  const auto refused = Diary::fromJson(broken, "diary.json");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().text().find("diary.json: /people/mia/1") != std::string::npos);
  CHECK(Diary::fromJson(nlohmann::json::object(), "diary.json").value() == Diary{});
}
