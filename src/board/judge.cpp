#include "board/judge.hpp"

#include "replay/verify.hpp"

namespace knead::board {

std::optional<Verdict> objection(const replay::Header& header) {
  if (header.setup.carry != sim::Carry{}) return Verdict::NotRanked;
  return std::nullopt;
}

std::uint32_t mostTicks(const level::Level& level, const sim::Assists& assists) {
  std::uint32_t seconds = 0;
  for (std::size_t i = 0; i < level.people(); ++i) seconds += static_cast<std::uint32_t>(level.visit(i).seconds);
  return (assists.noTimer ? sim::kUntimedSeconds : seconds) * sim::kTicksPerSecond;
}

Judgement judge(const replay::Replay& replay, const level::Level& level) {
  Judgement out;
  out.claimedScore = replay.claim.score;
  out.ticks = static_cast<std::uint32_t>(replay.inputs.size());
  if (const auto against = objection(replay.header)) {
    out.verdict = *against;
    return out;
  }
  if (out.ticks > mostTicks(level, replay.header.setup.assists)) {
    out.verdict = Verdict::Malformed;
    out.why = "it goes on after the level's end";
    return out;
  }
  const replay::Verification seen = replay::verify(replay, &level);
  out.why = seen.why;
  // No game writes that: it would make another recording of the same play.
  if (seen.goesOn) {
    out.verdict = Verdict::Malformed;
    return out;
  }
  switch (seen.verdict) {
    case replay::Verdict::UnknownLevel: out.verdict = Verdict::UnknownLevel; return out;
    case replay::Verdict::OtherRules: out.verdict = Verdict::OtherRules; return out;
    case replay::Verdict::Unfinished: out.verdict = Verdict::Unfinished; return out;
    case replay::Verdict::Equal: out.verdict = Verdict::Accepted; break;
    case replay::Verdict::StateDiffers:
    case replay::Verdict::ScoreDiffers: out.verdict = Verdict::ScoreDiffers; break;
  }
  // A play that drifts may not have come to its end at all.
  if (seen.card->ending == sim::Ending::Running) {
    out.verdict = Verdict::Unfinished;
    return out;
  }
  out.driftSecond = seen.firstDifferentSecond.value_or(0);
  out.score = seen.card->score;
  out.stars = seen.card->stars;
  out.painBefore = hundredthsOf(seen.card->painBefore);
  out.painAfter = hundredthsOf(seen.card->painAfter);
  out.ending = seen.card->ending;
  out.stateHash = seen.card->stateHash;
  // Drift that leads to the same score is counted by driftSecond and said to nobody.
  if (out.score == out.claimedScore && out.stars == replay.claim.stars) out.verdict = Verdict::Accepted;
  return out;
}

}  // namespace knead::board
