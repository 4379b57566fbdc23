#include "app/view/regions.hpp"

#include <algorithm>
#include <cmath>

namespace knead::app {

Regions::Regions(float left, float right, float width, float height, float scale)
    : m_width(width), m_height(height), m_scale(scale) {
  m_parts.push_back(snapped({{left, 0}, {right - left, height}}));
}

Region Regions::meet(const Region& a, const Region& b) {
  const Vec2 at{std::max(a.at.x, b.at.x), std::max(a.at.y, b.at.y)};
  return {
      at,
      {std::min(a.at.x + a.size.x, b.at.x + b.size.x) - at.x, std::min(a.at.y + a.size.y, b.at.y + b.size.y) - at.y}};
}

Region Regions::hull(const Region& a, const Region& b) {
  const Vec2 at{std::min(a.at.x, b.at.x), std::min(a.at.y, b.at.y)};
  return {
      at,
      {std::max(a.at.x + a.size.x, b.at.x + b.size.x) - at.x, std::max(a.at.y + a.size.y, b.at.y + b.size.y) - at.y}};
}

Region Regions::snapped(const Region& r) const {
  const auto low = [this](float v) { return std::floor(v * m_scale) / m_scale; };
  const auto high = [this](float v, float most) { return std::min(std::ceil(v * m_scale) / m_scale, most); };
  const Vec2 at{std::max(0.0F, low(r.at.x)), std::max(0.0F, low(r.at.y))};
  return {at, {high(r.at.x + r.size.x, m_width) - at.x, high(r.at.y + r.size.y, m_height) - at.y}};
}

void Regions::add(const Region& region) {
  const Region column = m_parts.front(), all = snapped(region);
  const float left = column.at.x, right = column.at.x + column.size.x, end = all.at.x + all.size.x;
  if (all.at.x < left) merge({all.at, {std::min(end, left) - all.at.x, all.size.y}});
  const float from = std::max(all.at.x, right);
  if (end > right) merge({{from, all.at.y}, {end - from, all.size.y}});
}

void Regions::merge(Region region) {
  for (std::size_t i = 1; i < m_parts.size();) {
    const Region shared = meet(m_parts[i], region);
    if (shared.size.x <= 0 || shared.size.y <= 0) {
      ++i;
      continue;
    }
    region = hull(m_parts[i], region);
    m_parts.erase(m_parts.begin() + static_cast<std::ptrdiff_t>(i));
    i = 1;  // the larger one may reach others
  }
  m_parts.push_back(region);
}

}  // namespace knead::app
