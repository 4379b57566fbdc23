// Height to normal to light, pixel by pixel; see the header. The numbers are the style's.
#include "app/view/body_light.hpp"

#include <cmath>
#include <vector>

#include "app/ui/theme.hpp"
#include "app/view/body_shape.hpp"
#include "app/view/stage.hpp"
#include "core/math.hpp"

namespace knead::app {

bool shadeBody(sf::Texture& texture, unsigned w, unsigned h) {
  std::vector<std::uint8_t> px(static_cast<std::size_t>(w) * h * 4U);
  for (unsigned j = 0; j < h; ++j) {
    for (unsigned i = 0; i < w; ++i) {
      const float x = lerp(layer::kLeft, layer::kRight, (static_cast<float>(i) + .5F) / static_cast<float>(w));
      const float y = lerp(layer::kTop, layer::kBottom, (static_cast<float>(j) + .5F) / static_cast<float>(h));
      const float height = heightAt(x, y);
      if (height <= 0 || std::abs(x) > .42F) continue;
      const float e = .0035F;
      const float hx = (heightAt(x + e, y) - heightAt(x - e, y)) / (2 * e),
                  hy = (heightAt(x, y + e) - heightAt(x, y - e)) / (2 * e);
      const float il = 1 / std::sqrt(hx * hx + hy * hy + 1), nx = -hx * il, ny = -hy * il;
      float l = clamp01(nx * -.42F + ny * -.5F + il * .756F);
      l = l * l * (3 - 2 * l);
      sf::Color c = l < .5F ? theme::mix(theme::bodyShadow, theme::bodyMid, l * 2)
                            : theme::mix(theme::bodyMid, theme::bodyLit, (l - .5F) * 2 * .62F);
      c = theme::mix(c, theme::rim, std::pow(1 - il, 2.2F) * (.18F + .34F * clamp01(-nx * .8F - ny * .5F)));
      float a = smoothStep(0, .010F, height);
      a *= 1 - smoothStep(.255F, .285F, std::abs(x)) * smoothStep(.34F, .42F, y) * smoothStep(.40F, .635F, y);
      a *= smoothStep(-.215F, .03F, y) * (1 - smoothStep(.93F, 1.06F, y));
      const std::size_t at = (static_cast<std::size_t>(j) * w + i) * 4U;
      px[at] = theme::byteOf(static_cast<float>(c.r) / 255 * a);
      px[at + 1] = theme::byteOf(static_cast<float>(c.g) / 255 * a);
      px[at + 2] = theme::byteOf(static_cast<float>(c.b) / 255 * a);
      px[at + 3] = theme::byteOf(a);
    }
  }
  texture.setSmooth(true);
  return platform::loadPixels(texture, w, h, px.data());
}

}  // namespace knead::app
