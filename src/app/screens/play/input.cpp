// Devices to samples of the hand, tools, depth, and the ways into and out of the pause.
#include "app/screens/play/play.hpp"

namespace knead::app {

using Kind = platform::InputEvent::Kind;
using platform::Action;

void Play::handle(const platform::InputEvent& e) {
  if (e.kind == Kind::MouseMove || e.kind == Kind::MouseDown || e.kind == Kind::MouseUp) m_mouse = {e.x, e.y};
  if (m_pause.isOpen()) {
    if (const auto way = m_pause.handle(e)) take(*way);
    return;
  }
  if ((e.kind == Kind::FocusLost || e.kind == Kind::PadGone) && m_player != nullptr) return pause(PauseMenu::Resume);
  if (e.pressed() && e.table == Action::Pause) return pause(PauseMenu::Resume);
  // It asks first: a slip of the finger must not throw a good minute away. The same again starts again.
  if (e.pressed() && e.table == Action::Again)
    return pause(m_mode == Mode::Party ? PauseMenu::Resume : PauseMenu::Again);
  const bool sign = lengthSquared(m_mouse - m_scene.layout().pause()) < HudLayout::kPauseReach * HudLayout::kPauseReach;
  if (e.kind == Kind::MouseDown && e.leftButton && sign) return pause(PauseMenu::Resume);
  if (m_player == nullptr) return;
  // In the count-in hands find their place again and may press already; a switch has nothing to choose yet.
  if (m_countIn > 0 && m_player->helped() != nullptr) return;
  if (m_player->handle(e, *m_session)) return;
  if (e.pressed() && e.table && *e.table >= Action::TakeHand && *e.table <= Action::TakePack)
    m_player->take(static_cast<level::Tool>(static_cast<int>(*e.table) - static_cast<int>(Action::TakeHand)), now());
  const float notch = static_cast<float>(settings().get(profile::Option::WheelStep)) * .01F;
  if (e.kind == Kind::Wheel) m_player->deepen(e.wheel * notch, now());
  if (e.kind == Kind::MouseMove) m_player->point(m_scene.toMaterial(m_mouse), now());
  if (e.kind == Kind::MouseDown && e.leftButton && press(m_mouse)) {
    m_player->point(m_scene.toMaterial(m_mouse), now());
    m_player->press(true, now());
  }
  if (e.kind == Kind::MouseUp && e.leftButton) m_player->press(false, now());
}

double Play::now() const {
  return static_cast<double>(m_session->tickCount()) / sim::kTicksPerSecond + static_cast<double>(m_carry);
}

bool Play::press(Vec2 at) {
  constexpr float kSignStep = .05F;
  for (const bool deeper : {false, true}) {
    const Vec2 sign = m_scene.layout().depthSign(deeper);
    if (!m_scene.layout().depthSigns || lengthSquared(at - sign) >= HudLayout::kSignReach * HudLayout::kSignReach)
      continue;
    m_player->deepen(deeper ? kSignStep : -kSignStep, now());
    return false;
  }
  for (std::size_t i = 0; i < m_scene.layout().tools.size(); ++i) {
    if (lengthSquared(at - m_scene.layout().tool(i)) >= HudLayout::kToolReach * HudLayout::kToolReach) continue;
    m_player->take(m_scene.layout().tools[i], now());
    return false;
  }
  return true;
}

void Play::pause(PauseMenu::Way focused) {
  // The button may be let go while paused, unseen: the hand leaves the back now.
  if (m_player != nullptr) m_player->letGo(now());
  m_services.toast.makeRoom();
  m_services.anew = true;
  m_pause.open(focused, m_player != nullptr && m_setup.assists.noTimer, m_mode != Mode::Party);
  tell("paused");
}

void Play::take(PauseMenu::Way way) {
  if (way == PauseMenu::Ghost) {
    const int light = settings().get(profile::Option::GhostLight);
    m_services.player.set(profile::Option::GhostLight, m_pause.ghostLight(light));
    return;
  }
  // What is laid over the pause leads back to it.
  if (way == PauseMenu::Settings) m_services.over = makeSettings(m_services);
  if (way == PauseMenu::Atlas) m_services.over = makeAtlas(m_services, m_level.pain);
  if (way == PauseMenu::Settings || way == PauseMenu::Atlas) return;
  if (way == PauseMenu::Leave && m_mode == Mode::Party) {
    m_services.over = makeHandOver(m_services, m_party, true);  // the pause stays, for whoever stays
    return;
  }
  m_pause.close();
  if (way == PauseMenu::Resume) {
    tell("resumed");
    if (settings().on(profile::Option::CountIn) && m_player != nullptr && m_session->tickCount() > 0)
      m_countIn = kCountInS;
  }
  if (way == PauseMenu::Finish) m_player->finish();
  // A turn is a turn: in a party nobody begins it twice.
  if (way == PauseMenu::Again && m_mode != Mode::Party) {
    // What was set in the pause holds from here on.
    if (!m_services.drive.driven()) m_setup.assists = m_services.player.assists();
    restart();
  }
  if (way == PauseMenu::Leave && m_mode == Mode::Trial)
    m_services.back = true;
  else if (way == PauseMenu::Leave)
    m_services.next = makeLevelPath(m_services);
}

}  // namespace knead::app
