// The menu of a paused session. Only lists and rings the ways out; the screen takes them.
#pragma once

#include <optional>
#include <string>

#include "app/ui/choices.hpp"

namespace knead::app {

class PauseMenu {
 public:
  enum Way { Resume, Again, Settings, Atlas, Leave };
  [[nodiscard]] bool isOpen() const { return m_open; }
  void open(Way focused);
  void close() { m_open = false; }
  // The way that this event takes. Escape resumes; R starts again when the focus is there.
  std::optional<Way> handle(const platform::InputEvent& event);
  // The ring breathes, four seconds in and six out, unless `still`.
  void update(float seconds, bool still);
  // `note`: who, how long, how well, under the ring.
  void draw(sf::RenderTarget& target, Painter& painter, float width, const std::string& note);

 private:
  Choices m_choices;
  bool m_open = false, m_still = false;
  float m_seconds = 0;
};

}  // namespace knead::app
