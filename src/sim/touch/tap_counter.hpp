// Counts short contacts and how regular they are, from one contact to the next. Owns the rhythm of taps; it knows
// nothing of paths.
#pragma once

#include <cstdint>

#include "core/hash.hpp"

namespace knead::sim::touch {

class TapCounter {
 public:
  // Contact-down at a tick, place in 1/100 cm.
  void down(std::uint32_t tick, int x, int y);
  // The place during contact.
  void moved(int x, int y);
  // The contact is over; `end` is the first tick without it.
  void lift(std::uint32_t end);

  [[nodiscard]] int count() const { return m_count; }  // onsets in this train, 1 = a lone contact
  [[nodiscard]] std::uint32_t onsetBefore() const { return m_onsetBefore; }
  [[nodiscard]] bool wasTap() const { return m_wasTap; }
  // Off contact: the train may still go on at this tick.
  [[nodiscard]] bool waiting(std::uint32_t tick) const;
  [[nodiscard]] float meanGapTicks() const { return m_meanGap; }
  [[nodiscard]] float variation() const;  // of the gaps: deviation over mean
  [[nodiscard]] float jumpCm() const { return m_jump; }
  void hash(Hash64& h) const;

 private:
  std::uint32_t m_onset = 0, m_onsetBefore = 0;
  int m_downX = 0, m_downY = 0;
  int m_count = 0;
  float m_meanGap = 0.0F, m_variance = 0.0F, m_jump = 0.0F;
  bool m_wasTap = false;  // the last finished contact was short and stayed in place
  bool m_slid = false;
};

}  // namespace knead::sim::touch
