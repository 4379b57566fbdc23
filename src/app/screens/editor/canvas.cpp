#include "app/screens/editor/canvas.hpp"

#include <string>

#include "app/ui/theme.hpp"
#include "app/view/body_shape.hpp"
#include "app/view/side_figure.hpp"

namespace knead::app::editor {
namespace {

using editing::Thing;
using editing::ThingKind;

constexpr float kDotPx = 8, kKnotPx = 12, kRestS = 1.5F;
constexpr const char* kKindLetters = "nrs";

sf::Color colourOf(ThingKind kind) {
  switch (kind) {
    case ThingKind::Knot: return theme::ember;
    case ThingKind::Referral: return theme::rose;
    case ThingKind::Point: return theme::jade;
    case ThingKind::NoGo: return theme::amber;
    case ThingKind::RegionTop:
    case ThingKind::RegionBottom: break;
  }
  return theme::ink2;
}

}  // namespace

void Canvas::show(const level::Level& person, const story::Build& build) {
  m_level = person;
  m_level.visits.clear();
  m_session = std::make_unique<sim::Session>(m_level, sim::SessionSetup{});
  m_body.begin(*m_session, build);
  m_restS = kRestS;
}

void Canvas::update(float seconds) {
  if (!m_session || m_restS <= 0) return;
  m_restS -= seconds;
  m_body.update(*m_session, {}, seconds, false);
}

void Canvas::drawThing(Painter& p, const editing::Draft& draft, const std::string& person, const Thing& thing,
                       bool chosen) const {
  const Vec2 here = at(thing.at);
  const sf::Color c = colourOf(thing.kind);
  if (thing.kind == ThingKind::NoGo) {
    const auto cm = draft.number(person + "/no_go/" + std::to_string(thing.index) + "/radius_cm").value_or(0);
    p.circle(here, static_cast<float>(cm) * m_stage.unit / kUnitCm, 1.6F, theme::fade(c, .8F));
    p.segment(here + Vec2{-6, 6}, here + Vec2{6, -6}, 2, c);
  }
  // A knot has the letter of its kind, which wants a dark ground on a red twist.
  const bool knot = thing.kind == ThingKind::Knot;
  const float ring = knot ? kKnotPx : kDotPx;
  if (knot) p.disc(here, ring, theme::fade(theme::ground0, .92F));
  p.circle(here, ring, chosen ? 2.6F : 1.6F, c);
  if (chosen) {
    p.circle(here, ring + 5, 2, theme::gold);
    p.glow(here, 40, theme::gold, .3F);
  }
  if (thing.kind == ThingKind::Point) p.disc(here, 2.5F, c);
  if (!knot) return;
  const std::string kind = draft.word(person + "/knots/" + std::to_string(thing.index) + "/kind").value_or("?");
  const std::string letter = kind.substr(0, 1);
  if (std::string(kKindLetters).find(letter) == std::string::npos) return;
  p.text(letter, here + Vec2{0, 5}, Face::SemiBold, theme::small, theme::ink, Align::Centre);
}

void Canvas::draw(sf::RenderTarget& target, Painter& p, const editing::Draft& draft, const std::string& person,
                  const std::optional<Thing>& chosen) {
  m_body.draw(target, p, m_stage, 0);
  const auto things = editing::thingsOf(draft, person);
  for (const Thing& top : things) {
    if (top.kind != ThingKind::RegionTop) continue;
    for (const Thing& bottom : things) {
      if (bottom.kind != ThingKind::RegionBottom || bottom.index != top.index) continue;
      const Vec2 a = top.at, b = bottom.at;
      p.polyline({at(a), at({b.x, a.y}), at(b), at({a.x, b.y})}, 1.2F, theme::fade(theme::ink, .55F), true);
    }
  }
  for (const Thing& knot : things)
    for (const Thing& felt : things)
      if (knot.kind == ThingKind::Knot && felt.kind == ThingKind::Referral && felt.index == knot.index)
        p.segment(at(knot.at), at(felt.at), 1.2F, theme::fade(theme::rose, .7F));
  // Knots over the rings of the zones, or a ring crosses a letter; points are small and stay in sight on top.
  const auto layerOf = [](const Thing& t) {
    return t.kind == ThingKind::Point ? 2 : t.kind == ThingKind::Knot ? 1 : 0;
  };
  for (const int layer : {0, 1, 2})
    for (const Thing& thing : things)
      if (layerOf(thing) == layer) drawThing(p, draft, person, thing, chosen && *chosen == thing);
  p.flush(target);
}

void Canvas::drawSide(Painter& p, Vec2 foot, float length) const {
  if (!m_session) return;
  constexpr float kLoose = .27F, kRange = .4F;
  drawSideFigure(p, foot, length, radiansOf(m_session->posture()),
                 std::max(0.0F, std::min(1.0F, (m_session->meters().meanTone - kLoose) / kRange)));
}

}  // namespace knead::app::editor
