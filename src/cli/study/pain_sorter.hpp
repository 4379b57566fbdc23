// Sorts people by the pain that the game named when they left: which words stood with which pain, and what helped whom
// it was named for. A naive Bayes classifier over the words present, with Laplace's correction.
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

class PainSorter {
 public:
  // The pains in order, then those who needed a doctor.
  static constexpr std::size_t kKinds = level::kPainCount + 1, kDoctor = level::kPainCount;
  // A text (its stems) that belongs to a kind.
  void met(std::size_t kind, const std::vector<std::string>& stems);
  // What the game told of each answer for somebody of a kind.
  void told(std::size_t kind, const AnswerScores& credit);
  // What each answer is worth for whom these words are about: what is known of each kind, by how likely it is.
  [[nodiscard]] AnswerScores scores(const std::vector<std::string>& stems) const;

 private:
  using Counts = std::array<double, kKinds>;
  [[nodiscard]] Counts likely(const std::vector<std::string>& stems) const;
  std::map<std::string, Counts> m_words;
  Counts m_texts{};
  std::array<AnswerScores, kKinds> m_credit{};
};

}  // namespace knead::cli
