// What a back of each pain is like on a day, and what is asked of who treats it: ranges that the day draws from, the
// ways to treat it, weights, goals and star lines. Tables of numbers; all of them are the game's, measured with
// `knead-cli daily --check` (docs/daily.md).
#pragma once

#include <array>
#include <span>

#include "daily/story.hpp"
#include "level/level.hpp"

namespace knead::daily {

// Both ends are drawn too. Hundredths of the unit.
struct Span {
  int low = 0, high = 0;
};

struct Step {
  level::Technique technique = level::Technique::Effleurage;
  int percent = 0;  // of the session
};

// One way to treat: a plan and what it needs in the tray. Its first step is a right first move.
struct Way {
  std::array<Step, 7> steps{};                 // percent 0: unused
  std::array<int, level::kToolCount> stock{};  // [Hand] unused
  // What is asked of this way where it differs from the pain's; leadGoal 0: nothing differs.
  level::Mechanism lead = level::Mechanism::Tension;
  int leadGoal = 0, three = 0;  // hundredths
};

struct KnotRule {
  level::KnotKind kind = level::KnotKind::Soft;
  int least = 0, most = 0;  // sites; on both sides each of them counts twice
  Span tightness;
  bool bothSides = true;
  bool refers = false;  // the first one hurts elsewhere, and the short muscle feeds it
};

struct Recipe {
  Span tone, soreness, narrowing, spasm, shortness, acceptance;
  Span deepTemperature;  // hundredths of a degree C
  Span coldSkin, arousal, sensitisation;
  Span lateral;   // to the story's side; low above 0, so that the two sides differ
  int fault = 0;  // size of the other postural faults, hundredths
  bool oneSided = false;
  bool points = false;  // names acupressure points
  KnotRule knots;
  int seconds = 90;  // the shortest session; the calendar adds to it
  level::Weights weights;
  level::Goals goals;
  level::Mechanism lead = level::Mechanism::Tension;
  int leadGoal = 60;  // hundredths
  int three = 80;     // the third star's line, hundredths
  std::span<const Way> ways;
  const Way* ropes = nullptr;                  // if given, the second site may hold ropes, which are treated this way
  std::span<const level::Technique> tempting;  // what looks right and is not
};

[[nodiscard]] const Recipe& recipeOf(level::Pain pain);

}  // namespace knead::daily
