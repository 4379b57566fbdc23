// What the study of learners plays with: the people of the campaign in order, the stories that no level tells, the
// quiz, and what the game tells of each of them. Holds and tells; learns nothing.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/study/learner_model.hpp"
#include "core/result.hpp"
#include "daily/daily.hpp"
#include "daily/review_question.hpp"
#include "learning/quiz.hpp"

namespace knead::cli {

struct World {
  std::vector<level::Level> people;  // of the campaign in order, each alone; those of one level have its id
  daily::Material material;
  std::vector<level::Level> others;  // of each story in the file's order: its first day from 1970-01-01 on
  learning::QuizBank quiz;
};

// `folder`: of the levels; the assets lie beside it.
[[nodiscard]] Result<World> readWorld(const std::string& folder);

[[nodiscard]] Seen seenOf(const level::Level& one);
[[nodiscard]] std::vector<learning::Choice> everyAnswer();
[[nodiscard]] bool isRight(const level::Level& one, learning::Choice said);

// One session a person by an expert's hands, with what was guessed first and what comes next after it: knowledge is
// measured, not skill. Remembers what came of it, as the same is played more than once.
class ExpertHands {
 public:
  explicit ExpertHands(std::uint64_t seed) : m_seed(seed) {}
  // Drop of the pain, -1..1. `used`: two techniques.
  double reliefBy(const level::Level& one, const std::vector<level::Technique>& used);

 private:
  std::uint64_t m_seed;
  std::map<std::pair<const level::Level*, std::vector<level::Technique>>, double> m_known;
};

// Somebody comes: guesses, lays hands on, is told, learns. What was said first.
learning::Choice meet(const World& world, const level::Level& one, Apprentice& player, ExpertHands& hands);
// What the review tells once it was answered.
[[nodiscard]] Told toldBy(const World& world, const daily::Story& story, const daily::ReviewQuestion& question,
                          learning::Choice said);

}  // namespace knead::cli
