// Strands along the guide curves, finer near knots; colours of all samples in one pass; see the header.
#include "app/view/fibres.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/theme.hpp"
#include "app/view/body_shape.hpp"
#include "app/view/hot_spots.hpp"
#include "app/view/stage.hpp"
#include "core/math.hpp"
#include "core/random.hpp"

namespace knead::app {
namespace {

// Blood drawn with the strands, where no program can lay it over them: seen where it flows better than at rest.
constexpr float kFlowSeenFrom = 1.0F, kFlowSeen = 1.25F;
// A release (style, motion): the last of the twist runs out in 900 ms, 4 % past its rest; a crest runs 1.1 s.
constexpr float kUntwistS = .9F, kPastRest = .04F, kWaveS = 1.1F;
constexpr float kWaveReach = .42F, kWaveLength = .045F, kWaveThrough = .6F;  // units of 71 cm; share of a knot's radius
// The samples are coloured in so many parts, one a frame; the glow is one more.
constexpr int kColourParts = 6;
// Of a tile: the sum of what its samples changed, in shades of 255 and width, from which it is painted again.
constexpr float kKnotSeen = .008F, kSquare = 1.06F;  // hold; radii of a knot
constexpr float kSeenChange = 60, kSeenMove = 9000, kBloomSeen = 4000;

constexpr unsigned kBloomW = 92, kBloomH = 140;

}  // namespace

float fieldAt(std::span<const float, sim::kCells> f, Vec2 cm) {
  const float x = clamp((cm.x - level::kMinXCm) / sim::kCellWidthCm - .5F, 0, sim::kColumns - 1.001F);
  const float y = clamp((cm.y - level::kMinYCm) / sim::kCellHeightCm - .5F, 0, sim::kRows - 1.001F);
  const int c = static_cast<int>(x), r = static_cast<int>(y);
  const auto at = [&](int i, int j) { return f[static_cast<std::size_t>(sim::cellIndex(i, j))]; };
  const float u = x - static_cast<float>(c), v = y - static_cast<float>(r);
  return lerp(lerp(at(c, r), at(c + 1, r), u), lerp(at(c, r + 1), at(c + 1, r + 1), u), v);
}

LayerPart Fibres::tile(int i) {
  const auto edge = [](float from, float to, int k, int count) {
    return lerp(from, to, static_cast<float>(k) / static_cast<float>(count));
  };
  const int x = i % kTilesX, y = i / kTilesX;
  return {edge(layer::kLeft, layer::kRight, x, kTilesX), edge(layer::kTop, layer::kBottom, y, kTilesY),
          edge(layer::kLeft, layer::kRight, x + 1, kTilesX), edge(layer::kTop, layer::kBottom, y + 1, kTilesY)};
}

void Fibres::begin(const sim::Session& session) {
  m_knots.clear();
  m_waves.clear();
  m_freed.clear();
  int k = 0;
  for (const sim::KnotView& knot : session.knots()) {
    m_knots.push_back(
        {knot.at * (1 / kUnitCm), .072F, (k++ % 2 == 0) ? 3.2F : -3.2F, knot.released ? 0 : knot.tightness});
    m_knots.back().painted = m_knots.back().hold;
    m_freed.push_back(knot.released);
  }
  build();
}

void Fibres::ease(const sim::Session& session, float seconds, bool moving) {
  m_time += seconds * lerp(.55F, 1.1F, session.meters().circulation);
  for (Wave& wave : m_waves) wave.age += seconds;
  const auto knots = session.knots();
  for (std::size_t i = 0; i < m_knots.size() && i < knots.size(); ++i) {
    KnotShape& k = m_knots[i];
    if (knots[i].released && !m_freed[i]) free(i);
    m_freed[i] = knots[i].released;
    if (!knots[i].released) k.freedForS = -1;
    if (k.freedForS >= 0) {
      // What is left of the twist runs out softly, a little past its rest and back.
      k.freedForS += seconds;
      const float t = clamp01(k.freedForS / kUntwistS), left = 1 - t;
      const float past = moving ? kPastRest * std::sin(kPi * t) * t * 2 : 0.0F;
      for (const Wave& wave : m_waves) {
        if (wave.knot == i) k.hold = t < 1 ? wave.from * left * left * left - past : 0;
      }
      if (t >= 1) k.hold = 0;
      continue;
    }
    const float target = knots[i].released ? 0.0F : knots[i].tightness;
    k.hold += (target - k.hold) * (1 - std::exp(-seconds * 4.0F));
  }
  std::erase_if(m_waves, [](const Wave& wave) { return wave.age > kWaveS; });
}

void Fibres::free(std::size_t knot) {
  Wave wave;
  wave.knot = knot;
  wave.from = m_knots[knot].hold;
  m_knots[knot].freedForS = 0;
  const KnotShape& k = m_knots[knot];
  for (std::size_t n = 0; n < m_strands.size(); ++n) {
    const Strand& s = m_strands[n];
    float nearest = k.radius * k.radius * kWaveThrough * kWaveThrough;
    std::size_t at = s.first + s.count;
    for (std::size_t i = s.first; i < s.first + s.count; ++i) {
      const float d = lengthSquared(m_samples[i].rest - k.at);
      if (d >= nearest) continue;
      nearest = d;
      at = i;
    }
    if (at < s.first + s.count) wave.strands.emplace_back(n, at);
  }
  m_waves.push_back(std::move(wave));
}

void Fibres::drawWaves(Painter& painter, const std::function<Vec2(Vec2)>& shown) const {
  std::vector<LinePoint> piece;
  for (const Wave& wave : m_waves) {
    // Expo out, as the ring: fast from the knot, slow where it ends.
    const float t = clamp01(wave.age / kWaveS), front = kWaveReach * (1 - std::exp2(-4 * t)), left = 1 - t * t;
    for (const auto& [n, middle] : wave.strands) {
      const Strand& s = m_strands[n];
      for (const bool onwards : {false, true}) {
        piece.clear();
        float way = 0;
        std::size_t i = middle;
        while (way < front + 2 * kWaveLength) {
          const float d = (way - front) / kWaveLength;
          const float a = std::exp(-d * d) * left * clamp01(m_samples[i].envelope * 1.3F);
          piece.push_back(
              {shown(twisted(m_samples[i].rest) * kUnitCm), m_points[i].width + .8F, theme::fade(theme::rose, a)});
          if (onwards ? i + 1 >= s.first + s.count : i <= s.first) break;
          const std::size_t next = onwards ? i + 1 : i - 1;
          way += std::sqrt(lengthSquared(m_samples[next].rest - m_samples[i].rest));
          i = next;
        }
        painter.ribbon(piece);
      }
    }
  }
}

void Fibres::build() {
  m_strands.clear();
  m_samples.clear();
  Random random(20);
  for (const Band& band : bands()) {
    for (const bool right : {false, true}) {
      for (int k = 0; k < band.count; ++k) {
        Strand s;
        s.muscle = band.muscle;
        s.layer = band.layer;
        s.right = right;
        s.h = random.unit();
        s.h2 = random.unit();
        s.u = clamp01((static_cast<float>(k) + .5F + (s.h - .5F) * .55F) / static_cast<float>(band.count));
        std::vector<Vec2> guide;
        for (const auto& station : band.stations) guide.push_back(curveAt(station, s.u));
        const auto at = [&](float part) {
          const float along = lerp(s.h * .05F, 1 - s.h2 * .06F, part);
          const Vec2 p = curveAt(guide, along);
          const float wobble = .0016F * std::sin(along * 9 + s.h * 40) + .0010F * std::sin(along * 23 + s.h2 * 60);
          return Vec2{(p.x + wobble) * (right ? 1.0F : -1.0F), p.y + wobble * .6F};
        };
        const auto nearKnot = [&](Vec2 p) {
          return std::any_of(m_knots.begin(), m_knots.end(),
                             [&](const KnotShape& n) { return lengthSquared(p - n.at) < n.radius * n.radius * 1.3F; });
        };
        s.first = m_samples.size();
        s.reach = {9, 9, -9, -9};
        constexpr int kFar = 12, kNear = 5;
        const auto add = [&](float part) {
          const Vec2 p = at(part);
          const float envelope = band.alpha * (.50F + .5F * s.h2) *
                                 std::pow(std::max(0.0F, std::sin(kPi * clamp01(part * .94F + .03F))), .45F) *
                                 lineFade(p.x, p.y) * (band.layer == 0 ? .8F : 1.0F);
          const float light = lightAt(p.x, p.y);
          m_samples.push_back({p, part, light, envelope * (.62F + 1.05F * light * light)});
          s.reach = {std::min(s.reach.left, p.x), std::min(s.reach.top, p.y), std::max(s.reach.right, p.x),
                     std::max(s.reach.bottom, p.y)};
        };
        for (int i = 0; i < kFar; ++i) {
          const float a = static_cast<float>(i) / kFar, b = static_cast<float>(i + 1) / kFar;
          add(a);
          if (nearKnot(at(a)) || nearKnot(at(b)) || nearKnot(at((a + b) * .5F))) {
            for (int j = 1; j < kNear; ++j) add(lerp(a, b, static_cast<float>(j) / kNear));
          }
        }
        add(1);
        s.count = m_samples.size() - s.first;
        // Knots pull strands aside, and loose ones sag.
        constexpr float kAside = .04F;
        s.reach = {s.reach.left - kAside, s.reach.top - kAside, s.reach.right + kAside, s.reach.bottom + kAside};
        m_strands.push_back(s);
      }
    }
  }
  m_points.assign(m_samples.size(), {});
  m_change = {};
  m_nextPart = 0;
}

Vec2 Fibres::twisted(Vec2 p) const {
  for (const KnotShape& k : m_knots) {
    const Vec2 d = p - k.at;
    const float r2 = lengthSquared(d);
    if (std::abs(k.painted) <= 0.004F || r2 >= k.radius * k.radius) continue;
    const float r = std::sqrt(r2), q = 1 - r / k.radius, a = k.angle * k.painted * q * q * (3 - 2 * q);
    const float f = 1 - .44F * k.painted * q * q * (r / k.radius), c = std::cos(a), s = std::sin(a);
    p = {k.at.x + (d.x * c - d.y * s) * f, k.at.y + (d.x * s + d.y * c) * f};
  }
  return p;
}

void Fibres::colourAll(const sim::Session& session, float aura, bool pulses) {
  m_nextPart = 0;
  m_bloomChange = 2 * kBloomSeen;
  for (int i = 0; i <= kColourParts; ++i) colour(session, aura, pulses);
  m_change = {};
}

void Fibres::colour(const sim::Session& session, float aura, bool pulses) {
  if (m_nextPart == kColourParts) {
    if (m_bloomChange > kBloomSeen) gatherBloom();
    m_nextPart = 0;
    return;
  }
  // Every so-manyth strand, so that a muscle changes together.
  colourStrands(session, aura, pulses, static_cast<std::size_t>(m_nextPart), kColourParts, {});
  ++m_nextPart;
}

void Fibres::colourStrands(const sim::Session& session, float aura, bool pulses, std::size_t from, std::size_t step,
                           const LayerPart& part) {
  const sim::TissueView tissue = session.tissue();
  const auto tones = session.muscleTone();
  float meanTone = 0;
  for (const float t : tones) meanTone += t / static_cast<float>(level::kMuscleCount);
  for (std::size_t n = from; n < m_strands.size(); n += step) {
    const Strand& s = m_strands[n];
    if (!part.meets(s.reach.left, s.reach.top, s.reach.right, s.reach.bottom)) continue;
    const std::size_t index = s.muscle >= 0 ? static_cast<std::size_t>(2 * s.muscle + (s.right ? 1 : 0)) : 0U;
    colourStrand(s, tissue, s.muscle >= 0 ? tones[index] : meanTone * .75F, aura, pulses);
  }
}

int Fibres::movedKnot() const {
  int most = -1;
  float far = kKnotSeen;
  for (std::size_t i = 0; i < m_knots.size(); ++i) {
    const float moved = std::abs(m_knots[i].hold - m_knots[i].painted);
    if (moved <= far) continue;
    far = moved;
    most = static_cast<int>(i);
  }
  return most;
}

LayerPart Fibres::square(int knot) const {
  const KnotShape& k = m_knots[static_cast<std::size_t>(knot)];
  const float reach = k.radius * kSquare;
  return {k.at.x - reach, k.at.y - reach, k.at.x + reach, k.at.y + reach};
}

void Fibres::turn(int knot, const sim::Session& session, float aura, bool pulses) {
  KnotShape& k = m_knots[static_cast<std::size_t>(knot)];
  k.painted = k.hold;
  m_turned = knot;
  colourStrands(session, aura, pulses, 0, 1, square(knot));
  m_turned = -1;
}

void Fibres::colourStrand(const Strand& s, const sim::TissueView& tissue, float muscleTone, float aura, bool pulses) {
  const bool loose = s.muscle >= 0 && muscleTone < level::muscles()[static_cast<std::size_t>(s.muscle)].bandLow - .02F;
  for (std::size_t i = s.first; i < s.first + s.count; ++i) {
    const Sample& p = m_samples[i];
    const Vec2 cm = p.rest * kUnitCm;
    const float here = fieldAt(tissue.tone, cm);
    // Tone .33 (in the healthy band) is calm, .75 is as tight as it gets.
    float t = clamp01((lerp(muscleTone, here, s.muscle >= 0 ? .6F : .3F) - .33F) / .42F);
    float inside = 0;
    for (const KnotShape& k : m_knots) {
      const float r2 = lengthSquared(p.rest - k.at);
      const float hold = std::max(0.0F, k.painted);
      if (hold <= 0 || r2 > k.radius * k.radius * 4) continue;
      t += .75F * hold * std::exp(-r2 / (k.radius * k.radius * .72F));
      if (r2 < k.radius * k.radius) inside = std::max(inside, hold * (1 - std::sqrt(r2) / k.radius));
    }
    t = clamp01(t - inside * .55F * s.h2);
    sf::Color c = theme::ramp(t);
    float a = p.envelope * lerp(.95F, 1.15F, t) * (1 - .45F * inside);
    float w = lerp(1.0F, 1.5F, t) * (.7F + .6F * s.h);
    const float flow = pulses ? clamp01((fieldAt(tissue.perfusion, cm) - kFlowSeenFrom) * kFlowSeen) : 0.0F;
    if (flow > .02F) {
      const float phase = p.along * 2.2F + s.h * .35F + s.u * .5F - m_time;
      float pulse = clamp01(1 - std::abs(phase - std::floor(phase) - .5F) * 4.2F);
      pulse *= pulse * flow;
      c = theme::mix(c, theme::rose, pulse * .85F);
      a *= 1 + pulse * 1.3F;
      w *= 1 + pulse * .9F;
    }
    const float heatC = warmthAt(tissue, cm);
    const float heat = clamp01(heatC / 7.0F);
    if (heat > 0) {
      c = theme::mix(c, heatC > kTooWarm ? theme::tooHot : theme::amber, heat * .8F);
      a *= 1 + heat * .5F;
    }
    c = theme::mix(c, theme::gold, aura * .28F * (.4F + .6F * s.h));
    a *= 1 + aura * .25F;
    Vec2 at = twisted(p.rest);
    if (loose) {
      const auto grey = static_cast<std::uint8_t>((c.r + c.g + c.b) / 3);
      c = theme::mix(c, {grey, grey, grey}, .6F);
      a *= .55F;
      w *= .8F;
      at.y += .006F * std::sin(kPi * p.along);
    }
    c.a = theme::byteOf(a);
    note(i, {at, w, c});
  }
}

// What changed, for the tile and the glow; then it is so.
void Fibres::note(std::size_t i, const LinePoint& now) {
  LinePoint& was = m_points[i];
  const auto off = [](std::uint8_t a, std::uint8_t b) {
    return std::abs(static_cast<float>(a) - static_cast<float>(b));
  };
  const float share = static_cast<float>(std::max(now.colour.a, was.colour.a)) / 255;
  const float change =
      (off(now.colour.r, was.colour.r) + off(now.colour.g, was.colour.g) + off(now.colour.b, was.colour.b)) * share +
      off(now.colour.a, was.colour.a) + kSeenMove * length(now.at - was.at) * share;
  bool own = false;  // painted with the square
  if (m_turned >= 0) {
    const KnotShape& k = m_knots[static_cast<std::size_t>(m_turned)];
    own = lengthSquared(now.at - k.at) < k.radius * k.radius;
  }
  if (change > 0 && !own) {
    const float x = (now.at.x - layer::kLeft) / (layer::kRight - layer::kLeft) * kTilesX,
                y = (now.at.y - layer::kTop) / (layer::kBottom - layer::kTop) * kTilesY;
    const int column = std::clamp(static_cast<int>(x), 0, kTilesX - 1),
              row = std::clamp(static_cast<int>(y), 0, kTilesY - 1);
    m_change[static_cast<std::size_t>(row * kTilesX + column)] += change;
    m_bloomChange += change;
  }
  was = now;
}

int Fibres::dirtiest() const {
  const auto most = std::max_element(m_change.begin(), m_change.end());
  return *most > kSeenChange ? static_cast<int>(most - m_change.begin()) : -1;
}

void Fibres::gatherBloom() {
  m_bloomChange = 0;
  std::vector<float> bloom(static_cast<std::size_t>(kBloomW) * kBloomH * 3U);
  for (const Strand& s : m_strands) {
    for (std::size_t i = s.first + 1; i < s.first + s.count; ++i) {
      const LinePoint& p = m_points[i];
      const float bx = (p.at.x - layer::kLeft) / (layer::kRight - layer::kLeft) * kBloomW,
                  by = (p.at.y - layer::kTop) / (layer::kBottom - layer::kTop) * kBloomH;
      const int ix = static_cast<int>(bx), iy = static_cast<int>(by);
      if (ix < 0 || iy < 0 || ix >= static_cast<int>(kBloomW) || iy >= static_cast<int>(kBloomH)) continue;
      const float e = static_cast<float>(p.colour.a) / 255 * p.width * length(p.at - m_points[i - 1].at) * kDrawnUnit /
                      40.0F / 255.0F;
      float* cell = &bloom[(static_cast<std::size_t>(iy) * kBloomW + static_cast<std::size_t>(ix)) * 3U];
      cell[0] += e * static_cast<float>(p.colour.r);
      cell[1] += e * static_cast<float>(p.colour.g);
      cell[2] += e * static_cast<float>(p.colour.b);
    }
  }
  paintBloom(bloom);
}

void Fibres::paintBloom(std::vector<float>& bloom) {
  // Soft limit, then two box passes a side stand in for a Gaussian.
  for (float& v : bloom) v = 1 - std::exp(-v);
  std::vector<float> other(bloom.size());
  for (int pass = 0; pass < 4; ++pass) {
    const bool across = pass % 2 == 0;
    for (int y = 0; y < static_cast<int>(kBloomH); ++y) {
      for (int x = 0; x < static_cast<int>(kBloomW); ++x) {
        for (int k = 0; k < 3; ++k) {
          float sum = 0;
          for (int d = -1; d <= 1; ++d) {
            const int u = std::clamp(x + (across ? d : 0), 0, static_cast<int>(kBloomW) - 1),
                      v = std::clamp(y + (across ? 0 : d), 0, static_cast<int>(kBloomH) - 1);
            sum += bloom[static_cast<std::size_t>((v * static_cast<int>(kBloomW) + u) * 3 + k)];
          }
          other[static_cast<std::size_t>((y * static_cast<int>(kBloomW) + x) * 3 + k)] = sum / 3;
        }
      }
    }
    bloom.swap(other);
  }
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(kBloomW) * kBloomH * 4U);
  for (std::size_t i = 0; i < bytes.size() / 4; ++i) {
    for (std::size_t k = 0; k < 3; ++k) bytes[i * 4 + k] = theme::byteOf(bloom[i * 3 + k] * .55F - 1.0F / 255.0F);
    bytes[i * 4 + 3] = 255;
  }
  (void)platform::loadPixels(m_bloom, kBloomW, kBloomH, bytes.data());
  m_bloom.setSmooth(true);
}

// Whole segments, and one more at each end: a line turns at its inner points as if it were drawn whole, so pieces of
// neighbouring parts meet without a seam.
template <class Point>
void Fibres::drawPieces(Painter& painter, const LayerPart& part, const Point& point) const {
  constexpr float kAround = .008F;  // of a line's own width and softness
  std::vector<LinePoint> piece;
  for (const Strand& s : m_strands) {
    if (!part.meets(s.reach.left, s.reach.top, s.reach.right, s.reach.bottom)) continue;
    const auto seen = [&](std::size_t i) {  // the segment that ends at i
      const Vec2 a = m_points[i - 1].at, b = m_points[i].at;
      return part.meets(std::min(a.x, b.x) - kAround, std::min(a.y, b.y) - kAround, std::max(a.x, b.x) + kAround,
                        std::max(a.y, b.y) + kAround);
    };
    const std::size_t end = s.first + s.count;
    for (std::size_t i = s.first + 1; i < end; ++i) {
      if (!seen(i)) continue;
      std::size_t last = i;
      while (last + 1 < end && seen(last + 1)) ++last;
      piece.clear();
      for (std::size_t k = i - 1 > s.first ? i - 2 : s.first; k <= std::min(last + 1, end - 1); ++k)
        piece.push_back(point(s, k));
      painter.ribbon(piece);
      i = last;
    }
  }
}

void Fibres::draw(Painter& painter, const LayerPart& part) const {
  drawPieces(painter, part, [&](const Strand&, std::size_t i) {
    LinePoint p = m_points[i];
    p.at = p.at * kDrawnUnit;
    return p;
  });
}

void Fibres::drawPhases(Painter& painter, const LayerPart& part) const {
  drawPieces(painter, part, [&](const Strand& s, std::size_t i) {
    const float phase = 2 * kPi * (m_samples[i].along * 2.2F + s.h * .35F + s.u * .5F);
    return LinePoint{m_points[i].at * kDrawnUnit, m_points[i].width * 1.3F,
                     sf::Color(theme::byteOf(.5F + .5F * std::cos(phase)), theme::byteOf(.5F + .5F * std::sin(phase)),
                               theme::byteOf(m_samples[i].envelope))};
  });
}

}  // namespace knead::app
