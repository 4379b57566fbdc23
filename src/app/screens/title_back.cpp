#include "app/screens/title_back.hpp"

#include "app/screens/screen.hpp"
#include "app/view/furniture.hpp"

namespace knead::app {
namespace {

constexpr float kMotes = .55F;

level::Level titleBack() {
  level::Level back;
  back.id = "title";
  back.seconds = 180;
  back.regions = {{-30.0F, -5.0F, -1.0F, 68.0F}};
  back.tissue.tone = .52F;
  for (const Vec2 at : {Vec2{-8.4F, 13.8F}, Vec2{-6.0F, 25.0F}, Vec2{-10.8F, 36.5F}}) {
    level::Knot knot;
    knot.id = "title";
    knot.at = at;
    knot.kind = level::KnotKind::Nodule;
    knot.tightness = at.y < 20 ? .8F : at.y < 30 ? .65F : .55F;
    back.knots.push_back(knot);
  }
  return back;
}

}  // namespace

TitleBack::TitleBack(DrawKit& kit)
    : m_kit(&kit), m_session(titleBack(), {}), m_body(kit), m_ground(kit), m_linen(kit, false) {}

void TitleBack::update(float seconds, bool reducedMotion) {
  if (!m_begun && !m_kit->first) {
    m_body.begin(m_session);
    m_begun = true;
  }
  seconds = m_pace.advance(seconds, *m_kit, reducedMotion);
  if (m_begun) m_body.update(m_session, {}, seconds, !reducedMotion);
  m_motes.update(kMotes, seconds, !reducedMotion);
}

void TitleBack::draw(sf::RenderTarget& target, Painter& p, float W) {
  if (!m_begun) return drawBareGround(p, W);
  const bool narrow = isNarrow(W);
  const Stage stage{{narrow ? W - 262 : W / 2 + 265, narrow ? 150.0F : 116.0F}, narrow ? 540.0F : 640.0F};
  const Vec2 halo{stage.origin.x, stage.origin.y + stage.unit * .335F};
  m_ground.keep(p, W, {stage.origin.x, 330}, {}, [&](Painter& q) {
    drawHalo(q, halo, stage.unit * .468F, 0);
    drawHaloRim(q, halo, stage.unit * .468F, 0);
  });
  const float rise = stage.origin.y + stage.unit * .86F - kLinenMiddle;
  m_linen.keep({0, kLinenTop + rise}, {W, 720 - kLinenTop - rise}, p.scale(), {},
               [&](Painter& q) { drawLinen(q, W, stage.origin.x, 0, rise); });
  m_body.refresh(stage.unit * p.scale(), true);
  m_ground.draw(target);
  m_body.draw(target, p, stage, 0);
  // Over the shoulder that let go.
  m_motes.draw(p, halo + Vec2{stage.unit * .28F, -stage.unit * .12F}, {stage.unit * .24F, stage.unit * .3F});
  p.flush(target);
  m_linen.draw(target);
}

}  // namespace knead::app
