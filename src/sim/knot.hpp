// One knot. A nodule is the bistable energy-crisis loop (Simons 1999, Gerwin 2004; disputed): contracture starves
// itself of blood, pressing breaks the contracture, flow refills the energy. Ropes and soft knots yield to the
// move that fits them and fall back when left halfway.
#pragma once

#include "core/vec2.hpp"
#include "level/level.hpp"

namespace knead::sim {

struct KnotState {
  float tightness = 0.0F;  // K, 0..1
  float energy = 0.9F;     // E, 0..1
  float debt = 0.0F;       // oxygen debt under the thumb
  float start = 0.0F;      // tightness at the start
  float least = 1.0F;      // least tightness so far
  bool released = false;
};

// What the surroundings and the hand do to it during one step.
struct KnotDrive {
  float flow = 1.0F;       // blood offered by the tissue around it, 1 = rest
  float press = 0.0F;      // 0..1: how well it is being pressed or worked now
  float occlusion = 0.0F;  // share of flow stopped by that pressure
  float shortness = 0.0F;  // of a linked muscle, 0..1
};

// How well a depth works on a nodule: 1 within .05 of .65, falling off beyond (game window, 0.65 = pain threshold).
[[nodiscard]] float pressWindow(float pressure);
// Share of flow that a pressure stops.
[[nodiscard]] float occlusionOf(float pressure);

[[nodiscard]] KnotState startKnot(level::KnotKind kind, float tightness, float flow);
void stepKnot(KnotState& knot, level::KnotKind kind, const KnotDrive& drive, float dtS);

}  // namespace knead::sim
