// The medals, one by one: what each takes, how to come to it, and how often whoever plays has earned it.
#include "app/words/medals.hpp"
#include "app/screens/still_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;
using words::trn;

class Medals final : public StillPage {
 public:
  explicit Medals(Services& s) : StillPage(s, kBack), m_all(s.player.statistics()) {}

  void chose(int) override { m_services.back = true; }
  [[nodiscard]] std::string spoken() const override {
    std::string all = std::string(tr("Medals")) + ". " + words::medalsAre();
    for (int i = 0; i < sim::kMedalCount; ++i) {
      const auto medal = static_cast<sim::Medal>(i);
      all += " " + std::string(words::medalName(medal)) + ": " + words::medalWhy(medal) + " " + words::medalHow(medal) +
             " " + often(i) + ".";
    }
    return all;
  }

  void drawPage(Painter& p, float W) override {
    const float left = marginOf(W), width = W - 2 * left;
    p.text(tr("Medals"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.within(words::medalsAre(), {left, 122}, width, 36, 20, Face::Regular, theme::body, theme::ink2);
    for (int i = 0; i < sim::kMedalCount; ++i)
      drawMedal(p, i, {left, 150 + kPitch * static_cast<float>(i)}, {width, kPitch - 10});
    m_choices.add(kBack, {left, 636}, {160, 46}, 23, {tr("Back"), "", tr("To where you came from.")});
    button(p, {left, 636}, {160, 46}, tr("Back"), false);
  }

 private:
  static constexpr int kBack = 0;
  static constexpr float kPitch = 96;

  // "earned 3 times", "not yet".
  [[nodiscard]] std::string often(int medal) const {
    const int count = m_all.medals[static_cast<std::size_t>(medal)];
    if (count == 0) return tr("not yet");
    return fill(trn("earned once", "earned {count} times", static_cast<unsigned long>(count)),
                {{"count", words::number(count)}});
  }

  void drawMedal(Painter& p, int i, Vec2 at, Vec2 size) const {
    constexpr float kSign = 26, kText = 92;
    const auto medal = static_cast<sim::Medal>(i);
    const bool earned = m_all.medals[static_cast<std::size_t>(i)] > 0;
    widgets::card(p, at, size);
    const Vec2 sign = at + Vec2{48, size.y / 2};
    p.disc(sign, kSign, theme::fade(earned ? theme::gold : theme::ink, earned ? .14F : .05F));
    p.circle(sign, kSign, 1.5F, earned ? theme::gold : theme::ink3);
    glyph(p, words::medalSign(medal), sign, 24, earned ? theme::gold : theme::ink3, 1.6F);
    p.typeAtMost(1.2F, [&] {
      p.text(words::medalName(medal), at + Vec2{kText, 28}, Face::SemiBold, theme::body, theme::ink);
      p.text(often(i), at + Vec2{size.x - 24, 28}, Face::Regular, theme::small, earned ? theme::gold : theme::ink2,
             Align::Right);
    });
    const float width = size.x - kText - 24;
    p.within(words::medalWhy(medal), at + Vec2{kText, 50}, width, 22, 19, Face::Regular, theme::body, theme::ink);
    p.within(words::medalHow(medal), at + Vec2{kText, 71}, width, 22, 19, Face::Regular, theme::body, theme::ink2);
  }

  profile::Store::Statistics m_all;
};

}  // namespace
std::unique_ptr<Screen> makeMedals(Services& s) { return std::make_unique<Medals>(s); }
}  // namespace knead::app
