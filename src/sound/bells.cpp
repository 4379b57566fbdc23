#include "sound/bells.hpp"

#include <algorithm>

namespace knead::sound {
namespace {

// A bell's partials do not lie on the harmonic series (game, after struck bars).
constexpr std::array<float, 3> kGlass = {1, 2.76F, 5.4F}, kGlassGain = {1, .28F, .08F};
constexpr float kOver = 6;  // decays until a voice is free again
constexpr int kBellsTuneEvery = 64;

}  // namespace

Bells::Voice& Bells::take() {
  for (std::size_t i = 0; i < m_voices.size(); ++i) {
    const std::size_t at = (m_next + i) % m_voices.size();
    if (m_voices[at].voice.on) continue;
    m_next = at + 1;
    m_voices[at].voice = {};
    m_voices[at].voice.on = true;
    return m_voices[at].voice;
  }
  auto oldest = std::max_element(m_voices.begin(), m_voices.end(),
                                 [](const Filtered& a, const Filtered& b) { return a.voice.age < b.voice.age; });
  oldest->voice = {};
  oldest->voice.on = true;
  return oldest->voice;
}

void Bells::glass(float hertz, float gain, float decay, float pan, float delay) {
  Voice& v = take();
  for (std::size_t i = 0; i < kGlass.size(); ++i) {
    v.hertz[i] = hertz * kGlass[i] < kRate / 3.0F ? hertz * kGlass[i] : 0;
    v.gain[i] = gain * kGlassGain[i];
  }
  v.decay = decay;
  v.pan = pan;
  v.delay = delay;
}

void Bells::air(float gain, float hertz, float glide, float attack, float decay, float pan) {
  Voice& v = take();
  v.air = gain;
  v.airHz = hertz;
  v.glide = glide;
  v.attack = attack;
  v.decay = decay;
  v.pan = pan;
}

void Bells::knock(float hertz, float gain, float decay, float pan) {
  Voice& v = take();
  v.hertz = {hertz, hertz * 2.4F, 0};
  v.gain = {gain, gain * .3F, 0};
  v.air = gain * .5F;
  v.airHz = hertz * 9;
  v.decay = decay;
  v.pan = pan;
  v.attack = .001F;
}

void Bells::cue(Cue cue, float pan, float strength, const Music& music) {
  const float loud = .4F + .6F * std::clamp(strength, 0.0F, 1.0F);
  switch (cue) {
    case Cue::Tap: return knock(95, .16F * loud, .04F, pan);
    case Cue::KnotFreed: {
      // A rising fourth, whatever the chord: the lower note is its fifth.
      glass(440, .13F, 1.5F, pan);
      return glass(587.33F, .13F, 1.8F, pan, .16F);
    }
    case Cue::PointFilled: return glass(music.note(8), .10F, 1.4F, pan);
    case Cue::FellBack: {
      Voice& v = take();
      v.hertz = {music.note(1), 0, 0};
      v.gain = {.10F, 0, 0};
      v.attack = .08F;
      v.decay = .5F;
      v.glide = -.35F;
      v.pan = pan;
      return;
    }
    case Cue::Flinch: return air(.30F * loud, 700, 1.6F, .16F, .12F, 0);
    case Cue::Bone: return knock(150, .12F, .06F, pan);
    case Cue::Guarding: return air(.16F, 420, .5F, .22F, .2F, 0);
    case Cue::TooHot: return air(.14F, 3000, -.2F, .05F, .4F, pan);
    case Cue::Laid: return knock(70, .22F, .10F, pan);
    case Cue::Lifted: return air(.10F, 900, 1.0F, .06F, .12F, pan);
    case Cue::Refused: return knock(210, .07F, .03F, pan);
    case Cue::Referred: glass(music.note(6), .07F, .9F, pan); return glass(music.note(6), .03F, .9F, -pan, .35F);
    case Cue::Afterglow:
      for (int i = 0; i < 4; ++i)
        glass(music.note(5 + i), .06F, 2.4F, -.4F + .27F * static_cast<float>(i), .12F * static_cast<float>(i));
      return;
    case Cue::LastSeconds: return glass(music.note(5), .05F, 1.2F, 0);
    case Cue::Ended: glass(music.note(7), .07F, 2.2F, -.2F); return glass(music.note(5), .09F, 2.6F, .2F, .3F);
    case Cue::Confirm: return glass(music.note(7), .05F, .35F, pan);
  }
}

Frame Bells::next() {
  Frame out;
  const float noise = m_noise.next();
  for (Filtered& f : m_voices) {
    Voice& v = f.voice;
    if (!v.on) continue;
    constexpr float kStep = 1.0F / kRate;
    if (v.delay > 0) {
      v.delay -= kStep;
      continue;
    }
    const float rise = std::min(1.0F, v.age / v.attack),
                fall = v.age > v.attack ? std::exp(-(v.age - v.attack) / v.decay) : 1.0F;
    const float bend = v.glide == 0 ? 1.0F : std::exp2(v.glide * v.age);
    float x = 0;
    for (std::size_t i = 0; i < v.hertz.size(); ++i) {
      if (v.hertz[i] <= 0) continue;
      v.turn[i] += v.hertz[i] * bend * kStep;
      if (v.turn[i] >= 1) v.turn[i] -= 1;
      // Higher partials are over sooner.
      x += sineOf(v.turn[i]) * v.gain[i] * (i == 0 ? 1 : fall);
    }
    if (v.air > 0) {
      if (static_cast<int>(v.age * kRate) % kBellsTuneEvery == 0) f.band.tune(std::min(9000.0F, v.airHz * bend), 1.2F);
      x += f.band.next(noise) * v.air;
    }
    out.add(x * rise * rise * fall, v.pan);
    v.age += kStep;
    v.on = v.age < v.attack + kOver * v.decay;
  }
  return out;
}

}  // namespace knead::sound
