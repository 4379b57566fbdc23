// A name, written with whatever there is: typed on a keyboard, or put together from letters that any device can choose.
// Gives it on and goes back; keeps nothing.
#include "app/screens/name_page.hpp"

#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/text_edit.hpp"
#include "app/ui/theme.hpp"
#include "app/view/furniture.hpp"
#include "app/view/plate.hpp"
#include "app/words/words.hpp"
#include "profile/roster.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Action;
using platform::Key;
using words::tr;

// Choices from kLetter on are letters.
constexpr int kDone = 0, kErase = 1, kSpace = 2, kLeave = 3, kLetter = 10;
constexpr int kColumns = 12;
constexpr std::array<char32_t, 36> kLetters = {
    U'A',      U'B',      U'C',      U'D',      U'E',      U'F',      U'G',      U'H',      U'I',
    U'J',      U'K',      U'L',      U'M',      U'N',      U'O',      U'P',      U'Q',      U'R',
    U'S',      U'T',      U'U',      U'V',      U'W',      U'X',      U'Y',      U'Z',      U'\u00C1',
    U'\u00C9', U'\u00CD', U'\u00D3', U'\u00DA', U'\u00D1', U'\u00C4', U'\u00D6', U'\u00DC', U'-'};

// All of these letters have their small one 32 further on.
char32_t smallOf(char32_t letter) { return letter == U'-' ? letter : letter + 32; }

class NamePage final : public Screen {
 public:
  NamePage(Services& s, std::string title, const std::string& name, std::function<void(const std::string&)> done)
      : Screen(s),
        m_title(std::move(title)),
        m_edit(name, profile::kMostNameBytes),
        m_done(std::move(done)),
        m_ground(s.kit, true) {}

  void handle(const platform::InputEvent& e) override {
    // What a keyboard writes, it writes; its other keys are for the page.
    const bool writes = e.kind == Kind::KeyDown && (e.key == Key::Space || (e.key >= Key::A && e.key <= Key::Num9) ||
                                                    e.key == Key::Backspace || e.key == Key::Delete);
    if (e.kind == Kind::Text || writes) {
      (void)m_edit.handle(e);
      return;
    }
    if (e.asks(Action::Back)) {
      m_services.back = true;
      return;
    }
    const auto chosen = m_choices.handle(e);
    if (!chosen) return;
    if (*chosen == kLeave) m_services.back = true;
    if (*chosen == kErase) press(Key::Backspace);
    if (*chosen == kSpace) write(U' ');
    if (*chosen >= kLetter) write(letter(*chosen - kLetter));
    if (*chosen == kDone) finish();
  }
  void update(float) override {}
  [[nodiscard]] bool still() const override { return true; }
  [[nodiscard]] Choices* choices() override { return &m_choices; }
  [[nodiscard]] std::string spoken() const override { return m_title + ". " + m_edit.text(); }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    const float width = std::min(860.0F, W - 96), left = (W - width) / 2;
    m_ground.keep({0, 0}, {W, 720}, p.scale(), {}, [&](Painter& q) { drawGround(q, W, {W / 2, 330}); });
    m_ground.draw(target);
    p.text(m_title, {left, 92}, Face::Serif, theme::title, theme::ink);
    p.paragraph(tr("Type it, or choose its letters."), {left, 124}, width, 20, Face::Regular, theme::body, theme::ink2);
    p.roundRect({left, 156}, {width, 72}, 16, theme::fade(theme::card, .72F), theme::fade(theme::line, .8F));
    m_edit.draw(p, {left + 24, 202}, width - 48, 34, 28);
    m_choices.clear();
    constexpr float kGap = 8, kHigh = 56;
    const float wide = (width - kGap * (kColumns - 1)) / kColumns;
    for (std::size_t i = 0; i < kLetters.size(); ++i) {
      const Vec2 at{left + static_cast<float>(i % kColumns) * (wide + kGap),
                    254 + static_cast<float>(i / kColumns) * (kHigh + kGap)};
      const std::string word = utf8(letter(static_cast<int>(i)));
      m_choices.add(kLetter + static_cast<int>(i), at, {wide, kHigh}, 12, {word, "", m_edit.text()});
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
    add(kDone, tr("Done"), tr("Takes this name."), true);
    add(kErase, tr("Erase"), tr("The last letter."), false);
    add(kSpace, tr("Space"), tr("Between two names."), false);
    add(kLeave, tr("Leave"), tr("Changes nothing."), false);
    m_choices.drawRing(p);
    p.flush(target);
  }

 private:
  // The first of a word is large.
  [[nodiscard]] char32_t letter(int i) const {
    const std::string& text = m_edit.text();
    const char32_t large = kLetters[static_cast<std::size_t>(i)];
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
    const std::string name = profile::cleanName(m_edit.text());
    if (name.empty()) return m_services.toast.say(tr("A name needs a letter."));
    m_services.back = true;
    m_done(name);
  }

  std::string m_title;
  TextEdit m_edit;
  std::function<void(const std::string&)> m_done;
  Plate m_ground;
  Choices m_choices{kDone};
};

}  // namespace

std::unique_ptr<Screen> makeNamePage(Services& s, std::string title, const std::string& name,
                                     std::function<void(const std::string&)> done) {
  return std::make_unique<NamePage>(s, std::move(title), name, std::move(done));
}

}  // namespace knead::app
