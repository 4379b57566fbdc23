// What is always there, quietly: brown noise that breathes, a drone, the person's breath, a heartbeat, far steam.
#pragma once

#include "sound/dsp.hpp"
#include "sound/scene.hpp"

namespace knead::sound {

class Bed {
 public:
  Frame next(const Scene& scene);

 private:
  Noise m_left{11}, m_right{12}, m_air{13};
  float m_brownLeft = 0, m_brownRight = 0, m_dcLeft = 0, m_dcRight = 0;
  Sine m_root, m_fifth, m_second, m_heart;
  Band m_breath, m_steam;
  float m_breathTurn = 0, m_beatTurn = 0;
  Follow m_flow{1.0F}, m_heat{1.0F};
  int m_tuned = 0;
};

}  // namespace knead::sound
