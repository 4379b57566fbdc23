// See tap_counter.hpp. Owns the running mean and variance of the gaps; must not look at labels.
#include "sim/touch/tap_counter.hpp"

#include "core/math.hpp"
#include "core/vec2.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim::touch {

using namespace touch_tuning;

namespace {
float distanceCm(int x, int y, int x0, int y0) {
  return length(Vec2{static_cast<float>(x - x0) * kCmPerUnit, static_cast<float>(y - y0) * kCmPerUnit});
}
}  // namespace

void TapCounter::down(std::uint32_t tick, int x, int y) {
  const std::uint32_t gapTicks = tick - m_onset;
  const bool inTime = m_count < 2 ? gapTicks <= static_cast<std::uint32_t>(kTapGapMostTicks) : waiting(tick);
  if (m_wasTap && m_count > 0 && inTime) {
    const float gap = static_cast<float>(gapTicks);
    if (m_count < 2) {
      m_meanGap = gap;
      m_variance = 0.0F;
    } else {
      const float off = gap - m_meanGap;
      m_meanGap += kTapGain * off;
      m_variance = (1.0F - kTapGain) * (m_variance + kTapGain * off * off);
    }
    if (m_count < kTapCountMost) ++m_count;
    m_jump = distanceCm(x, y, m_downX, m_downY);
  } else {
    m_count = 1;
    m_meanGap = 0.0F;
    m_variance = 0.0F;
    m_jump = 0.0F;
  }
  m_onsetBefore = m_onset;
  m_onset = tick;
  m_downX = x;
  m_downY = y;
  m_slid = false;
  m_wasTap = false;
}

void TapCounter::moved(int x, int y) {
  if (distanceCm(x, y, m_downX, m_downY) >= kTapMoveCm) m_slid = true;
}

void TapCounter::lift(std::uint32_t end) {
  m_wasTap = !m_slid && end - m_onset <= static_cast<std::uint32_t>(kTapMostTicks);
}

bool TapCounter::waiting(std::uint32_t tick) const {
  const float patience =
      minOf(static_cast<float>(kTapGapMostTicks), kTapPatience * m_meanGap + static_cast<float>(kTapPatienceTicks));
  return m_wasTap && m_count >= 2 && static_cast<float>(tick - m_onset) <= patience;
}

float TapCounter::variation() const { return m_meanGap > 0.0F ? squareRoot(m_variance) / m_meanGap : 0.0F; }

void TapCounter::hash(Hash64& h) const {
  for (const float f : {m_meanGap, m_variance, m_jump}) h.addFloat(f);
  h.addWord(m_onset);
  h.addWord(m_onsetBefore);
  for (const int i : {m_downX, m_downY, m_count, m_wasTap ? 1 : 0, m_slid ? 1 : 0}) {
    h.addWord(static_cast<std::uint64_t>(static_cast<std::int64_t>(i)));
  }
}

}  // namespace knead::sim::touch
