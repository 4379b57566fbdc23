// A session as a picture: ground, back, laid things, motes, linen, display, hand. Shared by the screen that plays and
// the one that watches. Reads a session; decides nothing and knows no devices.
#pragma once

#include <functional>
#include <optional>

#include "app/screens/play/hud.hpp"
#include "app/view/body_picture.hpp"
#include "app/view/motes.hpp"
#include "app/view/plate.hpp"

namespace knead::app {

class SessionScene {
 public:
  explicit SessionScene(DrawKit& kit)
      : m_kit(&kit), m_body(kit), m_ground(kit, true), m_linen(kit, false), m_hud(kit, false) {}
  void begin(const sim::Session& session) { m_body.begin(session); }  // a new person, or another moment
  // What the body shows of the last tick: a knot that lets go, a fright.
  void react(const sim::Session& session);
  // `still`: motes glow in their places (reduced motion).
  void update(const sim::Session& session, const sim::TickInput& input, float seconds, bool still);
  // The display is painted again in the next frame, not only every few frames.
  void renew() { m_frame = 0; }

  struct Show {
    const sim::Session& session;
    const sim::ScoreCard& now;
    sim::TickInput input;
    float ceiling = .65F;
    bool moves = true;                                           // the strip of moves and the pause sign
    bool quiet = false;                                          // only what hands need: no meters, clock or person
    bool busy = false;                                           // this frame has other work: refresh little
    std::function<void(Painter&, const SessionScene&)> on = {};  // drawn on the back, under the hand
    std::optional<Vec2> pointer = {};  // reference pixels; else the hand is where the input is
  };
  // Gives the place of the hand.
  Vec2 draw(sf::RenderTarget& target, Painter& painter, float width, const Show& show);

  [[nodiscard]] const HudLayout& layout() const { return m_layout; }
  [[nodiscard]] Vec2 toScreen(Vec2 cm) const { return m_body.onScreen(cm, m_stage); }
  [[nodiscard]] Vec2 toMaterial(Vec2 screen) const { return m_body.bend().material(m_stage.toCm(screen)); }

 private:
  void keepPlates(float scale, float warmth, const Show& show);

  DrawKit* m_kit;
  BodyPicture m_body;
  Motes m_motes;
  Stage m_stage;
  HudLayout m_layout{1280};
  Plate m_ground, m_linen, m_hud;
  int m_frame = 0;
};

}  // namespace knead::app
