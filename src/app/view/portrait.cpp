#include "app/view/portrait.hpp"

#include <cmath>

#include "app/ui/theme.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

using story::Hair;

// The part of a half ellipse about `o` that lies within the circle of the portrait.
void strand(Painter& p, Vec2 o, Vec2 half, Vec2 centre, float within, float width, sf::Color colour) {
  std::vector<Vec2> line;
  for (int i = 0; i <= 40; ++i) {
    const float a = kPi * (1 + static_cast<float>(i) / 40);
    const Vec2 q = o + Vec2{std::cos(a) * half.x, std::sin(a) * half.y};
    if (lengthSquared(q - centre) < within * within) {
      line.push_back(q);
    } else if (!line.empty()) {
      break;
    }
  }
  if (line.size() > 1) p.polyline(line, width, colour);
}

}  // namespace

void drawPortrait(Painter& p, Vec2 c, float r, Hair hair) {
  p.disc(c, r, theme::portraitLit, theme::bodyMid);
  const float w = std::max(1.0F, r * .028F);
  // Seven strands from the neck to the shoulders.
  for (int k = 0; k < 7; ++k) {
    const float t = static_cast<float>(k) / 6;
    strand(p, c + Vec2{0, r * 1.06F}, {r * lerp(.10F, .82F, t), r * lerp(.84F, .62F, t)}, c, r * .985F, w,
           theme::fade(theme::jade, lerp(.35F, .95F, t)));
  }
  const Vec2 head = c + Vec2{0, -r * .22F}, half{r * .24F, r * .32F};
  std::vector<Vec2> oval;
  for (int i = 0; i < 28; ++i) {
    const float a = 2 * kPi * static_cast<float>(i) / 28;
    oval.push_back(head + Vec2{std::cos(a) * half.x, std::sin(a) * half.y});
  }
  const auto lock = [&](float from, float to, float grow, float down) {
    std::vector<Vec2> line;
    if (down > 0) line.push_back(head + Vec2{std::cos(from) * half.x * grow, down * r});
    for (int i = 0; i <= 20; ++i) {
      const float a = lerp(from, to, static_cast<float>(i) / 20);
      line.push_back(head + Vec2{std::cos(a) * half.x * grow, std::sin(a) * half.y * grow});
    }
    if (down > 0) line.push_back(head + Vec2{std::cos(to) * half.x * grow, down * r});
    p.polyline(line, w * 1.2F, theme::rim);
  };
  if (hair == Hair::Long) lock(kPi, 2 * kPi, 1.22F, .42F);
  p.fill(oval, theme::ground2);
  p.polyline(oval, w * 1.2F, theme::rim, true);
  if (hair == Hair::Bun) p.circle(head + Vec2{0, -half.y * 1.28F}, r * .09F, w * 1.2F, theme::rim);
  if (hair == Hair::Short) lock(kPi * .97F, kPi * 2.03F, 1.09F, 0);
  if (hair == Hair::Scarf) {
    lock(kPi * .94F, kPi * 2.06F, 1.13F, 0);
    // Tied at the nape.
    const Vec2 knot = head + Vec2{0, half.y * 1.06F};
    for (const float side : {-1.0F, 1.0F})
      p.polyline({head + Vec2{side * half.x * 1.1F, half.y * .2F}, knot, knot + Vec2{side * r * .1F, r * .2F}},
                 w * 1.2F, theme::rim);
  }
  if (hair == Hair::Braid) {
    lock(kPi * .97F, kPi * 2.03F, 1.09F, 0);
    for (int i = 0; i < 5; ++i) {
      const auto n = static_cast<float>(i);
      p.circle(head + Vec2{0, half.y + r * (.06F + .11F * n)}, r * (.065F - .006F * n), w * 1.1F, theme::rim);
    }
  }
  if (hair == Hair::Cap) lock(kPi * 1.08F, kPi * 1.92F, 1.14F, 0);
  if (hair == Hair::Curls) {
    for (int i = 0; i < 6; ++i) {
      const float a = kPi * (1.06F + .176F * static_cast<float>(i));
      p.circle(head + Vec2{std::cos(a) * half.x * 1.1F, std::sin(a) * half.y * 1.1F}, r * .075F, w * 1.1F, theme::rim);
    }
  }
  p.circle(c, r, w, theme::fade(theme::rim, .7F));
}

}  // namespace knead::app
