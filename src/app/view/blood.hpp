// Blood as light that runs along the fibres. A second layer beside the skin holds where on its way each strand is, as
// the cosine and sine of a phase; one small program reads both layers, so a pulse costs no drawing of strands.
#pragma once

#include <span>

#include "app/view/fibres.hpp"

namespace knead::app {

class Blood {
 public:
  // False if this machine runs no such program: then the fibres' own colours have to show the blood.
  // `smooth` false reads the nearest pixel, which is cheaper where the processor draws.
  [[nodiscard]] bool prepare(unsigned width, unsigned height, bool smooth);
  [[nodiscard]] bool ready() const { return m_ready; }
  // Paints the pixels of the layer that `view` shows, which are `part`. `scale`: layer pixels per unit of 71 cm.
  void paint(DrawKit& kit, const Fibres& fibres, float scale, const sf::View& view, const LayerPart& part);
  void finish() { m_layer.display(); }
  // The skin with its blood. The red of each corner of `mesh` is the flow there. `turns`: how far the pulses have come,
  // in waves; `still` shows a steady tint instead (reduced motion).
  void draw(sf::RenderTarget& target, const sf::Texture& skin, std::span<const sf::Vertex> mesh, float turns,
            bool still);

 private:
  sf::RenderTexture m_layer;
  sf::Shader m_program;
  bool m_loaded = false, m_ready = false;
};

}  // namespace knead::app
