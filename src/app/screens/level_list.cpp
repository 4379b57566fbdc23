// The list of levels by chapter. Chooses; does not play.
#include "app/screens/screen.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/view/furniture.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
std::string spaced(std::string_view id) {
  std::string s(id);
  for (char& c : s)
    if (c == '_' || c == '-') c = ' ';
  return s;
}

class LevelList final : public Screen {
 public:
  using Screen::Screen;
  void handle(const platform::InputEvent& e) override {
    const int n = static_cast<int>(m_services.levels.levels.size());
    if (e.kind == Kind::KeyDown && n > 0) {
      if (e.key == platform::Key::Down) m_at = (m_at + 1) % n;
      if (e.key == platform::Key::Up) m_at = (m_at + n - 1) % n;
      if (e.key == platform::Key::Enter) open();
    }
    if (e.kind == Kind::KeyDown && e.key == platform::Key::Escape) m_services.quit = true;
    if (e.kind == Kind::Wheel && n > 0) m_at = std::clamp(m_at - static_cast<int>(e.wheel), 0, n - 1);
    if ((e.kind == Kind::MouseMove || e.kind == Kind::MouseDown) && n > 0 && e.y > 150 && e.y < 650 && e.x < 620) {
      const int row = m_top + static_cast<int>((e.y - 150) / 50);
      if (row >= 0 && row < n && e.kind == Kind::MouseDown) {
        if (row == m_at) open();
        m_at = row;
      }
    }
    if (e.kind == Kind::MouseDown && e.x > 690 && e.y > 540 && e.y < 590) open();
  }
  void update(float) override {}
  [[nodiscard]] float leastWidth() const override { return 1280.0F; }
  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    drawGround(p, W, {380, 300});
    p.text("Clients", {64, 92}, Face::Serif, theme::title, theme::ink);
    const auto& all = m_services.levels.levels;
    p.text(std::to_string(all.size()) + " backs that would like your hands", {64, 122}, Face::Regular, theme::body,
           theme::ink2);
    m_top = std::clamp(m_at - 4, 0, std::max(0, static_cast<int>(all.size()) - 10));
    for (int i = 0; i < 10 && m_top + i < static_cast<int>(all.size()); ++i) {
      const auto k = static_cast<std::size_t>(m_top + i);
      const level::Level& l = all[k].level;
      const float y = 150 + static_cast<float>(i) * 50;
      const bool on = m_top + i == m_at;
      if (on) p.roundRect({56, y}, {564, 46}, 14, theme::fade(theme::card, .85F), theme::gold, 1.8F);
      p.text(std::to_string(l.number), {92, y + 29}, Face::SemiBold, theme::label, on ? theme::gold : theme::ink2,
             Align::Right);
      p.text(l.title, {108, y + 20}, on ? Face::SemiBold : Face::Medium, theme::label, theme::ink);
      p.text(l.person.name + "  ·  " + spaced(level::idOf(l.pain)), {108, y + 39}, Face::Regular, theme::small,
             theme::ink2);
      p.text(spaced(l.chapter.substr(l.chapter.find('-') + 1)), {534, y + 29}, Face::Regular, theme::small, theme::ink2,
             Align::Right);
      for (int s = 0; s < 3; ++s) star(p, {558 + static_cast<float>(s) * 20, y + 23}, 6, false);
    }
    if (!all.empty()) {
      const level::Level& l = all[static_cast<std::size_t>(m_at)].level;
      const float x = 690, w = std::min(480.0F, W - x - 64);
      p.roundRect({x - 26, 150}, {w + 52, 460}, 16, theme::fade(theme::card, .72F), theme::fade(theme::line, .55F));
      p.text(l.title, {x, 196}, Face::Serif, 30, theme::ink);
      p.text(l.person.name + ", " + l.person.role, {x, 226}, Face::Regular, theme::body, theme::ink2);
      float y = p.paragraph("“" + l.person.words + "”", {x, 272}, w, 29, Face::Italic, 23, theme::ink, 5);
      p.text(std::to_string(l.seconds / 60) + ":" + (l.seconds % 60 < 10 ? "0" : "") + std::to_string(l.seconds % 60) +
                 "   ·   " + std::to_string(l.knots.size()) + (l.knots.size() == 1 ? " knot" : " knots"),
             {x, y + 14}, Face::Medium, theme::body, theme::ink2);
      p.paragraph(l.lesson, {x, y + 52}, w, 22, Face::Regular, theme::label, theme::ink2, 4);
      button(p, {x, 540}, {w, 48}, "Meet " + l.person.name, true, true);
    }
    p.text("Up Down choose     Enter meet     Esc leave", {W - 64, 686}, Face::Regular, theme::small, theme::ink2,
           Align::Right);
    p.flush(target);
  }

 private:
  void open() {
    if (!m_services.levels.levels.empty())
      m_services.next = makeIntake(m_services, m_services.levels.levels[static_cast<std::size_t>(m_at)].level);
  }
  int m_at = 0, m_top = 0;
};

}  // namespace
std::unique_ptr<Screen> makeLevelList(Services& s) { return std::make_unique<LevelList>(s); }
}  // namespace knead::app
