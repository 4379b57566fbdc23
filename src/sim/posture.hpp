// Posture as statics: muscle pulls bend 24 elastic joints over a fixed sacrum, seen from behind and from the side.
// Reads tone, length and the level's faults; nothing reads it but the score and the picture.
#pragma once

#include "sim/body.hpp"
#include "sim/session.hpp"

namespace knead::sim {

// `tightnessAtStart`: Body::Measures::tightness of the same body at the start of the session.
[[nodiscard]] PostureView solvePosture(const level::PostureFaults& faults, const Body::Measures& measures,
                                       float tightnessAtStart);

}  // namespace knead::sim
