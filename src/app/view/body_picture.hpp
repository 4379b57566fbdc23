// The back as it is drawn: body, fibres twisted around knots, blood, heat, contours, spine. A layer in the material
// frame is refreshed strip by strip and drawn through the bend. Reads a session, never changes it; no rules here.
#pragma once

#include <vector>

#include "app/ui/painter.hpp"
#include "app/view/bend.hpp"
#include "sim/session.hpp"

namespace knead::app {

// Where the body stands in the picture: reference pixels.
struct Stage {
  Vec2 origin{640, 118};
  float unit = 540;
  [[nodiscard]] Vec2 toScreen(Vec2 shownCm) const { return origin + shownCm * (unit / 71.0F); }
  [[nodiscard]] Vec2 toCm(Vec2 screen) const { return (screen - origin) * (71.0F / unit); }
};

class BodyPicture {
 public:
  explicit BodyPicture(DrawKit& kit) : m_kit(&kit) {}
  void begin(const sim::Session& session);  // a new person
  void update(const sim::Session& session, float seconds);
  void draw(sf::RenderTarget& target, Painter& painter, const Stage& stage, float aura);
  [[nodiscard]] const Bend& bend() const { return m_bend; }
  [[nodiscard]] Vec2 onScreen(Vec2 cm, const Stage& stage) const { return stage.toScreen(m_bend.shown(cm)); }

 private:
  struct Sample {
    Vec2 rest;  // units of 71 cm
    float along = 0, light = 0, envelope = 0;
  };
  struct Strand {
    std::size_t first = 0, count = 0;
    int muscle = -1, layer = 0;
    bool right = false;
    float u = 0, h = 0, h2 = 0, top = 0, bottom = 0;
  };
  struct KnotShape {
    Vec2 at;
    float radius = 0.07F, angle = 3.2F, hold = 1;
  };
  void buildStrands();
  void colourAll(const sim::Session& session, float aura);
  void redrawStrip(int strip);
  void bakeBody();
  void drawSpine(Painter& painter, const Stage& stage, float aura) const;
  [[nodiscard]] Vec2 twisted(Vec2 p) const;

  DrawKit* m_kit;
  Bend m_bend;
  std::vector<Strand> m_strands;
  std::vector<Sample> m_samples;
  std::vector<LinePoint> m_points;
  std::vector<KnotShape> m_knots;
  sf::RenderTexture m_layer;
  sf::Texture m_body;
  sf::Texture m_bloom;
  unsigned m_width = 0, m_height = 0;
  float m_layerScale = 0;  // layer pixels per unit
  int m_nextStrip = 0;
  float m_time = 0, m_aura = 0;
};

}  // namespace knead::app
