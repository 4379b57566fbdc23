#include "app/screens/results_words.hpp"

#include <algorithm>

#include "app/words/pains.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"
#include "daily/daily.hpp"

namespace knead::app {
namespace {

using level::Technique;
using words::tr;

// Shares: of the time that hands worked, of the pain that changed; and the comfort that is still high. game
constexpr float kLittleTime = .2F, kLittleChange = .1F, kAtEase = .85F;
constexpr float kHardlyS = 1;

float worked(const sim::ScoreCard& card) {
  float seconds = 0;
  for (const sim::MoveTime& move : card.moves) seconds += move.seconds;
  return seconds;
}

}  // namespace

bool wentWell(const sim::ScoreCard& card) { return card.stars > 0 && card.ending != sim::Ending::Comfort; }

const char* backWord(const level::Level& level, float hoursAfter) {
  if (hoursAfter > 0) return tr("people");
  return daily::dayOfId(level.id) ? tr("back") : tr("clients");
}

const char* lessonHead(const level::Level& level, const sim::ScoreCard& card) {
  if (level.people() > 1) return tr("What is known");
  if (level.intake.refer) return tr("Why no hands today");
  return card.stars > 0 ? tr("What helped, and why") : tr("What would have helped");
}

std::string nextStar(const level::Level& level, const sim::ScoreCard& card) {
  if (!card.visits.empty()) return tr("Several people: the mean of their stars, rounded down.");
  if (level.intake.refer) return tr("Here the stars are for sending them to a doctor first.");
  const float line = card.stars == 0 ? level.stars.one : card.stars == 1 ? level.stars.two : level.stars.three;
  const float got = card.painBefore > 0 ? clamp01(1 - card.painAfter / card.painBefore) : 0.0F;
  return words::fill(
      tr("Next star: {line} less {pain}. This time: {got}."),
      {{"line", words::percent(line)}, {"pain", words::measureWord(level.pain)}, {"got", words::percent(got)}});
}

std::string closingWords(const level::Level& person, const sim::ScoreCard& card) {
  if (wentWell(card)) return words::quoted(person.person.better);
  if (card.ending == sim::Ending::Referred) return tr("Nobody laid a hand on this back: it is as it came.");
  if (person.intake.refer && worked(card) < kHardlyS)
    return tr("No hands, but no doctor either: the sign still stands.");
  const float change =
      card.painAfter > card.painBefore ? card.painAfter - card.painBefore : card.painBefore - card.painAfter;
  if (!person.intake.refer && card.comfort >= kAtEase && change <= kLittleChange * card.painBefore)
    return worked(card) < kLittleTime * static_cast<float>(person.seconds)
               ? tr("Little was done here, and little has changed.")
               : words::quoted(tr("It feels much as it did. Thank you for trying."));
  return words::quoted(person.person.worse);
}

std::vector<Reason> reasonsOf(const level::Level& person, const sim::IntakeAnswer& said) {
  const level::Intake& right = person.intake;
  std::vector<Reason> out;
  for (const level::Why& why : right.why) {
    const Technique t = why.technique;
    const bool unwise = level::holds(right.avoid, t);
    const bool left = unwise && said.avoid == t;
    const bool used =
        (said.first == t && level::holds(right.first, t)) || (said.also == t && level::holds(right.also, t));
    out.push_back({t,
                   left     ? tr("you said: leave alone")
                   : used   ? tr("predicted")
                   : unwise ? tr("not now")
                            : tr("helps"),
                   tr(why.text), !unwise, left || used});
  }
  const auto rank = [&](const Reason& one) {
    return level::holds(right.first, one.technique)  ? 0
           : level::holds(right.also, one.technique) ? 1
           : one.helps                               ? 2
                                                     : 3;
  };
  std::stable_sort(out.begin(), out.end(), [&](const Reason& a, const Reason& b) { return rank(a) < rank(b); });
  return out;
}

}  // namespace knead::app
