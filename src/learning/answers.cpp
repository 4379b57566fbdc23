#include "learning/answers.hpp"

#include <algorithm>

namespace knead::learning {
namespace {

using level::Fit;
using level::Technique;

bool holds(const std::vector<Technique>& list, std::optional<Technique> one) {
  return one && std::find(list.begin(), list.end(), *one) != list.end();
}

bool bookAgrees(const level::PainCard& card, Technique technique, Question question) {
  const Fit fit = card.fit[static_cast<std::size_t>(technique)];
  switch (question) {
    case Question::First: return fit == Fit::Much;
    case Question::Also: return fit >= Fit::Good;
    case Question::Avoid: return fit == Fit::Harm;
    case Question::Refer: break;
  }
  return false;
}

// The level's own first word, or else the book's best; nothing if a level wants nothing here.
std::optional<Technique> bestOf(const std::vector<Technique>& list, const level::PainCard& card, Question question) {
  if (!list.empty()) return list.front();
  if (question != Question::First) return std::nullopt;
  const auto best = std::max_element(card.fit.begin(), card.fit.end());
  return static_cast<Technique>(best - card.fit.begin());
}

}  // namespace

bool isRight(const level::Intake& intake, const Prediction& said, Question question) {
  switch (question) {
    case Question::First: return holds(intake.first, said.first);
    case Question::Also: return holds(intake.also, said.also);
    case Question::Avoid: return holds(intake.avoid, said.avoid);
    case Question::Refer: break;
  }
  return intake.refer == said.refer;
}

std::vector<Observation> observationsOf(level::Pain pain, const level::PainCard& card, const level::Intake& intake,
                                        const Prediction& said) {
  std::vector<Observation> out;
  if (intake.refer || said.refer) {
    out.push_back({pain, std::nullopt, isRight(intake, said, Question::Refer), Question::Refer});
    return out;
  }
  const auto ask = [&](Question question, const std::vector<Technique>& list, std::optional<Technique> chosen) {
    if (!chosen) return;
    if (holds(list, chosen)) {
      out.push_back({pain, chosen, true, question});
      return;
    }
    if (!bookAgrees(card, *chosen, question)) out.push_back({pain, chosen, false, question});
    if (question == Question::Avoid) return;
    const auto best = bestOf(list, card, question);
    if (best && best != chosen) out.push_back({pain, best, false, question});
  };
  ask(Question::First, intake.first, said.first);
  ask(Question::Also, intake.also, said.also);
  ask(Question::Avoid, intake.avoid, said.avoid);
  return out;
}

}  // namespace knead::learning
