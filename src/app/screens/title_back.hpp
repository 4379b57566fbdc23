// The back behind the title and the first start: nobody's, half of it tense and half let go. The program's very first
// picture goes without it, so that words are there at once.
#pragma once

#include "app/ui/pace.hpp"
#include "app/view/body_picture.hpp"
#include "app/view/ground.hpp"
#include "app/view/motes.hpp"
#include "app/view/plate.hpp"

namespace knead::app {

class TitleBack {
 public:
  explicit TitleBack(DrawKit& kit);
  void stir() { m_pace.stir(); }
  void update(float seconds, bool reducedMotion);
  [[nodiscard]] bool still() const { return m_pace.still(); }
  // Ground, halo, back and linen; the back stands on the right of a page W wide.
  void draw(sf::RenderTarget& target, Painter& painter, float W);

 private:
  DrawKit* m_kit;
  sim::Session m_session;
  BodyPicture m_body;
  Motes m_motes;
  Ground m_ground;
  Plate m_linen;
  Pace m_pace;
  bool m_begun = false;
};

}  // namespace knead::app
