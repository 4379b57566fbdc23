// See settle_point.hpp. Owns the leak that lets a settling hand settle without letting a slow draw escape.
#include "sim/touch/settle_point.hpp"
#include "sim/tick_input.hpp"

#include "core/math.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim::touch {

using namespace touch_tuning;

void SettlePoint::update(const HandTrack& track, bool still, bool follows, bool lost) {
  const int now = track.now();
  const Vec2 p = track.calm(0);
  if (still) m_lastStill = now;
  if (lost) m_exists = false;
  if (still && !lost && !m_exists) {
    m_exists = true;
    m_at = p;
    m_drawnSince = now;
  }
  if (!m_exists) return;
  const Vec2 away = p - m_at;
  float d = length(away);
  if (still && follows && d > 0.0F) {
    const float step = minOf(d, kSettleLeakCmPerS * kSecondsPerTick);
    m_at = m_at + away * (step / d);
    d -= step;
  }
  m_drawn = d;
  if (d <= kDrawStartCm) m_drawnSince = now;
  if (d <= kSettleInsideCm) m_lastInside = now;
}

void SettlePoint::hash(Hash64& h) const {
  for (const float f : {m_at.x, m_at.y, m_drawn}) h.addFloat(f);
  for (const int i : {m_drawnSince, m_lastInside, m_lastStill, m_exists ? 1 : 0}) {
    h.addWord(static_cast<std::uint64_t>(static_cast<std::int64_t>(i)));
  }
}

}  // namespace knead::sim::touch
