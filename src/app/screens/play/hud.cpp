// The head-up display, panel by panel; see the header.
#include "app/screens/play/hud.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/screens/play/words.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/view/portrait.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"

namespace knead::app {

using words::fill;
using words::quoted;
using words::tr;

namespace {

void drawComfort(Painter& p, const HudLayout& l, float y, const sim::PersonView& v) {
  p.text(tr("Comfort"), {l.left, y}, Face::Medium, theme::small, theme::ink2);
  const float label = p.textWidth(tr("Comfort"), Face::Medium, theme::small) + 12;
  const float x0 = l.left + std::max(66.0F, label), w = (l.narrow ? 156.0F : 206.0F) - (x0 - l.left);
  const float cycles = v.comfort > .8F ? 2.0F : v.comfort > .5F ? 3.0F : 4.5F;
  const auto wave = [&](float from, float to, float width, sf::Color colour) {
    std::vector<Vec2> line;
    for (int i = 0; i <= 60; ++i) {
      const float t = lerp(from, to, static_cast<float>(i) / 60);
      line.push_back({x0 + t * w, y - 5 - std::sin(t * 6.283F * cycles) * 4.2F});
    }
    p.polyline(line, width, colour);
  };
  const float comfort = clamp01(v.comfort);
  if (comfort < .999F) wave(comfort, 1, 1.3F, theme::fade(theme::ink, .25F));
  wave(0, comfort, 2, comfort > .6F ? theme::jade : comfort > .3F ? theme::amber : theme::ember);
  if (!l.narrow) p.text(comfortWord(v), {l.left + 218, y}, Face::Regular, theme::small, theme::ink2);
}

void drawPerson(Painter& p, const HudLayout& l, const HudState& s) {
  const level::Level& level = s.session.level();
  drawPortrait(p, {l.left + 24, 64}, 24, s.hair);
  p.text(level.person.name, {l.left + 62, 60}, Face::SemiBold, theme::name, theme::ink);
  const float under = 60 + 21 * std::max(1.0F, .9F * l.type);
  p.textIn(tr(level.title), {l.left + 62, under}, l.panels()[HudLayout::kPersonPanel].size.x - 70, Face::Regular,
           theme::small, theme::ink2);
  float y = under + 47;
  // In a narrow window there is no room for long lines of large type.
  p.typeAtMost(l.narrow ? 1.3F : 1.8F, [&] {
    const float leading = l.narrow ? 25 : 27;
    y = p.within(quoted(level.person.words), {l.left, y}, l.narrow ? 200 : 260, leading * (l.type > 1 ? 8.5F : 5),
                 leading, Face::Italic, l.narrow ? 19 : theme::quote, theme::ink);
  });
  drawComfort(p, l, y + 12 * l.type, s.session.person());
}

// Where the four meters stand, 0..1. Tone .75 is as tight as they show; heat is from 35.5 C over 5 degrees.
std::array<float, 4> standOf(const sim::Meters& m) {
  return {clamp01(m.circulation), clamp01(m.endorphins), clamp01((.75F - m.meanTone) / .6F),
          clamp01((m.heatC - 35.5F) / 5.0F)};
}

void drawMeters(Painter& p, const HudLayout& l, const HudState& s) {
  const sim::Meters& m = s.session.meters();
  const auto stand = standOf(m);
  const MeterWords words = meterWords(m);
  struct MeterRow {
    const char* sign;
    const char* name;
    float value, low, high;
    sf::Color colour;
    const char* word;
  };
  // Tone between .27 and .45 is healthy.
  const std::array<MeterRow, 4> rows = {
      {{"circ", tr("Circulation"), stand[0], 0, 0, theme::rose, words.circulation},
       {"endo", tr("Endorphins"), stand[1], 0, 0, theme::gold, words.endorphins},
       {"tone", tr("Tension release"), stand[2], (.75F - .45F) / .6F, (.75F - .27F) / .6F, theme::jade, words.tension},
       {"heat", tr("Heat"), stand[3], (m.heatLow - 35.5F) / 5, (m.heatHigh - 35.5F) / 5, theme::amber, words.heat}}};
  const float x = l.left, w = l.narrow ? 188 : 232;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const MeterRow& r = rows[i];
    const float y = 466 + static_cast<float>(i) * 46, v = clamp01(r.value);
    const bool inBand = v >= r.low && v <= r.high;
    glyph(p, r.sign, {x + 8, y - 5}, 17, r.colour, 1.5F);
    const float name = p.textIn(r.name, {x + 26, y}, l.panels()[HudLayout::kMeterPanel].size.x - 48, Face::Medium,
                                theme::small, theme::ink);
    // The word says what the bar shows; where a language leaves no room for it, the bar must do.
    if (!l.narrow && 26 + name + 10 + p.textWidth(r.word, Face::Regular, theme::small) <= w)
      p.text(r.word, {x + w, y}, Face::Regular, theme::small, theme::ink2, Align::Right);
    p.bar({x, y + 12}, {w, 6}, theme::fade(theme::ink, .13F), theme::fade(theme::ink, .13F));
    if (r.high > r.low)
      p.roundRect({x + w * r.low, y + 9}, {w * (r.high - r.low), 12}, 4, theme::fade(r.colour, .16F),
                  theme::fade(r.colour, inBand ? 1 : .75F), inBand ? 1.6F : 1);
    p.bar({x, y + 12}, {std::max(6.0F, w * v), 6}, theme::fade(r.colour, .35F), r.colour);
    // Past the band the track is hatched: too much is seen without colour.
    if (r.high > r.low) {
      for (float at = w * r.high + 4; at + 6 < w * v; at += 6)
        p.segment({x + at, y + 20}, {x + at + 5, y + 10}, 1.4F, theme::card);
    }
    if (s.ghost != nullptr) {
      const float at = x + w * standOf(*s.ghost)[i];
      p.segment({at, y + 7}, {at, y + 23}, 1.6F, theme::ghost());
    }
    p.disc({x + w * v, y + 15}, 5, theme::mix(r.colour, sf::Color::White, .55F));
    p.glow({x + w * v, y + 15}, 16, r.colour, .5F);
  }
}

void drawClock(Painter& p, const HudLayout& l, const HudState& s) {
  const float left = s.session.secondsLeft();
  const int seconds = static_cast<int>(std::ceil(left));
  const bool untimed = s.session.setup().assists.noTimer;
  if (untimed)
    p.text(tr("no timer"), {l.right + 2, 70}, Face::Regular, theme::label, theme::ink2, Align::Right);
  else
    p.text(words::clock(seconds), {l.right + 2, 82}, Face::Light, theme::title, theme::ink, Align::Right);
  for (int i = 0; i < 3; ++i) star(p, {l.right - 158 + 22 * static_cast<float>(i), 64}, 7.5F, i < s.now.stars);
  p.text(words::number(s.now.score), {l.right - 176, 69}, Face::Medium, theme::label, theme::ink2, Align::Right);
  if (untimed) return;
  const float part = clamp01(left / static_cast<float>(std::max(1, s.session.level().seconds)));
  p.bar({l.right - 200, 98}, {200, 2}, theme::fade(theme::ink, .18F), theme::fade(theme::ink, .18F));
  p.bar({l.right - 200 * part, 98}, {200 * part, 2}, theme::ink, theme::ink);
}

void drawPosture(Painter& p, const HudLayout& l, const HudState& s) {
  const sim::PostureView& v = s.session.posture();
  p.text(tr("Posture"), {l.right - 208, 206}, Face::Medium, theme::small, theme::ink2);
  p.text(postureWord(v), {l.right - 208, 206 + 23 * std::max(1.0F, .85F * l.type)}, Face::Italic, 19, theme::ink);
}

constexpr float kNamedTools = 1.4F;  // the largest type in which every tool has its name below it
constexpr float kBadgeType = 1.4F;   // the largest of how many are left: beside their sign there is no more room

void drawTools(Painter& p, const HudLayout& l, const HudState& s) {
  if (l.depthSigns) {
    for (const bool deeper : {false, true}) {
      const Vec2 o = l.depthSign(deeper);
      p.disc(o, 22, theme::fade(theme::card, .7F));
      p.circle(o, 22, 1, theme::ink3);
      p.segment(o - Vec2{9, 0}, o + Vec2{9, 0}, 2, theme::ink);
      if (deeper) p.segment(o - Vec2{0, 9}, o + Vec2{0, 9}, 2, theme::ink);
    }
    p.text(tr("Depth"), l.depthSign(false) + Vec2{-34, 5}, Face::Medium, theme::small, theme::ink2, Align::Right);
  }
  const std::array<const char*, level::kToolCount> names = {tr("Hand"), tr("Towel"), tr("Stone"), tr("Pack")};
  for (std::size_t i = 0; i < l.tools.size(); ++i) {
    const level::Tool tool = l.tools[i];
    const auto k = static_cast<std::size_t>(tool);
    const bool on = tool == s.input.tool, none = i > 0 && s.session.stock(tool) == 0;
    const Vec2 o = l.tool(i);
    const float a = none ? .45F : 1.0F;
    p.disc(o, 25, on ? theme::mix(theme::card, theme::amber, .25F) : theme::fade(theme::card, .7F));
    p.circle(o, 25, on ? 1.6F : 1, on ? theme::amber : theme::fade(theme::ink3, .8F * a));
    glyph(p, level::kToolIds[k], o, 27, theme::fade(on ? theme::amber : theme::ink, a));
    // In large type their names have no room beside each other: the taken one's is said, the others have their signs.
    if (l.type <= kNamedTools)
      p.text(names[k], o + Vec2{0, 44}, Face::Medium, theme::small, on ? theme::ink : theme::ink2, Align::Centre);
    else if (on)
      p.text(names[k], {l.right, o.y + 50}, Face::Medium, theme::small, theme::ink, Align::Right);
    if (i == 0) continue;
    // How many are left.
    const float large = std::min(l.type, kBadgeType);
    const Vec2 badge = o + Vec2{20, -18};
    p.disc(badge, 10 * large, theme::card);
    p.circle(badge, 10 * large, 1, theme::fade(none ? theme::ink3 : theme::amber, .9F));
    p.typeAtMost(kBadgeType, [&] {
      p.text(std::to_string(s.session.stock(tool)), badge + Vec2{0, 5 * large}, Face::SemiBold, theme::small,
             none ? theme::ink2 : theme::ink, Align::Centre);
    });
  }
}

void drawMoveStrip(Painter& p, const HudLayout& l, const HudState& s) {
  using level::Technique;
  const auto live = s.session.liveTechnique();
  float x = l.width / 2 - l.moveStep() * static_cast<float>(level::kHandTechniqueCount - 1) / 2;
  for (int i = 0; i < level::kTechniqueCount; ++i) {
    const auto move = static_cast<Technique>(i);
    if (isTool(move)) continue;
    const bool on = s.input.contact && live == move;
    glyph(p, glyphOf(move), {x, 673}, 24, on ? theme::gold : theme::fade(theme::ink, .8F), on ? 1.9F : 1.5F);
    p.text(l.narrow && move == Technique::TriggerPoint  ? tr("Trigger")
           : l.narrow && move == Technique::Acupressure ? tr("Acupr.")
                                                        : labelOf(move),
           {x, 704}, on ? Face::SemiBold : Face::Regular, theme::small, on ? theme::gold : theme::ink2, Align::Centre);
    x += l.moveStep();
  }
  glyph(p, "pause", l.pause(), 20, theme::ink2, 1.8F);
}

// Names of moves stand side by side: there is little room for large ones.
void drawMoves(Painter& p, const HudLayout& l, const HudState& s) {
  p.typeAtMost(l.narrow ? 1.1F : 1.15F, [&] { drawMoveStrip(p, l, s); });
}

}  // namespace

HudLayout::HudLayout(float windowWidth, const std::array<int, level::kToolCount>& stock, float typeScale)
    : width(windowWidth),
      type(typeScale),
      narrow(windowWidth < 1100),
      left(std::max(40.0F, windowWidth / 2 - 710)),
      right(windowWidth - left) {
  for (std::size_t i = 1; i < stock.size(); ++i) {
    if (stock[i] == 0) continue;
    if (tools.empty()) tools.push_back(level::Tool::Hand);
    tools.push_back(static_cast<level::Tool>(i));
  }
}

std::array<HudLayout::Panel, 6> HudLayout::panels() const {
  const float strip = narrow ? 340 : 420;
  const float more = type - 1;  // room for larger type
  return {{{{left - 4, 34}, {(narrow ? 248.0F : 300.0F) + 70 * more, type > 1 ? 404.0F : 260.0F}},
           {{left - 18, 446 - 8 * more}, {narrow ? 224.0F + 40 * more : 268.0F, 184 + 8 * more}},
           {{right - 262 - 60 * more, 34}, {270 + 60 * more, 72}},
           {{right - 212, 188 - 20 * more}, {224, (depthSigns ? 298.0F : 310.0F) + 20 * more}},
           {{right - 282, depthSigns ? 488.0F : 538.0F - 8 * more}, {300, depthSigns ? 134.0F : 84.0F + 8 * more}},
           {{width / 2 - strip, 656}, {right + 12 - (width / 2 - strip), 56}}}};
}

void drawHudPanel(Painter& p, const HudLayout& l, const HudState& s, std::size_t panel) {
  constexpr std::array kPanels = {drawPerson, drawMeters, drawClock, drawPosture, drawTools, drawMoves};
  kPanels[panel](p, l, s);
}

void drawHud(Painter& p, const HudLayout& l, const HudState& s) {
  for (std::size_t i = 0; i < l.panels().size(); ++i) drawHudPanel(p, l, s, i);
}

}  // namespace knead::app
