// Drawn controls; see the header.
#include "app/ui/controls.hpp"

#include <algorithm>

#include "app/ui/theme.hpp"

namespace knead::app {

void button(Painter& p, Vec2 at, Vec2 size, std::string_view label, bool primary) {
  p.roundRect(at, size, size.y / 2, primary ? theme::gold : theme::fade(theme::card, .5F),
              primary ? theme::gold : theme::ink3, 1.2F);
  p.text(label, at + Vec2{size.x / 2, size.y / 2 + .354F * p.grown(theme::label)}, Face::SemiBold, theme::label,
         primary ? theme::onGold : theme::ink, Align::Centre);
}

void keyHints(Painter& p, Vec2 at, std::initializer_list<KeyHint> hints, Align align, bool card) {
  constexpr float kPad = 8, kWordGap = 8, kGap = 22;
  const float height = 8 + p.grown(theme::small);
  float width = -kGap;
  // A key without a word stands close to the next.
  const auto after = [&](const KeyHint& h) {
    return h.word.empty() ? 4.0F : kWordGap + p.textWidth(h.word, Face::Regular, theme::small) + kGap;
  };
  for (const KeyHint& h : hints)
    if (!h.key.empty()) width += p.textWidth(h.key, Face::SemiBold, theme::small) + 2 * kPad + after(h);
  float x = at.x - (align == Align::Left ? 0 : align == Align::Centre ? width / 2 : width);
  const float top = at.y - height / 2 - .37F * p.grown(theme::small);
  if (card)
    p.roundRect({x - 14, top - 7}, {width + 28, height + 14}, (height + 14) / 2, theme::fade(theme::card, .9F),
                theme::fade(theme::line, .7F));
  for (const KeyHint& h : hints) {
    if (h.key.empty()) continue;
    const float key = p.textWidth(h.key, Face::SemiBold, theme::small) + 2 * kPad;
    p.roundRect({x, top}, {key, height}, 6, theme::fade(theme::card, .5F), theme::ink3);
    p.text(h.key, {x + key / 2, at.y}, Face::SemiBold, theme::small, theme::ink, Align::Centre);
    p.text(h.word, {x + key + kWordGap, at.y}, Face::Regular, theme::small, theme::ink2);
    if (h.means) {
      constexpr float kLeastHigh = 36;
      const float high = std::max(height, kLeastHigh);
      p.clickable({x - 4, top + (height - high) / 2}, {key + after(h), high}, *h.means);
    }
    x += key + after(h);
  }
}

}  // namespace knead::app
