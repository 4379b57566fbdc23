// Every number of the physiology and of feel, named, with its unit and where it comes from. Seconds are therapy
// seconds (ten to one second of play) unless a name says otherwise. "game" = chosen for play, not research.
#pragma once

#include <array>
#include <cstdint>

#include "level/technique.hpp"

namespace knead::sim::tuning {

// --- time ---------------------------------------------------------------------------------------------
inline constexpr int kTicksPerStep = 8;             // physiology runs at 15 Hz of play
inline constexpr float kPlayStepS = 8.0F / 120.0F;  // s of play
inline constexpr float kStepS = kPlayStepS * 10.0F;
inline constexpr int kRestSteps = 270;
inline constexpr float kSlowEvery = 2.0F;                                   // steps: heat and repair are slow
inline constexpr std::uint32_t kWorkChunkTicks = 8, kTopUpChunkTicks = 24;  // longest pieces of credited work

// --- heat: Pennes bio-heat in three lumped layers over a deep boundary ----------------------------------
// Tissue values: the common tables of thickness, conductivity and perfusion (skin, fat, muscle).
inline constexpr float kAirC = 25.0F, kBloodC = 37.0F;
inline constexpr float kAirConductance = 7.83F;  // W/m2K, 8 W/m2K film over half the skin
inline constexpr float kSkinFat = 58.9F, kFatMuscle = 40.8F, kMuscleDeep = 49.0F;  // W/m2K between layer centres
inline constexpr float kSkinHeatCapacity = 7521.0F;                                // J/m2K, 2 mm
inline constexpr float kFatHeatCapacity = 6417.0F;      // 6 mm, halved: warms twice as fast (game)
inline constexpr float kMuscleHeatCapacity = 18644.0F;  // 10 mm, halved (game)
inline constexpr float kSkinBlood = 14.9F, kFatBlood = 11.4F, kMuscleBlood = 25.5F;             // W/m2K at resting flow
inline constexpr float kSkinMetabolic = 3.66F, kFatMetabolic = 2.79F, kMuscleMetabolic = 9.9F;  // W/m2
inline constexpr float kNeutralDeepC = 36.84F, kNeutralMuscleC = 36.6F;
inline constexpr float kMuscleGain = 3.0F;    // the muscle's warming is shown and felt three times (game)
inline constexpr float kHeatGoalC = 37.7F;    // play temperature that counts as warmed through (game)
inline constexpr float kComplaintC = 43.0F;   // skin above this hurts
inline constexpr float kPleasantC = 38.0F;    // skin above this under a tool calms (game)
inline constexpr float kColdFatShare = 0.4F;  // of a cold skin's chill at the start reaches the fat (game)
// Skin flow doubles each 2 C about its rest; muscle flow each 1.8 C of play temperature (game; Q10 is far lower).
inline constexpr float kSkinFlowRestC = 35.0F, kSkinFlowDoublingsPerC = 0.5F;
inline constexpr float kSkinFlowDoublingsLow = -1.8F, kSkinFlowDoublingsHigh = 2.6F;
inline constexpr float kSkinFlowLow = 0.3F, kSkinFlowHigh = 6.0F;
inline constexpr float kFlowDoublesC = 1.8F, kFlowDoublingsLow = -2.0F, kFlowDoublingsHigh = 1.5F;
inline constexpr float kThermalFlowLow = 0.35F, kThermalFlowHigh = 2.6F;
inline constexpr float kHeatFlowLow = 0.5F, kHeatFlowHigh = 2.0F;  // perfusion that carries heat, 1 = rest
// Play temperature that counts as warm and as cold: from where, and how much of 0..1 a degree (game).
inline constexpr float kWarmFromC = 36.7F, kWarmPerC = 0.6F, kColdFromC = 36.3F, kColdPerC = 0.4F;
inline constexpr float kSafeReferenceC = 44.0F, kSafeReferenceS = 7200.0F;  // safe time halves per degree above

struct HeatTool {
  float sourceC, conductance, halfWidthCm, halfHeightCm, coolingS;
};
// Hand, towel, stone, pack. Temperatures from practice texts, contact conductances estimated, cooling game.
inline constexpr std::array<HeatTool, 4> kHeatTools = {
    {{0, 0, 0, 0, 1}, {46, 170, 11.5F, 8.5F, 110}, {52, 190, 5.0F, 5.0F, 160}, {48, 130, 12.5F, 9.0F, 3000}}};
inline constexpr float kLiftRadiusCm = 3.0F;  // a tool pressed within this of its place is taken off
// A gliding stone: from where it counts as led, its best speeds and where they end, cm/s of play; how deep it lies
// (practice texts: slow, 3-8 cm/s; the edges are game).
inline constexpr float kGlideFromCm = 1.0F, kGlidePressure = 0.25F;
inline constexpr float kGlideStill = 1.0F, kGlideSlow = 3.0F, kGlideQuick = 10.0F, kGlideFast = 16.0F;
inline constexpr float kToolRestC = 35.0F;                   // what a laid tool cools down to (game)
inline constexpr float kSkinResistance = 0.0027F;            // m2K/W from the surface into the skin layer (estimate)
inline constexpr float kTooHotByC = 0.3F, kHotMostC = 3.0F;  // over kComplaintC: spoken of; worst for comfort (game)
inline constexpr int kTooHotEveryPlayS = 4;                  // the complaint comes again (game)
inline constexpr float kTooHotShown = 0.1F;                  // share of the burn dose that the meter shows (game)

// --- flow ---------------------------------------------------------------------------------------------
inline constexpr float kFlowTauS = 10.0F;   // perfusion follows in 5-15 s
inline constexpr float kRhythmGain = 0.9F;  // rhythm on muscle flow (game: Doppler studies find about none)
inline constexpr float kRhythmRiseS = 7.0F, kRhythmDecayS = 260.0F;
inline constexpr float kOcclusionDepth = 0.9F;               // of flow stopped at full pressure
inline constexpr float kDebtTauS = 25.0F, kDebtGain = 1.5F;  // reactive hyperaemia after release
inline constexpr float kKnotOcclusion = 0.85F;               // a tight knot starves itself
inline constexpr float kKnotStarves = 0.5F;                  // of flow stopped around a tight knot (game)

// --- tone ---------------------------------------------------------------------------------------------
inline constexpr float kToneTauS = 90.0F;    // creeps back within about three minutes (stiffness studies)
inline constexpr float kHabitTauS = 150.0F;  // the habit learns from a released muscle (game)
inline constexpr float kBandLow = 0.27F, kBandHigh = 0.45F;
inline constexpr float kNeutralTone = 0.36F;  // of healthy tissue, mid-band
inline constexpr float kHabitLeast = 0.20F;   // the habit never learns to be slacker
inline constexpr float kHabitArousal = 0.9F,
                       kHabitCold = 0.5F;  // share of learning lost at full arousal, in cold (game)
inline constexpr float kToneArousal = 0.32F, kToneArousalOutside = 0.13F, kToneSoreness = 0.12F, kToneSpasm = 0.30F;
inline constexpr float kToneKnot = 0.22F, kToneShort = 0.22F, kToneCold = 0.20F, kToneWarm = -0.06F;

// --- repair (game: days of healing in minutes) ----------------------------------------------------------
inline constexpr float kRepairS = 330.0F;  // soreness, at a full pump of rhythm and flow
inline constexpr float kRepairRhythm = 0.9F, kRepairRhythmFrom = 0.05F, kRepairFlow = 0.16F, kRepairNarrowing = 0.5F;
inline constexpr float kRepairArousal = 0.7F;   // share of letting go that full arousal takes
inline constexpr float kSpasmHeatS = 210.0F;    // spasm, in full warmth
inline constexpr float kAcceptHeatFrom = 0.3F;  // warmth that begins to open the tissue to depth

// --- knots --------------------------------------------------------------------------------------------
inline constexpr float kEnergyRate = 1.0F / 40.0F, kEnergyBase = 0.2F, kEnergyEdge = 0.45F, kEnergyWidth = 0.06F;
inline constexpr float kKnotFallS = 20.0F, kKnotRiseS = 90.0F, kKnotPress = 1.0F / 64.0F;
inline constexpr float kPressCentre = 0.65F, kPressPlateau = 0.05F, kPressSpread = 0.14F;
inline constexpr float kShortFeeds = 0.85F, kShortFree = 0.15F;
// A knot's own vessels open no wider than this, whatever warms it: blood alone does not melt a tight one (game; the
// hypothesis itself asks for more than twice the flow).
inline constexpr float kKnotFlowMost = 1.9F;
inline constexpr float kSoftMelt = 1.0F / 22.0F, kRopeMelt = 1.0F / 26.0F, kSoftEdge = 0.40F;
inline constexpr float kSoftFallS = 60.0F, kSoftRiseS = 240.0F;
inline constexpr float kReleasedBelow = 0.20F;
inline constexpr float kStayedBelow = 0.30F;                                             // after the rest
inline constexpr float kSoftenedBy = 0.15F, kSoftenedMuch = 0.25F, kFellBackBy = 0.12F;  // tightness; told as a relapse
inline constexpr float kRopeFedAbove = 0.5F, kRopeFed = 0.5F;  // in a muscle shorter than this, work melts half (game)
inline constexpr float kRelapseAbove = 0.5F;                   // a linked knot tighter than this shortens its muscle
inline constexpr float kKnotFieldReach = 1.5F;                 // reaches around a knot that feel it (game)
inline constexpr float kPainReach = 1.6F;                      // reaches around a knot that hurt (game)
inline constexpr std::array<float, 3> kKnotReachCm = {2.4F, 3.2F, 4.4F};  // nodule, rope, soft
inline constexpr std::array<float, 3> kKnotPain = {4.5F, 3.5F, 2.0F};     // points of ten
// Referral (Travell's maps): a knot that refers hurts there and not at its own place, this much of the pain of the
// whole spot, knot and strained tissue (game).
inline constexpr float kReferredShare = 0.6F;
// Pressing it at least this deep (where the trigger-point window begins) brings that pain on; said again after so
// many play seconds at the earliest (game).
inline constexpr float kReferralPressure = 0.45F, kReferralEveryPlayS = 6.0F;
inline constexpr float kFurtherKnotPain = 0.25F;  // each further knot adds this share: attention goes to the worst

// --- the person ---------------------------------------------------------------------------------------
inline constexpr float kLimitBase = 0.54F, kLimitAcceptance = 0.26F, kLimitWarm = 0.08F, kLimitCold = -0.12F;
inline constexpr float kLimitArousal = -0.25F, kLimitSoreness = -0.22F, kLimitSpasm = -0.18F;
inline constexpr float kLimitSensitised = -0.08F, kLimitTone = -0.30F, kLimitLow = 0.14F, kLimitHigh = 0.85F;
inline constexpr float kLimitToneFrom = 0.5F;
// Being over the limit (game). Most of it is reached at this much over; the shape is x^1.5.
inline constexpr float kOverFull = 0.2F, kGuardOver = 1.3F, kArousalOverMost = 1.2F, kComfortOverMost = 2.0F;
inline constexpr float kSoreOver = 0.004F, kSoreOverGain = 4.0F;  // soreness a second, and how soon it is full
inline constexpr float kGuardingFrom = 0.5F;                      // braces visibly
inline constexpr float kHardFrom = 0.35F;                         // depth that bone feels
inline constexpr float kNoGoEveryS = 20.0F;                       // told again
inline constexpr float kAcceptTauS = 42.0F, kAcceptPressTauS = 100.0F, kAcceptDecayS = 300.0F, kAcceptHeatS = 220.0F;
inline constexpr float kAcceptLight = 0.35F, kAcceptDeep = 0.65F;  // of the rate by the lightest touch; by depth
inline constexpr float kGuardDecayS = 20.0F, kGuardRiseS = 6.0F;
inline constexpr float kArousalCalm = 0.010F, kArousalOver = 0.012F, kArousalDownS = 900.0F, kArousalUpS = 500.0F;
inline constexpr float kWorryTauS = 260.0F;
// Where arousal settles (game): somewhat below where the person comes in.
inline constexpr float kWorryBase = 0.08F, kWorrySensitised = 0.15F, kWorryArousal = 0.88F, kWorryArousalFrom = 0.12F;
inline constexpr float kWorryLeast = 0.05F;
inline constexpr float kComfortOver = 0.0055F, kComfortHot = 0.004F, kComfortNoGo = 0.004F, kComfortGain = 0.0006F;
inline constexpr float kFlinchRatio = 1.3F, kFlinchWindowS = 1.6F;  // play seconds
inline constexpr float kFlinchArousal = 0.12F, kFlinchArousalLeast = 0.02F, kFlinchGuard = 0.6F, kFlinchComfort = 0.03F;
inline constexpr float kFlinchGuardBelow = 0.55F;                       // who guards already does not flinch as well
inline constexpr float kComfortBurnt = 0.2F, kComfortReleased = 0.03F;  // lost by a burn, won by a knot that lets go
inline constexpr float kBreathsCalm = 8.0F, kBreathsArousal = 10.0F;    // a minute
inline constexpr float kSensitisationS = 500.0F;                        // fades in this time at full endorphins (game)
inline constexpr float kDoseEffect = 0.25F,
                       kDoseOver = 0.05F;         // work that counts as good touch: effect, depth over limit
inline constexpr float kEndorphinFullS = 450.0F;  // one time constant of the best touch (game)
inline constexpr float kEndorphinRate = 1.0F / kEndorphinFullS, kEndorphinTauS = 30000.0F;
inline constexpr float kDoseFullS = 720.0F;  // hands on for four fifths of the article's fifteen minutes
inline constexpr float kPointTauS = 130.0F;  // a point tires (game)
inline constexpr float kPainEndorphin = 0.35F, kPainGate = 0.25F, kPainSensitised = 0.5F, kGateDecayS = 3.0F;

// --- pain, points of ten per unit ---------------------------------------------------------------------
inline constexpr float kPainSoreness = 4.0F, kPainTone = 2.6F, kPainFlow = 3.8F, kPainSpasm = 3.5F, kPainShort = 4.0F;
inline constexpr float kPainCold = 1.5F, kPainArousal = 0.6F;
inline constexpr float kPainArousalSlack = 0.5F, kTightFrom = 0.05F;  // share of arousal's pain where nothing is tight
inline constexpr float kPainOver = 4.0F, kPainMost = 10.0F;           // of being over the limit now; end of the scale
inline constexpr float kPainShown = 0.08F;                            // share of the way to the new pain, each step
inline constexpr float kToneHurtsSpan = 0.30F;                        // above the band: full
inline constexpr float kLackHurtsBelow = 0.85F, kLackBelow = 1.05F, kLackSpan = 0.6F;  // of perfusion: pain, pool, full
// Pools of flow and tension, per unit (docs/scoring.md).
inline constexpr float kPoolLack = 0.25F, kTightSpasm = 0.6F, kPoolLength = 0.9F, kPoolKnots = 1.2F;
inline constexpr float kSagFull = 0.25F;      // share of muscles fully slack that is full sag
inline constexpr float kBandMargin = 0.02F;   // tone that tells a muscle has come back into its band (game)
inline constexpr float kTooLooseFrom = 0.3F;  // sag

// --- techniques (game, shaped by the texts and sources in assets/techniques.json) --------------------------------
struct Drive {
  float radiusCm, low, high;  // footprint, and the window of depth
  float flow, tone, calm, endorphin, felt, dilate, pump, spasm;
  std::array<float, 3> melt;  // nodule, rope, soft
};
inline constexpr auto kDrives = std::to_array<Drive>({
    // radius low  high  flow  tone   calm  endo  felt  dil  pump spasm  nodule rope soft
    {6.0F, .12F, .40F, 1.00F, .014F, 1.00F, .35F, .00F, .80F, .35F, .50F, {.00F, .00F, .08F}},  // effleurage
    {5.0F, .30F, .62F, .75F, .030F, .25F, .20F, .05F, .45F, 1.0F, .10F, {.03F, .22F, 1.0F}},    // petrissage
    {3.0F, .38F, .78F, .45F, .030F, -.05F, .18F, .22F, .20F, .00F, .00F, {.22F, 1.0F, .35F}},   // friction
    {4.5F, .16F, .48F, .40F, .004F, .40F, .12F, .00F, .35F, .60F, .55F, {.03F, .02F, .10F}},    // vibration
    {5.5F, .18F, .45F, .80F, -.010F, -.55F, .15F, .25F, 2.6F, .00F, .00F, {.00F, .00F, .05F}},  // tapotement
    {2.6F, .45F, .80F, .10F, .020F, .05F, 1.05F, .00F, .00F, .00F, .00F, {1.0F, .12F, .20F}},   // trigger point
    {2.6F, .36F, .66F, .10F, .010F, .45F, 1.15F, .00F, .00F, .00F, .00F, {.25F, .10F, .12F}},   // acupressure
    {5.0F, .28F, .55F, .12F, .011F, .10F, .15F, .05F, .05F, .00F, .25F, {.04F, .12F, .20F}},    // stretch
    {0, 0, 0, 0, 0, .60F, .25F, 0, 0, 0, 0, {0, 0, 0}},                                         // towel
    {3.6F, .10F, .45F, .28F, .003F, .20F, .12F, .00F, .12F, .12F, .06F, {.00F, .00F, .04F}},    // stone, gliding
    {0, 0, 0, 0, 0, .35F, .25F, 0, 0, 0, 0, {0, 0, 0}},                                         // pack
});
static_assert(kDrives.size() == level::kTechniqueCount);
inline constexpr float kStretchTauS = 80.0F, kRelapseTauS = 200.0F;
// Length comes in the holding: nothing in the first .8 s of a draw, all of it after 3.3 s (play seconds, game).
inline constexpr float kStretchHoldFromPlayS = 0.8F, kStretchHoldFullPlayS = 3.3F;
inline constexpr float kVibrationWarmUpS = 25.0F;  // excites before, inhibits after (vibration studies)
inline constexpr float kAwayFromHeart = 0.45F;
inline constexpr std::uint32_t kHeartWayTicks = 12;  // a stroke's direction is read over a tenth of a second (game)
inline constexpr int kHeartYHundredths = 2200;       // T5: below it up the back is toward the heart, above it down
inline constexpr float kFootprint = 1.6F;            // radius where a technique's effect ends, in its own radii
inline constexpr float kWindowEdge = 0.1F;           // depth over which an effect fades beyond its window
inline constexpr float kShareAtOnce = 0.5F;          // no piece of work takes more of anything
inline constexpr float kDilateS = 40.0F, kPumpS = 220.0F, kEaseS = 260.0F;  // of narrowing, soreness, spasm
inline constexpr float kBroadHandCm = 1.2F;   // moves other than pressing reach a knot from further away
inline constexpr float kThumbPlateau = 1.2F;  // a thumb need not be exact: full over the inner two fifths
inline constexpr float kPointReachCm = 2.0F, kNamedPointReachCm = 1.5F,
                       kKnotPressReachCm = 2.6F;  // where pressing counts
inline constexpr float kOffTarget = 0.05F;        // endorphins of pressing beside every knot and point
inline constexpr float kTapFelt = 0.04F;          // depth that a tap adds
// A stretch is felt more in cold, tight, knotted muscle, and lengthens less.
inline constexpr float kStretchCold = 0.5F, kStretchTone = 0.25F, kStretchToneFrom = 0.6F, kStretchKnot = 0.5F;
inline constexpr float kStretchGuarded = 0.7F;  // of a stretch's effect that full arousal takes (game)
inline constexpr float kStretchUnheld = 0.12F;  // of its other effects while it is not held
inline constexpr float kFlexFromC = 34.6F, kFlexSpanC = 2.4F, kFlexLow = 0.10F, kFlexHigh = 1.15F;
inline constexpr float kFlexKnot = 0.85F, kFlexBlocked = 0.9F;
inline constexpr float kFlexTone = 0.6F, kFlexToneFrom = 0.55F, kFlexToneSpan = 0.35F;
inline constexpr float kStrokeWound = 0.8F, kStrokeWoundFrom = 0.7F,
                       kStrokeWoundGain = 4.0F;  // too wound up for strokes
inline constexpr float kVibrationCalms = 0.4F, kVibrationWakes = -0.3F, kTrembleDecayS = 40.0F;

// --- what earlier sessions left (game) -------------------------------------------------------------------
// Endorphins of a full afterglow; share of tone above neutral, soreness and shortness that years of good regular visits
// take away, and how much of that share knots lose.
inline constexpr float kCarryAfterglow = 0.5F, kCarryEase = 0.25F, kCarryKnots = 0.3F;

// --- score --------------------------------------------------------------------------------------------
inline constexpr int kHarmPerOverdoseS = 60, kHarmPerNoGoS = 60, kHarmBurn = 8000, kHarmSag = 6000, kHarmStopped = 5000;
inline constexpr int kHarmSlip = 50;  // points: less is a slip and forgiven
inline constexpr int kHarmMost = 60000, kHarmFreeForThree = 3000;
// So long somebody with a stop sign lies still, play seconds: then they thank you and want it looked at first.
inline constexpr float kReferEnoughPlayS = 8.0F;
inline constexpr int kFullScore = 100000;
inline constexpr float kBurnFrom = 0.3F, kBurnGain = 2.0F, kBurnMost = 3.0F;  // of the burn dose; in kHarmBurn
inline constexpr float kHeatPeakShare = 0.5F;                                 // peak and rest count alike
inline constexpr float kInsightFirst = 0.60F, kInsightAlso = 0.25F, kInsightAvoid = 0.15F;
inline constexpr float kWordsSome = 0.34F, kWordsMuch = 0.8F;  // share of a goal that changes the sentence
inline constexpr float kNothing = 0.01F;                       // a pool or pain below this cannot be relieved

}  // namespace knead::sim::tuning
