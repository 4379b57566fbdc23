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

// The running stroke of a glide, and those before it in the same line without a long pause.
struct Stroke {
  Vec2 from;                  // cm from contact-down
  float pathCm = 0.0F;        // travelled
  float followedCm = 0.0F;    // the share of it that followed the fibre
  float judgedCm = 0.0F;      // the path over which that sum was taken
  bool fromRest = true;       // began from rest or from contact
  Vec2 wayBefore;             // unit direction of the stroke before; zero if there was none
  float pathBeforeCm = 0.0F;  // of the strokes before
  int ticksBefore = 0;        // since the first of them began
};

// A whole turn of kneading.
struct Turn {
  float ticks = 0.0F;
  float path = 0.0F;  // cm; 0 = no turn
};

struct QualityInput {
  const HandTrack& track;
  const CoarseLegs& coarse;
  const FineLegs& fine;
  const SettlePoint& settle;
  const TapCounter& taps;
  Vec2 place;  // cm, material frame
  Move move = Move::None;
  int boutTicks = 0;  // since the bout began
  const Stroke& stroke;
  Turn proved;  // of a kneading that had matured just before this contact
  float pressExtentCm = 0.0F;
  bool widerTolerance = false;
};

struct Quality {
  float value = 0.0F;  // 0..1, maturity included
  Coach coach = Coach::None;
  bool mature = false;
  int matureTicks = 0;  // when mature: the quality speaks for this many ticks back
  bool tooFast = false;
  bool holding = false;
};

// 0..1: how well a direction (unit) follows the fibres at a place (cm, material frame).
[[nodiscard]] float alongFibre(Vec2 place, Vec2 unitDirection);
// The last whole turn of the running kneading.
[[nodiscard]] Turn lastTurn(const HandTrack& track);
[[nodiscard]] Quality judge(const QualityInput& in);

}  // namespace knead::sim::touch
