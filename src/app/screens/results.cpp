// What came of it: stars, every term of the score with its reason, before and after. Shows; computes nothing.
#include <algorithm>
#include <cmath>

#include "app/exports.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/furniture.hpp"
#include "app/view/plate.hpp"
#include "app/view/portrait.hpp"
#include "app/view/session_curve.hpp"
#include "app/view/side_figure.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"
#include "replay/write.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Key;
using words::fill;
using words::quoted;
using words::tr;
constexpr int kAgain = 0, kNext = 1, kWatch = 2, kSave = 3, kAtlas = 4;
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
      : Screen(s),
        m_outcome(std::move(outcome)),
        m_curve(curveOf(m_outcome.level, m_outcome.replay)),
        m_ground(s.kit, true) {
    if (m_outcome.card.stars == 0) m_choices.focus(kAgain);
    // Nobody waits for a picture of the end.
    if (s.player.settings().on(profile::Option::ReducedMotion) || !s.options.shots.empty() || s.options.quit)
      m_age = kAllS;
  }

  void handle(const platform::InputEvent& e) override {
    const auto chosen = m_choices.handle(e);
    if ((e.pressed() && e.table == platform::Action::Again) || chosen == kAgain) {
      m_services.next = makeIntake(m_services, m_outcome.level, m_outcome.hoursAfter);
    } else if (chosen == kWatch) {
      m_services.over = makeReplayViewer(m_services, m_outcome.level, m_outcome.replay);
    } else if (chosen == kSave) {
      save();
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
    for (const sim::ScoreTerm& term : card.terms) all += " " + std::string(tr(term.why));
    return all;
  }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    // Three columns in a block of at most 1280, centred; in 4:3 the figures stand smaller and the words wrap.
    const bool narrow = W < 1180;
    const float left = narrow ? 36 : std::max(64.0F, W / 2 - 576), right = W - left, gap = narrow ? 26 : 40;
    const float first = narrow ? 254 : 396, card = narrow ? 310 : 318;
    const float second = right - left - first - card - 2 * gap;
    const float scale = narrow ? 142 : 222, foot = narrow ? 430 : 500;
    const Vec2 before{left + (narrow ? 50.0F : 88.0F), foot}, after{left + (narrow ? 184.0F : 296.0F), foot};
    const Vec2 halo{after.x + scale * .04F, foot - scale * .77F};
    const float warmth = m_outcome.card.stars > 0 ? 1 : .2F;
    m_ground.keep({0, 0}, {W, 720}, p.scale(), {}, [&](Painter& q) {
      drawGround(q, W, {left + 266, 260});
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
             {{m_services.controls.label(platform::Action::Again), tr("again")},
              {m_services.controls.label(platform::Action::Confirm), tr("choose")},
              {m_services.controls.label(platform::Action::Back), tr("clients")}},
             Align::Right);
    p.flush(target);
    if (!m_shot && !m_services.options.shots.empty()) m_services.shots.emplace_back("results");
    m_shot = true;
  }

 private:
  // Where a player finds it again; the copy that the boards play is kept in any case.
  void save() {
    const std::string folder = recordingsFolder(m_services.options);
    const std::string name = freeName(folder, m_outcome.level.id, "knead");
    const auto wrote =
        replay::writeReplayFile(name.empty() ? folder + "/" + m_outcome.level.id + ".knead" : name, m_outcome.replay);
    m_services.toast.say(
        wrote ? fill(tr("Recording saved in {folder}."), {{"folder", shownFolder(folder)}}) : wrote.error().text(), 5);
  }

  // Three small ways and the one on.
  void drawButtons(Painter& p, float left, float width) {
    constexpr float kGap = 8, kTop = 568, kSmall = 40, kHeight = 46;
    struct Way {
      int id;
      const char *word, *hint;
    };
    const std::array<Way, 3> ways = {{{kWatch, tr("Watch"), tr("Shows this session as you played it.")},
                                      {kSave, tr("Save"), tr("Puts a copy of the recording into your documents.")},
                                      {kAgain, tr("Again"), tr("The same person once more.")}}};
    const float each = (width - 2 * kGap) / 3;
    float x = left;
    for (const auto& [id, word, hint] : ways) {
      m_choices.add(id, {x, kTop}, {each, kSmall}, kSmall / 2, {word, "", hint});
      button(p, {x, kTop}, {each, kSmall}, word, id == kAgain && m_outcome.card.stars == 0);
      x += each + kGap;
    }
    const Vec2 next{left, kTop + kSmall + 10};
    const bool again = m_outcome.hoursAfter > 0;
    const char* on = again ? tr("People") : daily::dayOfId(m_outcome.level.id) ? tr("On") : tr("Next client");
    m_choices.add(kNext, next, {width, kHeight}, kHeight / 2,
                  {on, "", again ? tr("To the people.") : tr("Back to the path.")});
    button(p, next, {width, kHeight}, on, m_outcome.card.stars > 0);
  }

  void drawPerson(Painter& p, float x, float width, Vec2 before, Vec2 after, float scale) const {
    const bool narrow = width < 300;
    p.text(fill(tr("{person} · {level}"), {{"person", m_outcome.level.visit(m_outcome.level.people() - 1).person.name},
                                           {"level", tr(m_outcome.level.title)}}),
           {x, 72}, Face::Medium, theme::body, theme::ink2);
    const bool good = m_outcome.card.stars > 0 && m_outcome.card.ending != sim::Ending::Comfort;
    const level::Person& last = m_outcome.level.visit(m_outcome.level.people() - 1).person;
    p.within(quoted(good ? last.better : last.worse), {x, 110}, width, narrow ? 108 : 66, narrow ? 27 : 30,
             Face::Italic, narrow ? 21 : 25, theme::ink);
    drawSideFigure(p, before, scale, radiansOf(m_outcome.card.postureBefore), .9F);
    drawSideFigure(p, after, scale, radiansOf(m_outcome.card.postureAfter), .1F);
    p.text(tr("before"), {before.x - 10, before.y + 40}, Face::Regular, theme::body, theme::ink2, Align::Centre);
    p.text(tr("after the rest"), {after.x + 4, before.y + 40}, Face::SemiBold, theme::body,
           good ? theme::gold : theme::ink, Align::Centre);
    const sim::ScoreCard& card = m_outcome.card;
    const std::array<std::array<std::string, 2>, 3> facts = {
        {{tr("Pain"), change(card.painBefore, card.painAfter)},
         {tr("Side shift"), fill(tr("{change} cm"), {{"change", change(std::abs(card.postureBefore.lateralShiftCm),
                                                                       std::abs(card.postureAfter.lateralShiftCm))}})},
         {tr("Comfort"), fill(tr("{points} of 100"), {{"points", std::to_string(std::lround(card.comfort * 100))}})}}};
    float at = x + 20;
    // What hands did to somebody who needs a doctor is nothing to count.
    for (std::size_t i = 0; i < facts.size() && !m_outcome.level.intake.refer; ++i) {
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
    const char* what = tr("Pain over the session, and your moves");
    const float wide = p.textWidth(what, Face::Regular, theme::small);
    p.typeAtMost(p.typeScale() * std::min(1.0F, w / wide), [&] {
      p.text(what, {x, y - 6}, Face::Regular, theme::small, theme::ink2);
    });
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

  [[nodiscard]] std::string nextStar() const {
    const sim::ScoreCard& card = m_outcome.card;
    if (!card.visits.empty()) return tr("Stars of several people: the mean of theirs, rounded down.");
    if (m_outcome.level.intake.refer) return tr("Here the stars are for sending them to a doctor first.");
    const level::StarLines& lines = m_outcome.level.stars;
    const float line = card.stars == 0 ? lines.one : card.stars == 1 ? lines.two : lines.three;
    const float got = card.painBefore > 0 ? clamp01(1 - card.painAfter / card.painBefore) : 0.0F;
    return fill(tr("Next star: pain down {line}. This time: {got}."),
                {{"line", words::percent(line)}, {"got", words::percent(got)}});
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
      y = p.paragraph(nextStar(), {x, 126 + 4 * p.typeScale()}, w, 16, Face::Regular, theme::small, theme::ink, 2);
    else
      p.text(rank(), {x + w, 136}, Face::Regular, theme::small, theme::gold, Align::Right);
    p.fitting(586, [&] { return drawTerms(p, x, w, std::max(166.0F, y + 4 + 4 * p.typeScale())); });
  }

  float drawTerms(Painter& p, float x, float w, float y) const {
    // Seven parts stand closer than six.
    const bool many = m_outcome.card.terms.size() > 6;
    const float gap = many ? 3.0F : 17.0F, under = many ? 26.0F : 30.0F, leading = many ? 15.0F : 17.0F;
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
      p.text(t.id == "person" ? m_outcome.level.visit(person++).person.name : std::string(termWord(t.id)),
             {x + kIndent, y}, Face::Medium, theme::label, theme::ink);
      p.text(words::number(t.points), {x + w, y}, Face::Medium, theme::label, theme::ink, Align::Right);
      p.bar({x, y + 8}, {w, 4}, theme::fade(theme::ink, .13F), theme::fade(theme::ink, .13F));
      const sf::Color c = colourOf(t.id);
      if (t.most > 0 && t.points > 0)
        p.bar({x, y + 8}, {w * grown * std::min(1.0F, static_cast<float>(t.points) / static_cast<float>(t.most)), 4}, c,
              c);
      y = p.paragraph(tr(t.why), {x, y + under}, w, leading, Face::Regular, theme::small, theme::ink2, 3) + gap;
    }
    return y - gap;
  }

  // Whether the player's guess gave this move the role it has.
  [[nodiscard]] bool predicted(level::Technique t) const {
    const sim::IntakeAnswer& said = m_outcome.replay.header.setup.intake;
    const level::Intake& right = m_outcome.level.intake;
    const auto in = [t](const std::vector<level::Technique>& all) {
      return std::find(all.begin(), all.end(), t) != all.end();
    };
    return (said.first == t && in(right.first)) || (said.also == t && in(right.also)) ||
           (said.avoid == t && in(right.avoid));
  }

  void drawWhy(Painter& p, float x, float w) {
    widgets::card(p, {x, 56}, {w, 500});
    p.text(m_outcome.level.intake.refer ? tr("Why no hands today") : tr("What helped, and why"), {x + 24, 94},
           Face::Serif, 26, theme::ink);
    p.fitting(520, [&] { return drawReasons(p, x, w); });
    const char* more = tr("Read more in the Atlas");
    m_choices.add(kAtlas, {x + 16, 516}, {p.textWidth(more, Face::Medium, theme::small) + 16, 36}, 8,
                  {more, "", tr("Opens the Atlas at this pain.")});
    p.text(more, {x + 24, 541}, Face::Medium, theme::small, theme::gold);
  }

  // Below this no further reason begins: what the evidence says needs the room, and the stop sign more.
  [[nodiscard]] float lastReason(const Painter& p, float w) const {
    constexpr float kMany = 4, kMore = 5, kMost = 5.6F, kNone = 100, kOne = 160, kTwo = 220;
    const float lines = p.textWidth(tr(m_outcome.level.evidence.evidence), Face::Serif, 18) / (w - 48);
    if (m_outcome.level.intake.refer) return p.typeScale() > 1 || lines > kMany ? kNone : kOne;
    return lines > kMost ? kNone : lines > kMore ? kOne : kTwo;
  }

  float drawReasons(Painter& p, float x, float w) const {
    float y = 124;
    for (const level::Why& why : m_outcome.level.intake.why) {
      if (y > lastReason(p, w)) break;
      bool unwise = false;
      for (const level::Technique t : m_outcome.level.intake.avoid) unwise = unwise || t == why.technique;
      const sf::Color tone = unwise ? theme::ember : theme::jade;
      glyph(p, glyphOf(why.technique), {x + 36, y + 4}, 24, tone);
      p.text(labelOf(why.technique), {x + 62, y}, Face::SemiBold, theme::body, theme::ink);
      const char* role = predicted(why.technique) ? tr("predicted") : unwise ? tr("not now") : tr("helps");
      const float name = p.textWidth(labelOf(why.technique), Face::SemiBold, theme::body),
                  room = w - 24 - 62 - name - 10;
      p.typeAtMost(p.typeScale() * std::min(1.0F, room / p.textWidth(role, Face::Medium, theme::small)), [&] {
        p.text(role, {x + w - 24, y}, Face::Medium, theme::small, predicted(why.technique) ? theme::jade : tone,
               Align::Right);
      });
      y = p.paragraph(tr(why.text), {x + 62, y + 19}, w - 84, 18, Face::Regular, theme::small, theme::ink2, 4) + 12;
    }
    const level::Evidence& evidence = m_outcome.level.evidence;
    p.text(tr("The article says"), {x + 24, y + 12}, Face::SemiBold, theme::small, theme::amber);
    y = p.paragraph(tr(evidence.article), {x + 24, y + 35}, w - 48, 22, Face::Serif, 18, theme::ink, 4);
    p.text(fill(tr("The evidence says (grade {grade})"), {{"grade", std::string(1, evidence.grade)}}), {x + 24, y + 8},
           Face::SemiBold, theme::small, theme::jade);
    constexpr float kEnd = 500;
    const float below = m_outcome.level.intake.refer ? 104 : 0;  // for the stop sign
    y = p.within(tr(evidence.evidence), {x + 24, y + 31}, w - 48, std::max(66.0F, kEnd - y - 31 - below), 22,
                 Face::Serif, 18, theme::ink);
    if (m_outcome.level.intake.refer) {
      p.text(tr("Stop sign"), {x + 24, y + 8}, Face::SemiBold, theme::small, theme::ember);
      return p.within(tr(evidence.stopSign), {x + 24, y + 31}, w - 48, std::max(44.0F, kEnd - y - 31), 20, Face::Serif,
                      17, theme::ink);
    }
    if (y >= 470) return y - 12;
    return p.paragraph(evidence.source, {x + 24, y + 4}, w - 48, 17, Face::Regular, theme::small, theme::ink2, 3) - 12;
  }

  Outcome m_outcome;
  SessionCurve m_curve;
  Plate m_ground;
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
