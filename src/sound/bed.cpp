#include "sound/bed.hpp"

#include <algorithm>

namespace knead::sound {
namespace {

// Open fifth on D (style of the sound); the second tone a little beside the first, slow enough not to be a beat.
constexpr float kRootHz = 73.42F, kFifthHz = 110.0F, kBesideHz = .21F;
constexpr float kLeak = .996F, kWhite = .06F;  // brown noise
constexpr float kHeartHz = 46, kThumpS = .11F, kSecondThump = .28F;
// Of the breath: a low voice's and how much higher the highest is; how far it rises while it goes in.
constexpr float kBreathLowHz = 280, kBreathVoiceHz = 200, kBreathRises = .68F;
constexpr int kBedTuneEvery = 64;  // samples

// 0..1..0 over a turn: in for two fifths of it.
float breathAt(float turn) {
  constexpr float kIn = .4F;
  const float t = turn < kIn ? turn / kIn : 1 - (turn - kIn) / (1 - kIn);
  return t * t * (3 - 2 * t);
}

float thump(float turn, float perBeat) {
  const float seconds = turn * perBeat;
  return seconds < 0 ? 0.0F : std::exp(-seconds / kThumpS) * std::min(1.0F, seconds * 120);
}

}  // namespace

Frame Bed::next(const Scene& scene) {
  m_breathTurn += scene.breathsPerMinute / (60.0F * kRate);
  if (m_breathTurn >= 1) m_breathTurn -= 1;
  const float breath = breathAt(m_breathTurn);
  // Brown noise, its lowest part taken out, two decibels up and down with the breath.
  const float swell = .8F + .4F * breath;
  m_brownLeft = kLeak * m_brownLeft + kWhite * m_left.next();
  m_brownRight = kLeak * m_brownRight + kWhite * m_right.next();
  m_dcLeft += (m_brownLeft - m_dcLeft) * .004F;
  m_dcRight += (m_brownRight - m_dcRight) * .004F;
  Frame out{(m_brownLeft - m_dcLeft) * .22F * swell, (m_brownRight - m_dcRight) * .22F * swell};

  const float root = m_root.next(kRootHz), fifth = m_fifth.next(kFifthHz), second = m_second.next(kRootHz + kBesideHz);
  out.left += .075F * root + .03F * second + .042F * fifth;
  out.right += .03F * root + .075F * second + .042F * fifth;

  if (m_tuned-- <= 0) {
    m_tuned = kBedTuneEvery;
    m_breath.tune((kBreathLowHz + kBreathVoiceHz * scene.voice) * (1 + kBreathRises * breath), .9F);
    m_steam.tune(2600, .8F);
  }
  const float air = m_air.next();
  const float breathing = m_breath.next(air) * .035F * breath;
  const float steam = m_steam.next(air) * .018F * m_heat.next(scene.heat);
  out.add(breathing + steam, 0);

  m_beatTurn += scene.beatsPerMinute / (60.0F * kRate);
  if (m_beatTurn >= 1) m_beatTurn -= 1;
  const float perBeat = 60 / scene.beatsPerMinute;
  const float beat = thump(m_beatTurn, perBeat) + .6F * thump(m_beatTurn - kSecondThump / perBeat, perBeat);
  out.add(m_heart.next(kHeartHz) * beat * .16F * m_flow.next(scene.flow), 0);
  return out;
}

}  // namespace knead::sound
