#include "sound/hand_sound.hpp"

#include <algorithm>

namespace knead::sound {
namespace {

constexpr float kFullSpeed = 40;  // cm a second
constexpr float kLowHz = 280, kHighHz = 1200, kFineHz = 2200;
constexpr float kPressHz = 55;  // felt more than heard
constexpr int kHandTuneEvery = 32;

}  // namespace

Frame HandSound::next(const Hand& hand) {
  const float speed = m_speed.next(hand.down ? std::min(1.0F, hand.speedCmS / kFullSpeed) : 0.0F);
  const float pressure = m_pressure.next(hand.down ? hand.pressure : 0.0F);
  const float gain = m_gain.next(hand.down ? std::sqrt(speed) * (.35F + .65F * hand.pressure) : 0.0F);
  const float grain = m_grain.next(hand.grain), pan = m_pan.next(hand.pan * .6F);
  if (m_tuned-- <= 0) {
    m_tuned = kHandTuneEvery;
    m_wide.tune(kLowHz + (kHighHz - kLowHz) * speed, 1.1F);
    m_fine.tune(kFineHz, 1.6F);
  }
  const float noise = m_noise.next();
  // Skin is not smooth: the strength flutters, the more the finer the touch.
  const float rough = 1 + (.25F + .6F * grain) * m_roughness.next(m_flutter.next()) * 6;
  Frame out;
  out.add((m_wide.next(noise) * (1 - .5F * grain) + m_fine.next(noise) * .55F * grain) * gain * rough * .16F, pan);
  out.add(m_press.next(kPressHz) * pressure * .03F, 0);
  return out;
}

}  // namespace knead::sound
