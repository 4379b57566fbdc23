// Things on the back: found, moved, added and taken away; weights that always give out the whole; roles with their why.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "editing/things.hpp"

#include "core/file.hpp"
#include "level/level_reader.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::editing;

namespace {

Draft fresh() {
  const std::string data = KNEAD_SOURCE_DATA_DIR;
  const std::string text = readWholeFile(data + "/assets/new-level.json", level::kMaxLevelBytes).value();
  return Draft::open(std::string(KNEAD_TEST_OUTPUT_DIR) + "/no-such-folder/things.json", text).value();
}

int sumOf(const Draft& draft) {
  int sum = 0;
  for (const auto& [name, value] : draft.find("/score/weights")->items()) sum += value.get<int>();
  return sum;
}

}  // namespace

TEST_CASE("a knot is added where the hand is, in the muscle that lies there, and the level stays whole") {
  Draft draft = fresh();
  addKnot(draft, "", {9.1F, 12.07F});
  REQUIRE(draft.level().knots.size() == 3);
  const level::Knot& knot = draft.level().knots.back();
  CHECK(knot.at.x == 9.0F);
  CHECK(knot.at.y == 12.0F);
  CHECK(knot.id == "knot-3");
  CHECK(knot.muscle == muscleUnder(knot.at));
  CHECK(draft.problems().empty());
  CHECK(draft.undo());
  CHECK(draft.level().knots.size() == 2);
}

TEST_CASE("nothing leaves the body, however far it is dragged") {
  Draft draft = fresh();
  const auto thing = thingNear(thingsOf(draft, ""), {-8, 13}, 1);
  REQUIRE(thing.has_value());
  CHECK(thing->kind == ThingKind::Knot);
  for (const Vec2 far : {Vec2{-90, 13}, Vec2{90, 90}, Vec2{0, -40}}) {
    moveThing(draft, "", *thing, far, "drag");
    const Thing now = thingsOf(draft, "").front();
    CHECK(level::onBody(now.at));
    CHECK(now.at == snapped(far));
  }
}

TEST_CASE("a region keeps its corners apart") {
  Draft draft = fresh();
  const Thing top{ThingKind::RegionTop, 0, {}};
  moveThing(draft, "", top, {20, 60}, "corner");
  const level::Region& region = draft.level().regions.front();
  CHECK(region.x1 - region.x0 >= 2);
  CHECK(region.y1 - region.y0 >= 2);
  removeThing(draft, "", top);
  CHECK(draft.level().regions.size() == 1);
}

TEST_CASE("weights always give out a hundred thousand") {
  Draft draft = fresh();
  for (const auto& [name, points] : std::vector<std::pair<std::string, int>>{{"heat", 25000},
                                                                             {"circulation", 0},
                                                                             {"insight", 100000},
                                                                             {"insight", 0},
                                                                             {"posture", 33000},
                                                                             {"heat", -5}}) {
    setWeight(draft, "", name, points);
    CHECK(sumOf(draft) == 100000);
    CHECK(draft.find("/score/weights/" + name)->get<int>() == std::clamp(points, 0, 100000));
  }
}

TEST_CASE("a role moves a technique from list to list and keeps its why") {
  Draft draft = fresh();
  setRole(draft, "", "petrissage", "avoid");
  CHECK(roleOf(draft, "", "petrissage") == "avoid");
  CHECK(draft.find(whyPointer(draft, "", "petrissage"))->get<std::string>() ==
        "Why this comes first, in one sentence.");
  setRole(draft, "", "stretch", "first");
  CHECK_FALSE(whyPointer(draft, "", "stretch").empty());
  setRole(draft, "", "stretch", "");
  CHECK(whyPointer(draft, "", "stretch").empty());
  CHECK(roleOf(draft, "", "stretch").empty());
}

TEST_CASE("a referral goes alone, its knot stays") {
  Draft draft = fresh();
  draft.set("/knots/0/refers_to", Json::array({-6, 4}));
  const auto thing = thingNear(thingsOf(draft, ""), {-6, 4}, .5F);
  REQUIRE(thing.has_value());
  CHECK(thing->kind == ThingKind::Referral);
  removeThing(draft, "", *thing);
  CHECK(draft.find("/knots/0/refers_to") == nullptr);
  CHECK(thingsOf(draft, "").front().kind == ThingKind::Knot);
}

TEST_CASE("names go into a list and out of it") {
  Draft draft = fresh();
  toggleIn(draft, "/tissue/short_muscles", "rhomboids");
  CHECK(isIn(draft, "/tissue/short_muscles", "rhomboids"));
  toggleIn(draft, "/tissue/short_muscles", "rhomboids");
  CHECK_FALSE(isIn(draft, "/tissue/short_muscles", "rhomboids"));
}
