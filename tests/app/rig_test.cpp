// The physical body: it must rest where the simulation puts it, be moved by hand, breath and fright, and come back.
#include "app/rig/rig.hpp"

#include <algorithm>
#include <cmath>

#include "level/catalogue.hpp"
#include "support/catch.hpp"
#include "support/shipped.hpp"

using namespace knead;

namespace {

struct Worst {
  float shiftCm = 0, leanDeg = 0, tiltDeg = 0;
};

// How far the rig is from the simulation's posture.
Worst awayFrom(const sim::PostureView& posture, const app::RigPose& pose) {
  constexpr float kDeg = 180.0F / 3.14159265F;
  const auto bones = level::vertebrae();
  Worst worst;
  for (std::size_t v = 0; v < pose.shiftCm.size(); ++v) {
    worst.shiftCm = std::max(worst.shiftCm, std::abs(pose.shiftCm[v] - posture.lateralCm[v]));
    worst.tiltDeg = std::max(worst.tiltDeg, std::abs(pose.sideTiltRad[v] * kDeg - posture.tiltDeg[v]));
    if (v == 0 || v + 1 == pose.shiftCm.size()) continue;
    const float slope = (posture.lateralCm[v - 1] - posture.lateralCm[v + 1]) / (bones[v + 1].yCm - bones[v - 1].yCm);
    worst.leanDeg = std::max(worst.leanDeg, std::abs(pose.leanRad[v] - std::atan(slope)) * kDeg);
  }
  return worst;
}

}  // namespace

TEST_CASE("at rest the body follows the simulation's posture within half a centimetre and a degree", "[rig]") {
  const level::Catalogue& all = testing::shippedCatalogue();
  REQUIRE(all.levels.size() >= 10);
  const level::Level straight = testing::shippedLevel("first-touch");
  const sim::Session easy(straight, {});
  for (const level::LevelEntry& entry : all.levels) {
    const sim::Session session(entry.level, {});
    app::Rig rig;
    rig.begin(easy);  // from somebody else's posture, so that there is a way to go
    for (int frame = 0; frame < 60 * 8; ++frame) rig.advance(session, {}, 1.0F / 60.0F, false);
    const Worst worst = awayFrom(session.posture(), rig.pose());
    INFO(entry.level.id << " shift " << worst.shiftCm << " lean " << worst.leanDeg << " tilt " << worst.tiltDeg);
    CHECK(worst.shiftCm < 0.5F);
    CHECK(worst.leanDeg < 1.0F);
    CHECK(worst.tiltDeg < 1.0F);
  }
}

TEST_CASE("a hand, a fright and a breath move the body, and it comes back", "[rig]") {
  const sim::Session session(testing::shippedLevel("warm-before-you-press"), {});
  app::Rig rig;
  rig.begin(session);
  const app::RigPose rest = rig.pose();

  SECTION("pressing moves the chest forward, seen from the side") {
    for (int i = 0; i < 120; ++i) rig.advance(session, {true, {4, 25}, 0.7F}, 1.0F / 60.0F, false);
    float most = 0;
    for (std::size_t v = 0; v < rest.sideTiltRad.size(); ++v)
      most = std::max(most, std::abs(rig.pose().sideTiltRad[v] - rest.sideTiltRad[v]));
    CHECK(most > 0.005F);
    CHECK(most < 0.3F);
  }
  SECTION("a stroke across takes the column along a little") {
    for (int i = 0; i < 40; ++i)
      rig.advance(session, {true, {-10.0F + 0.5F * static_cast<float>(i), 25}, 0.6F}, 1.0F / 60.0F, false);
    CHECK(rig.pose().shiftCm[12] > rest.shiftCm[12] + 0.02F);
    CHECK(rig.pose().shiftCm[12] < rest.shiftCm[12] + 3.0F);
  }
  SECTION("a fright goes away from the hand and lifts the shoulders") {
    rig.flinch({8, 25});
    for (int i = 0; i < 8; ++i) rig.advance(session, {}, 1.0F / 60.0F, false);
    CHECK(rig.pose().shiftCm[12] < rest.shiftCm[12] - 0.05F);
    CHECK(rig.pose().blades[0].movedCm.y < -0.2F);
  }
  SECTION("a fright is seen and soon over: a centimetre or two, most of it back within three quarters of a second") {
    rig.flinch({8, 25});
    float most = 0;
    for (int i = 0; i < 45; ++i) {
      rig.advance(session, {}, 1.0F / 60.0F, false);
      most = std::max(most, rest.shiftCm[12] - rig.pose().shiftCm[12]);
    }
    const float left = rest.shiftCm[12] - rig.pose().shiftCm[12];
    INFO("most " << most << " cm, left " << left << " cm");
    CHECK(most > 0.8F);
    CHECK(most < 2.5F);
    CHECK(left < 0.4F * most);
  }
  SECTION("breath lifts the shoulder blades; reduced motion holds it") {
    float least = 0;
    for (int i = 0; i < 240; ++i) {
      rig.advance(session, {}, 1.0F / 60.0F, true);
      least = std::min(least, rig.pose().blades[0].movedCm.y);
    }
    CHECK(least < -0.1F);
  }
  for (int i = 0; i < 60 * 8; ++i) rig.advance(session, {}, 1.0F / 60.0F, false);
  for (std::size_t v = 0; v < rest.shiftCm.size(); ++v) {
    CHECK(std::abs(rig.pose().shiftCm[v] - rest.shiftCm[v]) < 0.1F);
    CHECK(std::abs(rig.pose().sideTiltRad[v] - rest.sideTiltRad[v]) < 0.01F);
  }
}

TEST_CASE("a stone drops onto its place, rocks and settles; lifted, it is gone", "[rig]") {
  level::Level level = testing::shippedLevel("warm-before-you-press");
  sim::Session session(level, {});
  app::Rig rig;
  rig.begin(session);
  for (int i = 0; i < 12; ++i) session.tick(sim::quantise({6.5F, 31}, i < 3, level::Tool::Stone, 0.65F));
  REQUIRE(session.tools().size() == 1);
  rig.advance(session, {}, 1.0F / 60.0F, true);
  REQUIRE(rig.pose().laid.size() == 1);
  CHECK(rig.pose().laid[0].heightCm > 2.0F);
  float mostTurn = 0;
  for (int i = 0; i < 60 * 4; ++i) {
    rig.advance(session, {}, 1.0F / 60.0F, true);
    mostTurn = std::max(mostTurn, std::abs(rig.pose().laid[0].turn));
  }
  const app::LaidPose lies = rig.pose().laid[0];
  INFO("height " << lies.heightCm << " roll " << lies.roll << " turn " << lies.turn);
  CHECK(mostTurn > 0.1F);
  CHECK(lies.heightCm < 0.15F);
  CHECK(std::abs(lies.roll) < 0.03F);
  CHECK(std::abs(lies.turn) < 0.02F);
  CHECK(std::abs(lies.atCm.x - 6.5F) < 0.1F);
  for (int i = 0; i < 12; ++i) session.tick(sim::quantise({6.5F, 31}, i < 3, level::Tool::Stone, 0.65F));
  rig.advance(session, {}, 1.0F / 60.0F, true);
  CHECK(session.tools().empty());
  CHECK(rig.pose().laid.empty());
}

TEST_CASE("many slow frames and few fast ones end in the same rest", "[rig]") {
  const sim::Session session(testing::shippedLevel("long-way-up"), {});
  app::Rig slow;
  app::Rig fast;
  slow.begin(session);
  fast.begin(session);
  slow.flinch({-6, 30});
  fast.flinch({-6, 30});
  for (int i = 0; i < 150; ++i) slow.advance(session, {}, 1.0F / 15.0F, false);
  for (int i = 0; i < 1440; ++i) fast.advance(session, {}, 1.0F / 144.0F, false);
  for (std::size_t v = 0; v < slow.pose().shiftCm.size(); ++v)
    CHECK(std::abs(slow.pose().shiftCm[v] - fast.pose().shiftCm[v]) < 0.01F);
}
