#include "app/screens/play/session_scene.hpp"

#include <cmath>

#include "app/screens/play/hand.hpp"
#include "app/view/furniture.hpp"
#include "app/view/side_figure.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

constexpr float kHaloRadius = 292, kBreath = 4;
constexpr int kHudEvery = 5;  // frames

}  // namespace

void SessionScene::react(const sim::Session& session) {
  for (const sim::Event& event : session.events()) {
    if (event.kind == sim::EventKind::ReferralFelt)
      m_body.refer(session.knots()[static_cast<std::size_t>(event.index)].at, event.at);
    if (event.kind == sim::EventKind::Flinch) m_body.flinch(event.at);
  }
}

void SessionScene::update(const sim::Session& session, const sim::TickInput& input, float seconds, bool still) {
  m_body.update(session,
                {input.contact && input.tool == level::Tool::Hand, input.positionCm(), session.touch().pressure},
                seconds, !still);
  m_motes.update(session.person().endorphins * 1.2F, seconds, !still);
}

void SessionScene::keepPlates(float scale, float warmth, const Show& show) {
  const float W = m_layout.width;
  // Warmth comes slowly: the light behind the back is painted again at every twentieth of it.
  const float step = std::round(warmth * 20) / 20;
  m_ground.keep({0, 0}, {W, 720}, scale, {step}, [&](Painter& p) {
    drawGround(p, W, {W / 2, 330});
    drawHalo(p, {W / 2, 300}, kHaloRadius, step);
  });
  const float lean = std::round(-m_body.bend().pelvisTilt() * .25F * 500) / 500;
  m_linen.keep({0, kLinenTop}, {W, 720 - kLinenTop}, scale, {lean}, [&](Painter& p) { drawLinen(p, W, W / 2, lean); });
  if (m_frame == 0)
    m_hud.keep({0, 0}, {W, 720}, scale, {static_cast<float>(show.session.tickCount())}, [&](Painter& p) {
      drawHud(p, m_layout, {show.session, show.now, show.input});
    });
}

Vec2 SessionScene::draw(sf::RenderTarget& target, Painter& p, float W, const Show& show) {
  if (W != m_layout.width) m_frame = 0;
  m_layout = HudLayout(W);
  m_stage = {{W / 2, 118}, 540};
  const sim::Session& session = show.session;
  const float warm = clamp01(session.person().endorphins * .8F);
  keepPlates(p.scale(), warm, show);
  m_kit->layers.done("01 plates: what is painted");
  m_body.refresh(m_stage.unit * p.scale(), m_frame != 0 && !show.busy);
  m_frame = (m_frame + 1) % kHudEvery;
  LayerClock& layers = m_kit->layers;
  layers.done("02 skin: what is refreshed");

  m_ground.draw(target);
  layers.done("03 ground and halo");
  const RigPose& pose = m_body.pose();
  const float breath = (pose.breath * 2 - 1) * kBreath;
  drawHaloRim(p, {W / 2, 300}, kHaloRadius + breath, warm);
  p.flush(target);
  layers.done("04 rim");
  m_body.draw(target, p, m_stage, warm);
  layers.done("07 rings and threads");
  const auto tools = session.tools();
  for (std::size_t i = 0; i < tools.size() && i < pose.laid.size(); ++i)
    drawLaidTool(p, tools[i], pose.laid[i], toScreen(pose.laid[i].atCm), m_stage.unit);
  p.flush(target);
  layers.done("08 laid things");
  m_motes.draw(p, {W / 2, 250}, {230, 190});
  p.flush(target);
  layers.done("09 motes");
  m_linen.draw(target);
  layers.done("10 linen");
  const auto panels = m_layout.panels();
  for (std::size_t i = show.quiet ? HudLayout::kToolPanel : 0; i + (show.moves ? 0 : 1) < panels.size(); ++i)
    m_hud.draw(target, panels[i].at, panels[i].size);
  if (!show.quiet)
    drawSideFigure(p, m_layout.sideFoot(), m_layout.sideLength(), pose.sideTiltRad,
                   clamp01((session.meters().meanTone - .27F) / .4F));
  p.flush(target);
  layers.done("11 display and side figure");
  if (show.on) show.on(p, *this);
  const Vec2 hand = show.pointer ? *show.pointer : toScreen(show.input.positionCm());
  drawHand(p, W, {hand, show.input, show.ceiling}, session);
  p.flush(target);
  layers.done("12 hand");
  return hand;
}

}  // namespace knead::app
