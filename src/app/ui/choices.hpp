// What can be chosen on a screen: boxes, named by number, that a pointer hits or a focus visits by arrow keys. The
// screen lays them out anew with every picture; this only finds, focuses and rings them.
#pragma once

#include <optional>
#include <vector>

#include "app/ui/painter.hpp"

namespace knead::app {

class Choices {
 public:
  explicit Choices(int focused = 0) : m_focused(focused) {}
  // The layout, in reference pixels; Tab goes in the order of `add`.
  void clear() { m_boxes.clear(); }
  void add(int id, Vec2 at, Vec2 size, float radius) { m_boxes.push_back({id, at, size, radius}); }
  // The box that this event chooses: clicked, or Enter or Space on the focused one. Arrow keys and Tab move the focus;
  // up and down go round at the end of a column.
  std::optional<int> handle(const platform::InputEvent& event);
  [[nodiscard]] int focused() const { return m_focused; }
  void focus(int id) { m_focused = id; }
  // The focus is shown unless the pointer chose last.
  void show() { m_shown = true; }
  void drawRing(Painter& painter) const;

 private:
  struct Box {
    int id;
    Vec2 at, size;
    float radius;
    [[nodiscard]] Vec2 middle() const { return at + size * 0.5F; }
  };
  [[nodiscard]] const Box* focusedBox() const;
  void step(Vec2 direction);
  [[nodiscard]] const Box* across(const Box& from, float down) const;
  void next();
  std::vector<Box> m_boxes;
  int m_focused;
  bool m_shown = true;
};

}  // namespace knead::app
