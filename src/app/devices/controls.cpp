#include "app/devices/controls.hpp"

#include <algorithm>
#include <cmath>

#include "app/words/words.hpp"

namespace knead::app {

using Event = platform::InputEvent;
using Kind = Event::Kind;
using profile::Action;
using profile::Button;
using profile::Context;
using profile::Option;

namespace {

constexpr float kFirstRepeatS = .4F, kRepeatS = .14F;
constexpr float kStickOn = .6F, kStickOff = .4F;
constexpr float kRestPx = 4;  // a resting pointer still trembles

bool direction(const Event& e) {
  return e.menu == Action::Up || e.menu == Action::Down || e.menu == Action::Left || e.menu == Action::Right;
}
bool releases(const Event& up, const Event& down) {
  if (up.kind == Kind::MouseUp) return down.kind == Kind::MouseDown && down.leftButton == up.leftButton;
  return down.kind == Kind::KeyDown && down.key == up.key;
}
bool isPress(const Event& e) {
  return e.kind == Kind::KeyDown || e.kind == Kind::MouseDown || e.kind == Kind::ButtonDown;
}

}  // namespace

void Controls::name(Event& e) const {
  const profile::Bindings& bindings = m_settings.bindings();
  if (e.kind == Kind::KeyDown || e.kind == Kind::KeyUp) {
    e.menu = bindings.meaning(e.key, Context::Menu);
    e.table = bindings.meaning(e.key, Context::Table);
  }
  if (e.kind == Kind::ButtonDown || e.kind == Kind::ButtonUp) {
    e.menu = bindings.meaning(e.button, Context::Menu);
    e.table = bindings.meaning(e.button, Context::Table);
  }
}

bool Controls::deaf(const Event& e) {
  const double wait = m_settings.get(Option::RepeatDelay) * .001;
  if (wait <= 0 || !isPress(e)) return false;
  const int what = e.kind == Kind::KeyDown      ? static_cast<int>(e.key)
                   : e.kind == Kind::ButtonDown ? 1000 + static_cast<int>(e.button)
                                                : 2000;
  for (auto& [press, when] : m_heard) {
    if (press != what) continue;
    if (m_clock - when < wait) return true;
    when = m_clock;
    return false;
  }
  m_heard.emplace_back(what, m_clock);
  return false;
}

void Controls::take(const Event& event, std::vector<Event>& out) {
  m_raw.clear();
  m_pads.translate(event, static_cast<float>(m_settings.get(Option::StickDeadZone)) * .01F, m_raw);
  for (const Event& e : m_raw) mean(e, out);
}

void Controls::mean(Event e, std::vector<Event>& out) {
  name(e);
  if (deaf(e)) return;
  if (e.kind == Kind::KeyDown) m_device = Device::Keys;
  if (e.kind == Kind::ButtonDown) m_device = Device::Pad;
  if (e.kind == Kind::MouseDown || e.kind == Kind::MouseMove) m_device = Device::Pointer;
  if (e.kind == Kind::MouseMove && std::hypot(e.x - m_x, e.y - m_y) > kRestPx) {
    m_x = e.x;
    m_y = e.y;
    m_restS = 0;
    m_dwelt = false;
  }
  if (e.kind == Kind::FocusLost) forget();
  if (e.kind == Kind::KeyDown || e.kind == Kind::MouseDown) m_down.push_back(e);
  if (e.kind == Kind::KeyUp || e.kind == Kind::MouseUp)
    m_down.erase(std::remove_if(m_down.begin(), m_down.end(), [&e](const Event& d) { return releases(e, d); }),
                 m_down.end());
  if ((e.kind == Kind::KeyDown || e.kind == Kind::ButtonDown) && direction(e)) {
    m_held = e;
    m_holds = true;
    m_repeatIn = kFirstRepeatS;
  }
  if ((e.kind == Kind::KeyUp || e.kind == Kind::ButtonUp) && e.menu == m_held.menu) m_holds = false;
  out.push_back(e);
  if (e.kind != Kind::Stick || e.number != 0) return;
  // The left stick goes through menus like arrows.
  const float most = std::max(std::abs(e.x), std::abs(e.y));
  int way = m_stickWay;
  if (most < kStickOff) way = 0;
  if (most > kStickOn) way = std::abs(e.x) > std::abs(e.y) ? (e.x < 0 ? 3 : 4) : (e.y < 0 ? 1 : 2);
  if (way == m_stickWay) return;
  m_stickWay = way;
  m_holds = false;
  if (way == 0) return;
  constexpr std::array kWays = {Action::Up, Action::Down, Action::Left, Action::Right};
  Event arrow;
  arrow.kind = Kind::ButtonDown;
  arrow.menu = kWays[static_cast<std::size_t>(way - 1)];
  m_device = Device::Pad;
  m_held = arrow;
  m_holds = true;
  m_repeatIn = kFirstRepeatS;
  out.push_back(arrow);
}

void Controls::update(float seconds, std::vector<Event>& out) {
  m_clock += static_cast<double>(seconds);
  if (m_holds) {
    m_repeatIn -= seconds;
    if (m_repeatIn <= 0) {
      m_repeatIn = kRepeatS;
      Event again = m_held;
      again.table.reset();  // menus alone repeat
      out.push_back(again);
    }
  }
  const float dwell = static_cast<float>(m_settings.get(Option::DwellClick)) * .001F;
  if (dwell <= 0 || m_dwelt) return;
  m_restS += seconds;
  if (m_restS < dwell) return;
  m_dwelt = true;
  Event click;
  click.x = m_x;
  click.y = m_y;
  click.kind = Kind::MouseDown;
  out.push_back(click);
  click.kind = Kind::MouseUp;
  out.push_back(click);
}

std::string Controls::label(Action action) const {
  const profile::Bindings& bindings = m_settings.bindings();
  if (m_device == Device::Pad) {
    const Button button = bindings.button(action);
    return button == Button::None ? std::string() : words::tr(profile::labelOf(button, m_pads.maker()));
  }
  for (int slot = 0; slot < 2; ++slot) {
    const profile::Key key = bindings.key(action, slot);
    if (key != profile::Key::None) return words::tr(profile::labelOf(key));
  }
  return {};
}

void Controls::letGo(std::vector<Event>& out) {
  m_raw.clear();
  m_pads.letGo(m_raw);
  for (Event up : m_down) {
    up.kind = up.kind == Kind::KeyDown ? Kind::KeyUp : Kind::MouseUp;
    m_raw.push_back(up);
  }
  forget();
  for (const Event& e : m_raw) mean(e, out);
}

void Controls::forget() {
  m_down.clear();
  m_holds = false;
  m_stickWay = 0;
}

}  // namespace knead::app
