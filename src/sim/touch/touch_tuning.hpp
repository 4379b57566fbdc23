// Every number by which the touch is judged, with its unit. This file owns numbers only: no logic, no state.
// Source of all of them: game (set by hand, then measured on synthetic hands; see docs/touch.md).
// Units are in the names: Cm, Ticks (1/120 s), CmPerS, Rad, RadPerCm, Seconds; names without a unit are ratios.
#pragma once

#include <cstdint>

namespace knead::sim::touch::tuning {

inline constexpr float kSecondsPerTick = 1.0F / 120.0F;

// --- Contact ---------------------------------------------------------------------------------------------
inline constexpr int kBounceTicks = 2;  // a gap in contact this short is a bouncing switch, not a lift

// --- Track: smoothing, anchors, turning ------------------------------------------------------------------
inline constexpr int kSpeedTicks = 10;        // span of the speed estimate
inline constexpr float kAnchorPerNet = 0.5F;  // anchor spacing as a share of the last kSpeedTicks of travel
inline constexpr float kAnchorLeastCm = 0.36F;
inline constexpr float kAnchorMostCm = 1.4F;
inline constexpr float kFlipRad = 2.2F;  // a sharper change of heading is a reversal, not turning
inline constexpr float kQuarterTurnRad = 1.5707963F;
inline constexpr int kSteadyHandTicks = 20;  // assist: mean that hides a tremor of 4 to 7 Hz

// --- Legs: from turning point to turning point -----------------------------------------------------------
inline constexpr float kTurnBackShare = 0.11F;    // coming back this share of the leg ends it,
inline constexpr float kTurnBackLeastCm = 0.14F;  // but at least
inline constexpr float kTurnBackMostCm = 0.6F;    // and at most this much
inline constexpr float kLeaveCm = 0.15F;          // the leg's clock starts when the hand leaves this circle
inline constexpr float kMovingCm = 0.3F;          // away from the turning point by this: moving
inline constexpr int kForgetLegsTicks = 60;       // a still hand forgets legs older than this
inline constexpr float kFineTurnBackShare = 0.3F;
inline constexpr int kFineLongestTicks = 26;  // a fine leg that lasts longer is no tremble
inline constexpr int kFineRebaseTicks = 12;   // then measure from where the hand was this long ago
// A flip inside kneading can be the first turn of a rub: the straight run before it
inline constexpr int kFlipRunMostTicks = 54;
inline constexpr int kFlipRunLeastTicks = 8;
inline constexpr int kFlipFreshTicks = 40;
inline constexpr int kFlipAfterTurnTicks = 8;
inline constexpr float kFlipRunTurnRad = 0.45F;
inline constexpr float kFlipRunStepCm = 0.06F;  // least travel per 6 ticks

// --- Stillness and the settle point ----------------------------------------------------------------------
inline constexpr int kStillTicks = 22;
inline constexpr float kStillExtentCm = 0.30F;
inline constexpr float kSettleLeakCmPerS = 0.3F;  // the settle point follows a resting hand this slowly
inline constexpr float kSettleLostCmPerS = 7.2F;
inline constexpr float kSettleInsideCm = 0.22F;
inline constexpr float kSteadyHandExtentCm = 0.2F;  // assist: widens every extent

// --- Tapotement ------------------------------------------------------------------------------------------
inline constexpr int kTapMostTicks = 19;     // longest contact
inline constexpr float kTapMoveCm = 0.7F;    // it may slide less than this
inline constexpr int kTapGapMostTicks = 52;  // onset to onset
inline constexpr float kTapPatience = 1.6F;  // off contact the label waits this many mean gaps
inline constexpr int kTapPatienceTicks = 6;  // plus this
inline constexpr float kTapGain = 0.3F;      // of the running mean and variance of the gaps

// --- Vibration -------------------------------------------------------------------------------------------
inline constexpr float kTrembleLeastCm = 0.24F;
inline constexpr float kTrembleSteadyHandCm = 0.375F;  // assist
inline constexpr float kTrembleMostCm = 1.7F;
inline constexpr float kTrembleSureCm = 0.34F;  // two legs are enough when both are longer
inline constexpr int kTrembleLegTicks = 17;
inline constexpr int kTrembleFreshTicks = 22;
inline constexpr float kRubTrembleCmS = 0.140F;  // length times duration: below trembles, above rubs

// --- Stretch ---------------------------------------------------------------------------------------------
inline constexpr float kDrawCm = 0.53F;       // drawn this far from the settle point
inline constexpr float kDrawStartCm = 0.29F;  // and this far
inline constexpr int kDrawStartTicks = 24;    // for so long
inline constexpr float kDrawMostCmPerS = 6.2F;
inline constexpr float kDrawLeastCmPerS = 0.6F;  // over 20 ticks
inline constexpr float kDrawNet48Cm = 0.24F;
inline constexpr float kDrawStraight = 0.72F;  // net over path, over 30 ticks,
inline constexpr float kDrawSlackCm = 0.4F;    // with this much slack
inline constexpr int kDrawAfterStillTicks = 180;
inline constexpr int kDrawAfterTurnTicks = 40;
inline constexpr float kDrawStayCmPerS = 7.0F;
inline constexpr float kDrawStayTurnRad = 1.6F;  // over 48 ticks
inline constexpr float kHoldDrawnCm = 2.5F;      // held at the barrier: drawn further
inline constexpr float kHoldCmPerS = 0.8F;       // and slower

// --- Compression -----------------------------------------------------------------------------------------
inline constexpr int kPressTicks = 46;
inline constexpr int kPressWindowTicks = 36;
inline constexpr float kPressExtentCm = 0.30F;
inline constexpr float kPressStayExtentCm = 0.42F;

// --- Petrissage ------------------------------------------------------------------------------------------
inline constexpr int kLoopWindowLeastTicks = 14, kLoopWindowMostTicks = 76;
inline constexpr float kLoopTurnRad = 1.70F;
inline constexpr float kLoopOneSense = 0.60F;  // net turning over all turning
inline constexpr float kLoopRadiusLeastCm = 0.55F, kLoopRadiusMostCm = 8.5F;
inline constexpr float kLoopRound = 0.085F;  // closed area over squared path
inline constexpr float kLoopPathCm = 1.6F;
inline constexpr int kLoopLegTicks = 24;       // a turn of a rub later than this in the window forbids a loop
inline constexpr float kLoopLegAlpha = 0.28F;  // if the legs enclose less than this
inline constexpr int kLongLoopTicks = 84;
inline constexpr float kLongLoopTurnRad = 4.2F, kLongLoopOneSense = 0.7F, kLongLoopAlpha = 0.34F,
                       kLongLoopPathCm = 4.0F;
inline constexpr float kLoopStayTurnRad = 0.95F;    // over 54 ticks
inline constexpr float kLoopStayRecentRad = 0.14F;  // over 26 ticks, same sense
inline constexpr int kLoopStayGraceTicks = 6;
inline constexpr float kLoopStayCmPerS = 1.5F;
inline constexpr int kLoopStayFlipTicks = 24;
inline constexpr float kLoopStayAlpha = 0.2F;

// --- Friction --------------------------------------------------------------------------------------------
inline constexpr float kAlphaPerBow = 1.2732395F;  // makes a circle 1: two half-discs over their squared chords
inline constexpr float kRubLeastCm = 0.95F, kRubMostCm = 6.6F;
inline constexpr int kRubLeastTicks = 10, kRubMostTicks = 60;
inline constexpr int kRubPatienceTicks = 8, kRubPatienceMostTicks = 66;
inline constexpr float kRubPatience = 1.5F;
inline constexpr float kRubBow = 0.15F, kRubAlpha = 0.2F, kRubAlphaMost = 0.34F;
inline constexpr float kRubOpposite = -0.5F;  // dot of the directions of two legs

// --- Effleurage ------------------------------------------------------------------------------------------
inline constexpr float kGlideCmPerS = 6.5F;
inline constexpr float kGlideCm = 2.15F;
inline constexpr int kGlideTicks = 25;
inline constexpr float kGlideNotSlowing = 0.9F;
inline constexpr int kGlideSureTicks = 46;
inline constexpr float kGlideFarCm = 6.3F;
inline constexpr float kGlideTurnRad = 0.45F, kGlideStayTurnRad = 0.8F;  // over 30 ticks
inline constexpr float kGlideStraight = 0.94F, kGlideSlackCm = 0.3F;     // over 24 ticks
inline constexpr float kGlideStayCmPerS = 2.5F;
inline constexpr int kGlideGraceTicks = 28;

// --- Ledger ----------------------------------------------------------------------------------------------
inline constexpr int kReachTicks = 60;  // no credit reaches further back than this before the decision
inline constexpr int kCompressionLagTicks = 42, kStretchLagTicks = 24, kGlideLagTicks = 28, kLoopLagTicks = 20;
inline constexpr int kLostTicks = 50;       // a glide or press lost this recently still gets the rest at a lift
inline constexpr int kRestTicks = 54;       // the rest at a lift is at most this long
inline constexpr int kNobodyTicks = 112;    // unclaimed for so long without a label: nobody's
inline constexpr int kSameBoutTicks = 30;   // the same move again after so short a break continues its bout
inline constexpr int kTopUpTicks = 300;     // how much of a bout can be lifted when it matures
inline constexpr float kTopUpStep = 0.04F;  // unmatured ticks closer in quality than this share one entry

// --- Quality: weights of the factors ---------------------------------------------------------------------
inline constexpr float kTempoWeight = 0.85F, kPathWeight = 0.85F, kSteadyWeight = 0.7F, kPlaceWeight = 0.6F;
inline constexpr float kToleranceShare = 0.35F;  // assist: the share of every shortfall that is forgiven
inline constexpr float kCoachBelow = 0.9F;       // a factor above this needs no word

// --- Pressure without a sensor ---------------------------------------------------------------------------
inline constexpr float kCapPress = 1.0F, kCapLoopRub = 0.8F, kCapStretch = 0.7F, kCapGlide = 0.5F;
inline constexpr float kCapTap = 0.4F, kCapTremble = 0.35F, kCapUndecided = 0.35F;  // share of the ceiling
inline constexpr float kSinkStillPerTick = 0.0139F;                                 // time constant 0.6 s
inline constexpr float kSinkMovingPerTick = 0.0076F;                                // time constant 1.1 s
inline constexpr float kSinkStillCmPerS = 1.5F, kSinkMovingCmPerS = 8.0F;
inline constexpr float kSinkMostPerTick = 0.8F / 120.0F;  // a raised ceiling cannot startle
inline constexpr float kRisePerTick = 0.05F;
inline constexpr float kLiftPerTick = 0.017F;  // between strokes about a third is kept
inline constexpr int kLiftTicks = 60;          // later the hand is gone: kRisePerTick
inline constexpr float kTapStrike = 0.6F;      // of the ceiling, at once

}  // namespace knead::sim::touch::tuning
