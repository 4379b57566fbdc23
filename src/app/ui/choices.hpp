// What can be chosen on a screen: boxes, named by number, that a pointer hits or a focus visits by arrow keys. The
// screen lays them out anew with every picture; this only finds, focuses and rings them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/ui/painter.hpp"

namespace knead::app {

// What a voice says of a choice: what it is, how it stands, and what it does.
struct Spoken {
  std::string name, value, hint;
  friend bool operator==(const Spoken&, const Spoken&) = default;
};

class Choices {
 public:
  explicit Choices(int focused = 0) : m_focused(focused) {}
  // The layout, in reference pixels; Tab goes in the order of `add`. What a list has scrolled out of sight is `hidden`:
  // the focus goes there, a pointer does not.
  void clear() { m_boxes.clear(); }
  void add(int id, Vec2 at, Vec2 size, float radius, Spoken spoken, bool hidden = false) {
    m_boxes.push_back({id, at, size, radius, std::move(spoken), hidden});
  }
  // The box that this event chooses: clicked, or Enter or Space on the focused one. Arrow keys and Tab move the focus;
  // up and down go round at the end of a column.
  std::optional<int> handle(const platform::InputEvent& event);
  [[nodiscard]] int focused() const { return m_focused; }
  void focus(int id) { m_focused = id; }
  // The focused box, or null.
  struct Box {
    int id;
    Vec2 at, size;
    float radius;
    Spoken spoken;
    bool hidden = false;
    [[nodiscard]] Vec2 middle() const { return at + size * 0.5F; }
  };
  [[nodiscard]] const Box* focusedBox() const;
  [[nodiscard]] const std::vector<Box>& boxes() const { return m_boxes; }
  // The next in the order of `add`; true if that went round.
  bool next();
  // The focus is shown unless the pointer chose last, or something else is lit.
  void show(bool on = true) { m_shown = on; }
  [[nodiscard]] bool shown() const { return m_shown; }
  void drawRing(Painter& painter) const;

 private:
  void step(Vec2 direction);
  [[nodiscard]] const Box* across(const Box& from, float down) const;
  std::vector<Box> m_boxes;
  int m_focused;
  bool m_shown = true;
};

}  // namespace knead::app
