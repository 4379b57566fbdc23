// What somebody has done so far: time, people, stars, knots, and each move with its time and quality. Looks back; asks
// for nothing, and counts no days in a row.
#include <cmath>

#include "app/screens/still_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/medals.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;

// "3 h 20 min", "12 min".
std::string longTime(double seconds) {
  const auto minutes = static_cast<int>(seconds / 60);
  if (minutes < 60) return fill(tr("{minutes} min"), {{"minutes", std::to_string(minutes)}});
  return fill(tr("{hours} h {minutes} min"),
              {{"hours", std::to_string(minutes / 60)}, {"minutes", std::to_string(minutes % 60)}});
}

class Statistics final : public StillPage {
 public:
  explicit Statistics(Services& s) : StillPage(s, kBack), m_all(s.player.statistics()) {
    for (const auto& [pair, tried] : s.player.progress().allTried()) {
      profile::Tried& move = m_moves[static_cast<std::size_t>(pair.second)];
      const float sum = move.seconds + tried.seconds;
      if (sum > 0) move.quality = (move.quality * move.seconds + tried.quality * tried.seconds) / sum;
      move.seconds = sum;
    }
  }

  void chose(int id) override {
    if (id == kMedals)
      m_services.over = makeMedals(m_services);
    else
      m_services.back = true;
  }
  [[nodiscard]] std::string spoken() const override {
    std::string all = std::string(tr("What you have done so far")) + ".";
    for (const auto& [what, much] : figures()) all += " " + std::string(what) + ": " + much + ".";
    for (int i = 0; i < sim::kMedalCount; ++i)
      if (const int count = m_all.medals[static_cast<std::size_t>(i)]; count > 0)
        all += " " + std::string(words::medalName(static_cast<sim::Medal>(i))) + ": " + words::number(count) + ".";
    return all;
  }

  void drawPage(Painter& p, float W) override {
    const bool narrow = isNarrow(W);
    const float left = marginOf(W), right = W - left;
    const float moves = narrow ? 440 : 560, figures = right - left - moves - (narrow ? 28 : 60);
    p.text(tr("What you have done so far"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.text(m_services.player.name(), {left, 122}, Face::Regular, theme::body, theme::ink2);
    drawFigures(p, left, figures);
    drawMedals(p, left, figures);
    drawMoves(p, right - moves, moves);
    m_choices.add(kBack, {left, 636}, {160, 46}, 23, {tr("Back"), "", tr("Back to the profiles.")});
    button(p, {left, 636}, {160, 46}, tr("Back"), false);
    m_choices.add(kMedals, {left + 172, 636}, {160, 46}, 23, {tr("Medals"), "", tr("What each takes.")});
    button(p, {left + 172, 636}, {160, 46}, tr("Medals"), false);
  }

 private:
  static constexpr int kBack = 0, kMedals = 1;

  [[nodiscard]] std::vector<std::pair<const char*, std::string>> figures() const {
    return {{tr("Time with your hands on"), longTime(m_all.seconds)},
            {tr("Sessions"), words::number(m_all.runs)},
            {tr("Stars"), words::number(m_services.player.campaignStars(m_services.levels))},
            {tr("Knots let go"), words::number(m_all.released)},
            {tr("Days on which you played"), words::number(m_all.days)}};
  }

  void drawFigures(Painter& p, float x, float width) const {
    const auto all = figures();
    const float pitch = 84;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const float y = 152 + pitch * static_cast<float>(i);
      p.text(all[i].second, {x, y + 34}, Face::Light, 34, theme::ink);
      p.typeAtMost(1.2F, [&] {
        p.paragraph(all[i].first, {x, y + 58}, width, 18, Face::Regular, theme::body, theme::ink2, 1);
      });
      p.segment({x, y + pitch - 12}, {x + width, y + pitch - 12}, 1, theme::fade(theme::line, .45F));
    }
  }

  // How often each was earned; those that never were are not named.
  void drawMedals(Painter& p, float x, float width) const {
    p.typeAtMost(1.1F, [&] {
      Vec2 o{x, 578};
      for (int i = 0; i < sim::kMedalCount; ++i) {
        const auto medal = static_cast<sim::Medal>(i);
        const int count = m_all.medals[static_cast<std::size_t>(i)];
        if (count == 0) continue;
        const std::string word = words::number(count);
        const float wide = p.textWidth(word, Face::Medium, theme::small) + 42;
        if (o.x + wide > x + width) break;
        p.roundRect(o, {wide, 30}, 15, theme::fade(theme::gold, .12F), theme::fade(theme::gold, .9F));
        glyph(p, words::medalSign(medal), o + Vec2{18, 15}, 16, theme::gold, 1.4F);
        p.text(word, o + Vec2{32, 20}, Face::Medium, theme::small, theme::ink);
        o.x += wide + 8;
      }
    });
  }

  void drawMoves(Painter& p, float x, float width) const {
    widgets::card(p, {x, 136}, {width, 546});
    p.text(tr("Moves"), {x + 28, 172}, Face::SemiBold, theme::body, theme::ink);
    p.typeAtMost(1.2F, [&] {
      p.text(tr("time and quality"), {x + width - 28, 172}, Face::Regular, theme::small, theme::ink2, Align::Right);
    });
    const float pitch = 44;
    for (int i = 0; i < level::kTechniqueCount; ++i) {
      const auto technique = static_cast<level::Technique>(i);
      const profile::Tried& move = m_moves[static_cast<std::size_t>(i)];
      const float y = 212 + pitch * static_cast<float>(i);
      const bool tried = move.seconds > 0;
      glyph(p, glyphOf(technique), {x + 42, y - 5}, 22, tried ? theme::ink : theme::ink3, 1.6F);
      p.typeAtMost(1.2F, [&] {
        p.text(labelOf(technique), {x + 68, y}, Face::Medium, theme::body, tried ? theme::ink : theme::ink2);
        p.text(tried ? words::clock(static_cast<int>(std::lround(move.seconds))) : std::string("–"),
               {x + width - 188, y}, Face::Medium, theme::body, tried ? theme::ink : theme::ink2, Align::Right);
      });
      p.bar({x + width - 168, y - 7}, {140, 4}, theme::fade(theme::ink, .13F), theme::fade(theme::ink, .13F));
      if (tried) p.bar({x + width - 168, y - 7}, {140 * std::max(.03F, move.quality), 4}, theme::jade, theme::gold);
    }
  }

  profile::Store::Statistics m_all;
  std::array<profile::Tried, level::kTechniqueCount> m_moves{};
};

}  // namespace
std::unique_ptr<Screen> makeStatistics(Services& s) { return std::make_unique<Statistics>(s); }
}  // namespace knead::app
