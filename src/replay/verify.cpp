// The re-run. A claim that differs is not an accusation: the words stay plain.
#include "replay/verify.hpp"

#include "core/hash.hpp"
#include "replay/cursor.hpp"

namespace knead::replay {
namespace {

std::string hashText(std::uint64_t hash) { return hexOf(hash).text; }

void compareResult(const Replay& replay, Verification& out) {
  const Claim& claim = replay.claim;
  const sim::ScoreCard& card = *out.card;
  const auto differs = [&out](Verdict verdict, std::string why) {
    out.verdict = verdict;
    out.why = std::move(why);
  };
  if (card.stateHash != claim.stateHash) {
    out.firstDifferentSecond = static_cast<std::uint32_t>(replay.inputs.size() / kTicksPerHash + 1);
    differs(Verdict::StateDiffers,
            "the state at the end is " + hashText(card.stateHash) + ", the replay says " + hashText(claim.stateHash));
  } else if (card.score != claim.score || card.stars != claim.stars || card.ending != claim.ending) {
    differs(Verdict::ScoreDiffers, "the result is " + std::to_string(card.score) + " points and " +
                                       std::to_string(card.stars) + " stars, the replay claims " +
                                       std::to_string(claim.score) + " and " + std::to_string(claim.stars));
  } else {
    differs(Verdict::Equal, "every second and the result are as recorded");
  }
}

}  // namespace

Verification verify(const Replay& replay, const level::Level* level) {
  Verification out;
  const Header& header = replay.header;
  if (header.rulesVersion != sim::kRulesVersion) {
    out.verdict = Verdict::OtherRules;
    out.why = "it was played with rules version " + std::to_string(header.rulesVersion) + ", this program has " +
              std::to_string(sim::kRulesVersion) + "; use the version of Knead that recorded it";
    return out;
  }
  if (level == nullptr || level->hash != header.levelHash) {
    out.verdict = Verdict::UnknownLevel;
    out.why = "the level \"" + header.levelId + "\" with content " + hashText(header.levelHash) +
              (level == nullptr
                   ? " is not here; name its file with --level"
                   : " has changed since: it is now " + hashText(level->hash) + "; name the old file with --level");
    return out;
  }
  sim::Session session(*level, header.setup);
  std::uint32_t seconds = 0;
  for (Cursor cursor(replay); !cursor.done();) {
    session.tick(cursor.next());
    if (session.tickCount() != cursor.tick()) {
      out.verdict = Verdict::StateDiffers;
      out.firstDifferentSecond = cursor.tick() / kTicksPerHash + 1;
      out.goesOn = true;
      out.why = "the session ends after " + std::to_string(session.tickCount()) + " ticks, the replay goes on";
      out.card = session.score();
      return out;
    }
    if (cursor.tick() % kTicksPerHash != 0) continue;
    ++seconds;
    if (session.stateHash() == replay.hashes[seconds - 1]) continue;
    out.verdict = Verdict::StateDiffers;
    out.firstDifferentSecond = seconds;
    out.why = "the play drifts in second " + std::to_string(seconds) + ": the state is " +
              hashText(session.stateHash()) + ", the replay says " + hashText(replay.hashes[seconds - 1]);
    // The true result is what these inputs give, whatever the recording thought.
    while (!cursor.done() && !session.ended()) session.tick(cursor.next());
    out.card = session.score();
    return out;
  }
  out.card = session.score();
  if (!session.ended()) {
    out.verdict = Verdict::Unfinished;
    out.why = "the session is not over after the last of " + std::to_string(replay.inputs.size()) +
              " ticks: the recording was broken off";
    return out;
  }
  compareResult(replay, out);
  return out;
}

}  // namespace knead::replay
