// Whether a window still holds its picture after it was shown: OpenGL promises nothing, and one that shows its buffers
// in turn has the picture before. The lowest pixel on the left is given two dark colours in two pictures; a window that
// keeps what was drawn has the second then.
#pragma once

#include <SFML/Graphics.hpp>

#include "core/vec2.hpp"

namespace knead::app::platform {

class PictureKeeper {
 public:
  // Of a new window; only where the processor draws is it worth knowing.
  void begin(bool asked);
  // Once a picture, before it is shown; `corner`: the view's, pixels. True where `read` has to follow.
  bool mark(sf::RenderWindow& window, Vec2 corner);
  // After it was shown. The lowest pixel on the left is not the picture's any more.
  void read(sf::RenderWindow& window);
  // False until it is known.
  [[nodiscard]] bool keeps() const { return m_keeps; }

 private:
  bool m_asked = false, m_keeps = false;
  int m_marks = 0;
};

}  // namespace knead::app::platform
