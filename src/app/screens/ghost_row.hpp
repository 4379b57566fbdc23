// Whom one races, on the guess page: a word that goes through the choices, and a slider of how much is seen of it. Both
// are the player's settings; a recording that does not fit is refused with words at once.
#pragma once

#include "app/ghost.hpp"
#include "app/screens/screen.hpp"

namespace knead::app {

class GhostRow {
 public:
  // `base`: two ids of the page's choices, `base` and `base` + 1.
  GhostRow(Services& services, const level::Level& level, int base);
  // Whether the event was for the row. `chosen`: what the page's choices made of it.
  bool handle(const platform::InputEvent& event, const Choices& choices, std::optional<int> chosen);
  void draw(Painter& painter, Choices& choices, Vec2 at, float width);

 private:
  void next();
  void change(int light);
  void check();
  void lookAtBoard();
  [[nodiscard]] const GhostChoice& now() const;
  Services* m_services;
  const level::Level* m_level;
  int m_base;
  std::vector<GhostChoice> m_choices;
  float m_trackX = 0, m_trackWidth = 1;
};

}  // namespace knead::app
