// See ledger.hpp. Owns the arithmetic of claims and top-ups.
#include "sim/touch/ledger.hpp"

#include "core/math.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim::touch {

using namespace touch_tuning;

void Ledger::startBout() { m_waiting = 0; }

void Ledger::write(const Credit& credit) {
  if (m_written < kEntries) m_entries[m_written++] = credit;
}

void Ledger::close(std::uint32_t to) {
  if (to <= m_open) return;
  write({m_open, to, Move::None, 0.0F, false});
  m_open = to;
}

void Ledger::claim(Move move, std::uint32_t from, std::uint32_t to, std::uint32_t decided, const Worth& worth) {
  const auto reach = static_cast<std::uint32_t>(kReachTicks);
  const std::uint32_t earliest = decided > reach ? decided - reach : 0U;
  if (from < earliest) from = earliest;
  if (from < m_open) from = m_open;
  if (to <= from) return;
  close(from);
  write({from, to, move, worth.quality, false});
  m_open = to;
  if (worth.mature)
    topUp(move, worth);
  else
    remember(from, to, worth.quality);
}

void Ledger::remember(std::uint32_t from, std::uint32_t to, float quality) {
  if (m_waiting > 0) {
    Unmatured& last = m_unmatured[m_waiting - 1];
    const float best = maxOf(last.quality, quality);
    const float least = minOf(last.least, quality);
    if (last.to == from && (best - least < kTopUpStep || m_waiting == kUnmatured)) {
      last.to = to;
      last.quality = best;
      last.least = least;
      return;
    }
  }
  if (m_waiting == kUnmatured) {  // full and not adjacent: the oldest has waited longest
    for (std::size_t i = 1; i < kUnmatured; ++i) m_unmatured[i - 1] = m_unmatured[i];
    --m_waiting;
  }
  m_unmatured[m_waiting++] = {from, to, quality, quality};
}

void Ledger::topUp(Move move, const Worth& worth) {
  const auto reach = static_cast<std::uint32_t>(kTopUpTicks);
  std::uint32_t earliest = m_open > reach ? m_open - reach : 0U;
  if (earliest < worth.since) earliest = worth.since;
  for (std::size_t i = 0; i < m_waiting; ++i) {
    const Unmatured& u = m_unmatured[i];
    const std::uint32_t from = u.from > earliest ? u.from : earliest;
    if (u.to > from && worth.quality > u.quality) write({from, u.to, move, worth.quality - u.quality, true});
  }
  m_waiting = 0;
}

void Ledger::hash(Hash64& h) const {
  h.addWord(m_open);
  h.addWord(m_waiting);
  for (std::size_t i = 0; i < m_waiting; ++i) {
    const Unmatured& u = m_unmatured[i];
    h.addWord(u.from);
    h.addWord(u.to);
    h.addFloat(u.quality);
    h.addFloat(u.least);
  }
}

}  // namespace knead::sim::touch
