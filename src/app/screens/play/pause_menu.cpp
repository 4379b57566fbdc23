// A ring that breathes with the ways out in it; see the header.
#include "app/screens/play/pause_menu.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"
#include "profile/option_table.hpp"

namespace knead::app {

using Kind = platform::InputEvent::Kind;
using platform::Action;
using words::tr;

void PauseMenu::open(Way focused, bool finish, bool again) {
  m_again = again;
  m_open = true;
  m_finish = finish;
  m_seconds = 0;
  m_choices.clear();
  m_choices.focus(focused);
}

std::optional<PauseMenu::Way> PauseMenu::handle(const platform::InputEvent& e) {
  if (e.asks(Action::Back) || (e.pressed() && e.table == Action::Pause)) return Resume;
  if (e.pressed() && e.table == Action::Again && m_again) {
    if (m_choices.focused() == Again) return Again;
    m_choices.focus(Again);
  }
  m_ghostStep = 0;
  m_ghostPointed.reset();
  if (m_choices.focused() == Ghost && (e.asks(Action::Left) || e.asks(Action::Right))) {
    m_ghostStep = e.asks(Action::Right) ? 1 : -1;
    return Ghost;
  }
  if (const auto chosen = m_choices.handle(e)) {
    const float share = (e.x - m_trackX) / m_trackWidth;
    if (e.kind == Kind::MouseDown && share > -.1F && share < 1.1F) m_ghostPointed = clamp01(share);
    return static_cast<Way>(*chosen);
  }
  return std::nullopt;
}

int PauseMenu::ghostLight(int light) const {
  const profile::OptionRow& row = profile::rowOf(profile::Option::GhostLight);
  if (m_ghostPointed) return static_cast<int>(std::lround(*m_ghostPointed * static_cast<float>(row.high)));
  if (m_ghostStep == 0) return light >= row.high ? row.low : light + row.step;
  return light + m_ghostStep * row.step;
}

void PauseMenu::update(float seconds, bool still) {
  m_seconds += seconds;
  m_still = still;
}

// Its word, and how much is seen of it as a slider.
void PauseMenu::drawGhost(Painter& p, Vec2 at, Vec2 size, int light) {
  constexpr float kTrack = 92, kGap = 18;
  const float word = p.textWidth(tr("Ghost"), Face::Medium, theme::label);
  const float x = at.x + (size.x - word - kGap - kTrack) / 2, middle = at.y + size.y / 2;
  p.text(tr("Ghost"), {x, middle + .36F * p.grown(theme::label)}, Face::Medium, theme::label, theme::ink);
  m_trackX = x + word + kGap;
  m_trackWidth = kTrack;
  widgets::slider(p, {m_trackX, middle}, kTrack, .01F * static_cast<float>(light));
}

void PauseMenu::draw(sf::RenderTarget& target, Painter& p, float W, const std::string& note, const std::string& resume,
                     std::optional<int> ghost) {
  constexpr float kIn = 4, kOut = 6, kRadius = 226, kBreath = 7;
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
  const std::string shade =
      ghost.value_or(0) > 0 ? words::percent(.01F * static_cast<float>(*ghost)) : std::string(tr("off"));
  const std::array<const char*, 7> ways = {tr("Resume"),   tr("It is enough"), tr("Start again"), tr("Ghost"),
                                           tr("Settings"), tr("Atlas"),        tr("Leave")};
  const std::array<const char*, 7> hints = {tr("Time goes on."),
                                            tr("Ends the session and counts it."),
                                            tr("Throws this session away."),
                                            tr("Left and right: how much you see of whom you race, down to nothing."),
                                            tr("And back to the pause."),
                                            tr("And back to the pause."),
                                            tr("To the path; nothing is counted.")};
  m_choices.clear();
  const int rows = 4 + (m_again ? 1 : 0) + (m_finish ? 1 : 0) + (ghost ? 1 : 0);
  const float pitch = rows > 6 ? 36.0F : rows > 5 ? 40.0F : 42.0F, high = rows > 6 ? 36 : 40;
  float y = (rows > 5 ? 300 : 308) + 10 * (p.typeScale() - 1);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if ((i == Finish && !m_finish) || (i == Again && !m_again) || (i == Ghost && !ghost)) continue;
    const float width = std::max(200.0F, p.textWidth(ways[i], Face::SemiBold, theme::label) + (i == Ghost ? 150 : 48));
    const Vec2 at{o.x - width / 2, y}, size{width, high};
    m_choices.add(static_cast<int>(i), at, size, size.y / 2, {ways[i], i == Ghost ? shade : std::string(), hints[i]});
    if (i == 0)
      button(p, at, size, ways[i], true);
    else if (i == Ghost)
      drawGhost(p, at, size, *ghost);
    else
      p.text(ways[i], at + Vec2{width / 2, high / 2 + .36F * p.grown(theme::label)}, Face::Medium, theme::label,
             theme::ink, Align::Centre);
    y += pitch;
  }
  m_choices.drawRing(p);
  p.text(note, {o.x, 640}, Face::Regular, theme::body, theme::ink2, Align::Centre);
  keyHints(p, {W - 40, 694}, {{resume, tr("resume")}}, Align::Right);
  p.flush(target);
}

}  // namespace knead::app
