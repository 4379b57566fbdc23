// Buttons and key hints. Only drawn here: what can be chosen is ui/choices.
#pragma once

#include <initializer_list>
#include <string_view>

#include "app/ui/painter.hpp"

namespace knead::app {

void button(Painter& painter, Vec2 at, Vec2 size, std::string_view label, bool primary);
struct KeyHint {
  std::string_view key, word;
};
// A row of keys, each in its box with its word after it; `at` is the baseline.
void keyHints(Painter& painter, Vec2 at, std::initializer_list<KeyHint> hints, Align align);

}  // namespace knead::app
