#include "app/ui/signs.hpp"

#include <cmath>

#include "app/ui/theme.hpp"

namespace knead::app {

void fitSign(Painter& p, level::Fit fit, Vec2 c, float r) {
  if (fit == level::Fit::Harm) {
    const float k = r * .62F;
    p.segment(c + Vec2{-k, -k}, c + Vec2{k, k}, 1.9F, theme::ember);
    p.segment(c + Vec2{k, -k}, c + Vec2{-k, k}, 1.9F, theme::ember);
    return;
  }
  if (fit == level::Fit::None) return p.segment(c + Vec2{-r * .7F, 0}, c + Vec2{r * .7F, 0}, 1.6F, theme::ink2);
  const int waves = static_cast<int>(fit);
  for (int i = 0; i < waves; ++i) {
    const float y = (static_cast<float>(i) - static_cast<float>(waves - 1) * .5F) * r * .62F;
    std::vector<Vec2> line;
    for (int k = 0; k <= 16; ++k) {
      const float t = static_cast<float>(k) / 16;
      line.push_back(c + Vec2{(2 * t - 1) * r, y - std::sin(t * 6.2832F) * r * .17F});
    }
    p.polyline(line, 1.8F, theme::jade);
  }
}

}  // namespace knead::app
