#include "app/screens/result_card.hpp"

#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/furniture.hpp"
#include "app/view/portrait.hpp"
#include "app/view/session_curve.hpp"
#include "app/view/side_figure.hpp"
#include "app/words/medals.hpp"
#include "app/words/words.hpp"
#include "core/hash.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;

constexpr unsigned kCardWide = 1600, kCardHigh = 900;
constexpr float kPage = 1280, kCardLeft = 84, kCardRight = kPage - 84;

void drawWords(Painter& p, Services& s, const Outcome& o, const std::string& day) {
  const level::Level& last = o.level.visit(o.level.people() - 1);
  drawPortrait(p, {kCardLeft + 40, 112}, 40, s.shelf.people.who(last.person).hair);
  p.fitting(130, [&] {
    return p.paragraph(tr(o.level.title), {kCardLeft + 104, 108}, 660, 50, Face::Serif, 44, theme::ink, 1);
  });
  p.text(fill(tr("{person} · {level}"), {{"person", last.person.name}, {"level", day}}), {kCardLeft + 106, 140},
         Face::Regular, 18, theme::ink2);
  for (int i = 0; i < 3; ++i) {
    const Vec2 at{kCardLeft + 24 + 66 * static_cast<float>(i), 226};
    if (i < o.card.stars) p.glow(at, 54, theme::gold, .35F);
    star(p, at, 24, i < o.card.stars);
  }
  p.text(words::number(o.card.score), {kCardLeft + 214, 246}, Face::Light, 62, theme::ink);
  p.text(fill(tr("Pain {before} → {after}"),
              {{"before", words::oneDecimal(o.card.painBefore)}, {"after", words::oneDecimal(o.card.painAfter)}}),
         {kCardLeft, 306}, Face::Regular, 20, theme::ink2);
  float x = kCardLeft;
  for (const sim::Medal medal : words::medalsIn(sim::medalsOf(o.card))) {
    const char* name = words::medalName(medal);
    const float width = p.textWidth(name, Face::Medium, 17) + 56;
    p.roundRect({x, 336}, {width, 42}, 21, theme::fade(theme::gold, .12F), theme::gold, 1.2F);
    glyph(p, words::medalSign(medal), {x + 24, 357}, 22, theme::gold, 1.6F);
    p.text(name, {x + 42, 363}, Face::Medium, 17, theme::ink);
    x += width + 12;
  }
}

}  // namespace

void drawResultCard(sf::RenderTarget& target, Services& s, const Outcome& o, const std::string& day) {
  const float large = s.kit.textScale;
  s.kit.textScale = 1;  // the picture is for others
  PageLog* log = s.kit.log;
  s.kit.log = nullptr;
  Painter p(s.kit);
  p.setScale(static_cast<float>(target.getSize().x) / kPage);
  drawGround(p, kPage, {kCardRight - 120, 250});
  drawHalo(p, {kCardRight - 130, 270}, 190, o.card.stars > 0 ? 1 : .2F);
  drawHaloRim(p, {kCardRight - 130, 270}, 190, o.card.stars > 0 ? 1 : .2F);
  p.flush(target);
  drawSideFigure(p, {kCardRight - 230, 420}, 250, radiansOf(o.card.postureBefore), .9F);
  drawSideFigure(p, {kCardRight - 60, 420}, 250, radiansOf(o.card.postureAfter), .1F);
  drawWords(p, s, o, day);
  p.flush(target);
  if (o.card.ending != sim::Ending::Referred)
    drawSessionCurve(p, {kCardLeft, 470}, {kCardRight - kCardLeft, 120}, curveOf(o.level, o.replay));
  p.text("Knead", {kCardLeft, 672}, Face::Serif, 38, theme::ink);
  p.text(fill(tr("Run {hash}"), {{"hash", hexOf(o.card.stateHash).text}}), {kCardRight, 664}, Face::Regular, 15,
         theme::ink2, Align::Right);
  // Who has not said a name is nobody to others.
  const bool named = !s.player.roster().members()[s.player.roster().chosen()].name.empty();
  p.text(fill(named ? tr("{player}, rules {version}") : tr("Rules {version}"),
              {{"player", s.player.name()}, {"version", std::to_string(o.replay.header.rulesVersion)}}),
         {kCardRight, 686}, Face::Regular, 15, theme::ink2, Align::Right);
  p.flush(target);
  s.kit.log = log;
  s.kit.textScale = large;
}

bool saveResultCard(Services& s, const Outcome& o, const std::string& day, const std::string& path) {
  sf::RenderTexture picture;
  if (!platform::resize(picture, kCardWide, kCardHigh)) return false;
  picture.setView(platform::viewOf(0, 0, static_cast<float>(kCardWide), static_cast<float>(kCardHigh)));
  picture.clear(theme::ground0);
  drawResultCard(picture, s, o, day);
  picture.display();
  return picture.getTexture().copyToImage().saveToFile(path);
}

}  // namespace knead::app
