#include "profile/inputs.hpp"

#include <array>

#include "core/translatable.hpp"

namespace knead::profile {
namespace {

struct KeyName {
  const char *id, *label;
};

// clang-format off
constexpr std::array<KeyName, kKeyCount> kKeys = {{
    {"none", "-"},
    {"a", "A"}, {"b", "B"}, {"c", "C"}, {"d", "D"}, {"e", "E"}, {"f", "F"}, {"g", "G"}, {"h", "H"}, {"i", "I"},
    {"j", "J"}, {"k", "K"}, {"l", "L"}, {"m", "M"}, {"n", "N"}, {"o", "O"}, {"p", "P"}, {"q", "Q"}, {"r", "R"},
    {"s", "S"}, {"t", "T"}, {"u", "U"}, {"v", "V"}, {"w", "W"}, {"x", "X"}, {"y", "Y"}, {"z", "Z"},
    {"0", "0"}, {"1", "1"}, {"2", "2"}, {"3", "3"}, {"4", "4"}, {"5", "5"}, {"6", "6"}, {"7", "7"}, {"8", "8"},
    {"9", "9"},
    {"f1", "F1"}, {"f2", "F2"}, {"f3", "F3"}, {"f4", "F4"}, {"f5", "F5"}, {"f6", "F6"}, {"f7", "F7"}, {"f8", "F8"},
    {"f9", "F9"}, {"f10", "F10"}, {"f11", "F11"}, {"f12", "F12"},
    {"keypad_0", "[0]"}, {"keypad_1", "[1]"}, {"keypad_2", "[2]"}, {"keypad_3", "[3]"}, {"keypad_4", "[4]"},
    {"keypad_5", "[5]"}, {"keypad_6", "[6]"}, {"keypad_7", "[7]"}, {"keypad_8", "[8]"}, {"keypad_9", "[9]"},
    {"up", N_("Up")}, {"down", N_("Down")}, {"left", N_("Left")}, {"right", N_("Right")}, {"enter", N_("Enter")},
    {"escape", N_("Esc")}, {"space", N_("Space")}, {"tab", "Tab"}, {"backspace", N_("Backspace")},
    {"delete", N_("Del")}, {"insert", N_("Ins")}, {"home", N_("Home")}, {"end", N_("End")},
    {"page_up", N_("Page up")}, {"page_down", N_("Page down")},
    {"comma", ","}, {"period", "."}, {"semicolon", ";"}, {"slash", "/"}, {"backslash", "\\"}, {"left_bracket", "["},
    {"right_bracket", "]"}, {"equal", "="}, {"hyphen", "-"}, {"add", "[+]"}, {"subtract", "[-]"},
    {"left_shift", N_("Left Shift")}, {"right_shift", N_("Right Shift")}, {"left_control", N_("Left Ctrl")},
    {"right_control", N_("Right Ctrl")}, {"left_alt", N_("Left Alt")}, {"right_alt", N_("Right Alt")},
}};

constexpr std::array<const char*, kButtonCount> kButtons = {
    "none", "a", "b", "x", "y", "left_shoulder", "right_shoulder", "left_trigger", "right_trigger", "back", "start",
    "left_stick", "right_stick", "dpad_up", "dpad_down", "dpad_left", "dpad_right"};
constexpr std::array<const char*, kButtonCount> kUsualLabels = {
    "-", "A", "B", "X", "Y", "LB", "RB", "LT", "RT", N_("View"), N_("Menu"), N_("Left stick"), N_("Right stick"),
    N_("D-pad up"), N_("D-pad down"), N_("D-pad left"), N_("D-pad right")};
// clang-format on

}  // namespace

std::string_view idOf(Key key) { return kKeys[static_cast<std::size_t>(key)].id; }
std::string_view idOf(Button button) { return kButtons[static_cast<std::size_t>(button)]; }
const char* labelOf(Key key) { return kKeys[static_cast<std::size_t>(key)].label; }

std::optional<Key> keyOf(std::string_view id) {
  for (std::size_t i = 0; i < kKeys.size(); ++i)
    if (id == kKeys[i].id) return static_cast<Key>(i);
  return std::nullopt;
}

std::optional<Button> buttonOf(std::string_view id) {
  for (std::size_t i = 0; i < kButtons.size(); ++i)
    if (id == kButtons[i]) return static_cast<Button>(i);
  return std::nullopt;
}

const char* labelOf(Button button, PadMaker maker) {
  using enum Button;
  if (maker == PadMaker::Sony) {
    switch (button) {
      case A: return N_("Cross");
      case B: return N_("Circle");
      case X: return N_("Square");
      case Y: return N_("Triangle");
      case LeftShoulder: return "L1";
      case RightShoulder: return "R1";
      case LeftTrigger: return "L2";
      case RightTrigger: return "R2";
      case Back: return N_("Share");
      case Start: return N_("Options");
      default: break;
    }
  }
  if (maker == PadMaker::Nintendo) {
    switch (button) {
      case A: return "B";
      case B: return "A";
      case X: return "Y";
      case Y: return "X";
      case LeftShoulder: return "L";
      case RightShoulder: return "R";
      case LeftTrigger: return "ZL";
      case RightTrigger: return "ZR";
      case Back: return "-";
      case Start: return "+";
      default: break;
    }
  }
  return kUsualLabels[static_cast<std::size_t>(button)];
}

}  // namespace knead::profile
