// The Atlas: which technique helps which pain, as far as the player has found out, by hand or by saying so beforehand.
// What was never met is a dot; the ring around a sign closes as the pair becomes known, and is gold when it is. The
// card beside it turns: how it is done, what the evidence says, how to tell this pain. Shows; judges nothing.
#include "app/screens/still_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/signs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/pains.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

using level::Fit;
using level::Pain;
using level::Technique;
using words::fill;
using words::tr;

// A sign shows after so many seconds of touch (game), or after an answer.
constexpr float kSeenS = 4;
constexpr int kAtlasPages = 4, kKnow = 1000, kPageChoice = 1001, kReview = 1002;
constexpr int kBars = 5;

class Atlas final : public StillPage {
 public:
  Atlas(Services& s, Pain pain) : StillPage(s, static_cast<int>(pain) * kColumns), m_cell(m_choices.focused()) {}

  void handle(const platform::InputEvent& e) override {
    if (e.asks(platform::Action::Back)) m_services.back = true;
    const int before = m_choices.focused();
    const auto chosen = m_choices.handle(e);
    if (chosen == kReview) {
      m_services.over = makeReview(m_services);
    } else if (chosen == kKnow) {
      m_services.over = makeKnowledge(m_services);
    } else if (chosen == kPageChoice) {
      turn();
    } else if (chosen) {
      // Once more on the same pair turns the card.
      m_cell = *chosen;
      if (before == *chosen) turn();
    } else if (m_choices.focused() < kKnow) {
      m_cell = m_choices.focused();
    }
  }
  [[nodiscard]] std::string spoken() const override {
    if (m_turned) return sideWords();
    return std::string(tr("Atlas")) + ". " + tr("What helps which pain. Play to fill it in.");
  }

  void drawPage(Painter& p, float W) override {
    m_narrow = isNarrow(W);
    const float left = marginOf(W), right = W - left;
    m_left = left;
    float names = m_narrow ? 218 : 236;
    for (int row = 0; row < level::kPainCount; ++row) {
      names = std::max(names, p.textWidth(words::painName(static_cast<Pain>(row)), Face::SemiBold, theme::body) + 18);
      if (!m_narrow)
        names = std::max(names, p.textWidth(words::painHint(static_cast<Pain>(row)), Face::Regular, theme::small) + 18);
    }
    m_columns = left + names + 22;
    const float end = m_narrow ? right : right - 296 - 40;
    m_pitch = (end - m_columns - 40) / (kColumns - 1);
    m_top = m_narrow ? 197 : 202;
    m_rowPitch = m_narrow ? 37 : 47;
    p.text(tr("Atlas"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.text(tr("What helps which pain. Play to fill it in."), {left, 122}, Face::Regular, theme::body, theme::ink2);
    drawHeads(p);
    for (int row = 0; row < level::kPainCount; ++row) drawRow(p, static_cast<Pain>(row), end);
    if (m_narrow) {
      p.typeAtMost(1.2F, [&] { drawLegend(p, {right, 92}, true); });
      drawSheet(p, left, right - left);
    } else {
      drawLegend(p, {left, 660}, false);
      drawCard(p, {right - 296, 150}, 296);
    }
    drawWay(p, {right, 92});
    keyHints(p, {right, 694},
             {{m_services.controls.label(platform::Action::Confirm), tr("turn the card"), platform::Action::Confirm},
              {m_services.controls.label(platform::Action::Back), tr("back"), platform::Action::Back}},
             Align::Right);
  }

 private:
  static constexpr int kColumns = level::kTechniqueCount;
  [[nodiscard]] Pain pain() const { return static_cast<Pain>(m_cell / kColumns); }
  [[nodiscard]] Technique technique() const { return static_cast<Technique>(m_cell % kColumns); }
  void turn() {
    m_page = (m_page + 1) % kAtlasPages;
    m_turned = m_services.anew = true;
  }
  // What the side of the card that is seen says.
  [[nodiscard]] std::string sideWords() const {
    const auto said = [](const char* head, const std::string& text) { return std::string(head) + ": " + text + " "; };
    const learning::PainPage& page = m_services.shelf.evidence.of(pain());
    if (m_page == 0)
      return said(tr("How"), tr(m_services.book.of(technique()).how)) +
             said(tr("What this pain asks for"), tr(m_services.book.of(pain()).why));
    if (m_page == 2)
      return said(tr("How to tell it"), tr(page.looks)) + said(tr("What helps most"), tr(page.best)) +
             said(tr("And beside hands"), tr(page.also));
    const learning::Evidence& e = m_page == 1 ? m_services.shelf.evidence.of(technique()) : page.evidence;
    return said(tr("The article says"), tr(e.article)) +
           said(fill(tr("The evidence says (grade {grade})"), {{"grade", std::string(1, e.grade)}}).c_str(),
                tr(e.evidence)) +
           said(tr("Stop sign"), tr(e.stopSign));
  }
  // The three warm things stand a little apart.
  [[nodiscard]] float columnX(int t) const {
    return m_columns + m_pitch * static_cast<float>(t) + (level::isTool(static_cast<Technique>(t)) ? 14.0F : -4.0F);
  }
  [[nodiscard]] Fit fitOf(Pain pain, Technique t) const {
    return m_services.book.of(pain).fit[static_cast<std::size_t>(t)];
  }
  [[nodiscard]] const learning::Skill& skill(Pain pain, Technique t) const {
    return m_services.player.learning().mastery().of(pain, t);
  }
  // 0 as everybody begins .. 1 known.
  [[nodiscard]] float knowledge(Pain pain, Technique t) const {
    const learning::Skill& s = skill(pain, t);
    if (s.known()) return 1;
    constexpr float kNotYet = .92F;  // sure, but not on two days
    return s.touched() ? std::clamp((s.p - .1F) / (learning::kKnownFrom - .1F), .04F, kNotYet) : 0.0F;
  }
  [[nodiscard]] bool seen(Pain pain, Technique t) const {
    const profile::Tried* tried = m_services.player.progress().triedOn(pain, t);
    return (tried != nullptr && tried->seconds >= kSeenS) || skill(pain, t).touched();
  }

  // To the page about what the player knows, and to what is due today.
  void drawWay(Painter& p, Vec2 right) {
    const char* word = tr("What you know");
    const float w = p.textWidth(word, Face::Medium, theme::body) + 36;
    const Vec2 at = right - Vec2{w, m_narrow ? 64.0F : 28.0F};
    m_choices.add(kKnow, at, {w, 38}, 19, {word, "", tr("The quiz, what you mix up, and your answers to take away.")});
    button(p, at, {w, 38}, word, false);
    const std::size_t due = m_services.player.learning().dueCards(m_services.player.day()).size();
    const std::string review = words::fill(tr("Review: {count} due"), {{"count", std::to_string(due)}});
    const float wide = p.textWidth(review, Face::Medium, theme::body) + 36;
    const Vec2 beside = at - Vec2{wide + 12, 0};
    m_choices.add(kReview, beside, {wide, 38}, 19, {review, "", tr("Short stories of what you may forget.")});
    button(p, beside, {wide, 38}, review, false);
  }

  void drawHeads(Painter& p) const {
    for (int t = 0; t < kColumns; ++t) {
      const auto move = static_cast<Technique>(t);
      const bool on = move == technique();
      glyph(p, glyphOf(move), {columnX(t), m_top - 32}, 24, on ? theme::gold : theme::ink, 1.6F);
      // The name of the chosen one only: eleven do not fit beside each other in every language.
      if (on) p.text(labelOf(move), {columnX(t), m_top - 54}, Face::SemiBold, theme::small, theme::gold, Align::Centre);
    }
  }

  void drawRow(Painter& p, Pain row, float end) {
    const float y = m_top + m_rowPitch * static_cast<float>(row), middle = y + m_rowPitch / 2;
    const bool on = row == pain();
    if (on)
      p.roundRect({m_left - 12, y}, {end - m_left + 18, m_rowPitch}, 14, theme::fade(theme::gold, .09F));
    else
      p.segment({m_left, y + m_rowPitch}, {end, y + m_rowPitch}, 1, theme::fade(theme::line, .45F));
    if (m_narrow) {
      p.text(words::painName(row), {m_left, middle + 5}, Face::SemiBold, theme::body, theme::ink);
    } else {
      p.text(words::painName(row), {m_left, middle - 2}, Face::SemiBold, theme::body, theme::ink);
      p.text(words::painHint(row), {m_left, middle + 16}, Face::Regular, theme::small, theme::ink2);
    }
    for (int t = 0; t < kColumns; ++t) {
      const Vec2 at{columnX(t), middle};
      const float half = m_rowPitch / 2 - 2, wide = std::min(half + 3, m_pitch / 2 - 1);
      m_choices.add(static_cast<int>(row) * kColumns + t, at - Vec2{wide, half}, {2 * wide, 2 * half}, 10,
                    {fill(tr("{technique}, {pain}"), {{"technique", std::string(labelOf(static_cast<Technique>(t)))},
                                                      {"pain", std::string(words::painName(row))}}),
                     verdictOf(row, static_cast<Technique>(t)), ""});
      drawCell(p, at, row, static_cast<Technique>(t));
    }
  }

  void drawCell(Painter& p, Vec2 at, Pain row, Technique t) const {
    if (!seen(row, t)) return p.disc(at, 2.2F, theme::fade(theme::ink3, .8F));
    const Fit fit = fitOf(row, t);
    const float r = m_narrow ? 14 : 16;
    const sf::Color c = fit == Fit::Harm ? theme::ember : fit == Fit::None ? theme::ink2 : theme::jade;
    p.circle(at, r, 1.4F, theme::fade(c, .2F));
    const bool known = skill(row, t).known();
    p.arc(at, r, -kPi / 2, -kPi / 2 + 2 * kPi * knowledge(row, t), known ? 2.2F : 1.6F,
          theme::fade(known ? theme::gold : c, .9F));
    fitSign(p, fit, at, r * .62F);
  }

  void drawLegend(Painter& p, Vec2 at, bool fromRight) const {
    const std::array<std::pair<Fit, const char*>, 5> signs = {{{Fit::Much, tr("helps a lot")},
                                                               {Fit::Good, tr("helps")},
                                                               {Fit::Little, tr("helps a little")},
                                                               {Fit::None, tr("no effect seen")},
                                                               {Fit::Harm, tr("avoid")}}};
    const char* untried = tr("not tried yet");
    constexpr float kSign = 24, kGap = 20;
    float width = kSign + p.textWidth(untried, Face::Regular, theme::small);
    for (const auto& sign : signs) width += kSign + p.textWidth(sign.second, Face::Regular, theme::small) + kGap;
    float x = fromRight ? at.x - width : at.x;
    for (const auto& [fit, word] : signs) {
      fitSign(p, fit, {x + 8, at.y - 5}, 8);
      x += kSign + p.text(word, {x + kSign, at.y}, Face::Regular, theme::small, theme::ink2) + kGap;
    }
    p.disc({x + 8, at.y - 5}, 2.2F, theme::ink3);
    p.text(untried, {x + kSign, at.y}, Face::Regular, theme::small, theme::ink2);
  }

  void drawBars(Painter& p, Vec2 at, float width) const {
    p.text(tr("Known"), at + Vec2{0, 5}, Face::Regular, theme::small, theme::ink2);
    const float label = p.textWidth(tr("Known"), Face::Regular, theme::small) + 18;
    const float whole = knowledge(pain(), technique()) * kBars;
    widgets::fiveBars(p, at + Vec2{label, -2}, width - label + 6, static_cast<int>(whole + .5F));
  }

  [[nodiscard]] std::string forPain() const { return fill(tr("for: {pain}"), {{"pain", words::painName(pain())}}); }
  // What the hands found out, in words; the sign alone would not do.
  [[nodiscard]] const char* verdict() const { return verdictOf(pain(), technique()); }
  [[nodiscard]] const char* verdictOf(Pain row, Technique t) const {
    if (!seen(row, t)) return tr("You have not tried this here yet.");
    switch (fitOf(row, t)) {
      case Fit::Harm: return tr("Better not here.");
      case Fit::None: return tr("No effect seen here.");
      case Fit::Little: return tr("Helps a little.");
      case Fit::Good: return tr("Helps.");
      case Fit::Much: return tr("Helps a lot.");
    }
    return "";
  }

  void drawCard(Painter& p, Vec2 at, float w) {
    const float x = at.x + 24, width = w - 48;
    widgets::card(p, at, {w, 470});
    glyph(p, glyphOf(technique()), at + Vec2{42, 48}, 34, theme::gold, 1.7F);
    p.text(labelOf(technique()), at + Vec2{78, 50}, Face::Serif, 27, theme::ink);
    p.paragraph(forPain(), at + Vec2{78, 70}, w - 100, 17, Face::Regular, theme::small, theme::ink2, 2);
    drawTurn(p, {at.x + w - 26, at.y + 24});
    if (m_page > 0) {
      const Vec2 top{x, at.y + 112};
      return p.fitting(at.y + 464, [&] {
        return m_page == 1   ? drawEvidence(p, top, width, m_services.shelf.evidence.of(technique()))
               : m_page == 2 ? drawPain(p, top, width)
                             : drawEvidence(p, top, width, m_services.shelf.evidence.of(pain()).evidence);
      });
    }
    drawBars(p, {x, at.y + 112}, width);
    p.fitting(at.y + 424, [&] { return drawHow(p, {x, at.y + 158}, width); });
    p.text(verdict(), {x, at.y + 446}, Face::Medium, theme::body, theme::ink);
  }

  // Which of the card's pages this is; turns it.
  void drawTurn(Painter& p, Vec2 right) {
    for (int i = 0; i < kAtlasPages; ++i)
      p.disc(right + Vec2{-46.0F + 16 * static_cast<float>(i), -5}, i == m_page ? 4.5F : 3,
             i == m_page ? theme::gold : theme::ink3);
    m_choices.add(kPageChoice, right + Vec2{-66, -24}, {72, 38}, 12,
                  {tr("Turn the card"), "", tr("How it is done, what the evidence says, how to tell this pain.")});
  }

  // What the article and the evidence say, how good that is, and when to stop.
  float drawEvidence(Painter& p, Vec2 at, float width, const learning::Evidence& e) const {
    float y = at.y;
    p.text(tr("The article says"), {at.x, y}, Face::SemiBold, theme::small, theme::amber);
    y = p.paragraph(tr(e.article), {at.x, y + 21}, width, 19, Face::Serif, 16, theme::ink, 6) + 7;
    p.text(fill(tr("The evidence says (grade {grade})"), {{"grade", std::string(1, e.grade)}}), {at.x, y},
           Face::SemiBold, theme::small, theme::jade);
    y = p.paragraph(tr(e.evidence), {at.x, y + 21}, width, 19, Face::Serif, 16, theme::ink, 9);
    y = p.paragraph(e.source, {at.x, y + 1}, width, 16, Face::Regular, theme::small, theme::ink2, 3) + 8;
    p.text(tr("Stop sign"), {at.x, y}, Face::SemiBold, theme::small, theme::ember);
    return p.paragraph(tr(e.stopSign), {at.x, y + 21}, width, 19, Face::Serif, 16, theme::ink, 6);
  }

  float drawPain(Painter& p, Vec2 at, float width) const {
    const learning::PainPage& page = m_services.shelf.evidence.of(pain());
    p.text(tr("How to tell it"), at, Face::SemiBold, theme::small, theme::amber);
    float y = p.paragraph(tr(page.looks), {at.x, at.y + 23}, width, 21, Face::Serif, 17, theme::ink, 7) + 10;
    p.text(tr("What helps most"), {at.x, y}, Face::SemiBold, theme::small, theme::jade);
    y = p.paragraph(tr(page.best), {at.x, y + 23}, width, 21, Face::Serif, 17, theme::ink, 6) + 10;
    p.text(tr("And beside hands"), {at.x, y}, Face::SemiBold, theme::small, theme::jade);
    return p.paragraph(tr(page.also), {at.x, y + 23}, width, 21, Face::Serif, 17, theme::ink, 6);
  }

  float drawHow(Painter& p, Vec2 at, float width) const {
    const level::TechniqueCard& card = m_services.book.of(technique());
    const float x = at.x;
    float y = at.y;
    p.text(tr("How"), {x, y}, Face::SemiBold, theme::small, theme::amber);
    y = p.paragraph(tr(card.how), {x, y + 24}, width, 23, Face::Serif, 18.5F, theme::ink, 6) + 14;
    p.text(tr("What this pain asks for"), {x, y}, Face::SemiBold, theme::small, theme::jade);
    y = p.paragraph(tr(m_services.book.of(pain()).why), {x, y + 24}, width, 23, Face::Serif, 18.5F, theme::ink, 5) + 14;
    p.text(fill(tr("Evidence: grade {grade}"), {{"grade", std::string(1, card.grade)}}), {x, y}, Face::SemiBold,
           theme::small, theme::ink2);
    return p.paragraph(card.source, {x, y + 20}, width, 18, Face::Regular, theme::small, theme::ink2, 2);
  }

  // In 4:3 the card lies under the table.
  // The sheet's other sides, where little room is left: what is said, and when to stop; or how to tell the pain.
  void drawSheetPage(Painter& p, Vec2 at, float width) const {
    const learning::PainPage& page = m_services.shelf.evidence.of(pain());
    const learning::Evidence& e = m_page == 1 ? m_services.shelf.evidence.of(technique()) : page.evidence;
    const std::string first = m_page != 2 ? tr(e.evidence) + std::string(" (") + e.grade + ")"
                                          : tr(page.looks) + std::string(" ") + tr(page.best);
    const float y = p.within(first, at, width, 54, 18, Face::Serif, 16, theme::ink);
    p.within(tr(e.stopSign), {at.x, y + 2}, width, 36, 17, Face::Serif, 16, theme::ember);
  }

  void drawSheet(Painter& p, float x, float w) {
    const level::TechniqueCard& card = m_services.book.of(technique());
    const float y = m_top + m_rowPitch * level::kPainCount + 14;
    widgets::card(p, {x, y}, {w, 126});
    glyph(p, glyphOf(technique()), {x + 36, y + 40}, 32, theme::gold, 1.7F);
    p.text(labelOf(technique()), {x + 66, y + 38}, Face::Serif, 24, theme::ink);
    p.typeAtMost(m_page > 0 ? 1.0F : 1.4F, [&] {
      p.text(forPain(), {x + 66, y + 60}, Face::Regular, theme::small, theme::ink2);
      p.text(verdict(), {x + 22, y + 86}, Face::Medium, theme::small, theme::ink);
    });
    drawBars(p, {x + 22, y + 106}, 240);
    const float column = x + 296, width = w - 296 - 22;
    drawTurn(p, {x + 268, y + 34});
    if (m_page > 0) return p.typeAtMost(1, [&] { drawSheetPage(p, {column, y + 28}, width); });
    p.fitting(y + 96, [&] {
      const float next = p.paragraph(tr(card.how), {column, y + 32}, width, 21, Face::Serif, 18, theme::ink, 3);
      return p.paragraph(tr(m_services.book.of(pain()).why), {column, next + 2}, width, 21, Face::Serif, 18,
                         theme::jade, 2) -
             21;
    });
    p.text(fill(tr("Evidence: grade {grade}"), {{"grade", std::string(1, card.grade)}}), {column, y + 112},
           Face::Regular, theme::small, theme::ink2);
  }

  int m_cell, m_page = 0;
  bool m_narrow = false, m_turned = false;
  float m_left = 64, m_columns = 320, m_pitch = 50, m_top = 202, m_rowPitch = 47;
};

}  // namespace
std::unique_ptr<Screen> makeAtlas(Services& s, level::Pain pain) { return std::make_unique<Atlas>(s, pain); }
}  // namespace knead::app
