// Motes of light: endorphins, rising slowly around the back. How many shows how much; where is only beauty.
#pragma once

#include "app/ui/painter.hpp"

namespace knead::app {

class Motes {
 public:
  // `amount` 0..1; `moving` false lets them glow in place (reduced motion).
  void update(float amount, float seconds, bool moving);
  // Within an ellipse around `centre`, reference pixels.
  void draw(Painter& painter, Vec2 centre, Vec2 reach) const;

 private:
  float m_shown = 0;  // eased amount
  float m_time = 0;   // seconds
};

}  // namespace knead::app
