// Each frame colours a part of the samples, and paints the knot that turned or the tile that changed most: one thing a
// frame, so that none is long.
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

constexpr int kFlowEvery = 4;       // frames
constexpr float kBloodSeen = .06F;  // a knot's hold since its blood was painted
// Blood: a little of it everywhere, most where it was brought (perfusion 1 is rest).
constexpr float kFlowEverywhere = .15F, kFlowFrom = 1.04F, kFlowGain = 1.1F, kFlowUnseen = .03F;
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
        const float x0 = lerp(layer::kLeft, layer::kRight, static_cast<float>(i) / kMeshX) - kGlow,
                    x1 = lerp(layer::kLeft, layer::kRight, static_cast<float>(i + 1) / kMeshX) + kGlow,
                    y0 = lerp(layer::kTop, layer::kBottom, static_cast<float>(j) / kMeshY) - kGlow,
                    y1 = lerp(layer::kTop, layer::kBottom, static_cast<float>(j + 1) / kMeshY) + kGlow;
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

void BodyPicture::begin(const sim::Session& session, const story::Build& build) {
  m_bend.setBuild(build);
  m_fibres.begin(session);
  m_thread = {};
  m_rig.begin(session);
  m_bend.follow(m_rig.pose());
  m_layerScale = 0;
  m_session = &session;
}

void BodyPicture::update(const sim::Session& session, const RigHand& hand, float seconds, bool breathing) {
  m_session = &session;
  m_thread.age += seconds;
  if (m_thread.age > kThreadS) m_thread.seen = false;
  m_rig.advance(session, hand, seconds, breathing);
  m_bend.follow(m_rig.pose());
  m_fibres.ease(session, seconds, breathing);
  m_aura = session.person().endorphins * .8F;
  m_still = !breathing;
  m_seconds += seconds;
  if (m_frame++ % kFlowEvery != 0) return;
  measureFlow(session);
  m_hot.find(session);
}

void BodyPicture::measureFlow(const sim::Session& session) {
  m_flow.clear();
  const auto perfusion = session.tissue().perfusion;
  const float everywhere = kFlowEverywhere * clamp01(session.meters().circulation);
  for (int j = 0; j <= kMeshY; ++j) {
    for (int i = 0; i <= kMeshX; ++i) {
      const Vec2 cm = Vec2{lerp(layer::kLeft, layer::kRight, static_cast<float>(i) / kMeshX),
                           lerp(layer::kTop, layer::kBottom, static_cast<float>(j) / kMeshY)} *
                      kUnitCm;
      const float local = std::max(0.0F, (fieldAt(perfusion, cm) - kFlowFrom) * kFlowGain);
      m_flow.push_back(clamp01(everywhere + local - kFlowUnseen));
    }
  }
}

void BodyPicture::refresh(float scale, bool some) {
  // Layer pixels to one of the picture, and how much is painted a frame, by quality.
  static constexpr std::array<float, 3> kFiner = {1.0F, 1.25F, 1.5F};
  static constexpr std::array<int, 3> kJobs = {1, 3, Fibres::kTiles};
  const auto quality = static_cast<std::size_t>(m_kit->quality);
  scale *= kFiner[quality];
  if (std::abs(scale - m_layerScale) <= .5F && m_epoch == m_kit->epoch) {
    if (!some) return;
    m_fibres.colour(*m_session, m_aura, !m_blood.ready());
    for (int i = 0; i < kJobs[quality] && paintNext(); ++i) continue;
    return;
  }
  if (m_kit->first || m_kit->unseen) return;
  m_layerScale = scale;
  m_epoch = m_kit->epoch;
  m_width = static_cast<unsigned>((layer::kRight - layer::kLeft) * scale);
  m_height = static_cast<unsigned>((layer::kBottom - layer::kTop) * scale);
  if (!platform::resize(m_layer, m_width, m_height)) return;
  m_layer.setSmooth(true);
  if (!shadeBody(m_body, std::min(360U, m_width), std::min(548U, m_height))) return;
  const bool blood = m_blood.prepare(m_width, m_height, m_kit->quality != Quality::Low);
  m_fibres.colourAll(*m_session, m_aura, !blood);
  m_layer.clear(sf::Color::Transparent);
  paint({});
  m_layer.display();
  if (blood) paintBlood({});
  m_bloodHold.clear();
  for (const KnotShape& k : m_fibres.knots()) m_bloodHold.push_back(k.painted);
}

// The most urgent thing; false if nothing is to be seen.
bool BodyPicture::paintNext() {
  const bool pulses = !m_blood.ready();
  for (std::size_t i = 0; i < m_bloodHold.size() && m_blood.ready(); ++i) {
    const float painted = m_fibres.knots()[i].painted;
    if (std::abs(painted - m_bloodHold[i]) < kBloodSeen) continue;
    m_bloodHold[i] = painted;
    paintBlood(m_fibres.square(static_cast<int>(i)));
    return true;
  }
  const int tile = m_fibres.dirtiest(), knot = m_fibres.movedKnot();
  // A knot that turns all the time leaves every third turn to the rest.
  constexpr int kRest = 3;
  if (knot >= 0 && (tile < 0 || ++m_turns % kRest != 0)) {
    m_fibres.turn(knot, *m_session, m_aura, pulses);
    paint(m_fibres.square(knot));
  } else if (tile >= 0) {
    paint(Fibres::tile(tile));
    m_fibres.painted(tile);
  } else {
    return false;
  }
  m_layer.display();
  return true;
}

// The part in whole pixels of the layer, and the view that paints nothing else.
LayerPart BodyPicture::snapped(const LayerPart& part, sf::View& view) const {
  const auto W = static_cast<float>(m_width), H = static_cast<float>(m_height);
  const auto pixel = [&](float v, float from, float most) {
    return clamp(std::round((v - from) * m_layerScale), 0, most);
  };
  const float x0 = pixel(part.left, layer::kLeft, W),
              x1 = part.right >= layer::kRight ? W : pixel(part.right, layer::kLeft, W),
              y0 = pixel(part.top, layer::kTop, H),
              y1 = part.bottom >= layer::kBottom ? H : pixel(part.bottom, layer::kTop, H);
  view = platform::viewOf(x0, y0, x1 - x0, y1 - y0);
  platform::setViewport(view, x0 / W, y0 / H, (x1 - x0) / W, (y1 - y0) / H);
  return {layer::kLeft + x0 / m_layerScale, layer::kTop + y0 / m_layerScale, layer::kLeft + x1 / m_layerScale,
          layer::kTop + y1 / m_layerScale};
}

void BodyPicture::paintBlood(const LayerPart& part) {
  sf::View view;
  const LayerPart whole = snapped(part, view);
  m_blood.paint(*m_kit, m_fibres, m_layerScale, view, whole);
  m_blood.finish();
}

void BodyPicture::paint(const LayerPart& wanted) {
  const auto W = static_cast<float>(m_width), H = static_cast<float>(m_height);
  sf::View view;
  const LayerPart part = snapped(wanted, view);
  m_layer.setView(view);
  drawQuad(m_layer, m_body, 0, 0, W, H, sf::BlendNone);
  Painter painter(*m_kit);
  painter.setScale(m_layerScale / kDrawnUnit, {-layer::kLeft * m_layerScale, -layer::kTop * m_layerScale});
  for (const KnotShape& k : m_fibres.knots()) {
    const float reach = k.radius * 1.5F;
    if (k.painted > .02F && part.meets(k.at.x - reach, k.at.y - reach, k.at.x + reach, k.at.y + reach))
      painter.glow(place(k.at), reach * kDrawnUnit, theme::ember, .26F * k.painted);
  }
  painter.flush(m_layer);
  drawQuad(m_layer, m_fibres.bloom(), 0, 0, W, H, platform::kLight);
  m_fibres.draw(painter, part);
  drawContours(painter);
  for (int k = 0; k < 5; ++k)
    painter.polyline({place({0, -.02F}), place({0, .97F})}, kDrawnUnit * (.020F + .012F * static_cast<float>(k)),
                     theme::fade(theme::shade, .13F));
  if (spineInLayer())
    drawSpine(painter, m_bend, {[](Vec2 cm) { return place(cm * (1 / kUnitCm)); }, kDrawnUnit, true, part}, m_aura);
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

void BodyPicture::drawSkin(sf::RenderTarget& target, const Painter& painter, const Stage& stage) {
  std::vector<sf::Vertex> corners, flowing, plain;
  for (int j = 0; j <= kMeshY; ++j) {
    for (int i = 0; i <= kMeshX; ++i) {
      const float x = lerp(layer::kLeft, layer::kRight, static_cast<float>(i) / kMeshX),
                  y = lerp(layer::kTop, layer::kBottom, static_cast<float>(j) / kMeshY);
      const Vec2 s = onScreen(Vec2{x, y} * kUnitCm, stage) * painter.scale();
      const std::uint8_t flow =
          m_flow.empty() ? std::uint8_t{0} : theme::byteOf(m_flow[static_cast<std::size_t>(j * (kMeshX + 1) + i)]);
      corners.push_back(vertexAt(s.x, s.y, (x - layer::kLeft) * m_layerScale, (y - layer::kTop) * m_layerScale,
                                 sf::Color(flow, flow, flow)));
    }
  }
  // Where no blood is to be seen a plain copy does.
  for (int j = 0; j < kMeshY; ++j) {
    for (int i = 0; i < kMeshX; ++i) {
      if (!filledCells()[static_cast<std::size_t>(j * kMeshX + i)]) continue;
      const auto c = static_cast<std::size_t>(j * (kMeshX + 1) + i);
      const std::array<std::size_t, 6> cell = {c, c + 1, c + kMeshX + 1, c + 1, c + kMeshX + 1, c + kMeshX + 2};
      const bool blood = m_blood.ready() &&
                         std::any_of(cell.begin(), cell.end(), [&](std::size_t k) { return corners[k].color.r > 0; });
      for (const std::size_t k : cell) (blood ? flowing : plain).push_back(corners[k]);
    }
  }
  if (!flowing.empty()) m_blood.draw(target, m_layer.getTexture(), flowing, m_fibres.turns(), m_still);
  sf::RenderStates states;
  states.texture = &m_layer.getTexture();
  states.blendMode = platform::kPremultiplied;
  if (m_kit->hasCopy) states.shader = &m_kit->copy;
  if (!m_kit->hasCopy) {
    for (sf::Vertex& v : plain) v.color = sf::Color::White;
  }
  if (!plain.empty()) target.draw(plain.data(), plain.size(), platform::kTriangles, states);
}

void BodyPicture::draw(sf::RenderTarget& target, Painter& painter, const Stage& stage, float aura) {
  if (m_layerScale <= 0) return;
  drawSkin(target, painter, stage);
  m_kit->layers.done("05 skin");
  if (!m_still) m_fibres.drawWaves(painter, [&](Vec2 cm) { return onScreen(cm, stage); });
  if (!spineInLayer()) drawSpine(painter, m_bend, {[&](Vec2 cm) { return onScreen(cm, stage); }, stage.unit}, aura);
  painter.flush(target);
  m_kit->layers.done("06 spine");
  drawRings(painter, stage);
  m_hot.draw(
      painter, [&](Vec2 cm) { return onScreen(cm, stage); }, m_seconds, m_still);
  drawThread(painter, stage);
  painter.flush(target);
}

// How much of each knot is left; the ring of one that let go opens and is gone.
void BodyPicture::drawRings(Painter& painter, const Stage& stage) const {
  constexpr float kOpensS = 1.1F, kOpensTo = 1.6F, kShownFrom = .12F;
  for (const KnotShape& k : m_fibres.knots()) {
    const Vec2 at = onScreen(k.at * kUnitCm, stage);
    const float r = k.radius * stage.unit * .98F;
    if (k.freedForS < 0) {
      if (k.hold > kShownFrom)
        painter.arc(at, r, -kPi / 2, -kPi / 2 + 2 * kPi * k.hold, 1.4F, theme::fade(theme::ember, .75F));
      continue;
    }
    const float t = k.freedForS / kOpensS, opened = 1 - std::exp2(-7 * t);
    if (t < 1)
      painter.circle(at, r * lerp(1, kOpensTo, opened), 1.6F,
                     theme::fade(theme::mix(theme::ember, theme::rose, opened), .8F * (1 - t) * (1 - t)));
  }
}

}  // namespace knead::app
