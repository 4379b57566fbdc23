#include "app/devices/pads.hpp"

#include <algorithm>
#include <cmath>

namespace knead::app {

using Kind = platform::InputEvent::Kind;
using profile::Button;

namespace {

constexpr float kDown = .5F, kUp = .35F;  // of an axis that is a button

// Nothing inside the dead zone, then from nothing to all, slowly at first.
Vec2 shaped(Vec2 v, float deadZone) {
  const float n = std::sqrt(v.x * v.x + v.y * v.y);
  if (n <= deadZone) return {};
  const float t = std::min(1.0F, (n - deadZone) / (1 - deadZone));
  return v * (t * (.5F + .5F * t) / n);
}

}  // namespace

void Pads::learn(std::vector<PadMap> maps) {
  m_maps = std::move(maps);
  m_pads.clear();
}

void Pads::teach(const PadMap& map) {
  m_maps.push_back(map);
  m_pads.clear();
}

int Pads::driverAxis(const std::array<bool, 8>& axes, int sfml) {
  // The driver counts X, Y, Z, RX, RY, RZ, as far as they are there; SFML calls them X, Y, Z, U, V, R.
  constexpr std::array<int, 6> kOrder = {0, 1, 2, 4, 5, 3};
  int count = 0;
  for (const int axis : kOrder) {
    if (axis == sfml) return axes[static_cast<std::size_t>(axis)] ? count : -1;
    count += axes[static_cast<std::size_t>(axis)] ? 1 : 0;
  }
  return -1;
}

Pads::Pad& Pads::of(int id) {
  const auto found = m_pads.find(id);
  if (found != m_pads.end()) return found->second;
  const platform::PadInfo info = m_info(id);
  Pad pad;
  pad.axes = info.axes;
  // A pad that does not say what it has is thought to have the usual six.
  if (std::none_of(info.axes.begin(), info.axes.end(), [](bool there) { return there; })) pad.axes.fill(true);
  pad.map = usualPad(info.vendor, info.product);
  pad.map.name = info.name;
  for (const PadMap& map : m_maps) {
    if (map.vendor != info.vendor || map.product != info.product) continue;
    pad.map = map;
  }
  return m_pads.emplace(id, std::move(pad)).first->second;
}

void Pads::press(Pad& pad, int id, Button button, bool down, std::vector<platform::InputEvent>& out) {
  bool& was = pad.down[static_cast<std::size_t>(button)];
  if (was == down) return;
  was = down;
  platform::InputEvent e;
  e.kind = down ? Kind::ButtonDown : Kind::ButtonUp;
  e.button = button;
  e.pad = id;
  out.push_back(e);
}

void Pads::letGo(Pad& pad, int id, std::vector<platform::InputEvent>& out) {
  for (int b = 0; b < profile::kButtonCount; ++b) press(pad, id, static_cast<Button>(b), false, out);
  for (std::size_t i = 0; i < pad.sticks.size(); ++i) {
    if (pad.sticks[i] == Vec2{}) continue;
    platform::InputEvent still;
    still.kind = Kind::Stick;
    still.pad = id;
    still.number = static_cast<int>(i);
    out.push_back(still);
  }
  pad.sticks = {};
  pad.hat = 0;
}

void Pads::letGo(std::vector<platform::InputEvent>& out) {
  for (auto& [id, pad] : m_pads) letGo(pad, id, out);
}

void Pads::translate(const platform::InputEvent& e, float deadZone, std::vector<platform::InputEvent>& out) {
  if (e.kind == Kind::PadCame || e.kind == Kind::PadGone) {
    if (const auto gone = m_pads.find(e.pad); gone != m_pads.end()) {
      letGo(gone->second, e.pad, out);
      m_pads.erase(gone);
    }
    out.push_back(e);
    return;
  }
  if (e.kind != Kind::RawDown && e.kind != Kind::RawUp && e.kind != Kind::RawAxis) {
    out.push_back(e);
    return;
  }
  out.push_back(e);  // whoever teaches a pad listens to it raw
  Pad& pad = of(e.pad);
  m_maker = makerOf(pad.map.vendor);
  if (e.kind != Kind::RawAxis) {
    for (int b = 1; b < profile::kButtonCount; ++b) {
      const PadSource& s = pad.map.buttons[static_cast<std::size_t>(b)];
      if (s.kind == PadSource::Kind::Button && s.index == e.number)
        press(pad, e.pad, static_cast<Button>(b), e.kind == Kind::RawDown, out);
    }
    return;
  }
  if (e.number == kPovX || e.number == kPovY) {
    const int low = lowBit(e.number), high = highBit(e.number);
    pad.hat &= ~(low | high);
    if (e.value < -kDown) pad.hat |= low;
    if (e.value > kDown) pad.hat |= high;
    for (int b = 1; b < profile::kButtonCount; ++b) {
      const PadSource& s = pad.map.buttons[static_cast<std::size_t>(b)];
      if (s.kind == PadSource::Kind::Hat) press(pad, e.pad, static_cast<Button>(b), (pad.hat & s.index) != 0, out);
    }
    return;
  }
  const int axis = driverAxis(pad.axes, e.number);
  for (int b = 1; b < profile::kButtonCount; ++b) {
    const PadSource& s = pad.map.buttons[static_cast<std::size_t>(b)];
    if (s.index != axis) continue;
    const float v = s.inverted ? -e.value : e.value;
    float pressed = -1;
    if (s.kind == PadSource::Kind::Axis) pressed = (v + 1) / 2;
    if (s.kind == PadSource::Kind::AxisPlus) pressed = v;
    if (s.kind == PadSource::Kind::AxisMinus) pressed = -v;
    if (pressed < -.5F) continue;
    const bool was = pad.down[static_cast<std::size_t>(b)];
    press(pad, e.pad, static_cast<Button>(b), pressed > (was ? kUp : kDown), out);
  }
  for (std::size_t i = 0; i < 4; ++i) {
    const PadSource& s = pad.map.sticks[i];
    if (s.kind != PadSource::Kind::Axis || s.index != axis) continue;
    Vec2& stick = pad.sticks[i / 2];
    (i % 2 == 0 ? stick.x : stick.y) = s.inverted ? -e.value : e.value;
    platform::InputEvent moved;
    moved.kind = Kind::Stick;
    moved.pad = e.pad;
    moved.number = static_cast<int>(i / 2);
    const Vec2 v = shaped(stick, deadZone);
    moved.x = v.x;
    moved.y = v.y;
    out.push_back(moved);
  }
}

}  // namespace knead::app
