#include "server/runs/alike.hpp"

#include <algorithm>
#include <cstdio>

#include "board/submission.hpp"
#include "replay/read.hpp"

namespace knead::server {

board::Trail Alike::trailOf(const board::Hash256& run) {
  {
    const std::scoped_lock lock(m_mutex);
    const auto kept =
        std::find_if(m_trails.begin(), m_trails.end(), [&run](const Kept& one) { return one.run == run; });
    if (kept != m_trails.end()) {
      m_trails.splice(m_trails.begin(), m_trails, kept);
      return m_trails.front().trail;
    }
  }
  board::Trail trail;
  const auto packed = m_store->recording(run);
  if (!packed || !packed.value()) return trail;
  const auto bytes = board::unpacked(*packed.value());
  if (!bytes) return trail;
  const auto replay = replay::decode(bytes.value(), "recording");
  if (!replay) return trail;
  trail = board::trailOf(replay.value());
  const std::scoped_lock lock(m_mutex);
  m_trails.push_front({run, trail});
  if (m_trails.size() > kRemembered) m_trails.pop_back();
  return trail;
}

std::string Alike::noticed(const NewRun& run, const replay::Replay& replay) {
  const auto best = m_store->top(run.row.board, kCompared, std::nullopt);
  if (!best || best.value().empty()) return {};
  // Whoever would not stand among them gains nothing by a copy.
  if (best.value().size() == kCompared && run.row.score < best.value().back().run.score) return {};
  const board::Trail trail = board::trailOf(replay);
  for (const Standing& other : best.value()) {
    if (other.run.player == run.row.player || other.run.id == run.row.id) continue;
    const float apart = board::apartCm(trail, trailOf(other.run.id));
    if (apart >= board::kAlikeCm) continue;
    std::array<char, 16> cm{};
    std::snprintf(cm.data(), cm.size(), "%.2f", static_cast<double>(apart));
    return "alike: " + std::string(cm.data()) + " cm from run " + board::hexOf(other.run.id);
  }
  return {};
}

}  // namespace knead::server
