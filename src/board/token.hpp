// Leave to start a run on a board of a day. The server gives it before the session begins, sealed so that every server
// of the same board knows it again without having kept it; from it and the player's key follow the seed and how the
// person lies on the table. So a run of a day can neither begin before its day, nor be handed in by somebody else as it
// is. Hands that were thought out before and put under a token by a program cannot be told from hands (security.md).
#pragma once

#include "board/bytes.hpp"
#include "core/result.hpp"
#include "replay/format.hpp"

namespace knead::board {

struct StartToken {
  ServerId server{};
  PublicKey player{};
  std::uint64_t levelHash = 0;
  std::int32_t day = 0;       // since 1970-01-01
  std::int64_t issuedMs = 0;  // the server's clock, milliseconds since 1970
  Nonce nonce{};              // each token is good for one run
  std::array<std::uint8_t, 32> seal{};
  friend bool operator==(const StartToken&, const StartToken&) = default;
};
inline constexpr std::size_t kTokenBytes = 16 + 32 + 8 + 4 + 8 + 16 + 32;

// Known to the servers of a board alone.
using SealKey = std::array<std::uint8_t, 32>;

// Sets nonce and seal. The nonce is drawn from the system's random numbers.
[[nodiscard]] StartToken issue(StartToken what, const SealKey& key);
[[nodiscard]] bool sealed(const StartToken& token, const SealKey& key);

[[nodiscard]] Bytes encode(const StartToken& token);
[[nodiscard]] Result<StartToken> decodeToken(std::span<const std::uint8_t> bytes);

// How a run with this token begins: its seed, and how the person lies.
struct Start {
  std::uint64_t seed = 1;
  replay::Lie lie;
  friend bool operator==(const Start&, const Start&) = default;
};
[[nodiscard]] Start startOf(const Nonce& nonce, const PublicKey& player);

}  // namespace knead::board
