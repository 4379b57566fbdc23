#include "app/access/menu_scanner.hpp"

#include <algorithm>
#include <array>

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

void MenuScanner::draw(Painter& p, float width, const Choices& choices) const {
  if (!m_back) return;
  constexpr float kEdge = 40, kLow = 664, kHigh = 16;
  const Vec2 size{std::max(140.0F, p.textWidth(words::tr("Back"), Face::SemiBold, theme::label) + 48), 40};
  const auto free = [&](Vec2 at) {
    return std::none_of(choices.boxes().begin(), choices.boxes().end(), [&](const Choices::Box& b) {
      return !b.hidden && b.at.x < at.x + size.x + 8 && at.x - 8 < b.at.x + b.size.x && b.at.y < at.y + size.y + 8 &&
             at.y - 8 < b.at.y + b.size.y;
    });
  };
  const float right = width - kEdge - size.x;
  const std::array<Vec2, 4> corners = {{{kEdge, kLow}, {right, kLow}, {kEdge, kHigh}, {right, kHigh}}};
  const auto* found = std::find_if(corners.begin(), corners.end(), free);
  const Vec2 at = found != corners.end() ? *found : corners.front();
  button(p, at, size, words::tr("Back"), true);
  p.roundRect(at - Vec2{4, 4}, size + Vec2{8, 8}, size.y / 2 + 4, sf::Color::Transparent, theme::gold, 2);
}

}  // namespace knead::app
