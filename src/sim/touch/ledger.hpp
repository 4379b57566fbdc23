// The ledger: who owns each tick, written once, in order, never more than 60 ticks before the decision. Owns
// the line up to which all is written and the unmatured part of the running bout. It does not know why a
// move was recognised.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/hash.hpp"
#include "sim/touch/recogniser.hpp"

namespace knead::sim::touch {

// What a claim is worth. A mature one also lifts the ticks of its bout from `since` on.
struct Worth {
  float quality = 0.0F;
  bool mature = false;
  std::uint32_t since = 0;
};

class Ledger {
 public:
  // Forgets the entries of the tick before.
  void startTick() { m_written = 0; }
  // A new bout: what has been credited so far can no longer be topped up.
  void startBout();
  // Credits [from, to) to a move decided at tick `decided`; what is already owned or out of reach stays out.
  void claim(Move move, std::uint32_t from, std::uint32_t to, std::uint32_t decided, const Worth& worth);
  // Everything before `to` that nobody owns goes to none.
  void close(std::uint32_t to);
  // First tick that nobody owns yet.
  [[nodiscard]] std::uint32_t open() const { return m_open; }
  [[nodiscard]] std::span<const Credit> written() const { return {m_entries.data(), m_written}; }
  void hash(Hash64& h) const;

 private:
  struct Unmatured {
    std::uint32_t from = 0, to = 0;
    float quality = 0.0F;  // the best in it, so that a top-up never lifts a tick above the quality it aims at
    float least = 0.0F;
  };
  void write(const Credit& credit);
  void remember(std::uint32_t from, std::uint32_t to, float quality);
  void topUp(Move move, const Worth& worth);

  static constexpr std::size_t kEntries = 48;
  static constexpr std::size_t kUnmatured = 24;
  std::array<Credit, kEntries> m_entries{};
  std::array<Unmatured, kUnmatured> m_unmatured{};
  std::size_t m_written = 0;
  std::size_t m_waiting = 0;
  std::uint32_t m_open = 0;
};

}  // namespace knead::sim::touch
