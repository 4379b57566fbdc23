#include "app/devices/pad_lesson.hpp"

#include <algorithm>
#include <cmath>

namespace knead::app {

using From = PadSource::Kind;
using Kind = platform::InputEvent::Kind;

namespace {

constexpr float kPushed = .7F, kBack = .5F;  // of an axis: taken, and how far it comes back until it counts as let go
constexpr float kSilentS = .25F;             // then it rests
constexpr float kMoved = .1F;                // less is trembling
constexpr float kTriggerEnd = -.6F;          // a trigger rests below this

}  // namespace

void PadLesson::take(const platform::InputEvent& e, int driverAxis) {
  if (done() || (m_pad >= 0 && e.pad != m_pad)) return;
  if (e.kind == Kind::RawDown || e.kind == Kind::RawUp) m_silentS = 0;
  if (e.kind == Kind::RawDown && !holds() && !asksStick()) {
    m_held = {From::Button, e.number, false};
    m_released = false;
    m_pad = e.pad;
  }
  if (e.kind == Kind::RawUp && m_held.kind == From::Button && m_held.index == e.number) answer();
  if (e.kind != Kind::RawAxis) return;
  const bool cross = e.number == kPovX || e.number == kPovY;
  if (cross) {
    const int low = lowBit(e.number), high = highBit(e.number);
    if (m_held.kind == From::Hat && std::abs(e.value) < kBack && (m_held.index == low || m_held.index == high))
      answer();
    if (!holds() && !asksStick() && std::abs(e.value) > kPushed) {
      m_held = {From::Hat, e.value < 0 ? low : high, false};
      m_pad = e.pad;
    }
    return;
  }
  if (driverAxis < 0) return;
  // What still swings back from the answer before is no new one: only an axis that starts from silence counts.
  float& last = m_last[static_cast<std::size_t>(e.number)];
  const bool moved = std::abs(e.value - last) > kMoved;
  if (moved) {
    if (m_silentS >= kSilentS) m_moving = driverAxis;
    last = e.value;
    m_silentS = 0;
  }
  if (!holds() && m_moving == driverAxis && std::abs(e.value) > kPushed) {
    m_held = {From::Axis, driverAxis, e.value < 0};
    m_most = e.value;
    m_released = false;
    m_pad = e.pad;
  }
  if (m_held.kind != From::Axis || m_held.index != driverAxis) return;
  m_now = e.value;
  if (std::abs(e.value) > std::abs(m_most) && !m_released) m_most = e.value;
  if (std::abs(e.value - m_most) > kBack) m_released = true;
}

void PadLesson::update(float seconds) {
  m_silentS += seconds;
  if (m_held.kind == From::Axis && m_released && m_silentS >= kSilentS) answer();
}

void PadLesson::answer() {
  if (asksStick()) {
    m_map.sticks[static_cast<std::size_t>(m_step - kLeftRight)] = m_held;
  } else {
    if (m_held.kind == From::Axis) {
      const bool fromEnd = m_now < kTriggerEnd || m_now > -kTriggerEnd;
      if (!fromEnd) m_held.kind = m_most > 0 ? From::AxisPlus : From::AxisMinus;
      m_held.inverted = fromEnd && m_most < 0;
    }
    m_map.buttons[static_cast<std::size_t>(m_step) + 1] = m_held;
  }
  m_held = {};
  m_moving = -1;
  m_silentS = 0;
  ++m_step;
}

void PadLesson::skip() {
  if (done()) return;
  m_held = {};
  if (asksStick())
    m_map.sticks[static_cast<std::size_t>(m_step - kLeftRight)] = {};
  else
    m_map.buttons[static_cast<std::size_t>(m_step) + 1] = {};
  ++m_step;
}

void PadLesson::again() {
  m_held = {};
  m_step = std::max(0, m_step - 1);
}

PadMap PadLesson::map(const PadMap& named) const {
  PadMap map = m_map;
  map.name = named.name;
  map.vendor = named.vendor;
  map.product = named.product;
  return map;
}

}  // namespace knead::app
