// Two ways to sort people by the pain that the game named when they left, and what helped whom it was named for. They
// know words and kinds; where the words come from is the apprentice's.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "learning/choice.hpp"
#include "level/level.hpp"

namespace knead::cli {

// Answers in the order of learning::Choice: eleven techniques and Refer.
inline constexpr int kAnswers = level::kTechniqueCount + 1;
using AnswerScores = std::array<double, kAnswers>;

// The pains in order, then those who needed a doctor.
inline constexpr std::size_t kKinds = level::kPainCount + 1, kDoctor = level::kPainCount;
using Kinds = std::array<double, kKinds>;

// What the game told of each answer, by kind.
class WhatHelped {
 public:
  void told(std::size_t kind, const AnswerScores& credit);
  // What each answer is worth for somebody who is of each kind by so much, 0..1.
  [[nodiscard]] AnswerScores scores(const Kinds& share) const;

 private:
  std::array<AnswerScores, kKinds> m_credit{};
};

// Which words stood with which pain: a naive Bayes classifier over the words present, with Laplace's correction.
class PainSorter {
 public:
  // A text (its words, each once) that belongs to a kind.
  void met(std::size_t kind, const std::vector<std::string>& words);
  [[nodiscard]] Kinds likely(const std::vector<std::string>& words) const;

 private:
  std::map<std::string, Kinds> m_words;
  Kinds m_texts{};
};

// Remembers every text, goes through them all again after each new one, and learns from its own mistakes: where a word
// made it expect another kind than the text was of, the word counts less for the one and more for the other. (Softmax
// regression over the words present, the delta rule of Rescorla and Wagner 1972; words of few texts count more.)
class PractisedSorter {
 public:
  void met(std::size_t kind, const std::vector<std::string>& words);
  [[nodiscard]] Kinds likely(const std::vector<std::string>& words) const;

 private:
  struct Word {
    double texts = 0.0;
    Kinds weight{};
  };
  struct Text {
    std::size_t kind = 0;
    std::vector<std::size_t> words;
  };
  using Present = std::vector<std::pair<std::size_t, double>>;  // word, share of the text
  [[nodiscard]] Present present(const std::vector<std::size_t>& words) const;
  [[nodiscard]] Kinds expected(const Present& words) const;
  void goThroughAll();
  std::map<std::string, std::size_t> m_places;
  std::vector<Word> m_words;
  std::vector<Text> m_texts;
};

}  // namespace knead::cli
