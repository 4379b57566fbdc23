// One line at the bottom for a few seconds: advice of the session, where a screenshot went. A new one replaces it.
#pragma once

#include <string>

#include "app/ui/painter.hpp"

namespace knead::app {

class Toast {
 public:
  void say(std::string words, float seconds = 3.2F) {
    m_words = std::move(words);
    m_left = seconds;
  }
  void hush() { m_left = 0; }
  [[nodiscard]] bool shown() const { return m_left > 0; }
  void update(float seconds) { m_left -= seconds; }
  void draw(Painter& painter, float width) const;

 private:
  std::string m_words;
  float m_left = 0;
};

}  // namespace knead::app
