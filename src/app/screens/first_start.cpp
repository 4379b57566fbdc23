// The first start: what Knead is, in short, the language, and on. Shown once.
#include "app/apply_settings.hpp"
#include "app/screens/screen.hpp"
#include "app/screens/title_back.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/words.hpp"
#include "core/translatable.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using words::tr;

constexpr const char* kWhat = N_(
    "Somebody's back hurts. Your pointer is your hand: stroke, knead, press, warm, until the fibres lie straight and "
    "the person breathes out.");
constexpr const char* kNotMedicine =
    N_("Knead is a game and not medical advice. Pain that is severe, new, or comes with numbness, weakness or fever "
       "belongs to a doctor.");

class FirstStart final : public Screen {
 public:
  explicit FirstStart(Services& s) : Screen(s), m_back(s.kit) {}
  void handle(const platform::InputEvent& e) override {
    m_back.stir();
    const auto chosen = m_choices.handle(e);
    const bool escape = e.asks(platform::Action::Back);
    if (escape || chosen == kOn) {
      m_services.player.setWelcomed();
      // What somebody knows already can only be asked before they have played.
      if (const auto due = m_services.player.dueQuiz(m_services.levels))
        m_services.next = makeQuiz(m_services, *due);
      else
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
  void update(float seconds) override {
    m_back.update(seconds, m_services.player.settings().on(profile::Option::ReducedMotion));
  }
  [[nodiscard]] bool still() const override { return m_back.still(); }
  [[nodiscard]] Choices* choices() override { return &m_choices; }
  [[nodiscard]] std::string spoken() const override {
    return std::string(tr("Welcome")) + ". " + tr(kWhat) + " " + tr(kNotMedicine);
  }
  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    const bool narrow = isNarrow(W);
    const float left = narrow ? 56 : std::max(84.0F, W / 2 - 556), width = narrow ? 430.0F : 510.0F;
    const Vec2 on{left, narrow ? 654.0F : 640.0F}, size{220, 48};
    m_back.draw(target, p, W);
    p.text(tr("Welcome"), {left, narrow ? 78.0F : 92.0F}, Face::Serif, theme::title, theme::ink);
    // The larger the type, the less of it is left for the words above.
    p.fitting(on.y - 14, [&] {
      m_choices.clear();
      const float y = drawWords(p, {left, narrow ? 116.0F : 138.0F}, width);
      return drawOptions(p, {left, drawLanguages(p, {left, y + (narrow ? 20.0F : 34.0F)})}, width);
    });
    m_choices.add(kOn, on, size, 24, {tr("Begin"), "", tr("To the title.")});
    button(p, on, size, tr("Begin"), true);
    m_choices.drawRing(p);
    p.flush(target);
  }

 private:
  // What somebody may need before the first page; more is in the settings. Choices from kOption on are these.
  static constexpr std::array kAsked = {profile::Option::ReducedMotion, profile::Option::HighContrast,
                                        profile::Option::TextSize, profile::Option::Narration};
  static constexpr int kOn = 51, kOption = 100;

  // Each draws from `at` downwards and gives where it ends.
  static float drawWords(Painter& p, Vec2 at, float width) {
    at.y = p.paragraph(tr(kWhat), at, width, 29, Face::Italic, 22, theme::ink);
    return p.paragraph(tr(kNotMedicine), at + Vec2{0, 10}, width, 23, Face::Regular, theme::label, theme::ink2);
  }

  float drawLanguages(Painter& p, Vec2 at) {
    p.text(tr("Language"), at, Face::Medium, theme::label, theme::ink);
    at.y += 14;
    const int spoken = m_services.player.settings().get(profile::Option::Language);
    const auto all = words::languages();
    // The pseudo-locale is for translators; it is in the settings.
    for (int i = 0; i < 3; ++i) {
      const std::string name = i == 0 ? std::string(tr("Like the desktop")) : all[static_cast<std::size_t>(i)].name;
      const Vec2 size{p.textWidth(name, Face::Medium, theme::small) + 36, 38};
      const bool on = i == spoken;
      p.roundRect(at, size, 19, on ? theme::gold : theme::fade(theme::card, .55F), on ? theme::gold : theme::ink3,
                  1.4F);
      p.text(name, at + Vec2{size.x / 2, 24}, on ? Face::SemiBold : Face::Medium, theme::small,
             on ? theme::onGold : theme::ink, Align::Centre);
      m_choices.add(i, at, size, 19, {name, on ? tr("on") : tr("off"), tr("Language")});
      at.x += size.x + 12;
    }
    return at.y + 64;
  }

  // What the focused one does stands below them all.
  float drawOptions(Painter& p, Vec2 at, float width) {
    const float pitch = 36 * std::max(1.0F, .85F * p.typeScale());
    const char* hint = nullptr;
    for (const profile::Option option : kAsked) {
      const profile::OptionRow& row = profile::rowOf(option);
      const int id = kOption + static_cast<int>(option);
      // Here it is one step that is taken or not.
      const char* label = option == profile::Option::TextSize ? tr("Larger text") : tr(row.label);
      const bool on = m_services.player.settings().on(option);
      widgets::toggle(p, at, on);
      p.text(label, at + Vec2{widgets::kToggleSize.x + 18, 13 + .36F * p.grown(theme::label)}, Face::Medium,
             theme::label, theme::ink);
      m_choices.add(id, at - Vec2{12, (pitch - 2 - widgets::kToggleSize.y) / 2}, {width + 24, pitch - 2}, 14,
                    {label, on ? tr("on") : tr("off"), tr(row.hint)});
      if (id == m_choices.focused()) hint = tr(row.hint);
      at.y += pitch;
    }
    if (hint == nullptr) hint = tr("All of this and more is in the settings.");
    return p.paragraph(hint, at + Vec2{0, 14}, width, 18, Face::Regular, theme::small, theme::ink2, 2) - 10;
  }

  TitleBack m_back;
  Choices m_choices{kOn};
};

}  // namespace
std::unique_ptr<Screen> makeFirstStart(Services& s) { return std::make_unique<FirstStart>(s); }
}  // namespace knead::app
