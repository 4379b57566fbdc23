// The back in the editor: the body as the draft's last good level makes it, and over it all that lies there, to be
// taken by the hand. Draws and finds; what a hand does to the draft is the editor's.
#pragma once

#include <memory>
#include <optional>

#include "app/ui/painter.hpp"
#include "app/view/body_picture.hpp"
#include "app/view/stage.hpp"
#include "editing/things.hpp"
#include "sim/session.hpp"

namespace knead::app::editor {

class Canvas {
 public:
  explicit Canvas(DrawKit& kit) : m_body(kit) {}
  // Another state of the level, or another person of it.
  void show(const level::Level& person, const story::Build& build);
  void layOut(const Stage& stage) { m_stage = stage; }
  void refresh(float scale) { m_body.refresh(m_stage.unit * scale, true); }
  void update(float seconds);
  void draw(sf::RenderTarget& target, Painter& painter, const editing::Draft& draft, const std::string& person,
            const std::optional<editing::Thing>& chosen);
  // The figure from the side, as this person comes in.
  void drawSide(Painter& painter, Vec2 foot, float length) const;
  [[nodiscard]] Vec2 toMaterial(Vec2 page) const { return m_body.bend().material(m_stage.toCm(page)); }
  // Reference pixels of so many centimetres.
  [[nodiscard]] float reach(float pixels) const { return pixels * 71.0F / m_stage.unit; }

 private:
  [[nodiscard]] Vec2 at(Vec2 cm) const { return m_body.onScreen(cm, m_stage); }
  void drawThing(Painter& painter, const editing::Draft& draft, const std::string& person, const editing::Thing& thing,
                 bool chosen) const;
  BodyPicture m_body;
  level::Level m_level;  // what the session reads
  std::unique_ptr<sim::Session> m_session;
  Stage m_stage;
  float m_restS = 0;  // that the body still needs to come to rest
};

}  // namespace knead::app::editor
