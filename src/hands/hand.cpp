// The motions of hand.hpp. Shapes are simple on purpose (smooth ramps, circles, sines): noise makes them human.
#include "hands/hand.hpp"

#include "core/math.hpp"
#include "hands/handling.hpp"

namespace knead::hands {

using level::Technique;

namespace {

constexpr float kSeen = 0.75F;        // a knot's ring is aimed at better than a place on plain skin
constexpr float kGlideCmPerS = 6.0F;  // of a stone
constexpr float kBow = 0.36F;         // bow of a stroke: share of its length, per cm of wobble

Vec2 across(Vec2 d) { return {-d.y, d.x}; }

// Way 0..1 of a reach with smooth ramps over the first and last fifth.
float plateau(float t) {
  constexpr float kRamp = 0.2F;
  t = clamp01(t);
  const float full = 1.0F / (1.0F - kRamp);
  if (t < kRamp) return full * t * t / (2.0F * kRamp);
  if (t > 1.0F - kRamp) return 1.0F - full * (1.0F - t) * (1.0F - t) / (2.0F * kRamp);
  return full * (t - 0.5F * kRamp);
}

}  // namespace

void Hand::begin(const Gesture& gesture) {
  m_gesture = gesture;
  m_busy = true;
  m_time = -m_skill.pauseS * (0.7F + 0.6F * m_random.unit());
  m_ceiling = gesture.ceiling;
  m_rate = m_skill.tempoBias * maxOf(0.4F, 1.0F + m_skill.tempo * m_random.normal());
  m_size = maxOf(0.4F, 1.0F + m_skill.size * m_random.normal());
  m_phase = 0.0F;
  m_cycleRate = 1.0F;
  m_lastCycle = -1;
  const float ox = m_random.normal();
  const float oy = m_random.normal();
  const bool tool = level::isTool(gesture.technique);
  const bool seen = gesture.technique == Technique::TriggerPoint;
  m_offset = Vec2{ox, oy} * (tool   ? 2.0F * maxOf(0.0F, m_skill.placeCm - 0.4F)
                             : seen ? kSeen * m_skill.placeCm
                                    : m_skill.placeCm);
  m_wander = {};
}

sim::PointerSample Hand::sample(std::uint32_t tick) {
  sim::PointerSample s;
  if (m_busy) {
    m_time += sim::kSecondsPerTick * m_tempo;
    s = m_time < 0.0F ? sim::PointerSample{} : move(m_time);
    if (m_time < 0.0F) s.cm = m_gesture.at + m_offset;
    if (m_time >= m_gesture.seconds) m_busy = false;
  }
  s.microseconds = (static_cast<std::uint64_t>(tick) * 2U + 1U) * 1000000U / 240U;
  s.ceiling = clamp01(m_ceiling);
  return s;
}

sim::PointerSample Hand::move(float t) {
  const Gesture& g = m_gesture;
  sim::PointerSample s;
  s.down = t < g.seconds - 0.03F;
  const float wx = m_random.normal();
  const float wy = m_random.normal();
  // Slow wander: a leaky walk of the hand's aim.
  m_wander = m_wander * 0.97F + Vec2{wx, wy} * (m_skill.wobbleCm * 0.25F);
  Vec2 p = g.at + m_offset + m_wander;

  const float rate = handlingOf(g.technique).hz * m_rate;
  m_phase += rate * m_cycleRate * (sim::kSecondsPerTick * m_tempo);
  const int cycle = static_cast<int>(m_phase);
  if (cycle != m_lastCycle) {
    m_lastCycle = cycle;
    m_cycleRate = maxOf(0.5F, 1.0F + m_skill.unsteady * m_random.normal());
  }
  const float angle = (m_phase - static_cast<float>(cycle)) * kTau;

  switch (g.technique) {
    case Technique::Effleurage: {
      const Vec2 way = g.toward - g.at;
      const float n = maxOf(0.1F, length(way));
      // A long lane bows more than a short one.
      const float arc = m_skill.wobbleCm * kBow * n * sinOf(clamp01(t / g.seconds) * kTau);
      p = p + way * plateau(t / g.seconds) + across(way * (1.0F / n)) * arc;
      break;
    }
    case Technique::Petrissage: p = p + Vec2{cosOf(angle) - 1.0F, sinOf(angle)} * (2.4F * m_size); break;
    case Technique::Friction: p = p + g.toward * (1.5F * m_size * sinOf(angle)); break;
    case Technique::Vibration: p = p + g.toward * (0.42F * m_size * sinOf(angle)); break;
    case Technique::Tapotement: {
      s.down = s.down && angle < kTau * 0.38F;
      p = p + (g.toward - g.at) * clamp01(t / g.seconds);
      break;
    }
    case Technique::Stretch: {
      const float drawn = clamp(t - 0.55F, 0.0F, 2.2F) * 2.0F * m_rate;
      p = p + g.toward * minOf(drawn, 4.2F * m_size);
      break;
    }
    case Technique::TriggerPoint:
    case Technique::Acupressure: break;
    case Technique::Stone:
      if (lengthSquared(g.sweep) > 0.0F) {
        s.tool = level::Tool::Stone;
        s.cm = glide(t, s.down) + m_wander;
        return s;
      }
      [[fallthrough]];
    case Technique::Towel:
    case Technique::Pack:
      s.tool = level::toolOf(g.technique);
      p = g.at + (g.seconds < 0.25F ? Vec2{} : m_offset);  // a lift goes to where the tool is seen to lie
      s.down = t < 0.10F;
      break;
  }
  s.cm = p;
  return s;
}

Vec2 glideAt(const Gesture& g, float t, float whole, float cmPerS) {
  const float led = minOf(t, whole);
  const Vec2 way = g.toward - g.at;
  const float laps = led * cmPerS / maxOf(1.0F, length(way));
  const float lap = laps - 2.0F * static_cast<float>(static_cast<int>(laps * 0.5F));
  return g.at + way * (lap < 1.0F ? lap : 2.0F - lap) + g.sweep * (led / whole);
}

Vec2 Hand::glide(float t, bool& down) const {
  const float whole = maxOf(0.5F, m_gesture.seconds - kStoneLiftS);
  down = t < whole || (t > whole + kStoneAwayS && t < whole + 2.0F * kStoneAwayS);
  return glideAt(m_gesture, t, whole, kGlideCmPerS * m_rate) + m_offset;
}

}  // namespace knead::hands
