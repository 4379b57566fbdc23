#include "app/access/magnifier.hpp"

#include <algorithm>
#include <cmath>

namespace knead::app {

void Magnifier::layOut(const PageSize& page, Vec2 window, float times) {
  constexpr float kPageHeight = 720;
  m_times = times;
  m_scale = page.scale * times;
  m_window = window;
  const Vec2 size{page.width * m_scale, kPageHeight * m_scale};
  m_bar = {0, std::max(0.0F, std::floor((window.y - size.y) / 2))};
  if (times <= 1) m_bar = {0, page.bar};
  m_room = {std::max(0.0F, size.x - window.x), std::max(0.0F, size.y - window.y)};
  if (times <= 1) m_room = {};
  moveTo(m_pan);
}

void Magnifier::moveTo(Vec2 pan) {
  const Vec2 to{std::clamp(std::round(pan.x), 0.0F, std::floor(m_room.x)),
                std::clamp(std::round(pan.y), 0.0F, std::floor(m_room.y))};
  m_moved = m_moved || to.x != m_pan.x || to.y != m_pan.y;
  m_pan = to;
}

void Magnifier::followPointer(Vec2 pixel) {
  // The last tenth on each side is the edge already.
  constexpr float kEdge = .1F;
  const auto share = [](float at, float all) {
    return std::clamp((at / std::max(1.0F, all) - kEdge) / (1 - 2 * kEdge), 0.0F, 1.0F);
  };
  moveTo({m_room.x * share(pixel.x, m_window.x), m_room.y * share(pixel.y, m_window.y)});
}

void Magnifier::followFocus(Vec2 at, Vec2 size, float seconds, bool atOnce) {
  constexpr float kPace = 12;    // of the way left, a second
  constexpr float kBefore = 24;  // pixels
  Vec2 wish = (at + size * .5F) * m_scale + m_bar - m_window * .5F;
  // Words are read from their beginning.
  if (size.x * m_scale > m_window.x) wish.x = at.x * m_scale + m_bar.x - kBefore;
  const Vec2 to{std::clamp(wish.x, 0.0F, m_room.x), std::clamp(wish.y, 0.0F, m_room.y)};
  const Vec2 way = to - m_pan;
  const bool near = std::abs(way.x) + std::abs(way.y) < 3;
  moveTo(atOnce || near ? to : m_pan + way * std::min(1.0F, kPace * seconds));
}

bool Magnifier::takeMoved() {
  const bool moved = m_moved;
  m_moved = false;
  return moved;
}

}  // namespace knead::app
