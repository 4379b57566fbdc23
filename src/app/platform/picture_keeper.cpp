// The marks; see the header.
#include "app/platform/picture_keeper.hpp"

#include <array>

#include "app/platform/sfml_adapter.hpp"

namespace knead::app::platform {
namespace {

constexpr int kMarks = 2;
const std::array<sf::Color, kMarks> kMarkColours = {sf::Color(9, 7, 15), sf::Color(20, 13, 30)};

}  // namespace

void PictureKeeper::begin(bool asked) {
  m_asked = asked;
  m_keeps = false;
  m_marks = 0;
}

bool PictureKeeper::mark(sf::RenderWindow& window, Vec2 corner) {
  if (!m_asked || m_marks >= kMarks) return false;
  const float bottom = static_cast<float>(window.getSize().y) + corner.y;
  std::array<sf::Vertex, 3> triangle;
  triangle[0].position = {corner.x, bottom};
  triangle[1].position = {corner.x + 3, bottom};
  triangle[2].position = {corner.x, bottom - 3};
  for (sf::Vertex& v : triangle) v.color = kMarkColours[static_cast<std::size_t>(m_marks)];
  window.draw(triangle.data(), triangle.size(), kTriangles);
  return ++m_marks == kMarks;
}

void PictureKeeper::read(sf::RenderWindow& window) { m_keeps = pixelAt(window, 0, 0) == kMarkColours.back(); }

}  // namespace knead::app::platform
