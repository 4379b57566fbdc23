// The muscle fibres of the back: where they run, how knots twist them, and their colour from tone, blood and heat.
// Reads a session; draws into the layer of the material frame. Knows no bend and no window.
#pragma once

#include <vector>

#include "app/ui/painter.hpp"
#include "sim/session.hpp"

namespace knead::app {

// A knot as it is shown: `hold` 0..1 follows the tightness of the simulation's. Units of 71 cm, radians.
struct KnotShape {
  Vec2 at;
  float radius = 0.07F, angle = 3.2F, hold = 1;
};

class Fibres {
 public:
  void begin(const sim::Session& session);  // a new person
  void ease(const sim::Session& session, float seconds);
  // A knot lets go: a pulse of blood runs along the strands, outwards from it.
  void release(Vec2 cm) { m_waves.push_back({cm, 0}); }
  // Colour, width and twist of every sample, and the glow around them.
  void colour(const sim::Session& session, float aura);
  // The fibres that touch this part of the layer.
  void draw(Painter& painter, float top, float bottom) const;
  [[nodiscard]] const std::vector<KnotShape>& knots() const { return m_knots; }
  // Of the releases that are still seen: 0 just now .. 1 over; false when there is none at `i`.
  [[nodiscard]] bool wave(std::size_t i, Vec2& cm, float& part) const;
  // The whole layer's frame, light to be added.
  [[nodiscard]] const sf::Texture& bloom() const { return m_bloom; }

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
  void build();
  void paintBloom(std::vector<float>& light);
  [[nodiscard]] Vec2 twisted(Vec2 p) const;

  std::vector<Strand> m_strands;
  std::vector<Sample> m_samples;
  std::vector<LinePoint> m_points;
  std::vector<KnotShape> m_knots;
  struct Wave {
    Vec2 cm;
    float age;  // seconds
  };
  std::vector<Wave> m_waves;
  sf::Texture m_bloom;
  float m_time = 0;  // of the pulses of blood
};

}  // namespace knead::app
