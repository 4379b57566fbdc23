// Teaches the game a gamepad that it does not know: one thing is asked for after the other, and a drawn pad shows where
// it usually is.
#include "app/devices/pad_file.hpp"
#include "app/devices/pad_lesson.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/view/ground.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Action;
using platform::Button;
using words::fill;
using words::tr;

class PadTeacher final : public Screen {
 public:
  explicit PadTeacher(Services& s) : Screen(s), m_ground(s.kit) {}

  void handle(const platform::InputEvent& e) override {
    if (e.kind == Kind::RawDown || e.kind == Kind::RawUp || e.kind == Kind::RawAxis) {
      const bool cross = e.number >= 6;
      const int axis = e.kind == Kind::RawAxis && !cross ? m_services.controls.pads().driverAxis(e.pad, e.number) : 0;
      m_lesson.take(e, axis);
      return finishIfDone();
    }
    // What the pad itself means now is what is being asked.
    if (e.kind == Kind::ButtonDown && e.button != Button::None) return;
    if (e.kind == Kind::ButtonDown && !e.menu) return;
    if (e.asks(Action::Back)) {
      m_services.back = true;
      return;
    }
    const auto chosen = m_choices.handle(e);
    if (!chosen) return;
    if (*chosen == Leave) m_services.back = true;
    if (*chosen == Before) m_lesson.again();
    if (*chosen == Skip && m_lesson.pad() >= 0) m_lesson.skip();
    finishIfDone();
  }
  void update(float seconds) override {
    m_lesson.update(seconds);
    finishIfDone();
  }
  [[nodiscard]] Choices* choices() override { return &m_choices; }
  [[nodiscard]] std::string spoken() const override { return tr("Teach a gamepad"); }
  [[nodiscard]] Spoken focus() override {
    Spoken now = Screen::focus();
    now.value = asked();
    return now;
  }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    const float width = std::min(860.0F, W - 120), left = (W - width) / 2;
    m_ground.draw(target, p, W, {W / 2, 330});
    p.text(tr("Teach a gamepad"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.paragraph(asked(), {left, 140}, width, 28, Face::Italic, 22, theme::ink);
    if (m_lesson.pad() >= 0)
      p.text(fill(tr("{number} of {all}"),
                  {{"number", std::to_string(m_lesson.step() + 1)}, {"all", std::to_string(PadLesson::kSteps)}}),
             {left + width, 90}, Face::Regular, theme::body, theme::ink2, Align::Right);
    drawPad(p, {W / 2, 390});
    m_choices.clear();
    float x = left;
    const auto add = [&](int id, const char* label, const char* hint, bool primary) {
      const float w = p.textWidth(label, Face::SemiBold, theme::label) + 52;
      m_choices.add(id, {x, 630}, {w, 46}, 23, {label, "", hint});
      button(p, {x, 630}, {w, 46}, label, primary);
      x += w + 16;
    };
    // Only once a gamepad is heard is anything asked.
    if (m_lesson.pad() >= 0) {
      add(Skip, tr("It has none"), tr("Goes on to the next."), false);
      add(Before, tr("The one before"), tr("Asks for it again."), false);
    }
    add(Leave, tr("Leave"), tr("Nothing is kept."), false);
    m_choices.drawRing(p);
    p.flush(target);
  }

 private:
  enum : int { Skip, Before, Leave };

  [[nodiscard]] std::string asked() const {
    if (m_lesson.pad() < 0 && m_lesson.step() == 0)
      return tr("Press the lowest of the four buttons on the right of your gamepad. It is called A here.");
    switch (m_lesson.step()) {
      case PadLesson::kLeftRight: return tr("Push the left stick to the right.");
      case PadLesson::kLeftDown: return tr("Pull the left stick down.");
      case PadLesson::kRightRight: return tr("Push the right stick to the right.");
      case PadLesson::kRightDown: return tr("Pull the right stick down.");
      default: break;
    }
    return fill(tr("Press: {button}."),
                {{"button", tr(profile::labelOf(static_cast<Button>(m_lesson.step() + 1), profile::PadMaker::Usual))}});
  }

  void finishIfDone() {
    if (!m_lesson.done() || m_services.leaving()) return;
    Pads& pads = m_services.controls.pads();
    const PadMap map = m_lesson.map(pads.map(m_lesson.pad()));
    std::string problem;
    if (!m_services.player.padsFolder().empty()) problem = keepPad(m_services.player.padsFolder(), map);
    pads.teach(map);
    m_services.toast.say(problem.empty() ? fill(tr("{pad} is known now."), {{"pad", map.name}}) : problem, 6);
    m_services.back = true;
  }

  // A pad from above, about `at`; what is asked for is gold.
  void drawPad(Painter& p, Vec2 at) const {
    const int step = m_lesson.step();
    const auto colour = [step](Button b) {
      return static_cast<int>(b) == step + 1 ? theme::gold : theme::fade(theme::ink2, .8F);
    };
    const sf::Color line = theme::fade(theme::ink2, .6F), body = theme::fade(theme::card, .6F);
    const auto spot = [&](Button b, Vec2 off, float r) {
      p.disc(at + off, r, colour(b));
      if (static_cast<int>(b) == step + 1) p.circle(at + off, r + 6, 2, theme::gold);
    };
    const auto bar = [&](Button b, Vec2 off, Vec2 size) {
      p.roundRect(at + off - size * .5F, size, 9, colour(b));
      if (static_cast<int>(b) == step + 1)
        p.roundRect(at + off - size * .5F - Vec2{5, 5}, size + Vec2{10, 10}, 13, sf::Color::Transparent, theme::gold,
                    2);
    };
    bar(Button::LeftTrigger, {-170, -168}, {76, 26});
    bar(Button::RightTrigger, {170, -168}, {76, 26});
    bar(Button::LeftShoulder, {-165, -132}, {110, 18});
    bar(Button::RightShoulder, {165, -132}, {110, 18});
    p.roundRect(at + Vec2{-260, -112}, {520, 250}, 112, body, line, 2);
    constexpr float kCross = 24;
    spot(Button::DpadUp, {-165, -20 - kCross}, 10);
    spot(Button::DpadDown, {-165, -20 + kCross}, 10);
    spot(Button::DpadLeft, {-165 - kCross, -20}, 10);
    spot(Button::DpadRight, {-165 + kCross, -20}, 10);
    spot(Button::Y, {165, -20 - 34}, 15);
    spot(Button::A, {165, -20 + 34}, 15);
    spot(Button::X, {165 - 34, -20}, 15);
    spot(Button::B, {165 + 34, -20}, 15);
    spot(Button::Back, {-44, -40}, 9);
    spot(Button::Start, {44, -40}, 9);
    drawStick(p, at + Vec2{-80, 62}, Button::LeftStick, PadLesson::kLeftRight);
    drawStick(p, at + Vec2{80, 62}, Button::RightStick, PadLesson::kRightRight);
  }
  // `right`: the step that asks for it to the right; the next asks for it downwards.
  void drawStick(Painter& p, Vec2 at, Button pressed, int right) const {
    const int step = m_lesson.step();
    const bool press = static_cast<int>(pressed) == step + 1, push = step == right, pull = step == right + 1;
    p.circle(at, 42, 2, press ? theme::gold : theme::fade(theme::ink2, .6F));
    const Vec2 off{push ? 22.0F : 0.0F, pull ? 22.0F : 0.0F};
    p.disc(at + off, 24, press || push || pull ? theme::gold : theme::fade(theme::ink2, .8F));
    if (push) p.polyline({at + Vec2{58, -10}, at + Vec2{68, 0}, at + Vec2{58, 10}}, 3, theme::gold);
    if (pull) p.polyline({at + Vec2{-10, 58}, at + Vec2{0, 68}, at + Vec2{10, 58}}, 3, theme::gold);
  }

  Ground m_ground;
  Choices m_choices{Leave};
  PadLesson m_lesson;
};

}  // namespace
std::unique_ptr<Screen> makePadTeacher(Services& s) { return std::make_unique<PadTeacher>(s); }
}  // namespace knead::app
