// What a player sends to have a run judged: the recording, packed, with the board's server, the token where the board
// is one of a day, and the player's signature over all of it. The bytes come from strangers: every size is known before
// anything is allocated.
//
//   8 bytes   magic "KNEADRUN"
//   u16       version (1)
//   16 bytes  server id
//   32 bytes  the player's public key
//   u8        1 with a start token, else 0; then the token (token.hpp)
//   u32       bytes of the packed recording, at most kMaxPacked; then a single zstd frame of known size
//   64 bytes  signature over all bytes before it
#pragma once

#include <optional>

#include "board/identity.hpp"
#include "board/token.hpp"
#include "core/result.hpp"

namespace knead::board {

inline constexpr std::string_view kSubmissionMagic = "KNEADRUN";
inline constexpr std::string_view kSubmissionPurpose = "knead/submit/v1";
inline constexpr std::uint16_t kSubmissionVersion = 1;
// A busy run of 90 s is 21 kB, one of ten minutes 140; packed they are about half of that.
inline constexpr std::size_t kMaxRecording = 256U * 1024U, kMaxPacked = 128U * 1024U;
inline constexpr std::size_t kMaxSubmission = kMaxPacked + 512U;
inline constexpr int kMaxWindowLog = 18;  // memory that unpacking may take: 256 KiB

struct Submission {
  ServerId server{};
  PublicKey player{};
  std::optional<StartToken> token;
  Bytes recording;  // a replay file
  friend bool operator==(const Submission&, const Submission&) = default;
};

// Signed by `identity`, whose key becomes the player's. Error: a recording that is too large.
[[nodiscard]] Result<Bytes> encode(const Submission& submission, const Identity& identity);
// Error with the byte at which it is wrong. The signature is good when this succeeds.
[[nodiscard]] Result<Submission> decodeSubmission(std::span<const std::uint8_t> bytes);

// A recording as stores keep it: one zstd frame.
[[nodiscard]] Bytes packed(std::span<const std::uint8_t> recording);
[[nodiscard]] Result<Bytes> unpacked(std::span<const std::uint8_t> frame, std::size_t limit = kMaxRecording);

}  // namespace knead::board
