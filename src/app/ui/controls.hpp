// Buttons and key hints. Only drawn here: what can be chosen is ui/choices.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "app/ui/painter.hpp"

namespace knead::app {

void button(Painter& painter, Vec2 at, Vec2 size, std::string_view label, bool primary);
struct KeyHint {
  std::string key;  // empty: nothing is bound, and nothing is shown
  std::string_view word;
  std::optional<profile::Action> means = {};  // a click on it does the same in menus: a pointer has no keys
};
// A row of keys, each in its box with its word after it; `at` is the baseline. On a card where the back lies behind.
void keyHints(Painter& painter, Vec2 at, std::initializer_list<KeyHint> hints, Align align, bool card = false);

}  // namespace knead::app
