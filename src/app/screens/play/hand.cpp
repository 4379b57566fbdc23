// Ring, label and laid tools; see the header.
#include "app/screens/play/hand.hpp"

#include <algorithm>
#include <cmath>

#include "app/screens/play/words.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "core/math.hpp"

namespace knead::app {

namespace {

// A stone's outline in its own frame, reference pixels (style, scene furniture), as cubic curves.
constexpr std::array<Vec2, 13> kStone = {{{-30, 2},
                                          {-31, -16},
                                          {-8, -22},
                                          {9, -20},
                                          {27, -18},
                                          {34, -6},
                                          {31, 5},
                                          {28, 18},
                                          {8, 22},
                                          {-8, 20},
                                          {-22, 18},
                                          {-30, 14},
                                          {-30, 2}}};

std::vector<Vec2> stoneOutline() {
  std::vector<Vec2> path;
  for (std::size_t i = 0; i + 3 < kStone.size(); i += 3) {
    for (int k = 0; k < 9; ++k) {
      const float t = static_cast<float>(k) / 9, u = 1 - t;
      path.push_back(kStone[i] * (u * u * u) + kStone[i + 1] * (3 * u * u * t) + kStone[i + 2] * (3 * u * t * t) +
                     kStone[i + 3] * (t * t * t));
    }
  }
  return path;
}

}  // namespace

namespace {

// What is left of its heat: an arc around a stone, a part of the outline of what is square; outside it, dots that close
// to a ring as the skin nears a burn.
void drawHeat(Painter& p, Vec2 o, std::vector<Vec2> path, const sim::LaidTool& tool, bool stone) {
  constexpr float kCoolC = 37, kFreshC = 52, kWidth = 2.2F, kArc = 38, kDotsOut = 9;
  const float left = clamp01((tool.sourceC - kCoolC) / (kFreshC - kCoolC));
  if (stone) {
    path.clear();
    for (int i = 0; i < 64; ++i) {
      const float a = 2 * kPi * static_cast<float>(i) / 64 - kPi / 2;
      path.push_back(o + Vec2{std::cos(a), std::sin(a)} * kArc);
    }
  }
  path.push_back(path.front());
  p.polyline(path, stone ? kWidth : 1.4F, theme::fade(theme::amber, stone ? .2F : .35F));
  float whole = 0, way = 0;
  for (std::size_t i = 1; i < path.size(); ++i) whole += length(path[i] - path[i - 1]);
  // Along the path: the line up to what is left, then the dots at equal distances.
  std::vector<Vec2> line = {path.front()};
  const float lineEnds = whole * left, dotsEnd = whole * clamp01(tool.burn), step = whole / 24;
  float nextDot = 0;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const Vec2 d = path[i] - path[i - 1];
    const float piece = length(d);
    if (piece <= 0) continue;
    if (way < lineEnds) line.push_back(path[i - 1] + d * minOf(1.0F, (lineEnds - way) / piece));
    for (; nextDot < way + piece && nextDot < dotsEnd; nextDot += step) {
      const Vec2 at = path[i - 1] + d * ((nextDot - way) / piece), out = at - o;
      p.disc(at + out * (kDotsOut / maxOf(1.0F, length(out))), kWidth, theme::tooHot);
    }
    way += piece;
  }
  if (line.size() > 1) p.polyline(line, kWidth, theme::amber);
}

}  // namespace

void drawLaidTool(Painter& p, const sim::LaidTool& tool, const LaidPose& pose, Vec2 o, float unit) {
  const float k = unit / 71;
  // Higher is nearer to the eye: larger, and its shadow further off; tilted is foreshortened.
  const float lift = 1 + pose.heightCm * .03F, tilt = std::cos(pose.roll);
  const float c = std::cos(pose.turn - .2F), s = std::sin(pose.turn - .2F);
  const auto placed = [&](Vec2 q) {
    q = {q.x * lift * tilt, q.y * lift};
    return o + Vec2{q.x * c - q.y * s, q.x * s + q.y * c};
  };
  const float bloom = clamp01(1 - pose.heightCm / 3);
  p.glow(o, 40 + tool.halfSizeCm.x * k, theme::amber, .4F * bloom);
  p.glow(o + Vec2{2, 3} * (1 + pose.heightCm * 3), 44 * lift, theme::shade, .5F, .7F, false);
  std::vector<Vec2> path;
  const bool stone = tool.tool == level::Tool::Stone;
  if (stone) {
    path = stoneOutline();
    for (Vec2& q : path) q = placed(q);
    const Vec2 light = placed({-8, -10});
    p.fill(path, [light](Vec2 q) {
      const float d = std::sqrt(lengthSquared(q - light)) / 36;
      return d < .45F ? theme::mix(theme::stoneLit, theme::stoneMid, d / .45F)
                      : theme::mix(theme::stoneMid, theme::stoneDark, (d - .45F) / .55F);
    });
    p.glow(placed({-9, -10}), 11, theme::stoneGleam, .28F, .4F);
    p.polyline(path, 1.4F, theme::fade(theme::amber, .85F), true);
  } else {
    const Vec2 half = tool.halfSizeCm * k;
    constexpr float kRound = 14;
    for (int corner = 0; corner < 4; ++corner) {
      const Vec2 sign{corner == 0 || corner == 3 ? -1.0F : 1.0F, corner < 2 ? -1.0F : 1.0F};
      for (int i = 0; i <= 6; ++i) {
        const float a = 1.5708F * (static_cast<float>(corner) + static_cast<float>(i) / 6) + kPi;
        path.push_back(placed(
            {sign.x * (half.x - kRound) + kRound * std::cos(a), sign.y * (half.y - kRound) + kRound * std::sin(a)}));
      }
    }
    p.fill(path, tool.tool == level::Tool::Towel ? theme::towel : theme::pack);
    for (int i = 1; i < 4; ++i) {
      const float y = half.y * (static_cast<float>(i) / 2 - 1);
      p.segment(placed({-half.x + 8, y}), placed({half.x - 8, y}), 1, theme::fade(theme::ink, .16F));
    }
  }
  drawHeat(p, o, path, tool, stone);
}

void drawCountIn(Painter& p, Vec2 o, float left) {
  p.circle(o, 54, 3, theme::fade(theme::ink, .2F));
  p.arc(o, 54, -kPi / 2, -kPi / 2 + 2 * kPi * clamp01(left), 3, theme::gold);
}

namespace {

constexpr float kHandRing = 40, kRestingRing = 32, kLabelGlow = 128;
constexpr Vec2 kLabelMiddle{72, 8};

// The word below the name of the move.
float secondLine(const Painter& p) { return 3 + p.grown(theme::move) * .45F + p.grown(theme::small) * 1.02F; }

// Where the name begins: beside the ring; in a narrow window, where the columns leave no room for it, above.
Vec2 labelAt(const Painter& p, const HandState& hand, float W) {
  constexpr float kHighest = 34, kAboveFoot = 12;
  const Vec2 o = hand.at;
  const float second = secondLine(p), lowest = hand.foot - kAboveFoot - second;
  if (W < 1100) return {o.x - 60, std::clamp(o.y - kHandRing - 20 - second, kHighest, lowest)};
  return {o.x + (o.x > W * .72F ? -kHandRing - 200 : kHandRing + 24), std::min(o.y - 2, lowest)};
}
bool labelled(const HandState& hand, const sim::Session& session) {
  return hand.input.contact && session.liveTechnique() && hand.input.tool == level::Tool::Hand;
}

}  // namespace

Region handRegion(const Painter& p, float W, const HandState& hand, const sim::Session& session) {
  const float ring = (hand.input.contact ? kHandRing : kRestingRing) * 1.9F + 2;
  const Region around{hand.at - Vec2{ring, ring}, {2 * ring, 2 * ring}};
  if (!labelled(hand, session)) return around;
  const Vec2 l = labelAt(p, hand, W);
  const auto wide = [&](bool deep) { return p.textWidth(handWord(session.touch(), deep), Face::Medium, theme::small); };
  const float words =
      std::max({p.textWidth(labelOf(*session.liveTechnique()), Face::Italic, theme::move), wide(true), wide(false)});
  const Vec2 glow{kLabelGlow, kLabelGlow * .42F + 4}, from = l + kLabelMiddle - glow;
  return Regions::hull(around,
                       Regions::hull({from, glow * 2}, {l, {40 + std::max(words, 160.0F), 12 + secondLine(p)}}));
}

void drawHand(Painter& p, float W, const HandState& hand, const sim::Session& session) {
  const sim::LiveTouch& t = session.touch();
  const Vec2 o = hand.at;
  const bool down = hand.input.contact;
  const float r = down ? kHandRing : kRestingRing, limit = clamp01(session.person().touchLimit);
  const bool deep = down && t.pressure > limit;
  p.glow(o, r * 1.9F, deep ? theme::ember : theme::gold, down ? .2F : .08F);
  p.disc(o, r, theme::fade(theme::ink, .02F), theme::fade(theme::ink, down ? .14F : .06F));
  p.circle(o, r, 1.5F, theme::fade(theme::ink, down ? .35F : .55F));
  const float reach = kPi * clamp01(t.pressure);
  if (down) p.arc(o, r, kPi / 2 - reach, kPi / 2 + reach, 4, deep ? theme::ember : theme::fade(theme::ink, .95F));
  for (const float side : {-1.0F, 1.0F}) {
    for (const auto& [at, colour] : {std::pair{limit, theme::jade}, {hand.ceiling, theme::gold}}) {
      const float a = kPi / 2 + side * kPi * at;
      p.segment(o + Vec2{std::cos(a), std::sin(a)} * (r + 5), o + Vec2{std::cos(a), std::sin(a)} * (r + 11), 1.8F,
                theme::fade(colour, down ? 1 : .5F));
    }
  }
  const auto live = session.liveTechnique();
  if (!labelled(hand, session)) return;
  const Vec2 l = labelAt(p, hand, W);
  p.glow(l + kLabelMiddle, kLabelGlow, theme::shade, .8F, .42F, false);
  glyph(p, glyphOf(*live), l + Vec2{11, -5}, 24, theme::ink, 1.7F);
  p.text(labelOf(*live), l + Vec2{30, 3}, Face::Italic, theme::move, theme::ink);
  const float second = secondLine(p);
  p.circle(l + Vec2{11, second - 5}, 8, 2.6F, theme::fade(theme::ink, .22F));
  p.arc(l + Vec2{11, second - 5}, 8, -kPi / 2, -kPi / 2 + 2 * kPi * clamp01(t.quality), 2.6F, theme::gold);
  p.text(handWord(t, deep), l + Vec2{30, second}, Face::Medium, theme::small, deep ? theme::ember : theme::gold);
}

}  // namespace knead::app
