// One switch in menus: what can be chosen is lit in turn, and then a way back; a press takes what is lit. Wall time.
#pragma once

#include "app/ui/choices.hpp"

namespace knead::app {

class MenuScanner {
 public:
  // Once a frame, `stepS` to each choice.
  void update(float seconds, float stepS, Choices& choices);
  // The press: what it is as an action.
  [[nodiscard]] platform::Action press();
  [[nodiscard]] bool atBack() const { return m_back; }
  void restart() {
    m_back = false;
    m_litS = 0;
  }
  // The way back, when it is lit: in a corner where it covers no choice, if there is one. `width`: of the page.
  void draw(Painter& painter, float width, const Choices& choices) const;

 private:
  bool m_back = false;
  float m_litS = 0;
};

}  // namespace knead::app
