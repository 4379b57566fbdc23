#include "learning/export.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "core/date.hpp"

namespace knead::learning {
namespace {

using Ordered = nlohmann::ordered_json;

Ordered about() {
  return {
      {"what", "What the game Knead knows about your learning. It was made on your computer and sent to nobody."},
      {"day", "whole days since 1970-01-01, UTC"},
      {"summary.known_pairs", "pain/technique pairs you know: p at least 0.95, and right on two different days"},
      {"summary.quiz", "rights of 9 pains and of 3 stop signs: before, after the campaign, a week later"},
      {"summary.quiz.gain", "(now - before) / (9 - before): the share of what was missing that is there now"},
      {"summary.quiz.verdict", "not_measured, not_shown or learned (a week later 7 of 9, or a gain of 0.5)"},
      {"summary.quiz.chance_right", "rights of 9 to expect from guessing"},
      {"summary.quiz.chance_of_later", "how likely guessing alone reaches as many rights as you had a week later"},
      {"record.sessions", "sessions begun"},
      {"record.skills",
       "for each pair asked, and for knowing when to refer: p, the chance 0 to 1 that you know it "
       "(Bayesian knowledge tracing, Corbett and Anderson 1995), and the answers it rests on"},
      {"record.review", "box 1 to 5 of each pain, due again 1, 3, 7, 15 or 30 days and sessions after day and session"},
      {"record.confusion", "how often each first choice was made for a pain, and how often it was wrong"},
      {"record.quiz_other_way_round", "false: form A before and B after; true: B before and A after"},
      {"record.quizzes", "the quizzes you took; the choice none is \"not sure\""},
      {"record.answers", "each answer before a treatment, the newest 5000; hints: signs were shown"},
  };
}

const char* idOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::NotMeasured: return "not_measured";
    case Verdict::NotShown: return "not_shown";
    case Verdict::Learned: break;
  }
  return "learned";
}

Ordered numberOrNull(std::optional<int> number) { return number ? Ordered(*number) : Ordered(); }
Ordered numberOrNull(std::optional<float> number) { return number ? Ordered(static_cast<double>(*number)) : Ordered(); }

Ordered quizSummary(const QuizReport& report) {
  Ordered out;
  for (std::size_t i = 0; i < kQuizKindIds.size(); ++i) {
    const std::string kind(kQuizKindIds[i]);
    out[kind] = {{"pains", numberOrNull(report.pains[i])}, {"stop_signs", numberOrNull(report.safety[i])}};
  }
  const std::optional<int> later = report.pains[static_cast<std::size_t>(QuizKind::Later)];
  out["gain"] = {{"after", numberOrNull(report.gainAfter)}, {"later", numberOrNull(report.gainLater)}};
  out["verdict"] = idOf(report.verdict);
  out["chance_right"] = static_cast<double>(kChanceRight);
  out["chance_of_later"] = later ? Ordered(chanceOfAtLeast(*later, kPainItems)) : Ordered();
  return out;
}

Ordered knownPairs(const Mastery& mastery) {
  Ordered out = Ordered::array();
  for (const std::string_view painId : level::kPainIds) {
    for (const std::string_view id : level::kTechniqueIds) {
      if (mastery.known(*painOf(painId), *level::techniqueOf(id))) {
        out.push_back(std::string(painId) + "/" + std::string(id));
      }
    }
  }
  return out;
}

}  // namespace

std::string exportJson(const Record& record) {
  Ordered out;
  out["about"] = about();
  out["summary"] = {{"known_pairs", knownPairs(record.mastery())},
                    {"knows_when_to_refer", record.mastery().refer().known()},
                    {"quiz", quizSummary(record.report())}};
  out["record"] = record.toJson();
  return out.dump(2, ' ', false, Ordered::error_handler_t::replace) + "\n";
}

std::string csvCell(std::string_view text) {
  std::string cell;
  // Tab and carriage return too: some spreadsheets drop them and then see a formula.
  constexpr std::string_view kStartsFormula = "=+-@\t\r";
  if (!text.empty() && kStartsFormula.find(text.front()) != std::string_view::npos) cell = "'";
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string exportCsv(const Record& record) {
  std::string out = "day,date,level,person,pain,question,answer,right,hints\r\n";
  for (const LogEntry& one : record.log()) {
    const std::array<std::string, 9> cells = {std::to_string(one.day),
                                              dateOf(one.day),
                                              one.level,
                                              one.person,
                                              std::string(level::idOf(one.pain)),
                                              std::string(learning::idOf(one.question)),
                                              std::string(learning::idOf(one.answer)),
                                              one.right ? "yes" : "no",
                                              one.hints ? "yes" : "no"};
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? "," : "") + csvCell(cells[i]);
    out += "\r\n";
  }
  return out;
}

}  // namespace knead::learning
