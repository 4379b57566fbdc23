// Where it hurts, as the guess marks it: at the place that people speak of, each name once, in the measure of the
// result.
#include "app/view/pain_map.hpp"

#include <algorithm>
#include <set>

#include "app/words/places.hpp"
#include "level/catalogue.hpp"
#include "support/catch.hpp"
#include "support/shipped.hpp"

namespace {

using namespace knead;

std::vector<level::Level> everybody() {
  std::vector<level::Level> all;
  for (const level::LevelEntry& entry : testing::shippedCatalogue().levels)
    for (std::size_t i = 0; i < entry.level.people(); ++i) {
      all.push_back(entry.level.visit(i));
      all.back().visits.clear();
    }
  return all;
}
std::vector<app::SorePlace> of(const std::string& id, const std::string& name) {
  for (const level::Level& one : everybody())
    if (one.id == id && one.person.name == name) return app::sorePlaces(sim::Session(one, {}));
  FAIL("nobody of this name");
  return {};
}

}  // namespace

TEST_CASE("an even ache is marked in its middle, not at its upper edge", "[app]") {
  for (const auto& [id, name] :
       {std::pair{"long-way-up", "Aiko"}, {"day-one-day-two", "Bram"}, {"slow-elastic", "Priya"}}) {
    const auto places = of(id, name);
    REQUIRE(!places.empty());
    INFO(id << ": " << places.front().cm.x << ", " << places.front().cm.y);
    CHECK(std::string(app::words::placeWord(places.front().cm)) == "lower back");
  }
}

TEST_CASE("marks have a name each, and the worst is as bad as the result says", "[app]") {
  for (const level::Level& one : everybody()) {
    const sim::Session session(one, {});
    const auto places = app::sorePlaces(session);
    std::set<std::string> names;
    for (const app::SorePlace& place : places) names.insert(app::words::placeWord(place.cm));
    INFO(one.id << ", " << one.person.name << ", pain " << session.score().painBefore);
    CHECK(names.size() == places.size());
    if (session.score().painBefore < 2.5F) continue;
    REQUIRE(!places.empty());
    CHECK(places.front().pain == Approx(session.score().painBefore));
  }
}

TEST_CASE("a pain that is sent is marked where it is felt", "[app]") {
  const auto places = of("the-hip-that-lifts", "Theo");
  CHECK(std::any_of(places.begin(), places.end(), [](const app::SorePlace& place) {
    return lengthSquared(place.cm - Vec2{3, 59.5F}) < 9;
  }));
}
