// Which button of a gamepad is which: lines of the community's mapping database (SDL_GameControllerDB), as the player's
// own file holds them, and usual layouts for pads that no line knows. Knows no window.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile/inputs.hpp"

namespace knead::app {

// What of the pad a button or one half of a stick comes from.
// SFML's axes of the cross, and the bit of a hat that an end of one is.
inline constexpr int kPovX = 6, kPovY = 7;
[[nodiscard]] constexpr int lowBit(int axis) { return axis == kPovX ? 8 : 1; }
[[nodiscard]] constexpr int highBit(int axis) { return axis == kPovX ? 2 : 4; }

struct PadSource {
  enum class Kind { None, Button, Axis, AxisPlus, AxisMinus, Hat } kind = Kind::None;
  int index = 0;  // of the button, of the axis in the driver's order; Hat: 1 up, 2 right, 4 down, 8 left
  bool inverted = false;
  friend bool operator==(const PadSource&, const PadSource&) = default;
};

struct PadMap {
  std::string name;
  unsigned vendor = 0, product = 0;
  std::array<PadSource, profile::kButtonCount> buttons{};
  std::array<PadSource, 4> sticks{};  // left x, left y, right x, right y
  friend bool operator==(const PadMap&, const PadMap&) = default;
};

// One line; nothing if it is not one, or of another system than Linux.
[[nodiscard]] std::optional<PadMap> readPadLine(std::string_view line);
// The same as a line.
[[nodiscard]] std::string padLine(const PadMap& map);
// A file of lines; comments and empty lines are skipped, each wrong one is named in `complaints` with its number.
[[nodiscard]] std::vector<PadMap> readPadLines(std::string_view text, std::vector<std::string>& complaints);
// As most pads of that maker are built.
[[nodiscard]] PadMap usualPad(unsigned vendor, unsigned product);
[[nodiscard]] profile::PadMaker makerOf(unsigned vendor);

}  // namespace knead::app
