// Every number of the physiology and of feel, named, with its unit and where it comes from. Seconds are therapy
// seconds (ten to one second of play) unless a name says otherwise. "game" = chosen for play, not research.
#pragma once

#include <array>

#include "level/technique.hpp"

namespace knead::sim::tuning {

// --- time ---------------------------------------------------------------------------------------------
inline constexpr int kTicksPerStep = 8;  // physiology runs at 15 Hz of play
inline constexpr float kStepS = 8.0F / 120.0F * 10.0F;
inline constexpr float kRestS = 180.0F;  // relief is read after three minutes without a hand
inline constexpr int kRestSteps = 270;

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
inline constexpr float kMuscleGain = 3.0F;   // the muscle's warming is shown and felt three times (game)
inline constexpr float kHeatGoalC = 37.7F;   // play temperature that counts as warmed through (game)
inline constexpr float kComplaintC = 43.0F;  // skin above this hurts
inline constexpr float kSafeReferenceC = 44.0F, kSafeReferenceS = 7200.0F;  // safe time halves per degree above

struct HeatTool {
  float sourceC, conductance, halfWidthCm, halfHeightCm, coolingS;
};
// Hand, towel, stone, pack. Temperatures from practice texts, contact conductances estimated, cooling game.
inline constexpr std::array<HeatTool, 4> kHeatTools = {
    {{0, 0, 0, 0, 1}, {46, 170, 11.5F, 8.5F, 220}, {52, 190, 4.2F, 4.2F, 420}, {46, 85, 8.5F, 6.5F, 3000}}};
inline constexpr float kLiftRadiusCm = 3.0F;  // a tool pressed within this of its place is taken off

// --- flow ---------------------------------------------------------------------------------------------
inline constexpr float kFlowTauS = 10.0F;   // perfusion follows in 5-15 s
inline constexpr float kRhythmGain = 0.9F;  // rhythm on muscle flow (game: Doppler studies find about none)
inline constexpr float kRhythmRiseS = 7.0F, kRhythmDecayS = 260.0F;
inline constexpr float kOcclusionDepth = 0.9F;               // of flow stopped at full pressure
inline constexpr float kDebtTauS = 25.0F, kDebtGain = 1.5F;  // reactive hyperaemia after release
inline constexpr float kKnotOcclusion = 0.85F;               // a tight knot starves itself

// --- tone ---------------------------------------------------------------------------------------------
inline constexpr float kToneTauS = 90.0F;    // creeps back within about three minutes (stiffness studies)
inline constexpr float kHabitTauS = 150.0F;  // the habit learns from a released muscle (game)
inline constexpr float kBandLow = 0.27F, kBandHigh = 0.45F;
inline constexpr float kToneArousal = 0.32F, kToneArousalOutside = 0.13F, kToneSoreness = 0.12F, kToneSpasm = 0.30F;
inline constexpr float kToneKnot = 0.22F, kToneShort = 0.22F, kToneCold = 0.20F, kToneWarm = -0.06F;

// --- knots --------------------------------------------------------------------------------------------
inline constexpr float kEnergyRate = 1.0F / 40.0F, kEnergyBase = 0.2F, kEnergyEdge = 0.45F, kEnergyWidth = 0.06F;
inline constexpr float kKnotFallS = 20.0F, kKnotRiseS = 90.0F, kKnotPress = 1.0F / 64.0F;
inline constexpr float kPressCentre = 0.65F, kPressPlateau = 0.05F, kPressSpread = 0.14F;
inline constexpr float kShortFeeds = 0.85F, kShortFree = 0.15F;
inline constexpr float kSoftMelt = 1.0F / 22.0F, kRopeMelt = 1.0F / 26.0F, kSoftEdge = 0.40F;
inline constexpr float kSoftFallS = 60.0F, kSoftRiseS = 240.0F;
inline constexpr float kReleasedBelow = 0.20F;
inline constexpr std::array<float, 3> kKnotReachCm = {2.4F, 3.2F, 4.4F};  // nodule, rope, soft
inline constexpr std::array<float, 3> kKnotPain = {4.5F, 3.5F, 2.0F};     // points of ten
// Referral (Travell's maps): a knot that refers hurts there and not at its own place, this much of its pain (game).
inline constexpr float kReferredShare = 0.6F;
// Pressing it at least this deep (where the trigger-point window begins) brings that pain on; said again after so
// many play seconds at the earliest (game).
inline constexpr float kReferralPressure = 0.45F, kReferralEveryPlayS = 6.0F;
inline constexpr float kFurtherKnotPain = 0.25F;  // each further knot adds this share: attention goes to the worst

// --- the person ---------------------------------------------------------------------------------------
inline constexpr float kLimitBase = 0.54F, kLimitAcceptance = 0.26F, kLimitWarm = 0.08F, kLimitCold = -0.12F;
inline constexpr float kLimitArousal = -0.25F, kLimitSoreness = -0.22F, kLimitSpasm = -0.18F;
inline constexpr float kLimitSensitised = -0.08F, kLimitTone = -0.30F, kLimitLow = 0.14F, kLimitHigh = 0.85F;
inline constexpr float kAcceptTauS = 42.0F, kAcceptPressTauS = 100.0F, kAcceptDecayS = 300.0F, kAcceptHeatS = 220.0F;
inline constexpr float kGuardDecayS = 20.0F, kGuardRiseS = 6.0F;
inline constexpr float kArousalCalm = 0.010F, kArousalOver = 0.012F, kArousalDownS = 900.0F, kArousalUpS = 500.0F;
inline constexpr float kWorryTauS = 260.0F;
inline constexpr float kComfortOver = 0.0055F, kComfortHot = 0.004F, kComfortNoGo = 0.004F, kComfortGain = 0.0006F;
inline constexpr float kFlinchRatio = 1.3F, kFlinchWindowS = 1.6F;  // play seconds
inline constexpr float kEndorphinRate = 1.0F / 450.0F, kEndorphinTauS = 30000.0F;
inline constexpr float kDoseFullS = 720.0F;  // hands on for four fifths of the article's fifteen minutes
inline constexpr float kPointTauS = 130.0F;  // a point tires (game)
inline constexpr float kPainEndorphin = 0.35F, kPainGate = 0.25F, kPainSensitised = 0.5F, kGateDecayS = 3.0F;

// --- pain, points of ten per unit ---------------------------------------------------------------------
inline constexpr float kPainSoreness = 4.0F, kPainTone = 2.6F, kPainFlow = 3.8F, kPainSpasm = 3.5F, kPainShort = 4.0F;
inline constexpr float kPainCold = 1.5F, kPainArousal = 0.6F;

// --- techniques (game, shaped by the texts and sources in assets/techniques.json) --------------------------------
struct Drive {
  float radiusCm, low, high;  // footprint, and the window of depth
  float flow, tone, calm, endorphin, felt, dilate, pump, spasm;
  std::array<float, 3> melt;  // nodule, rope, soft
};
inline constexpr std::array<Drive, level::kTechniqueCount> kDrives = {{
    // radius low  high  flow  tone   calm  endo  felt  dil  pump spasm  nodule rope soft
    {6.0F, .12F, .40F, 1.00F, .008F, 1.00F, .35F, .00F, .80F, .35F, .50F, {.00F, .00F, .05F}},  // effleurage
    {5.0F, .30F, .62F, .75F, .030F, .25F, .20F, .05F, .45F, 1.0F, .10F, {.07F, .14F, 1.0F}},    // petrissage
    {2.6F, .38F, .78F, .35F, .016F, -.20F, .12F, .22F, .20F, .00F, .00F, {.30F, 1.0F, .35F}},   // friction
    {4.5F, .16F, .48F, .55F, .018F, .90F, .22F, .00F, .35F, .70F, .65F, {.03F, .02F, .35F}},    // vibration
    {5.5F, .18F, .45F, .80F, -.010F, -.55F, .15F, .25F, 2.6F, .00F, .00F, {.00F, .00F, .05F}},  // tapotement
    {2.6F, .45F, .80F, .10F, .020F, .05F, 1.05F, .00F, .00F, .00F, .00F, {1.0F, .22F, .20F}},   // trigger point
    {2.6F, .36F, .66F, .10F, .010F, .30F, 1.15F, .00F, .00F, .00F, .00F, {.25F, .10F, .12F}},   // acupressure
    {5.0F, .28F, .55F, .15F, .010F, .15F, .15F, .05F, .05F, .00F, .25F, {.04F, .12F, .30F}},    // stretch
    {0, 0, 0, 0, 0, .40F, .25F, 0, 0, 0, 0, {0, 0, 0}},                                         // towel
    {0, 0, 0, 0, 0, .30F, .25F, 0, 0, 0, 0, {0, 0, 0}},                                         // stone
    {0, 0, 0, 0, 0, .30F, .25F, 0, 0, 0, 0, {0, 0, 0}},                                         // pack
}};
inline constexpr float kStretchTauS = 80.0F, kRelapseTauS = 200.0F;
// Length comes in the holding: nothing in the first .8 s of a draw, all of it after 3.3 s (play seconds, game).
inline constexpr float kStretchHoldFromPlayS = 0.8F, kStretchHoldFullPlayS = 3.3F;
inline constexpr float kVibrationWarmUpS = 25.0F;  // excites before, inhibits after (vibration studies)
inline constexpr float kAwayFromHeart = 0.45F;

// --- score --------------------------------------------------------------------------------------------
inline constexpr int kHarmPerOverdoseS = 60, kHarmPerNoGoS = 60, kHarmBurn = 8000, kHarmSag = 6000, kHarmStopped = 5000;
inline constexpr int kHarmMost = 60000, kHarmFreeForThree = 3000, kReferTouchPerPlayS = 4000;

}  // namespace knead::sim::tuning
