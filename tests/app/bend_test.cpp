// The pointer must land where the eye sees it: the inverse of the bend undoes the bend.
#include "app/view/bend.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "support/catch.hpp"

TEST_CASE("the inverse of the bend comes back within half a millimetre", "[app]") {
  std::array<float, knead::level::kVertebraCount> shift{};
  for (std::size_t i = 0; i < shift.size(); ++i) shift[i] = 4.0F * std::sin(static_cast<float>(i) * 0.14F);
  knead::app::RigPose pose;
  pose.shiftCm = shift;
  pose.blades[0] = {{0.4F, -0.9F}, 0.08F};
  pose.blades[1] = {{-0.3F, -0.7F}, -0.06F};
  pose.breath = 0.8F;
  knead::app::Bend bend;
  bend.follow(pose);
  knead::Random random(7);
  float moved = 0;
  for (int i = 0; i < 1000; ++i) {
    knead::Vec2 p;
    p.x = random.range(-22, 22);
    p.y = random.range(0, 70);
    const knead::Vec2 shown = bend.shown(p);
    const knead::Vec2 back = bend.material(shown);
    moved = std::max(moved, std::hypot(shown.x - p.x, shown.y - p.y));
    REQUIRE(std::hypot(back.x - p.x, back.y - p.y) < 0.05F);
  }
  REQUIRE(moved > 2.0F);
}

TEST_CASE("what is painted with upright steps stands upright after the bend", "[app]") {
  knead::app::RigPose pose;
  for (std::size_t i = 0; i < pose.shiftCm.size(); ++i)
    pose.shiftCm[i] = 4.0F * std::sin(static_cast<float>(i) * 0.14F);
  knead::app::Bend bend;
  bend.follow(pose);
  float leaned = 0;
  for (float y = 2; y < 68; y += 1) {
    const knead::app::Bend::Steps steps = bend.upright(y);
    for (const knead::Vec2 wanted : {knead::Vec2{1, 0}, {0, 1}, {-.8F, .6F}}) {
      const knead::Vec2 from{0, y}, step = steps.of(wanted), got = bend.shown(from + step) - bend.shown(from);
      INFO(y << ": " << wanted.x << ' ' << wanted.y << " became " << got.x << ' ' << got.y);
      // The bend itself turns over a centimetre.
      CHECK(std::hypot(got.x - wanted.x, got.y - wanted.y) < .06F);
      leaned = std::max(leaned, std::hypot(step.x - wanted.x, step.y - wanted.y));
    }
  }
  CHECK(leaned > .1F);
}
