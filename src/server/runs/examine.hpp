// Everything about one submission that needs no waiting: is it whole, whose is it, may it be, what is it worth. Pure:
// the same bytes at the same time get the same answer from every server of a board.
#pragma once

#include <optional>

#include "board/judge.hpp"
#include "board/levels.hpp"
#include "board/submission.hpp"
#include "server/config.hpp"
#include "server/secrets.hpp"

namespace knead::server {

struct Examined {
  board::Judgement judgement;       // its verdict says whether the rest is there
  std::optional<NewRun> run;        // where it is accepted
  replay::Replay replay;            // likewise
  std::uint32_t secondsPlayed = 0;  // that were played again, accepted or not
};

// The first half: bytes to a submission that its player has signed for this server.
struct Opened {
  board::Verdict verdict = board::Verdict::Malformed;  // Accepted: the submission is there
  std::string why;
  board::Submission submission;
};
[[nodiscard]] Opened open(std::span<const std::uint8_t> bytes, const Secrets& secrets);

// The second half, of what was opened. `now`: the server's clock.
[[nodiscard]] Examined examine(const board::Submission& submission, const board::Levels& levels, const Secrets& secrets,
                               const Config& config, Ms now);

// The same of a run that another board has taken before, at `received`: without the token, whose time is over.
[[nodiscard]] Examined examineKept(const board::Submission& submission, const board::Levels& levels, Ms received);

}  // namespace knead::server
