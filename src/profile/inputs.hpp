// What a player can press: keys and the buttons of a gamepad, by names that are kept in files and shown on screens.
// Knows no device.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace knead::profile {

enum class Key : std::uint8_t {
  // clang-format off
  None,
  A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V, W, X, Y, Z,
  Num0, Num1, Num2, Num3, Num4, Num5, Num6, Num7, Num8, Num9,
  F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12,
  Pad0, Pad1, Pad2, Pad3, Pad4, Pad5, Pad6, Pad7, Pad8, Pad9,
  Up, Down, Left, Right, Enter, Escape, Space, Tab, Backspace, Delete, Insert, Home, End, PageUp, PageDown,
  Comma, Period, Semicolon, Slash, Backslash, LeftBracket, RightBracket, Equal, Hyphen, Add, Subtract,
  LeftShift, RightShift, LeftControl, RightControl, LeftAlt, RightAlt
  // clang-format on
};
inline constexpr int kKeyCount = static_cast<int>(Key::RightAlt) + 1;

// Buttons by their place on the pad, named as on most: A is the lowest of the four.
enum class Button : std::uint8_t {
  None,
  A,
  B,
  X,
  Y,
  LeftShoulder,
  RightShoulder,
  LeftTrigger,
  RightTrigger,
  Back,
  Start,
  LeftStick,
  RightStick,
  DpadUp,
  DpadDown,
  DpadLeft,
  DpadRight
};
inline constexpr int kButtonCount = static_cast<int>(Button::DpadRight) + 1;

// As files keep them.
[[nodiscard]] std::string_view idOf(Key key);
[[nodiscard]] std::string_view idOf(Button button);
[[nodiscard]] std::optional<Key> keyOf(std::string_view id);
[[nodiscard]] std::optional<Button> buttonOf(std::string_view id);

// As a key cap shows it: English, marked for translation where it is a word.
[[nodiscard]] const char* labelOf(Key key);

// Whose pad it is: the four buttons have other signs.
enum class PadMaker : std::uint8_t { Usual, Sony, Nintendo };
[[nodiscard]] const char* labelOf(Button button, PadMaker maker);

}  // namespace knead::profile
