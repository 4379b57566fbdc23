// Painting and copying; see the header.
#include "app/view/plate.hpp"

#include <algorithm>
#include <cmath>

namespace knead::app {

void Plate::keep(Vec2 at, Vec2 size, float scale, Key key, const std::function<void(Painter&)>& paint) {
  const bool same = m_scale == scale && m_epoch == m_kit->epoch && m_at.x == at.x && m_at.y == at.y &&
                    m_size.x == size.x && m_size.y == size.y;
  if (same && m_key == key) return;
  if (!same) {
    m_corner = {std::floor(at.x * scale), std::floor(at.y * scale)};
    const Vec2 room = m_kit->unseen ? Vec2{} : size * scale;
    const auto w = static_cast<unsigned>(std::ceil(room.x)) + 1U, h = static_cast<unsigned>(std::ceil(room.y)) + 1U;
    if (!platform::resizeLikeWindow(m_texture, w, h)) return;
    m_texture.setSmooth(false);
    m_at = at;
    m_size = size;
    m_scale = scale;
    m_epoch = m_kit->epoch;
  }
  m_key = std::move(key);
  m_texture.clear(sf::Color::Transparent);
  Painter painter(*m_kit);
  painter.smoothLight();
  painter.setScale(scale, {-m_corner.x, -m_corner.y});
  if (m_kit->log != nullptr) m_kit->log->beginPlate(at, size);
  paint(painter);
  if (m_kit->log != nullptr) m_kit->log->endPlate();
  painter.flush(m_texture);
  m_texture.display();
}

void Plate::draw(sf::RenderTarget& target, Vec2 at, Vec2 size) const {
  constexpr float kExact = .01F;  // an edge on a whole pixel stays there
  const auto whole = m_texture.getSize();
  const float x0 = std::max(0.0F, std::floor(at.x * m_scale + kExact) - m_corner.x),
              y0 = std::max(0.0F, std::floor(at.y * m_scale + kExact) - m_corner.y);
  const float x1 = std::min(static_cast<float>(whole.x), std::ceil((at.x + size.x) * m_scale - kExact) - m_corner.x),
              y1 = std::min(static_cast<float>(whole.y), std::ceil((at.y + size.y) * m_scale - kExact) - m_corner.y);
  if (x1 <= x0 || y1 <= y0) return;
  const auto corner = [&](float x, float y) {
    sf::Vertex v;
    v.position = {x - x0, y - y0};
    v.texCoords = {x, y};
    return v;
  };
  // Mesa copies a row as it lies where it sees that pixel lies on pixel: a rectangle in this order of corners, exactly
  // on the edges of its box, from a texture like the window, by a program that does nothing else.
  const std::array<sf::Vertex, 6> quad = {corner(x0, y0), corner(x1, y0), corner(x1, y1),
                                          corner(x0, y0), corner(x1, y1), corner(x0, y1)};
  sf::RenderStates states;
  states.texture = &m_texture.getTexture();
  states.blendMode = m_opaque ? sf::BlendNone : platform::kPremultiplied;
  if (m_kit->hasCopy) states.shader = &m_kit->copy;
  platform::inBox(target, Vec2{x0, y0} + m_corner, {x1 - x0, y1 - y0},
                  [&] { target.draw(quad.data(), quad.size(), platform::kTriangles, states); });
}

}  // namespace knead::app
