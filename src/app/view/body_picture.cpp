// One cycle: colours and twists of all samples are computed, then the strips of the layer are redrawn one a frame.
#include "app/view/body_picture.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/theme.hpp"
#include "app/view/body_light.hpp"
#include "app/view/body_shape.hpp"
#include "app/view/spine.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

using namespace layer;
constexpr float kPi = 3.14159265F;
constexpr int kStrips = 4;
constexpr float kThreadS = 3;  // a referred ache is shown this long
constexpr int kMeshX = 14, kMeshY = 26;

// Layer units to what the painter is told.
Vec2 place(Vec2 p) { return p * kDrawnUnit; }
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

// Cells of the mesh that the body or its glow reaches: the others are clear, and copying them is not free.
const std::vector<bool>& filledCells() {
  static const std::vector<bool> cells = [] {
    constexpr float kGlow = .035F;
    constexpr int kSteps = 6;
    std::vector<bool> out;
    for (int j = 0; j < kMeshY; ++j) {
      for (int i = 0; i < kMeshX; ++i) {
        const float x0 = lerp(kLeft, kRight, static_cast<float>(i) / kMeshX) - kGlow,
                    x1 = lerp(kLeft, kRight, static_cast<float>(i + 1) / kMeshX) + kGlow,
                    y0 = lerp(kTop, kBottom, static_cast<float>(j) / kMeshY) - kGlow,
                    y1 = lerp(kTop, kBottom, static_cast<float>(j + 1) / kMeshY) + kGlow;
        bool filled = false;
        for (int k = 0; k < (kSteps + 1) * (kSteps + 1) && !filled; ++k)
          filled = heightAt(lerp(x0, x1, static_cast<float>(k % (kSteps + 1)) / kSteps),
                            lerp(y0, y1, static_cast<float>(k / (kSteps + 1)) / kSteps)) > 0;
        out.push_back(filled);
      }
    }
    return out;
  }();
  return cells;
}

}  // namespace

void BodyPicture::begin(const sim::Session& session) {
  m_fibres.begin(session);
  m_thread = {};
  m_rig.begin(session);
  m_bend.follow(m_rig.pose());
  m_nextStrip = 0;
  m_layerScale = 0;
}

void BodyPicture::update(const sim::Session& session, const RigHand& hand, float seconds, bool breathing) {
  m_thread.age += seconds;
  if (m_thread.age > kThreadS) m_thread.seen = false;
  m_rig.advance(session, hand, seconds, breathing);
  m_bend.follow(m_rig.pose());
  m_fibres.ease(session, seconds);
  m_aura = session.person().endorphins * .8F;
  if (m_nextStrip == 0) m_fibres.colour(session, m_aura);
}

void BodyPicture::refresh(float scale, bool strip) {
  const bool whole = std::abs(scale - m_layerScale) > .5F || m_epoch != m_kit->epoch;
  if (!whole && !strip) return;
  if (whole) {
    m_layerScale = scale;
    m_epoch = m_kit->epoch;
    m_width = static_cast<unsigned>((kRight - kLeft) * scale);
    m_height = static_cast<unsigned>((kBottom - kTop) * scale);
    if (!platform::resize(m_layer, m_width, m_height)) return;
    m_layer.setSmooth(true);
    if (!shadeBody(m_body, std::min(360U, m_width), std::min(548U, m_height))) return;
    m_layer.clear(sf::Color::Transparent);
    for (int i = 0; i < kStrips; ++i) redrawStrip(i);
    m_nextStrip = 0;
  } else {
    redrawStrip(m_nextStrip);
    m_nextStrip = (m_nextStrip + 1) % kStrips;
  }
  m_layer.display();
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
  painter.setScale(m_layerScale / kDrawnUnit, {-kLeft * m_layerScale, -kTop * m_layerScale});
  for (const KnotShape& k : m_fibres.knots()) {
    if (k.hold > .02F) painter.glow(place(k.at), k.radius * kDrawnUnit * 1.5F, theme::ember, .26F * k.hold);
  }
  painter.flush(m_layer);
  drawQuad(m_layer, m_fibres.bloom(), 0, 0, W, H, platform::kLight);
  m_fibres.draw(painter, kTop + y0 / m_layerScale, kTop + y1 / m_layerScale);
  drawContours(painter);
  for (int k = 0; k < 5; ++k)
    painter.polyline({place({0, -.02F}), place({0, .97F})}, kDrawnUnit * (.020F + .012F * static_cast<float>(k)),
                     theme::fade(theme::shade, .13F));
  painter.flush(m_layer);
}

void BodyPicture::drawContours(Painter& painter) const {
  std::vector<LinePoint> piece;
  for (const float side : {-1.0F, 1.0F}) {
    struct Look {
      Outline which;
      float width, alpha;
    };
    static constexpr std::array<Look, 4> kLooks = {{{Outline::Head, 1.3F, .8F},
                                                    {Outline::Shoulder, 1.5F, .95F},
                                                    {Outline::Side, 1.3F, .8F},
                                                    {Outline::Arm, 1.1F, .5F}}};
    for (const Look& look : kLooks) {
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
}

void BodyPicture::drawThread(Painter& painter, const Stage& stage) const {
  if (!m_thread.seen) return;
  const float alpha = smoothStep(0, .12F, m_thread.age / kThreadS) * (1 - smoothStep(.6F, 1, m_thread.age / kThreadS));
  const Vec2 way = m_thread.to - m_thread.from;
  const float cm = length(way);
  // Dashes of a centimetre and gaps of half of one; shape as well as colour says that it is not a fibre.
  for (float at = 2; at < cm - 1.5F; at += 1.5F) {
    painter.segment(onScreen(m_thread.from + way * (at / cm), stage),
                    onScreen(m_thread.from + way * (minOf(at + 1, cm) / cm), stage), 2,
                    theme::fade(theme::ember, alpha));
  }
  const Vec2 felt = onScreen(m_thread.to, stage);
  painter.glow(felt, 46, theme::ember, .5F * alpha);
  painter.circle(felt, 15, 1.8F, theme::fade(theme::ember, alpha));
}

void BodyPicture::draw(sf::RenderTarget& target, Painter& painter, const Stage& stage, float aura) {
  std::vector<sf::Vertex> mesh;
  const auto corner = [&](int i, int j) {
    const float x = lerp(kLeft, kRight, static_cast<float>(i) / kMeshX),
                y = lerp(kTop, kBottom, static_cast<float>(j) / kMeshY);
    const Vec2 s = onScreen(Vec2{x, y} * kUnitCm, stage) * painter.scale();
    return vertexAt(s.x, s.y, (x - kLeft) * m_layerScale, (y - kTop) * m_layerScale);
  };
  for (int j = 0; j < kMeshY; ++j) {
    for (int i = 0; i < kMeshX; ++i) {
      if (!filledCells()[static_cast<std::size_t>(j * kMeshX + i)]) continue;
      const std::array<sf::Vertex, 4> c = {corner(i, j), corner(i + 1, j), corner(i, j + 1), corner(i + 1, j + 1)};
      for (const std::size_t k : {0U, 1U, 2U, 1U, 2U, 3U}) mesh.push_back(c[k]);
    }
  }
  sf::RenderStates states;
  states.texture = &m_layer.getTexture();
  states.blendMode = platform::kPremultiplied;
  if (m_kit->hasCopy) states.shader = &m_kit->copy;
  target.draw(mesh.data(), mesh.size(), platform::kTriangles, states);
  m_kit->layers.done("05 skin");
  drawSpine(painter, m_bend, stage, aura);
  painter.flush(target);
  m_kit->layers.done("06 spine");
  for (const KnotShape& k : m_fibres.knots()) {
    if (k.hold > .12F)
      painter.arc(onScreen(k.at * kUnitCm, stage), k.radius * stage.unit * .98F, -kPi / 2, -kPi / 2 + 2 * kPi * k.hold,
                  1.4F, theme::fade(theme::ember, .75F));
  }
  drawThread(painter, stage);
  // A knot that let go: its ring opens and is gone.
  Vec2 cm;
  float part = 0;
  for (std::size_t i = 0; m_fibres.wave(i, cm, part); ++i) {
    const float open = 1 - std::pow(2.0F, -10 * part);
    painter.circle(onScreen(cm, stage), .072F * stage.unit * lerp(1.0F, 1.6F, open), 1.6F,
                   theme::fade(theme::rose, .8F * (1 - part)));
  }
  painter.flush(target);
}

}  // namespace knead::app
