// The pad and what opens above it as the person lets go: chords that never clash, an arpeggio, a shimmer. Changes come
// at bar lines; a mistake darkens, it never breaks off.
#pragma once

#include <array>

#include "sound/dsp.hpp"
#include "sound/scene.hpp"

namespace knead::sound {

inline constexpr int kChordNotes = 5;

class Music {
 public:
  Frame next(const Scene& scene);
  // A note of the chord that sounds now, Hz: 0 the lowest. Higher ones go on in octaves.
  [[nodiscard]] float note(int i) const;
  // A partial bends down for a moment: something hurt.
  void wince() { m_wince = 1; }

 private:
  // A chord as a choir: two voices a note, a few cents apart, one to each side.
  struct Choir {
    std::array<float, kChordNotes> hertz{};
    std::array<std::array<float, 2>, kChordNotes> turn{};
    float gain = 0;
  };
  static Frame sing(Choir& choir);
  void bar(const Scene& scene);
  void strike(float hertz, float gain, float pan);

  std::array<Choir, 2> m_choirs;
  int m_now = 0, m_chord = -1;
  float m_beat = 0;  // beats since the last bar line
  int m_plucked = 0;
  Follow m_pad{4.0F}, m_arpeggio{4.0F}, m_shimmer{5.0F}, m_cut{1.5F, 600}, m_thin{1.2F}, m_strain{1.0F};
  float m_layers = .35F;  // relaxation as the layers see it, with hysteresis
  std::array<LowPass, 2> m_filter;
  Sine m_strained;
  float m_wince = 0;
  struct Pluck {
    float hertz = 0, gain = 0, pan = 0, age = 1e9F, turn = 0;
  };
  std::array<Pluck, 8> m_plucks;
  std::size_t m_nextPluck = 0;
  Noise m_chance{29};
};

}  // namespace knead::sound
