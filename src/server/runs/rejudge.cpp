#include "server/runs/rejudge.hpp"

#include "board/submission.hpp"
#include "replay/read.hpp"

namespace knead::server {

board::Judgement judgeKept(const Store::ToJudge& kept, const board::Levels& levels) {
  board::Judgement out;
  const auto bytes = board::unpacked(kept.packed);
  if (!bytes) {
    out.why = bytes.error().text();
    return out;
  }
  const auto replay = replay::decode(bytes.value(), "recording");
  if (!replay) {
    out.why = replay.error().text();
    return out;
  }
  const replay::Header& header = replay.value().header;
  const auto level = levels.find(header.levelId, header.levelHash);
  if (!level) {
    out.verdict = board::Verdict::UnknownLevel;
    return out;
  }
  return board::judge(replay.value(), *level->level);
}

Result<Rejudged> rejudgeSome(Store& store, const board::Levels& levels, Ms now) {
  constexpr int kAtOnce = 16;
  constexpr Ms kLease = 60000;
  Rejudged out;
  const auto claimed = store.claim(kAtOnce, now, kLease);
  if (!claimed) return claimed.error();
  for (const Store::ToJudge& kept : claimed.value()) {
    board::Judgement seen = judgeKept(kept, levels);
    ++out.judged;
    const bool here = seen.verdict != board::Verdict::OtherRules && seen.verdict != board::Verdict::UnknownLevel;
    if (!here) {
      // What this program cannot play stays as another version of it has judged it.
      seen.verdict = board::Verdict::Accepted;
      seen.worth() = kept.row;
    } else if (!board::isAccepted(seen.verdict)) {
      ++out.refused;
    } else if (!board::sameOnBoards(seen, kept.row)) {
      ++out.changed;
    }
    const auto done = store.judged(kept.row.id, seen);
    if (!done) return done.error();
  }
  return out;
}

}  // namespace knead::server
