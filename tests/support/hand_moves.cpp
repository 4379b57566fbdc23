// See hand_motion.hpp. Owns the shapes of the seven moves; never looks at what is judged good.
#include "support/hand_motion.hpp"

#include <algorithm>
#include <cmath>

#include "support/hand_shapes.hpp"

namespace knead::test {

using sim::Move;

void HandPath::stroke(float lengthCm, float meanCmPerS, float angle) {
  const Vec2 from = here();
  const Vec2 way = unit(angle);
  const float bow = 0.03F * m_random.normal() * (1.0F + 2.0F * sloppiness);
  const std::vector<float> done = profile(lengthCm / meanCmPerS, false);
  float before = 0.0F;
  for (const float u : done) {
    put(from + way * (u * lengthCm) + turned(way) * (bow * lengthCm * 4.0F * u * (1.0F - u)), Move::Effleurage);
    if (u * lengthCm >= 3.0F && (u - before) * lengthCm * 1000.0F >= 8.0F) evidenceHere();
    before = u;
  }
}

void HandPath::loops(float radiusCm, float axisRatio, float hertz, float seconds, float driftCmPerS) {
  const float root = std::sqrt(axisRatio);
  const float tilt = between(m_random, 0.0F, 2.0F * kPi);
  const float begin = between(m_random, 0.0F, 2.0F * kPi);
  const float sense = m_random.below(2) == 0 ? 1.0F : -1.0F;
  const Vec2 driftWay = unit(between(m_random, 0.0F, 2.0F * kPi));
  const float tempoWave = between(m_random, 0.2F, 0.6F);
  const float wavePhase = between(m_random, 0.0F, 2.0F * kPi);
  const float tempoSwing = 0.10F + 0.08F * sloppiness;
  const auto at = [&](float phase, float r) {
    const Vec2 x = unit(tilt);
    return x * (r / root * std::cos(phase)) + turned(x) * (r * root * std::sin(phase));
  };
  const Vec2 centre = here() - at(begin, radiusCm);
  // The phase by millisecond.
  std::vector<float> phase;
  const std::size_t n = milliseconds(seconds);
  if (m_family == Family::MinimumJerk) {
    float p = 0.0F;
    for (std::size_t i = 0; i < n; ++i) {
      const float t = secondsOf(i);
      const float wave = 1.0F + tempoSwing * std::sin(2.0F * kPi * tempoWave * t + wavePhase);
      p += 2.0F * kPi * hertz * wave * minimumJerk((t + 0.03F) / 0.15F) * 0.001F;
      phase.push_back(p);
    }
  } else {
    const float arcs = static_cast<float>(2 + m_random.below(2));
    const float arcS = 1.0F / (hertz * arcs);
    struct Pulse {
      float size, start, mu, sigma;
    };
    std::vector<Pulse> pulses;
    const float sigma = between(m_random, 0.28F, 0.40F);
    const float muShare = between(m_random, 1.15F, 1.25F);
    for (float t = 0.0F; t < seconds + 2.0F * arcS; t += arcS) {
      Pulse pulse{};
      pulse.size = 2.0F * kPi / arcs * around(0.05F + 0.09F * sloppiness);
      pulse.start = t + arcS * (0.05F + 0.08F * sloppiness) * m_random.normal();
      pulse.mu = std::log(muShare * arcS);
      pulse.sigma = sigma;
      pulses.push_back(pulse);
    }
    const std::size_t lead = milliseconds(0.5F * arcS);
    for (std::size_t i = lead; i < n + lead; ++i) {
      float sum = 0.0F;
      for (const Pulse& pulse : pulses)
        sum += pulse.size * lognormal(secondsOf(i) - pulse.start, pulse.mu, pulse.sigma);
      phase.push_back(sum);
    }
  }
  const float radiusSwing = 0.10F + 0.08F * sloppiness;
  Vec2 before = at(begin, radiusCm);  // the evidence is the turning of the loop itself, without its drift
  Vec2 heading{};
  float turnedRad = 0.0F;
  for (std::size_t i = 0; i < phase.size(); ++i) {
    const float t = secondsOf(i);
    const float r = radiusCm * (1.0F + radiusSwing * std::sin(2.0F * kPi * 0.37F * t));
    const Vec2 p = at(begin + sense * phase[i], r);
    put(centre + driftWay * (driftCmPerS * t) + p, Move::Petrissage);
    const Vec2 step = p - before;
    if (lengthOf(step) > 0.02F) {
      if (lengthOf(heading) > 0.0F) turnedRad += std::abs(std::atan2(cross(heading, step), dot(heading, step)));
      heading = step;
      before = p;
    }
    if (turnedRad >= 2.0944F) evidenceHere();
  }
}

void HandPath::rub(float lengthCm, float hertz, float seconds, float angle, float bow, Move truth) {
  const bool tremble = truth == Move::Vibration;
  const Vec2 way = unit(angle);
  const Vec2 side = turned(way);
  const float half = 0.5F / hertz;
  const float spread = 0.07F * (1.0F + sloppiness);
  const float drift = (tremble ? 1.0F : 2.0F) * between(m_random, -1.0F, 1.0F);
  // Half of the trembles are ellipses.
  const float oval = tremble && m_random.below(2) == 0 ? between(m_random, 0.2F, 0.5F) : 0.0F;
  const Vec2 from = here();
  const std::size_t n = milliseconds(seconds);
  std::vector<float> along;
  std::vector<float> across;
  if (m_family == Family::MinimumJerk) {
    float base = 0.0F;
    for (int k = 0; along.size() < n; ++k) {
      const float sign = k % 2 == 0 ? 1.0F : -1.0F;
      const float len = lengthCm * around(spread);
      const std::size_t m = milliseconds(half * around(spread));
      for (std::size_t i = 1; i <= m && along.size() < n; ++i) {
        const float u = static_cast<float>(i) / static_cast<float>(m);
        along.push_back(base + sign * len * minimumJerk(u));
        across.push_back(len * (bow * 4.0F * u * (1.0F - u) + oval * sign * std::sin(kPi * u) * 0.5F));
      }
      base += sign * len;
    }
  } else {
    struct Pulse {
      float size, start, mu, sigma;
    };
    std::vector<Pulse> pulses;
    const float mu = std::log(half * between(m_random, 1.0F, 1.2F));
    const float sigma = between(m_random, 0.20F, 0.32F);
    int k = 0;
    const float unscaled = 1.0F / (2.0F * lognormal(half * 1.5F, mu, sigma) - 1.0F > 0.5F ? 1.0F : 0.8F);
    for (float t = 0.0F; t < seconds + 2.0F * half; t += half, ++k) {
      Pulse p{};
      p.size = (k % 2 == 0 ? 1.0F : -1.0F) * lengthCm * unscaled * around(spread);
      p.start = t + 0.055F * half * m_random.normal();
      p.mu = mu;
      p.sigma = sigma;
      pulses.push_back(p);
    }
    const std::size_t lead = milliseconds(0.5F * half);
    for (std::size_t i = lead; i < n + lead; ++i) {
      float sum = 0.0F;
      for (const Pulse& p : pulses) sum += p.size * lognormal(secondsOf(i) - p.start, p.mu, p.sigma);
      along.push_back(sum);
      const float u = sum / lengthCm;
      across.push_back(lengthCm * (bow * 4.0F * u * (1.0F - u) + 0.5F * oval * std::sin(kPi * secondsOf(i) / half)));
    }
  }
  float extreme = 0.0F;
  float sense = 1.0F;
  int reversals = 0;
  const float backCm = tremble ? 0.02F : 0.3F;
  for (std::size_t i = 0; i < along.size(); ++i) {
    put(from + way * along[i] + side * (across[i] + drift * secondsOf(i)), truth);
    if ((along[i] - extreme) * sense > 0.0F) extreme = along[i];
    if ((extreme - along[i]) * sense > backCm) {
      sense = -sense;
      extreme = along[i];
      ++reversals;
      if (reversals == (tremble ? 2 : 1)) evidenceHere();
    }
  }
}

void HandPath::taps(float hertz, float seconds) {
  const Vec2 centre = here();
  const std::size_t end = m_points.size() + milliseconds(seconds);
  int onsets = 0;
  while (m_points.size() < end) {
    const float gap = std::max(0.6F, around(0.08F + 0.06F * sloppiness)) / hertz;
    const float touch = std::min(between(m_random, 0.040F, 0.110F), 0.6F * gap);
    const Vec2 at = centre + Vec2{0.2F * m_random.normal(), 0.2F * m_random.normal() * 1.0F};
    if (++onsets == 2) evidenceHere();
    const std::size_t down = milliseconds(touch);
    const std::size_t all = milliseconds(gap);
    const bool last = m_points.size() + all >= end;
    for (std::size_t i = 0; i < all; ++i) {
      if (i < down)
        put(at, Move::Tapotement);
      else if (!last)
        m_points.push_back({at, false, Move::Tapotement, true});
    }
    if (last) break;
  }
}

void HandPath::press(float seconds, float driftCmPerS) {
  const Vec2 from = here();
  const Vec2 way = unit(between(m_random, 0.0F, 2.0F * kPi));
  const float sway = between(m_random, 0.0F, 0.06F) * (1.0F + sloppiness);
  const float swayHz = between(m_random, 0.2F, 0.5F);
  Vec2 walk{};
  Vec2 pull{};
  for (std::size_t i = 0; i < milliseconds(seconds); ++i) {
    const float t = secondsOf(i);
    const float wx = m_random.normal();
    const float wy = m_random.normal();
    pull = pull * 0.99F + Vec2{wx, wy} * 0.000012F;
    walk = (walk + pull) * 0.9995F;
    put(from + way * (driftCmPerS * t) + turned(way) * (sway * std::sin(2.0F * kPi * swayHz * t)) + walk,
        Move::Compression);
    if (i == 250) evidenceHere();
  }
}

void HandPath::draw(float settleS, float cmPerS, float lengthCm, float holdS, float angle) {
  rest(settleS, Move::Stretch, false);
  const Vec2 from = here();
  const Vec2 way = unit(angle);
  float before = 0.0F;
  bool begun = false;
  for (const float u : profile(lengthCm / cmPerS, true)) {
    // Until the draw reaches half a centimetre a second the hand is still settling, and that is a press.
    begun = begun || (u - before) * lengthCm * 1000.0F >= 0.5F;
    before = u;
    put(from + way * (u * lengthCm), Move::Stretch, begun);
    if (u * lengthCm >= 0.8F) evidenceHere();
  }
  rest(holdS, Move::Stretch, true);
}

}  // namespace knead::test
