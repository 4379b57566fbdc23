#include "cli/study/pain_sorter.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace knead::cli {

void PainSorter::met(std::size_t kind, const std::vector<std::string>& stems) {
  for (const std::string& word : stems) m_words[word][kind] += 1.0;
  m_texts[kind] += 1.0;
}

void PainSorter::told(std::size_t kind, const AnswerScores& credit) {
  for (std::size_t a = 0; a < credit.size(); ++a) m_credit[kind][a] += credit[a];
}

PainSorter::Counts PainSorter::likely(const std::vector<std::string>& stems) const {
  constexpr double kPrior = 1.0;  // texts of each kind that were not met, with words as everywhere
  const double texts = std::accumulate(m_texts.begin(), m_texts.end(), 0.0);
  Counts logs{};
  for (const std::string& word : stems) {
    const auto known = m_words.find(word);
    if (known == m_words.end()) continue;
    const double everywhere = std::accumulate(known->second.begin(), known->second.end(), 0.0) / texts;
    for (std::size_t k = 0; k < kKinds; ++k)
      logs[k] += std::log((known->second[k] + 2 * kPrior * everywhere) / (m_texts[k] + 2 * kPrior) / everywhere);
  }
  const double most = *std::max_element(logs.begin(), logs.end());
  double sum = 0.0;
  for (double& one : logs) sum += one = std::exp(one - most);
  for (double& one : logs) one /= sum;
  return logs;
}

AnswerScores PainSorter::scores(const std::vector<std::string>& stems) const {
  AnswerScores out{};
  const Counts share = likely(stems);
  for (std::size_t k = 0; k < kKinds; ++k) {
    double all = 1.0;
    for (const double credit : m_credit[k]) all = std::max(all, std::abs(credit));
    for (std::size_t a = 0; a < out.size(); ++a) out[a] += share[k] * m_credit[k][a] / all;
  }
  return out;
}

}  // namespace knead::cli
