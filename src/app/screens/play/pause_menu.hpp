// The menu of a paused session. Only lists and rings the ways out; the screen takes them.
#pragma once

#include <optional>

#include "app/ui/choices.hpp"

namespace knead::app {

class PauseMenu {
 public:
  enum Way { Resume, Again, Clients };
  [[nodiscard]] bool isOpen() const { return m_open; }
  void open(Way focused);
  void close() { m_open = false; }
  // The way that this event takes. Escape resumes; R starts again when the focus is there.
  std::optional<Way> handle(const platform::InputEvent& event);
  void draw(sf::RenderTarget& target, Painter& painter, float width);

 private:
  Choices m_choices;
  bool m_open = false;
};

}  // namespace knead::app
