// What each key and each button does, action by action: two keys and one button for each. A press on a cell listens to
// the next key; what means two things at once is named.
#include <algorithm>

#include "app/screens/still_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/scroll_list.hpp"
#include "app/ui/theme.hpp"
#include "app/words/words.hpp"
#include "core/translatable.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Action;
using platform::Button;
using platform::Key;
using profile::ActionRow;
using profile::Context;
using words::fill;
using words::tr;

const char* contextLabel(Context context) {
  switch (context) {
    case Context::Menu: return tr("In menus");
    case Context::Table: return tr("On the table");
    case Context::Everywhere: break;
  }
  return tr("Everywhere");
}

// A line of the list: an action, or the heading of those that follow.
struct KeyLine {
  const ActionRow* row = nullptr;
  Context heading{};
};
std::vector<KeyLine> allLines() {
  std::vector<KeyLine> lines;
  for (const Context context : {Context::Table, Context::Menu, Context::Everywhere}) {
    lines.push_back({nullptr, context});
    for (const ActionRow& row : profile::actionTable())
      if (row.context == context) lines.push_back({&row, context});
  }
  return lines;
}

class BindingsScreen final : public StillPage {
 public:
  explicit BindingsScreen(Services& s)
      : StillPage(s, static_cast<int>(Action::HandUp) * kColumns, kMiddle), m_lines(allLines()) {}

  void handle(const platform::InputEvent& e) override {
    if (m_listening) return listen(e);
    if (m_list.handle(e)) return;
    const int at = m_choices.focused();
    if (e.asks(Action::Usual) && at < kAllUsual) {
      profile::Bindings now = bindings();
      now.reset(static_cast<Action>(at / kColumns));
      m_services.player.setBindings(now);
      m_said = fill(tr("{action}: reset."), {{"action", tr(row(at).label)}});
      return;
    }
    StillPage::handle(e);
  }
  void chose(int choice) override {
    m_said.clear();
    if (choice == kAllUsual) {
      m_services.player.setBindings(profile::Bindings());
      m_said = tr("All keys and buttons are reset.");
      return;
    }
    m_listening = true;
    m_cell = choice;
  }
  [[nodiscard]] bool listens() const override { return m_listening; }
  void focusMoved() override { showFocused(); }
  [[nodiscard]] std::string spoken() const override { return tr("Keys and buttons"); }
  [[nodiscard]] Spoken focus() override {
    Spoken now = Screen::focus();
    if (m_listening) return {asking(), "", ""};
    if (!m_said.empty()) now.value += (now.value.empty() ? "" : ". ") + m_said;
    return now;
  }

  void drawPage(Painter& p, float W) override {
    const float left = isNarrow(W) ? 40 : std::max(64.0F, W / 2 - 496), right = W - left, grown = p.typeScale();
    p.text(tr("Keys and buttons"), {left, 92}, Face::Serif, theme::title, theme::ink);
    const float cell = (isNarrow(W) ? 170 : 196) * (1 + .2F * (grown - 1));
    const float end = right - 30;
    const auto cellX = [&](int column) { return end - cell * static_cast<float>(kColumns - column); };
    constexpr std::array kHeads = {N_("Key"), N_("Other key"), N_("Button")};
    for (int c = 0; c < kColumns; ++c)
      p.text(tr(kHeads[static_cast<std::size_t>(c)]), {cellX(c) + cell / 2 - 5, kListTop - 22}, Face::Medium,
             theme::small, theme::ink2, Align::Centre);
    m_list.layOut({left, kListTop - 8}, {right - left, kListEnd - kListTop + 8}, kPitch * grown,
                  static_cast<int>(m_lines.size()));
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      const int at = static_cast<int>(i);
      const float y = m_list.y(at);
      const KeyLine& line = m_lines[i];
      if (line.row == nullptr) {
        if (m_list.seen(at))
          p.text(contextLabel(line.heading), {left, y + 29 * grown}, Face::SemiBold, theme::body, theme::gold);
        continue;
      }
      const bool conflict = !bindings().conflicts(line.row->action).empty();
      if (m_list.seen(at)) {
        p.paragraph(tr(line.row->label), {left, y + 25 * grown}, cellX(0) - left - 12, 16, Face::Regular, theme::label,
                    theme::ink, 1);
        if (conflict)
          p.text("!", {cellX(0) - 14, y + 25 * grown}, Face::SemiBold, theme::name, theme::ember, Align::Centre);
      }
      for (int c = 0; c < kColumns; ++c) {
        const int id = static_cast<int>(line.row->action) * kColumns + c;
        const Vec2 place{cellX(c), y + 2}, size{cell - 10, kCell * grown};
        m_choices.add(id, place, size, 12, spokenOf(id), !m_list.seen(at));
        if (m_list.seen(at)) drawCell(p, id, place, size, conflict);
      }
    }
    m_list.draw(p);
    const float buttonWidth = p.textWidth(tr("Reset all"), Face::SemiBold, theme::label) + 48;
    m_choices.add(kAllUsual, {left, 664}, {buttonWidth, 40}, 20,
                  {tr("Reset all"), "", tr("Sets back every key and button.")});
    button(p, {left, 664}, {buttonWidth, 40}, tr("Reset all"), false);
    p.text(m_listening ? asking() : said(), {left, 648}, Face::Medium, theme::body,
           m_listening ? theme::gold : theme::ink);
    if (!m_listening)
      keyHints(p, {right, 694},
               {{m_services.controls.label(Action::Confirm), tr("change"), Action::Confirm},
                {m_services.controls.label(Action::Usual), tr("reset"), Action::Usual},
                {m_services.controls.label(Action::Back), tr("back"), Action::Back}},
               Align::Right);
  }

 private:
  static constexpr int kColumns = 3, kButtonColumn = 2;  // of cells: two keys, one button
  static constexpr int kAllUsual = 1000;
  static constexpr float kPitch = 46, kCell = 36, kListTop = 162, kListEnd = 616;

  [[nodiscard]] const profile::Bindings& bindings() const { return m_services.player.settings().bindings(); }
  [[nodiscard]] static const ActionRow& row(int choice) {
    return profile::rowOf(static_cast<Action>(choice / kColumns));
  }
  [[nodiscard]] std::string shown(int choice) const {
    const Action action = static_cast<Action>(choice / kColumns);
    if (choice % kColumns == kButtonColumn) {
      const Button button = bindings().button(action);
      return button == Button::None ? "" : tr(profile::labelOf(button, m_services.controls.pads().maker()));
    }
    const Key key = bindings().key(action, choice % kColumns);
    return key == Key::None ? "" : tr(profile::labelOf(key));
  }
  [[nodiscard]] Spoken spokenOf(int choice) const {
    std::string value = shown(choice);
    if (value.empty()) value = tr("nothing");
    const std::string also = conflictOf(choice);
    if (!also.empty()) value += ". " + also;
    const char* which = choice % kColumns == kButtonColumn ? tr("button") : tr("key");
    return {std::string(tr(row(choice).label)) + ", " + which, value, ""};
  }
  // That another action has one of the same presses, or nothing.
  [[nodiscard]] std::string conflictOf(int choice) const {
    const auto others = bindings().conflicts(static_cast<Action>(choice / kColumns));
    if (others.empty()) return {};
    return fill(tr("The same press also means: {action}."), {{"action", tr(profile::rowOf(others.front()).label)}});
  }
  [[nodiscard]] std::string said() const {
    if (!m_said.empty()) return m_said;
    return m_choices.focused() < kAllUsual ? conflictOf(m_choices.focused()) : std::string();
  }
  [[nodiscard]] std::string asking() const {
    const int at = m_cell;
    return fill(at % kColumns == kButtonColumn
                    ? tr("{action}: press a button. The same again takes it away; Esc leaves it.")
                    : tr("{action}: press a key. The same again takes it away; Esc leaves it."),
                {{"action", tr(row(at).label)}});
  }
  void showFocused() {
    for (std::size_t i = 0; i < m_lines.size(); ++i)
      if (m_lines[i].row != nullptr && m_choices.focused() < kAllUsual && m_lines[i].row == &row(m_choices.focused())) {
        // The heading with the first below it.
        if (m_lines[i - 1].row == nullptr) m_list.show(static_cast<int>(i) - 1);
        m_list.show(static_cast<int>(i));
      }
  }

  // The next key or button is the new one.
  void listen(const platform::InputEvent& e) {
    const int at = m_cell;
    const bool button = at % kColumns == kButtonColumn;
    const Action action = static_cast<Action>(at / kColumns);
    profile::Bindings now = bindings();
    // The other kind of device leaves it too: who has only one of them must not be held here.
    const bool other = e.kind == (button ? Kind::KeyDown : Kind::ButtonDown);
    if (other || (e.kind == Kind::KeyDown && e.key == Key::Escape) || e.kind == Kind::MouseDown) {
      m_listening = false;
      return;
    }
    if (button) {
      if (e.kind != Kind::ButtonDown || e.button == Button::None) return;
      now.bind(action, now.button(action) == e.button ? Button::None : e.button);
    } else {
      if (e.kind != Kind::KeyDown || e.key == Key::None) return;
      const int slot = at % kColumns;
      now.bind(action, slot, now.key(action, slot) == e.key ? Key::None : e.key);
      if (now.key(action, 0) == now.key(action, 1)) now.bind(action, 1 - slot, Key::None);
    }
    m_listening = false;
    m_services.player.setBindings(now);
    m_said.clear();
  }

  void drawCell(Painter& p, int id, Vec2 at, Vec2 size, bool conflict) const {
    const bool waits = m_listening && id == m_cell;
    const std::string word = waits ? "…" : shown(id);
    p.roundRect(at, size, 12, theme::fade(theme::card, .5F),
                waits      ? theme::gold
                : conflict ? theme::ember
                           : theme::ink3,
                waits ? 2.0F : 1.2F);
    p.text(word.empty() ? "–" : word, at + Vec2{size.x / 2, size.y / 2 + 5 * p.typeScale()}, Face::SemiBold,
           theme::small, word.empty() ? theme::ink2 : theme::ink, Align::Centre);
  }

  std::vector<KeyLine> m_lines;
  ScrollList m_list;
  bool m_listening = false;
  int m_cell = 0;  // that waits for a press, while it listens
  std::string m_said;
};

}  // namespace
std::unique_ptr<Screen> makeBindings(Services& s) { return std::make_unique<BindingsScreen>(s); }
}  // namespace knead::app
