// The back as it is drawn: body, fibres, contours and spine. A layer in the material frame is painted where it changed
// and drawn through the bend, with the blood as light. Reads a session, never changes it; no rules here.
#pragma once

#include "app/ui/painter.hpp"
#include "app/view/bend.hpp"
#include "app/view/blood.hpp"
#include "app/view/fibres.hpp"
#include "app/view/hot_spots.hpp"
#include "app/view/stage.hpp"
#include "sim/session.hpp"

namespace knead::app {

class BodyPicture {
 public:
  explicit BodyPicture(DrawKit& kit) : m_kit(&kit) {}
  void begin(const sim::Session& session, const story::Build& build = {});  // a new person
  // `breathing`: false holds the breath and the blood (reduced motion).
  void update(const sim::Session& session, const RigHand& hand, float seconds, bool breathing);
  void flinch(Vec2 cm) { m_rig.flinch(cm); }
  // Pressing here is felt there: a thread between the two for a few seconds.
  void refer(Vec2 fromCm, Vec2 toCm) { m_thread = {fromCm, toCm, 0, true}; }
  [[nodiscard]] const RigPose& pose() const { return m_rig.pose(); }
  // Paints the layer, at `scale` pixels to 71 cm: all of it if it must, else what changed most of it if `some`. To be
  // called before anything is drawn to the window in this frame.
  void refresh(float scale, bool some);
  void draw(sf::RenderTarget& target, Painter& painter, const Stage& stage, float aura);
  [[nodiscard]] const Bend& bend() const { return m_bend; }
  [[nodiscard]] Vec2 onScreen(Vec2 cm, const Stage& stage) const { return stage.toScreen(m_bend, cm); }

 private:
  // Painted with the fibres, it need not be drawn anew each frame; it is a little softer than as lines of its own.
  [[nodiscard]] bool spineInLayer() const { return m_kit->quality == Quality::Low; }
  bool paintNext();
  void paint(const LayerPart& part);
  void paintBlood(const LayerPart& part);
  [[nodiscard]] LayerPart snapped(const LayerPart& part, sf::View& view) const;
  void measureFlow(const sim::Session& session);
  void drawSkin(sf::RenderTarget& target, const Painter& painter, const Stage& stage);
  void drawRings(Painter& painter, const Stage& stage) const;
  void drawContours(Painter& painter) const;

  DrawKit* m_kit;
  struct Thread {
    Vec2 from, to;  // cm
    float age = 0;  // seconds
    bool seen = false;
  };
  void drawThread(Painter& painter, const Stage& stage) const;

  Thread m_thread;
  Rig m_rig;
  Bend m_bend;
  Fibres m_fibres;
  sf::RenderTexture m_layer;
  sf::Texture m_body;
  unsigned m_width = 0, m_height = 0;
  float m_layerScale = 0;  // layer pixels per unit
  int m_epoch = -1;
  int m_frame = 0;
  int m_turns = 0;                          // of knots and tiles, where both want to be painted
  const sim::Session* m_session = nullptr;  // of the last update
  Blood m_blood;
  std::vector<float> m_bloodHold;  // of each knot when its blood was painted
  HotSpots m_hot;
  float m_seconds = 0;
  std::vector<float> m_flow;  // at the corners of the mesh, 0..1
  bool m_still = false;
  float m_aura = 0;
};

}  // namespace knead::app
