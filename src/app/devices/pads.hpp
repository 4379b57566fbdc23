// Gamepads: numbers of buttons and axes in, named buttons and sticks out. Remembers how each stands, so that an axis
// that is a button goes down and up once.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "app/devices/pad_map.hpp"
#include "app/platform/sfml_adapter.hpp"
#include "core/vec2.hpp"

namespace knead::app {

class Pads {
 public:
  using Info = std::function<platform::PadInfo(int)>;
  explicit Pads(Info info = platform::padInfo) : m_info(std::move(info)) {}
  // Lines that are believed before the usual layouts.
  void learn(std::vector<PadMap> maps);
  // One more, before all others of the same pad.
  void teach(const PadMap& map);
  // Raw events become others, in `out`; anything else is passed on.
  void translate(const platform::InputEvent& event, float deadZone, std::vector<platform::InputEvent>& out);
  // Whatever is held is let go and sticks stand in their middle, for all one knows.
  void letGo(std::vector<platform::InputEvent>& out);
  // The maker of the pad that spoke last.
  [[nodiscard]] profile::PadMaker maker() const { return m_maker; }
  [[nodiscard]] const PadMap& map(int pad) { return of(pad).map; }
  // The axis of a pad as the driver counts it, for one in SFML's order; -1 if the pad has none such.
  [[nodiscard]] int driverAxis(int pad, int sfml) { return driverAxis(of(pad).axes, sfml); }
  // The axis of SFML's order as the driver counts it: only those that are there, in its own order; -1 if none.
  [[nodiscard]] static int driverAxis(const std::array<bool, 8>& axes, int sfml);

 private:
  struct Pad {
    PadMap map;
    std::array<bool, 8> axes{};
    std::array<bool, profile::kButtonCount> down{};
    std::array<Vec2, 2> sticks{};
    int hat = 0;
  };
  Pad& of(int pad);
  void letGo(Pad& pad, int id, std::vector<platform::InputEvent>& out);
  void press(Pad& pad, int id, profile::Button button, bool down, std::vector<platform::InputEvent>& out);

  Info m_info;
  std::vector<PadMap> m_maps;
  std::map<int, Pad> m_pads;
  profile::PadMaker m_maker = profile::PadMaker::Usual;
};

}  // namespace knead::app
