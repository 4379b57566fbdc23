// What a server may say of a submission: a code that programs compare, and one sentence that a player can act on. The
// sentences are marked for translators; the game shows them in its own language.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/translatable.hpp"

namespace knead::board {

enum class Verdict : std::uint8_t {
  Accepted,
  ScoreDiffers,  // accepted too, with the server's score
  // Refused for good: sending it again changes nothing.
  Malformed,
  TooLarge,
  BadSignature,
  OtherServer,
  UnknownLevel,
  OtherRules,
  Unfinished,
  NotRanked,
  Copied,
  NoToken,
  BadToken,
  UsedToken,
  TooFast,
  TooLate,
  Banned,
  Frozen,
  Refused,  // what a game makes of a newer server's reason that it does not know
  // Not now: to be sent again later.
  Busy,
  TooMany,
  StoreDown
};

struct VerdictWords {
  Verdict verdict;
  std::string_view id;
  const char* words;
};

inline constexpr auto kVerdicts = std::to_array<VerdictWords>({
    {Verdict::Accepted, "accepted", N_("Your run is on the board.")},
    {Verdict::ScoreDiffers, "score_differs",
     N_("Your run is on the board. The server came to another score than the game here; the server's counts.")},
    {Verdict::Malformed, "malformed",
     N_("The server could not read this recording. Update the game, or play it again.")},
    {Verdict::TooLarge, "too_large", N_("This recording is longer than the board takes.")},
    {Verdict::BadSignature, "bad_signature", N_("The signature is not that of your key. Choose your profile again.")},
    {Verdict::OtherServer, "other_server", N_("This run was made for another server.")},
    {Verdict::UnknownLevel, "unknown_level",
     N_("The server does not know this level, or has another version of it. Update the game.")},
    {Verdict::OtherRules, "other_rules",
     N_("The server plays by another version of the rules. Update the game, or ask whoever runs the server to.")},
    {Verdict::Unfinished, "unfinished", N_("This session was not played to its end.")},
    {Verdict::NotRanked, "not_ranked",
     N_("This run does not count on boards: the person came with something that earlier visits had left.")},
    {Verdict::Copied, "copied", N_("Somebody else has handed in this very run.")},
    {Verdict::NoToken, "no_token",
     N_("Today's back counts only when it was begun with the server. Begin it again while you are connected.")},
    {Verdict::BadToken, "bad_token", N_("This run was not begun with this server by you. Begin it again.")},
    {Verdict::UsedToken, "used_token", N_("Another run that was begun at the same moment is on the board already.")},
    {Verdict::TooFast, "too_fast", N_("This run came back sooner than it can have been played.")},
    {Verdict::TooLate, "too_late", N_("Today's back of that day is closed.")},
    {Verdict::Banned, "banned", N_("This key may not hand in runs here. Ask whoever runs the server.")},
    {Verdict::Frozen, "frozen", N_("This board is closed; it can only be looked at.")},
    {Verdict::Refused, "refused", N_("The server does not take this run. A newer version of the game can say why.")},
    {Verdict::Busy, "busy", N_("The server is busy. The game tries again by itself.")},
    {Verdict::TooMany, "too_many", N_("That were many runs in a short time. The game tries again by itself.")},
    {Verdict::StoreDown, "store_down", N_("The server cannot write just now. The game tries again by itself.")},
});

[[nodiscard]] constexpr std::string_view idOf(Verdict verdict) {
  return kVerdicts[static_cast<std::size_t>(verdict)].id;
}
[[nodiscard]] constexpr const char* wordsOf(Verdict verdict) {
  return kVerdicts[static_cast<std::size_t>(verdict)].words;
}
[[nodiscard]] constexpr std::optional<Verdict> verdictOf(std::string_view id) {
  for (const VerdictWords& one : kVerdicts) {
    if (one.id == id) return one.verdict;
  }
  return std::nullopt;
}
[[nodiscard]] constexpr bool isAccepted(Verdict verdict) { return verdict <= Verdict::ScoreDiffers; }
[[nodiscard]] constexpr bool isForNow(Verdict verdict) { return verdict >= Verdict::Busy; }

}  // namespace knead::board
