// A session as a picture: ground, back, laid things, motes, linen, display, hand. Shared by the screen that plays and
// the one that watches. Reads a session; decides nothing and knows no devices.
#pragma once

#include <array>
#include <functional>
#include <optional>

#include "app/screens/play/hand.hpp"
#include "app/screens/play/hud.hpp"
#include "app/view/body_picture.hpp"
#include "app/view/motes.hpp"
#include "app/view/plate.hpp"
#include "app/view/regions.hpp"
#include "story/people.hpp"

namespace knead::app {

class GhostHand;

class SessionScene {
 public:
  // The people must outlive it.
  SessionScene(DrawKit& kit, const story::People& people);
  // A new person, or another moment.
  void begin(const sim::Session& session) {
    m_who = m_people->who(session.level().person);
    m_body.begin(session, m_who.build);
    m_visit = session.visit();
  }
  // What the body shows of the last tick: a knot that lets go, a fright.
  void react(const sim::Session& session);
  // `still`: motes glow in their places (reduced motion).
  void update(const sim::Session& session, const sim::TickInput& input, float seconds, bool still);
  // The display is painted again in the next frame, not only every few frames.
  void renew() { m_renew = true; }

  struct Show {
    const sim::Session& session;
    const sim::ScoreCard& now;
    sim::TickInput input;
    float ceiling = .65F;
    float pill = 720;                                            // upper edge of the pill at the foot, if there is one
    bool moves = true;                                           // the strip of moves and the pause sign
    bool depthSigns = false;                                     // softer and deeper above the tray
    bool quiet = false;                                          // only what hands need: no meters, clock or person
    bool whole = true;                                           // all is drawn; else only what the scene changed
    bool busy = false;                                           // this frame has other work: refresh little
    std::function<void(Painter&, const SessionScene&)> on = {};  // drawn on the back, under the hand
    const GhostHand* ghost = nullptr;
    float ghostLight = 0;              // 0..1
    std::optional<Vec2> pointer = {};  // reference pixels; else the hand is where the input is
  };
  // Gives the place of the hand.
  Vec2 draw(sf::RenderTarget& target, Painter& painter, float width, const Show& show);

  [[nodiscard]] const story::Someone& who() const { return m_who; }
  [[nodiscard]] const HudLayout& layout() const { return m_layout; }
  [[nodiscard]] Vec2 toScreen(Vec2 cm) const { return m_body.onScreen(cm, m_stage); }
  [[nodiscard]] Vec2 toMaterial(Vec2 screen) const { return m_body.bend().material(m_stage.toCm(screen)); }

 private:
  static constexpr std::size_t kPanels = 6;
  // The display has its panels in this order: what hands need comes last, the moves at the very end.
  [[nodiscard]] static bool panelShown(const Show& show, std::size_t panel) {
    return (!show.quiet || panel >= HudLayout::kToolPanel) && (show.moves || panel + 1 < kPanels);
  }
  // What is painted anew beside what moves anyway. In low quality one thing a frame, so that none is long.
  enum class Job { Skin, Panel, Figure };
  [[nodiscard]] bool isDue(Job job) const;
  void keepPlates(float scale, float warmth, const Show& show);
  void drawDisplay(sf::RenderTarget& target, Painter& painter, const Regions& regions, const Show& show) const;
  [[nodiscard]] Regions changed(const Painter& painter, const Show& show, const HandState& hand);

  DrawKit* m_kit;
  const story::People* m_people;
  story::Someone m_who;     // is on the table
  std::size_t m_visit = 0;  // of the session, whom the picture shows
  BodyPicture m_body;
  Motes m_motes;
  Stage m_stage;
  HudLayout m_layout{1280, {}};
  Plate m_ground, m_linen;
  std::array<Plate, kPanels> m_hud;
  float m_groundStep = -1, m_lean = -1;  // how ground and linen were painted last
  bool m_wholeNext = true, m_renew = true;
  std::array<float, kPanels> m_turn{};    // how often each panel was painted
  std::array<bool, kPanels> m_painted{};  // in this frame
  Region m_hand, m_ghost;                 // where the hands were drawn last
  float m_guard = 0;                      // eased guarding, 0..1
  std::size_t m_frame = 0, m_round = 0;   // pictures drawn; panels that had their turn
};

}  // namespace knead::app
