#include "board/token.hpp"

#include <sodium.h>

#include <algorithm>

#include "core/bytes.hpp"
#include "core/random.hpp"

namespace knead::board {
namespace {

void writeBody(ByteWriter& out, const StartToken& token) {
  out.raw(token.server);
  out.raw(token.player);
  out.u64(token.levelHash);
  out.u32(static_cast<std::uint32_t>(token.day));
  out.u64(static_cast<std::uint64_t>(token.issuedMs));
  out.raw(token.nonce);
}

std::array<std::uint8_t, 32> sealOf(const StartToken& token, const SealKey& key) {
  static_assert(std::tuple_size_v<SealKey> == crypto_auth_KEYBYTES);
  ByteWriter body;
  writeBody(body, token);
  std::array<std::uint8_t, 32> seal{};
  crypto_auth(seal.data(), body.bytes().data(), body.bytes().size(), key.data());
  return seal;
}

}  // namespace

StartToken issue(StartToken what, const SealKey& key) {
  randombytes_buf(what.nonce.data(), what.nonce.size());
  what.seal = sealOf(what, key);
  return what;
}

bool sealed(const StartToken& token, const SealKey& key) {
  const auto seal = sealOf(token, key);
  return sodium_memcmp(seal.data(), token.seal.data(), seal.size()) == 0;
}

Bytes encode(const StartToken& token) {
  ByteWriter out;
  writeBody(out, token);
  out.raw(token.seal);
  return out.bytes();
}

Result<StartToken> decodeToken(std::span<const std::uint8_t> bytes) {
  if (bytes.size() != kTokenBytes)
    return Error{"start token", "",
                 "found " + std::to_string(bytes.size()) + " bytes, allowed: " + std::to_string(kTokenBytes)};
  ByteReader in(bytes);
  StartToken token;
  token.server = in.array<16>();
  token.player = in.array<32>();
  token.levelHash = in.u64();
  token.day = static_cast<std::int32_t>(in.u32());
  token.issuedMs = static_cast<std::int64_t>(in.u64());
  token.nonce = in.array<16>();
  token.seal = in.array<32>();
  return token;
}

Start startOf(const Nonce& nonce, const PublicKey& player) {
  Bytes both(nonce.begin(), nonce.end());
  both.insert(both.end(), player.begin(), player.end());
  const Hash256 mixed = hash256(both);
  ByteReader in(mixed);
  Start start;
  start.seed = in.u64();
  Random random(in.u64(), 11);
  start.lie.x =
      static_cast<std::int16_t>(static_cast<int>(random.below(2 * replay::kMostLieX + 1)) - replay::kMostLieX);
  start.lie.y =
      static_cast<std::int16_t>(static_cast<int>(random.below(2 * replay::kMostLieY + 1)) - replay::kMostLieY);
  return start;
}

}  // namespace knead::board
