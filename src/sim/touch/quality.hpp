// How well a recognised move is done: tempo, path, steadiness, place, and how long it has been itself. Owns
// the shapes of these factors; it never changes a label. Depth is judged where the tissue is known.
#pragma once

#include <cstdint>

#include "core/vec2.hpp"
#include "sim/touch/hand_track.hpp"
#include "sim/touch/legs.hpp"
#include "sim/touch/recogniser.hpp"
#include "sim/touch/settle_point.hpp"
#include "sim/touch/tap_counter.hpp"

namespace knead::sim::touch {

struct QualityInput {
  const HandTrack& track;
  const CoarseLegs& coarse;
  const FineLegs& fine;
  const SettlePoint& settle;
  const TapCounter& taps;
  Vec2 place;  // cm, material frame
  Move move = Move::None;
  int boutTicks = 0;        // since the bout began
  float boutPathCm = 0.0F;  // travelled in it
  bool fromRest = true;     // the glide began from rest or from contact
  float pressExtentCm = 0.0F;
  bool steadyHand = false;
  bool widerTolerance = false;
};

struct Quality {
  float value = 0.0F;  // 0..1, maturity included
  Coach coach = Coach::None;
  bool mature = false;
  bool tooFast = false;
  bool holding = false;
};

[[nodiscard]] Quality judge(const QualityInput& in);

}  // namespace knead::sim::touch
