// Devices to samples of the hand, tools, depth, and the ways into and out of the pause.
#include <algorithm>
#include <cmath>

#include "app/screens/play/play.hpp"
#include "core/math.hpp"

namespace knead::app {

using Kind = platform::InputEvent::Kind;
using platform::Key;

void Play::handle(const platform::InputEvent& e) {
  if (e.kind == Kind::MouseMove || e.kind == Kind::MouseDown || e.kind == Kind::MouseUp) m_mouse = {e.x, e.y};
  if (m_pause.isOpen()) {
    if (const auto way = m_pause.handle(e)) take(*way);
    return;
  }
  if (e.kind == Kind::FocusLost && !m_services.drive.driven()) return pause(PauseMenu::Resume);
  if (e.kind == Kind::KeyDown && e.key == Key::Escape) return pause(PauseMenu::Resume);
  // R asks first: a slip of the finger must not throw a good minute away. R again starts again.
  if (e.kind == Kind::KeyDown && e.key == Key::R) return pause(PauseMenu::Again);
  if (e.kind == Kind::KeyDown && e.key >= Key::Num1 && e.key <= Key::Num4) {
    // A hand that was held by a click is lifted: another tool is picked up, not pressed down.
    m_down = false;
    m_tool = static_cast<level::Tool>(static_cast<int>(e.key) - static_cast<int>(Key::Num1));
  }
  constexpr float kLeastCeiling = .1F;
  const float notch = static_cast<float>(settings().get(profile::Option::WheelStep)) * .01F;
  if (e.kind == Kind::Wheel) m_ceiling = clamp(m_ceiling + e.wheel * notch, kLeastCeiling, 1.0F);
  if (e.kind == Kind::MouseDown && e.leftButton) {
    // Click to hold: one click lays the hand on, the next lifts it. Warm things are laid by a click either way.
    const bool latch = settings().on(profile::Option::ClickToHold) && m_tool == level::Tool::Hand;
    m_down = press({e.x, e.y}) && !(latch && m_down);
    if (m_pause.isOpen()) return;
  }
  if (e.kind == Kind::MouseUp && e.leftButton &&
      !(settings().on(profile::Option::ClickToHold) && m_tool == level::Tool::Hand))
    m_down = false;
  send();
}

bool Play::press(Vec2 at) {
  const auto within = [at](Vec2 middle, float reach) { return lengthSquared(at - middle) < reach * reach; };
  if (within(m_scene.layout().pause(), HudLayout::kPauseReach)) {
    pause(PauseMenu::Resume);
    return false;
  }
  for (std::size_t i = 0; i < m_scene.layout().tools.size(); ++i) {
    if (!within(m_scene.layout().tool(i), HudLayout::kToolReach)) continue;
    m_tool = m_scene.layout().tools[i];
    return false;
  }
  return true;
}

void Play::pause(PauseMenu::Way focused) {
  // The button may be let go while paused, unseen: the hand leaves the back now.
  m_down = false;
  send();
  m_services.toast.hush();
  m_pause.open(focused);
  tell("paused");
}

void Play::take(PauseMenu::Way way) {
  // What is laid over the pause leads back to it.
  if (way == PauseMenu::Settings) m_services.over = makeSettings(m_services);
  if (way == PauseMenu::Atlas) m_services.over = makeAtlas(m_services, m_level.pain);
  if (way == PauseMenu::Settings || way == PauseMenu::Atlas) return;
  m_pause.close();
  if (way == PauseMenu::Resume) {
    tell("resumed");
    if (settings().on(profile::Option::CountIn) && m_device != nullptr && m_session->tickCount() > 0)
      m_countIn = kCountInS;
  }
  if (way == PauseMenu::Again) restart();
  if (way == PauseMenu::Leave) m_services.next = makeLevelPath(m_services);
}

void Play::send() {
  if (m_device == nullptr) return;
  sim::PointerSample s;
  const auto now =
      static_cast<std::uint64_t>(m_session->tickCount()) * 1000000U / 120U + static_cast<std::uint64_t>(m_carry * 1e6F);
  s.microseconds = m_clockUs = std::max(m_clockUs, now);
  s.cm = m_scene.toMaterial(m_mouse);
  s.down = m_down;
  s.tool = m_tool;
  s.ceiling = m_ceiling;
  m_device->push(s);
}

}  // namespace knead::app
