// Which numbers are the game's and not research, one after the other. Shows; knows none itself.
#include "app/screens/still_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using platform::Action;
using words::tr;

class SimplifiedPage final : public StillPage {
 public:
  explicit SimplifiedPage(Services& s) : StillPage(s, kNext, kMiddle) {}
  void handle(const platform::InputEvent& e) override {
    const auto chosen = m_choices.handle(e);
    const int pages = count(), before = m_page;
    if (chosen == kNext || e.asks(Action::Right)) m_page = (m_page + 1) % pages;
    if (chosen == kBefore || e.asks(Action::Left)) m_page = (m_page + pages - 1) % pages;
    if (m_page != before) m_services.anew = true;
    if (chosen == kBack || e.asks(Action::Back)) m_services.back = true;
  }
  [[nodiscard]] std::string spoken() const override {
    std::string all = std::string(tr("Why this is simplified")) + ".";
    for (std::size_t i = first(); i < last(); ++i) {
      const learning::Simplified& one = entries()[i];
      all += std::string(" ") + tr(one.what) + ": " + tr(one.value) + ". " + tr(one.research);
    }
    return all;
  }

  void drawPage(Painter& p, float W) override {
    const float width = std::min(980.0F, W - 100), left = (W - width) / 2;
    p.text(tr("Why this is simplified"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.text(tr("Numbers that the game chose, and what research says."), {left, 122}, Face::Regular, theme::body,
           theme::ink2);
    p.fitting(628, [&] {
      float y = 166;
      for (std::size_t i = first(); i < last(); ++i) {
        const learning::Simplified& one = entries()[i];
        const float value = 150;
        p.within(tr(one.value), {left + width - value, y}, value, 44, 20, Face::Medium, theme::label, theme::gold);
        const float end =
            p.paragraph(tr(one.what), {left, y}, width - value - 24, 21, Face::Medium, theme::label, theme::ink, 4);
        y = p.paragraph(tr(one.research), {left, end + 2}, width - value - 24, 19, Face::Regular, theme::body,
                        theme::ink2, 4) +
            14;
      }
      return y - 14;
    });
    const Vec2 small{132, 42};
    m_choices.add(kBack, {left, 646}, small, 21, {tr("Back"), "", tr("To the page before.")});
    button(p, {left, 646}, small, tr("Back"), true);
    m_choices.add(kBefore, {left + width - 2 * small.x - 12, 646}, small, 21,
                  {tr("Before"), "", tr("The entries before these.")});
    button(p, {left + width - 2 * small.x - 12, 646}, small, tr("Before"), false);
    m_choices.add(kNext, {left + width - small.x, 646}, small, 21, {tr("More"), "", tr("The next entries.")});
    button(p, {left + width - small.x, 646}, small, tr("More"), false);
    p.text(words::fill(tr("{page} of {pages}"),
                       {{"page", std::to_string(m_page + 1)}, {"pages", std::to_string(count())}}),
           {left + width, 122}, Face::Regular, theme::body, theme::ink2, Align::Right);
  }

 private:
  static constexpr int kNext = 0, kBefore = 1, kBack = 2, kEach = 6;
  [[nodiscard]] const std::vector<learning::Simplified>& entries() const {
    return m_services.shelf.evidence.simplified;
  }
  [[nodiscard]] int count() const { return std::max(1, (static_cast<int>(entries().size()) + kEach - 1) / kEach); }
  [[nodiscard]] std::size_t first() const { return static_cast<std::size_t>(m_page * kEach); }
  [[nodiscard]] std::size_t last() const { return std::min(entries().size(), first() + kEach); }

  int m_page = 0;
};

}  // namespace
std::unique_ptr<Screen> makeSimplified(Services& s) { return std::make_unique<SimplifiedPage>(s); }
}  // namespace knead::app
