// A column of links over a foot, in one plane: limited joints, a pull towards a given shape, pushes from outside.
// Seen from behind a link reaches from one vertebra's centre to the next; seen from the side a link is a vertebra.
// Lengths in the rig's unit, angles in radians from the vertical, positive towards +x on the way up; y grows downwards.
#pragma once

#include <memory>
#include <vector>

#include "core/vec2.hpp"

class b2World;
class b2Body;

namespace knead::app {

class Chain {
 public:
  // `lengths`: from the foot upwards; the last link is the head.
  Chain(Vec2 foot, const std::vector<float>& lengths);
  ~Chain();
  Chain(const Chain&) = delete;
  Chain& operator=(const Chain&) = delete;

  [[nodiscard]] std::size_t links() const { return m_bodies.size(); }
  // The shape that the muscles hold: where it stands, and one angle a link.
  void aim(Vec2 foot, const std::vector<float>& angles);
  // How firmly, for each link: the spring's angular frequency, 1/s.
  void hold(std::size_t link, float omega) { m_omega[link] = omega; }
  // Goes to the aimed shape at once and rests there.
  void settle();
  // Pushes for the coming step: a force at a height, spread over its neighbours.
  void push(float y, Vec2 force);
  // A speed given at once, spread likewise.
  void kick(float y, Vec2 speed);
  void step();

  [[nodiscard]] Vec2 jointAt(std::size_t i) const;  // 0 = foot, links() = top of the head
  [[nodiscard]] float angleOf(std::size_t link) const;

 private:
  struct Aim {
    Vec2 centre;
    float angle = 0;
  };
  std::unique_ptr<b2World> m_world;
  Vec2 m_foot;
  std::vector<float> m_lengths, m_omega;
  std::vector<b2Body*> m_bodies;
  std::vector<Aim> m_aim;
};

}  // namespace knead::app
