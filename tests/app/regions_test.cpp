// What is drawn anew covers what was asked for, and no pixel twice.
#include "app/view/regions.hpp"

#include "core/random.hpp"
#include "support/catch.hpp"

namespace {

using knead::app::Region;
using knead::app::Regions;

bool holds(const Region& r, float x, float y) {
  return x >= r.at.x && x < r.at.x + r.size.x && y >= r.at.y && y < r.at.y + r.size.y;
}

}  // namespace

TEST_CASE("regions cover what was asked for and no pixel twice", "[app]") {
  constexpr float kScale = 1.5F;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    knead::Random random(seed);
    Regions regions(356.4F, 923.7F, 1280, 720, kScale);
    std::vector<Region> asked;
    for (int i = 0; i < 5; ++i) {
      const float x = random.unit() * 1200 - 40, y = random.unit() * 700 - 40, w = 20 + random.unit() * 500;
      asked.push_back({{x, y}, {w, 20 + random.unit() * 300}});
      regions.add(asked.back());
    }
    int twice = 0, missed = 0;
    for (int y = 0; y < 1080; y += 7) {
      for (int x = 0; x < 1920; x += 7) {
        const float u = (static_cast<float>(x) + .5F) / kScale, v = (static_cast<float>(y) + .5F) / kScale;
        int times = 0;
        for (const Region& part : regions.parts()) times += holds(part, u, v) ? 1 : 0;
        twice += times > 1 ? 1 : 0;
        for (const Region& region : asked) missed += holds(region, u, v) && times == 0 ? 1 : 0;
      }
    }
    INFO("seed " << seed);
    REQUIRE(twice == 0);
    REQUIRE(missed == 0);
  }
}

TEST_CASE("a plate is drawn in its share of each region", "[app]") {
  const Regions regions(400, 900, 1280, 720, 1);
  int shares = 0;
  regions.within({{300, 600}, {700, 120}}, [&](const Region& share) {
    ++shares;
    REQUIRE(share.at.x == 400);
    REQUIRE(share.size.x == 500);
    REQUIRE(share.size.y == 120);
  });
  REQUIRE(shares == 1);
}
