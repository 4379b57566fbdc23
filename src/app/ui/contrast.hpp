// How well a text is told from what lies around it, measured on the picture that was drawn (WCAG 2: relative
// luminance).
#pragma once

#include <SFML/Graphics/Image.hpp>

#include "core/vec2.hpp"

namespace knead::app {

// Relative luminance of a colour, 0..1.
[[nodiscard]] float luminanceOf(sf::Color colour);
// 1..21, of two luminances in any order.
[[nodiscard]] float contrastOf(float a, float b);
// The contrast of the letters in a box of pixels: the cores of their strokes against the part around the box that is
// hardest to tell them from. 0 for a box outside the picture.
[[nodiscard]] float textContrast(const sf::Image& picture, Vec2 at, Vec2 size);

}  // namespace knead::app
