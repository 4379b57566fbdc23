// A 64-bit hash of a stream of words: multiply, rotate, xor (the rounds of XXH64 on one lane).
// Used for state hashes, level hashes and replay checks. Not a cryptographic hash.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace knead {

class Hash64 {
 public:
  constexpr void addWord(std::uint64_t word) {
    m_state ^= std::rotl(word * kPrime2, 31) * kPrime1;
    m_state = std::rotl(m_state, 27) * kPrime1 + kPrime4;
    ++m_words;
  }
  constexpr void addFloat(float value) { addWord(std::bit_cast<std::uint32_t>(value)); }
  // The bits of two values in one word, the first in the low half.
  constexpr void addPair(float low, float high) {
    addWord(static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(low)) |
            (static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(high)) << 32U));
  }
  // Hashes the bits of all values, two to a word.
  constexpr void addFloats(std::span<const float> values) {
    std::size_t i = 0;
    for (; i + 1 < values.size(); i += 2) addPair(values[i], values[i + 1]);
    if (i < values.size()) addFloat(values[i]);
  }
  constexpr void addBytes(std::span<const std::uint8_t> bytes) {
    std::uint64_t word = 0;
    unsigned filled = 0;
    for (const std::uint8_t byte : bytes) {
      word |= static_cast<std::uint64_t>(byte) << (8U * filled);
      if (++filled == 8) {
        addWord(word);
        word = 0;
        filled = 0;
      }
    }
    addWord(word);
    addWord(bytes.size());
  }
  constexpr void addText(std::string_view text) {
    for (const char c : text) addWord(static_cast<unsigned char>(c));
    addWord(text.size());
  }
  [[nodiscard]] constexpr std::uint64_t value() const {
    std::uint64_t h = m_state + m_words;
    h = (h ^ (h >> 33U)) * kPrime2;
    h = (h ^ (h >> 29U)) * kPrime3;
    return h ^ (h >> 32U);
  }

 private:
  static constexpr std::uint64_t kPrime1 = 0x9E3779B185EBCA87ULL;
  static constexpr std::uint64_t kPrime2 = 0xC2B2AE3D27D4EB4FULL;
  static constexpr std::uint64_t kPrime3 = 0x165667B19E3779F9ULL;
  static constexpr std::uint64_t kPrime4 = 0x85EBCA77C2B2AE63ULL;
  std::uint64_t m_state = 0x27D4EB2F165667C5ULL;
  std::uint64_t m_words = 0;
};

// Sixteen lower-case hexadecimal digits.
struct HexText {
  char text[17];
};
[[nodiscard]] constexpr HexText hexOf(std::uint64_t value) {
  HexText out{};
  for (int i = 0; i < 16; ++i) out.text[i] = "0123456789abcdef"[(value >> (60 - 4 * i)) & 15U];
  return out;
}

}  // namespace knead
