// Rows of one height in a window of the page: which of them are seen, and the track beside them where not all are.
// Moves by whole rows.
#pragma once

#include "app/ui/painter.hpp"

namespace knead::app {

class ScrollList {
 public:
  // The window, and the rows in it, reference pixels. Keeps what was scrolled to as far as it still is there.
  void layOut(Vec2 at, Vec2 size, float pitch, int rows);
  void toTop() { m_first = 0; }
  // Scrolls so far that the row is seen.
  void show(int row);
  // The wheel anywhere, or a press on the track; true if it was for the list.
  bool handle(const platform::InputEvent& event);
  // The upper edge of a row, seen or not.
  [[nodiscard]] float y(int row) const { return m_at.y + static_cast<float>(row - m_first) * m_pitch; }
  [[nodiscard]] bool seen(int row) const { return row >= m_first && row < m_first + m_shown; }
  [[nodiscard]] bool scrolls() const { return m_rows > m_shown; }
  // The track.
  void draw(Painter& painter) const;

 private:
  void scrollTo(int first);
  Vec2 m_at, m_size;
  float m_pitch = 1;
  int m_rows = 0, m_shown = 1, m_first = 0;
};

}  // namespace knead::app
