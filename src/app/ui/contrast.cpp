#include "app/ui/contrast.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace knead::app {
namespace {

// Of the pixels in the box so many are cores of strokes; of those around it so many may be worse than what is measured.
constexpr float kCores = .02F, kWorst = .15F;
constexpr int kAround = 3;  // pixels

float linear(std::uint8_t v) {
  const float c = static_cast<float>(v) / 255;
  return c <= .04045F ? c / 12.92F : std::pow((c + .055F) / 1.055F, 2.4F);
}

}  // namespace

float luminanceOf(sf::Color c) { return .2126F * linear(c.r) + .7152F * linear(c.g) + .0722F * linear(c.b); }

float contrastOf(float a, float b) { return (std::max(a, b) + .05F) / (std::min(a, b) + .05F); }

float textContrast(const sf::Image& picture, Vec2 at, Vec2 size) {
  const int x0 = static_cast<int>(at.x), y0 = static_cast<int>(at.y), x1 = static_cast<int>(at.x + size.x),
            y1 = static_cast<int>(at.y + size.y);
  const int width = static_cast<int>(picture.getSize().x), height = static_cast<int>(picture.getSize().y);
  if (x0 < kAround || y0 < kAround || x1 + kAround >= width || y1 + kAround >= height || x1 <= x0 || y1 <= y0) return 0;
  const std::uint8_t* rgba = picture.getPixelsPtr();
  std::vector<float> in, around;
  for (int y = y0 - kAround; y < y1 + kAround; ++y) {
    for (int x = x0 - kAround; x < x1 + kAround; ++x) {
      const std::uint8_t* p = rgba + 4 * (static_cast<std::ptrdiff_t>(y) * width + x);
      const bool inside = x >= x0 && x < x1 && y >= y0 && y < y1;
      (inside ? in : around).push_back(luminanceOf({p[0], p[1], p[2]}));
    }
  }
  std::sort(in.begin(), in.end());
  std::sort(around.begin(), around.end());
  const float middle = around[around.size() / 2];
  const auto of = [](const std::vector<float>& all, float share) {
    return all[std::min(all.size() - 1, static_cast<std::size_t>(share * static_cast<float>(all.size())))];
  };
  // Light letters on dark, or dark ones on light.
  const float light = of(in, 1 - kCores), dark = of(in, kCores);
  if (contrastOf(light, middle) > contrastOf(dark, middle))
    return contrastOf(light, std::min(light, of(around, 1 - kWorst)));
  return contrastOf(dark, std::max(dark, of(around, kWorst)));
}

}  // namespace knead::app
