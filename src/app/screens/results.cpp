// What came of it: stars, every term of the score with its reason, before and after. Shows; computes nothing.
#include <cmath>

#include "app/screens/screen.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/view/furniture.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
std::string oneDecimal(float v) {
  const auto n = static_cast<int>(std::lround(v * 10));
  return std::to_string(n / 10) + "." + std::to_string(std::abs(n % 10));
}
std::string grouped(int v) {
  std::string s = std::to_string(std::abs(v)), out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (i > 0 && (s.size() - i) % 3 == 0) out += ' ';
    out += s[i];
  }
  return (v < 0 ? "-" : "") + out;
}

class Results final : public Screen {
 public:
  Results(Services& s, const level::Level& l, const sim::ScoreCard& c) : Screen(s), m_level(l), m_card(c) {}
  void handle(const platform::InputEvent& e) override {
    const bool click = e.kind == Kind::MouseDown && e.y > 610 && e.y < 658;
    const bool key = e.kind == Kind::KeyDown;
    if ((key && e.key == platform::Key::R) || (click && e.x > m_x && e.x < m_x + 150))
      m_services.next = makeIntake(m_services, m_level);
    else if ((key && (e.key == platform::Key::Enter || e.key == platform::Key::Escape)) || (click && e.x > m_x + 160))
      m_services.next = makeLevelList(m_services);
  }
  void update(float) override { m_services.quit = m_services.quit || (m_services.options.quit && m_frames++ > 3); }
  [[nodiscard]] float leastWidth() const override { return 1280.0F; }
  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    drawGround(p, W, {330, 260});
    drawHalo(p, {346, 330}, 136, 1);
    p.text(m_level.person.name + "  ·  " + m_level.title, {64, 72}, Face::Medium, theme::body, theme::ink2);
    const bool good = m_card.painAfter < m_card.painBefore && m_card.ending != sim::Ending::Comfort;
    p.paragraph("“" + (good ? m_level.person.better : m_level.person.worse) + "”", {64, 110}, 390, 30, Face::Italic, 25,
                theme::ink, 2);
    drawSideView(p, {166, 500}, 222, m_card.postureBefore, .9F);
    drawSideView(p, {346, 500}, 222, m_card.postureAfter, .1F);
    p.text("before", {150, 540}, Face::Regular, theme::body, theme::ink2, Align::Centre);
    p.text("after the rest", {350, 540}, Face::SemiBold, theme::body, theme::gold, Align::Centre);
    p.text("Pain", {84, 584}, Face::Regular, theme::body, theme::ink2);
    p.text(oneDecimal(m_card.painBefore) + " → " + oneDecimal(m_card.painAfter), {84, 608}, Face::Medium, 17,
           theme::ink);
    p.text("Side shift", {200, 584}, Face::Regular, theme::body, theme::ink2);
    p.text(oneDecimal(std::abs(m_card.postureBefore.lateralShiftCm)) + " → " +
               oneDecimal(std::abs(m_card.postureAfter.lateralShiftCm)) + " cm",
           {200, 608}, Face::Medium, 17, theme::ink);
    p.text("Comfort", {344, 584}, Face::Regular, theme::body, theme::ink2);
    p.text(std::to_string(std::lround(m_card.comfort * 100)) + " of 100", {344, 608}, Face::Medium, 17, theme::ink);
    const float x = 500, w = std::min(360.0F, (W - x - 64) * .5F);
    for (int i = 0; i < 3; ++i) {
      if (i < m_card.stars) p.glow({x + 26 + static_cast<float>(i) * 54, 92}, 44, theme::gold, .35F);
      star(p, {x + 26 + static_cast<float>(i) * 54, 92}, 20, i < m_card.stars);
    }
    p.text(grouped(m_card.score), {x + w, 108}, Face::Light, theme::title, theme::ink, Align::Right);
    float y = 160;
    for (const sim::ScoreTerm& t : m_card.terms) {
      const sf::Color c = t.id == "circulation"  ? theme::rose
                          : t.id == "heat"       ? theme::amber
                          : t.id == "endorphins" ? theme::gold
                          : t.id == "harm"       ? theme::ember
                                                 : theme::jade;
      std::string title(t.id);
      if (!title.empty()) title[0] = static_cast<char>(title[0] - 'a' + 'A');
      p.text(title, {x, y}, Face::Medium, theme::label, theme::ink);
      p.text(grouped(t.points), {x + w, y}, Face::Medium, theme::label, theme::ink, Align::Right);
      p.bar({x, y + 8}, {w, 4}, theme::fade(theme::ink, .13F), theme::fade(theme::ink, .13F));
      if (t.most > 0 && t.points > 0)
        p.bar({x, y + 8}, {w * std::min(1.0F, static_cast<float>(t.points) / static_cast<float>(t.most)), 4}, c, c);
      y = p.paragraph(t.why, {x, y + 30}, w, 18, Face::Regular, theme::small, theme::ink2, 2) + 20;
    }
    m_x = x + w + 40;
    const float cw = W - m_x - 64;
    p.roundRect({m_x, 64}, {cw, 526}, 16, theme::fade(theme::card, .72F), theme::fade(theme::line, .55F));
    p.text("What helped, and why", {m_x + 24, 104}, Face::Serif, 26, theme::ink);
    y = 136;
    for (const level::Why& why : m_level.intake.why) {
      if (y > 250) break;
      bool unwise = false;
      for (const level::Technique t : m_level.intake.avoid) unwise = unwise || t == why.technique;
      const sf::Color tone = unwise ? theme::ember : theme::jade;
      glyph(p, glyphOf(why.technique), {m_x + 36, y + 4}, 24, tone);
      p.text(labelOf(why.technique), {m_x + 62, y}, Face::SemiBold, theme::body, theme::ink);
      p.text(unwise ? "not now" : "helps", {m_x + cw - 24, y}, Face::Medium, theme::small, tone, Align::Right);
      y = p.paragraph(why.text, {m_x + 62, y + 19}, cw - 84, 18, Face::Regular, theme::small, theme::ink2, 3) + 12;
    }
    p.text("The article says", {m_x + 24, y + 16}, Face::SemiBold, theme::small, theme::amber);
    y = p.paragraph(m_level.evidence.article, {m_x + 24, y + 40}, cw - 48, 23, Face::Serif, 18.5F, theme::ink, 4);
    p.text(std::string("The evidence says (grade ") + m_level.evidence.grade + ")", {m_x + 24, y + 12}, Face::SemiBold,
           theme::small, theme::jade);
    p.paragraph(m_level.evidence.evidence, {m_x + 24, y + 36}, cw - 48, 23, Face::Serif, 18.5F, theme::ink, 6);
    button(p, {m_x, 610}, {150, 48}, "Again", false, false);
    button(p, {m_x + 162, 610}, {cw - 162, 48}, "Next client", true, true);
    p.text("R again     Enter clients", {W - 64, 690}, Face::Regular, theme::small, theme::ink2, Align::Right);
    p.flush(target);
    if (!m_shot && !m_services.options.shots.empty()) m_services.shots.push_back("results");
    m_shot = true;
  }

 private:
  level::Level m_level;
  sim::ScoreCard m_card;
  bool m_shot = false;
  int m_frames = 0;
  float m_x = 900;
};

}  // namespace
std::unique_ptr<Screen> makeResults(Services& s, const level::Level& l, const sim::ScoreCard& c) {
  return std::make_unique<Results>(s, l, c);
}
}  // namespace knead::app
