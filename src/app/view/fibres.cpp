// Strands along the guide curves, finer near knots; colours of all samples in one pass; see the header.
#include "app/view/fibres.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/theme.hpp"
#include "app/view/body_shape.hpp"
#include "app/view/stage.hpp"
#include "core/math.hpp"
#include "core/random.hpp"

namespace knead::app {
namespace {

// Blood is seen where it flows better than at rest (perfusion 1).
constexpr float kFlowSeenFrom = 1.0F, kFlowSeen = 1.25F;
// A release: a crest that runs 1.1 s (style, motion).
constexpr float kWaveS = 1.1F, kWaveStartCm = 3.0F, kWaveCmPerS = 24.0F, kWaveWidthCm = 3.2F;

constexpr float kPi = 3.14159265F;
constexpr unsigned kBloomW = 92, kBloomH = 140;

// A cell value, bilinear between cell centres.
float field(std::span<const float, sim::kCells> f, Vec2 cm) {
  const float x = clamp((cm.x - level::kMinXCm) / sim::kCellWidthCm - .5F, 0, sim::kColumns - 1.001F);
  const float y = clamp((cm.y - level::kMinYCm) / sim::kCellHeightCm - .5F, 0, sim::kRows - 1.001F);
  const int c = static_cast<int>(x), r = static_cast<int>(y);
  const auto at = [&](int i, int j) { return f[static_cast<std::size_t>(sim::cellIndex(i, j))]; };
  const float u = x - static_cast<float>(c), v = y - static_cast<float>(r);
  return lerp(lerp(at(c, r), at(c + 1, r), u), lerp(at(c, r + 1), at(c + 1, r + 1), u), v);
}

}  // namespace

void Fibres::begin(const sim::Session& session) {
  m_knots.clear();
  m_waves.clear();
  int k = 0;
  for (const sim::KnotView& knot : session.knots()) {
    m_knots.push_back({knot.at * (1 / kUnitCm), .072F, (k++ % 2 == 0) ? 3.2F : -3.2F, knot.tightness});
  }
  build();
  colour(session, 0.0F);
}

void Fibres::ease(const sim::Session& session, float seconds) {
  for (Wave& wave : m_waves) wave.age += seconds;
  std::erase_if(m_waves, [](const Wave& wave) { return wave.age > kWaveS; });
  m_time += seconds * lerp(.55F, 1.1F, session.meters().circulation);
  const auto knots = session.knots();
  for (std::size_t i = 0; i < m_knots.size() && i < knots.size(); ++i) {
    const float target = knots[i].released ? 0.0F : knots[i].tightness;
    m_knots[i].hold += (target - m_knots[i].hold) * (1 - std::exp(-seconds * 4.0F));
  }
}

bool Fibres::wave(std::size_t i, Vec2& cm, float& part) const {
  if (i >= m_waves.size()) return false;
  cm = m_waves[i].cm;
  part = m_waves[i].age / kWaveS;
  return true;
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
        s.top = 9;
        s.bottom = -9;
        constexpr int kFar = 12, kNear = 5;
        const auto add = [&](float part) {
          const Vec2 p = at(part);
          const float envelope = band.alpha * (.50F + .5F * s.h2) *
                                 std::pow(std::max(0.0F, std::sin(kPi * clamp01(part * .94F + .03F))), .45F) *
                                 lineFade(p.x, p.y) * (band.layer == 0 ? .8F : 1.0F);
          const float light = lightAt(p.x, p.y);
          m_samples.push_back({p, part, light, envelope * (.62F + 1.05F * light * light)});
          s.top = std::min(s.top, p.y);
          s.bottom = std::max(s.bottom, p.y);
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
        s.top -= .1F;
        s.bottom += .1F;
        m_strands.push_back(s);
      }
    }
  }
  m_points.assign(m_samples.size(), {});
}

Vec2 Fibres::twisted(Vec2 p) const {
  for (const KnotShape& k : m_knots) {
    const Vec2 d = p - k.at;
    const float r2 = lengthSquared(d);
    if (k.hold <= 0.01F || r2 >= k.radius * k.radius) continue;
    const float r = std::sqrt(r2), q = 1 - r / k.radius, a = k.angle * k.hold * q * q * (3 - 2 * q);
    const float f = 1 - .44F * k.hold * q * q * (r / k.radius), c = std::cos(a), s = std::sin(a);
    p = {k.at.x + (d.x * c - d.y * s) * f, k.at.y + (d.x * s + d.y * c) * f};
  }
  return p;
}

void Fibres::colour(const sim::Session& session, float aura) {
  const sim::TissueView tissue = session.tissue();
  const auto tones = session.muscleTone();
  float meanTone = 0;
  for (const float t : tones) meanTone += t / static_cast<float>(level::kMuscleCount);
  std::vector<float> bloom(static_cast<std::size_t>(kBloomW) * kBloomH * 3U);
  for (const Strand& s : m_strands) {
    const std::size_t index = s.muscle >= 0 ? static_cast<std::size_t>(2 * s.muscle + (s.right ? 1 : 0)) : 0U;
    const float muscleTone = s.muscle >= 0 ? tones[index] : meanTone * .75F;
    const bool loose =
        s.muscle >= 0 && muscleTone < level::muscles()[static_cast<std::size_t>(s.muscle)].bandLow - .02F;
    for (std::size_t i = s.first; i < s.first + s.count; ++i) {
      const Sample& p = m_samples[i];
      const Vec2 cm = p.rest * kUnitCm;
      const float here = field(tissue.tone, cm);
      // Tone .27 (low end of the healthy band) is calm, .75 is as tight as it gets.
      float t = clamp01((lerp(muscleTone, here, s.muscle >= 0 ? .6F : .3F) - .27F) / .48F);
      float inside = 0;
      for (const KnotShape& k : m_knots) {
        const float r2 = lengthSquared(p.rest - k.at);
        if (r2 > k.radius * k.radius * 4) continue;
        t += .75F * k.hold * std::exp(-r2 / (k.radius * k.radius * .72F));
        if (r2 < k.radius * k.radius) inside = std::max(inside, k.hold * (1 - std::sqrt(r2) / k.radius));
      }
      t = clamp01(t - inside * .55F * s.h2);
      sf::Color c = theme::ramp(t);
      float a = p.envelope * lerp(.95F, 1.15F, t) * (1 - .45F * inside);
      float w = lerp(1.0F, 1.5F, t) * (.7F + .6F * s.h);
      const float flow = clamp01((field(tissue.perfusion, cm) - kFlowSeenFrom) * kFlowSeen);
      if (flow > .02F) {
        const float phase = p.along * 2.2F + s.h * .35F + s.u * .5F - m_time;
        float pulse = clamp01(1 - std::abs(phase - std::floor(phase) - .5F) * 4.2F);
        pulse *= pulse * flow;
        c = theme::mix(c, theme::rose, pulse * .85F);
        a *= 1 + pulse * 1.3F;
        w *= 1 + pulse * .9F;
      }
      for (const Wave& wave : m_waves) {
        const float front = kWaveStartCm + wave.age * kWaveCmPerS;
        const float off = (std::sqrt(lengthSquared(cm - wave.cm)) - front) / kWaveWidthCm;
        const float crest = std::exp(-off * off) * (1 - wave.age / kWaveS);
        c = theme::mix(c, theme::rose, crest * .9F);
        a *= 1 + crest * 1.2F;
        w *= 1 + crest * .8F;
      }
      const float heatC = std::max(field(tissue.skinC, cm) - 34.5F, (field(tissue.muscleC, cm) - 37.3F) * 1.6F);
      const float heat = clamp01(heatC / 7.0F);
      if (heat > 0) {
        c = theme::mix(c, heatC > 8.2F ? theme::tooHot : theme::amber, heat * .8F);
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
      m_points[i] = {at, w, c};
      const float bx = (at.x - layer::kLeft) / (layer::kRight - layer::kLeft) * kBloomW,
                  by = (at.y - layer::kTop) / (layer::kBottom - layer::kTop) * kBloomH;
      const int ix = static_cast<int>(bx), iy = static_cast<int>(by);
      if (i > s.first && ix >= 0 && iy >= 0 && ix < static_cast<int>(kBloomW) && iy < static_cast<int>(kBloomH)) {
        const float e = clamp01(a) * w * std::sqrt(lengthSquared(at - m_points[i - 1].at)) * 540.0F / 40.0F / 255.0F;
        float* cell = &bloom[(static_cast<std::size_t>(iy) * kBloomW + static_cast<std::size_t>(ix)) * 3U];
        cell[0] += e * static_cast<float>(c.r);
        cell[1] += e * static_cast<float>(c.g);
        cell[2] += e * static_cast<float>(c.b);
      }
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

void Fibres::draw(Painter& painter, float top, float bottom) const {
  std::vector<LinePoint> piece;
  for (const Strand& s : m_strands) {
    if (s.bottom < top || s.top > bottom) continue;
    piece.clear();
    for (std::size_t i = s.first; i < s.first + s.count; ++i) {
      LinePoint p = m_points[i];
      p.at = p.at * kDrawnUnit;
      piece.push_back(p);
    }
    painter.ribbon(piece);
  }
}

}  // namespace knead::app
