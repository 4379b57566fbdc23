// Every number by which the touch is judged, with its unit. This file owns numbers only: no logic, no state.
// Source of all of them: game (set by hand, then measured on synthetic hands; see docs/touch.md).
// Units are in the names: Cm, Ticks (1/120 s), CmPerS, Rad, RadPerCm, Seconds; names without a unit are ratios.
#pragma once

#include <cstdint>

namespace knead::sim::touch::touch_tuning {

// --- Units of the input ------------------------------------------------------------------------------------
inline constexpr float kCmPerUnit = 0.01F;               // of a stored position
inline constexpr float kCeilingPerUnit = 1.0F / 255.0F;  // of a stored ceiling
inline constexpr float kTicksHz = 120.0F;                // over a period in ticks: its frequency
inline constexpr float kLegTicksHz = 0.5F * kTicksHz;    // over the ticks of a leg, half a period: the frequency

// --- Shapes ----------------------------------------------------------------------------------------------
// A slope runs smoothly between two corners: rising from 0 to 1, or falling from 1 to 0, as the place that uses
// it says. A plateau rises from 0 at `from` to 1 at `full`, and falls from 1 at `fading` to 0 at `gone`.
struct Slope {
  float from, to;
};
struct Plateau {
  float from, full, fading, gone;
};

// --- Contact ---------------------------------------------------------------------------------------------
inline constexpr int kBounceTicks = 2;  // a gap in contact this short is a bouncing switch, not a lift

// --- Track: smoothing, anchors, turning ------------------------------------------------------------------
inline constexpr int kSpeedTicks = 10;        // span of the speed estimate
inline constexpr float kAnchorPerNet = 0.5F;  // anchor spacing as a share of the last kSpeedTicks of travel
inline constexpr float kAnchorLeastCm = 0.36F;
inline constexpr float kAnchorMostCm = 1.4F;
inline constexpr float kFlipRad = 2.2F;  // a sharper change of heading is a reversal, not turning
inline constexpr float kQuarterTurnRad = 1.5707963F;

// --- Assist "steady hand": how much this hand trembles, and what follows from it ---------------------------
inline constexpr int kSteadyHandTicks = 20;    // a mean that hides a tremor of 4 to 7 Hz
inline constexpr float kTremorMostCm = 0.17F;  // zero to peak; believed until the hand is seen to be calmer
inline constexpr float kTremorAtFirstCm = 0.13F;
inline constexpr float kTremorPerDeviation = 1.8F;           // amplitude over root mean square distance from that mean
inline constexpr float kTremorSeenPerTick = 1.0F / 24.0F;    // mean of the squared distance: time constant 0.2 s
inline constexpr float kTremorCalmerPerTick = 1.0F / 30.0F;  // time constant 0.25 s, while the hand rests
inline constexpr float kTremorWorsePerTick = 1.0F / 100.0F;  // time constant 0.8 s
inline constexpr float kTremorRestCmPerS = 4.0F;             // slower than this a hand without a move rests
inline constexpr Slope kTremorHideCm{0.04F, 0.08F};          // from here on it is smoothed away
inline constexpr float kTremorExtent = 1.33F;                // of the amplitude: widens every extent
inline constexpr float kTremorTremble = 2.5F;                // of the amplitude: a tremble must be longer

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
inline constexpr int kFlipStepTicks = 2;  // walked back in steps of this
inline constexpr int kFlipRunTicks = 6;
inline constexpr float kFlipRunStepCm = 0.06F;  // least travel in kFlipRunTicks

// --- Stillness and the settle point ----------------------------------------------------------------------
inline constexpr int kStillTicks = 22;
inline constexpr float kStillExtentCm = 0.30F;
inline constexpr float kExtentKnownCm = 1.5F;     // a hand this far from where it was is not measured closer
inline constexpr float kSettleLeakCmPerS = 0.3F;  // the settle point follows a resting hand this slowly
inline constexpr float kSettleLostCmPerS = 7.2F;
inline constexpr float kSettleInsideCm = 0.22F;

// --- Tapotement ------------------------------------------------------------------------------------------
inline constexpr int kTapMostTicks = 19;     // longest contact
inline constexpr float kTapMoveCm = 0.7F;    // it may slide less than this
inline constexpr int kTapGapMostTicks = 52;  // onset to onset
inline constexpr float kTapPatience = 1.6F;  // off contact the label waits this many mean gaps
inline constexpr int kTapCountMost = 1000;   // counted no further
inline constexpr int kTapPatienceTicks = 6;  // plus this
inline constexpr float kTapGain = 0.3F;      // of the running mean and variance of the gaps

// --- Vibration -------------------------------------------------------------------------------------------
inline constexpr float kTrembleLeastCm = 0.24F;
inline constexpr float kTrembleMostCm = 1.7F;
inline constexpr float kTrembleSureCm = 0.34F;                // two legs are enough when both are longer
inline constexpr int kTrembleLegs = 3, kTrembleSureLegs = 2;  // to be believed
inline constexpr int kTrembleLegTicks = 17;
inline constexpr int kTrembleFreshTicks = 22;
inline constexpr float kRubTrembleCmS = 0.140F;  // length times duration: below trembles, above rubs

// --- Stretch ---------------------------------------------------------------------------------------------
inline constexpr float kDrawCm = 0.53F;       // drawn this far from the settle point
inline constexpr float kDrawStartCm = 0.29F;  // and this far
inline constexpr int kDrawStartTicks = 24;    // for so long
inline constexpr float kDrawMostCmPerS = 6.2F;
inline constexpr int kDrawSpeedTicks = 20;
inline constexpr float kDrawLeastCmPerS = 0.6F;  // over kDrawSpeedTicks
inline constexpr int kDrawNetTicks = 48;
inline constexpr float kDrawNetCm = 0.24F;  // over kDrawNetTicks
inline constexpr int kDrawStraightTicks = 30;
inline constexpr float kDrawStraight = 0.72F;  // net over path, over kDrawStraightTicks,
inline constexpr float kDrawSlackCm = 0.4F;    // with this much slack
inline constexpr int kDrawAfterStillTicks = 180;
inline constexpr int kDrawAfterTurnTicks = 40;
inline constexpr float kDrawStayCmPerS = 7.0F;
inline constexpr int kDrawTurnTicks = 48;
inline constexpr float kDrawStayTurnRad = 1.6F;  // over kDrawTurnTicks
inline constexpr float kHoldDrawnCm = 2.5F;      // held at the barrier: drawn further
inline constexpr float kHoldCmPerS = 0.8F;       // and slower

// --- Compression -----------------------------------------------------------------------------------------
inline constexpr int kPressTicks = 46;
inline constexpr int kPressWindowTicks = 36;
inline constexpr float kPressExtentCm = 0.30F;
inline constexpr float kPressStayExtentCm = 0.42F;

// --- Petrissage ------------------------------------------------------------------------------------------
inline constexpr int kLoopWindowLeastTicks = 14, kLoopWindowMostTicks = 76, kLoopWindowStepTicks = 2;
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
inline constexpr float kLoopStayTurnRad = 0.95F;    // over kLoopStayTicks
inline constexpr float kLoopStayRecentRad = 0.14F;  // over kLoopRecentTicks, same sense
inline constexpr int kLoopStayTicks = 54, kLoopRecentTicks = 26;
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
inline constexpr float kRubStraightBow = 0.09F, kRubBow = 0.15F, kRubAlpha = 0.2F, kRubAlphaMost = 0.34F;
inline constexpr float kRubOpposite = -0.5F;  // dot of the directions of two legs

// --- Effleurage ------------------------------------------------------------------------------------------
inline constexpr float kGlideCmPerS = 6.5F;
inline constexpr float kGlideCm = 2.15F;
inline constexpr int kGlideTicks = 25;
inline constexpr float kGlideNotSlowing = 0.9F;
inline constexpr int kGlideSureTicks = 46;
inline constexpr float kGlideFarCm = 6.3F;
inline constexpr float kGlideTurnRad = 0.45F, kGlideStayTurnRad = 0.8F;  // over kGlideTurnTicks
inline constexpr float kGlideStraight = 0.94F, kGlideSlackCm = 0.3F;     // over kGlideStraightTicks
inline constexpr int kGlideTurnTicks = 30, kGlideStraightTicks = 24;
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
inline constexpr float kSteadyUnknown = 0.5F;    // steadiness while there is nothing to compare
inline constexpr float kProvisional = 0.5F;      // no more than this before a move has shown its regularity

// --- Quality: effleurage ---------------------------------------------------------------------------------
inline constexpr int kGlideJudgeLeastTicks = 30, kGlideJudgeMostTicks = 120;
inline constexpr int kGlideTempoTicks = 108;
inline constexpr Plateau kGlideTempoCmPerS{2.5F, 6.5F, 36.0F, 52.0F};
inline constexpr Slope kGlideJudgeStraight{0.93F, 0.975F};  // net over path, the last second; rising
inline constexpr Slope kGlideWholeStraight{0.90F, 0.96F};   // and the whole stroke
inline constexpr Slope kGlideJudgeTurnRad{0.30F, 0.65F};    // falling
inline constexpr Slope kGlideWiggleRadPerCm{0.10F, 0.32F};  // turning to and fro; falling
inline constexpr Slope kGlideAlongFibre{0.64F, 0.90F};      // mean |cos| to the fibre; rising
inline constexpr float kGlideYoungQuality = 0.25F;          // maturity of a stroke's first
inline constexpr float kGlideYoungCm = 2.0F;                // centimetres,
inline constexpr float kGlideHalfCm = 12.0F;                // kProvisional here,
inline constexpr float kGlideRipeCm = 15.0F;                // 1 here: an adult hand's length
inline constexpr float kGlideUnrestedCm = 12.0F;            // more if it did not begin from rest
inline constexpr float kGlideRestCmPerS = 3.0F;             // slower than this, or
inline constexpr int kGlideRestTicks = 12;                  // this soon after contact, is a rest;
inline constexpr int kGlideFromRestTicks = 84;              // the stroke begins at most so long after it
inline constexpr int kStrokeGapTicks = 72;                  // lifted no longer than this, the next stroke
inline constexpr float kStrokeAlike = 0.8F;                 // along the same line (|cos|) goes on with it

// --- Quality: petrissage ---------------------------------------------------------------------------------
inline constexpr int kLoopJudgeTicks = 60;  // before there are three quarter turns
inline constexpr Plateau kLoopTempoHz{0.5F, 0.68F, 2.3F, 3.0F};
inline constexpr Plateau kLoopRadiusCm{0.9F, 1.3F, 5.6F, 7.5F};
inline constexpr Slope kLoopSense{0.65F, 0.88F};     // net turning over all turning; rising
inline constexpr int kLoopHalvesMost = 5;            // half-turns compared
inline constexpr Slope kLoopSameHalf{0.57F, 0.70F};  // smaller over larger: a half-turn and that one turn before
inline constexpr Slope kLoopNextHalf{0.47F, 0.62F};  // and its neighbour; rising
inline constexpr Slope kLoopSameHalfFew{0.66F, 0.76F}, kLoopNextHalfFew{0.54F, 0.68F};  // before kLoopHalvesMost
inline constexpr int kLoopRipeQuarters = 9, kLoopHalfQuarters = 5;
inline constexpr float kLoopYoungQuality = 0.4F;
inline constexpr int kLoopPauseTicks = 72;      // lifted no longer than this, a proved kneader goes on
inline constexpr float kLoopAgainAlike = 0.7F;  // if a turn is like the last one in time and length

// --- Quality: friction -----------------------------------------------------------------------------------
inline constexpr Plateau kRubTempoHz{1.1F, 1.5F, 4.2F, 5.4F};
inline constexpr Plateau kRubLengthCm{0.9F, 1.4F, 5.2F, 6.8F};
inline constexpr Slope kRubJudgeBow{0.10F, 0.22F};       // falling
inline constexpr Slope kRubJudgeOpposite{0.55F, 0.88F};  // minus the dot of two legs' directions; rising
inline constexpr int kRubJudgeLegs = 4, kRubEvenLegs = 5;
inline constexpr float kRubMeanShare = 0.6F;    // of the mean ratio of legs; the rest is the worst ratio's
inline constexpr Slope kRubEven{0.55F, 0.82F};  // rising
inline constexpr float kRubPlaceLeast = 0.5F;   // along the fibre a rub still has this much
inline constexpr Slope kRubAcross{0.3F, 0.8F};  // |sin| to the fibre; rising
inline constexpr int kRubRipeLegs = 5;
inline constexpr float kRubMaturity[kRubRipeLegs] = {0.4F, 0.45F, 0.5F, 0.6F, 1.0F};  // by legs, the first at 0

// --- Quality: vibration ----------------------------------------------------------------------------------
inline constexpr Plateau kTrembleTempoHz{4.0F, 5.0F, 10.5F, 13.0F};
inline constexpr Plateau kTrembleLengthCm{0.25F, 0.36F, 1.25F, 1.8F};
inline constexpr Slope kTrembleEven{0.58F, 0.84F};  // rising
inline constexpr int kTrembleDriftTicks = 48;
inline constexpr Slope kTrembleDriftCmPerS{3.0F, 8.0F};  // falling
inline constexpr int kTrembleRipeTicks = 36;
inline constexpr int kTrembleRipeLegs = 4;
inline constexpr float kTrembleYoungQuality = 0.5F;

// --- Quality: tapotement ---------------------------------------------------------------------------------
inline constexpr Plateau kTapTempoHz{2.4F, 2.9F, 9.3F, 11.0F};
inline constexpr Slope kTapJumpCm{2.0F, 4.5F};       // from tap to tap; falling
inline constexpr Slope kTapVariation{0.14F, 0.36F};  // of the gaps; falling
inline constexpr int kTapRipe = 5;
inline constexpr float kTapMaturity[kTapRipe] = {0.45F, 0.45F, 0.7F, 0.9F, 1.0F};  // by taps, the first at 0

// --- Quality: compression --------------------------------------------------------------------------------
inline constexpr Slope kPressJudgeExtentCm{0.36F, 0.62F};  // falling
inline constexpr int kPressDriftTicks = 60;
inline constexpr Slope kPressDriftCmPerS{0.5F, 1.1F};  // falling
inline constexpr float kPressYoungQuality = 0.4F;
inline constexpr int kPressRipeTicks = 84;

// --- Quality: stretch ------------------------------------------------------------------------------------
inline constexpr int kDrawJudgeTicks = 36, kDrawPathTicks = 60, kDrawStepTicks = 20;
inline constexpr Plateau kDrawTempoCmPerS{0.4F, 0.9F, 4.4F, 6.0F};
inline constexpr float kDrawJudgeSlackCm = 0.2F;
inline constexpr Slope kDrawJudgeStraight{0.75F, 0.93F};  // rising
inline constexpr Slope kDrawEven{0.25F, 0.60F};           // of two steps of kDrawStepTicks; rising
inline constexpr Slope kDrawAlongFibre{0.55F, 0.90F};     // |cos|; rising
inline constexpr float kDrawYoungQuality = 0.4F;
inline constexpr Slope kDrawRipeCm{0.5F, 2.5F};  // drawn; linear

// --- Pressure without a sensor ---------------------------------------------------------------------------
inline constexpr float kCapPress = 1.0F, kCapLoopRub = 0.8F, kCapStretch = 0.7F, kCapGlide = 0.5F;
inline constexpr float kCapTap = 0.4F, kCapTremble = 0.35F, kCapUndecided = 0.35F;  // share of the ceiling
inline constexpr float kSinkStillPerTick = 0.0139F;                                 // time constant 0.6 s
inline constexpr float kSinkMovingPerTick = 0.0076F;                                // time constant 1.1 s
inline constexpr float kSinkStillCmPerS = 1.5F, kSinkMovingCmPerS = 8.0F;
inline constexpr float kSinkMostPerTick = 0.8F / 120.0F;  // a raised ceiling cannot startle
inline constexpr float kRisePerTick = 0.05F;
inline constexpr float kLiftPerTick = 0.017F;    // between strokes about a third is kept
inline constexpr int kLiftTicks = 60;            // later the hand is gone: kRisePerTick
inline constexpr float kPressureGone = 1.0e-6F;  // share; below it is nothing
inline constexpr float kTapStrike = 0.6F;        // of the ceiling, at once

}  // namespace knead::sim::touch::touch_tuning
