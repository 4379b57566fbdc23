#include "app/view/path_picture.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/view/spine.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

constexpr float kChapterGap = .45F;                  // in vertebrae
constexpr float kKnotRadius = 50, kKnotTurn = 3.2F;  // style: fifty to sixty, three radians and a bit
constexpr int kOutermost = 17;                       // strands on each side, from the second

}  // namespace

PathPicture::PathPicture(std::vector<Node> nodes, float left, float right)
    : m_nodes(std::move(nodes)), m_left(left), m_right(right) {
  if (m_nodes.empty()) return;
  float slots = 0;
  std::vector<float> places;
  for (std::size_t i = 0; i < m_nodes.size(); ++i) {
    if (i > 0) slots += m_nodes[i].chapter == m_nodes[i - 1].chapter ? 1 : 1 + kChapterGap;
    places.push_back(slots);
  }
  m_pitch = (right - left) / (slots + 1);
  for (const float place : places) {
    m_t.push_back((place + .5F) / (slots + 1));
    m_at.push_back(curve(m_t.back()));
  }
  // A chapter holds a knot until everybody in it was helped: on either side of the spine in turn.
  for (int chapter = 0; chapter <= m_nodes.back().chapter; ++chapter) {
    float first = 1, last = 0, waiting = 0, all = 0;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
      if (m_nodes[i].chapter != chapter) continue;
      first = std::min(first, m_t[i]);
      last = std::max(last, m_t[i]);
      waiting += m_nodes[i].stars == 0 ? 1.0F : 0.0F;
      all += 1;
    }
    if (waiting == 0 || all == 0) continue;
    const float side = chapter % 2 == 0 ? 1.0F : -1.0F;
    m_knots.push_back(
        {curve(lerp(first, last, .62F)) + Vec2{0, side > 0 ? 62.0F : -74.0F}, .75F + .25F * waiting / all});
  }
}

Vec2 PathPicture::curve(float t) const {
  return {lerp(m_left, m_right, t), 326 + 66 * std::sin(2 * kPi * 1.28F * t + .5F) * (.65F + .35F * t) - 8 * t};
}

float PathPicture::won(float t) const {
  float sum = 0, weight = 0;
  const float reach = 1.5F * m_pitch / std::max(1.0F, m_right - m_left);
  for (std::size_t i = 0; i < m_nodes.size(); ++i) {
    const float d = (t - m_t[i]) / reach, w = std::exp(-d * d) + 1e-6F;
    sum += w * static_cast<float>(m_nodes[i].stars) / 3;
    weight += w;
  }
  return weight > 0 ? sum / weight : 0;
}

float PathPicture::chapterX(int chapter) const {
  float sum = 0, count = 0;
  for (std::size_t i = 0; i < m_nodes.size(); ++i) {
    if (m_nodes[i].chapter != chapter) continue;
    sum += m_at[i].x;
    count += 1;
  }
  return count > 0 ? sum / count : 0;
}

void PathPicture::drawStrand(Painter& p, int k, float W) const {
  constexpr int kSamples = 220;
  const float n = static_cast<float>(std::abs(k)), side = k < 0 ? -1.0F : 1.0F, span = m_right - m_left;
  std::vector<LinePoint> line;
  for (int i = 0; i <= kSamples; ++i) {
    const float x = lerp(-10, W + 10, static_cast<float>(i) / kSamples), t = (x - m_left) / span;
    const float away = side * (5.4F * n + 9) *
                       (1 + .24F * std::sin(9 * t + 1) + .10F * std::sin(23 * t + .1F * static_cast<float>(k)));
    Vec2 q = curve(t) + Vec2{0, away};
    float tense = .34F * (1 - won(clamp01(t))), near = 0;
    for (const Knot& knot : m_knots) {
      const Vec2 d = q - knot.at;
      const float r = std::sqrt(lengthSquared(d));
      tense += .9F * knot.hold * std::exp(-r * r / (.72F * kKnotRadius * kKnotRadius));
      if (r >= kKnotRadius) continue;
      const float in = 1 - r / kKnotRadius, e = in * in * (3 - 2 * in);
      const float a = kKnotTurn * knot.hold * e, c = std::cos(a), s = std::sin(a);
      q = knot.at + Vec2{d.x * c - d.y * s, d.x * s + d.y * c} * (1 - .44F * knot.hold * in * in * (1 - in));
      near = std::max(near, e * knot.hold);
    }
    // Strands fade outwards, towards both ends of the window, and where nobody was helped yet.
    const float ends = smoothStep(-.12F, .04F, t) * smoothStep(1.12F, .96F, t);
    const float alpha = (.75F - .62F * n / kOutermost) * (.58F + .42F * won(clamp01(t))) * ends + .45F * near * ends;
    line.push_back({q, 1.1F, theme::fade(theme::ramp(tense), alpha)});
  }
  p.ribbon(line);
}

void PathPicture::drawVertebra(Painter& p, std::size_t i, bool chosen) const {
  const float grow = std::min(1.2F, m_pitch / 40) * (chosen ? 1.12F : 1.0F);
  // The spine runs across the window, so the vertebra lies on its side.
  const float t = m_t[i], step = .004F;
  const Vec2 ahead = curve(t + step) - curve(t - step);
  const float a = std::atan2(ahead.y, ahead.x) - kPi / 2, c = std::cos(a), s = std::sin(a);
  std::vector<Vec2> path = vertebraOutline(18.5F * grow, 21 * grow, 6);
  for (Vec2& q : path) q = m_at[i] + Vec2{q.x * c - q.y * s, q.x * s + q.y * c};
  const bool seen = m_nodes[i].stars > 0;
  const sf::Color line = chosen ? theme::gold : seen ? theme::bone : theme::ink3;
  // Lit from the left, as the back is.
  const sf::Color lit = chosen ? theme::mix(theme::card, theme::gold, .62F)
                        : seen ? theme::mix(theme::card, theme::bone, .62F)
                               : theme::mix(theme::card, theme::bone, .26F),
                  dark = theme::mix(theme::card, lit, .35F);
  p.fill(path, [&](Vec2 q) { return theme::mix(lit, dark, clamp01((q.x - m_at[i].x) / (26 * grow) + .5F)); });
  p.polyline(path, chosen ? 1.8F : 1.2F, line, true);
}

void PathPicture::draw(Painter& p, float W) const {
  for (const Knot& knot : m_knots) p.glow(knot.at, kKnotRadius * 1.5F, theme::ember, .16F * knot.hold);
  for (int k = kOutermost; k >= 2; --k) {
    drawStrand(p, k, W);
    drawStrand(p, -k, W);
  }
  // Three stars and a gap to the next three; below the rings of whoever is chosen.
  const float small = std::min(1.0F, (m_pitch - 9) / 35);
  for (std::size_t i = 0; i < m_nodes.size(); ++i) {
    p.glow(m_at[i], 30, theme::shade, .7F, 1, false);
    drawVertebra(p, i, false);
    if (m_nodes[i].stars == 0) continue;
    for (int s = 0; s < 3; ++s)
      star(p, m_at[i] + Vec2{(static_cast<float>(s) - 1) * 12.5F * small, 43}, 5 * small, s < m_nodes[i].stars);
  }
}

void PathPicture::drawChosen(Painter& p, std::size_t i) const {
  p.glow(m_at[i], 58, theme::gold, .42F);
  p.disc(m_at[i], 29, theme::fade(theme::gold, .22F), theme::fade(theme::amber, .05F));
  p.circle(m_at[i], 29, 1.8F, theme::gold);
  p.circle(m_at[i], 35, 1, theme::fade(theme::gold, .4F));
  drawVertebra(p, i, true);
}

}  // namespace knead::app
