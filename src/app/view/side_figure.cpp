#include "app/view/side_figure.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/theme.hpp"
#include "app/view/body_shape.hpp"
#include "core/math.hpp"

namespace knead::app {

std::array<float, level::kVertebraCount> radiansOf(const sim::PostureView& posture) {
  std::array<float, level::kVertebraCount> tilt{};
  for (std::size_t i = 0; i < tilt.size(); ++i) tilt[i] = posture.tiltDeg[i] * kRadiansPerDegree;
  return tilt;
}

void drawSideFigure(Painter& p, Vec2 foot, float L, std::span<const float, level::kVertebraCount> tilt, float tension) {
  const auto bones = level::vertebrae();
  constexpr int kSteps = 60;
  struct Node {
    Vec2 at;
    float angle;
  };
  std::array<Node, kSteps + 1> spine{};
  const auto table = [](float t, std::initializer_list<Vec2> k) {
    const Vec2* a = k.begin();
    for (const Vec2* b = a + 1; b != k.end(); a = b++)
      if (t <= b->x) return lerp(a->y, b->y, smoothStep(0, 1, (t - a->x) / (b->x - a->x)));
    return a->y;
  };
  // Tilt along the column, t from the sacrum upwards; the vertebrae are its knots.
  const auto angleAt = [&](float t) {
    const float y = level::kSacrumYCm - t * (level::kSacrumYCm - bones.front().yCm);
    if (y >= bones.back().yCm) return tilt.back();
    std::size_t v = 0;
    while (v + 2 < bones.size() && bones[v + 1].yCm < y) ++v;
    return lerp(tilt[v], tilt[v + 1], clamp01((y - bones[v].yCm) / (bones[v + 1].yCm - bones[v].yCm)));
  };
  Vec2 at;
  for (int i = 0; i <= kSteps; ++i) {
    const float t = static_cast<float>(i) / kSteps;
    float smooth = 0;
    for (int k = -7; k <= 7; ++k) smooth += angleAt(clamp01(t + static_cast<float>(k) / kSteps)) / 15;
    if (i > 0) at = at + Vec2{std::sin(angleAt(t)), -std::cos(angleAt(t))} * (1.0F / kSteps);
    spine[static_cast<std::size_t>(i)] = {at, smooth};
  }
  const auto place = [&](int i, float f) {
    const Node& n = spine[static_cast<std::size_t>(i)];
    const float t = static_cast<float>(i) / kSteps;
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
  for (int i = 0; i <= kSteps; ++i) {
    back.push_back(place(i, -1));
    front.push_back(place(i, 1));
  }
  for (int i = 0; i < kSteps; ++i) {
    const auto k = static_cast<std::size_t>(i);
    p.strip({back[k], back[k + 1]}, {front[k], front[k + 1]},
            theme::fade(theme::bodyMid, .75F * smoothStep(0, .3F, static_cast<float>(i) / kSteps)),
            theme::fade(theme::bodyMid, .75F * smoothStep(0, .3F, static_cast<float>(i) / kSteps)));
  }
  for (int k = 0; k <= 12; ++k) {
    std::vector<LinePoint> line;
    const bool rim = k == 0 || k == 12;
    for (int i = 0; i <= kSteps; ++i) {
      const float t = static_cast<float>(i) / kSteps, fade = smoothStep(0, .2F, t), kf = static_cast<float>(k);
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
    const float way =
        (level::kSacrumYCm - bones[static_cast<std::size_t>(23 - i)].yCm) / (level::kSacrumYCm - bones.front().yCm);
    const Node& n = spine[static_cast<std::size_t>(std::lround(clamp01(way) * kSteps))];
    const float w = lerp(.036F, .018F, t) * L, h = lerp(.026F, .013F, t) * L;
    const Vec2 o = foot + n.at * L, x{std::cos(n.angle), std::sin(n.angle)}, y{-x.y, x.x};
    p.bead(o - x * (w * .6F), o + x * (w * .6F), h, theme::fade(theme::bone, .9F));
    p.segment(o - x * (w * .5F), o - x * (w * 1.25F) + y * (h * .5F), 1, theme::fade(theme::bone, .6F));
  }
  const Node& top = spine[kSteps];
  const float a = top.angle, ha = a * .9F;
  const Vec2 o =
      foot + (top.at + Vec2{std::cos(a) * .052F + std::sin(a) * .125F, std::sin(a) * .052F - std::cos(a) * .125F}) * L;
  static constexpr std::array<Vec2, 25> kProfile = {{{-.085F, .115F},
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
      const Vec2 q = (kProfile[i] * (u * u * u) + kProfile[i + 1] * (3 * u * u * t) +
                      kProfile[i + 2] * (3 * u * t * t) + kProfile[i + 3] * (t * t * t)) *
                     L;
      head.push_back(o + Vec2{q.x * std::cos(ha) - q.y * std::sin(ha), q.x * std::sin(ha) + q.y * std::cos(ha)});
    }
  }
  p.fill(head, theme::fade(theme::bodyMid, .9F));
  p.polyline(head, 1.2F, theme::fade(theme::rim, .85F));
}

}  // namespace knead::app
