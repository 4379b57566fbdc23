// The ground of a page, painted once and kept, with whatever a page paints onto it for good. Owns no more than the
// plate.
#pragma once

#include "app/view/furniture.hpp"
#include "app/view/plate.hpp"

namespace knead::app {

class Ground {
 public:
  explicit Ground(DrawKit& kit) : m_plate(kit, true) {}
  // A page of width W, reference pixels, with the light of the ground at `bloomAt`. First of what is drawn in a frame.
  void draw(sf::RenderTarget& target, const Painter& p, float W, Vec2 bloomAt) {
    keep(p, W, bloomAt, {}, [](Painter&) {});
    draw(target);
  }
  // The same in two steps, for a page that keeps other plates too; `more` is painted onto the ground, anew with each
  // `key`.
  void keep(const Painter& p, float W, Vec2 bloomAt, Plate::Key key, const std::function<void(Painter&)>& more) {
    m_plate.keep({0, 0}, {W, 720}, p.scale(), std::move(key), [&](Painter& q) {
      drawGround(q, W, bloomAt);
      more(q);
    });
  }
  void draw(sf::RenderTarget& target) const { m_plate.draw(target); }

 private:
  Plate m_plate;
};

}  // namespace knead::app
