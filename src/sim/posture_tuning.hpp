// The numbers of posture: natural curves, what each fault bends, stiffnesses. Degrees, centimetres; the curves after
// the textbook ranges of cervical lordosis, thoracic kyphosis and lumbar lordosis, everything else is the game's.
#pragma once

#include <array>

#include "level/anatomy.hpp"

namespace knead::sim::tuning {

using Column = std::array<float, level::kVertebraCount>;

// Natural tilt of each vertebra from the vertical, degrees, forward positive, C1 first: cervical lordosis,
// thoracic kyphosis, lumbar lordosis of an easy stand.
inline constexpr Column kEase = {4,  8,  12, 15,  17,  18,  17, 14, 11, 8, 4,  0,
                                 -3, -6, -9, -11, -12, -11, -9, -6, -2, 4, 10, 14};
// How much each fault bends each part, degrees at full fault.
inline constexpr Column kForwardHead = {-10, 6, 22, 30, 32, 30, 26, 20, 13, 8, 4, 2,
                                        0,   0, 0,  0,  0,  0,  0,  0,  0,  0, 0, 0};
inline constexpr Column kKyphosis = {6, 10, 14, 18, 22,  26,  28,  28, 26, 22, 17, 11,
                                     5, 0,  -5, -9, -12, -13, -12, -9, -6, -3, 0,  0};
inline constexpr Column kLordosis = {0,  0,  0,  0,   0,   0,   0,   0,  0, 0,  0,  -1,
                                     -3, -5, -8, -11, -13, -13, -10, -4, 5, 13, 19, 22};
inline constexpr Column kPelvis = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -2, -4, -5, -4, -1, 4, 8, 11, 13};
inline constexpr Column kSlump = {8, 14, 20, 26, 30, 32,  32,  30,  26,  21,  16,  10,
                                  5, 1,  -3, -6, -9, -11, -12, -13, -14, -14, -14, -14};

// Hinges: degrees per unit of moment (game). Seen from behind, and from the side.
inline constexpr float kSideStiffness = 0.35F, kSideCoupling = 1.6F;
inline constexpr float kForwardStiffness = 1.0F, kForwardCoupling = 0.8F;
// How much of what held a fault at the start must go for the fault to go: all of it at kHeldLow (game).
inline constexpr float kHeldLow = 0.10F, kHeldSpan = 0.85F;
// A sideways shift with a counter-curve above it: full at mid-chest, next to nothing at the head (game).
inline constexpr float kLateralTiltDeg = 7.0F, kLateralShiftCm = 7.04F, kBulgeTop = 0.92F, kBulgePerHeight = 0.78F;
inline constexpr float kTiltShown = 1.21F;  // of the hinges' tilt that moves the column sideways, drawn strongly (game)
inline constexpr float kRighting = 0.7F;    // of the lean that the body takes out to keep its head over its feet (game)
inline constexpr float kFrontGain = 1.5F;   // slump by slack erectors (game)
inline constexpr float kPelvisDeg = 8.0F;   // easy forward tilt
// One figure of deviation: 1 is about 6 cm of shift, 25 degrees of Cobb angle or 8 degrees in every joint (game).
inline constexpr float kDeviationPerCm = 0.159F, kDeviationPerCobbDeg = 0.04F, kDeviationBendDeg = 8.0F;

}  // namespace knead::sim::tuning
