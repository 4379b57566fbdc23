#include "app/ui/text_edit.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Key;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// One letter as UTF-8; nothing for what no text holds.
std::string utf8(char32_t c) {
  constexpr char32_t kFirstLetter = 0x20, kDelete = 0x7F, kFirstSurrogate = 0xD800, kLastSurrogate = 0xDFFF,
                     kLast = 0x10FFFF;
  if (c < kFirstLetter || c == kDelete || (c >= kFirstSurrogate && c <= kLastSurrogate) || c > kLast) return {};
  const auto part = [c](unsigned shift, unsigned mark) {
    return static_cast<char>((static_cast<unsigned>(c) >> shift & 0x3FU) | mark);
  };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0U | static_cast<unsigned>(c) >> 6U), part(0, 0x80U)};
  if (c < 0x10000) return {static_cast<char>(0xE0U | static_cast<unsigned>(c) >> 12U), part(6, 0x80U), part(0, 0x80U)};
  return {static_cast<char>(0xF0U | static_cast<unsigned>(c) >> 18U), part(12, 0x80U), part(6, 0x80U), part(0, 0x80U)};
}

}  // namespace

std::size_t TextEdit::before(std::size_t at) const {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && continues(m_text[at]));
  return at;
}

std::size_t TextEdit::after(std::size_t at) const {
  if (at >= m_text.size()) return m_text.size();
  do ++at;
  while (at < m_text.size() && continues(m_text[at]));
  return at;
}

void TextEdit::drop() {
  if (m_all) erase(0, m_text.size());
  m_all = false;
}

void TextEdit::insert(char32_t letter) {
  const std::string bytes = utf8(letter);
  if (bytes.empty()) return;
  drop();
  if (m_text.size() + bytes.size() > m_most) return;
  m_text.insert(m_caret, bytes);
  m_caret += bytes.size();
}

void TextEdit::erase(std::size_t from, std::size_t to) {
  m_text.erase(from, to - from);
  m_caret = from;
}

TextEdit::State TextEdit::handle(const platform::InputEvent& e) {
  if (e.kind == Kind::Text) insert(e.letter);
  if (e.kind == Kind::FocusLost) m_control = false;
  if (e.key == Key::LeftControl || e.key == Key::RightControl) m_control = e.kind == Kind::KeyDown;
  if (e.kind != Kind::KeyDown) return State::Open;
  const bool all = allSelected();
  switch (e.key) {
    case Key::Enter: return State::Done;
    case Key::Escape: return State::Left;
    case Key::A: m_all = m_all || m_control; return State::Open;
    case Key::V:
      if (m_control)
        for (const char32_t letter : platform::pasted()) insert(letter);
      return State::Open;
    case Key::Backspace: all ? drop() : erase(before(m_caret), m_caret); break;
    case Key::Delete: all ? drop() : erase(m_caret, after(m_caret)); break;
    case Key::Left: m_caret = all ? 0 : before(m_caret); break;
    case Key::Right: m_caret = all ? m_text.size() : after(m_caret); break;
    case Key::Home: m_caret = 0; break;
    case Key::End: m_caret = m_text.size(); break;
    default: return State::Open;
  }
  m_all = false;
  return State::Open;
}

float TextEdit::draw(Painter& p, Vec2 at, float width, float leading, float size) const {
  // Broken after spaces where a word would leave the box; the caret stands where it would in one long line.
  std::size_t from = 0;
  float y = at.y;
  for (;;) {
    std::size_t end = from, broken = from;
    while (end < m_text.size()) {
      const std::size_t next = after(end);
      if (p.textWidth(m_text.substr(from, next - from), Face::Regular, size) > width) break;
      end = next;
      if (m_text[end - 1] == ' ') broken = end;
    }
    if (end < m_text.size() && broken > from) end = broken;
    if (end == from && end < m_text.size()) end = after(end);
    if (allSelected()) {
      const float wide = p.textWidth(m_text.substr(from, end - from), Face::Regular, size);
      p.roundRect({at.x - 2, y - size * .95F}, {wide + 4, size * 1.3F}, 3, theme::fade(theme::gold, .3F));
    }
    p.text(m_text.substr(from, end - from), {at.x, y}, Face::Regular, size, theme::ink);
    const bool last = end >= m_text.size();
    if (m_caret >= from && (m_caret < end || (last && m_caret == end))) {
      const float x = at.x + p.textWidth(m_text.substr(from, m_caret - from), Face::Regular, size) + 1;
      p.segment({x, y - size * .85F}, {x, y + size * .25F}, 1.6F, theme::gold);
    }
    y += leading;
    if (last) return y;
    from = end;
  }
}

}  // namespace knead::app
