// A session at a glance: pain over time, and under it which move the hand made when. Computed from a recording.
#pragma once

#include <vector>

#include "app/ui/painter.hpp"
#include "replay/format.hpp"
#include "sim/session.hpp"

namespace knead::app {

// A stretch of one technique, play seconds.
struct MoveBand {
  level::Technique technique{};
  float from = 0, to = 0;
  friend bool operator==(const MoveBand&, const MoveBand&) = default;
};

struct SessionCurve {
  float seconds = 0;
  std::vector<float> pain;  // 0..10, one a second, from the start
  std::vector<MoveBand> bands;
};

// Plays the recording again, without a picture.
[[nodiscard]] SessionCurve curveOf(const level::Level& level, const replay::Replay& replay);
// Bands shorter than this, seconds, join the one before them or vanish.
inline constexpr float kLeastBandS = 1.0F;

void drawSessionCurve(Painter& painter, Vec2 at, Vec2 size, const SessionCurve& curve);
// The moves alone.
void drawSessionBands(Painter& painter, Vec2 at, Vec2 size, const SessionCurve& curve);

}  // namespace knead::app
