// What is heard, in words: the last two sounds that tell something, at the top of the window.
#pragma once

#include <array>
#include <string>

#include "app/ui/painter.hpp"

namespace knead::app {

class Captions {
 public:
  // The same words again only last longer.
  void say(const std::string& words);
  void update(float seconds);
  [[nodiscard]] bool shown() const { return m_lines[0].left > 0 || m_lines[1].left > 0; }
  void draw(Painter& painter, float width) const;

 private:
  struct Line {
    std::string words;
    float left = 0;  // seconds
  };
  std::array<Line, 2> m_lines;  // the older one above
};

}  // namespace knead::app
