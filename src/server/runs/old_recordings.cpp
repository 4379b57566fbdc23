#include "server/runs/old_recordings.hpp"

#include "server/clock.hpp"

namespace knead::server {

Result<bool> OldRecordings::letSomeGo(Ms now) {
  // Short enough that nobody who hands in a run waits for it (docs/store.md).
  constexpr int kAtOnce = 200;
  if (m_days == 0) return false;
  if (!m_underWay) {
    if (m_begun && now - *m_begun < kDayMs) return false;
    m_begun = now;
    m_after.reset();
    m_underWay = true;
  }
  const auto gone = m_store->letRecordingsGo(*m_begun - m_days * kDayMs, m_after, kAtOnce);
  m_underWay = gone && gone.value().last.has_value();
  if (!gone) return gone.error();
  m_metrics->recordingsLetGo += static_cast<std::uint64_t>(gone.value().recordings);
  m_metrics->bytesLetGo += static_cast<std::uint64_t>(gone.value().bytes);
  m_after = gone.value().last;
  return m_underWay;
}

}  // namespace knead::server
