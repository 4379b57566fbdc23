// One line at the bottom for a few seconds: advice of the session, where a screenshot went. A new one replaces it.
#pragma once

#include <string>
#include <vector>

#include "app/ui/painter.hpp"

namespace knead::app {

class Toast {
 public:
  void say(std::string words, float seconds = 3.2F) {
    m_words = std::move(words);
    m_left = seconds;
  }
  void hush() { m_left = 0; }
  // Whether messages wait for a press once they have been there for their time.
  void setWaits(bool waits) { m_waits = waits; }
  // Something was pressed: what waited goes.
  void pressed() {
    if (m_waits && m_left <= kWaiting) m_left = 0;
  }
  // Something else comes into view: what need not wait makes room.
  void makeRoom() {
    if (!m_waits) m_left = 0;
  }
  [[nodiscard]] bool shown() const { return m_left > 0; }
  // What is shown; empty if nothing is.
  [[nodiscard]] std::string words() const { return shown() ? m_words : std::string(); }
  void update(float seconds) {
    const bool waits = m_waits && m_left > 0;
    m_left -= seconds;
    if (waits && m_left < kWaiting) m_left = kWaiting;
  }
  // About the usual place, or higher where something else stands there; reference pixels.
  void draw(Painter& painter, float width, float higher = 0) const;
  // Where its upper edge is at the usual place, reference pixels; the foot of the page if nothing is shown.
  [[nodiscard]] float top(Painter& painter, float width) const;

 private:
  struct Pill {
    std::vector<std::string> lines;
    Vec2 size;
    float middle = 0, leading = 0;
  };
  [[nodiscard]] Pill laidOut(const Painter& painter, float width) const;
  static constexpr float kWaiting = .25F;  // seconds left while it waits
  bool m_waits = false;
  std::string m_words;
  float m_left = 0;
};

}  // namespace knead::app
