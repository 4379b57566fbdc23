// Numbers of the physical body's feel. Lengths are in the rig's own unit of ten centimetres, times in seconds of play,
// masses are shares. Source of all: game, except where a line says otherwise; none of them reaches a score.
#pragma once

namespace knead::app::rig_tuning {

inline constexpr float kCmPerUnit = 10.0F;  // Box2D likes lengths between 0.1 and 10
inline constexpr float kStepS = 1.0F / 120.0F;
inline constexpr int kMostStepsAtOnce = 24;  // after a hiccup the body does not catch up further than this
inline constexpr int kVelocityIterations = 8, kPositionIterations = 3;

// A column: how it comes back to where the muscles hold it. Critically damped, so that 95 % takes 4.74 / omega;
// 1.8 s at ease, quicker when braced (STYLE of the picture: posture spring 1.8 s).
inline constexpr float kEaseOmega = 4.74F / 1.8F, kBracedOmega = 4.2F;
inline constexpr float kEaseTone = 0.30F, kBracedTone = 0.75F;
inline constexpr float kLinkMass = 1.0F, kHeadMass = 3.0F;
inline constexpr float kLinkInertia = 0.04F;    // per mass
inline constexpr float kBendStiffness = 40.0F;  // between neighbours, per inertia and s2
inline constexpr float kBendDamping = 8.0F;     // per inertia and s
inline constexpr float kJointLimitDeg = 16.0F;  // between neighbouring vertebrae
inline constexpr float kHeadJointLimitDeg = 35.0F;

// What moves it.
inline constexpr float kDragPerCmPerS = 0.035F;  // the hand takes the column along, per pressure
inline constexpr float kMostDrag = 1.6F;
inline constexpr float kPressIn = 2.2F;     // pressed towards the front, seen from the side, per pressure
inline constexpr float kPushReach = 0.55F;  // spread of a push along the column
inline constexpr float kStartledOmega = 6.5F, kStartledS = 0.35F;  // stiffer for so long
inline constexpr float kFlinchKick = 3.6F;                         // speed at once, away from the hand
inline constexpr float kFlinchBack = 2.4F;                         // speed at once, seen from the side
inline constexpr float kBreathPush = 0.30F;                        // of the chest, seen from the side
inline constexpr float kBreathInShare = 0.4F;                      // in : out = 2 : 3

// Shoulder blades: plates on soft springs.
inline constexpr float kBladeHertz = 1.5F, kBladeDamping = 0.75F;
inline constexpr float kBladeTurnOmega = 8.0F;
inline constexpr float kBladeFlinch = 2.0F;   // upwards, speed at once
inline constexpr float kBladeBreath = 0.05F;  // rise at full breath
inline constexpr float kBladeReach = 1.1F;    // how far from it a hand still moves it

// Things that lie on the skin.
inline constexpr float kLaidHertz = 3.2F, kLaidDamping = 0.45F;  // towards their place in the plane of the back
inline constexpr float kLaidTurnOmega = 7.0F, kLaidTurnDamping = 0.35F;
inline constexpr float kDropFrom = 0.35F;     // height above the skin when the hand lets go
inline constexpr float kGravity = 24.0F;      // quick, so that a stone is down after a quarter of a second
inline constexpr float kSkinBreath = 0.018F;  // rise of the skin at full breath
inline constexpr float kNudge = 0.5F;         // turn of a thing when a hand passes

}  // namespace knead::app::rig_tuning
