#include "app/ui/page_log.hpp"

#include <algorithm>

namespace knead::app {
namespace {

using Text = PageLog::Text;
// Reference pixels that letters may touch or pass an edge by without anybody seeing it.
constexpr float kTouch = 2, kEdge = 1.5F, kHeight = 720;

bool overlap(const Text& a, const Text& b) {
  return a.at.x + kTouch < b.at.x + b.size.x && b.at.x + kTouch < a.at.x + a.size.x &&
         a.at.y + kTouch < b.at.y + b.size.y && b.at.y + kTouch < a.at.y + a.size.y;
}

bool inside(const Text& a, const Text& box) {
  return a.at.x >= box.at.x - kEdge && a.at.y >= box.at.y - kEdge &&
         a.at.x + a.size.x <= box.at.x + box.size.x + kEdge && a.at.y + a.size.y <= box.at.y + box.size.y + kEdge;
}

// Stands in the box, but not wholly.
bool crosses(const Text& text, const Text& box) {
  const Vec2 middle = text.at + text.size * .5F;
  if (middle.x < box.at.x || middle.y < box.at.y || middle.x > box.at.x + box.size.x ||
      middle.y > box.at.y + box.size.y)
    return false;
  return text.at.x < box.at.x - kEdge || text.at.y < box.at.y - kEdge ||
         text.at.x + text.size.x > box.at.x + box.size.x + kEdge ||
         text.at.y + text.size.y > box.at.y + box.size.y + kEdge;
}

}  // namespace

void PageLog::text(std::string words, Vec2 at, Vec2 size) {
  Text text{std::move(words), at, size};
  if (m_plate && !inside(text, *m_plate)) m_said.push_back("\"" + text.words + "\" is cut by the edge of its plate");
  m_texts.push_back(std::move(text));
}

void PageLog::clear() {
  m_texts.clear();
  m_boxes.clear();
  m_clear.clear();
  m_said.clear();
}

std::vector<std::string> PageLog::problems(float width) const {
  std::vector<std::string> out = m_said;
  for (std::size_t i = 0; i < m_texts.size(); ++i) {
    const Text& t = m_texts[i];
    const std::string name = "\"" + t.words + "\"";
    if (t.at.x < -kEdge || t.at.y < -kEdge || t.at.x + t.size.x > width + kEdge || t.at.y + t.size.y > kHeight + kEdge)
      out.push_back(name + " leaves the window");
    if (std::any_of(m_boxes.begin(), m_boxes.end(), [&](const Text& box) { return crosses(t, box); }))
      out.push_back(name + " crosses the edge of its box");
    for (std::size_t k = 0; k < i; ++k)
      if (overlap(t, m_texts[k])) out.push_back(name + " lies on \"" + m_texts[k].words + "\"");
  }
  for (std::size_t i = 0; i < m_clear.size(); ++i) {
    for (const Text& t : m_texts)
      if (overlap(t, m_clear[i]) && !inside(t, m_clear[i]))
        out.emplace_back("\"" + t.words + "\" touches a sign or a label");
    for (std::size_t k = 0; k < i; ++k)
      if (overlap(m_clear[i], m_clear[k])) out.emplace_back("a sign or a label lies on another");
  }
  return out;
}

}  // namespace knead::app
