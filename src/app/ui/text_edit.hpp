// A text that is being typed: its caret, its keys, its box. UTF-8 in and out; knows nothing of what it is for.
#pragma once

#include <cstddef>
#include <string>

#include "app/ui/painter.hpp"

namespace knead::app {

class TextEdit {
 public:
  enum class State { Open, Done, Left };
  // `most`: bytes.
  TextEdit(std::string text, std::size_t most) : m_text(std::move(text)), m_caret(m_text.size()), m_most(most) {}
  // Opens with everything selected, so that typing replaces it; Ctrl+A selects all again,
  // Ctrl+V takes what another program has copied. Enter ends it, Escape leaves
  // it; letters, Backspace, Delete, arrows, Home and End do what they do everywhere.
  State handle(const platform::InputEvent& event);
  [[nodiscard]] const std::string& text() const { return m_text; }
  [[nodiscard]] bool allSelected() const { return m_all && !m_text.empty(); }
  // The text from `at`, in lines of at most `width`, with the caret; gives the y after the last.
  float draw(Painter& painter, Vec2 at, float width, float leading, float size) const;

 private:
  // What is selected goes.
  void drop();
  void insert(char32_t letter);
  void erase(std::size_t from, std::size_t to);
  [[nodiscard]] std::size_t before(std::size_t at) const;
  [[nodiscard]] std::size_t after(std::size_t at) const;
  std::string m_text;
  std::size_t m_caret, m_most;
  bool m_all = true;  // all of it is selected
  bool m_control = false;
};

}  // namespace knead::app
