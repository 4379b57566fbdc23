#include "board/bytes.hpp"

#include <sodium.h>

namespace knead::board {

Hash256 hash256(std::span<const std::uint8_t> bytes) {
  Hash256 out{};
  crypto_generichash(out.data(), out.size(), bytes.data(), bytes.size(), nullptr, 0);
  return out;
}

std::string hexOf(std::span<const std::uint8_t> bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    out += "0123456789abcdef"[byte >> 4U];
    out += "0123456789abcdef"[byte & 15U];
  }
  return out;
}

bool readHex(std::string_view text, std::span<std::uint8_t> into) {
  if (text.size() != into.size() * 2) return false;
  const auto digit = [](char c) -> int {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
  };
  for (std::size_t i = 0; i < into.size(); ++i) {
    const int high = digit(text[2 * i]), low = digit(text[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    into[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return true;
}

std::optional<std::uint64_t> numberFromHex(std::string_view text) {
  const auto bytes = fromHex<sizeof(std::uint64_t)>(text);
  if (!bytes) return std::nullopt;
  std::uint64_t out = 0;
  for (const std::uint8_t byte : *bytes) out = out << 8U | byte;
  return out;
}

}  // namespace knead::board
