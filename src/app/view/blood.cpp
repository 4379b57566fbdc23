// The layer of phases and the program that reads it; see the header.
#include "app/view/blood.hpp"

#include <cmath>

#include "app/ui/theme.hpp"
#include "app/view/stage.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

// Phases are averaged as directions, so crossing strands and smoothing leave no seams.
constexpr const char* kProgram = R"(#version 120
uniform sampler2D skin;
uniform sampler2D phases;
uniform vec3 rose;
uniform vec2 turn;
uniform float still;  // 1: a steady tint
void main() {
  vec4 s = texture2D(skin, gl_TexCoord[0].xy);
  vec4 b = texture2D(phases, gl_TexCoord[0].xy);
  float m = clamp((dot(b.rg * 2.0 - b.aa, turn) / max(b.a, 0.02) - 0.2) * 1.25, 0.0, 1.0);
  float f = mix(m * m, 0.35, still) * gl_Color.r;
  float k = min(1.0, b.b * f * (2.6 + f));
  gl_FragColor = vec4(mix(s.rgb, rose, k), max(s.a, k));
})";

}  // namespace

bool Blood::prepare(unsigned width, unsigned height, bool smooth) {
  if (!m_loaded) m_ready = platform::loadFragment(m_program, kProgram);
  m_loaded = true;
  m_ready = m_ready && platform::resize(m_layer, width, height);
  if (!m_ready) return false;
  m_layer.setSmooth(smooth);
  m_layer.clear(sf::Color::Transparent);
  m_program.setUniform("skin", sf::Shader::CurrentTexture);
  m_program.setUniform("rose",
                       sf::Glsl::Vec3(static_cast<float>(theme::rose.r) / 255, static_cast<float>(theme::rose.g) / 255,
                                      static_cast<float>(theme::rose.b) / 255));
  return true;
}

void Blood::paint(DrawKit& kit, const Fibres& fibres, float scale, const sf::View& view, const LayerPart& part) {
  const auto W = static_cast<float>(m_layer.getSize().x), H = static_cast<float>(m_layer.getSize().y);
  m_layer.setView(view);
  std::array<sf::Vertex, 6> blank;
  const std::array<sf::Vector2f, 6> corners = {{{0, 0}, {W, 0}, {0, H}, {W, 0}, {0, H}, {W, H}}};
  for (std::size_t i = 0; i < blank.size(); ++i) {
    blank[i].position = corners[i];
    blank[i].color = sf::Color::Transparent;
  }
  m_layer.draw(blank.data(), blank.size(), platform::kTriangles, sf::RenderStates(sf::BlendNone));
  Painter painter(kit);
  painter.setScale(scale / kDrawnUnit, {-layer::kLeft * scale, -layer::kTop * scale});
  fibres.drawPhases(painter, part);
  painter.flush(m_layer);
}

void Blood::draw(sf::RenderTarget& target, const sf::Texture& skin, std::span<const sf::Vertex> mesh, float turns,
                 bool still) {
  m_program.setUniform("phases", m_layer.getTexture());
  m_program.setUniform("turn", sf::Glsl::Vec2(std::cos(turns * kTau), std::sin(turns * kTau)));
  m_program.setUniform("still", still ? 1.0F : 0.0F);
  sf::RenderStates states;
  states.texture = &skin;
  states.blendMode = platform::kPremultiplied;
  states.shader = &m_program;
  target.draw(mesh.data(), mesh.size(), platform::kTriangles, states);
}

}  // namespace knead::app
