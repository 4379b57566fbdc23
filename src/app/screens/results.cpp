// What came of it: stars, every term of the score with its reason, before and after. Shows; computes nothing.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "app/exports.hpp"
#include "app/screens/result_card.hpp"
#include "app/screens/results_words.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/furniture.hpp"
#include "app/view/ground.hpp"
#include "app/view/portrait.hpp"
#include "app/view/session_curve.hpp"
#include "app/view/side_figure.hpp"
#include "app/words/medals.hpp"
#include "app/words/pains.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"
#include "replay/write.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;
// The result comes in one after the other, seconds (style): a star, a bar, and how far apart they begin.
constexpr float kStarS = .6F, kStarAfterS = .42F, kBarS = .7F, kBarAfterS = .12F, kFirstS = .35F, kAllS = 3.2F;

std::string change(float before, float after) {
  return fill(tr("{before} → {after}"), {{"before", words::oneDecimal(before)}, {"after", words::oneDecimal(after)}});
}
// The terms of the score by their ids.
const char* termWord(std::string_view id) {
  return id == "circulation"  ? tr("Circulation")
         : id == "endorphins" ? tr("Endorphins")
         : id == "tension"    ? tr("Tension release")
         : id == "heat"       ? tr("Heat")
         : id == "posture"    ? tr("Posture")
         : id == "insight"    ? tr("Insight")
         : id == "harm"       ? tr("Harm")
                              : "";
}
sf::Color colourOf(std::string_view term) {
  return term == "circulation"  ? theme::rose
         : term == "heat"       ? theme::amber
         : term == "endorphins" ? theme::gold
         : term == "harm"       ? theme::ember
                                : theme::jade;
}

// The glyph of a term, the same as beside its meter; empty if it has none.
std::string_view signOf(std::string_view term) {
  return term == "circulation"  ? "circ"
         : term == "endorphins" ? "endo"
         : term == "tension"    ? "tone"
         : term == "heat"       ? "heat"
         : term == "insight"    ? "check"
         : term == "harm"       ? "avoid"
                                : "";
}
// Posture has no meter and so no glyph: five vertebrae, upright.
void drawColumn(Painter& p, Vec2 at, sf::Color colour) {
  for (int i = -2; i <= 2; ++i)
    p.segment(at + Vec2{-4, 3.6F * static_cast<float>(i)}, at + Vec2{4, 3.6F * static_cast<float>(i)}, 1.7F, colour);
}
// From .6 past 1 and back to it: how large a star is that arrives, `t` 0..1.
float arriving(float t) {
  const float back = t - 1;
  return 1 + .4F * (2.1F * back * back * back + 1.1F * back * back);
}

class Results final : public Screen {
 public:
  Results(Services& s, Outcome outcome)
      : Screen(s), m_outcome(std::move(outcome)), m_curve(curveOf(m_outcome.level, m_outcome.replay)), m_ground(s.kit) {
    if (m_outcome.card.stars == 0) m_choices.focus(kAgain);
    // Nobody waits for a picture of the end.
    if (s.player.settings().on(profile::Option::ReducedMotion) || !s.options.shots.empty() || s.options.quit)
      m_age = kAllS;
  }

  void handle(const platform::InputEvent& e) override {
    const auto chosen = m_choices.handle(e);
    if (chosen == kAgain || e.asks(platform::Action::Again) || (e.pressed() && e.table == platform::Action::Again)) {
      m_services.next = makeIntake(m_services, m_outcome.level, m_outcome.hoursAfter);
    } else if (chosen == kWatch) {
      m_services.over = makeReplayViewer(m_services, m_outcome.level, m_outcome.replay);
    } else if (chosen == kSave) {
      save();
    } else if (chosen == kCard || e.asks(platform::Action::Usual)) {
      saveCard();
    } else if (chosen == kAtlas) {
      m_services.over = makeAtlas(m_services, m_outcome.level.pain);
    } else if (e.asks(platform::Action::Back) || chosen == kNext) {
      if (m_outcome.hoursAfter > 0) {
        m_services.next = makePeople(m_services);
        return;
      }
      if (daily::dayOfId(m_outcome.level.id)) {
        m_services.next = makeTitle(m_services);
        return;
      }
      if (chosen == kNext) ++m_services.row;
      m_services.next = makeLevelPath(m_services);
    }
  }
  void update(float seconds) override {
    m_age += seconds;
    m_services.quit = m_services.quit || (m_services.options.quit && m_frames++ > 3);
  }
  [[nodiscard]] bool still() const override { return m_age > kAllS; }
  [[nodiscard]] Choices* choices() override { return &m_choices; }
  [[nodiscard]] std::string spoken() const override {
    const sim::ScoreCard& card = m_outcome.card;
    std::string all = fill(words::trn("{score} points, {count} star.", "{score} points, {count} stars.",
                                      static_cast<std::size_t>(card.stars)),
                           {{"score", words::number(card.score)}, {"count", std::to_string(card.stars)}});
    for (const sim::Medal medal : words::medalsIn(sim::medalsOf(card)))
      all += " " + std::string(words::medalName(medal)) + ": " + words::medalWhy(medal);
    std::size_t person = 0;
    for (const sim::ScoreTerm& term : card.terms)
      all += " " + (term.id == "person" ? m_outcome.level.visit(person++).person.name + ": " : std::string()) +
             tr(term.why);
    return all + " " + closingWords(seen(), seenCard());
  }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    // Three columns in a block of at most 1280, centred; in 4:3 the figures stand smaller and the words wrap.
    const bool narrow = isNarrow(W);
    const float left = marginOf(W), right = W - left, gap = narrow ? 22 : 40;
    const float first = narrow ? 254 : 396, card = narrow ? 310 : 318;
    const float second = right - left - first - card - 2 * gap;
    const float scale = narrow ? 142 : 222, foot = narrow ? 430 : 500;
    const Vec2 before{left + (narrow ? 50.0F : 88.0F), foot}, after{left + (narrow ? 184.0F : 296.0F), foot};
    const Vec2 halo{after.x + scale * .04F, foot - scale * .77F};
    const float warmth = wentWell(seenCard()) ? 1 : .2F;
    m_ground.keep(p, W, {left + 266, 260}, {}, [&](Painter& q) {
      if (untouched()) return;
      drawHalo(q, halo, scale * .47F, warmth);
      drawHaloRim(q, halo, scale * .47F, warmth);
    });
    m_ground.draw(target);
    drawPerson(p, left, first, before, after, scale);
    drawCurve(p, left + first + gap, second);
    drawScore(p, left + first + gap, second);
    m_choices.clear();
    drawWhy(p, right - card, card);
    drawButtons(p, right - card, card);
    m_choices.drawRing(p);
    keyHints(p, {right, 698},
             {{m_services.controls.label(platform::Action::Again), tr("again"), platform::Action::Again},
              {m_services.controls.label(platform::Action::Back), backWord(m_outcome.level, m_outcome.hoursAfter),
               platform::Action::Back}},
             Align::Right);
    p.flush(target);
    if (!m_shot && !m_services.options.shots.empty()) m_services.shots.emplace_back("results");
    m_shot = true;
  }

 private:
  static constexpr int kAgain = 0, kNext = 1, kWatch = 2, kSave = 3, kAtlas = 4, kCard = 5;

  // Of several people it is the last one who stands here, with what became of them.
  [[nodiscard]] const level::Level& seen() const { return m_outcome.level.visit(m_outcome.level.people() - 1); }
  [[nodiscard]] const sim::ScoreCard& seenCard() const {
    return m_outcome.card.visits.empty() ? m_outcome.card : m_outcome.card.visits.back();
  }
  // No session to compare with: they were sent on, or should have been.
  [[nodiscard]] bool untouched() const { return seenCard().ending == sim::Ending::Referred || seen().intake.refer; }
  [[nodiscard]] const sim::IntakeAnswer& said(std::size_t person) const {
    const sim::SessionSetup& setup = m_outcome.replay.header.setup;
    static const sim::IntakeAnswer kNothing;
    return person == 0 ? setup.intake : person <= setup.further.size() ? setup.further[person - 1] : kNothing;
  }

  // Where a player finds it again; the copy that the boards play is kept in any case.
  void save() {
    const std::string folder = recordingsFolder(m_services.options);
    const std::string name = freeName(folder, m_outcome.level.id, "knead");
    const auto wrote =
        replay::writeReplayFile(name.empty() ? folder + "/" + m_outcome.level.id + ".knead" : name, m_outcome.replay);
    m_services.toast.say(
        wrote ? fill(tr("Recording saved in {folder}."), {{"folder", shownFolder(folder)}}) : wrote.error().text(), 5);
  }

  // The result as a picture to show around.
  void saveCard() {
    const std::string folder = picturesFolder(m_services.options);
    const std::string name = freeName(folder, m_outcome.level.id, "png");
    const bool saved = !name.empty() && saveResultCard(m_services, m_outcome, m_services.player.date(), name);
    m_services.toast.say(fill(saved ? tr("Card saved in {folder}.") : tr("No picture: cannot write to {folder}."),
                              {{"folder", shownFolder(folder)}}),
                         5);
  }

  // What else can be said of it: a chip for each medal, in rows; where that would leave the page, their signs alone.
  void drawMedals(Painter& p, Vec2 at, float width) const {
    constexpr float kHigh = 30, kGap = 8, kEnd = 700;
    const auto medals = words::medalsIn(sim::medalsOf(m_outcome.card));
    const auto draw = [&](bool named, bool measured) {
      Vec2 o = at;
      for (const sim::Medal medal : medals) {
        const char* name = words::medalName(medal);
        const float wide = named ? p.textWidth(name, Face::Medium, theme::small) + 44 : kHigh + 6;
        if (o.x > at.x && o.x + wide > at.x + width) o = {at.x, o.y + kHigh + kGap};
        if (!measured) {
          p.roundRect(o, {wide, kHigh}, kHigh / 2, theme::fade(theme::gold, .12F), theme::fade(theme::gold, .9F));
          glyph(p, words::medalSign(medal), o + Vec2{18, kHigh / 2}, 16, theme::gold, 1.4F);
          if (named) p.text(name, o + Vec2{32, 20}, Face::Medium, theme::small, theme::ink);
        }
        o.x += wide + kGap;
      }
      return o.y + kHigh;
    };
    p.typeAtMost(1.1F, [&] { (void)draw(draw(true, true) <= kEnd, false); });
  }

  // Four small ways and the one on.
  void drawButtons(Painter& p, float left, float width) {
    constexpr float kGap = 8, kTop = 568, kSmall = 40, kHeight = 46;
    struct Way {
      int id;
      const char *word, *hint;
    };
    const std::array<Way, 4> ways = {{{kWatch, tr("Watch"), tr("Shows this session as you played it.")},
                                      {kSave, tr("Save"), tr("Puts a copy of the recording into your documents.")},
                                      {kCard, tr("Card"), tr("Puts a picture of this result into your pictures.")},
                                      {kAgain, tr("Again"), tr("The same person once more.")}}};
    const float each = (width - 3 * kGap) / 4;
    float x = left;
    for (const auto& [id, word, hint] : ways) {
      m_choices.add(id, {x, kTop}, {each, kSmall}, kSmall / 2, {word, "", hint});
      const float type = p.typeScale() * std::min(1.0F, (each - 8) / p.textWidth(word, Face::SemiBold, theme::label));
      p.typeAtMost(type, [&, which = id, label = word] {
        button(p, {x, kTop}, {each, kSmall}, label, which == kAgain && m_outcome.card.stars == 0);
      });
      x += each + kGap;
    }
    const Vec2 next{left, kTop + kSmall + 10};
    const bool again = m_outcome.hoursAfter > 0;
    const char* on = again ? tr("People") : daily::dayOfId(m_outcome.level.id) ? tr("Continue") : tr("Next client");
    m_choices.add(kNext, next, {width, kHeight}, kHeight / 2,
                  {on, "",
                   again                                ? tr("To the people.")
                   : daily::dayOfId(m_outcome.level.id) ? tr("Back to the title.")
                                                        : tr("Back to the path.")});
    button(p, next, {width, kHeight}, on, m_outcome.card.stars > 0);
  }

  void drawPerson(Painter& p, float x, float width, Vec2 before, Vec2 after, float scale) const {
    const bool narrow = width < 300;
    const std::size_t people = m_outcome.level.people();
    p.text(people > 1
               ? fill(tr("{person}, the last of {count}"),
                      {{"person", seen().person.name}, {"count", std::to_string(people)}})
               : fill(tr("{person} · {level}"), {{"person", seen().person.name}, {"level", tr(m_outcome.level.title)}}),
           {x, 72}, Face::Medium, theme::body, theme::ink2);
    const sim::ScoreCard& card = seenCard();
    p.within(closingWords(seen(), card), {x, 110}, width, narrow ? 108 : 66, narrow ? 27 : 30, Face::Italic,
             narrow ? 21 : 25, theme::ink);
    drawMedals(p, {x, before.y + (narrow ? 170.0F : 132.0F)}, width);
    if (untouched()) {
      const Vec2 foot = (before + after) * .5F;
      drawSideFigure(p, foot, scale, radiansOf(card.postureBefore), .9F);
      p.text(tr("as they came"), {foot.x, before.y + 40}, Face::Regular, theme::body, theme::ink2, Align::Centre);
      return;  // what hands did to somebody who needs a doctor is nothing to count
    }
    drawSideFigure(p, before, scale, radiansOf(card.postureBefore), .9F);
    drawSideFigure(p, after, scale, radiansOf(card.postureAfter), .1F);
    p.text(tr("before"), {before.x - 10, before.y + 40}, Face::Regular, theme::body, theme::ink2, Align::Centre);
    p.text(tr("after the rest"), {after.x + 4, before.y + 40}, Face::SemiBold, theme::body,
           wentWell(card) ? theme::gold : theme::ink, Align::Centre);
    const std::array<std::array<std::string, 2>, 3> facts = {
        {{words::measureName(seen().pain), change(card.painBefore, card.painAfter)},
         {tr("Side shift"), fill(tr("{change} cm"), {{"change", change(std::abs(card.postureBefore.lateralShiftCm),
                                                                       std::abs(card.postureAfter.lateralShiftCm))}})},
         {tr("Comfort"), fill(tr("{points} of 100"), {{"points", std::to_string(std::lround(card.comfort * 100))}})}}};
    float at = x + 20;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const auto n = static_cast<float>(i);
      if (narrow) {
        p.text(facts[i][0], {x, before.y + 88 + n * 28}, Face::Regular, theme::body, theme::ink2);
        p.text(facts[i][1], {x + width - 10, before.y + 88 + n * 28}, Face::Medium, 17, theme::ink, Align::Right);
      } else {
        p.text(facts[i][0], {at, before.y + 84}, Face::Regular, theme::body, theme::ink2);
        p.text(facts[i][1], {at, before.y + 108}, Face::Medium, 17, theme::ink);
        at += std::max({112.0F, p.textWidth(facts[i][0], Face::Regular, theme::body),
                        p.textWidth(facts[i][1], Face::Medium, 17)}) +
              18;
      }
    }
  }

  void drawCurve(Painter& p, float x, float w) const {
    if (m_outcome.card.ending == sim::Ending::Referred) return;
    const float y = 606;
    const std::string what =
        fill(tr("{pain} and your moves"),
             {{"pain", m_outcome.level.people() > 1 ? tr("Pain") : words::measureName(seen().pain)}});
    p.textIn(what, {x, y - 6}, w, Face::Regular, theme::small, theme::ink2);
    drawSessionCurve(p, {x, y + 4}, {w, 74}, m_curve);
  }

  // What this run is among the player's own.
  [[nodiscard]] std::string rank() const {
    if (m_outcome.hoursAfter > 0) return tr("A visit between: not ranked.");
    std::string text;
    if (m_outcome.taken.place == std::size_t{0}) {
      text = m_outcome.taken.bestBefore > 0
                 ? fill(tr("Your best yet; {score} before."), {{"score", words::number(m_outcome.taken.bestBefore)}})
                 : std::string(tr("Your first result here."));
    } else if (m_outcome.taken.bestBefore > 0) {
      text = fill(tr("Your best: {score}."), {{"score", words::number(m_outcome.taken.bestBefore)}});
    }
    const level::LevelEntry* entry = m_services.levels.find(m_outcome.level.id);
    if (!daily::dayOfId(m_outcome.level.id) && (entry == nullptr || entry->own))
      text = text.empty() ? std::string(tr("Own level: not ranked."))
                          : fill(tr("{rank} Own level: not ranked."), {{"rank", text}});
    if (!m_outcome.replay.header.assisted()) return text;
    return text.empty() ? std::string(tr("Assisted.")) : fill(tr("{rank} Assisted."), {{"rank", text}});
  }

  void drawScore(Painter& p, float x, float w) const {
    for (int i = 0; i < 3; ++i) {
      const Vec2 at{x + 22 + static_cast<float>(i) * (w < 320 ? 44.0F : 54.0F), 92};
      const float t = clamp01((m_age - kFirstS - kStarAfterS * static_cast<float>(i)) / kStarS);
      const bool earned = i < m_outcome.card.stars && t > 0;
      if (earned) p.glow(at, 44, theme::gold, .35F * t);
      star(p, at, (w < 320 ? 17.0F : 20.0F) * (earned ? arriving(t) : 1.0F), earned);
    }
    p.text(words::number(m_outcome.card.score), {x + w, 106}, Face::Light, w < 320 ? 36 : theme::title, theme::ink,
           Align::Right);
    // Who has all stars is told what the run is worth, the others how far the next one was.
    float y = 152;
    if (m_outcome.card.stars < 3)
      y = p.paragraph(nextStar(m_outcome.level, m_outcome.card), {x, 126 + 4 * p.typeScale()}, w, 16, Face::Regular,
                      theme::small, theme::ink, 2);
    else
      p.text(rank(), {x + w, 136}, Face::Regular, theme::small, theme::gold, Align::Right);
    const float first = std::max(166.0F, y + 10 + 4 * p.typeScale());
    // As far apart as there is room for; if there is too little, the type is smaller too.
    constexpr float kEnd = 586;
    constexpr std::array<TermSpacing, 4> kSpacings = {{{17, 30, 17}, {17, 26, 15}, {10, 26, 15}, {3, 26, 15}}};
    const auto* spacing = kSpacings.begin();
    while (spacing != kSpacings.end() - 1 && p.measured([&] { return drawTerms(p, x, w, first, *spacing); }) > kEnd)
      ++spacing;
    p.fitting(kEnd, [&] { return drawTerms(p, x, w, first, *spacing); });
  }

  // Between terms, from a term's name to its reason, and between the lines of that.
  struct TermSpacing {
    float gap, under, leading;
  };

  float drawTerms(Painter& p, float x, float w, float y, const TermSpacing& spacing) const {
    float begins = kFirstS;
    std::size_t person = 0;
    for (const sim::ScoreTerm& t : m_outcome.card.terms) {
      const float grown = 1 - std::pow(1 - clamp01((m_age - begins) / kBarS), 3.0F);
      begins += kBarAfterS;
      const std::string_view sign = signOf(t.id);
      constexpr float kIndent = 28;
      if (t.id == "person")
        drawPortrait(p, {x + 9, y - 5}, 11, m_services.shelf.people.who(m_outcome.level.visit(person).person).hair);
      else if (sign.empty())
        drawColumn(p, {x + 9, y - 5}, colourOf(t.id));
      else
        glyph(p, sign, {x + 9, y - 5}, 19, colourOf(t.id), 1.7F);
      const std::string name =
          t.id == "person" ? m_outcome.level.visit(person).person.name : std::string(termWord(t.id));
      const float named = p.text(name, {x + kIndent, y}, Face::Medium, theme::label, theme::ink);
      if (t.id == "person")
        for (int i = 0; i < 3; ++i)
          star(p, {x + kIndent + named + 20 + 17 * static_cast<float>(i), y - 5}, 6,
               i < m_outcome.card.visits[person].stars);
      p.text(words::number(t.points), {x + w, y}, Face::Medium, theme::label, theme::ink, Align::Right);
      p.bar({x, y + 8}, {w, 4}, theme::fade(theme::ink, .13F), theme::fade(theme::ink, .13F));
      const sf::Color c = colourOf(t.id);
      if (t.most > 0 && t.points > 0)
        p.bar({x, y + 8}, {w * grown * std::min(1.0F, static_cast<float>(t.points) / static_cast<float>(t.most)), 4}, c,
              c);
      y = p.paragraph(t.id == "person" ? aboutPerson(person, t) : tr(t.why), {x, y + spacing.under}, w, spacing.leading,
                      Face::Regular, theme::small, theme::ink2, t.id == "person" ? 9 : 3) +
          spacing.gap;
      if (t.id == "person") ++person;
    }
    return y - spacing.gap;
  }

  // What became of one of several people, and the first reason why; of many people the stars say the former.
  [[nodiscard]] std::string aboutPerson(std::size_t person, const sim::ScoreTerm& term) const {
    constexpr std::size_t kMany = 3;
    const level::Level& one = m_outcome.level.visit(person);
    const std::vector<Reason> reasons = reasonsOf(one, said(person));
    if (one.intake.refer || reasons.empty()) return tr(term.why);
    const std::string move(labelOf(reasons.front().technique));
    if (m_outcome.level.people() > kMany)
      return fill(tr("{move}: {why}"), {{"move", move}, {"why", reasons.front().why}});
    return std::string(tr(term.why)) + " " +
           fill(tr("{move}, {role}: {why}"),
                {{"move", move}, {"role", reasons.front().role}, {"why", reasons.front().why}});
  }

  void drawWhy(Painter& p, float x, float w) {
    widgets::card(p, {x, 56}, {w, 500});
    const char* head = lessonHead(m_outcome.level, m_outcome.card);
    const float size = 26 * std::min(1.0F, (w - 48) / p.textWidth(head, Face::Serif, 26));
    p.text(head, {x + 24, 94}, Face::Serif, size, theme::ink);
    p.fitting(520, [&] { return drawReasons(p, x, w); });
    const char* more = tr("Read more in the Atlas");
    m_choices.add(kAtlas, {x + 16, 516}, {p.textWidth(more, Face::Medium, theme::small) + 16, 36}, 8,
                  {more, "", tr("Opens the Atlas at this pain.")});
    p.text(more, {x + 24, 541}, Face::Medium, theme::small, theme::gold);
  }

  static float drawReason(Painter& p, const Reason& reason, float x, float y, float w) {
    const sf::Color tone = reason.helps ? theme::jade : theme::ember;
    glyph(p, glyphOf(reason.technique), {x + 36, y + 4}, 24, tone);
    p.text(labelOf(reason.technique), {x + 62, y}, Face::SemiBold, theme::body, theme::ink);
    const float name = p.textWidth(labelOf(reason.technique), Face::SemiBold, theme::body),
                room = w - 24 - 62 - name - 10;
    p.textIn(reason.role, {x + w - 24, y}, room, Face::Medium, theme::small, reason.predicted ? theme::jade : tone,
             Align::Right);
    return p.paragraph(reason.why, {x + 62, y + 19}, w - 84, 18, Face::Regular, theme::small, theme::ink2, 5) + 12;
  }

  // What the article and the evidence say, where that stands, and when hands must wait. `size` of its type.
  float drawKnown(Painter& p, float x, float y, float w, float size) const {
    const level::Evidence& evidence = m_outcome.level.evidence;
    const float leading = std::round(size * 1.2F);
    const auto part = [&](const std::string& head, const std::string& words, sf::Color c) {
      p.text(head, {x + 24, y}, Face::SemiBold, theme::small, c);
      y = p.paragraph(words, {x + 24, y + 4 + leading * p.grown(size) / size}, w - 48, leading, Face::Serif, size,
                      theme::ink) +
          6;
    };
    part(tr("The article says"), tr(evidence.article), theme::amber);
    part(fill(tr("The evidence says (grade {grade})"), {{"grade", std::string(1, evidence.grade)}}),
         tr(evidence.evidence), theme::jade);
    y = p.paragraph(evidence.source, {x + 24, y - 6}, w - 48, 16, Face::Regular, theme::small, theme::ink2) + 10;
    if (!evidence.stopSign.empty()) part(tr("Stop sign"), tr(evidence.stopSign), theme::ember);
    return y - 6;
  }

  // As many reasons as there is room for above what is known; that is never left out, and set smaller if it must.
  float drawReasons(Painter& p, float x, float w) const {
    constexpr float kTop = 124, kEnd = 520, kLargest = 18, kSmaller = 16, kLeast = 14;
    std::vector<Reason> reasons;
    if (m_outcome.level.people() == 1) reasons = reasonsOf(m_outcome.level, said(0));
    const auto highOf = [&](const Reason& one) { return p.measured([&] { return drawReason(p, one, x, 0, w); }); };
    const float one = reasons.empty() ? 0 : highOf(reasons.front());
    // Two reasons, if a little smaller type is enough for both.
    const float two = reasons.size() < 2 ? one : one + highOf(reasons[1]);
    // The largest type, down to `least`, in which what is known fits below so much.
    const auto fits = [&](float above, float least) -> std::optional<float> {
      for (float size = kLargest; size >= least; size -= .5F)
        if (kTop + above + p.measured([&] { return drawKnown(p, x, 12, w, size); }) <= kEnd) return size;
      return std::nullopt;
    };
    const auto both = fits(two, kSmaller);
    const float size = both ? *both : fits(one, kLeast).value_or(kLeast),
                known = p.measured([&] { return drawKnown(p, x, 12, w, size); });
    float y = kTop;
    for (const Reason& reason : reasons) {
      if (y > kTop && y + highOf(reason) + known > kEnd) break;
      y = drawReason(p, reason, x, y, w);
    }
    return drawKnown(p, x, y + 12, w, size);
  }

  Outcome m_outcome;
  SessionCurve m_curve;
  Ground m_ground;
  Choices m_choices{kNext};
  float m_age = 0;  // seconds since it came up
  bool m_shot = false;
  int m_frames = 0;
};

}  // namespace
std::unique_ptr<Screen> makeResults(Services& s, Outcome outcome) {
  return std::make_unique<Results>(s, std::move(outcome));
}
}  // namespace knead::app
