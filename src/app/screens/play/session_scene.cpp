#include "app/screens/play/session_scene.hpp"

#include "app/screens/play/marks.hpp"

#include <algorithm>
#include <cmath>

#include "app/screens/play/ghost_hand.hpp"
#include "app/screens/play/hand.hpp"
#include "app/view/fences.hpp"
#include "app/view/furniture.hpp"
#include "app/view/side_figure.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

constexpr float kHaloRadius = 292, kBreath = 4;
// The panels of the display are painted one at a time: meters and moves three times in a round, person and clock twice,
// so that a second of the clock comes within .3 s also in low quality.
constexpr std::array<std::size_t, 12> kRound = {1, 5, 0, 2, 1, 5, 3, 1, 5, 2, 0, 4};
constexpr std::size_t kPosture = 3;
constexpr float kGuardPerS = 3;  // how fast the plates follow
constexpr int kFigureEvery = 3;  // frames
// All that moves on the back lies in a column of this half width; a toast is wider.
constexpr float kColumn = 290, kToastColumn = 330;

}  // namespace

SessionScene::SessionScene(DrawKit& kit, const story::People& people)
    : m_kit(&kit), m_people(&people), m_body(kit), m_ground(kit, true), m_linen(kit, false), m_hud{Plate(kit, false),
                                                                                                   Plate(kit, false),
                                                                                                   Plate(kit, false),
                                                                                                   Plate(kit, false),
                                                                                                   Plate(kit, false),
                                                                                                   Plate(kit, false)} {}

void SessionScene::react(const sim::Session& session) {
  for (const sim::Event& event : session.events()) {
    if (event.kind == sim::EventKind::ReferralFelt)
      m_body.refer(session.knots()[static_cast<std::size_t>(event.index)].at, event.at);
    if (event.kind == sim::EventKind::Flinch) m_body.flinch(event.at);
  }
}

void SessionScene::update(const sim::Session& session, const sim::TickInput& input, float seconds, bool still) {
  if (session.visit() != m_visit) begin(session);  // a recording was put elsewhere
  m_body.update(session,
                {input.contact && input.tool == level::Tool::Hand, input.positionCm(), session.touch().pressure},
                seconds, !still);
  m_guard += (session.person().guarding - m_guard) * (1 - std::exp(-seconds * kGuardPerS));
  m_motes.update(session.person().endorphins * 1.2F, seconds, !still);
}

bool SessionScene::isDue(Job job) const {
  static constexpr std::array<Job, 8> kLow = {Job::Skin, Job::Panel, Job::Skin, Job::Panel,
                                              Job::Skin, Job::Panel, Job::Skin, Job::Figure};
  if (m_kit->quality == Quality::Low) return kLow[m_frame % kLow.size()] == job;
  return job != Job::Figure || m_frame % kFigureEvery == 0;
}

void SessionScene::keepPlates(float scale, float warmth, const Show& show) {
  const float W = m_layout.width;
  // Warmth comes slowly: the light behind the back is painted again at every twentieth of it.
  const float step = std::round(warmth * 20) / 20;
  const bool rim = m_kit->quality == Quality::Low;  // its breath would draw half the window anew
  m_ground.keep({0, 0}, {W, 720}, scale, {step, rim ? 1.0F : 0.0F}, [&](Painter& p) {
    drawGround(p, W, {W / 2, 330});
    drawHalo(p, {W / 2, 300}, kHaloRadius, step);
    if (rim) drawHaloRim(p, {W / 2, 300}, kHaloRadius, step);
  });
  const float lean = std::round(-m_body.bend().pelvisTilt() * .25F * 500) / 500;
  m_linen.keep({0, kLinenTop}, {W, 720 - kLinenTop}, scale, {lean}, [&](Painter& p) { drawLinen(p, W, W / 2, lean); });
  if (step != m_groundStep || lean != m_lean) m_wholeNext = true;
  m_groundStep = step;
  m_lean = lean;
  const bool turn = isDue(Job::Panel);
  const std::size_t next = kRound[m_round % kRound.size()];
  if (turn) ++m_round;
  const auto panels = m_layout.panels();
  for (std::size_t i = 0; i < kPanels; ++i) {
    m_painted[i] = panelShown(show, i) && (m_renew || (turn && i == next));
    if (!panelShown(show, i)) continue;
    if (m_painted[i]) ++m_turn[i];
    m_hud[i].keep(panels[i].at, panels[i].size, scale, {m_turn[i]}, [&](Painter& p) {
      drawHudPanel(p, m_layout,
                   {show.session, show.now, show.input, m_who.hair,
                    show.ghost != nullptr ? &show.ghost->session().meters() : nullptr},
                   i);
    });
  }
  m_renew = false;
}

// What is drawn anew: all of it, or where something moves or was painted.
Regions SessionScene::changed(const Painter& p, const Show& show, const HandState& hand) {
  const float W = m_layout.width;
  const Region at = handRegion(p, W, hand, show.session);
  const bool whole = m_wholeNext || show.whole || show.on || !m_kit->kept;
  m_wholeNext = show.whole || show.on != nullptr;
  const float half = whole ? W : m_kit->toast ? kToastColumn : kColumn;
  Regions out(std::max(0.0F, W / 2 - half), std::min(W, W / 2 + half), W, 720, p.scale());
  const auto panels = m_layout.panels();
  const auto add = [&](std::size_t i) { out.add({panels[i].at, panels[i].size}); };
  for (std::size_t i = 0; i < kPanels; ++i) {
    if (m_painted[i]) add(i);
  }
  // The figure from the side is drawn over its panel: when it is due, or always where the column cuts it.
  const Region posture{panels[kPosture].at, panels[kPosture].size};
  const bool cut = Regions::meet(out.parts().front(), posture).size.x > 0;
  if (cut || isDue(Job::Figure)) out.add(posture);
  out.add(at);
  out.add(m_hand);
  m_hand = at;
  if (show.ghost != nullptr) {
    const Region ghost = show.ghost->region(p, *this);
    out.add(ghost);
    out.add(m_ghost);
    m_ghost = ghost;
  }
  return out;
}

Vec2 SessionScene::draw(sf::RenderTarget& target, Painter& p, float W, const Show& show) {
  if (W != m_layout.width || p.typeScale() != m_layout.type) m_renew = m_wholeNext = true;
  m_layout = HudLayout(W, show.session.level().tools, p.typeScale());
  m_layout.depthSigns = show.depthSigns;
  m_stage = {{W / 2, 118}, 540};
  const sim::Session& session = show.session;
  const float warm = clamp01(session.person().endorphins * .8F);
  LayerClock& layers = m_kit->layers;
  ++m_frame;
  keepPlates(p.scale(), warm, show);
  layers.done("01 plates: what is painted");
  m_body.refresh(m_stage.unit * p.scale(), !show.busy && isDue(Job::Skin));
  layers.done("02 skin: what is refreshed");

  HandState hand{show.pointer ? *show.pointer : toScreen(show.input.positionCm()), show.input, show.ceiling};
  hand.foot = std::min(hand.foot, show.pill);
  const Regions regions = changed(p, show, hand);
  for (const Region& part : regions.parts()) m_ground.draw(target, part.at, part.size);
  platform::beginDrawing();  // a tile that holds nothing but copies is copied in the quick way (Plate)
  layers.done("03 ground and halo");
  const RigPose& pose = m_body.pose();
  if (m_kit->quality != Quality::Low) drawHaloRim(p, {W / 2, 300}, kHaloRadius + (pose.breath * 2 - 1) * kBreath, warm);
  drawGuard(p, {W / 2, 300}, kHaloRadius - kBreath, m_guard);
  p.flush(target);
  layers.done("04 rim");
  m_body.draw(target, p, m_stage, warm);
  drawFences(
      p, session.level(), [this](Vec2 cm) { return toScreen(cm); }, m_stage.unit);
  layers.done("07 rings, threads and fences");
  const auto tools = session.tools();
  for (std::size_t i = 0; i < tools.size() && i < pose.laid.size(); ++i)
    drawLaidTool(p, tools[i], pose.laid[i], toScreen(pose.laid[i].atCm), m_stage.unit);
  p.flush(target);
  layers.done("08 laid things");
  if (theme::contrastInUse() == theme::Contrast::High) {
    drawMarks(p, *this, session);
    p.flush(target);
  }
  m_motes.draw(p, {W / 2, 250}, {230, 190});
  p.flush(target);
  layers.done("09 motes");
  regions.within({{0, kLinenTop}, {W, 720 - kLinenTop}},
                 [&](const Region& share) { m_linen.draw(target, share.at, share.size); });
  layers.done("10 linen");
  drawDisplay(target, p, regions, show);
  p.flush(target);
  layers.done("11 display and side figure");
  if (show.on) show.on(p, *this);
  if (show.ghost != nullptr) show.ghost->draw(p, *this, show.ghostLight, session.visit());
  drawHand(p, W, hand, session);
  p.flush(target);
  layers.done("12 hand");
  return hand.at;
}

void SessionScene::drawDisplay(sf::RenderTarget& target, Painter& p, const Regions& regions, const Show& show) const {
  const auto panels = m_layout.panels();
  bool figure = false;
  for (std::size_t i = 0; i < panels.size(); ++i) {
    if (!panelShown(show, i)) continue;
    regions.within({panels[i].at, panels[i].size}, [&](const Region& share) {
      m_hud[i].draw(target, share.at, share.size);
      figure |= i == kPosture;
    });
  }
  if (figure)
    drawSideFigure(p, m_layout.sideFoot(), m_layout.sideLength(), m_body.pose().sideTiltRad,
                   clamp01((show.session.meters().meanTone - .27F) / .4F));
}

}  // namespace knead::app
