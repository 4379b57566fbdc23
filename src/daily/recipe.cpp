#include "daily/recipe.hpp"

namespace knead::daily {
namespace {

using T = level::Technique;
using level::KnotKind;
using level::Mechanism;

constexpr std::array<Way, 3> kDoms = {{
    {{{{T::Petrissage, 70}, {T::Effleurage, 30}}}, {}},
    {{{{T::Petrissage, 35}, {T::Effleurage, 15}, {T::Petrissage, 35}, {T::Effleurage, 15}}}, {}},
    {{{{T::Petrissage, 52}, {T::Vibration, 6}, {T::Petrissage, 22}, {T::Effleurage, 20}}}, {}},
}};
constexpr std::array<T, 3> kDomsTempting = {T::Friction, T::TriggerPoint, T::Acupressure};

constexpr std::array<Way, 2> kAcute = {{
    {{{{T::Pack, 40}, {T::Effleurage, 26}, {T::Pack, 12}, {T::Petrissage, 22}}}, {0, 0, 0, 2}},
    {{{{T::Pack, 40}, {T::Effleurage, 26}, {T::Towel, 12}, {T::Petrissage, 22}}}, {0, 1, 0, 1}},
}};
constexpr std::array<T, 3> kAcuteTempting = {T::Friction, T::Stretch, T::TriggerPoint};

constexpr std::array<Way, 3> kChronic = {{
    {{{{T::Acupressure, 60}, {T::Effleurage, 14}, {T::Stretch, 20}, {T::Effleurage, 6}}}, {}},
    {{{{T::Effleurage, 16}, {T::Acupressure, 58}, {T::Stretch, 20}, {T::Effleurage, 6}}}, {}},
    {{{{T::Pack, 12}, {T::Effleurage, 12}, {T::Acupressure, 50}, {T::Stretch, 20}, {T::Effleurage, 6}}}, {0, 0, 0, 1}},
}};
constexpr std::array<T, 2> kChronicTempting = {T::Tapotement, T::Friction};

constexpr std::array<Way, 3> kStress = {{
    {{{{T::Effleurage, 30}, {T::Petrissage, 40}, {T::Acupressure, 16}, {T::Effleurage, 14}}}, {}},
    {{{{T::Effleurage, 40}, {T::Petrissage, 44}, {T::Effleurage, 16}}}, {}},
    {{{{T::Effleurage, 26}, {T::Towel, 12}, {T::Petrissage, 44}, {T::Effleurage, 18}}}, {0, 1, 0, 0}},
}};
constexpr std::array<T, 3> kStressTempting = {T::Tapotement, T::Friction, T::TriggerPoint};

constexpr std::array<Way, 2> kTrigger = {{
    {{{{T::TriggerPoint, 60}, {T::Stretch, 28}, {T::Effleurage, 12}}}, {}},
    {{{{T::TriggerPoint, 56}, {T::Effleurage, 8}, {T::Stretch, 30}, {T::Effleurage, 6}}}, {}},
}};
constexpr std::array<T, 3> kTriggerTempting = {T::Tapotement, T::Petrissage, T::Vibration};

constexpr std::array<Way, 2> kStiff = {{
    {{{{T::Stretch, 90}, {T::Effleurage, 10}}}, {}},
    {{{{T::Stretch, 46}, {T::Petrissage, 6}, {T::Stretch, 42}, {T::Effleurage, 6}}}, {}},
}};
constexpr std::array<T, 3> kStiffTempting = {T::Friction, T::Tapotement, T::TriggerPoint};

constexpr std::array<Way, 3> kCold = {{
    {{{{T::Stone, 28}, {T::Effleurage, 8}, {T::Stone, 28}, {T::Petrissage, 10}, {T::Stone, 26}}},
     {0, 0, 3, 0},
     Mechanism::Tension,
     70,
     80},
    {{{{T::Pack, 42}, {T::Effleurage, 20}, {T::Petrissage, 22}, {T::Vibration, 16}}},
     {0, 0, 0, 1},
     Mechanism::Heat,
     61,
     80},
    {{{{T::Pack, 36}, {T::Effleurage, 18}, {T::Towel, 20}, {T::Petrissage, 16}, {T::Vibration, 10}}},
     {0, 1, 0, 1},
     Mechanism::Heat,
     61,
     84},
}};
constexpr std::array<T, 3> kColdTempting = {T::Friction, T::Tapotement, T::Stretch};

constexpr std::array<Way, 3> kPoor = {{
    {{{{T::Effleurage, 100}}}, {}},
    {{{{T::Effleurage, 66}, {T::Tapotement, 14}, {T::Effleurage, 20}}}, {}},
    {{{{T::Effleurage, 70}, {T::Petrissage, 10}, {T::Effleurage, 20}}}, {}},
}};
constexpr std::array<T, 3> kPoorTempting = {T::Friction, T::TriggerPoint, T::Acupressure};

constexpr std::array<Way, 2> kPostural = {{
    {{{{T::Stretch, 20}, {T::Petrissage, 34}, {T::Stretch, 40}, {T::Effleurage, 6}}}, {}},
    {{{{T::Stretch, 30}, {T::Petrissage, 18}, {T::Effleurage, 4}, {T::Petrissage, 16}, {T::Stretch, 32}}}, {}},
}};
constexpr std::array<T, 2> kPosturalTempting = {T::Tapotement, T::Vibration};

// Ropes ask for rubbing across them.
constexpr Way kTriggerRopes = {{{{T::TriggerPoint, 44}, {T::Friction, 20}, {T::Stretch, 28}, {T::Effleurage, 8}}}, {}};
constexpr Way kPosturalRopes = {
    {{{T::Stretch, 16}, {T::Friction, 30}, {T::Petrissage, 16}, {T::Stretch, 34}, {T::Effleurage, 4}}}, {}};

std::array<Recipe, level::kPainCount> makeRecipes() {
  std::array<Recipe, level::kPainCount> all;
  const auto of = [&all](level::Pain pain) -> Recipe& { return all[static_cast<std::size_t>(pain)]; };
  for (Recipe& one : all) {
    one.deepTemperature = {3684, 3684};
    one.lateral = {4, 12};
    one.fault = 50;
  }

  Recipe& doms = of(level::Pain::Doms);
  doms.tone = {44, 47};
  doms.soreness = {66, 76};
  doms.arousal = {20, 30};
  doms.knots = {KnotKind::Soft, 1, 2, {68, 80}, true, false};
  doms.weights = {40000, 5000, 40000, 0, 5000, 10000};
  doms.goals = {.6F, .25F, .9F, .5F, .8F};
  doms.lead = Mechanism::Circulation;
  doms.leadGoal = 74;
  doms.seconds = 100;
  doms.three = 87;
  doms.ways = kDoms;
  doms.tempting = kDomsTempting;

  Recipe& acute = of(level::Pain::AcuteLowBack);
  acute.tone = {44, 47};
  acute.soreness = {20, 28};
  acute.spasm = {80, 92};
  acute.arousal = {50, 62};
  acute.lateral = {40, 55};
  acute.fault = -40;
  acute.knots = {KnotKind::Soft, 0, 1, {40, 50}, true, false};
  acute.seconds = 100;
  acute.points = true;
  acute.weights = {10000, 15000, 30000, 30000, 5000, 10000};
  acute.goals = {.8F, .4F, .9F, .8F, .9F};
  acute.lead = Mechanism::Heat;
  acute.leadGoal = 80;
  acute.ways = kAcute;
  acute.tempting = kAcuteTempting;

  Recipe& chronic = of(level::Pain::ChronicLowBack);
  chronic.tone = {48, 51};
  chronic.soreness = {3, 8};
  chronic.shortness = {20, 28};
  chronic.acceptance = {36, 42};
  chronic.arousal = {24, 32};
  chronic.sensitisation = {60, 72};
  chronic.points = true;
  chronic.seconds = 110;
  chronic.weights = {5000, 55000, 20000, 0, 10000, 10000};
  chronic.goals = {.5F, .7F, .6F, .5F, .55F};
  chronic.lead = Mechanism::Endorphins;
  chronic.leadGoal = 60;
  chronic.three = 66;
  chronic.ways = kChronic;
  chronic.tempting = kChronicTempting;

  Recipe& stress = of(level::Pain::Stress);
  stress.tone = {54, 60};
  stress.arousal = {60, 74};
  stress.knots = {KnotKind::Soft, 1, 2, {55, 70}, true, false};
  stress.points = true;
  stress.seconds = 100;
  stress.weights = {5000, 30000, 50000, 0, 5000, 10000};
  stress.goals = {.8F, .5F, .9F, .5F, .85F};
  stress.leadGoal = 60;
  stress.three = 88;
  stress.ways = kStress;
  stress.tempting = kStressTempting;

  Recipe& trigger = of(level::Pain::TriggerPoint);
  trigger.tone = {45, 48};
  trigger.shortness = {45, 65};
  trigger.acceptance = {43, 48};
  trigger.deepTemperature = {3710, 3730};
  trigger.arousal = {12, 20};
  trigger.lateral = {45, 60};
  trigger.oneSided = true;
  trigger.knots = {KnotKind::Nodule, 1, 1, {86, 95}, false, true};
  trigger.weights = {0, 15000, 62000, 0, 13000, 10000};
  trigger.goals = {.5F, .5F, .9F, .5F, .8F};
  trigger.leadGoal = 66;
  trigger.three = 89;
  trigger.ways = kTrigger;
  trigger.ropes = &kTriggerRopes;
  trigger.tempting = kTriggerTempting;

  Recipe& stiff = of(level::Pain::Stiffness);
  stiff.tone = {42, 45};
  stiff.shortness = {74, 85};
  stiff.acceptance = {45, 55};
  stiff.deepTemperature = {3710, 3730};
  stiff.arousal = {12, 18};
  stiff.fault = 85;
  stiff.weights = {0, 10000, 65000, 0, 15000, 10000};
  stiff.goals = {.5F, .25F, .8F, .5F, .7F};
  stiff.leadGoal = 60;
  stiff.ways = kStiff;
  stiff.tempting = kStiffTempting;

  Recipe& cold = of(level::Pain::ColdGuarded);
  cold.tone = {43, 47};
  cold.acceptance = {8, 14};
  cold.deepTemperature = {3590, 3640};
  cold.coldSkin = {250, 350};
  cold.arousal = {38, 46};
  cold.knots = {KnotKind::Soft, 0, 1, {45, 60}, true, false};
  cold.seconds = 100;
  cold.weights = {5000, 10000, 30000, 40000, 5000, 10000};
  cold.goals = {.6F, .3F, .9F, .55F, .8F};
  cold.lead = Mechanism::Heat;
  cold.leadGoal = 50;
  cold.ways = kCold;
  cold.tempting = kColdTempting;

  Recipe& poor = of(level::Pain::PoorCirculation);
  poor.tone = {41, 44};
  poor.soreness = {6, 12};
  poor.narrowing = {58, 70};
  poor.arousal = {18, 28};
  poor.seconds = 80;
  poor.weights = {60000, 15000, 10000, 0, 5000, 10000};
  poor.goals = {.6F, .4F, .9F, .5F, .9F};
  poor.lead = Mechanism::Circulation;
  poor.leadGoal = 60;
  poor.three = 90;
  poor.ways = kPoor;
  poor.tempting = kPoorTempting;

  Recipe& postural = of(level::Pain::Postural);
  postural.tone = {47, 51};
  postural.shortness = {55, 65};
  postural.acceptance = {42, 48};
  postural.deepTemperature = {3710, 3730};
  postural.arousal = {15, 22};
  postural.lateral = {10, 25};
  postural.fault = 85;
  postural.knots = {KnotKind::Soft, 1, 2, {55, 65}, true, false};
  postural.seconds = 110;
  postural.weights = {0, 10000, 55000, 0, 25000, 10000};
  postural.goals = {.5F, .3F, .85F, .5F, .8F};
  postural.leadGoal = 60;
  postural.ways = kPostural;
  postural.ropes = &kPosturalRopes;
  postural.tempting = kPosturalTempting;
  return all;
}

}  // namespace

const Recipe& recipeOf(level::Pain pain) {
  static const std::array<Recipe, level::kPainCount> kRecipes = makeRecipes();
  return kRecipes[static_cast<std::size_t>(pain)];
}

}  // namespace knead::daily
