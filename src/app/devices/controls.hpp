// What the player's presses mean: every event of the window goes through here on its way to a screen and comes out with
// the action it stands for, as the player has bound it. Also what a device alone cannot do: repeats while a direction
// is held, deafness to trembling presses, a click by a pointer that rests.
#pragma once

#include <string>
#include <vector>

#include "app/devices/pads.hpp"
#include "profile/settings.hpp"

namespace knead::app {

class Controls {
 public:
  enum class Device { Pointer, Keys, Pad };
  // The settings must outlive this.
  explicit Controls(const profile::Settings& settings, Pads::Info info = platform::padInfo)
      : m_settings(settings), m_pads(std::move(info)) {}

  Pads& pads() { return m_pads; }
  // Once for each event of the window; the events for the screen are added to `out`.
  void take(const platform::InputEvent& event, std::vector<platform::InputEvent>& out);
  // Once a frame.
  void update(float seconds, std::vector<platform::InputEvent>& out);
  // The device that spoke last.
  [[nodiscard]] Device device() const { return m_device; }
  // What to press for an action on that device, translated; empty if nothing is bound.
  [[nodiscard]] std::string label(profile::Action action) const;
  // Nothing is held any more, whoever holds it: a new window was not told when it is let go. What was down goes up in
  // `out`.
  void letGo(std::vector<platform::InputEvent>& out);

 private:
  void mean(platform::InputEvent event, std::vector<platform::InputEvent>& out);
  void forget();
  void name(platform::InputEvent& event) const;
  [[nodiscard]] bool deaf(const platform::InputEvent& event);

  const profile::Settings& m_settings;
  Pads m_pads;
  Device m_device = Device::Pointer;
  std::vector<platform::InputEvent> m_raw;
  std::vector<platform::InputEvent> m_down;  // keys and the pointer's button, as they went down
  platform::InputEvent m_held;               // a direction that repeats
  bool m_holds = false;
  float m_repeatIn = 0;
  int m_stickWay = 0;  // of the left stick: 0 none, 1 up, 2 down, 3 left, 4 right
  double m_clock = 0;
  std::vector<std::pair<int, double>> m_heard;  // presses and when, for the deaf time
  float m_x = 0, m_y = 0, m_restS = 0;
  bool m_dwelt = true;  // nothing until the pointer has moved
};

}  // namespace knead::app
