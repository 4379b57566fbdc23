#include "app/ui/widgets.hpp"

#include <algorithm>

#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"

namespace knead::app::widgets {

namespace {

constexpr float kCellPad = 14, kLeastCell = 74;

float cellWidth(const Painter& p, std::span<const std::string> words) {
  float widest = kLeastCell;
  for (const std::string& word : words)
    widest = std::max(widest, p.textWidth(word, Face::SemiBold, theme::small) + 2 * kCellPad);
  return widest;
}

}  // namespace

void card(Painter& p, Vec2 at, Vec2 size, float alpha) {
  p.roundRect(at, size, 16, theme::fade(theme::card, alpha), theme::fade(theme::line, .55F));
}

void toggle(Painter& p, Vec2 at, bool on) {
  p.roundRect(at, kToggleSize, 13, on ? theme::jade : theme::fade(theme::ink, .16F), on ? theme::jade : theme::ink3,
              1.2F);
  p.disc(at + Vec2{on ? 33.0F : 13.0F, 13.0F}, 9.5F, on ? theme::shade : theme::ink);
}

void slider(Painter& p, Vec2 at, float width, float share) {
  const float x = at.x + width * std::clamp(share, 0.0F, 1.0F);
  p.roundRect(at - Vec2{0, 2}, {width, 4}, 2, theme::fade(theme::ink, .18F));
  p.roundRect(at - Vec2{0, 2}, {std::max(4.0F, x - at.x), 4}, 2, theme::gold);
  p.disc({x, at.y}, 8, theme::ink);
}

float segmentWidth(const Painter& p, std::span<const std::string> words) {
  return cellWidth(p, words) * static_cast<float>(words.size());
}

float segment(Painter& p, Vec2 at, std::span<const std::string> words, int chosen) {
  const float cell = cellWidth(p, words);
  const float width = cell * static_cast<float>(words.size());
  p.roundRect(at, {width, kSegmentHeight}, 16, theme::fade(theme::card, .4F), theme::ink3, 1.2F);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool on = static_cast<int>(i) == chosen;
    const float x = at.x + cell * static_cast<float>(i);
    if (on) p.roundRect({x + 2, at.y + 2}, {cell - 4, kSegmentHeight - 4}, 14, theme::gold);
    p.text(words[i], {x + cell / 2, at.y + 21}, on ? Face::SemiBold : Face::Medium, theme::small,
           on ? theme::onGold : theme::ink2, Align::Centre);
  }
  return width;
}

float chip(Painter& p, Vec2 at, std::string_view word, sf::Color accent, bool accented) {
  const float width = p.textWidth(word, Face::Medium, theme::small) + 24;
  p.roundRect(at, {width, 28}, 14, accented ? theme::fade(accent, .16F) : theme::fade(theme::card, .55F),
              theme::fade(accented ? accent : theme::line, accented ? .8F : .7F));
  p.text(word, at + Vec2{12, 19}, Face::Medium, theme::small, accented ? accent : theme::ink2);
  return width;
}

void menuLine(Painter& p, Vec2 at, std::string_view word, std::string_view note, bool focused, bool enabled) {
  if (focused) {
    p.ribbon({{at + Vec2{-70, -6}, 2, theme::fade(theme::gold, 0)}, {at + Vec2{-19, -6}, 2, theme::gold}});
  }
  const float w = p.text(word, at, focused ? Face::SemiBold : Face::Regular, 17,
                         !enabled  ? theme::ink3
                         : focused ? theme::ink
                                   : theme::ink2);
  if (!note.empty()) p.text(note, at + Vec2{w + 18, 0}, Face::Regular, theme::small, theme::ink2);
}

void fiveBars(Painter& p, Vec2 at, float width, int filled) {
  const float step = width / 5;
  for (int i = 0; i < 5; ++i) {
    p.roundRect(at + Vec2{step * static_cast<float>(i), 0}, {step - 6, 5}, 2.5F,
                i < filled ? theme::gold : theme::fade(theme::ink, .18F));
  }
}

void verdict(Painter& p, Vec2 centre, bool good) {
  p.disc(centre, 10, good ? theme::jade : theme::ember);
  glyph(p, good ? "check" : "avoid", centre, 12, theme::shade, 2.0F);
}

}  // namespace knead::app::widgets
