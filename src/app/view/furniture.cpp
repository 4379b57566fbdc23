// Ground, halo, linen and side view; see the header.
#include "app/view/furniture.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/theme.hpp"
#include "app/view/body_shape.hpp"
#include "core/math.hpp"
#include "core/random.hpp"

namespace knead::app {

void drawGround(Painter& p, float W, Vec2 at) {
  p.strip({{0, 0}, {W, 0}}, {{0, 446}, {W, 446}}, theme::ground0, theme::ground1);
  p.strip({{0, 446}, {W, 446}}, {{0, 720}, {W, 720}}, theme::ground1, theme::ground2);
  p.glow(at, 620, theme::groundBloom, .55F, 1, false);
  Random random(3);
  for (int i = 0; i < 140; ++i) {
    const float a = random.unit(), s = .5F + random.unit() * .5F, x = random.unit() * W, y = random.unit() * 720;
    p.segment({x, y}, {x + s, y}, s, theme::fade(theme::ink, .03F + .06F * a * a));
  }
}

void drawHalo(Painter& p, Vec2 c, float r, float warmth) {
  const sf::Color colour = theme::mix(theme::halo, theme::hex(0xE8895E), warmth);
  p.disc(c, r, theme::fade(colour, .03F), theme::fade(colour, .15F + .06F * warmth));
  for (int k = 1; k <= 4; ++k)
    p.circle(c, r + 5 * static_cast<float>(k * k) + 9 * static_cast<float>(k), 1,
             theme::fade(theme::rim, .085F / static_cast<float>(k)));
}

void drawHaloRim(Painter& p, Vec2 c, float r, float warmth) {
  p.circle(c, r, 1 + .6F * warmth, theme::fade(theme::mix(theme::rim, theme::gold, warmth), .22F + .5F * warmth));
}

void drawLinen(Painter& p, float W, float cx, float lean, float rise) {
  struct Layer {
    float y, drop, amp, phase, edge;
  };
  static constexpr std::array<Layer, 3> layers = {
      {{664, 30, 10, .3F, .34F}, {646, 58, 0, 0, .75F}, {704, -16, 9, 2.1F, .35F}}};
  for (std::size_t n = 0; n < layers.size(); ++n) {
    const Layer& l = layers[n];
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
    p.strip(above, top, theme::hex(0x08030C, 0), theme::hex(0x08030C, .45F));
    p.strip(top, below, theme::hex(theme::linen[n].edge), theme::hex(theme::linen[n].base));
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

void drawSideView(Painter& p, Vec2 foot, float L, const sim::PostureView& posture, float tension) {
  constexpr int N = 60;
  struct Node {
    Vec2 at;
    float angle;
  };
  std::array<Node, N + 1> spine{};
  const auto table = [](float t, std::initializer_list<Vec2> k) {
    const Vec2* a = k.begin();
    for (const Vec2* b = a + 1; b != k.end(); a = b++)
      if (t <= b->x) return lerp(a->y, b->y, smoothStep(0, 1, (t - a->x) / (b->x - a->x)));
    return a->y;
  };
  const float slump = clamp01((posture.forwardHeadDeg / 30 + posture.kyphosisDeg / 40) * .7F + posture.sag * .5F);
  const auto angleAt = [&](float t) {
    const float up = table(
        t,
        {{0, 16}, {.1F, 14}, {.22F, 2}, {.34F, -9}, {.46F, -12}, {.6F, -4}, {.74F, 9}, {.84F, 18}, {.9F, 16}, {1, 2}});
    const float down = table(t, {{0, -16},
                                 {.1F, -14},
                                 {.22F, -8},
                                 {.34F, 0},
                                 {.46F, 9},
                                 {.6F, 24},
                                 {.74F, 40},
                                 {.84F, 50},
                                 {.9F, 46},
                                 {1, 16}});
    return lerp(up, down, slump) * .0174533F;
  };
  Vec2 at;
  for (int i = 0; i <= N; ++i) {
    const float t = static_cast<float>(i) / N;
    float smooth = 0;
    for (int k = -7; k <= 7; ++k) smooth += angleAt(clamp01(t + static_cast<float>(k) / N)) / 15;
    if (i > 0) at = at + Vec2{std::sin(angleAt(t)), -std::cos(angleAt(t))} * (1.0F / N);
    spine[static_cast<std::size_t>(i)] = {at, smooth};
  }
  const auto place = [&](int i, float f) {
    const Node& n = spine[static_cast<std::size_t>(i)];
    const float t = static_cast<float>(i) / N;
    const float back = table(
        t,
        {{0, .15F}, {.12F, .105F}, {.24F, .085F}, {.4F, .1F}, {.6F, .115F}, {.76F, .09F}, {.86F, .062F}, {1, .052F}});
    const float front = table(t, {{0, .205F},
                                  {.16F, .2F},
                                  {.36F, .18F},
                                  {.54F, .178F},
                                  {.66F, .158F},
                                  {.77F, .112F},
                                  {.86F, .078F},
                                  {.92F, .072F},
                                  {1, .085F}});
    const float d = f < 0 ? back * f : front * f;
    return foot + (n.at + Vec2{std::cos(n.angle), std::sin(n.angle)} * d) * L;
  };
  for (float y = -1.36F; y < .1F; y += 7 / L)
    p.segment(foot + Vec2{.02F, y} * L, foot + Vec2{.02F, y + 2 / L} * L, 1, theme::fade(theme::ink3, .75F));
  std::vector<Vec2> back, front;
  for (int i = 0; i <= N; ++i) {
    back.push_back(place(i, -1));
    front.push_back(place(i, 1));
  }
  for (int i = 0; i < N; ++i) {
    const auto k = static_cast<std::size_t>(i);
    p.strip({back[k], back[k + 1]}, {front[k], front[k + 1]},
            theme::fade(theme::bodyMid, .75F * smoothStep(0, .3F, static_cast<float>(i) / N)),
            theme::fade(theme::bodyMid, .75F * smoothStep(0, .3F, static_cast<float>(i) / N)));
  }
  for (int k = 0; k <= 12; ++k) {
    std::vector<LinePoint> line;
    const bool rim = k == 0 || k == 12;
    for (int i = 0; i <= N; ++i) {
      const float t = static_cast<float>(i) / N, fade = smoothStep(0, .2F, t), kf = static_cast<float>(k);
      const float tight = clamp01(tension * (.25F + .85F * gaussOf(t - .78F, .2F) + .3F * gaussOf(t - .2F, .15F)) *
                                  (1 - .4F * kf / 12));
      line.push_back({place(i, lerp(-1, 1, kf / 12)), rim ? 1.2F : .9F,
                      rim ? theme::fade(theme::rim, .85F * fade)
                          : theme::fade(theme::ramp(tight), (.16F + .34F * std::pow(1 - kf / 12, 1.5F)) * fade)});
    }
    p.ribbon(line);
  }
  for (int i = 0; i < 24; ++i) {
    const float t = static_cast<float>(i) / 23;
    const Node& n = spine[static_cast<std::size_t>(std::lround(lerp(.06F, .99F, t) * N))];
    const float w = lerp(.036F, .018F, t) * L, h = lerp(.026F, .013F, t) * L;
    const Vec2 o = foot + n.at * L, x{std::cos(n.angle), std::sin(n.angle)}, y{-x.y, x.x};
    p.segment(o - x * (w * .55F), o + x * (w * .55F), h, theme::fade(theme::bone, .9F));
    p.segment(o - x * (w * .5F), o - x * (w * 1.25F) + y * (h * .5F), 1, theme::fade(theme::bone, .6F));
  }
  const Node& top = spine[N];
  const float a = top.angle, ha = a * .9F;
  const Vec2 o =
      foot + (top.at + Vec2{std::cos(a) * .052F + std::sin(a) * .125F, std::sin(a) * .052F - std::cos(a) * .125F}) * L;
  static constexpr std::array<Vec2, 25> profile = {{{-.085F, .115F},
                                                    {-.15F, .06F},
                                                    {-.165F, -.17F},
                                                    {-.01F, -.182F},
                                                    {.095F, -.187F},
                                                    {.128F, -.11F},
                                                    {.124F, -.045F},
                                                    {.128F, -.025F},
                                                    {.154F, .012F},
                                                    {.15F, .024F},
                                                    {.142F, .034F},
                                                    {.13F, .032F},
                                                    {.13F, .046F},
                                                    {.134F, .072F},
                                                    {.132F, .082F},
                                                    {.122F, .098F},
                                                    {.112F, .134F},
                                                    {.08F, .132F},
                                                    {.045F, .12F}}};
  std::vector<Vec2> head;
  for (std::size_t i = 0; i + 3 < 19; i += 3) {
    for (int k = 0; k < 8; ++k) {
      const float t = static_cast<float>(k) / 8, u = 1 - t;
      const Vec2 q = (profile[i] * (u * u * u) + profile[i + 1] * (3 * u * u * t) + profile[i + 2] * (3 * u * t * t) +
                      profile[i + 3] * (t * t * t)) *
                     L;
      head.push_back(o + Vec2{q.x * std::cos(ha) - q.y * std::sin(ha), q.x * std::sin(ha) + q.y * std::cos(ha)});
    }
  }
  p.fill(head, theme::fade(theme::bodyMid, .9F));
  p.polyline(head, 1.2F, theme::fade(theme::rim, .85F));
}

}  // namespace knead::app
