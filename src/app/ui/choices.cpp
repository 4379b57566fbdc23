// Hits and focus; see the header.
#include "app/ui/choices.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/theme.hpp"

namespace knead::app {

using Kind = platform::InputEvent::Kind;
using platform::Action;

std::optional<int> Choices::handle(const platform::InputEvent& e) {
  if (e.kind == Kind::MouseDown && e.leftButton) {
    for (const Box& b : m_boxes) {
      if (b.hidden || e.x < b.at.x || e.y < b.at.y || e.x > b.at.x + b.size.x || e.y > b.at.y + b.size.y) continue;
      m_focused = b.id;
      m_shown = false;
      return b.id;
    }
  }
  if (e.asks(Action::Confirm) && focusedBox() != nullptr) return m_focused;
  if (e.asks(Action::Left)) step({-1, 0});
  if (e.asks(Action::Right)) step({1, 0});
  if (e.asks(Action::Up)) step({0, -1});
  if (e.asks(Action::Down)) step({0, 1});
  if (e.asks(Action::Next)) next();
  return std::nullopt;
}

const Choices::Box* Choices::focusedBox() const {
  const auto found = std::find_if(m_boxes.begin(), m_boxes.end(), [this](const Box& b) { return b.id == m_focused; });
  return found == m_boxes.end() ? nullptr : &*found;
}

// To the nearest box that way; sideways distance counts double, so that a column is followed before it is left.
void Choices::step(Vec2 direction) {
  m_shown = true;
  const Box* from = focusedBox();
  if (from == nullptr) {
    next();
    return;
  }
  const Box* best = nullptr;
  float least = 0;
  for (const Box& b : m_boxes) {
    // From edge to edge across, so that a wide button is straight above all that it covers.
    const float along =
        (b.middle().x - from->middle().x) * direction.x + (b.middle().y - from->middle().y) * direction.y;
    if (along < 4) continue;
    const float gapX = std::max({0.0F, b.at.x - from->at.x - from->size.x, from->at.x - b.at.x - b.size.x});
    const float gapY = std::max({0.0F, b.at.y - from->at.y - from->size.y, from->at.y - b.at.y - b.size.y});
    const float aside = direction.x != 0 ? gapY : gapX;
    const float off = direction.x != 0 ? b.middle().y - from->middle().y : b.middle().x - from->middle().x;
    const float cost = along + 2 * aside + .05F * std::abs(off);
    if (best == nullptr || cost < least) {
      best = &b;
      least = cost;
    }
  }
  if (best == nullptr && direction.y != 0) best = across(*from, direction.y);
  if (best != nullptr) m_focused = best->id;
}

// From the end of a column round to its other end: the box straight above or below that is furthest away.
const Choices::Box* Choices::across(const Box& from, float down) const {
  const Box* best = nullptr;
  for (const Box& b : m_boxes) {
    const bool straight = b.at.x < from.at.x + from.size.x && from.at.x < b.at.x + b.size.x;
    if (straight && (best == nullptr || (best->middle().y - b.middle().y) * down > 0)) best = &b;
  }
  return best;
}

bool Choices::next() {
  m_shown = true;
  if (m_boxes.empty()) return true;
  const Box* from = focusedBox();
  const auto at = from == nullptr ? m_boxes.size() - 1 : static_cast<std::size_t>(from - m_boxes.data());
  m_focused = m_boxes[(at + 1) % m_boxes.size()].id;
  return at + 1 >= m_boxes.size();
}

void Choices::drawRing(Painter& painter) const {
  const Box* b = focusedBox();
  if (b == nullptr || b->hidden || !m_shown) return;
  painter.roundRect(b->at - Vec2{4, 4}, b->size + Vec2{8, 8}, b->radius + 4, sf::Color::Transparent, theme::gold, 2);
}

}  // namespace knead::app
