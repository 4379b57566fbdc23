// Height to normal to light, pixel by pixel; see the header. The numbers are the style's.
#include "app/view/body_light.hpp"

#include <cmath>
#include <vector>

#include "app/ui/theme.hpp"
#include "app/view/body_shape.hpp"
#include "app/view/stage.hpp"
#include "core/math.hpp"

namespace knead::app {

namespace {

// Rows `from` to `to` of the picture, each pixel's slope from the heights around it.
void shadeRows(std::vector<std::uint8_t>& px, unsigned w, unsigned h, unsigned from, unsigned to) {
  const float stepX = (layer::kRight - layer::kLeft) / static_cast<float>(w),
              stepY = (layer::kBottom - layer::kTop) / static_cast<float>(h);
  const auto xOf = [&](unsigned i) { return layer::kLeft + (static_cast<float>(i) - .5F) * stepX; };  // 1 is the first
  const auto yOf = [&](unsigned j) { return layer::kTop + (static_cast<float>(j) - .5F) * stepY; };
  const unsigned across = w + 2;
  std::vector<float> heights(static_cast<std::size_t>(across) * (to - from + 2));
  for (unsigned j = 0; j < to - from + 2; ++j) {
    for (unsigned i = 0; i < across; ++i) {
      const float x = xOf(i);
      // Left and right are alike.
      const bool mirrored = i > across / 2;
      const std::size_t row = static_cast<std::size_t>(j) * across;
      heights[row + i] = mirrored ? heights[row + across - 1 - i] : heightAt(x, yOf(from + j));
    }
  }
  for (unsigned j = from; j < to; ++j) {
    for (unsigned i = 0; i < w; ++i) {
      const float x = xOf(i + 1), y = yOf(j + 1);
      const float* at = &heights[static_cast<std::size_t>(j - from + 1) * across + i + 1];
      const float height = *at;
      if (height <= 0 || std::abs(x) > .42F) continue;
      const float hx = (at[1] - at[-1]) / (2 * stepX), hy = (at[across] - *(at - across)) / (2 * stepY);
      const float il = 1 / std::sqrt(hx * hx + hy * hy + 1), nx = -hx * il, ny = -hy * il;
      float l = clamp01(nx * -.42F + ny * -.5F + il * .756F);
      l = l * l * (3 - 2 * l);
      sf::Color c = l < .5F ? theme::mix(theme::bodyShadow, theme::bodyMid, l * 2)
                            : theme::mix(theme::bodyMid, theme::bodyLit, (l - .5F) * 2 * .62F);
      c = theme::mix(c, theme::rim, std::pow(1 - il, 2.2F) * (.18F + .34F * clamp01(-nx * .8F - ny * .5F)));
      float a = smoothStep(0, .010F, height);
      a *= 1 - smoothStep(.255F, .285F, std::abs(x)) * smoothStep(.34F, .42F, y) * smoothStep(.40F, .635F, y);
      a *= smoothStep(-.215F, .03F, y) * (1 - smoothStep(.93F, 1.06F, y));
      const std::size_t pixel = (static_cast<std::size_t>(j) * w + i) * 4U;
      px[pixel] = theme::byteOf(static_cast<float>(c.r) / 255 * a);
      px[pixel + 1] = theme::byteOf(static_cast<float>(c.g) / 255 * a);
      px[pixel + 2] = theme::byteOf(static_cast<float>(c.b) / 255 * a);
      px[pixel + 3] = theme::byteOf(a);
    }
  }
}

}  // namespace

bool shadeBody(sf::Texture& texture, unsigned w, unsigned h) {
  std::vector<std::uint8_t> px(static_cast<std::size_t>(w) * h * 4U);
  shadeRows(px, w, h, 0, h);
  texture.setSmooth(true);
  return platform::loadPixels(texture, w, h, px.data());
}

}  // namespace knead::app
