#include "cli/study/pain_sorter.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace knead::cli {
namespace {

// Turns sums of evidence into shares of one.
Kinds sharesOf(Kinds logs) {
  const double most = *std::max_element(logs.begin(), logs.end());
  double sum = 0.0;
  for (double& one : logs) sum += one = std::exp(one - most);
  for (double& one : logs) one /= sum;
  return logs;
}

}  // namespace

void WhatHelped::told(std::size_t kind, const AnswerScores& credit) {
  for (std::size_t a = 0; a < credit.size(); ++a) m_credit[kind][a] += credit[a];
}

AnswerScores WhatHelped::scores(const Kinds& share) const {
  AnswerScores out{};
  for (std::size_t k = 0; k < kKinds; ++k) {
    double all = 1.0;
    for (const double credit : m_credit[k]) all = std::max(all, std::abs(credit));
    for (std::size_t a = 0; a < out.size(); ++a) out[a] += share[k] * m_credit[k][a] / all;
  }
  return out;
}

void PainSorter::met(std::size_t kind, const std::vector<std::string>& words) {
  for (const std::string& word : words) m_words[word][kind] += 1.0;
  m_texts[kind] += 1.0;
}

Kinds PainSorter::likely(const std::vector<std::string>& words) const {
  constexpr double kPrior = 1.0;  // texts of each kind that were not met, with words as everywhere
  const double texts = std::accumulate(m_texts.begin(), m_texts.end(), 0.0);
  Kinds logs{};
  for (const std::string& word : words) {
    const auto known = m_words.find(word);
    if (known == m_words.end()) continue;
    const double everywhere = std::accumulate(known->second.begin(), known->second.end(), 0.0) / texts;
    for (std::size_t k = 0; k < kKinds; ++k)
      logs[k] += std::log((known->second[k] + 2 * kPrior * everywhere) / (m_texts[k] + 2 * kPrior) / everywhere);
  }
  return sharesOf(logs);
}

void PractisedSorter::met(std::size_t kind, const std::vector<std::string>& words) {
  Text text{kind, {}};
  for (const std::string& word : words) {
    const auto [place, isNew] = m_places.try_emplace(word, m_words.size());
    if (isNew) m_words.emplace_back();
    m_words[place->second].texts += 1.0;
    text.words.push_back(place->second);
  }
  m_texts.push_back(std::move(text));
  goThroughAll();
}

// A text of many words is no louder than one of few.
PractisedSorter::Present PractisedSorter::present(const std::vector<std::size_t>& words) const {
  Present out;
  double length = 0.0;
  for (const std::size_t word : words) {
    out.emplace_back(word, std::log((static_cast<double>(m_texts.size()) + 1.0) / m_words[word].texts));
    length += out.back().second * out.back().second;
  }
  for (auto& [word, share] : out) share /= std::sqrt(std::max(length, 1e-9));
  return out;
}

Kinds PractisedSorter::expected(const Present& words) const {
  Kinds logs{};
  for (const auto& [word, share] : words) {
    for (std::size_t k = 0; k < kKinds; ++k) logs[k] += m_words[word].weight[k] * share;
  }
  return sharesOf(logs);
}

void PractisedSorter::goThroughAll() {
  // Chosen by half of the stories and half of the quiz; sizes around them did as well (docs/learner.md).
  constexpr int kTimes = 10;
  constexpr double kStep = 0.5, kForget = 0.05;
  std::vector<Present> texts;
  for (const Text& text : m_texts) texts.push_back(present(text.words));
  for (int time = 0; time < kTimes; ++time) {
    std::vector<Kinds> surprise;
    for (std::size_t t = 0; t < texts.size(); ++t) {
      Kinds one = expected(texts[t]);
      for (double& share : one) share = -share;
      one[m_texts[t].kind] += 1.0;
      surprise.push_back(one);
    }
    for (Word& word : m_words) {
      for (double& weight : word.weight) weight *= 1.0 - kForget;
    }
    for (std::size_t t = 0; t < texts.size(); ++t) {
      for (const auto& [word, share] : texts[t]) {
        for (std::size_t k = 0; k < kKinds; ++k) m_words[word].weight[k] += kStep * share * surprise[t][k];
      }
    }
  }
}

Kinds PractisedSorter::likely(const std::vector<std::string>& words) const {
  std::vector<std::size_t> known;
  for (const std::string& word : words) {
    const auto found = m_places.find(word);
    if (found != m_places.end()) known.push_back(found->second);
  }
  return expected(present(known));
}

}  // namespace knead::cli
