#include "learning/record.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "core/random.hpp"

namespace knead::learning {
namespace {

// Cut between characters: half a one is no UTF-8.
std::string shortened(const std::string& text) {
  if (text.size() <= kMostNameBytes) return text;
  std::size_t end = kMostNameBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

int asDay(int day) { return std::clamp(day, 0, kLastDay); }

std::size_t countOf(const level::Intake& intake, Question question) {
  switch (question) {
    case Question::First: return intake.first.size();
    case Question::Also: return intake.also.size();
    case Question::Avoid: return intake.avoid.size();
    case Question::Refer: break;
  }
  return 1;
}

}  // namespace

void Record::sessionBegun() { m_sessions = std::min(m_sessions + 1, kMostSessions); }

void Record::answered(const AnsweredIntake& one, const level::Intake& intake, const level::PainCard& card) {
  const int day = asDay(one.day);
  for (const Observation& seen : observationsOf(one.pain, card, intake, one.said)) {
    const auto rightOnes = static_cast<int>(countOf(intake, seen.question));
    m_mastery.observe(seen, day, one.options > 0 ? guessOf(one.options, rightOnes) : kGuess);
  }
  const bool aboutReferring = intake.refer || one.said.refer;
  const Choice first = one.said.refer ? Choice::Refer : choiceOf(one.said.first);
  const Question asked = aboutReferring ? Question::Refer : Question::First;
  const bool right = isRight(intake, one.said, asked);
  m_confusion.add(one.pain, first, right);
  // Who was sent away without need is asked about stop signs again; the pain itself was not answered.
  if (aboutReferring) m_review.answered(Card::refer(), right, day, m_sessions);
  if (!aboutReferring && one.said.first) m_review.answered(Card::of(one.pain), right, day, m_sessions);

  const LogEntry line{day, shortened(one.level), shortened(one.person), one.pain, asked, first, right, one.hints};
  if (aboutReferring) {
    note(line);
    return;
  }
  const std::array<std::pair<Question, Choice>, 3> answers = {{{Question::First, first},
                                                               {Question::Also, choiceOf(one.said.also)},
                                                               {Question::Avoid, choiceOf(one.said.avoid)}}};
  for (const auto& [question, choice] : answers) {
    if (choice == Choice::None) continue;
    LogEntry next = line;
    next.question = question;
    next.answer = choice;
    next.right = isRight(intake, one.said, question);
    note(std::move(next));
  }
}

void Record::note(LogEntry entry) {
  if (m_log.size() >= kLogKept) m_log.pop_front();
  m_log.push_back(std::move(entry));
}

void Record::take(QuizResult result) {
  result.day = asDay(result.day);
  if (result.answers.size() > static_cast<std::size_t>(kFormItems)) {
    result.answers.resize(static_cast<std::size_t>(kFormItems));
  }
  for (QuizAnswer& one : result.answers) one.item = shortened(one.item);
  if (m_quizzes.size() < kQuizzesKept) m_quizzes.push_back(std::move(result));
}

void Record::drawQuizOrder(std::uint64_t seed) {
  if (!m_otherWayRound) m_otherWayRound = Random(seed).below(2) == 1;
}

std::optional<QuizKind> Record::dueQuiz(int campaignFinished, int day) const {
  return learning::dueQuiz(m_quizzes, m_sessions, campaignFinished, day);
}

Form Record::formOf(QuizKind kind) const { return learning::formOf(kind, m_otherWayRound.value_or(false)); }

}  // namespace knead::learning
