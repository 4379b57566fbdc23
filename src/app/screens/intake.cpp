// Before the hands: the person's words and signs, and the player's guess. Gives the answer on; judges nothing.
#include "app/screens/screen.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/view/body_picture.hpp"
#include "app/view/furniture.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;

class Intake final : public Screen {
 public:
  Intake(Services& s, const level::Level& l) : Screen(s), m_level(l), m_session(l, {}), m_body(s.kit) {
    m_body.begin(m_session);
  }
  void handle(const platform::InputEvent& e) override {
    if (e.kind == Kind::KeyDown && e.key == platform::Key::Enter) begin();
    if (e.kind == Kind::KeyDown && e.key == platform::Key::Escape) m_services.next = makeLevelList(m_services);
    if (e.kind != Kind::MouseDown) return;
    for (int i = 0; i < level::kTechniqueCount; ++i) {
      const Vec2 t = tile(i);
      if (e.x < t.x || e.x > t.x + 96 || e.y < t.y || e.y > t.y + 92) continue;
      const auto move = static_cast<level::Technique>(i);
      m_answer.refer = false;
      for (auto* role : {&m_answer.first, &m_answer.also, &m_answer.avoid}) {
        if (*role == move) {
          role->reset();
          return;
        }
      }
      for (auto* role : {&m_answer.first, &m_answer.also, &m_answer.avoid}) {
        if (!*role) {
          *role = move;
          return;
        }
      }
      m_answer.avoid = move;
    }
    if (e.x > m_x && e.x < m_x + 398 && e.y > 548 && e.y < 596) begin();
    if (e.x > m_x && e.x < m_x + 398 && e.y > 608 && e.y < 652) {
      m_answer = {};
      m_answer.refer = true;
      begin();
    }
  }
  void update(float seconds) override { m_body.update(m_session, seconds); }
  [[nodiscard]] float leastWidth() const override { return 1280.0F; }
  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    m_x = W - 462;
    const float cx = (330 + m_x) / 2 + 10;
    drawGround(p, W, {cx, 330});
    drawHalo(p, {cx, 318}, 235, 0);
    p.flush(target);
    m_body.draw(target, p, {{cx, 118}, 460}, 0);
    drawLinen(p, W, cx, 0);
    p.text(m_level.person.name, {60, 92}, Face::SemiBold, 20, theme::ink);
    p.text(m_level.person.role, {60, 116}, Face::Regular, theme::body, theme::ink2);
    float y = p.paragraph("“" + m_level.person.words + "”", {60, 172}, 270, 34, Face::Italic, 27, theme::ink, 8) + 14;
    for (const std::string& sign : m_level.person.signs) {
      p.disc({64, y - 5}, 2.5F, theme::gold);
      y = p.paragraph(sign, {76, y}, 250, 21, Face::Regular, theme::label, theme::ink, 4) + 8;
    }
    p.roundRect({m_x - 18, 34}, {434, 632}, 16, theme::fade(theme::card, .86F), theme::fade(theme::line, .55F));
    p.text("What do you expect?", {m_x, 84}, Face::Serif, 30, theme::ink);
    const char* ask = !m_answer.first   ? "Choose what you would do first."
                      : !m_answer.also  ? "And what else would help?"
                      : !m_answer.avoid ? "And what would you leave alone?"
                                        : "Ready when you are.";
    p.text(ask, {m_x, 110}, Face::Regular, theme::body, theme::ink2);
    for (int i = 0; i < level::kTechniqueCount; ++i) {
      const auto move = static_cast<level::Technique>(i);
      const Vec2 t = tile(i);
      const bool first = m_answer.first == move, also = m_answer.also == move, avoid = m_answer.avoid == move;
      const sf::Color c = avoid ? theme::ember : theme::jade;
      if (first || also || avoid)
        p.roundRect(t, {96, 92}, 14, theme::mix(theme::card, c, .14F), c, 1.8F);
      else
        p.roundRect(t, {96, 92}, 14, theme::fade(theme::card, .5F), theme::fade(theme::line, .6F));
      glyph(p, glyphOf(move), t + Vec2{48, 34}, 32, first || also || avoid ? c : theme::ink, 1.7F);
      p.text(labelOf(move), t + Vec2{48, 66}, Face::Medium, theme::small, theme::ink, Align::Centre);
      if (first || also || avoid)
        p.text(first  ? "first"
               : also ? "also"
                      : "avoid",
               t + Vec2{48, 84}, Face::SemiBold, theme::small, c, Align::Centre);
    }
    button(p, {m_x, 548}, {398, 48}, m_answer.first ? "Begin" : "Begin without a guess", true, true);
    button(p, {m_x, 608}, {398, 44}, "Send them to a doctor", false, false);
    p.flush(target);
  }

 private:
  void begin() { m_services.next = makePlay(m_services, m_level, {m_services.options.seed, m_answer, {}}); }
  [[nodiscard]] Vec2 tile(int i) const {
    return {m_x + static_cast<float>(i % 4) * 100.5F, 130 + static_cast<float>(i / 4) * 98.0F};
  }
  level::Level m_level;
  sim::Session m_session;
  BodyPicture m_body;
  sim::IntakeAnswer m_answer;
  float m_x = 818;
};

}  // namespace
std::unique_ptr<Screen> makeIntake(Services& s, const level::Level& l) { return std::make_unique<Intake>(s, l); }
}  // namespace knead::app
