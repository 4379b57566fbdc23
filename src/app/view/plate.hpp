// A still part of the picture, painted once into a texture and copied from then on: on a machine that draws in
// software a copy costs a fraction of the painting. Knows nothing of what is painted.
#pragma once

#include <functional>
#include <vector>

#include "app/ui/painter.hpp"

namespace knead::app {

class Plate {
 public:
  // What the painting depends on; another key paints anew.
  using Key = std::vector<float>;

  // An opaque plate replaces what lies beneath, another is laid over it.
  Plate(DrawKit& kit, bool opaque) : m_kit(&kit), m_opaque(opaque) {}
  // Paints the part of the picture from `at`, reference pixels, if the key or the window is another than last time.
  // To be called before anything is drawn to the window in this frame: changing targets in between is dear.
  void keep(Vec2 at, Vec2 size, float scale, Key key, const std::function<void(Painter&)>& paint);
  // Copies all of it, or the part from `at`, to its own place.
  void draw(sf::RenderTarget& target) const { draw(target, m_at, m_size); }
  void draw(sf::RenderTarget& target, Vec2 at, Vec2 size) const;

 private:
  DrawKit* m_kit;
  bool m_opaque;
  sf::RenderTexture m_texture;
  Key m_key;
  Vec2 m_at, m_size, m_corner;  // m_corner: whole pixels
  float m_scale = 0;
  int m_epoch = -1;
};

}  // namespace knead::app
