// See hand_motion.hpp. Owns the hands without a purpose: they know nothing of the seven moves.
#include "support/hand_motion.hpp"

#include <algorithm>
#include <cmath>

#include "support/hand_shapes.hpp"

namespace knead::test {

using sim::Move;

void HandPath::wander(float seconds) {
  const std::size_t end = m_points.size() + milliseconds(seconds);
  if (m_random.below(2) == 0) {
    // Heading and speed drift as they like.
    Vec2 p = here();
    float heading = between(m_random, 0.0F, 2.0F * kPi);
    float spin = 0.0F;
    float speed = 10.0F;
    while (m_points.size() < end) {
      const float a = m_random.normal();
      const float b = m_random.normal();
      spin += -0.004F * spin + 0.22F * a;
      speed += 0.003F * (11.0F - speed) + 0.55F * b;
      heading += spin * 0.001F;
      const Vec2 inwards = Vec2{0.0F, 35.0F} - p;
      if (lengthOf(inwards) > 14.0F) {  // turn back towards the middle
        heading += 0.006F * (cross(unit(heading), inwards) > 0.0F ? 1.0F : -1.0F);
      }
      p = p + unit(heading) * (std::clamp(speed, 3.0F, 30.0F) * 0.001F);
      put(p, Move::None);
    }
    return;
  }
  // From one point that draws the eye to another, each movement beginning before the last has ended.
  struct Run {
    Vec2 by;
    float start, seconds;
  };
  std::vector<Run> runs;
  Vec2 goal = here();
  const Vec2 from = goal;
  for (float t = 0.0F; t < seconds;) {
    const float x = between(m_random, -12.0F, 12.0F);
    const float y = between(m_random, 20.0F, 50.0F);
    const Vec2 way = Vec2{x, y} - goal;
    const float share = between(m_random, 0.15F, 0.7F);
    const float lasts = lengthOf(way) * share / between(m_random, 5.0F, 22.0F) + 0.15F;
    runs.push_back({way * share, t, lasts});
    goal = goal + way * share;
    t += lasts * between(m_random, 0.5F, 0.95F);
    if (m_random.unit() < 0.1F) t += between(m_random, 0.05F, 0.25F);
  }
  for (std::size_t i = 0; m_points.size() < end; ++i) {
    Vec2 p = from;
    for (const Run& r : runs) p = p + r.by * minimumJerk((secondsOf(i) - r.start) / r.seconds);
    put(p, Move::None);
  }
}

void HandPath::menu(float seconds) {
  const std::size_t end = m_points.size() + milliseconds(seconds);
  while (m_points.size() < end) {
    const float x = between(m_random, -20.0F, 20.0F);
    const float y = between(m_random, 5.0F, 65.0F);
    const Vec2 to{x, y};
    const Vec2 from = here();
    const float hover = 0.15F + lengthOf(to - from) / between(m_random, 20.0F, 60.0F);
    for (std::size_t i = 0; i < milliseconds(hover); ++i) {
      m_points.push_back({from + (to - from) * minimumJerk(secondsOf(i) / hover), false, Move::None, true});
    }
    air(between(m_random, 0.05F, 0.6F));
    if (m_random.unit() < 0.2F) {
      const Vec2 by = unit(between(m_random, 0.0F, 2.0F * kPi)) * between(m_random, 3.0F, 18.0F);
      const float lasts = between(m_random, 0.25F, 1.0F);
      const Vec2 at = here();
      rest(between(m_random, 0.04F, 0.15F), Move::None, true);
      for (std::size_t i = 0; i < milliseconds(lasts); ++i)
        put(at + by * minimumJerk(secondsOf(i) / lasts), Move::None);
      rest(between(m_random, 0.03F, 0.20F), Move::None, true);
    } else {
      rest(between(m_random, 0.06F, 0.16F), Move::None, true);
      if (m_random.unit() < 0.15F) {  // a double click
        air(between(m_random, 0.06F, 0.14F));
        rest(between(m_random, 0.06F, 0.12F), Move::None, true);
      }
    }
    air(between(m_random, 0.05F, 0.5F));
  }
}

void HandPath::scribble(float seconds) {
  const std::size_t end = m_points.size() + milliseconds(seconds);
  float heading = between(m_random, 0.0F, 2.0F * kPi);
  while (m_points.size() < end) {
    Vec2 p = here();
    const std::uint32_t kind = m_random.below(3);
    const Vec2 inwards = Vec2{0.0F, 35.0F} - p;
    if (lengthOf(inwards) > 12.0F) heading = std::atan2(inwards.y, inwards.x);
    float speed = between(m_random, 6.0F, 40.0F);
    if (kind == 0) {  // an arc
      const float curve = between(m_random, -1.2F, 1.2F);
      const float len = between(m_random, 1.0F, 8.0F);
      for (float s = 0.0F; s < len; s += speed * 0.001F) {
        heading += curve * speed * 0.001F;
        p = p + unit(heading) * (speed * 0.001F);
        put(p, Move::None);
      }
    } else if (kind == 1) {  // loops of changing size
      const std::uint32_t count = 1U + m_random.below(3);
      const float sense = m_random.below(2) == 0 ? 1.0F : -1.0F;
      for (std::uint32_t k = 0; k < count; ++k) {
        const float r = between(m_random, 0.4F, 3.0F);
        speed = between(m_random, 8.0F, 40.0F);
        for (float s = 0.0F; s < 2.0F * kPi * r; s += speed * 0.001F) {
          heading += sense * speed * 0.001F / r;
          p = p + unit(heading) * (speed * 0.001F);
          put(p, Move::None);
        }
      }
    } else {  // a zigzag of uneven strokes
      const std::uint32_t count = 2U + m_random.below(4);
      for (std::uint32_t k = 0; k < count; ++k) {
        const Vec2 from = here();
        const float len = between(m_random, 0.8F, 6.0F);
        const float lasts = len / between(m_random, 8.0F, 40.0F) + 0.03F;
        heading += kPi + between(m_random, -0.9F, 0.9F);
        for (std::size_t i = 0; i < milliseconds(lasts); ++i) {
          put(from + unit(heading) * (len * minimumJerk(secondsOf(i) / lasts)), Move::None);
        }
      }
    }
    if (m_random.unit() < 0.12F) air(between(m_random, 0.1F, 0.4F));
  }
}

}  // namespace knead::test
