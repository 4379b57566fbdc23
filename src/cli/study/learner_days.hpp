// The campaign as the game offers it: a level a day, before it the review of what is due, and if one likes today's back
// as well. The days and the record of what was answered are the game's own; only stories that are kept back, to be
// asked about later, come in none of it.
#pragma once

#include <functional>

#include "cli/study/learner_world.hpp"
#include "learning/record.hpp"

namespace knead::cli {

class Days {
 public:
  // `isKept`: whether a story, by its place in the file, is kept back.
  Days(const World& world, std::function<bool(std::size_t)> isKept, bool todaysBack, ExpertHands& hands);
  // From the first level to the review on the day after the last. `firstDay`: days since 1970-01-01.
  void play(Apprentice& player, int firstDay);
  [[nodiscard]] int answers() const { return m_answers; }  // in reviews

 private:
  void session(const level::Level& one, Apprentice& player);
  void today(Apprentice& player);
  void review(Apprentice& player);
  void note(const std::string& level, level::Pain pain, learning::Choice said, const level::Intake& right, int options);

  const World& m_world;
  std::function<bool(std::size_t)> m_isKept;
  bool m_todaysBack;
  ExpertHands& m_hands;
  std::vector<daily::Story> m_told;  // that reviews may tell
  learning::Record m_record;
  int m_day = 0, m_answers = 0;
};

}  // namespace knead::cli
