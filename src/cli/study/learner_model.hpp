// Simulated players who know nothing at first and learn from what the game tells after each person. They see the text
// that a player sees before the guess and the feedback after it; never the pain's name before the guess, never a table
// of answers.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/study/pain_sorter.hpp"
#include "core/random.hpp"
#include "learning/choice.hpp"
#include "level/level.hpp"

namespace knead::cli {

// What somebody attends to, and whether feedback changes anything.
enum class Mind : std::uint8_t {
  Learner,  // the person's words and signs; learns from verdict, reasons and relief
  Reader,   // the same, and reads the page of the pain that the results open
  Sorter,   // reads it too, and sorts people by the pain that stands over it: what helped one helps all alike
  Student,  // the same, and the person's role; practises what it met, and knows a little English
  Literal,  // the same as that without the English: every word is a word for itself
  Names,    // learns alike, but attends to the person's name and the session's length
  Habit,    // learns alike, but only what helps in general; attends to nobody
  Same,     // attends to the signs and says once more what it said before
  Unmoved   // guesses, and never learns
};
inline constexpr std::array<std::string_view, 9> kMindIds = {"learner", "reader", "sorter", "student", "literal",
                                                             "names",   "habit",  "same",   "unmoved"};

// What a player sees of somebody before the guess.
struct Seen {
  std::string name, role, words;
  std::vector<std::string> signs;
  int seconds = 0;
};

// What the game tells when it is over.
struct Told {
  learning::Choice said = learning::Choice::None;
  bool right = false;  // the verdict on the first choice
  bool refer = false;  // a doctor was what was wanted
  struct Reason {
    level::Technique technique;
    bool helps = false;
    std::string text;
  };
  std::vector<Reason> reasons;            // the lines of the results
  std::optional<level::Technique> named;  // the first move, where another was said
  // Techniques used and the drop of the pain, -1..1, that came of the session.
  std::vector<level::Technique> used;
  double relief = 0.0;
  level::Pain pain{};                 // whose page of the Atlas the results open
  std::string looks, best, stopSign;  // what it says, for the one who reads it; empty: nothing
};

class Apprentice {
 public:
  Apprentice(Mind mind, std::uint64_t seed) : m_mind(mind), m_random(seed, 77) {}

  // The best of the answers allowed; among equals by chance.
  [[nodiscard]] learning::Choice guess(const Seen& seen, std::span<const learning::Choice> allowed);
  // Whichever technique would come next, for the rest of the session.
  [[nodiscard]] level::Technique second(const Seen& seen, learning::Choice first);
  void learn(const Seen& seen, const Told& told);

 private:
  using Scores = AnswerScores;
  struct Word {
    Scores credit{};
    double met = 0.0;
  };
  [[nodiscard]] std::vector<std::string> wordsOf(const Seen& seen) const;
  [[nodiscard]] std::string textOf(const Seen& seen) const;
  [[nodiscard]] std::vector<std::string> read(std::string_view text) const;
  [[nodiscard]] Scores scoresOf(const Seen& seen) const;
  [[nodiscard]] bool practises() const { return m_mind == Mind::Student || m_mind == Mind::Literal; }
  // What was read once says nothing new.
  bool isNews(const std::string& text) { return !text.empty() && m_read.insert(text).second; }
  void note(const std::vector<std::string>& words, const Scores& credit);
  void sort(const Seen& seen, const Told& told, const Scores& credit);

  Mind m_mind;
  Random m_random;
  std::map<std::string, Word> m_words;
  PainSorter m_sorter;
  PractisedSorter m_practised;
  WhatHelped m_helped;
  std::set<std::string> m_read;
  double m_people = 0.0;
};

}  // namespace knead::cli
