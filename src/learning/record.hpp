// All that is known of one player's learning: mastery, review queue, confusions, quizzes and the log of answers. To and
// from JSON; who keeps the file, and its schema number, is the caller's. Knows no clock: the day comes in.
#pragma once

#include <cstdint>
#include <deque>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "learning/answers.hpp"
#include "learning/confusion.hpp"
#include "learning/mastery.hpp"
#include "learning/quiz_plan.hpp"
#include "learning/review.hpp"
#include "level/level.hpp"

namespace knead::learning {

inline constexpr std::size_t kLogKept = 5000;      // answers; the oldest go first
inline constexpr std::size_t kMostNameBytes = 80;  // of ids and names in the log; longer ones are cut
inline constexpr std::size_t kQuizzesKept = 100;
inline constexpr int kLastDay = 1000000;  // days since 1970-01-01; a larger one is no date
inline constexpr int kMostSessions = 1000000;
// A file of the largest record, written with an indent of two, is smaller.
inline constexpr std::size_t kRecordFileLimit = 4U << 20U;

// One answer to one question of an intake.
struct LogEntry {
  int day = 0;
  std::string level, person;  // id, name
  level::Pain pain = level::Pain::Doms;
  Question question = Question::First;
  Choice answer = Choice::None;
  bool right = false;
  bool hints = false;  // the game's signs were shown while it was answered
  friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

// An intake as it was answered.
struct AnsweredIntake {
  int day = 0;  // days since 1970-01-01, UTC
  std::string level, person;
  level::Pain pain = level::Pain::Doms;
  Prediction said;
  bool hints = false;
  int options = 0;  // how many a question offered; 0: guess by the usual four
};

class Record {
 public:
  // Call it when a session begins, before its intake is answered: reviews wait for sessions as well as for days.
  void sessionBegun();
  // Brings an answered intake into mastery, review queue, confusions and log. `intake` and `card` are of its level and
  // its pain. An intake left empty tells of nothing, except where the person had to be referred.
  void answered(const AnsweredIntake& one, const level::Intake& intake, const level::PainCard& card);
  void take(QuizResult result);
  // Decides once, from the seed, which way round this player meets the forms; later calls change nothing.
  void drawQuizOrder(std::uint64_t seed);

  [[nodiscard]] const Mastery& mastery() const { return m_mastery; }
  [[nodiscard]] const ReviewQueue& review() const { return m_review; }
  [[nodiscard]] const Confusion& confusion() const { return m_confusion; }
  [[nodiscard]] const std::vector<QuizResult>& quizzes() const { return m_quizzes; }
  [[nodiscard]] const std::deque<LogEntry>& log() const { return m_log; }
  [[nodiscard]] int sessions() const { return m_sessions; }

  // See quiz_plan.hpp. `campaignFinished`: levels of the campaign that were finished.
  [[nodiscard]] std::optional<QuizKind> dueQuiz(int campaignFinished, int day) const;
  [[nodiscard]] Form formOf(QuizKind kind) const;
  [[nodiscard]] QuizReport report() const { return reportOf(m_quizzes); }
  [[nodiscard]] std::vector<Card> dueCards(int day, std::optional<Card> last = std::nullopt) const {
    return m_review.due(day, m_sessions, last);
  }

  // An object without "schema". fromJson(toJson(), ..) gives an equal record, to the last bit.
  [[nodiscard]] nlohmann::json toJson() const;
  // Keys that are missing keep their first value and keys it does not know are passed over. Error, with its place in
  // `file`: a value of a wrong type or out of range, an id the game does not know.
  [[nodiscard]] static Result<Record> fromJson(const nlohmann::json& document, const std::string& file);

  friend bool operator==(const Record&, const Record&) = default;

 private:
  void note(LogEntry entry);

  int m_sessions = 0;
  Mastery m_mastery;
  ReviewQueue m_review;
  Confusion m_confusion;
  std::optional<bool> m_otherWayRound;
  std::vector<QuizResult> m_quizzes;
  std::deque<LogEntry> m_log;
};

}  // namespace knead::learning
