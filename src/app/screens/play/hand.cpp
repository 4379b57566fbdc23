// Ring, label and laid tools; see the header.
#include "app/screens/play/hand.hpp"

#include <cmath>

#include "app/screens/play/words.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "core/math.hpp"

namespace knead::app {

void drawLaidTool(Painter& p, const sim::LaidTool& tool, Vec2 o, float unit) {
  const float k = unit / 71;
  p.glow(o, 40 + tool.halfSizeCm.x * k, theme::amber, .4F);
  if (tool.tool == level::Tool::Stone) {
    std::vector<Vec2> path;
    for (int i = 0; i < 28; ++i) {
      const float a = static_cast<float>(i) / 28 * 6.2832F;
      path.push_back(o + Vec2{31 * std::cos(a) + 4 * std::sin(a), 20 * std::sin(a) - 5 * std::cos(a)});
    }
    p.fill(path, [o](Vec2 q) {
      return theme::mix(theme::hex(0x6F5F64), theme::hex(0x2A1F2C),
                        std::sqrt(lengthSquared(q - o - Vec2{-8, -8})) / 34);
    });
    p.polyline(path, 1.4F, theme::fade(theme::amber, .85F), true);
  } else {
    const Vec2 half = tool.halfSizeCm * k;
    p.roundRect(o - half, half * 2, 14,
                tool.tool == level::Tool::Towel ? theme::hex(0x7A5A66, .82F) : theme::hex(0x6A3550, .88F),
                theme::fade(theme::amber, .85F), 1.4F);
    for (int i = 1; i < 4; ++i)
      p.segment(o + Vec2{-half.x + 8, half.y * (static_cast<float>(i) / 2 - 1)},
                o + Vec2{half.x - 8, half.y * (static_cast<float>(i) / 2 - 1)}, 1, theme::fade(theme::ink, .16F));
  }
  p.arc(o, 44, -1.57F, -1.57F + 6.283F * clamp01(tool.burn), 2.4F, theme::ember);
}

void drawHand(Painter& p, float W, const HandState& hand, const sim::Session& session) {
  const sim::LiveTouch& t = session.touch();
  const Vec2 o = hand.at;
  const bool down = hand.input.contact;
  const float r = down ? 40.0F : 32.0F, pi = 3.14159265F, limit = clamp01(session.person().touchLimit);
  const bool deep = down && t.pressure > limit;
  p.glow(o, r * 1.9F, deep ? theme::ember : theme::gold, .2F);
  p.disc(o, r, theme::fade(theme::ink, .02F), theme::fade(theme::ink, .14F));
  p.circle(o, r, 1.5F, theme::fade(theme::ink, .35F));
  const float reach = pi * clamp01(t.pressure);
  if (down) p.arc(o, r, pi / 2 - reach, pi / 2 + reach, 4, deep ? theme::ember : theme::fade(theme::ink, .95F));
  for (const float side : {-1.0F, 1.0F}) {
    for (const auto& [at, colour] : {std::pair{limit, theme::jade}, {hand.ceiling, theme::gold}}) {
      const float a = pi / 2 + side * pi * at;
      p.segment(o + Vec2{std::cos(a), std::sin(a)} * (r + 5), o + Vec2{std::cos(a), std::sin(a)} * (r + 11), 1.8F,
                colour);
    }
  }
  const auto live = session.liveTechnique();
  if (!down || !live || hand.input.tool != level::Tool::Hand) return;
  const bool flip = o.x > W * .72F;
  const Vec2 l = W < 1100 ? o + Vec2{-60, r + 36} : o + Vec2{flip ? -r - 200 : r + 24, -2};
  p.glow(l + Vec2{72, 8}, 128, theme::shade, .8F, .42F, false);
  glyph(p, glyphOf(*live), l + Vec2{11, -5}, 24, theme::ink, 1.7F);
  p.text(labelOf(*live), l + Vec2{30, 3}, Face::Italic, theme::move, theme::ink);
  p.circle(l + Vec2{11, 23}, 8, 2.6F, theme::fade(theme::ink, .22F));
  p.arc(l + Vec2{11, 23}, 8, -pi / 2, -pi / 2 + 2 * pi * clamp01(t.quality), 2.6F, theme::gold);
  p.text(handWord(t, deep), l + Vec2{30, 28}, Face::Medium, theme::small, deep ? theme::ember : theme::gold);
}

}  // namespace knead::app
