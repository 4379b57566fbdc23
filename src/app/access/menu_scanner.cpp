#include "app/access/menu_scanner.hpp"

#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/words/words.hpp"

namespace knead::app {

void MenuScanner::update(float seconds, float stepS, Choices& choices) {
  m_litS += seconds;
  if (m_litS < stepS) return;
  m_litS = 0;
  if (m_back) {
    m_back = false;
    return;
  }
  m_back = choices.next();
}

platform::Action MenuScanner::press() {
  const bool back = m_back;
  restart();
  return back ? platform::Action::Back : platform::Action::Confirm;
}

void MenuScanner::draw(Painter& p) const {
  if (!m_back) return;
  const Vec2 at{40, 664}, size{std::max(140.0F, p.textWidth(words::tr("Back"), Face::SemiBold, theme::label) + 48), 40};
  button(p, at, size, words::tr("Back"), true);
  p.roundRect(at - Vec2{4, 4}, size + Vec2{8, 8}, size.y / 2 + 4, sf::Color::Transparent, theme::gold, 2);
}

}  // namespace knead::app
