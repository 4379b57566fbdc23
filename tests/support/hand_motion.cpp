// See hand_motion.hpp. Owns the shapes of the moves; parameters are those of docs/touch.md.
#include "support/hand_motion.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace knead::test {

using sim::Move;

namespace {

constexpr float kPi = 3.14159265F;

float between(Random& r, float lo, float hi) { return r.range(lo, hi); }

Vec2 unit(float angle) { return {std::cos(angle), std::sin(angle)}; }
Vec2 turned(Vec2 v) { return {-v.y, v.x}; }
float lengthOf(Vec2 v) { return std::sqrt(v.x * v.x + v.y * v.y); }

float minimumJerk(float u) {
  u = std::clamp(u, 0.0F, 1.0F);
  return u * u * u * (10.0F - 15.0F * u + 6.0F * u * u);
}

// Constant speed with smooth ramps of the share `ramp` at both ends.
float rampedPlateau(float u, float ramp) {
  u = std::clamp(u, 0.0F, 1.0F);
  const auto area = [ramp](float v) {  // integral of a speed that rises with a smooth step over `ramp`
    if (v >= ramp) return 0.5F * ramp + (v - ramp);
    const float w = v / ramp;
    return ramp * (w * w * w - 0.5F * w * w * w * w);
  };
  const float whole = 2.0F * area(0.5F);
  return u < 0.5F ? area(u) / whole : 1.0F - area(1.0F - u) / whole;
}

// Distribution function of a lognormal that starts at 0.
float lognormal(float t, float mu, float sigma) {
  if (t <= 0.0F) return 0.0F;
  return 0.5F * std::erfc(-(std::log(t) - mu) / (sigma * 1.41421356F));
}

std::size_t milliseconds(float seconds) { return static_cast<std::size_t>(std::max(1.0F, seconds * 1000.0F)); }
float secondsOf(std::size_t ms) { return static_cast<float>(ms) * 0.001F; }

}  // namespace

Device randomDevice(Random& random) {
  constexpr std::array<float, 6> rates = {60.0F, 90.0F, 125.0F, 250.0F, 500.0F, 1000.0F};
  Device d;
  d.rateHz = rates[random.below(6)];
  d.noiseCm = between(random, 0.005F, 0.04F);
  d.gridCm = random.below(3) < 2 ? 0.1F : 0.0667F;
  d.tremorCm = between(random, 0.01F, 0.08F);
  d.tremorHz = between(random, 8.0F, 12.0F);
  return d;
}

// --- The path --------------------------------------------------------------------------------------------

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

// --- Hands without a purpose -----------------------------------------------------------------------------

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

// --- The device ------------------------------------------------------------------------------------------

Trace record(const HandPath& path, const Device& device, Random& random) {
  Trace trace;
  const std::vector<PathPoint>& points = path.points();
  const float phaseX = random.range(0.0F, 2.0F * kPi);
  const float phaseY = random.range(0.0F, 2.0F * kPi);
  const float interval = 1000.0F / device.rateHz;
  const auto onGrid = [](float v, float grid) { return std::floor(v / grid + 0.5F) * grid; };
  for (float t = random.range(0.0F, interval); t < static_cast<float>(points.size());) {
    const PathPoint& p = points[static_cast<std::size_t>(t)];
    const float omega = 2.0F * kPi * device.tremorHz * 0.001F;
    const float nx = random.normal();
    const float ny = random.normal();
    sim::PointerSample s;
    s.microseconds = static_cast<std::uint64_t>(t * 1000.0F);
    const float x = p.at.x + device.tremorCm * std::sin(omega * t + phaseX) + device.noiseCm * nx;
    const float y = p.at.y + device.tremorCm * 0.7F * std::sin(omega * t + phaseY) + device.noiseCm * ny;
    s.cm = {onGrid(x, device.gridCm), onGrid(y, device.gridCm)};
    s.down = p.contact;
    const bool change = trace.samples.empty() || trace.samples.back().down != s.down;
    const bool lost = random.unit() < device.dropped;
    if (change || !lost) trace.samples.push_back(s);  // a button is never lost, only a position
    t += interval * (1.0F + device.jitter * random.range(-1.0F, 1.0F));
  }
  sim::PointerResampler resampler;
  for (const sim::PointerSample& s : trace.samples) resampler.push(s);
  const auto ticks = static_cast<std::uint32_t>(points.size() * 120U / 1000U);
  for (std::uint32_t i = 0; i < ticks; ++i) {
    trace.ticks.push_back(resampler.take(i));
    const std::size_t ms = std::min<std::size_t>((static_cast<std::size_t>(i) + 1U) * 1000U / 120U, points.size() - 1U);
    trace.truth.push_back(points[ms].truth);
    trace.scored.push_back(points[ms].scored ? 1 : 0);
  }
  for (Segment s : path.segments()) {
    s.from = s.from * 120U / 1000U;
    s.to = s.to * 120U / 1000U;
    s.evidence = s.evidence * 120U / 1000U;
    trace.segments.push_back(s);
  }
  return trace;
}

namespace {

bool neighbours(Move a, Move b) {
  const bool same = a == b;
  const bool resting = (a == Move::Compression && b == Move::Stretch) || (a == Move::Stretch && b == Move::Compression);
  return !same && !resting;
}

void fiveMoves(HandPath& hand, Random& random) {
  hand.sloppiness = random.unit() < 0.6F ? 0.0F : random.unit();
  hand.jumpTo({random.range(-6.0F, 6.0F), 35.0F});
  hand.air(0.3F);
  Move before = Move::None;
  for (int k = 0; k < 5; ++k) {
    Move next = before;
    while (!neighbours(before, next) || next == Move::None) {
      next = static_cast<Move>(1 + static_cast<int>(random.below(7)));
    }
    const bool lifted = k == 0 || random.unit() < 0.45F || next == Move::Tapotement || before == Move::Tapotement;
    if (lifted && k > 0) {
      hand.air(random.range(0.2F, 0.6F));
      const float x = random.range(-8.0F, 8.0F);
      const float y = random.range(22.0F, 48.0F);
      hand.jumpTo({x, y});
    } else if (k > 0) {
      hand.rest(random.range(0.0F, 0.12F), Move::None, false);
    }
    hand.move(next, random.range(1.5F, 3.5F), !lifted);
    before = next;
  }
  hand.air(0.8F);
}

}  // namespace

Trace session(std::uint64_t seed, Family family) {
  Random random(seed, family == Family::MinimumJerk ? 11 : 12);
  HandPath hand(random, family);
  fiveMoves(hand, random);
  const Device device = randomDevice(random);
  return record(hand, device, random);
}

Trace tremblingSession(std::uint64_t seed, Family family, float tremorCm) {
  Random random(seed, 13);
  HandPath hand(random, family);
  fiveMoves(hand, random);
  Device device = randomDevice(random);
  device.tremorCm = tremorCm;
  device.tremorHz = random.range(4.0F, 7.0F);
  return record(hand, device, random);
}

Trace sessionAtRate(std::uint64_t seed, Family family, float rateHz) {
  Random random(seed, 14);
  HandPath hand(random, family);
  fiveMoves(hand, random);
  Device device = randomDevice(random);
  device.rateHz = rateHz;
  return record(hand, device, random);
}

Trace aimless(std::uint64_t seed, Aimless kind) {
  Random random(seed, 15 + static_cast<std::uint64_t>(kind));
  HandPath hand(random, Family::MinimumJerk);
  hand.air(0.2F);
  const float seconds = random.range(8.0F, 12.0F);
  switch (kind) {
    case Aimless::Wandering: hand.wander(seconds); break;
    case Aimless::Menu: hand.menu(seconds); break;
    case Aimless::Scribble: hand.scribble(seconds); break;
  }
  hand.air(0.3F);
  const Device device = randomDevice(random);
  return record(hand, device, random);
}

Trace plain(const HandPath& path, std::uint64_t seed, float rateHz) {
  Random random(seed, 19);
  Device device;
  device.rateHz = rateHz;
  return record(path, device, random);
}

}  // namespace knead::test
