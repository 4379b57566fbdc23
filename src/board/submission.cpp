#include "board/submission.hpp"

#include <zstd.h>

#include <algorithm>
#include <memory>

#include "core/bytes.hpp"

namespace knead::board {
namespace {

constexpr int kLevel = 5;  // a tenth larger than as small as it gets, ten times sooner

Error wrong(std::size_t at, std::string what) { return {"submission", "byte " + std::to_string(at), std::move(what)}; }

}  // namespace

Bytes packed(std::span<const std::uint8_t> recording) {
  Bytes out(ZSTD_compressBound(recording.size()));
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, kMaxWindowLog);
  const std::size_t size = ZSTD_compress2(context.get(), out.data(), out.size(), recording.data(), recording.size());
  out.resize(ZSTD_isError(size) != 0 ? 0 : size);
  return out;
}

Result<Bytes> unpacked(std::span<const std::uint8_t> frame, std::size_t limit) {
  const auto refuse = [](std::string what) { return Error{"recording", "", std::move(what)}; };
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
    return refuse("it is not a zstd frame that says its size");
  if (size > limit)
    return refuse("found " + std::to_string(size) + " bytes, allowed: at most " + std::to_string(limit));
  if (ZSTD_findFrameCompressedSize(frame.data(), frame.size()) != frame.size())
    return refuse("found something behind the one zstd frame");
  Bytes out(static_cast<std::size_t>(size));
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
  // An error is a number that no size is.
  if (ZSTD_decompressDCtx(context.get(), out.data(), out.size(), frame.data(), frame.size()) != out.size())
    return refuse("the zstd frame is damaged");
  return out;
}

Result<Bytes> encode(const Submission& submission, const Identity& identity) {
  const auto refuse = [](const char* what, std::size_t size, std::size_t most) {
    return Error{"submission", "", what + std::to_string(size) + " bytes, allowed: at most " + std::to_string(most)};
  };
  if (submission.recording.size() > kMaxRecording)
    return refuse("the recording has ", submission.recording.size(), kMaxRecording);
  const Bytes frame = packed(submission.recording);
  if (frame.empty() || frame.size() > kMaxPacked)
    return refuse("the recording takes, packed, ", frame.size(), kMaxPacked);
  ByteWriter out;
  for (const char c : kSubmissionMagic) out.u8(static_cast<std::uint8_t>(c));
  out.u16(kSubmissionVersion);
  out.raw(submission.server);
  out.raw(identity.key());
  out.u8(submission.token ? 1 : 0);
  if (submission.token) out.raw(encode(*submission.token));
  out.u32(static_cast<std::uint32_t>(frame.size()));
  out.raw(frame);
  out.raw(identity.sign(kSubmissionPurpose, out.bytes()));
  return out.bytes();
}

Result<Submission> decodeSubmission(std::span<const std::uint8_t> bytes) {
  if (bytes.size() > kMaxSubmission)
    return wrong(
        0, "found " + std::to_string(bytes.size()) + " bytes, allowed: at most " + std::to_string(kMaxSubmission));
  ByteReader in(bytes);
  for (const char c : kSubmissionMagic) {
    if (in.u8() != static_cast<std::uint8_t>(c))
      return wrong(0, "is not a submission: it does not begin with \"KNEADRUN\"");
  }
  const std::uint16_t version = in.u16();
  if (version != kSubmissionVersion)
    return wrong(8, "found version " + std::to_string(version) + ", allowed: " + std::to_string(kSubmissionVersion));
  Submission out;
  out.server = in.array<16>();
  out.player = in.array<32>();
  const std::uint8_t withToken = in.u8();
  if (withToken > 1) return wrong(in.position(), "found a token mark that is neither 0 nor 1");
  if (withToken == 1) {
    if (in.remaining() < kTokenBytes) return wrong(in.position(), "it ends within the start token");
    out.token = decodeToken(bytes.subspan(in.position(), kTokenBytes)).value();  // it has the right size
    for (std::size_t i = 0; i < kTokenBytes; ++i) (void)in.u8();
  }
  const std::uint32_t size = in.u32();
  if (in.failed()) return wrong(in.position(), "it ends within its head");
  if (size > kMaxPacked || in.remaining() != size + std::tuple_size_v<Signature>)
    return wrong(in.position(), "found a recording of " + std::to_string(size) + " bytes in what is left of " +
                                    std::to_string(in.remaining()));
  const std::span<const std::uint8_t> body = bytes.first(bytes.size() - std::tuple_size_v<Signature>);
  Signature signature{};
  std::copy_n(bytes.end() - static_cast<std::ptrdiff_t>(signature.size()), signature.size(), signature.begin());
  // Before anything of it is unpacked: whoever has no key of their own gets no further.
  if (!verifies(out.player, kSubmissionPurpose, body, signature))
    return wrong(body.size(), "the signature is not that of the player's key");
  auto recording = unpacked(body.subspan(in.position(), size));
  if (!recording) return recording.error();
  out.recording = std::move(recording).value();
  return out;
}

}  // namespace knead::board
