// See hand_motion.hpp. Owns how a path is written down (truth, evidence, what is scored), how a hand speeds up
// and slows down, and which instance of a move is drawn; the parameters are those of docs/touch.md.
#include "support/hand_motion.hpp"

#include <algorithm>
#include <cmath>

#include "support/hand_shapes.hpp"

namespace knead::test {

using sim::Move;

void HandPath::put(Vec2 at, Move truth, bool scored) { m_points.push_back({at, true, truth, scored}); }

void HandPath::openSegment(Move move, bool joined) {
  Segment s;
  s.move = move;
  s.from = static_cast<std::uint32_t>(m_points.size());
  s.joined = joined;
  m_segments.push_back(s);
  m_hasEvidence = false;
}

void HandPath::closeSegment() {
  m_segments.back().to = static_cast<std::uint32_t>(m_points.size());
  if (!m_hasEvidence) evidenceHere();
}

void HandPath::evidenceHere() {
  if (m_hasEvidence || m_segments.empty()) return;
  m_segments.back().evidence = static_cast<std::uint32_t>(m_points.size());
  m_hasEvidence = true;
}

void HandPath::air(float seconds) {
  const Vec2 at = here();
  for (std::size_t i = milliseconds(seconds); i > 0; --i) m_points.push_back({at, false, Move::None, true});
}

void HandPath::rest(float seconds, Move truth, bool scored) {
  const Vec2 at = here();
  for (auto i = static_cast<int>(seconds * 1000.0F); i > 0; --i) put(at, truth, scored);
}

void HandPath::jumpTo(Vec2 at) {
  if (m_points.empty())
    m_start = at;
  else if (!m_points.back().contact)
    m_points.back().at = at;
}

std::vector<float> HandPath::profile(float seconds, bool slowDraw) {
  std::vector<float> done;
  const std::size_t n = milliseconds(seconds);
  if (m_family == Family::MinimumJerk) {
    const bool ramps = slowDraw || m_random.unit() < 0.4F;
    const float ramp = slowDraw ? between(m_random, 0.20F, 0.35F) : between(m_random, 0.20F, 0.40F);
    for (std::size_t i = 1; i <= n; ++i) {
      const float u = static_cast<float>(i) / static_cast<float>(n);
      done.push_back(ramps ? rampedPlateau(u, ramp) : minimumJerk(u));
    }
    return done;
  }
  // A few overlapping lognormal pulses; the empty beginning and the long tail are cut at 0.5 %.
  struct Pulse {
    float share, start, mu, sigma;
  };
  std::vector<Pulse> pulses;
  const std::uint32_t count = slowDraw ? 1U : 1U + m_random.below(3);
  float whole = 0.0F;
  for (std::uint32_t k = 0; k < count; ++k) {
    const float part = seconds / static_cast<float>(count);
    Pulse p{};
    p.share = around(0.10F);
    p.start = part * (static_cast<float>(k) + 0.05F * m_random.normal());
    p.mu = std::log(part * (slowDraw ? between(m_random, 0.95F, 1.10F)
                                     : between(m_random, 0.50F, 0.70F) * (count > 1 ? 1.6F : 1.0F)));
    p.sigma = slowDraw ? between(m_random, 0.35F, 0.50F) : between(m_random, 0.18F, 0.40F);
    whole += p.share;
    pulses.push_back(p);
  }
  for (std::size_t i = 0; i < 4 * n; ++i) {
    float sum = 0.0F;
    for (const Pulse& p : pulses) sum += p.share * lognormal(secondsOf(i) - p.start, p.mu, p.sigma);
    const float u = sum / whole;
    if (u < 0.005F) continue;
    done.push_back((u - 0.005F) / 0.99F);
    if (u > 0.995F) break;
  }
  return done;
}

// A tick of a glide slower than 3 cm/s over +-75 ms is a resting hand: its truth is open.
void HandPath::markSlowGlide(std::size_t from) {
  for (std::size_t i = from; i < m_points.size(); ++i) {
    if (!m_points[i].contact) continue;
    std::size_t a = i;
    std::size_t b = i;
    while (a > from && i - a < 75 && m_points[a - 1].contact) --a;
    while (b + 1 < m_points.size() && b - i < 75 && m_points[b + 1].contact) ++b;
    const float travelled = lengthOf(m_points[b].at - m_points[a].at);
    if (travelled < 3.0F * secondsOf(b - a)) m_points[i].scored = false;
  }
}

void HandPath::move(Move move, float seconds, bool joined) {
  // Directions lead back to the middle of the map, so that nobody runs off the back.
  const float home = here().y < 35.0F ? 0.5F * kPi : -0.5F * kPi;
  openSegment(move, joined);
  const std::size_t from = m_points.size();
  switch (move) {
    case Move::Effleurage: {
      float used = 0.0F;
      const std::uint32_t strokes = 1U + m_random.below(3);
      for (std::uint32_t k = 0; k < strokes; ++k) {
        const float back = here().y < 35.0F ? 0.5F * kPi : -0.5F * kPi;
        const float angle =
            m_random.unit() < 0.85F ? back + between(m_random, -0.35F, 0.35F) : between(m_random, 0.0F, 2.0F * kPi);
        const float speed = between(m_random, 8.0F, 30.0F);
        const float wanted = speed * seconds / static_cast<float>(strokes);
        rest(between(m_random, 0.0F, 0.12F), Move::Effleurage, true);
        stroke(std::clamp(wanted, 10.0F, 38.0F), speed, angle);
        used = secondsOf(m_points.size() - from);
        if (k + 1 < strokes && used < seconds) {
          air(between(m_random, 0.15F, 0.50F));
          const float back2 = here().y < 35.0F ? -5.0F : 5.0F;
          jumpTo({std::clamp(here().x, -12.0F, 12.0F), std::clamp(here().y + back2, 8.0F, 62.0F)});
        }
        if (used >= seconds) break;
      }
      markSlowGlide(from);
      break;
    }
    case Move::Petrissage: {
      const float r = between(m_random, 1.5F, 5.0F);
      const float f = between(m_random, 0.7F, std::min(2.2F, 7.0F / r));
      const float ratio = between(m_random, 0.5F, 1.0F);
      loops(r, ratio, f, seconds, between(m_random, 0.0F, 3.0F));
      break;
    }
    case Move::Friction: {
      const float len = between(m_random, 1.5F, 5.0F);
      const float f = between(m_random, 1.5F, std::min(4.0F, 13.0F / len));
      const float bow = 0.04F * m_random.normal();
      rub(len, f, seconds, between(m_random, 0.0F, 2.0F * kPi), bow, move);
      break;
    }
    case Move::Vibration: {
      const float len = between(m_random, 0.4F, 1.2F);
      const float f = between(m_random, 5.0F, 10.0F);
      rub(len, f, seconds, between(m_random, 0.0F, 2.0F * kPi), 0.0F, move);
      break;
    }
    case Move::Tapotement: taps(between(m_random, 3.0F, 9.0F), seconds); break;
    case Move::Compression: press(seconds, between(m_random, 0.0F, 0.4F) / seconds); break;
    case Move::Stretch: {
      const float speed = between(m_random, 1.0F, 4.0F);
      const float settle = between(m_random, 0.3F, 0.7F);
      const float len = between(m_random, 3.0F, std::min(8.0F, std::max(3.5F, speed * seconds)));
      const float hold = between(m_random, 0.5F, 1.2F);
      draw(settle, speed, len, hold, home + between(m_random, -0.35F, 0.35F));
      break;
    }
    case Move::None: break;
  }
  closeSegment();
}

}  // namespace knead::test
