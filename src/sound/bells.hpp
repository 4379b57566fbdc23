// Whatever is struck once: ticks, glass, knocks, a breath drawn in. A pool of voices; the oldest gives way.
#pragma once

#include <array>

#include "sound/cue.hpp"
#include "sound/dsp.hpp"
#include "sound/music.hpp"

namespace knead::sound {

class Bells {
 public:
  // `strength` 0..1; the notes are those of the chord that sounds now.
  void cue(Cue cue, float pan, float strength, const Music& music);
  Frame next();

 private:
  struct Voice {
    std::array<float, 3> hertz{}, gain{}, turn{};
    float delay = 0, attack = .002F, decay = .5F;  // seconds
    float glide = 0;                               // octaves a second
    float air = 0, airHz = 1000;                   // noise beside the tones
    float pan = 0, age = 0;
    bool on = false;
  };
  Voice& take();
  void glass(float hertz, float gain, float decay, float pan, float delay = 0);
  void air(float gain, float hertz, float glide, float attack, float decay, float pan);
  void knock(float hertz, float gain, float decay, float pan);

  struct Filtered {
    Voice voice;
    Band band;
  };
  std::array<Filtered, 16> m_voices;
  Noise m_noise{57};
  std::size_t m_next = 0;
};

}  // namespace knead::sound
