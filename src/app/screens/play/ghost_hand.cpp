#include "app/screens/play/ghost_hand.hpp"

#include <cmath>

#include "app/screens/play/session_scene.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"

namespace knead::app {
namespace {

// Of the trail, seconds (game); reference pixels of the ring and of what its name takes.
constexpr float kGhostTrailS = .9F, kGhostRing = 30, kNameBelow = 27, kShade = 64, kSquash = .3F;
constexpr int kTrailEvery = 4;

}  // namespace

GhostHand::GhostHand(const level::Level& level, Ghost ghost)
    : m_level(level), m_ghost(std::move(ghost)), m_cursor(m_ghost.replay) {
  restart();
}

void GhostHand::restart() {
  m_cursor.rewind();
  m_session = std::make_unique<sim::Session>(m_level, m_ghost.replay.header.setup);
  m_input = {};
  m_trail.clear();
}

void GhostHand::tick() {
  if (over()) {
    m_trail.clear();
    return;
  }
  m_input = m_cursor.next();
  m_session->tick(m_input);
  if (!m_input.contact || m_input.tool != level::Tool::Hand) {
    m_trail.clear();
    return;
  }
  m_trail.push_back(m_input.positionCm());
  while (static_cast<float>(m_trail.size()) > kGhostTrailS * sim::kTicksPerSecond) m_trail.pop_front();
}

Region GhostHand::region(const Painter& p, const SessionScene& scene) const {
  const Vec2 at = scene.toScreen(m_input.positionCm());
  const float half = std::max(kShade, p.textWidth(m_ghost.label, Face::Medium, theme::small) / 2 + 8);
  const float below = kGhostRing + kNameBelow + 12 * p.typeScale();
  return {at - Vec2{half, kGhostRing + 4}, {2 * half, kGhostRing + 4 + below}};
}

void GhostHand::draw(Painter& p, const SessionScene& scene, float light, std::size_t visit) const {
  if (over() || light <= 0 || m_session->visit() != visit) return;
  const Vec2 at = scene.toScreen(m_input.positionCm());
  const sf::Color tint = theme::ghost();
  std::vector<LinePoint> line;
  for (std::size_t i = 0; i < m_trail.size(); i += kTrailEvery) {
    const float age = static_cast<float>(i) / static_cast<float>(m_trail.size());
    line.push_back({scene.toScreen(m_trail[i]), 2, theme::fade(tint, .6F * age * light)});
  }
  if (line.size() > 1) p.ribbon(line);
  // In the air it is only a ring; on the back it is filled. Two lines, so that it is told from the player's own.
  const bool down = m_input.contact;
  p.disc(at, kGhostRing, theme::fade(tint, .10F * light), theme::fade(tint, (down ? .30F : .12F) * light));
  p.circle(at, kGhostRing, 1.4F, theme::fade(tint, .85F * light));
  p.circle(at, kGhostRing - 5, 1, theme::fade(tint, .45F * light));
  if (m_input.tool != level::Tool::Hand)
    glyph(p, level::kToolIds[static_cast<std::size_t>(m_input.tool)], at, 24, theme::fade(tint, light), 1.6F);
  p.glow(at + Vec2{0, kGhostRing + kNameBelow * .5F}, kShade, theme::shade, .8F * light, kSquash, false);
  p.text(m_ghost.label, at + Vec2{0, kGhostRing + kNameBelow * .68F}, Face::Medium, theme::small,
         theme::fade(theme::ink, .5F + .5F * light), Align::Centre);
}

}  // namespace knead::app
