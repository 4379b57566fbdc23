#include "learning/mastery.hpp"

#include "core/math.hpp"

namespace knead::learning {
namespace {

std::size_t indexOf(level::Pain pain, level::Technique technique) {
  return static_cast<std::size_t>(pain) * level::kTechniqueCount + static_cast<std::size_t>(technique);
}

void observeOne(Skill& skill, bool right, int day, float guess) {
  skill.p = traced(skill.p, right, guess);
  if (!right) {
    if (skill.wrong < kMostAnswers) ++skill.wrong;
    return;
  }
  // The earliest and the latest, not the first and the last told: a clock may have been set back.
  if (skill.right == 0 || day < skill.firstRightDay) skill.firstRightDay = day;
  if (skill.right == 0 || day > skill.lastRightDay) skill.lastRightDay = day;
  if (skill.right < kMostAnswers) ++skill.right;
}

}  // namespace

float traced(float p, bool right, float guess) {
  const float known = p * (right ? 1.0F - kSlip : kSlip);
  const float unknown = (1.0F - p) * (right ? guess : 1.0F - guess);
  // Both are 0 only where a right answer was said to be impossible (p = 0, guess = 0): it was known after all.
  const float after = known + unknown > 0.0F ? known / (known + unknown) : 1.0F;
  return minOf(after + (1.0F - after) * kLearnRate, kSurest);
}

float guessOf(int options, int rightOnes) {
  if (options < 2) return kGuess;
  return clamp(static_cast<float>(rightOnes) / static_cast<float>(options), 0.0F, 0.5F);
}

void Mastery::observe(level::Pain pain, level::Technique technique, bool right, int day, float guess) {
  observeOne(m_pairs[indexOf(pain, technique)], right, day, guess);
}

void Mastery::observeRefer(bool right, int day, float guess) { observeOne(m_refer, right, day, guess); }

void Mastery::observe(const Observation& seen, int day, float guess) {
  if (seen.technique) {
    observe(seen.pain, *seen.technique, seen.right, day, guess);
  } else {
    observeRefer(seen.right, day, guess);
  }
}

const Skill& Mastery::of(level::Pain pain, level::Technique technique) const {
  return m_pairs[indexOf(pain, technique)];
}

int Mastery::knownPairs() const {
  int count = 0;
  for (const Skill& one : m_pairs) count += one.known() ? 1 : 0;
  return count;
}

void Mastery::put(level::Pain pain, level::Technique technique, const Skill& skill) {
  m_pairs[indexOf(pain, technique)] = skill;
}

}  // namespace knead::learning
