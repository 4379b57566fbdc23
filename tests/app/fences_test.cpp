// Places a level forbids: the right one is named, and a rule for half the back is no fence.
#include "app/view/fences.hpp"

#include "app/screens/play/words.hpp"
#include "level/catalogue.hpp"
#include "support/catch.hpp"
#include "support/shipped.hpp"

namespace {

using namespace knead;
using level::Technique;

}  // namespace

TEST_CASE("the mother-to-be has as many fences as her level says", "[app]") {
  const level::Level level = testing::shippedLevel("mother-to-be");
  int fences = 0;
  for (const level::NoGo& place : level.noGo) fences += app::isFence(place) ? 1 : 0;
  CHECK(fences == 3);
  CHECK(level.lesson.find("three fenced places") != std::string::npos);
}

TEST_CASE("a place is found by the point and by the move that it forbids", "[app]") {
  const level::Level level = testing::shippedLevel("rain-on-the-roof");
  const Technique tap = Technique::Tapotement, stroke = Technique::Effleurage;
  const Vec2 left{-7, 44};
  REQUIRE(app::fenceAt(level, left) != nullptr);
  CHECK(app::fenceAt(level, left)->why == "the left kidney lies under here");
  CHECK(app::fenceAt(level, left, &tap) != nullptr);
  CHECK(app::fenceAt(level, left, &stroke) == nullptr);
  CHECK(app::fenceAt(level, {0, 20}) == nullptr);
  CHECK(app::spokenFences(level).find("right kidney") != std::string::npos);
  CHECK(app::spokenFences(testing::shippedLevel("dough")).empty());
}

TEST_CASE("a touch on a forbidden place says why it is forbidden", "[app]") {
  level::Level level = testing::shippedLevel("mother-to-be");
  sim::Session session(level, {});
  const sim::Event event{sim::EventKind::NoGoTouched, 0, 0, 2, sim::Move::Compression, {-9.75F, 11.7F}};
  CHECK(app::saidOf(event, session).find("a point left alone in pregnancy") != std::string::npos);
  const sim::Event bone{sim::EventKind::NoGoTouched, 0, 0, 0, sim::Move::Compression, {0, 20}};
  CHECK(app::saidOf(bone, session) == "Not on the bone. Work beside it.");
}
