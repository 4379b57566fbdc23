#include "app/screens/play/help.hpp"

#include <algorithm>

#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/words/places.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"

namespace knead::app {

using hands::OneSwitch;
using hands::Place;
using words::fill;
using words::tr;

namespace {

constexpr float kKnotRing = 34, kPointRing = 20, kBeatRing = 52;

std::string nameOf(const Place& place, const sim::Session& session) {
  const std::string where = words::placeWord(place.at);
  switch (place.kind) {
    case Place::Kind::Area: return fill(tr("All of it: {place}"), {{"place", where}});
    case Place::Kind::Knot:
      return fill(session.knots()[static_cast<std::size_t>(place.index)].released ? tr("Soft knot: {place}")
                                                                                  : tr("Knot: {place}"),
                  {{"place", where}});
    case Place::Kind::Point: return fill(tr("Point: {place}"), {{"place", where}});
  }
  return {};
}

struct Pill {
  std::string word;
  std::string_view sign;  // empty: none
};

Pill pillOf(const OneSwitch::Item& item, const PlayerHand& hand, const sim::Session& session) {
  using Light = OneSwitch::Item::Kind;
  switch (item.kind) {
    case Light::Place: return {nameOf(hand.helped()->places()[static_cast<std::size_t>(item.place)], session), {}};
    case Light::Move: return {std::string(labelOf(item.move)), glyphOf(item.move)};
    case Light::Wait: return {tr("Let it work"), {}};
    case Light::Depth:
      return {hand.helped()->depth() < 0   ? tr("Depth: gentle")
              : hand.helped()->depth() > 0 ? tr("Depth: deep")
                                           : tr("Depth: usual"),
              {}};
    case Light::Pause: return {tr("Pause"), "pause"};
    case Light::Back: return {tr("Another place"), {}};
  }
  return {};
}

// Rows of pills, the last one at y; the lit one in gold. Gives how far they reach above y.
float pills(Painter& p, float middle, float y, float room, const std::vector<Pill>& all, std::size_t lit) {
  constexpr float kGap = 8;
  const float height = 18.5F + p.grown(theme::small);
  const auto widthOf = [&](const Pill& pill) {
    return p.textWidth(pill.word, Face::SemiBold, theme::small) + (pill.sign.empty() ? 28 : 54);
  };
  std::vector<std::vector<std::size_t>> rows(1);
  float width = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const float w = widthOf(all[i]) + kGap;
    if (width + w > room && !rows.back().empty()) {
      rows.emplace_back();
      width = 0;
    }
    rows.back().push_back(i);
    width += w;
  }
  float at = y - static_cast<float>(rows.size() - 1) * (height + kGap);
  for (const std::vector<std::size_t>& row : rows) {
    width = -kGap;
    for (const std::size_t i : row) width += widthOf(all[i]) + kGap;
    float x = middle - width / 2;
    for (const std::size_t i : row) {
      const bool on = i == lit;
      const float w = widthOf(all[i]);
      p.roundRect({x, at}, {w, height}, height / 2, on ? theme::gold : theme::fade(theme::card, .9F),
                  on ? theme::gold : theme::ink3, on ? 2.0F : 1.2F);
      const sf::Color c = on ? theme::onGold : theme::ink;
      if (!all[i].sign.empty()) glyph(p, all[i].sign, {x + 22, at + height / 2}, 18, c, 1.6F);
      p.text(all[i].word, {x + (all[i].sign.empty() ? 14.0F : 40.0F), at + height / 2 + .36F * p.grown(theme::small)},
             on ? Face::SemiBold : Face::Medium, theme::small, c);
      x += w + kGap;
    }
    at += height + kGap;
  }
  return static_cast<float>(rows.size() - 1) * (height + kGap) + kGap;
}

}  // namespace

void drawPlaces(Painter& p, const SessionScene& scene, const PlayerHand& hand, const sim::Session& session) {
  const hands::HelpedHand& helped = *hand.helped();
  const level::Level& level = session.level();
  for (std::size_t i = 0; i < helped.places().size(); ++i) {
    const Place& place = helped.places()[i];
    const bool on = static_cast<int>(i) == helped.place() && !helped.working();
    const sf::Color c = on ? theme::gold : theme::fade(theme::ink, .35F);
    const float width = on ? 3.0F : 1.2F;
    if (place.kind == Place::Kind::Area) {
      if (!on) continue;
      const level::Region& r = level.regions[static_cast<std::size_t>(place.index)];
      const Vec2 a = scene.toScreen({r.x0, r.y0}), b = scene.toScreen({r.x1, r.y1});
      p.roundRect(a, b - a, 18, sf::Color::Transparent, c, width);
    } else {
      p.circle(scene.toScreen(place.at), place.kind == Place::Kind::Knot ? kKnotRing : kPointRing, width, c);
    }
  }
  if (!helped.wantsBeat()) return;
  // The ring closes as the beat comes near; closed means press.
  const Vec2 at = scene.toScreen(helped.at());
  const float due = helped.beatDue();
  const bool now = due > .88F;
  p.circle(at, kBeatRing, 2, theme::fade(theme::gold, .35F));
  p.arc(at, kBeatRing, -kPi / 2, -kPi / 2 + 2 * kPi * clamp01(due), now ? 5.0F : 3.0F, theme::gold);
}

void drawHelp(Painter& p, float W, const PlayerHand& hand, const sim::Session& session, const Controls& controls) {
  constexpr float kY = 592;
  const hands::HelpedHand& helped = *hand.helped();
  const float room = std::min(860.0F, W - 560);
  if (const OneSwitch* one = hand.oneSwitch()) {
    if (one->items().empty()) return;
    std::vector<Pill> all;
    for (const OneSwitch::Item& item : one->items()) all.push_back(pillOf(item, hand, session));
    pills(p, W / 2, kY, room, all, one->lit());
    return;
  }
  if (helped.working()) {
    if (helped.wantsBeat())
      keyHints(p, {W / 2, kY + 24},
               {{controls.label(profile::Action::Touch), tr("when the ring closes")},
                {controls.label(profile::Action::HandLeft), ""},
                {controls.label(profile::Action::HandRight), tr("lift")}},
               Align::Centre, true);
    return;
  }
  const Place& place = helped.places()[static_cast<std::size_t>(helped.place())];
  std::vector<Pill> all;
  std::size_t lit = 0;
  for (const level::Technique t : hands::movesAt(place, session)) {
    if (t == hand.chosenMove(session)) lit = all.size();
    all.push_back({std::string(labelOf(t)), glyphOf(t)});
  }
  const float rows = pills(p, W / 2, kY, room, all, lit);
  const std::string name = nameOf(place, session);
  const float high = p.grown(theme::label) + 14, wide = p.textWidth(name, Face::Medium, theme::label) + 36;
  const float top = kY - rows - high - 2;
  p.roundRect({W / 2 - wide / 2, top}, {wide, high}, high / 2, theme::fade(theme::card, .9F));
  p.text(name, {W / 2, top + high / 2 + .36F * p.grown(theme::label)}, Face::Medium, theme::label, theme::gold,
         Align::Centre);
}

std::string spokenHelp(const PlayerHand& hand, const sim::Session& session) {
  if (hand.helped() == nullptr || hand.helped()->working()) return {};
  if (const OneSwitch* one = hand.oneSwitch())
    return one->items().empty() ? std::string() : pillOf(one->items()[one->lit()], hand, session).word;
  const Place& place = hand.helped()->places()[static_cast<std::size_t>(hand.helped()->place())];
  return nameOf(place, session) + ". " + std::string(labelOf(hand.chosenMove(session)));
}

}  // namespace knead::app
