// The list of levels by chapter. Chooses; does not play.
#include "app/screens/screen.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/furniture.hpp"
#include "app/view/plate.hpp"
#include "app/words/pains.hpp"
#include "app/words/words.hpp"
#include "core/translatable.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Key;
using words::fill;
using words::painWord;
using words::tr;
using words::trn;
// Other choices are rows of the list.
constexpr int kMeet = 100000, kRows = 10;
constexpr float kRowPitch = 50, kListTop = 150;

// The folder of a chapter as words; a chapter that is not known is shown as its folder.
std::string chapterWord(const std::string& chapter) {
  constexpr std::array<std::pair<std::string_view, const char*>, 6> kChapters = {
      {{"1-hands", N_("Hands")},
       {"2-order", N_("Order")},
       {"3-contrast", N_("Contrast")},
       {"4-people", N_("People")},
       {"5-know-when-not-to", N_("Know when not to")},
       {"6-mastery", N_("Mastery")}}};
  for (const auto& [id, word] : kChapters) {
    if (chapter == id) return tr(word);
  }
  return chapter;
}

class LevelList final : public Screen {
 public:
  explicit LevelList(Services& s) : Screen(s), m_ground(s.kit, true) {
    goTo(std::clamp(s.row, 0, std::max(0, count() - 1)));
  }

  void handle(const platform::InputEvent& e) override {
    if (e.kind == Kind::KeyDown && e.key == Key::Escape) m_services.next = makeTitle(m_services);
    if (count() == 0) return;
    if (e.kind == Kind::Wheel) goTo(std::clamp(m_at - static_cast<int>(e.wheel), 0, count() - 1));
    const bool inList = m_choices.focused() != kMeet;
    // The list is longer than the window: up and down walk through all of it, and round.
    if (e.kind == Kind::KeyDown && inList && (e.key == Key::Down || e.key == Key::Up)) {
      m_choices.show();
      goTo((m_at + (e.key == Key::Down ? 1 : count() - 1)) % count());
      return;
    }
    if (e.kind == Kind::KeyDown && (e.key == Key::Left || e.key == Key::Right || e.key == Key::Tab)) {
      m_choices.show();
      const bool toMeet = e.key == Key::Right || (e.key == Key::Tab && inList);
      m_choices.focus(toMeet ? kMeet : m_at);
      return;
    }
    const auto chosen = m_choices.handle(e);
    if (!chosen) {
      // Focus may only leave the button for the row that is chosen.
      if (m_choices.focused() != kMeet) m_choices.focus(m_at);
      return;
    }
    const bool again = *chosen == m_at;
    if (*chosen == kMeet || again)
      open();
    else
      goTo(*chosen);
  }

  void update(float) override {}
  [[nodiscard]] bool still() const override { return true; }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    const bool narrow = W < 1180;
    const float left = narrow ? 40 : std::max(64.0F, W / 2 - 576), right = W - left;
    const float listWidth = narrow ? 430 : 564, cardX = left + listWidth + (narrow ? 20 : 44);
    m_ground.keep({0, 0}, {W, 720}, p.scale(), {}, [&](Painter& q) { drawGround(q, W, {W * .3F, 300}); });
    m_ground.draw(target);
    p.text(tr("Clients"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.text(fill(tr("{got} of {most} stars"),
                {{"got", std::to_string(m_services.player.progress().stars())}, {"most", std::to_string(3 * count())}}),
           {left, 122}, Face::Regular, theme::body, theme::ink2);
    m_choices.clear();
    m_top = std::clamp(m_at - 4, 0, std::max(0, count() - kRows));
    for (int i = m_top; i < std::min(m_top + kRows, count()); ++i) {
      const Vec2 at{left, kListTop + static_cast<float>(i - m_top) * kRowPitch};
      m_choices.add(i, at, {listWidth, 46}, 14);
      drawRow(p, at, listWidth, i, narrow);
    }
    if (count() > 0) drawCard(p, {cardX, kListTop}, right - cardX, narrow);
    keyHints(p, {right, 684},
             {{tr("Up"), ""}, {tr("Down"), tr("choose")}, {tr("Enter"), tr("meet")}, {tr("Esc"), tr("back")}},
             Align::Right);
    m_choices.drawRing(p);
    p.flush(target);
  }

 private:
  [[nodiscard]] int count() const { return static_cast<int>(m_services.levels.levels.size()); }
  [[nodiscard]] const level::Level& levelAt(int i) const {
    return m_services.levels.levels[static_cast<std::size_t>(i)].level;
  }
  void goTo(int row) {
    m_at = m_services.row = row;
    m_choices.focus(row);
  }
  void open() { m_services.next = makeIntake(m_services, levelAt(m_at)); }

  void drawRow(Painter& p, Vec2 at, float width, int i, bool narrow) const {
    const level::Level& l = levelAt(i);
    const bool on = i == m_at;
    const profile::LevelProgress* progress = m_services.player.progress().of(l.id);
    const int stars = progress != nullptr ? progress->bestStars : 0;
    if (on) p.roundRect(at, {width, 46}, 14, theme::fade(theme::card, .85F), theme::fade(theme::line, .9F), 1.2F);
    p.text(std::to_string(l.number), at + Vec2{32, 29}, Face::SemiBold, theme::label, on ? theme::gold : theme::ink2,
           Align::Right);
    p.text(tr(l.title), at + Vec2{48, 20}, on ? Face::SemiBold : Face::Medium, theme::label, theme::ink);
    p.text(fill(tr("{person}  ·  {pain}"), {{"person", l.person.name}, {"pain", painWord(l.pain)}}), at + Vec2{48, 39},
           Face::Regular, theme::small, theme::ink2);
    if (!narrow)
      p.text(chapterWord(l.chapter), at + Vec2{width - 86, 29}, Face::Regular, theme::small, theme::ink2, Align::Right);
    for (int s = 0; s < 3; ++s) star(p, at + Vec2{width - 62 + static_cast<float>(s) * 20, 23}, 6, s < stars);
  }

  void drawCard(Painter& p, Vec2 at, float width, bool narrow) {
    const level::Level& l = levelAt(m_at);
    const float pad = 26, x = at.x + pad, w = width - 2 * pad;
    p.roundRect(at, {width, 460}, 16, theme::fade(theme::card, .72F), theme::fade(theme::line, .55F));
    p.text(tr(l.title), {x, at.y + 46}, Face::Serif, narrow ? 27 : 30, theme::ink);
    float y = p.paragraph(fill(tr("{person}, {role}"), {{"person", l.person.name}, {"role", tr(l.person.role)}}),
                          {x, at.y + 76}, w, 20, Face::Regular, theme::body, theme::ink2, 2);
    y = p.paragraph(words::quoted(l.person.words), {x, y + 26}, w, 29, Face::Italic, 23, theme::ink, 5);
    const int minutes = l.seconds / 60, rest = l.seconds % 60;
    float chip = x;
    chip += widgets::chip(p, {chip, y}, std::to_string(minutes) + (rest < 10 ? ":0" : ":") + std::to_string(rest),
                          theme::ink) +
            8;
    const auto knots = l.knots.size();
    chip += widgets::chip(p, {chip, y},
                          fill(trn("{count} knot", "{count} knots", knots), {{"count", std::to_string(knots)}}),
                          theme::ink) +
            8;
    if (const profile::LevelProgress* progress = m_services.player.progress().of(l.id);
        progress != nullptr && progress->bestScore() > 0)
      widgets::chip(p, {chip, y}, fill(tr("Best {score}"), {{"score", words::number(progress->bestScore())}}),
                    theme::gold, true);
    p.paragraph(tr(l.lesson), {x, y + 58}, w, 22, Face::Regular, theme::label, theme::ink2, 4);
    const Vec2 button0{x, at.y + 390}, size{w, 48};
    m_choices.add(kMeet, button0, size, 24);
    button(p, button0, size, fill(tr("Meet {person}"), {{"person", l.person.name}}), true);
  }

  Plate m_ground;
  Choices m_choices{0};
  int m_at = 0, m_top = 0;
};

}  // namespace
std::unique_ptr<Screen> makeLevelList(Services& s) { return std::make_unique<LevelList>(s); }
}  // namespace knead::app
