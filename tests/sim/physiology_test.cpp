// What the model claims about bodies, as figures. These stand before any balance: change a constant and one of
// them says which claim no longer holds. Times are therapy seconds (ten to one of play).
#include "sim/body.hpp"
#include "sim/knot.hpp"
#include "sim/tissue.hpp"
#include "sim/tuning.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::sim;

namespace {

constexpr float kDt = tuning::kStepS;

// Presses an isolated nodule for `holdS` (the thumb sinks in over about a second), then leaves it for 400 s.
KnotState pressed(float flow, float pressure, float holdS) {
  KnotState knot = startKnot(level::KnotKind::Nodule, 0.996F, 1.0F);
  float depth = 0.0F;
  for (float t = 0.0F; t < holdS; t += kDt) {
    depth += (pressure - depth) * 0.487F;
    stepKnot(knot, level::KnotKind::Nodule, {flow, pressWindow(depth), occlusionOf(depth), 0.0F}, kDt);
  }
  for (float t = 0.0F; t < 400.0F; t += kDt) stepKnot(knot, level::KnotKind::Nodule, {flow, 0.0F, 0.0F, 0.0F}, kDt);
  return knot;
}
bool releases(float flow, float pressure, float holdS) {
  return pressed(flow, pressure, holdS).tightness < tuning::kReleasedBelow;
}
float shortestHold(float flow) {
  for (float hold = 2.0F; hold < 200.0F; hold += 2.0F) {
    if (releases(flow, 0.65F, hold)) return hold;
  }
  return 1e9F;
}

Tissue quietTissue() {
  Tissue tissue;
  tissue.reset();
  tissue.inRegion.fill(1.0F);
  return tissue;
}
void rest(Tissue& tissue, float seconds, float arousal = 0.0F) {
  for (float t = 0.0F; t < seconds; t += kDt) tissue.step(arousal);
}

level::Level plainLevel() {
  level::Level level;
  level.id = "plain";
  level.seconds = 90;
  level.regions = {{-12.0F, 12.0F, 12.0F, 55.0F}};
  level.tissue.tone = 0.50F;
  level.weights = {0, 0, 100000, 0, 0, 0};
  return level;
}
void run(Body& body, float seconds, const HandNow& hand = {}) {
  std::vector<Event> events;
  for (float t = 0.0F; t < seconds; t += kDt) body.step(hand, 0, events);
}

}  // namespace

TEST_CASE("warmth shortens the hold a nodule needs from about 76 to about 30 s", "[physiology]") {
  CHECK(shortestHold(1.0F) == Approx(76.0F).margin(8.0));
  CHECK(shortestHold(1.5F) == Approx(30.0F).margin(5.0));
  CHECK(shortestHold(2.0F) < 20.0F);
}

TEST_CASE("too light and too deep never release a nodule at resting flow", "[physiology]") {
  for (const float pressure : {0.2F, 0.4F, 0.9F, 1.0F}) {
    CHECK_FALSE(releases(1.0F, pressure, 90.0F));
    CHECK_FALSE(releases(1.0F, pressure, 300.0F));
  }
}

TEST_CASE("a nodule let go of too early falls back", "[physiology]") {
  CHECK(pressed(1.0F, 0.65F, 30.0F).tightness > 0.9F);
  CHECK(pressed(1.0F, 0.65F, 90.0F).tightness < 0.1F);
}

TEST_CASE("a short muscle keeps its nodule fed: longer to release", "[physiology]") {
  KnotState free = startKnot(level::KnotKind::Nodule, 0.9F, 1.0F);
  KnotState fed = free;
  for (float t = 0.0F; t < 90.0F; t += kDt) {
    const float press = pressWindow(0.65F);
    const float o = occlusionOf(0.65F);
    stepKnot(free, level::KnotKind::Nodule, {1.3F, press, o, 0.0F}, kDt);
    stepKnot(fed, level::KnotKind::Nodule, {1.3F, press, o, 0.8F}, kDt);
  }
  for (float t = 0.0F; t < 300.0F; t += kDt) {
    stepKnot(free, level::KnotKind::Nodule, {1.3F, 0.0F, 0.0F, 0.0F}, kDt);
    stepKnot(fed, level::KnotKind::Nodule, {1.3F, 0.0F, 0.0F, 0.8F}, kDt);
  }
  CHECK(free.tightness < 0.1F);
  CHECK(fed.tightness > 0.5F);
}

TEST_CASE("tone pushed down creeps back within about three minutes", "[physiology]") {
  Tissue tissue = quietTissue();
  tissue.habit.fill(0.50F);
  tissue.tone.fill(0.25F);
  const float start = tissue.tone[400];
  const float goal = 0.50F;
  rest(tissue, 180.0F);
  const float back = (tissue.tone[400] - start) / (goal - start);
  CHECK(back > 0.60F);
  CHECK(back < 0.95F);
  // What the habit has learnt in the meantime stays.
  CHECK(tissue.habit[400] < 0.50F);
}

TEST_CASE("a hot pack warms the skin far more than the muscle", "[physiology]") {
  level::Level level = plainLevel();
  level.tools = {0, 0, 0, 1};
  Body body(level);
  std::vector<Event> events;
  body.layTool(level::Tool::Pack, {0.0F, 30.0F}, 0, events);
  const auto cell = static_cast<std::size_t>(cellAt({0.5F, 30.0F}));
  const float skin = body.tissue.skinC[cell];
  const float muscle = body.tissue.muscleC[cell];
  run(body, 900.0F);
  const float skinRise = body.tissue.skinC[cell] - skin;
  const float muscleRise = body.tissue.muscleC[cell] - muscle;
  CHECK(skinRise > 3.0F);
  CHECK(muscleRise > 0.25F);
  CHECK(muscleRise < 1.5F);
  CHECK(skinRise > 3.0F * muscleRise);
}

TEST_CASE("the safe time on hot skin halves with each degree", "[physiology]") {
  CHECK(safeSeconds(44.0F) == Approx(7200.0F).epsilon(0.001));
  CHECK(safeSeconds(48.0F) == Approx(450.0F).epsilon(0.001));
  CHECK(safeSeconds(51.0F) == Approx(56.25F).epsilon(0.001));
  CHECK(safeSeconds(42.0F) > 1e8F);
}

TEST_CASE("pressure stops the blood, letting go floods it", "[physiology]") {
  Tissue tissue = quietTissue();
  rest(tissue, 60.0F);
  const float before = tissue.perfusion[400];
  tissue.occlusion.fill(occlusionOf(0.65F));
  rest(tissue, 60.0F);
  const float during = tissue.perfusion[400];
  tissue.occlusion.fill(0.0F);
  rest(tissue, 12.0F);
  const float after = tissue.perfusion[400];
  CHECK(during < 0.9F * before);
  CHECK(after > 1.1F * before);
}

TEST_CASE("starting deep makes the person guard; light first, then deep does not", "[physiology]") {
  const level::Level level = plainLevel();
  Body deep(level);
  run(deep, 60.0F, {true, Move::Compression, {-5.0F, 20.0F}, 0.85F, 0.5F});
  CHECK(deep.person.guarding > 0.5F);
  CHECK(deep.person.comfort < 0.9F);

  Body light(level);
  for (int i = 0; i < 300; ++i) {
    light.apply({level::Technique::Effleurage, {-5.0F, 20.0F}, {}, 0.3F, 0.9F, kDt, true, 0.0F, false});
    run(light, kDt);
  }
  CHECK(light.limitAt({-5.0F, 20.0F}) > deep.limitAt({-5.0F, 20.0F}) + 0.15F);
  run(light, 30.0F, {true, Move::Compression, {-5.0F, 20.0F}, 0.65F, 3.0F});
  CHECK(light.person.guarding < 0.2F);
}

TEST_CASE("slow stroking calms, tapping wakes", "[physiology]") {
  level::Level level = plainLevel();
  level.state.arousal = 0.5F;
  Body stroked(level);
  Body tapped(level);
  for (int i = 0; i < 200; ++i) {
    stroked.apply({level::Technique::Effleurage, {-5.0F, 30.0F}, {}, 0.3F, 0.9F, kDt, true, 0.0F, false});
    tapped.apply({level::Technique::Tapotement, {-5.0F, 30.0F}, {}, 0.3F, 0.9F, kDt, true, 0.0F, false});
    run(stroked, kDt);
    run(tapped, kDt);
  }
  CHECK(stroked.person.arousal < 0.3F);
  CHECK(tapped.person.arousal > stroked.person.arousal + 0.2F);
}

TEST_CASE("each technique does first what it is for", "[physiology]") {
  using level::Technique;
  level::Level level = plainLevel();
  level.tissue.soreness = 0.6F;
  level.tissue.narrowing = 0.6F;
  level.tissue.shortness = 0.8F;
  level.tissue.shortMuscles = {level::MuscleGroup::ErectorSpinae};
  level.points = {{-3.75F, 47.5F}};
  const Vec2 at{-3.75F, 47.5F};
  const auto cell = static_cast<std::size_t>(cellAt(at));
  const auto worked = [&](Technique technique, float pressure) {
    Body body(level);
    for (int i = 0; i < 400; ++i) {
      body.apply({technique, at, at, pressure, 1.0F, kDt, true, technique == Technique::Stretch ? 1.0F : 0.0F, false});
      run(body, kDt);
    }
    return body;
  };
  const Body stroke = worked(Technique::Effleurage, 0.25F);
  const Body knead = worked(Technique::Petrissage, 0.45F);
  const Body tap = worked(Technique::Tapotement, 0.3F);
  const Body press = worked(Technique::Acupressure, 0.5F);
  const Body stretch = worked(Technique::Stretch, 0.4F);
  CHECK(tap.tissue.narrowing[cell] < stroke.tissue.narrowing[cell]);
  CHECK(stroke.tissue.narrowing[cell] < press.tissue.narrowing[cell]);
  CHECK(knead.tissue.soreness[cell] < stroke.tissue.soreness[cell]);
  CHECK(knead.tissue.tone[cell] < stroke.tissue.tone[cell]);
  CHECK(press.person.endorphins > knead.person.endorphins);
  const auto erector = static_cast<std::size_t>(level::muscleIndex(level::MuscleGroup::ErectorSpinae, false));
  CHECK(stretch.shortness[erector] < 0.3F);
  CHECK(knead.shortness[erector] == Approx(0.8F).margin(0.01));
}

TEST_CASE("a linked knot pulls its muscle back to what it was, and no further", "[physiology]") {
  level::Level level = plainLevel();
  level.tissue.shortness = 0.8F;
  level.tissue.shortMuscles = {level::MuscleGroup::ErectorSpinae};
  level.tissue.shortSide = -1;
  for (const float side : {-1.0F, 1.0F}) {
    level::Knot knot;
    knot.id = side < 0.0F ? "left" : "right";
    knot.at = {side * 3.75F, 40.0F};
    knot.muscle = level::MuscleGroup::ErectorSpinae;
    knot.tightness = 0.9F;
    knot.linked = true;
    level.knots.push_back(knot);
  }
  const auto left = static_cast<std::size_t>(level::muscleIndex(level::MuscleGroup::ErectorSpinae, false)),
             right = static_cast<std::size_t>(level::muscleIndex(level::MuscleGroup::ErectorSpinae, true));
  Body body(level);
  body.shortness[left] = 0.5F;
  run(body, 60);
  CHECK(body.shortness[left] > 0.52F);
  CHECK(body.shortness[left] < 0.8F);
  CHECK(body.shortness[right] == 0.0F);
  // Regular visits have eased it: it is as long as it came.
  Carry carry;
  carry.ease = 255;
  Body eased(level, carry);
  const float came = eased.shortness[left];
  CHECK(came < 0.7F);
  run(eased, 60);
  CHECK(eased.shortness[left] == came);
}

TEST_CASE("pain of a knot that refers is felt elsewhere", "[physiology]") {
  level::Level level = plainLevel();
  level::Knot knot;
  knot.id = "k";
  knot.at = {-6.0F, 20.0F};
  knot.refers = true;
  knot.refersTo = {-4.0F, 8.0F};
  level.knots = {knot};
  const Body body(level);
  CHECK(body.painAt(knot.refersTo) > body.painAt(knot.at));
}
