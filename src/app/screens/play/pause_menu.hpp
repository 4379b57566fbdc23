// The menu of a paused session. Only lists and rings the ways out; the screen takes them.
#pragma once

#include <optional>
#include <string>

#include "app/ui/choices.hpp"

namespace knead::app {

class PauseMenu {
 public:
  enum Way { Resume, Finish, Again, Settings, Atlas, Leave };
  [[nodiscard]] bool isOpen() const { return m_open; }
  // `finish`: a session that ends when the player says so.
  void open(Way focused, bool finish);
  [[nodiscard]] Choices& choices() { return m_choices; }
  void close() { m_open = false; }
  // The way that this event takes. Escape resumes; R starts again when the focus is there.
  std::optional<Way> handle(const platform::InputEvent& event);
  // The ring breathes, four seconds in and six out, unless `still`.
  void update(float seconds, bool still);
  // `note`: who, how long, how well, under the ring. `resume`: the key that resumes.
  void draw(sf::RenderTarget& target, Painter& painter, float width, const std::string& note,
            const std::string& resume);

 private:
  Choices m_choices;
  bool m_open = false, m_still = false, m_finish = false;
  float m_seconds = 0;
};

}  // namespace knead::app
