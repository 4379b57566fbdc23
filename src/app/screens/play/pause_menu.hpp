// The menu of a paused session. Only lists and rings the ways out; the screen takes them.
#pragma once

#include <optional>
#include <string>

#include "app/ui/choices.hpp"

namespace knead::app {

class PauseMenu {
 public:
  enum Way { Resume, Finish, Again, Ghost, Settings, Atlas, Leave };
  [[nodiscard]] bool isOpen() const { return m_open; }
  // `finish`: a session that ends when the player says so. `again`: one that may begin anew.
  void open(Way focused, bool finish, bool again);
  [[nodiscard]] Choices& choices() { return m_choices; }
  void close() { m_open = false; }
  // The way that this event takes. Escape resumes; R starts again when the focus is there. Ghost wants more or less
  // of it: see ghostLight.
  std::optional<Way> handle(const platform::InputEvent& event);
  // After Ghost was taken: what is wanted of `light`, 0..100 percent.
  [[nodiscard]] int ghostLight(int light) const;
  // The ring breathes, four seconds in and six out, unless `still`.
  void update(float seconds, bool still);
  // `note`: who, how long, how well, under the ring. `resume`: the key that resumes. `ghost`: how much is seen of whom
  // one races, percent; nothing if nobody is raced.
  void draw(sf::RenderTarget& target, Painter& painter, float width, const std::string& note, const std::string& resume,
            std::optional<int> ghost = std::nullopt);

 private:
  void drawGhost(Painter& painter, Vec2 at, Vec2 size, int light);
  Choices m_choices;
  bool m_open = false, m_still = false, m_finish = false, m_again = true;
  int m_ghostStep = 0;                  // by arrows: -1 or 1; by a press, which goes round: 0
  std::optional<float> m_ghostPointed;  // by a pointer on the track, 0..1
  float m_trackX = 0, m_trackWidth = 1;
  float m_seconds = 0;
};

}  // namespace knead::app
