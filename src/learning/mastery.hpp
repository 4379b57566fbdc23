// How surely the player knows each pair of pain and technique, and when to refer: Bayesian knowledge tracing (Corbett
// and Anderson 1995, "Knowledge tracing: modeling the acquisition of procedural knowledge"). The model is theirs, its
// numbers are the game's. Knows no levels and no clock: the day comes in.
#pragma once

#include <array>
#include <optional>

#include "learning/answers.hpp"
#include "level/technique.hpp"

namespace knead::learning {

inline constexpr float kKnownAtFirst = 0.20F;  // game: chance that a new player knows the pair
inline constexpr float kLearnRate = 0.15F;     // game: chance to learn it from one answer and its explanation
inline constexpr float kSlip = 0.10F;          // game: knows it and answers wrong
inline constexpr float kGuess = 0.25F;         // game: does not know it and answers right; four options
inline constexpr float kKnownFrom = 0.95F;     // Corbett and Anderson 1995: mastery
// Game: nobody is believed beyond doubt. At 1 exactly no wrong answer could ever lower the chance again.
inline constexpr float kSurest = 0.999F;
inline constexpr int kMostAnswers = 1000000;  // counters stop here

// What one skill's answers say so far. Days are whole days since 1970-01-01, UTC.
struct Skill {
  float p = kKnownAtFirst;  // chance that it is known, 0..1
  int right = 0, wrong = 0;
  int firstRightDay = 0, lastRightDay = 0;  // earliest and latest day of a right answer; only if right > 0

  [[nodiscard]] bool touched() const { return right + wrong > 0; }
  // Sure enough, and right on two different days: without the second part cramming would pass for knowing.
  [[nodiscard]] bool known() const { return p >= kKnownFrom && right > 0 && firstRightDay != lastRightDay; }
  friend bool operator==(const Skill&, const Skill&) = default;
};

// The chance after one more answer. `p` 0..1; `guess` 0..0.5.
[[nodiscard]] float traced(float p, bool right, float guess = kGuess);
// The chance to be right by guessing where `rightOnes` of `options` are right, at most one half; kGuess if there are
// fewer than two options.
[[nodiscard]] float guessOf(int options, int rightOnes = 1);

class Mastery {
 public:
  inline static constexpr int kPairCount = level::kPainCount * level::kTechniqueCount;

  void observe(level::Pain pain, level::Technique technique, bool right, int day, float guess = kGuess);
  void observeRefer(bool right, int day, float guess = kGuess);
  void observe(const Observation& seen, int day, float guess = kGuess);

  [[nodiscard]] const Skill& of(level::Pain pain, level::Technique technique) const;
  [[nodiscard]] const Skill& refer() const { return m_refer; }
  [[nodiscard]] bool known(level::Pain pain, level::Technique technique) const { return of(pain, technique).known(); }
  // Pairs known, 0..99; refer is not among them.
  [[nodiscard]] int knownPairs() const;

  // For the one who reads a kept record.
  void put(level::Pain pain, level::Technique technique, const Skill& skill);
  void putRefer(const Skill& skill) { m_refer = skill; }
  friend bool operator==(const Mastery&, const Mastery&) = default;

 private:
  std::array<Skill, static_cast<std::size_t>(kPairCount)> m_pairs{};
  Skill m_refer;
};

}  // namespace knead::learning
