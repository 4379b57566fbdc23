// Little-endian bytes in and out, with variable-length integers (LEB128). The reader never reads past the
// end: after the first short read it is `failed` and gives zeros.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knead {

class ByteWriter {
 public:
  void u8(std::uint8_t v) { m_bytes.push_back(v); }
  void u16(std::uint16_t v) { fixed(v, 2); }
  void u32(std::uint32_t v) { fixed(v, 4); }
  void u64(std::uint64_t v) { fixed(v, 8); }
  void varint(std::uint64_t v) {
    while (v >= 0x80U) {
      u8(static_cast<std::uint8_t>(v | 0x80U));
      v >>= 7U;
    }
    u8(static_cast<std::uint8_t>(v));
  }
  // Signed, small magnitudes short (zigzag).
  void svarint(std::int64_t v) {
    varint((static_cast<std::uint64_t>(v) << 1U) ^ static_cast<std::uint64_t>(v < 0 ? -1 : 0));
  }
  void text(std::string_view s) {
    varint(s.size());
    for (const char c : s) u8(static_cast<std::uint8_t>(c));
  }
  void raw(std::span<const std::uint8_t> bytes) { m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end()); }
  [[nodiscard]] const std::vector<std::uint8_t>& bytes() const { return m_bytes; }

 private:
  void fixed(std::uint64_t v, int n) {
    for (int i = 0; i < n; ++i) u8(static_cast<std::uint8_t>(v >> (8 * i)));
  }
  std::vector<std::uint8_t> m_bytes;
};

class ByteReader {
 public:
  explicit ByteReader(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}

  std::uint8_t u8() {
    if (m_at >= m_bytes.size()) {
      m_failed = true;
      return 0;
    }
    return m_bytes[m_at++];
  }
  std::uint16_t u16() { return static_cast<std::uint16_t>(fixed(2)); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(fixed(4)); }
  std::uint64_t u64() { return fixed(8); }
  std::uint64_t varint() {
    std::uint64_t v = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t b = u8();
      v |= static_cast<std::uint64_t>(b & 0x7FU) << shift;
      if ((b & 0x80U) == 0) return v;
    }
    m_failed = true;
    return 0;
  }
  std::int64_t svarint() {
    const std::uint64_t v = varint();
    return static_cast<std::int64_t>(v >> 1U) ^ -static_cast<std::int64_t>(v & 1U);
  }
  // The next N bytes as they are.
  template <std::size_t N>
  std::array<std::uint8_t, N> array() {
    std::array<std::uint8_t, N> out{};
    if (remaining() < N) {
      m_failed = true;
      m_at = m_bytes.size();
      return out;
    }
    std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_at), N, out.begin());
    m_at += N;
    return out;
  }
  // At most `limit` bytes; longer fails.
  std::string text(std::size_t limit) {
    const std::uint64_t n = varint();
    if (n > limit || n > m_bytes.size() - m_at) {
      m_failed = true;
      return {};
    }
    std::string s;
    for (std::uint64_t i = 0; i < n; ++i) s.push_back(static_cast<char>(u8()));
    return s;
  }

  // Over `count` bytes.
  void skip(std::size_t count) {
    m_failed = m_failed || count > remaining();
    m_at += std::min(count, remaining());
  }

  [[nodiscard]] bool failed() const { return m_failed; }
  [[nodiscard]] std::size_t position() const { return m_at; }
  [[nodiscard]] std::size_t remaining() const { return m_bytes.size() - m_at; }

 private:
  std::uint64_t fixed(int n) {
    std::uint64_t v = 0;
    for (int i = 0; i < n; ++i) v |= static_cast<std::uint64_t>(u8()) << (8 * i);
    return v;
  }
  std::span<const std::uint8_t> m_bytes;
  std::size_t m_at = 0;
  bool m_failed = false;
};

}  // namespace knead
