// Judging runs again that are there already: after a repair of the rules' code, or because somebody doubts a board.
// Runs are marked in the store, and every server of it takes a few at a time.
#pragma once

#include "board/levels.hpp"
#include "server/store/store.hpp"

namespace knead::server {

struct Rejudged {
  int judged = 0;
  int changed = 0;  // in score or stars
  int refused = 0;  // no longer accepted; hidden and flagged
};

// What a kept run is worth by today's program. Another version of the rules: OtherRules, and the run stays as it is.
[[nodiscard]] board::Judgement judgeKept(const Store::ToJudge& kept, const board::Levels& levels);

// Takes a few marked runs and writes what came of them.
[[nodiscard]] Result<Rejudged> rejudgeSome(Store& store, const board::Levels& levels, Ms now);

}  // namespace knead::server
