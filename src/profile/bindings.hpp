// What each key and each button of a gamepad does, as the player likes it. One table of actions; two keys and one
// button for each. Menus also listen to arrows, Enter and Esc whatever is bound, so that nobody can lock themselves
// out.
#pragma once

#include <array>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

#include "profile/inputs.hpp"

namespace knead::profile {

enum class Action : std::uint8_t {
  // Menus
  Up,
  Down,
  Left,
  Right,
  Confirm,
  Back,
  Next,
  Usual,
  // On the table
  HandUp,
  HandDown,
  HandLeft,
  HandRight,
  Touch,
  Slow,
  Roll,
  Tremble,
  Deeper,
  Softer,
  NextPlace,
  PreviousPlace,
  TakeHand,
  TakeTowel,
  TakeStone,
  TakePack,
  Pause,
  Again,
  // Everywhere
  FullScreen,
  Picture,
  OneSwitch
};
inline constexpr int kActionCount = static_cast<int>(Action::OneSwitch) + 1;

// Two actions of one context must not share a key; those of everywhere none with any.
enum class Context : std::uint8_t { Menu, Table, Everywhere };

struct ActionRow {
  Action action{};
  const char* id = "";  // in the file
  Context context{};
  const char* label = "";  // marked for translation
  std::array<Key, 2> keys{};
  Button button{};
};
[[nodiscard]] std::span<const ActionRow, kActionCount> actionTable();
[[nodiscard]] const ActionRow& rowOf(Action action);

class Bindings {
 public:
  Bindings() { reset(); }
  void reset();
  [[nodiscard]] Key key(Action action, int slot) const { return m_keys[index(action)][static_cast<std::size_t>(slot)]; }
  [[nodiscard]] Button button(Action action) const { return m_buttons[index(action)]; }
  // Key::None and Button::None take the binding away.
  void bind(Action action, int slot, Key key) { m_keys[index(action)][static_cast<std::size_t>(slot)] = key; }
  void bind(Action action, Button button) { m_buttons[index(action)] = button; }
  // Back to the table.
  void reset(Action action);

  // What a press means in a context; actions of everywhere come first.
  [[nodiscard]] std::optional<Action> meaning(Key key, Context context) const;
  [[nodiscard]] std::optional<Action> meaning(Button button, Context context) const;
  // Other actions that the same press would also mean: a conflict to be shown.
  [[nodiscard]] std::vector<Action> conflicts(Action action) const;

  // {"pause": {"keys": ["escape", "p"], "button": "start"}, ...}: only what differs from the table.
  [[nodiscard]] nlohmann::json save() const;
  // Wrong entries are left out and named, one line each, under `place`.
  void load(const nlohmann::json& document, std::vector<std::string>& complaints);

  friend bool operator==(const Bindings&, const Bindings&) = default;

 private:
  static std::size_t index(Action action) { return static_cast<std::size_t>(action); }
  std::array<std::array<Key, 2>, kActionCount> m_keys{};
  std::array<Button, kActionCount> m_buttons{};
};

}  // namespace knead::profile
