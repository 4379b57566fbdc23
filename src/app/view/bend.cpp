// The bend and its inverse; a table of the offset is rebuilt whenever the shifts move.
#include "app/view/bend.hpp"

#include <cmath>

#include "app/view/body_shape.hpp"
#include "core/math.hpp"

namespace knead::app {

namespace {

// The chest widens and the blades take the skin around them along (STYLE of the picture: chest, shoulders).
constexpr float kChestWidens = .008F, kChestY = .34F, kChestReach = .17F;
// Where a body has the width of its neck, shoulders, waist and hips.
constexpr float kNeckY = .02F, kShoulderY = .18F, kWaistY = .62F, kHipY = .9F;
constexpr float kBladeReachCm = 9.0F;
constexpr float kMostHeadLean = .3F, kSkullCm = 16;  // radians; what of the head leans

}  // namespace

void Bend::follow(const RigPose& pose) {
  m_shift = pose.shiftCm;
  m_blades = pose.blades;
  m_breath = pose.breath;
  m_head = clamp(pose.headLeanRad, -kMostHeadLean, kMostHeadLean);
  rebuild();
}

void Bend::rebuild() {
  const auto bones = level::vertebrae();
  const auto raw = [&](float y) {
    if (y <= bones.front().yCm) return m_shift.front() + m_head * minOf(kSkullCm, bones.front().yCm - y);
    if (y >= bones.back().yCm) return m_shift.back() * (1.0F - smoothStep(bones.back().yCm, 76.0F, y));
    std::size_t i = 0;
    while (bones[i + 1].yCm < y) ++i;
    return lerp(m_shift[i], m_shift[i + 1], (y - bones[i].yCm) / (bones[i + 1].yCm - bones[i].yCm));
  };
  // A box over 5 cm rounds the corners between the vertebrae.
  for (int i = 0; i <= kSteps; ++i) {
    const float y = kTop + (kBottom - kTop) * static_cast<float>(i) / kSteps;
    float sum = 0;
    for (int k = -3; k <= 3; ++k) sum += raw(y + static_cast<float>(k) * 0.8F);
    m_table[static_cast<std::size_t>(i)] = sum / 7.0F;
  }
  const float thorax = clamp((m_shift[9] + m_shift[12] + m_shift[15]) / 3.0F, -6.0F, 6.0F) / kUnitCm;
  m_shoulder = 1.16F * thorax;
  m_pelvis = -0.9F * thorax;
}

float Bend::offset(float y) const {
  const float f = clamp((y - kTop) / (kBottom - kTop), 0.0F, 0.9999F) * kSteps;
  const auto i = static_cast<std::size_t>(f);
  return lerp(m_table[i], m_table[i + 1], f - static_cast<float>(i));
}
float Bend::slope(float y) const { return (offset(y + 1.2F) - offset(y - 1.2F)) / 2.4F; }

float Bend::width(float y) const {
  if (y < kShoulderY) return lerp(1.0F, m_build.shoulders, smoothStep(kNeckY, kShoulderY, y));
  if (y < kWaistY) return lerp(m_build.shoulders, m_build.waist, smoothStep(kShoulderY, kWaistY, y));
  return lerp(m_build.waist, m_build.hips, smoothStep(kWaistY, kHipY, y));
}

Vec2 Bend::shown(Vec2 p) const {
  const float w = 1 - .28F * minOf(1.0F, absOf(p.x) / (.36F * kUnitCm));
  const float y = p.y / kUnitCm;
  Vec2 q{p.x * width(y) * (1 + kChestWidens * m_breath * gaussOf(y - kChestY, kChestReach)) + offset(p.y) * w,
         p.y - .55F * p.x * slope(p.y) + m_shoulder * p.x * gaussOf(y - .17F, .24F) +
             m_pelvis * p.x * gaussOf(y - .92F, .16F)};
  for (std::size_t i = 0; i < m_blades.size(); ++i) {
    const Vec2 d = p - kBladeAtCm[i];
    const float near = gaussOf(length(d), kBladeReachCm);
    q = q + (m_blades[i].movedCm + Vec2{-d.y, d.x} * m_blades[i].turn) * near;
  }
  return q;
}

Bend::Steps Bend::upright(float yCm) const {
  constexpr float kStep = 1;  // cm
  const auto across = [&](Vec2 d) { return (shown(Vec2{0, yCm} + d) - shown(Vec2{0, yCm} - d)) * (.5F / kStep); };
  const Vec2 x = across({kStep, 0}), y = across({0, kStep});
  const float whole = x.x * y.y - y.x * x.y;
  if (whole < .1F) return {};  // no back is bent so far
  return {Vec2{y.y, -x.y} * (1 / whole), Vec2{-y.x, x.x} * (1 / whole)};
}

Vec2 Bend::material(Vec2 q) const {
  Vec2 p = q;
  for (int i = 0; i < 24; ++i) {
    const Vec2 error = q - shown(p);
    if (lengthSquared(error) < 1e-6F) break;
    p = p + error * 0.9F;
  }
  return p;
}

}  // namespace knead::app
