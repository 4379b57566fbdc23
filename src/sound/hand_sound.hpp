// The hand on the skin: filtered noise whose band and strength follow speed and pressure. A still press is a breath
// held; fingertips have a finer grain than a palm.
#pragma once

#include "sound/dsp.hpp"
#include "sound/scene.hpp"

namespace knead::sound {

class HandSound {
 public:
  Frame next(const Hand& hand);

 private:
  Noise m_noise{41}, m_flutter{43};
  Band m_wide, m_fine;
  Follow m_speed{.05F}, m_gain{.06F}, m_pressure{.12F}, m_pan{.08F}, m_grain{.1F}, m_roughness{.004F};
  Sine m_press;
  int m_tuned = 0;
};

}  // namespace knead::sound
