// The muscle fibres of the back: where they run, how knots twist them, and their colour from tone, blood and heat.
// Reads a session; draws into the layer of the material frame. Knows no bend and no window.
#pragma once

#include <array>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "app/ui/painter.hpp"
#include "app/view/stage.hpp"
#include "sim/session.hpp"

namespace knead::app {

// A knot as it is shown: `hold` 0..1 follows the tightness of the simulation's. Units of 71 cm, radians.
struct KnotShape {
  Vec2 at;
  float radius = 0.07F, angle = 3.2F, hold = 1;
  float freedForS = -1;  // below 0: not freed
  float painted = 1;     // the hold with which the samples are twisted now
};

// A value of the tissue at a place, bilinear between the middles of the cells.
[[nodiscard]] float fieldAt(std::span<const float, sim::kCells> field, Vec2 cm);

class Fibres {
 public:
  // The layer in parts that can be painted one by one.
  static constexpr int kTilesX = 6, kTilesY = 9, kTiles = kTilesX * kTilesY;
  [[nodiscard]] static LayerPart tile(int i);

  void begin(const sim::Session& session);  // a new person
  // `moving` false: what springs back past its rest does not (reduced motion).
  void ease(const sim::Session& session, float seconds, bool moving);
  // Colour, width and twist of the next part of the samples; after the last part the glow around them. `pulses`: the
  // blood too; false if it is laid over them as light.
  void colour(const sim::Session& session, float aura, bool pulses);
  void colourAll(const sim::Session& session, float aura, bool pulses);
  // The knot that turned most since its samples were twisted, or -1 if none did so that it is seen.
  [[nodiscard]] int movedKnot() const;
  // Twists and colours the samples around a knot as it is now; its square is to be painted next.
  void turn(int knot, const sim::Session& session, float aura, bool pulses);
  [[nodiscard]] LayerPart square(int knot) const;
  // The fibres that touch this part of the layer.
  void draw(Painter& painter, const LayerPart& part) const;
  // The same with how far along each place is instead of its colour: red and green are cosine and sine.
  void drawPhases(Painter& painter, const LayerPart& part) const;
  // Pulses that run both ways from a knot just freed. `shown` maps centimetres of the back to the picture.
  void drawWaves(Painter& painter, const std::function<Vec2(Vec2)>& shown) const;
  [[nodiscard]] float turns() const { return m_time; }  // of the pulses
  [[nodiscard]] const std::vector<KnotShape>& knots() const { return m_knots; }
  // The tile that changed most since it was painted, or -1 if none changed so that it is seen.
  [[nodiscard]] int dirtiest() const;
  void painted(int tile) { m_change[static_cast<std::size_t>(tile)] = 0; }
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
    float u = 0, h = 0, h2 = 0;
    LayerPart reach;
  };
  // A knot just freed, and the strands that ran through it, each with the sample nearest to the knot.
  struct Wave {
    std::size_t knot = 0;
    float age = 0, from = 0;  // s; hold when it was freed
    std::vector<std::pair<std::size_t, std::size_t>> strands;
  };
  void build();
  void free(std::size_t knot);
  void colourStrand(const Strand& strand, const sim::TissueView& tissue, float muscleTone, float aura, bool pulses);
  void colourStrands(const sim::Session& session, float aura, bool pulses, std::size_t from, std::size_t step,
                     const LayerPart& part);
  void note(std::size_t sample, const LinePoint& now);
  void gatherBloom();
  void paintBloom(std::vector<float>& light);
  template <class Point>
  void drawPieces(Painter& painter, const LayerPart& part, const Point& point) const;
  [[nodiscard]] Vec2 twisted(Vec2 p) const;

  std::vector<Strand> m_strands;
  std::vector<Sample> m_samples;
  std::vector<LinePoint> m_points;
  std::vector<KnotShape> m_knots;
  std::vector<Wave> m_waves;
  std::vector<bool> m_freed;
  std::array<float, kTiles> m_change{};
  sf::Texture m_bloom;
  float m_time = 0;         // of the pulses of blood
  float m_bloomChange = 0;  // since the glow was painted
  int m_nextPart = 0;
  int m_turned = -1;  // the knot whose square is painted next: what changes in it need not be noted
};

}  // namespace knead::app
