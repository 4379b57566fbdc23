// Byte arrays of fixed size that stand in submissions and stores, their hexadecimal form, and the hash that names them.
// Keys and hashes are plain arrays: comparable, sortable, and of no hidden state.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knead::board {

using Bytes = std::vector<std::uint8_t>;

using Hash256 = std::array<std::uint8_t, 32>;    // BLAKE2b-256
using PublicKey = std::array<std::uint8_t, 32>;  // Ed25519
using Signature = std::array<std::uint8_t, 64>;  // Ed25519
using ServerId = std::array<std::uint8_t, 16>;   // drawn once by `knead-server init`
using Nonce = std::array<std::uint8_t, 16>;

// BLAKE2b-256 of the bytes. The name of a recording is the hash of its file.
[[nodiscard]] Hash256 hash256(std::span<const std::uint8_t> bytes);

// Lower-case hexadecimal digits, two a byte.
[[nodiscard]] std::string hexOf(std::span<const std::uint8_t> bytes);
// Nothing unless the text is exactly `N` bytes in lower-case digits: one spelling for each value.
[[nodiscard]] bool readHex(std::string_view text, std::span<std::uint8_t> into);
template <std::size_t N>
[[nodiscard]] std::optional<std::array<std::uint8_t, N>> fromHex(std::string_view text) {
  std::array<std::uint8_t, N> out{};
  if (!readHex(text, out)) return std::nullopt;
  return out;
}

// Sixteen such digits as a number, the highest first.
[[nodiscard]] std::optional<std::uint64_t> numberFromHex(std::string_view text);

[[nodiscard]] inline std::span<const std::uint8_t> bytesOf(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace knead::board
