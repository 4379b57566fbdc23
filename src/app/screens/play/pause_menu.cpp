// A ring that breathes with the ways out in it; see the header.
#include "app/screens/play/pause_menu.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/words/words.hpp"

namespace knead::app {

using Kind = platform::InputEvent::Kind;
using platform::Action;
using words::tr;

void PauseMenu::open(Way focused, bool finish) {
  m_open = true;
  m_finish = finish;
  m_seconds = 0;
  m_choices.clear();
  m_choices.focus(focused);
}

std::optional<PauseMenu::Way> PauseMenu::handle(const platform::InputEvent& e) {
  if (e.asks(Action::Back) || (e.pressed() && e.table == Action::Pause)) return Resume;
  if (e.pressed() && e.table == Action::Again) {
    if (m_choices.focused() == Again) return Again;
    m_choices.focus(Again);
  }
  if (const auto chosen = m_choices.handle(e)) return static_cast<Way>(*chosen);
  return std::nullopt;
}

void PauseMenu::update(float seconds, bool still) {
  m_seconds += seconds;
  m_still = still;
}

void PauseMenu::draw(sf::RenderTarget& target, Painter& p, float W, const std::string& note,
                     const std::string& resume) {
  constexpr float kIn = 4, kOut = 6, kPi = 3.14159265F, kRadius = 226, kBreath = 7;
  const float t = std::fmod(m_seconds, kIn + kOut);
  const float breath = m_still ? .5F : .5F - .5F * std::cos(kPi * (t < kIn ? t / kIn : 1 + (t - kIn) / kOut));
  const Vec2 o{W / 2, 340};
  const float radius = kRadius + kBreath * (2 * breath - 1);
  p.cover();
  const sf::Color veil = theme::fade(theme::ground0, .9F);
  p.strip({{0, 0}, {W, 0}}, {{0, 720}, {W, 720}}, veil, veil);
  p.disc(o, radius, theme::fade(theme::ground2, .92F), theme::fade(theme::groundBloom, .8F));
  p.circle(o, radius, 1.2F, theme::fade(theme::rim, .6F));
  for (int k = 1; k <= 3; ++k) {
    const auto n = static_cast<float>(k);
    p.circle(o, radius + 9 * n + 5 * n * n, 1, theme::fade(theme::rim, .14F / n));
  }
  p.text(tr("Paused"), {o.x, 248}, Face::Serif, 54, theme::ink, Align::Centre);
  p.text(m_still   ? tr("breathe in for four, out for six")
         : t < kIn ? tr("breathe in")
                   : tr("breathe out"),
         {o.x, 286 + 10 * (p.typeScale() - 1)}, Face::Italic, theme::quote, theme::ink2, Align::Centre);
  const std::array<const char*, 6> ways = {tr("Resume"),   tr("It is enough"), tr("Start again"),
                                           tr("Settings"), tr("Atlas"),        tr("Leave")};
  const std::array<const char*, 6> hints = {
      tr("Time goes on."),          tr("Ends the session and counts it."), tr("Throws this session away."),
      tr("And back to the pause."), tr("And back to the pause."),          tr("To the path; nothing is counted.")};
  m_choices.clear();
  float y = (m_finish ? 300 : 308) + 10 * (p.typeScale() - 1);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (i == Finish && !m_finish) continue;
    const float width = std::max(200.0F, p.textWidth(ways[i], Face::SemiBold, theme::label) + 48);
    const Vec2 at{o.x - width / 2, y}, size{width, 40};
    m_choices.add(static_cast<int>(i), at, size, size.y / 2, {ways[i], "", hints[i]});
    if (i == 0)
      button(p, at, size, ways[i], true);
    else
      p.text(ways[i], at + Vec2{width / 2, 20 + .36F * p.grown(theme::label)}, Face::Medium, theme::label, theme::ink,
             Align::Centre);
    y += m_finish ? 40 : 42;
  }
  m_choices.drawRing(p);
  p.text(note, {o.x, 640}, Face::Regular, theme::body, theme::ink2, Align::Centre);
  keyHints(p, {W - 40, 694}, {{resume, tr("resume")}}, Align::Right);
  p.flush(target);
}

}  // namespace knead::app
