// The result document and the score card.
#include "cli/report.hpp"

#include <cstdarg>

namespace knead::cli {
namespace {

Json postureJson(const sim::PostureView& posture) {
  return {{"lateral_shift_cm", rounded(posture.lateralShiftCm)},
          {"cobb_deg", rounded(posture.cobbDeg)},
          {"forward_head_deg", rounded(posture.forwardHeadDeg)},
          {"kyphosis_deg", rounded(posture.kyphosisDeg)},
          {"lordosis_deg", rounded(posture.lordosisDeg)},
          {"pelvic_tilt_deg", rounded(posture.pelvicTiltDeg)},
          {"sag", rounded(posture.sag)},
          {"deviation", rounded(posture.deviation)}};
}

std::string_view endingId(sim::Ending ending) { return sim::kEndingIds[static_cast<std::size_t>(ending)]; }

std::string_view endingText(sim::Ending ending) {
  switch (ending) {
    case sim::Ending::Time: return "time was up";
    case sim::Ending::Goal: return "the goal was reached and kept";
    case sim::Ending::Comfort: return "the person had had enough";
    case sim::Ending::Referred: return "sent to a doctor";
    case sim::Ending::Enough: return "it was said to be enough";
    default: return "not over yet";
  }
}

}  // namespace

std::string formatted(const char* format, ...) {
  char buffer[1024];
  std::va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(buffer, sizeof buffer, format, arguments);
  va_end(arguments);
  return buffer;
}

std::string grouped(long long number) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
  return (number < 0 ? "-" : "") + digits;
}

std::string starText(int stars) {
  std::string out;
  for (int i = 0; i < 3; ++i) out += i < stars ? "*" : "-";
  return out;
}

std::string_view moveName(const sim::MoveTime& move) {
  if (level::isTool(move.technique) || move.move == sim::Move::None) return level::idOf(move.technique);
  return sim::kMoveIds[static_cast<std::size_t>(move.move)];
}

Json resultJson(const level::Level& level, const sim::SessionSetup& setup, std::uint32_t ticks,
                const sim::ScoreCard& card) {
  Json knots = Json::array();
  for (std::size_t i = 0; i < card.knots.size() && i < level.knots.size(); ++i) {
    knots.push_back({{"id", level.knots[i].id},
                     {"released", card.knots[i].released},
                     {"tightness", rounded(card.knots[i].tightness)}});
  }
  Json moves = Json::array();
  for (const sim::MoveTime& move : card.moves) {
    moves.push_back({{"move", moveName(move)},
                     {"seconds", rounded(move.seconds)},
                     {"quality", rounded(move.quality)},
                     {"technique", level::idOf(move.technique)}});
  }
  Json terms = Json::array();
  for (const sim::ScoreTerm& term : card.terms) {
    terms.push_back({{"term", term.id}, {"points", term.points}, {"most", term.most}, {"why", term.why}});
  }
  return {{"level", level.id},
          {"level_hash", hexText(level.hash)},
          {"rules", sim::kRulesVersion},
          {"seed", setup.seed},
          {"ticks", ticks},
          {"score", card.score},
          {"stars", card.stars},
          {"ended", endingId(card.ending)},
          {"relief",
           {{"circulation", rounded(card.circulation)},
            {"endorphins", rounded(card.endorphins)},
            {"tension", rounded(card.tension)},
            {"heat", rounded(card.heat)}}},
          {"posture", rounded(card.posture)},
          {"insight", rounded(card.insight)},
          {"harm", card.harm},
          {"comfort", rounded(card.comfort)},
          {"pain_before", rounded(card.painBefore)},
          {"pain_after", rounded(card.painAfter)},
          {"afterglow", card.afterglow},
          {"knots", knots},
          {"posture_before", postureJson(card.postureBefore)},
          {"posture_after", postureJson(card.postureAfter)},
          {"moves", moves},
          {"terms", terms},
          {"state_hash", hexText(card.stateHash)}};
}

std::string resultText(const level::Level& level, std::uint32_t ticks, const sim::ScoreCard& card) {
  std::string out = formatted("%s (%s)\n", level.title.c_str(), level.id.c_str());
  out += formatted("%s points   %s   %.0f s, %s\n", grouped(card.score).c_str(), starText(card.stars).c_str(),
                   static_cast<double>(ticks) / sim::kTicksPerSecond, std::string(endingText(card.ending)).c_str());
  out += formatted("pain %.1f -> %.1f   comfort %.0f %%%s\n\n", static_cast<double>(card.painBefore),
                   static_cast<double>(card.painAfter), static_cast<double>(card.comfort) * 100.0,
                   card.afterglow ? "   afterglow" : "");
  for (const sim::ScoreTerm& term : card.terms) {
    const std::string most = term.most > 0 ? " of " + grouped(term.most) : std::string();
    out += formatted("  %-12s %8s%-11s  ", std::string(term.id).c_str(), grouped(term.points).c_str(), most.c_str()) +
           term.why + "\n";
  }
  if (!card.moves.empty()) out += "\n";
  for (const sim::MoveTime& move : card.moves) {
    out += formatted("  %-14s %6.1f s   quality %3.0f %%\n", std::string(level::idOf(move.technique)).c_str(),
                     static_cast<double>(move.seconds), static_cast<double>(move.quality) * 100.0);
  }
  if (!card.knots.empty()) out += "\n";
  for (std::size_t i = 0; i < card.knots.size() && i < level.knots.size(); ++i) {
    out += formatted("  knot %-20s %s (%.2f, was %.2f)\n", level.knots[i].id.c_str(),
                     card.knots[i].released ? "released" : "tight", static_cast<double>(card.knots[i].tightness),
                     static_cast<double>(card.knots[i].startTightness));
  }
  return out;
}

}  // namespace knead::cli
