#include "sound/mixer.hpp"

#include <algorithm>

namespace knead::sound {
namespace {

constexpr float kCeiling = .74F;  // -2.6 dB: between samples a wave may be a decibel higher
// Layers come and go with relaxation; what they add in loudness is taken back here, so that the whole stays at
// -20 LUFS. Decibels at relaxation 0, .25, .5, .75 and 1, measured by the loudness test's render.
constexpr std::array<float, 5> kEvenDb = {.6F, -.7F, -3.7F, -4, -4};

float evenAt(float relaxation) {
  const float at = std::clamp(relaxation, 0.0F, 1.0F) * 4;
  const auto i = std::min<std::size_t>(3, static_cast<std::size_t>(at));
  return decibels(kEvenDb[i] + (kEvenDb[i + 1] - kEvenDb[i]) * (at - static_cast<float>(i)));
}

}  // namespace

Frame Limiter::next(Frame in) {
  const Frame out = m_delay[m_at];
  m_delay[m_at] = in;
  m_at = (m_at + 1) % m_delay.size();
  m_peak = std::max({m_peak, std::abs(in.left), std::abs(in.right)});
  const std::size_t within = m_at % kPart;
  if (within == 0) {
    m_peaks[m_part] = m_peak;
    m_part = (m_part + 1) % kParts;
    m_peak = 0;
    const float most = *std::max_element(m_peaks.begin(), m_peaks.end());
    const float wanted = most > kCeiling ? kCeiling / most : 1.0F;
    m_from = m_gain;
    // Down at once, up slowly.
    m_to = wanted < m_gain ? wanted : m_gain + (wanted - m_gain) * .01F;
  }
  m_gain = m_from + (m_to - m_from) * static_cast<float>(within + 1) / kPart;
  const auto held = [](float x) { return std::clamp(x, -kCeiling, kCeiling); };
  return {held(out.left * m_gain), held(out.right * m_gain)};
}

void Mixer::cue(Cue cue, float pan, float strength) {
  if (cue == Cue::Flinch || cue == Cue::TooHot) m_music.wince();
  m_bells.cue(cue, std::clamp(pan, -1.0F, 1.0F), strength, m_music);
}

void Mixer::render(std::span<float> interleaved) {
  const float loud = m_levels.master * decibels(m_levels.offsetDb), even = evenAt(m_scene.relaxation);
  for (std::size_t i = 0; i + 1 < interleaved.size(); i += 2) {
    const float music = m_musicGain.next(m_levels.music), ambience = m_ambience.next(m_levels.ambience),
                effects = m_effects.next(m_levels.effects), master = m_master.next(loud) * m_even.next(even),
                mono = m_mono.next(m_levels.mono ? 1.0F : 0.0F);
    const Frame bed = m_bed.next(m_scene), pad = m_music.next(m_scene), hand = m_hand.next(m_scene.hand),
                bells = m_bells.next();
    Frame sum{bed.left * ambience + pad.left * music + (hand.left + bells.left) * effects,
              bed.right * ambience + pad.right * music + (hand.right + bells.right) * effects};
    const float middle = .5F * (sum.left + sum.right);
    sum = {(sum.left + (middle - sum.left) * mono) * master, (sum.right + (middle - sum.right) * mono) * master};
    const Frame out = m_limiter.next(sum);
    interleaved[i] = out.left;
    interleaved[i + 1] = out.right;
  }
}

}  // namespace knead::sound
