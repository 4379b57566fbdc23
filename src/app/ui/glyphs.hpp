// The small signs of moves, tools and meters, drawn as lines. Owns no meaning.
#pragma once

#include <string_view>

#include "app/ui/painter.hpp"
#include "level/technique.hpp"

namespace knead::app {

void glyph(Painter& painter, std::string_view name, Vec2 centre, float size, sf::Color colour, float width = 1.6F);
[[nodiscard]] std::string_view glyphOf(level::Technique t);
[[nodiscard]] std::string_view labelOf(level::Technique t);
// An arrow into a tray: away with a copy.
void saveSign(Painter& painter, Vec2 centre, sf::Color colour);
void star(Painter& painter, Vec2 centre, float radius, bool full);

}  // namespace knead::app
