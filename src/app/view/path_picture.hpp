// The levels as one long spine: a vertebra each, strands along them that lie straight where people were helped and are
// knotted where a chapter still waits. Places and drawing; what the levels are is the screen's.
#pragma once

#include <vector>

#include "app/ui/painter.hpp"

namespace knead::app {

class PathPicture {
 public:
  struct Node {
    int chapter = 0;  // counted from 0, never falling
    int stars = 0;    // 0..3
  };
  // From `left` to `right`, reference pixels.
  PathPicture(std::vector<Node> nodes, float left, float right);

  [[nodiscard]] Vec2 at(std::size_t node) const { return m_at[node]; }
  [[nodiscard]] float pitch() const { return m_pitch; }  // from one vertebra to the next
  // The middle of a chapter, for its heading.
  [[nodiscard]] float chapterX(int chapter) const;
  // Strands, vertebrae, numbers and stars: all that does not change while somebody looks.
  void draw(Painter& painter, float width) const;
  // The vertebra that is chosen, over the rest.
  void drawChosen(Painter& painter, std::size_t node) const;

 private:
  struct Knot {
    Vec2 at;
    float hold = 1;  // 0 let go .. 1
  };
  [[nodiscard]] Vec2 curve(float t) const;
  [[nodiscard]] float won(float t) const;  // 0..1: how far the people around here were helped
  void drawStrand(Painter& painter, int k, float width) const;
  void drawVertebra(Painter& painter, std::size_t node, bool chosen) const;

  std::vector<Node> m_nodes;
  float m_left, m_right, m_pitch = 40;
  std::vector<float> m_t;
  std::vector<Vec2> m_at;
  std::vector<Knot> m_knots;
};

}  // namespace knead::app
