#include "app/view/strand_ribbon.hpp"

#include <cmath>

#include "app/ui/theme.hpp"
#include "core/math.hpp"

namespace knead::app {

void drawStrandRibbon(Painter& p, float right, Vec2 knot, float radius, float twist) {
  constexpr int kStrands = 15, kSamples = 150;
  constexpr float kPitch = 3.3F, kTurn = 3.4F;
  for (int k = 0; k < kStrands; ++k) {
    const float row = static_cast<float>(k) - (kStrands - 1) * .5F;
    std::vector<LinePoint> line;
    for (int i = 0; i <= kSamples; ++i) {
      const float t = static_cast<float>(i) / kSamples;
      // The strands come closer on the way out.
      Vec2 q{right * t, knot.y + row * kPitch * (1.0F - .25F * t)};
      const Vec2 d = q - knot;
      const float r = length(d);
      float tense = .1F;
      if (r < radius) {
        const float near = 1.0F - r / radius, e = near * near * (3.0F - 2.0F * near);
        const float a = kTurn * twist * e, c = std::cos(a), s = std::sin(a);
        const float shrink = 1.0F - .30F * twist * near * near;
        q = knot + Vec2{d.x * c - d.y * s, d.x * s + d.y * c} * shrink;
      }
      tense = clamp01(.08F + 1.05F * twist * std::exp(-r * r / (radius * radius * .8F)));
      const float fade = smoothStep(1.0F, .72F, t);
      line.push_back({q, 1.2F, theme::fade(theme::ramp(tense), .85F * fade)});
    }
    p.ribbon(line);
  }
}

}  // namespace knead::app
