// A short text, written with whatever there is: typed on a keyboard, or put together from letters that any device can
// choose. Gives it on and goes back; keeps nothing.
#include "app/screens/text_page.hpp"

#include "app/screens/still_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/text_edit.hpp"
#include "app/ui/theme.hpp"
#include "app/words/words.hpp"
#include "profile/roster.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Key;
using words::tr;

using Letters = std::array<char32_t, 36>;
constexpr Letters kNameLetters = {
    U'A',      U'B',      U'C',      U'D',      U'E',      U'F',      U'G',      U'H',      U'I',
    U'J',      U'K',      U'L',      U'M',      U'N',      U'O',      U'P',      U'Q',      U'R',
    U'S',      U'T',      U'U',      U'V',      U'W',      U'X',      U'Y',      U'Z',      U'\u00C1',
    U'\u00C9', U'\u00CD', U'\u00D3', U'\u00DA', U'\u00D1', U'\u00C4', U'\u00D6', U'\u00DC', U'-'};
// Addresses and keys are written small.
constexpr Letters kPlainLetters = {U'a', U'b', U'c', U'd', U'e', U'f', U'g', U'h', U'i', U'j', U'k', U'l',
                                   U'm', U'n', U'o', U'p', U'q', U'r', U's', U't', U'u', U'v', U'w', U'x',
                                   U'y', U'z', U'0', U'1', U'2', U'3', U'4', U'5', U'6', U'7', U'8', U'9'};
constexpr std::array<char32_t, 4> kSigns = {U'.', U':', U'/', U'-'};
constexpr std::size_t kMostKeyBytes = 80;

// All letters of names have their small one 32 further on.
char32_t smallOf(char32_t letter) { return letter == U'-' ? letter : letter + 32; }

class TextPageScreen final : public StillPage {
 public:
  TextPageScreen(Services& s, TextPage kind, std::string title, const std::string& text,
                 std::function<std::string(const std::string&)> done)
      : StillPage(s, kDone, kMiddle),
        m_kind(kind),
        m_title(std::move(title)),
        m_edit(text, kind == TextPage::Name      ? profile::kMostNameBytes
                     : kind == TextPage::Address ? profile::kMostServerBytes
                                                 : kMostKeyBytes),
        m_done(std::move(done)) {}

  void handle(const platform::InputEvent& e) override {
    // What a keyboard writes, it writes; its other keys are for the page.
    const bool writes = e.kind == Kind::KeyDown && (e.key == Key::Space || (e.key >= Key::A && e.key <= Key::Num9) ||
                                                    e.key == Key::Backspace || e.key == Key::Delete);
    const bool held = e.key == Key::LeftControl || e.key == Key::RightControl;
    if (e.kind == Kind::Text || e.kind == Kind::FocusLost || writes || held) {
      (void)m_edit.handle(e);
      return;
    }
    StillPage::handle(e);
  }
  void chose(int choice) override {
    if (choice == kLeave) m_services.back = true;
    if (choice == kErase) press(Key::Backspace);
    if (choice == kSpace) write(U' ');
    if (choice >= kSign && choice < kLetter) write(kSigns[static_cast<std::size_t>(choice - kSign)]);
    if (choice >= kLetter) write(letter(choice - kLetter));
    if (choice == kDone) finish();
  }
  [[nodiscard]] std::string spoken() const override { return m_title + ". " + m_edit.text(); }

  void drawPage(Painter& p, float W) override {
    const float width = std::min(860.0F, W - 96), left = (W - width) / 2;
    p.text(m_title, {left, 92}, Face::Serif, theme::title, theme::ink);
    p.paragraph(tr("Type it, or choose its letters."), {left, 124}, width, 20, Face::Regular, theme::body, theme::ink2);
    p.roundRect({left, 156}, {width, 72}, 16, theme::fade(theme::card, .72F), theme::fade(theme::line, .8F));
    m_edit.draw(p, {left + 24, 202}, width - 48, 34, 28);
    constexpr float kGap = 8, kHigh = 56;
    const float wide = (width - kGap * (kColumns - 1)) / kColumns;
    for (std::size_t i = 0; i < letters().size(); ++i) {
      const Vec2 at{left + static_cast<float>(i % kColumns) * (wide + kGap),
                    254 + static_cast<float>(i / kColumns) * (kHigh + kGap)};
      const std::string word = utf8(letter(static_cast<int>(i)));
      m_choices.add(kLetter + static_cast<int>(i), at, {wide, kHigh}, 12, {word, "", letterHint()});
      p.roundRect(at, {wide, kHigh}, 12, theme::fade(theme::card, .5F), theme::fade(theme::line, .6F));
      p.text(word, at + Vec2{wide / 2, 36}, Face::Medium, 20, theme::ink, Align::Centre);
    }
    float x = left;
    const float y = 254 + 3 * (kHigh + kGap) + 18;
    const auto add = [&](int id, const char* label, const char* hint, bool primary) {
      const float w = std::max(120.0F, p.textWidth(label, Face::SemiBold, theme::label) + 48);
      m_choices.add(id, {x, y}, {w, 48}, 24, {label, "", hint});
      button(p, {x, y}, {w, 48}, label, primary);
      x += w + 14;
    };
    add(kDone, tr("Done"), tr("Takes what is written."), true);
    add(kErase, tr("Erase"), tr("The last letter."), false);
    if (m_kind == TextPage::Name) add(kSpace, tr("Space"), tr("Between two names."), false);
    for (std::size_t i = 0; i < kSigns.size() && m_kind == TextPage::Address; ++i) {
      const std::string word = utf8(kSigns[i]);
      m_choices.add(kSign + static_cast<int>(i), {x, y}, {56, 48}, 12, {word, "", letterHint()});
      p.roundRect({x, y}, {56, 48}, 12, theme::fade(theme::card, .5F), theme::fade(theme::line, .6F));
      p.text(word, Vec2{x + 28, y + 32}, Face::Medium, 20, theme::ink, Align::Centre);
      x += 64;
    }
    add(kLeave, tr("Leave"), tr("Changes nothing."), false);
  }

 private:
  // Choices from kLetter on are letters.
  static constexpr int kDone = 0, kErase = 1, kSpace = 2, kLeave = 3, kSign = 4, kLetter = 10;
  static constexpr int kColumns = 12;

  [[nodiscard]] const Letters& letters() const { return m_kind == TextPage::Name ? kNameLetters : kPlainLetters; }
  [[nodiscard]] std::string letterHint() const { return m_edit.text().empty() ? tr("Writes it.") : m_edit.text(); }
  // The first of a name's words is large.
  [[nodiscard]] char32_t letter(int i) const {
    const std::string& text = m_edit.text();
    const char32_t large = letters()[static_cast<std::size_t>(i)];
    if (m_kind != TextPage::Name) return large;
    return text.empty() || text.back() == ' ' || text.back() == '-' ? large : smallOf(large);
  }
  static std::string utf8(char32_t letter) {
    if (letter < 0x80) return {static_cast<char>(letter)};
    return {static_cast<char>(0xC0U | static_cast<unsigned>(letter) >> 6U),
            static_cast<char>(0x80U | (static_cast<unsigned>(letter) & 0x3FU))};
  }
  void write(char32_t letter) {
    platform::InputEvent typed;
    typed.kind = Kind::Text;
    typed.letter = letter;
    (void)m_edit.handle(typed);
  }
  void press(Key key) {
    platform::InputEvent pressed;
    pressed.kind = Kind::KeyDown;
    pressed.key = key;
    (void)m_edit.handle(pressed);
  }
  void finish() {
    const std::string text = m_kind == TextPage::Name ? profile::cleanName(m_edit.text()) : m_edit.text();
    if (m_kind == TextPage::Name && text.empty()) return m_services.toast.say(tr("A name needs a letter."));
    const std::string wrong = m_done(text);
    if (!wrong.empty()) return m_services.toast.say(wrong, 6);
    m_services.back = true;
  }

  TextPage m_kind;
  std::string m_title;
  TextEdit m_edit;
  std::function<std::string(const std::string&)> m_done;
};

}  // namespace

std::unique_ptr<Screen> makeTextPage(Services& s, TextPage kind, std::string title, const std::string& text,
                                     std::function<std::string(const std::string&)> done) {
  return std::make_unique<TextPageScreen>(s, kind, std::move(title), text, std::move(done));
}
std::unique_ptr<Screen> makeNamePage(Services& s, std::string title, const std::string& name,
                                     std::function<void(const std::string&)> done) {
  return makeTextPage(s, TextPage::Name, std::move(title), name, [done = std::move(done)](const std::string& text) {
    done(text);
    return std::string();
  });
}

}  // namespace knead::app
