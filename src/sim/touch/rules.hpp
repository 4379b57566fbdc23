// The seven tests, in their order: the first that holds is the label. Owns the decision and the little memory
// the hysteresis needs; credits nothing and judges no quality.
#pragma once

#include "core/hash.hpp"
#include "sim/touch/hand_track.hpp"
#include "sim/touch/legs.hpp"
#include "sim/touch/recogniser.hpp"
#include "sim/touch/settle_point.hpp"

namespace knead::sim::touch {

// What the rules look at: everything is about the running contact.
struct Evidence {
  const HandTrack& track;
  const CoarseLegs& coarse;
  const FineLegs& fine;
  const SettlePoint& settle;
  Move label = Move::None;  // the present label
  bool tapping = false;     // this contact belongs to a train of taps
};

class Rules {
 public:
  void begin() { *this = Rules{}; }
  // The label of this tick.
  [[nodiscard]] Move decide(const Evidence& e);
  // The hand rests (extent of the last 22 ticks), as found by look().
  [[nodiscard]] bool still() const { return m_still; }
  // Before the legs are updated: is the hand still?
  void look(const HandTrack& track);
  [[nodiscard]] float pressExtent() const { return m_pressExtent; }
  // Last tick at which a glide was fast enough to be one.
  [[nodiscard]] int lastFast() const { return m_lastFast; }
  void hash(Hash64& h) const;

 private:
  [[nodiscard]] bool vibration(const Evidence& e) const;
  [[nodiscard]] bool stretch(const Evidence& e) const;
  [[nodiscard]] bool compression(const Evidence& e) const;
  [[nodiscard]] bool petrissage(const Evidence& e);
  [[nodiscard]] bool friction(const Evidence& e) const;
  [[nodiscard]] bool effleurage(const Evidence& e);
  [[nodiscard]] bool loopBegins(const Evidence& e);
  [[nodiscard]] bool loopGoesOn(const Evidence& e);

  float m_pressExtent = 0.0F;
  int m_loopSense = 0;  // of the running kneading
  int m_loopEntered = 0;
  int m_loopWeakTicks = 0;
  int m_lastFast = 0;
  bool m_still = false;
};

}  // namespace knead::sim::touch
