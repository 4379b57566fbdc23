#include "profile/bindings.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/translatable.hpp"

namespace knead::profile {
namespace {

using enum Context;

// clang-format off
constexpr std::array<ActionRow, kActionCount> kActions = {{
    {Action::Up, "up", Menu, N_("Up"), {Key::Up, Key::None}, Button::DpadUp},
    {Action::Down, "down", Menu, N_("Down"), {Key::Down, Key::None}, Button::DpadDown},
    {Action::Left, "left", Menu, N_("Left"), {Key::Left, Key::None}, Button::DpadLeft},
    {Action::Right, "right", Menu, N_("Right"), {Key::Right, Key::None}, Button::DpadRight},
    {Action::Confirm, "confirm", Menu, N_("Choose"), {Key::Enter, Key::Space}, Button::A},
    {Action::Back, "back", Menu, N_("Back"), {Key::Escape, Key::None}, Button::B},
    {Action::Next, "next", Menu, N_("Next"), {Key::Tab, Key::None}, Button::RightShoulder},
    {Action::Usual, "usual", Menu, N_("Reset"), {Key::Delete, Key::None}, Button::Y},
    {Action::HandUp, "hand_up", Table, N_("Hand up"), {Key::Up, Key::W}, Button::None},
    {Action::HandDown, "hand_down", Table, N_("Hand down"), {Key::Down, Key::S}, Button::None},
    {Action::HandLeft, "hand_left", Table, N_("Hand left"), {Key::Left, Key::A}, Button::None},
    {Action::HandRight, "hand_right", Table, N_("Hand right"), {Key::Right, Key::D}, Button::None},
    {Action::Touch, "touch", Table, N_("Touch"), {Key::Space, Key::Enter}, Button::A},
    {Action::Slow, "slow", Table, N_("Slow hand"), {Key::LeftShift, Key::None}, Button::LeftStick},
    {Action::Roll, "roll", Table, N_("Tap by itself"), {Key::T, Key::None}, Button::X},
    {Action::Tremble, "tremble", Table, N_("Vibrate by itself"), {Key::V, Key::None}, Button::Y},
    {Action::Deeper, "deeper", Table, N_("Deeper"), {Key::X, Key::PageDown}, Button::RightTrigger},
    {Action::Softer, "softer", Table, N_("Softer"), {Key::Z, Key::PageUp}, Button::LeftTrigger},
    {Action::NextPlace, "next_place", Table, N_("Next place"), {Key::E, Key::Tab}, Button::RightShoulder},
    {Action::PreviousPlace, "previous_place", Table, N_("Place before"), {Key::Q, Key::None}, Button::LeftShoulder},
    {Action::TakeHand, "take_hand", Table, N_("Bare hand"), {Key::Num1, Key::None}, Button::DpadUp},
    {Action::TakeTowel, "take_towel", Table, N_("Towel"), {Key::Num2, Key::None}, Button::DpadRight},
    {Action::TakeStone, "take_stone", Table, N_("Stone"), {Key::Num3, Key::None}, Button::DpadDown},
    {Action::TakePack, "take_pack", Table, N_("Pack"), {Key::Num4, Key::None}, Button::DpadLeft},
    {Action::Pause, "pause", Table, N_("Pause"), {Key::Escape, Key::P}, Button::Start},
    {Action::Again, "again", Table, N_("Start again"), {Key::R, Key::None}, Button::Back},
    {Action::FullScreen, "full_screen", Everywhere, N_("Full screen"), {Key::F11, Key::None}, Button::None},
    {Action::Picture, "picture", Everywhere, N_("Keep a picture"), {Key::F12, Key::None}, Button::None},
    {Action::OneSwitch, "one_switch", Everywhere, N_("The one switch"), {Key::F8, Key::None}, Button::None},
}};
// clang-format on

constexpr bool actionsInOrder() {
  for (int i = 0; i < kActionCount; ++i)
    if (static_cast<int>(kActions[static_cast<std::size_t>(i)].action) != i) return false;
  return true;
}
static_assert(actionsInOrder(), "a row stands at the place of its action");

bool meet(Context a, Context b) { return a == b || a == Everywhere || b == Everywhere; }

// Whatever is bound.
std::optional<Action> always(Key key) {
  switch (key) {
    case Key::Up: return Action::Up;
    case Key::Down: return Action::Down;
    case Key::Left: return Action::Left;
    case Key::Right: return Action::Right;
    case Key::Enter: return Action::Confirm;
    case Key::Escape: return Action::Back;
    default: return std::nullopt;
  }
}

}  // namespace

std::span<const ActionRow, kActionCount> actionTable() { return kActions; }
const ActionRow& rowOf(Action action) { return kActions[static_cast<std::size_t>(action)]; }

void Bindings::reset() {
  for (const ActionRow& row : kActions) reset(row.action);
}

void Bindings::reset(Action action) {
  m_keys[index(action)] = rowOf(action).keys;
  m_buttons[index(action)] = rowOf(action).button;
}

std::optional<Action> Bindings::meaning(Key key, Context context) const {
  if (key == Key::None) return std::nullopt;
  for (const Context now : {Everywhere, context}) {
    for (const ActionRow& row : kActions) {
      const auto& keys = m_keys[index(row.action)];
      if (row.context == now && (keys[0] == key || keys[1] == key)) return row.action;
    }
  }
  return context == Menu ? always(key) : std::nullopt;
}

std::optional<Action> Bindings::meaning(Button button, Context context) const {
  if (button == Button::None) return std::nullopt;
  for (const Context now : {Everywhere, context}) {
    for (const ActionRow& row : kActions)
      if (row.context == now && m_buttons[index(row.action)] == button) return row.action;
  }
  return std::nullopt;
}

std::vector<Action> Bindings::conflicts(Action action) const {
  std::vector<Action> out;
  const auto& mine = m_keys[index(action)];
  for (const ActionRow& row : kActions) {
    if (row.action == action || !meet(row.context, rowOf(action).context)) continue;
    bool same = m_buttons[index(action)] != Button::None && m_buttons[index(action)] == m_buttons[index(row.action)];
    for (const Key a : mine)
      for (const Key b : m_keys[index(row.action)]) same = same || (a != Key::None && a == b);
    if (same) out.push_back(row.action);
  }
  return out;
}

nlohmann::json Bindings::save() const {
  nlohmann::json out = nlohmann::json::object();
  for (const ActionRow& row : kActions) {
    const auto& keys = m_keys[index(row.action)];
    const Button button = m_buttons[index(row.action)];
    if (keys == row.keys && button == row.button) continue;
    out[row.id] = {{"keys", {idOf(keys[0]), idOf(keys[1])}}, {"button", idOf(button)}};
  }
  return out;
}

void Bindings::load(const nlohmann::json& document, std::vector<std::string>& complaints) {
  reset();
  if (!document.is_object()) {
    complaints.push_back(": found " + document.dump().substr(0, 40) + ", allowed: an object of actions");
    return;
  }
  for (const auto& [id, entry] : document.items()) {
    const auto row =
        std::find_if(kActions.begin(), kActions.end(), [&id = id](const ActionRow& r) { return r.id == id; });
    if (row == kActions.end()) {
      complaints.push_back("/" + id + ": no such action; it is left out");
      continue;
    }
    const auto word = [](const nlohmann::json& value) { return value.is_string() ? value.get<std::string>() : ""; };
    const nlohmann::json keys = entry.is_object() && entry.contains("keys") ? entry["keys"] : nlohmann::json::array();
    for (std::size_t slot = 0; slot < 2 && keys.is_array() && slot < keys.size(); ++slot) {
      if (const auto key = keyOf(word(keys[slot])))
        m_keys[index(row->action)][slot] = *key;
      else
        complaints.push_back("/" + id + "/keys: found " + keys[slot].dump().substr(0, 40) +
                             ", no key of that name; the usual one is used");
    }
    if (!entry.is_object() || !entry.contains("button")) continue;
    if (const auto button = buttonOf(word(entry["button"])))
      m_buttons[index(row->action)] = *button;
    else
      complaints.push_back("/" + id + "/button: found " + entry["button"].dump().substr(0, 40) +
                           ", no button of that name; the usual one is used");
  }
}

}  // namespace knead::profile
