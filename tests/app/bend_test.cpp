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
