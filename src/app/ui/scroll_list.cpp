#include "app/ui/scroll_list.hpp"

#include <algorithm>

#include "app/ui/theme.hpp"

namespace knead::app {

using Kind = platform::InputEvent::Kind;

namespace {
constexpr float kTrack = 6, kReach = 16;  // how wide it is drawn, and how far beside it a press still counts
}

void ScrollList::layOut(Vec2 at, Vec2 size, float pitch, int rows) {
  m_at = at;
  m_size = size;
  m_pitch = pitch;
  m_rows = rows;
  m_shown = std::max(1, static_cast<int>(size.y / pitch));
  scrollTo(m_first);
}

void ScrollList::scrollTo(int first) { m_first = std::clamp(first, 0, std::max(0, m_rows - m_shown)); }

void ScrollList::show(int row) {
  if (row < m_first) scrollTo(row);
  if (row >= m_first + m_shown) scrollTo(row - m_shown + 1);
}

bool ScrollList::handle(const platform::InputEvent& e) {
  if (!scrolls()) return false;
  if (e.kind == Kind::Wheel) {
    scrollTo(m_first + (e.wheel > 0 ? -1 : 1));
    return true;
  }
  const float end = m_at.x + m_size.x;
  if (e.kind != Kind::MouseDown || e.x < end - kTrack - kReach || e.x > end + kReach || e.y < m_at.y ||
      e.y > m_at.y + m_size.y)
    return false;
  const float share = (e.y - m_at.y) / m_size.y;
  scrollTo(static_cast<int>(share * static_cast<float>(m_rows)) - m_shown / 2);
  return true;
}

void ScrollList::draw(Painter& p) const {
  if (!scrolls()) return;
  const Vec2 at{m_at.x + m_size.x - kTrack, m_at.y};
  const float height = static_cast<float>(m_shown) * m_pitch, rows = static_cast<float>(m_rows);
  p.roundRect(at, {kTrack, height}, kTrack / 2, theme::fade(theme::ink3, .35F));
  p.roundRect(at + Vec2{0, height * static_cast<float>(m_first) / rows},
              {kTrack, height * static_cast<float>(m_shown) / rows}, kTrack / 2, theme::ink2);
}

}  // namespace knead::app
