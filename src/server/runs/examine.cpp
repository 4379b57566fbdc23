#include "server/runs/examine.hpp"

#include <cmath>
#include <functional>

#include "core/bytes.hpp"
#include "replay/read.hpp"
#include "replay/write.hpp"
#include "server/clock.hpp"

namespace knead::server {
namespace {

using board::Verdict;

// A run cannot come back before it was played; a tenth is for clocks and for pauses of the machine.
constexpr double kLeastShareOfPlay = 0.9;
// Below this much touching, what two people did may well be the same.
constexpr std::uint32_t kTouchedTicks = 120;

std::uint32_t touchedTicks(const replay::Replay& replay) {
  std::uint32_t ticks = 0;
  for (const sim::TickInput& in : replay.inputs) ticks += in.contact ? 1U : 0U;
  return ticks;
}

// What the hand did on this board, whatever the head of the recording says.
board::Hash256 inputsOf(const replay::Replay& replay, const std::string& board, const board::PublicKey& player) {
  ByteWriter out;
  out.text(board);
  // Whoever only sends somebody to a doctor does what everybody does who is right.
  if (touchedTicks(replay) < kTouchedTicks) out.raw(player);
  for (const sim::TickInput& in : replay.inputs) {
    out.u16(static_cast<std::uint16_t>(in.x));
    out.u16(static_cast<std::uint16_t>(in.y));
    out.u8(in.ceiling);
    out.u8(static_cast<std::uint8_t>((in.contact ? 1U : 0U) | (in.finish ? 2U : 0U) |
                                     (static_cast<unsigned>(in.tool) << 2U)));
  }
  return board::hash256(out.bytes());
}

// Whether a run of a day may come now, with this token.
std::optional<Verdict> dayObjection(const board::Submission& submission, const replay::Replay& replay, int day,
                                    std::uint64_t levelHash, const Secrets& secrets, const Config& config, Ms now) {
  if (!submission.token) return Verdict::NoToken;
  const board::StartToken& token = *submission.token;
  if (token.server != secrets.id || !board::sealed(token, secrets.seal) || token.player != submission.player ||
      token.levelHash != levelHash || token.day != day || dayOfTime(token.issuedMs) != day)
    return Verdict::BadToken;
  const board::Start start = board::startOf(token.nonce, submission.player);
  if (replay.header.setup.seed != start.seed || replay.header.lie != start.lie) return Verdict::BadToken;
  const double playedMs = static_cast<double>(replay.inputs.size()) * 1000.0 / sim::kTicksPerSecond;
  if (static_cast<double>(now - token.issuedMs) < kLeastShareOfPlay * playedMs) return Verdict::TooFast;
  if (now > closesAt(day, config.dayGraceMinutes)) return Verdict::TooLate;
  return std::nullopt;
}

}  // namespace

Opened open(std::span<const std::uint8_t> bytes, const Secrets& secrets) {
  Opened out;
  if (bytes.size() > board::kMaxSubmission) {
    out.verdict = Verdict::TooLarge;
    return out;
  }
  auto submission = board::decodeSubmission(bytes);
  if (!submission) {
    out.why = submission.error().text();
    const bool signature = submission.error().what.find("signature") != std::string::npos;
    out.verdict = signature ? Verdict::BadSignature : Verdict::Malformed;
    return out;
  }
  out.submission = std::move(submission).value();
  out.verdict = out.submission.server == secrets.id ? Verdict::Accepted : Verdict::OtherServer;
  return out;
}

namespace {

// Whether a run may come at all; nothing if it may.
using Objection = std::function<std::optional<Verdict>(const replay::Replay&, const board::Levels::Found&)>;

Examined examined(const board::Submission& submission, const board::Levels& levels, Ms now, const Objection& objects) {
  Examined out;
  const auto refuse = [&out](Verdict verdict, std::string why = {}) {
    out.judgement.verdict = verdict;
    out.judgement.why = std::move(why);
    return std::move(out);
  };
  auto read = replay::decode(submission.recording, "recording");
  if (!read) return refuse(Verdict::Malformed, read.error().text());
  out.replay = std::move(read).value();
  // One way to write each recording, so that one run has one name.
  if (replay::encode(out.replay) != submission.recording)
    return refuse(Verdict::Malformed, "the recording is not written the one way there is");
  const replay::Header& header = out.replay.header;
  if (header.rulesVersion != sim::kRulesVersion) return refuse(Verdict::OtherRules);
  const auto level = levels.find(header.levelId, header.levelHash);
  if (!level) return refuse(Verdict::UnknownLevel);
  if (const auto objection = objects(out.replay, *level)) return refuse(*objection);
  out.secondsPlayed = static_cast<std::uint32_t>(out.replay.inputs.size()) / sim::kTicksPerSecond;
  out.judgement = board::judge(out.replay, *level->level);
  const board::Judgement& seen = out.judgement;
  if (!board::isAccepted(seen.verdict)) return out;
  NewRun run;
  RunRow& row = run.row;
  row.id = board::hash256(submission.recording);
  row.board = board::idOf(board::keyOf(header, level->day));
  row.player = submission.player;
  row.received = now;
  row.worth() = seen;
  run.levelId = header.levelId;
  run.inputs = inputsOf(out.replay, row.board, submission.player);
  run.packed = board::packed(submission.recording);
  if (submission.token) run.nonce = submission.token->nonce;
  out.run = std::move(run);
  return out;
}

}  // namespace

Examined examine(const board::Submission& submission, const board::Levels& levels, const Secrets& secrets,
                 const Config& config, Ms now) {
  return examined(submission, levels, now,
                  [&](const replay::Replay& replay, const board::Levels::Found& level) -> std::optional<Verdict> {
                    if (level.day)
                      return dayObjection(submission, replay, *level.day, level.level->hash, secrets, config, now);
                    if (submission.token) return Verdict::BadToken;
                    return std::nullopt;
                  });
}

Examined examineKept(const board::Submission& submission, const board::Levels& levels, Ms received) {
  return examined(submission, levels, received,
                  [](const replay::Replay&, const board::Levels::Found&) { return std::optional<Verdict>(); });
}

}  // namespace knead::server
