// The first start: what Knead is, in short, the language, and on. Shown once.
#include "app/apply_settings.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/furniture.hpp"
#include "app/view/plate.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using words::tr;

class FirstStart final : public Screen {
 public:
  explicit FirstStart(Services& s) : Screen(s), m_ground(s.kit, true) {}
  void handle(const platform::InputEvent& e) override {
    const auto chosen = m_choices.handle(e);
    const bool escape = e.kind == Kind::KeyDown && e.key == platform::Key::Escape;
    if (escape || chosen == kOn) {
      m_services.player.setWelcomed();
      m_services.next = makeTitle(m_services);
    } else if (chosen && *chosen >= kOption) {
      const auto option = static_cast<profile::Option>(*chosen - kOption);
      m_services.player.set(option, m_services.player.settings().on(option) ? 0 : 1);
      applySettings(m_services.player.settings());
      ++m_services.kit.epoch;  // the ground may have other colours
    } else if (chosen) {
      m_services.player.set(profile::Option::Language, *chosen);
      applySettings(m_services.player.settings());
    }
  }
  void update(float) override {}
  [[nodiscard]] bool still() const override { return true; }
  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    const float width = std::min(760.0F, W - 120), left = (W - width) / 2;
    m_ground.keep({0, 0}, {W, 720}, p.scale(), {}, [&](Painter& q) { drawGround(q, W, {W / 2, 330}); });
    m_ground.draw(target);
    p.text(tr("Welcome"), {left, 120}, Face::Serif, theme::title, theme::ink);
    float y = p.paragraph(tr("Somebody's back hurts. Your pointer is your hand: stroke, knead, press, warm, until the "
                             "fibres lie straight and the person breathes out."),
                          {left, 168}, width, 29, Face::Italic, 22, theme::ink);
    y = p.paragraph(tr("Knead is a game and not medical advice. Pain that is severe, new, or comes with numbness, "
                       "weakness or fever belongs to a doctor."),
                    {left, y + 20}, width, 24, Face::Regular, theme::label, theme::ink2) +
        26;
    m_choices.clear();
    p.text(tr("Language"), {left, y + 4}, Face::Medium, theme::label, theme::ink);
    const int spoken = m_services.player.settings().get(profile::Option::Language);
    const auto all = words::languages();
    float x = left;
    // The pseudo-locale is for translators; it is in the settings.
    for (int i = 0; i < 3; ++i) {
      const std::string name = i == 0 ? std::string(tr("Like the desktop")) : all[static_cast<std::size_t>(i)].name;
      const float w = p.textWidth(name, Face::Medium, theme::small) + 36;
      p.roundRect({x, y + 18}, {w, 38}, 19, theme::fade(theme::card, .55F), i == spoken ? theme::gold : theme::ink3,
                  1.4F);
      p.text(name, {x + w / 2, y + 42}, Face::Medium, theme::small, i == spoken ? theme::gold : theme::ink,
             Align::Centre);
      m_choices.add(i, {x, y + 18}, {w, 38}, 19);
      x += w + 12;
    }
    y += 84;
    for (const profile::Option option : kAsked) {
      const profile::OptionRow& row = profile::rowOf(option);
      // Here it is one step that is taken or not.
      const char* label = option == profile::Option::TextSize ? tr("Larger text") : tr(row.label);
      p.text(label, {left, y + 18}, Face::Medium, theme::label, theme::ink);
      p.text(tr(row.hint), {left, y + 40}, Face::Regular, theme::small, theme::ink2);
      widgets::toggle(p, {left + width - 60, y + 10}, m_services.player.settings().on(option));
      m_choices.add(kOption + static_cast<int>(option), {left - 12, y - 6}, {width + 12, 54}, 14);
      y += 58;
    }
    const Vec2 at{left, 632}, size{220, 48};
    m_choices.add(kOn, at, size, 24);
    button(p, at, size, tr("Begin"), true);
    m_choices.drawRing(p);
    p.flush(target);
  }

 private:
  // What somebody may need before the first page; more is in the settings. Choices from kOption on are these.
  static constexpr std::array kAsked = {profile::Option::ReducedMotion, profile::Option::HighContrast,
                                        profile::Option::TextSize};
  static constexpr int kOn = 51, kOption = 100;
  Plate m_ground;
  Choices m_choices{kOn};
};

}  // namespace
std::unique_ptr<Screen> makeFirstStart(Services& s) { return std::make_unique<FirstStart>(s); }
}  // namespace knead::app
