// All that is heard, 48 kHz stereo: bed, music, hand and bells, their levels, and a limiter last. The same scenes, cues
// and block sizes give the same samples. Nothing allocates or locks after construction.
#pragma once

#include <span>

#include "sound/bed.hpp"
#include "sound/bells.hpp"
#include "sound/hand_sound.hpp"
#include "sound/music.hpp"

namespace knead::sound {

// Keeps every sample under the ceiling without a click: it sees peaks five milliseconds before they come.
class Limiter {
 public:
  Frame next(Frame in);

 private:
  static constexpr std::size_t kPart = 48, kParts = 6;  // samples; parts that are looked at
  std::array<Frame, kPart * kParts> m_delay{};
  std::array<float, kParts> m_peaks{};
  std::size_t m_at = 0, m_part = 0;
  float m_gain = 1, m_from = 1, m_to = 1, m_peak = 0;
};

class Mixer {
 public:
  void set(const Scene& scene, const Levels& levels) {
    m_scene = scene;
    m_levels = levels;
  }
  // `pan` -1 left .. 1 right, `strength` 0..1.
  void cue(Cue cue, float pan = 0, float strength = 1);
  // Left and right in turn, -1..1.
  void render(std::span<float> interleaved);

 private:
  Scene m_scene;
  Levels m_levels;
  Bed m_bed;
  Music m_music;
  HandSound m_hand;
  Bells m_bells;
  Limiter m_limiter;
  Follow m_master{.02F}, m_musicGain{.02F, 1}, m_ambience{.02F, 1}, m_effects{.02F, 1}, m_mono{.02F}, m_even{2.0F, 1};
};

}  // namespace knead::sound
