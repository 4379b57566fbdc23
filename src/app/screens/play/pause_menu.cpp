// Resume, start again, all clients; see the header.
#include "app/screens/play/pause_menu.hpp"

#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/words/words.hpp"

namespace knead::app {

using Kind = platform::InputEvent::Kind;
using platform::Key;
using words::tr;

void PauseMenu::open(Way focused) {
  m_open = true;
  m_choices.clear();
  m_choices.focus(focused);
}

std::optional<PauseMenu::Way> PauseMenu::handle(const platform::InputEvent& e) {
  if (e.kind == Kind::KeyDown && e.key == Key::Escape) return Resume;
  if (e.kind == Kind::KeyDown && e.key == Key::R) {
    if (m_choices.focused() == Again) return Again;
    m_choices.focus(Again);
  }
  if (const auto chosen = m_choices.handle(e)) return static_cast<Way>(*chosen);
  return std::nullopt;
}

void PauseMenu::draw(sf::RenderTarget& target, Painter& p, float W) {
  const sf::Color veil = theme::fade(theme::ground0, .8F);
  p.strip({{0, 0}, {W, 0}}, {{0, 720}, {W, 720}}, veil, veil);
  p.text(tr("Paused"), {W / 2, 240}, Face::Serif, 56, theme::ink, Align::Centre);
  const std::array<const char*, 3> ways = {tr("Resume"), tr("Start again"), tr("All clients")};
  m_choices.clear();
  for (int i = 0; i < 3; ++i) {
    const Vec2 at{W / 2 - 130, 290 + static_cast<float>(i) * 64}, size{260, 48};
    m_choices.add(i, at, size, size.y / 2);
    button(p, at, size, ways[static_cast<std::size_t>(i)], i == 0);
  }
  m_choices.drawRing(p);
  keyHints(p, {W / 2, 540}, {{tr("Esc"), tr("resume")}, {tr("R"), tr("start again")}, {tr("Enter"), tr("choose")}},
           Align::Centre);
  p.flush(target);
}

}  // namespace knead::app
