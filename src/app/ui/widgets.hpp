// The parts that menus are made of, drawn after the style's table of components. They draw and measure; what can be
// chosen is ui/choices, what it means is the screen's.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/ui/painter.hpp"

namespace knead::app::widgets {

// A panel: card colour, hairline, rounded. Over the figure use an alpha of .86 or more.
void card(Painter& painter, Vec2 at, Vec2 size, float alpha = 0.72F);
// 46 x 26; the knob stands right when on.
void toggle(Painter& painter, Vec2 at, bool on);
inline constexpr Vec2 kToggleSize{46, 26};
// A track of `width`, its knob at `share` 0..1.
void slider(Painter& painter, Vec2 at, float width, float share);
// Cells side by side, `chosen` in gold; gives the width. Cells are as wide as the widest word needs, at least 74.
float segment(Painter& painter, Vec2 at, std::span<const std::string> words, int chosen);
[[nodiscard]] float segmentWidth(const Painter& painter, std::span<const std::string> words);
inline constexpr float kSegmentHeight = 32;
// A small rounded label; gives its width.
float chip(Painter& painter, Vec2 at, std::string_view word, sf::Color accent, bool accented = false);
// A line of a menu with its strand of gold when focused; `note` stands behind it in smaller type.
void menuLine(Painter& painter, Vec2 at, std::string_view word, std::string_view note, bool focused,
              bool enabled = true);
// Five bars, `filled` of them gold.
void fiveBars(Painter& painter, Vec2 at, float width, int filled);
// A tick or a slash in a disc: right and wrong without colour alone.
void verdict(Painter& painter, Vec2 centre, bool good);

}  // namespace knead::app::widgets
