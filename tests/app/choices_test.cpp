// Focus and hits: arrow keys go where the eye expects, and a click chooses what it hits.
#include "app/ui/choices.hpp"

#include <algorithm>
#include <vector>

#include "support/catch.hpp"

namespace {

using knead::app::Choices;
using knead::app::platform::InputEvent;
using knead::app::platform::Key;

InputEvent press(Key key) {
  InputEvent e;
  e.kind = InputEvent::Kind::KeyDown;
  e.key = key;
  e.menu = knead::profile::Bindings().meaning(key, knead::profile::Context::Menu);
  return e;
}
InputEvent click(float x, float y) {
  InputEvent e;
  e.kind = InputEvent::Kind::MouseDown;
  e.x = x;
  e.y = y;
  return e;
}

// The guess: eleven tiles in rows of four, two wide buttons below.
Choices tiles() {
  Choices c(100);
  for (int i = 0; i < 11; ++i)
    c.add(i, {static_cast<float>(i % 4) * 100, static_cast<float>(i / 4) * 100}, {96, 92}, 14, {});
  c.add(100, {0, 420}, {398, 48}, 24, {});
  c.add(101, {0, 480}, {398, 44}, 22, {});
  return c;
}
int after(Choices& c, std::initializer_list<Key> keys) {
  for (const Key key : keys) REQUIRE(!c.handle(press(key)).has_value());
  return c.focused();
}

}  // namespace

TEST_CASE("arrow keys follow rows and columns", "[app]") {
  Choices c = tiles();
  c.focus(0);
  REQUIRE(after(c, {Key::Right}) == 1);
  REQUIRE(after(c, {Key::Down}) == 5);
  REQUIRE(after(c, {Key::Down}) == 9);
  REQUIRE(after(c, {Key::Down}) == 100);
  REQUIRE(after(c, {Key::Down}) == 101);
  // Round to the other end of the column, and back.
  REQUIRE(after(c, {Key::Down}) <= 3);
  REQUIRE(after(c, {Key::Up}) == 101);
  REQUIRE(after(c, {Key::Up, Key::Up}) >= 8);
  REQUIRE(c.focused() <= 10);
  c.focus(3);
  REQUIRE(after(c, {Key::Right}) == 3);
  REQUIRE(after(c, {Key::Left, Key::Left, Key::Left, Key::Left}) == 0);
}

TEST_CASE("every choice can be reached by arrow keys and by Tab", "[app]") {
  for (const int goal : {0, 3, 7, 10, 101}) {
    Choices c = tiles();
    bool reached = false;
    for (int i = 0; i < 13 && !reached; ++i) {
      REQUIRE(!c.handle(press(Key::Tab)).has_value());
      reached = c.focused() == goal;
    }
    REQUIRE(reached);
  }
  std::vector<int> seen = {100}, open = {100};
  while (!open.empty()) {
    const int from = open.back();
    open.pop_back();
    for (const Key key : {Key::Left, Key::Right, Key::Up, Key::Down}) {
      Choices c = tiles();
      c.focus(from);
      const int to = after(c, {key});
      if (std::find(seen.begin(), seen.end(), to) != seen.end()) continue;
      seen.push_back(to);
      open.push_back(to);
    }
  }
  REQUIRE(seen.size() == 13);
}

TEST_CASE("Enter takes the focused choice, a click the one it hits", "[app]") {
  Choices c = tiles();
  REQUIRE(c.handle(press(Key::Enter)) == 100);
  REQUIRE(c.handle(click(150, 150)) == 5);
  REQUIRE(c.focused() == 5);
  REQUIRE(c.handle(press(Key::Space)) == 5);
  REQUIRE(!c.handle(click(98, 10)).has_value());
  InputEvent right = click(10, 10);
  right.leftButton = false;
  REQUIRE(!c.handle(right).has_value());
  c.focus(77);
  REQUIRE(!c.handle(press(Key::Enter)).has_value());
}
