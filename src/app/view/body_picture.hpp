// The back as it is drawn: body, fibres, contours and spine. A layer in the material frame is refreshed strip by
// strip and drawn through the bend. Reads a session, never changes it; no rules here.
#pragma once

#include "app/ui/painter.hpp"
#include "app/view/bend.hpp"
#include "app/view/fibres.hpp"
#include "app/view/stage.hpp"
#include "sim/session.hpp"

namespace knead::app {

class BodyPicture {
 public:
  explicit BodyPicture(DrawKit& kit) : m_kit(&kit) {}
  void begin(const sim::Session& session);  // a new person
  // `breathing`: false holds the breath (reduced motion).
  void update(const sim::Session& session, const RigHand& hand, float seconds, bool breathing);
  void flinch(Vec2 cm) { m_rig.flinch(cm); }
  void release(Vec2 cm) { m_fibres.release(cm); }
  // Pressing here is felt there: a thread between the two for a few seconds.
  void refer(Vec2 fromCm, Vec2 toCm) { m_thread = {fromCm, toCm, 0, true}; }
  [[nodiscard]] const RigPose& pose() const { return m_rig.pose(); }
  // Paints the layer, at `scale` pixels to 71 cm: all of it if it must, else one strip of it if `strip`. To be called
  // before anything is drawn to the window in this frame.
  void refresh(float scale, bool strip);
  void draw(sf::RenderTarget& target, Painter& painter, const Stage& stage, float aura);
  [[nodiscard]] const Bend& bend() const { return m_bend; }
  [[nodiscard]] Vec2 onScreen(Vec2 cm, const Stage& stage) const { return stage.toScreen(m_bend, cm); }

 private:
  void redrawStrip(int strip);
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
  int m_nextStrip = 0, m_epoch = -1;
  float m_aura = 0;
};

}  // namespace knead::app
