// One cycle: colours and twists of all samples are computed, then the strips of the layer are redrawn one a frame.
#include "app/view/body_picture.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/theme.hpp"
#include "app/view/body_shape.hpp"
#include "core/math.hpp"
#include "core/random.hpp"

namespace knead::app {
namespace {

constexpr float kPi = 3.14159265F;
constexpr float kLeft = -.46F, kRight = .46F, kTop = -.32F, kBottom = 1.08F;
constexpr int kStrips = 4;
constexpr int kMeshX = 14, kMeshY = 26;
constexpr unsigned kBloomW = 92, kBloomH = 140;

sf::Vertex vertexAt(float x, float y, float u, float v, sf::Color c = sf::Color::White) {
  sf::Vertex out;
  out.position = {x, y};
  out.color = c;
  out.texCoords = {u, v};
  return out;
}
void drawQuad(sf::RenderTarget& target, const sf::Texture& texture, float x, float y, float w, float h,
              const sf::BlendMode& blend) {
  const auto size = texture.getSize();
  const auto tw = static_cast<float>(size.x), th = static_cast<float>(size.y);
  const std::array<sf::Vertex, 6> q = {vertexAt(x, y, 0, 0),      vertexAt(x + w, y, tw, 0),
                                       vertexAt(x, y + h, 0, th), vertexAt(x + w, y, tw, 0),
                                       vertexAt(x, y + h, 0, th), vertexAt(x + w, y + h, tw, th)};
  sf::RenderStates states;
  states.texture = &texture;
  states.blendMode = blend;
  target.draw(q.data(), q.size(), platform::kTriangles, states);
}
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

void BodyPicture::begin(const sim::Session& session) {
  m_knots.clear();
  int k = 0;
  for (const sim::KnotView& knot : session.knots()) {
    m_knots.push_back({knot.at * (1 / kUnitCm), .072F, (k++ % 2 == 0) ? 3.2F : -3.2F, knot.tightness});
  }
  buildStrands();
  colourAll(session, 0.0F);
  m_bend.jumpTo(session.posture().lateralCm);
  m_nextStrip = 0;
  m_layerScale = 0;
}

void BodyPicture::buildStrands() {
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

void BodyPicture::bakeBody() {
  const unsigned w = std::min(360U, m_width), h = std::min(548U, m_height);
  std::vector<std::uint8_t> px(static_cast<std::size_t>(w) * h * 4U);
  for (unsigned j = 0; j < h; ++j) {
    for (unsigned i = 0; i < w; ++i) {
      const float x = lerp(kLeft, kRight, (static_cast<float>(i) + .5F) / static_cast<float>(w));
      const float y = lerp(kTop, kBottom, (static_cast<float>(j) + .5F) / static_cast<float>(h));
      const float height = heightAt(x, y);
      if (height <= 0 || std::abs(x) > .42F) continue;
      constexpr float e = .0035F;
      const float hx = (heightAt(x + e, y) - heightAt(x - e, y)) / (2 * e),
                  hy = (heightAt(x, y + e) - heightAt(x, y - e)) / (2 * e);
      const float il = 1 / std::sqrt(hx * hx + hy * hy + 1), nx = -hx * il, ny = -hy * il;
      float l = clamp01(nx * -.42F + ny * -.5F + il * .756F);
      l = l * l * (3 - 2 * l);
      sf::Color c = l < .5F ? theme::mix(theme::bodyShadow, theme::bodyMid, l * 2)
                            : theme::mix(theme::bodyMid, theme::bodyLit, (l - .5F) * 2 * .62F);
      c = theme::mix(c, theme::rim, std::pow(1 - il, 2.2F) * (.18F + .34F * clamp01(-nx * .8F - ny * .5F)));
      float a = smoothStep(0, .010F, height);
      a *= 1 - smoothStep(.255F, .285F, std::abs(x)) * smoothStep(.34F, .42F, y) * smoothStep(.40F, .635F, y);
      a *= smoothStep(-.215F, .03F, y) * (1 - smoothStep(.93F, 1.06F, y));
      const std::size_t at = (static_cast<std::size_t>(j) * w + i) * 4U;
      px[at] = theme::byteOf(static_cast<float>(c.r) / 255 * a);
      px[at + 1] = theme::byteOf(static_cast<float>(c.g) / 255 * a);
      px[at + 2] = theme::byteOf(static_cast<float>(c.b) / 255 * a);
      px[at + 3] = theme::byteOf(a);
    }
  }
  (void)platform::loadPixels(m_body, w, h, px.data());
  m_body.setSmooth(true);
}

Vec2 BodyPicture::twisted(Vec2 p) const {
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

void BodyPicture::colourAll(const sim::Session& session, float aura) {
  const sim::TissueView tissue = session.tissue();
  const auto tones = session.muscleTone();
  float meanTone = 0;
  for (const float t : tones) meanTone += t / static_cast<float>(level::kMuscleCount);
  const float line = 1.0F;
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
      float w = lerp(1.0F, 1.5F, t) * (.7F + .6F * s.h) * line;
      const float flow = clamp01((field(tissue.perfusion, cm) - 1.05F) * .55F);
      if (flow > .02F) {
        const float phase = p.along * 2.2F + s.h * .35F + s.u * .5F - m_time;
        float pulse = clamp01(1 - std::abs(phase - std::floor(phase) - .5F) * 4.2F);
        pulse *= pulse * flow;
        c = theme::mix(c, theme::rose, pulse * .85F);
        a *= 1 + pulse * 1.3F;
        w *= 1 + pulse * .9F;
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
      const float bx = (at.x - kLeft) / (kRight - kLeft) * kBloomW, by = (at.y - kTop) / (kBottom - kTop) * kBloomH;
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

void BodyPicture::redrawStrip(int strip) {
  const float y0 = std::floor(static_cast<float>(m_height) * static_cast<float>(strip) / kStrips);
  const float y1 = std::floor(static_cast<float>(m_height) * static_cast<float>(strip + 1) / kStrips);
  const auto W = static_cast<float>(m_width), H = static_cast<float>(m_height);
  sf::View view = platform::viewOf(0, y0, W, y1 - y0);
  platform::setViewport(view, 0, y0 / H, 1, (y1 - y0) / H);
  m_layer.setView(view);
  drawQuad(m_layer, m_body, 0, 0, W, H, sf::BlendNone);
  Painter painter(*m_kit);
  painter.setScale(m_layerScale / 540.0F, {-kLeft * m_layerScale, -kTop * m_layerScale});
  const auto place = [](Vec2 p) { return p * 540.0F; };
  for (const KnotShape& k : m_knots) {
    if (k.hold > .02F) painter.glow(place(k.at), k.radius * 540 * 1.5F, theme::ember, .26F * k.hold);
  }
  painter.flush(m_layer);
  drawQuad(m_layer, m_bloom, 0, 0, W, H, platform::kLight);
  const float top = kTop + y0 / m_layerScale, bottom = kTop + y1 / m_layerScale;
  std::vector<LinePoint> piece;
  for (const Strand& s : m_strands) {
    if (s.bottom < top || s.top > bottom) continue;
    piece.clear();
    for (std::size_t i = s.first; i < s.first + s.count; ++i) {
      LinePoint p = m_points[i];
      p.at = place(p.at);
      piece.push_back(p);
    }
    painter.ribbon(piece);
  }
  for (const float side : {-1.0F, 1.0F}) {
    struct Look {
      Outline which;
      float width, alpha;
    };
    static constexpr std::array<Look, 4> looks = {{{Outline::Head, 1.3F, .8F},
                                                   {Outline::Shoulder, 1.5F, .95F},
                                                   {Outline::Side, 1.3F, .8F},
                                                   {Outline::Arm, 1.1F, .5F}}};
    for (const Look& look : looks) {
      piece.clear();
      for (int i = 0; i <= 48; ++i) {
        const float t = static_cast<float>(i) / 48.0F;
        const Vec2 p = curveAt(outline(look.which), t);
        float a = look.alpha * lineFade(p.x, p.y) * .75F * (side < 0 ? 1.0F : .62F);
        if (look.which == Outline::Arm || look.which == Outline::Side) a *= smoothStep(0, .12F, t);
        piece.push_back({place({p.x * side, p.y}), look.width * (.7F + .3F * (side < 0 ? 1.0F : .62F)) * 1.1F,
                         theme::fade(theme::mix(theme::rim, theme::gold, m_aura * .8F), a)});
      }
      painter.ribbon(piece);
    }
  }
  for (int k = 0; k < 5; ++k)
    painter.polyline({place({0, -.02F}), place({0, .97F})}, 540 * (.020F + .012F * static_cast<float>(k)),
                     theme::fade(theme::shade, .13F));
  painter.flush(m_layer);
}

void BodyPicture::update(const sim::Session& session, float seconds) {
  m_bend.ease(session.posture().lateralCm, seconds);
  m_time += seconds * lerp(.55F, 1.1F, session.meters().circulation);
  m_aura = session.person().endorphins * .8F;
  const auto knots = session.knots();
  for (std::size_t i = 0; i < m_knots.size() && i < knots.size(); ++i) {
    const float target = knots[i].released ? 0.0F : knots[i].tightness;
    m_knots[i].hold += (target - m_knots[i].hold) * (1 - std::exp(-seconds * 4.0F));
  }
  if (m_nextStrip == 0) colourAll(session, m_aura);
}

void BodyPicture::draw(sf::RenderTarget& target, Painter& painter, const Stage& stage, float aura) {
  const float scale = stage.unit * painter.scale();
  if (std::abs(scale - m_layerScale) > .5F) {
    m_layerScale = scale;
    m_width = static_cast<unsigned>((kRight - kLeft) * scale);
    m_height = static_cast<unsigned>((kBottom - kTop) * scale);
    if (!platform::resize(m_layer, m_width, m_height)) return;
    m_layer.setSmooth(true);
    bakeBody();
    m_layer.clear(sf::Color::Transparent);
    for (int i = 0; i < kStrips; ++i) redrawStrip(i);
    m_nextStrip = 0;
  } else {
    redrawStrip(m_nextStrip);
    m_nextStrip = (m_nextStrip + 1) % kStrips;
  }
  m_layer.display();

  std::vector<sf::Vertex> mesh;
  const auto corner = [&](int i, int j) {
    const float x = lerp(kLeft, kRight, static_cast<float>(i) / kMeshX),
                y = lerp(kTop, kBottom, static_cast<float>(j) / kMeshY);
    const Vec2 s = onScreen(Vec2{x, y} * kUnitCm, stage) * painter.scale();
    return vertexAt(s.x, s.y, (x - kLeft) * m_layerScale, (y - kTop) * m_layerScale);
  };
  for (int j = 0; j < kMeshY; ++j) {
    for (int i = 0; i < kMeshX; ++i) {
      const std::array<sf::Vertex, 4> c = {corner(i, j), corner(i + 1, j), corner(i, j + 1), corner(i + 1, j + 1)};
      for (const std::size_t k : {0U, 1U, 2U, 1U, 2U, 3U}) mesh.push_back(c[k]);
    }
  }
  sf::RenderStates states;
  states.texture = &m_layer.getTexture();
  states.blendMode = platform::kPremultiplied;
  target.draw(mesh.data(), mesh.size(), platform::kTriangles, states);
  drawSpine(painter, stage, aura);
  for (const KnotShape& k : m_knots) {
    if (k.hold > .12F)
      painter.arc(onScreen(k.at * kUnitCm, stage), k.radius * stage.unit * .98F, -kPi / 2, -kPi / 2 + 2 * kPi * k.hold,
                  1.4F, theme::fade(theme::ember, .75F));
  }
  painter.flush(target);
}

void BodyPicture::drawSpine(Painter& painter, const Stage& stage, float aura) const {
  const sf::Color bone = theme::mix(theme::bone, theme::gold, aura * .35F);
  const auto bones = level::vertebrae();
  const auto placed = [&](Vec2 at, float angle) {
    const Vec2 o = onScreen(at, stage);
    const float c = std::cos(angle), s = std::sin(angle);
    return [=](Vec2 p) { return Vec2{o.x + p.x * c - p.y * s, o.y + p.x * s + p.y * c}; };
  };
  for (std::size_t i = 0; i < bones.size(); ++i) {
    const float n = static_cast<float>(i);
    const float w = stage.unit * .9F *
                    (i < 7    ? lerp(.021F, .025F, n / 6)
                     : i < 19 ? lerp(.028F, .033F, (n - 7) / 11)
                              : lerp(.04F, .047F, (n - 19) / 4));
    const float h = stage.unit * .9F * (i < 7 ? .0235F : i < 19 ? .0325F : .049F);
    const float fade = smoothStep(-.01F, .05F, bones[i].yCm / kUnitCm);
    const auto at = placed({0, bones[i].yCm}, -std::atan(m_bend.slope(bones[i].yCm)));
    const std::array<Vec2, 10> right = {{{0, -.46F * h},
                                         {.30F * w, -.44F * h},
                                         {.46F * w, -.20F * h},
                                         {w, -.20F * h},
                                         {1.06F * w, -.02F * h},
                                         {.86F * w, .10F * h},
                                         {.46F * w, .14F * h},
                                         {.26F * w, .42F * h},
                                         {.10F * w, .74F * h},
                                         {0, .80F * h}}};
    std::vector<Vec2> ring(right.begin(), right.end());
    for (std::size_t k = 8; k > 0; --k) ring.push_back({-right[k].x, right[k].y});
    std::vector<Vec2> path;
    for (std::size_t k = 0; k < ring.size(); ++k) {
      const Vec2 a = ring[(k + ring.size() - 1) % ring.size()], b = ring[k], c = ring[(k + 1) % ring.size()];
      const Vec2 p = (a + b) * .5F, q = (b + c) * .5F;
      for (const float t : {0.0F, .34F, .67F})
        path.push_back(at(p * ((1 - t) * (1 - t)) + b * (2 * t * (1 - t)) + q * (t * t)));
    }
    const float y0 = at({0, -.5F * h}).y, y1 = at({0, .8F * h}).y;
    painter.fill(path,
                 [=](Vec2 p) { return theme::fade(bone, lerp(.5F, .12F, clamp01((p.y - y0) / (y1 - y0))) * fade); });
    painter.polyline(path, std::max(.7F, stage.unit * .0019F), theme::fade(bone, .78F * fade), true);
    painter.segment(at({0, h * .14F}), at({0, h * .46F}), w * .17F + 1.0F, theme::fade(bone, .9F * fade));
  }
  const float s = stage.unit;
  const auto at = placed({0, .832F * kUnitCm}, -std::atan(m_bend.slope(62)));
  std::vector<Vec2> path;
  const std::array<Vec2, 9> side = {{{0, 0},
                                     {.03F, .000F},
                                     {.05F, .008F},
                                     {.0535F, .03F},
                                     {.048F, .06F},
                                     {.033F, .095F},
                                     {.014F, .128F},
                                     {.007F, .155F},
                                     {0, .17F}}};
  for (int i = 0; i <= 24; ++i) path.push_back(at(curveAt(side, static_cast<float>(i) / 24) * s));
  for (int i = 23; i > 0; --i) {
    const Vec2 p = curveAt(side, static_cast<float>(i) / 24) * s;
    path.push_back(at({-p.x, p.y}));
  }
  const float top = at({0, 0}).y;
  painter.fill(path, [=](Vec2 p) { return theme::fade(bone, lerp(.42F, .06F, clamp01((p.y - top) / (.17F * s)))); });
  painter.polyline(path, std::max(.7F, s * .0018F), theme::fade(bone, .65F), true);
  for (int r = 0; r < 4; ++r) {
    for (const float x : {-1.0F, 1.0F})
      painter.disc(
          at(Vec2{x * lerp(.026F, .012F, static_cast<float>(r) / 3), .030F + .028F * static_cast<float>(r)} * s),
          std::max(.8F, .0034F * s), theme::fade(bone, .75F));
  }
}

}  // namespace knead::app
