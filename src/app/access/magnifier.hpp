// Shows a part of a page larger, where type as large as wished does not fit: the part about the pointer, or about what
// is focused. Pixels; the page lies with its corner at -pan.
#pragma once

#include "app/screens/screen.hpp"

namespace knead::app {

class Magnifier {
 public:
  // The page in its window: `page` as it lies unmagnified, the window's pixels, and how many times larger, 1 or more.
  void layOut(const PageSize& page, Vec2 window, float times);
  [[nodiscard]] bool on() const { return m_times > 1; }
  // Pixels to a reference pixel.
  [[nodiscard]] float scale() const { return m_scale; }
  // The upper left corner of the window, pixels of the page.
  [[nodiscard]] Vec2 corner() const { return m_pan - m_bar; }
  // A pixel of the window as reference pixels of the page.
  [[nodiscard]] Vec2 page(Vec2 pixel) const { return (pixel + corner()) * (1 / m_scale); }
  // The page goes by under the pointer: at an edge of the window its edge is seen. Pixels of the window.
  void followPointer(Vec2 pixel);
  // The middle of what is focused comes to the middle of the window, as far as the page goes, and of what is wider than
  // the window the beginning; reference pixels. In `seconds`, or at once.
  void followFocus(Vec2 at, Vec2 size, float seconds, bool atOnce);
  // Whether it moved since this was asked.
  [[nodiscard]] bool takeMoved();

 private:
  void moveTo(Vec2 pan);
  Vec2 m_pan, m_bar, m_room, m_window;  // m_room: how far the page can go
  float m_scale = 1, m_times = 1;
  bool m_moved = false;
};

}  // namespace knead::app
