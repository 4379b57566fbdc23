// Ground, halo and linen; see the header.
#include "app/view/furniture.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/theme.hpp"
#include "app/view/body_shape.hpp"
#include "core/math.hpp"
#include "core/random.hpp"

namespace knead::app {

void drawBareGround(Painter& p, float W) {
  p.strip({{0, 0}, {W, 0}}, {{0, 446}, {W, 446}}, theme::ground0, theme::ground1);
  p.strip({{0, 446}, {W, 446}}, {{0, 720}, {W, 720}}, theme::ground1, theme::ground2);
}

void drawGround(Painter& p, float W, Vec2 at) {
  drawBareGround(p, W);
  p.glow(at, 620, theme::groundBloom, .55F, 1, false);
  Random random(3);
  for (int i = 0; i < 140; ++i) {
    const float a = random.unit(), s = .5F + random.unit() * .5F, x = random.unit() * W, y = random.unit() * 720;
    p.segment({x, y}, {x + s, y}, s, theme::fade(theme::ink, .03F + .06F * a * a));
  }
}

void drawHalo(Painter& p, Vec2 c, float r, float warmth) {
  const sf::Color colour = theme::mix(theme::halo, theme::haloWarm, warmth);
  p.disc(c, r, theme::fade(colour, .03F), theme::fade(colour, .15F + .06F * warmth));
  for (int k = 1; k <= 4; ++k)
    p.circle(c, r + 5 * static_cast<float>(k * k) + 9 * static_cast<float>(k), 1,
             theme::fade(theme::rim, .085F / static_cast<float>(k)));
}

void drawHaloRim(Painter& p, Vec2 c, float r, float warmth) {
  p.circle(c, r, 1 + .6F * warmth, theme::fade(theme::mix(theme::rim, theme::gold, warmth), .22F + .5F * warmth));
}

void drawGuard(Painter& p, Vec2 c, float r, float guarding) {
  // Two rings of plates, set against each other like bricks: the gaps of one lie behind the plates of the other.
  constexpr float kFrom = .15F, kAll = .6F, kApart = 7, kInside = 8, kMost = .62F;
  constexpr int kPlates = 36;
  constexpr float kTurn = kTau / kPlates;
  const float there = smoothStep(kFrom, kAll, guarding);
  if (there <= 0) return;
  for (int ring = 0; ring < 2; ++ring) {
    for (int i = 0; i < kPlates; ++i) {
      const float a = kTurn * (static_cast<float>(i) + .5F * static_cast<float>(ring));
      p.arc(c, r - kInside - kApart * static_cast<float>(ring), a, a + kTurn * kMost * there, 2,
            theme::fade(theme::rim, .5F * there));
    }
  }
}

void drawLinen(Painter& p, float W, float cx, float lean, float rise) {
  struct Layer {
    float y, drop, amp, phase, edge;
  };
  static constexpr std::array<Layer, 3> kLayers = {
      {{664, 30, 10, .3F, .34F}, {646, 58, 0, 0, .75F}, {704, -16, 9, 2.1F, .35F}}};
  for (std::size_t n = 0; n < kLayers.size(); ++n) {
    const Layer& l = kLayers[n];
    const bool middle = n == 1;
    const auto edge = [&](float x) {
      const float u = (x - cx) / W;
      return rise * gaussOf(u, .3F) + l.y + l.drop * (1 - gaussOf(u, .26F)) + l.amp * std::sin(u * 7 + l.phase) +
             4 * std::sin(u * 15 + l.phase * 2) - (middle ? 5 * std::cos(u * 30) * gaussOf(u, .2F) : 0) +
             lean * (x - cx) * gaussOf(u, .2F);
    };
    std::vector<Vec2> top, above, below;
    std::vector<LinePoint> rim;
    for (int i = 0; i <= 80; ++i) {
      const float x = W * static_cast<float>(i) / 80, y = edge(x);
      top.push_back({x, y});
      above.push_back({x, y - 18});
      below.push_back({x, std::max(y + 101, 724.0F)});
      rim.push_back({{x, y}, 1.2F, theme::fade(theme::rim, l.edge * lerp(.12F, .85F, 1 - std::abs(x / W * 2 - 1)))});
    }
    p.strip(above, top, theme::fade(theme::underLinen, 0), theme::fade(theme::underLinen, .45F));
    p.strip(top, below, theme::linen[n].edge, theme::linen[n].base);
    Random random(31 + n * 7);
    for (int k = 0; k < 48; ++k) {
      const float r0 = random.unit(), r1 = random.unit(), r2 = random.unit(), x = W * (static_cast<float>(k) + r0) / 48,
                  d = (x - cx) * .2F + (r1 - .5F) * 40;
      std::vector<Vec2> fold;
      for (int i = 0; i <= 5; ++i) {
        const float t = static_cast<float>(i) / 5;
        fold.push_back({x + d * t * t, edge(x) + 110 * t});
      }
      p.polyline(fold, .6F + r2 * .8F, theme::fade(theme::fold, (.03F + .08F * r2) * (middle ? 1.35F : 1)));
    }
    for (const auto& [drop, part] : {std::pair{0.0F, 1.0F}, {4.0F, .35F}, {7.0F, .2F}}) {
      std::vector<LinePoint> echo = rim;
      for (LinePoint& q : echo) {
        q.at.y += drop;
        q.colour = theme::fade(q.colour, part);
        if (drop > 0) q.width = .8F;
      }
      p.ribbon(echo);
    }
  }
}

}  // namespace knead::app
