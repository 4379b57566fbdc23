// The player's own best runs, level by level; every run is a recording that can be watched. Other people's runs need a
// server and are not here.
#include "app/exports.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/furniture.hpp"
#include "app/view/plate.hpp"
#include "app/view/portrait.hpp"
#include "app/words/medals.hpp"
#include "app/words/words.hpp"
#include "replay/write.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Action;
using words::fill;
using words::tr;

// Choices 0 to 9 are runs, from kSave on the ways to save them.
constexpr int kBefore = 20, kAfter = 21, kPlay = 22, kSave = 30;
constexpr float kListTop = 186, kRowPitch = 46, kRowHeight = 42;

class Boards final : public Screen {
 public:
  explicit Boards(Services& s)
      : Screen(s), m_ground(s.kit, true), m_at(std::clamp(s.row, 0, std::max(0, count() - 1))) {
    focusFirst();
  }

  void handle(const platform::InputEvent& e) override {
    if (e.asks(Action::Back)) m_services.back = true;
    // Left and right go from level to level, as on the path.
    const bool onRuns = m_choices.focused() < kBefore;
    if (onRuns && (e.asks(Action::Left) || e.asks(Action::Right))) return go(e.asks(Action::Right) ? 1 : -1);
    if (onRuns && e.asks(Action::Usual)) return save(static_cast<std::size_t>(m_choices.focused()));
    const auto chosen = m_choices.handle(e);
    if (!chosen) return;
    if (*chosen == kBefore || *chosen == kAfter) {
      go(*chosen == kAfter ? 1 : -1);
      m_choices.focus(*chosen);
    } else if (*chosen == kPlay) {
      m_services.row = m_at;
      m_services.next = makeIntake(m_services, level());
    } else if (*chosen >= kSave) {
      save(static_cast<std::size_t>(*chosen - kSave));
    } else {
      watch(static_cast<std::size_t>(*chosen));
    }
  }
  void update(float) override {}
  [[nodiscard]] bool still() const override { return true; }
  [[nodiscard]] Choices* choices() override { return &m_choices; }
  [[nodiscard]] std::string spoken() const override {
    return std::string(tr("Boards")) + ". " + tr("Your own runs on this machine. Each is a recording you can watch.");
  }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    const bool narrow = W < 1180;
    const float left = narrow ? 40 : std::max(64.0F, W / 2 - 576), right = W - left;
    const float side = narrow ? 320 : 436, list = right - left - side - (narrow ? 28 : 68);
    m_ground.keep({0, 0}, {W, 720}, p.scale(), {}, [&](Painter& q) { drawGround(q, W, {W * .4F, 330}); });
    m_ground.draw(target);
    p.text(tr("Boards"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.text(tr("Your own runs on this machine. Each is a recording you can watch."), {left, 122}, Face::Regular,
           theme::body, theme::ink2);
    m_choices.clear();
    if (count() > 0) {
      drawTurn(p, left, list);
      drawRuns(p, left, list, narrow);
      drawPerson(p, right - side, side, narrow);
    }
    m_choices.drawRing(p);
    keyHints(p, {right, 694},
             {{m_services.controls.label(Action::Left), ""},
              {m_services.controls.label(Action::Right), tr("level")},
              {m_services.controls.label(Action::Confirm), tr("watch")},
              {m_services.controls.label(Action::Usual), tr("save")},
              {m_services.controls.label(Action::Back), tr("back")}},
             Align::Right);
    p.flush(target);
  }

 private:
  [[nodiscard]] int count() const { return static_cast<int>(m_services.levels.levels.size()); }
  [[nodiscard]] const level::Level& level() const {
    return m_services.levels.levels[static_cast<std::size_t>(m_at)].level;
  }
  [[nodiscard]] std::vector<profile::Run> runs() const {
    if (count() == 0) return {};
    const profile::LevelProgress* progress = m_services.player.progress().of(level().id);
    return progress == nullptr || progress->levelHash != level().hash ? std::vector<profile::Run>{} : progress->runs;
  }
  void focusFirst() { m_choices.focus(runs().empty() ? kPlay : 0); }
  void go(int way) {
    m_choices.show();
    m_at = (m_at + way + count()) % std::max(1, count());
    focusFirst();
  }

  void watch(std::size_t run) {
    const std::vector<profile::Run> all = runs();
    if (run >= all.size()) return;
    if (!all[run].recorded) return m_services.toast.say(tr("This run was not recorded."));
    auto read = ofLevel(m_services.player.recording(all[run]), level(), tr("Recording"));
    if (!read) return m_services.toast.say(read.error().text(), 6);
    m_services.over = makeReplayViewer(m_services, level(), read.value());
  }

  // A copy of the recording, as one file to give away.
  void save(std::size_t run) {
    const std::vector<profile::Run> all = runs();
    if (run >= all.size() || !all[run].recorded) return m_services.toast.say(tr("This run was not recorded."));
    const auto recording = m_services.player.recording(all[run]);
    if (!recording) return m_services.toast.say(recording.error().text(), 6);
    const std::string folder = recordingsFolder(m_services.options);
    const std::string name = freeName(folder, level().id, "knead");
    const auto wrote =
        replay::writeReplayFile(name.empty() ? folder + "/" + level().id + ".knead" : name, recording.value());
    m_services.toast.say(
        wrote ? fill(tr("Recording saved in {folder}."), {{"folder", shownFolder(folder)}}) : wrote.error().text(), 5);
  }

  void drawTurn(Painter& p, float x, float width) {
    const auto arrow = [&](int id, float at, float way) {
      m_choices.add(id, {at - 18, 142}, {36, 36}, 12,
                    {way < 0 ? tr("Level before") : tr("Next level"), "", tr("The board of another person.")});
      p.polyline({{at - 4 * way, 153}, {at + 4 * way, 160}, {at - 4 * way, 167}}, 1.8F, theme::ink2);
    };
    arrow(kBefore, x + 6, -1);
    const std::string title =
        fill(tr("{number} · {level}"), {{"number", std::to_string(level().number)}, {"level", tr(level().title)}});
    p.text(title, {x + 34, 166}, Face::SemiBold, 17, theme::ink);
    arrow(kAfter, x + width - 6, 1);
  }

  void drawRuns(Painter& p, float x, float width, bool narrow) {
    const std::vector<profile::Run> all = runs();
    if (all.empty()) {
      p.paragraph(fill(tr("{person} has not been here yet."), {{"person", level().person.name}}), {x, kListTop + 44},
                  width, 28, Face::Italic, 22, theme::ink);
      p.paragraph(tr("Play this level, and your runs stand here, best first."), {x, kListTop + 78}, width, 22,
                  Face::Regular, theme::body, theme::ink2);
      return;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      const profile::Run& run = all[i];
      const float y = kListTop + kRowPitch * static_cast<float>(i), base = y + 27;
      m_choices.add(
          static_cast<int>(i), {x, y}, {width, kRowHeight}, 21,
          {fill(tr("{number} · {level}"), {{"number", std::to_string(i + 1)}, {"level", words::number(run.score)}}),
           fill(words::trn("{count} star", "{count} stars", static_cast<std::size_t>(run.stars)),
                {{"count", std::to_string(run.stars)}}),
           run.day});
      if (i == 0) p.roundRect({x, y}, {width, kRowHeight}, 21, theme::fade(theme::gold, .10F), theme::gold, 1.2F);
      p.text(std::to_string(i + 1), {x + 40, base}, Face::SemiBold, theme::body, i == 0 ? theme::gold : theme::ink2,
             Align::Right);
      p.text(run.day, {x + 62, base}, Face::Regular, theme::small, theme::ink2);
      const auto medals = words::medalsIn(run.medals);
      for (std::size_t m = 0; m < medals.size(); ++m)
        glyph(p, words::medalSign(medals[m]), {x + 168 + 20 * static_cast<float>(m), y + kRowHeight / 2}, 14,
              theme::gold, 1.3F);
      if (!narrow) drawThreads(p, x + 280, x + 280 + width - 540, y + kRowHeight / 2, run.score);
      const float end = x + width - 16;
      if (run.assisted)
        p.text(tr("assisted"), {end - 30, base}, Face::Regular, theme::small, theme::ink2, Align::Right);
      if (run.recorded) drawSave(p, static_cast<int>(i), {end - 14, y + kRowHeight / 2});
      p.text(words::number(run.score), {end - 104, base}, Face::SemiBold, theme::label, theme::ink, Align::Right);
      for (int s = 0; s < 3; ++s)
        star(p, {end - 228 + 18 * static_cast<float>(s), y + kRowHeight / 2}, 6, s < run.stars);
    }
  }

  void drawSave(Painter& p, int run, Vec2 o) {
    m_choices.add(kSave + run, o - Vec2{18, 18}, {36, 36}, 18,
                  {tr("Save"), "", tr("Puts a copy of the recording into your documents.")});
    saveSign(p, o, theme::ink2);
  }

  // Three strands that calm down on the way, the sooner the better the run.
  static void drawThreads(Painter& p, float from, float to, float y, int score) {
    const float share = static_cast<float>(score) / 100000;
    for (int k = -1; k <= 1; ++k) {
      std::vector<LinePoint> line;
      for (int i = 0; i <= 48; ++i) {
        const float t = static_cast<float>(i) / 48, tense = std::max(0.0F, 1 - t * (.6F + 1.6F * share));
        const float wave = std::sin(t * 9 + static_cast<float>(k)) * 5 * tense * (1.3F - share);
        line.push_back({{from + (to - from) * t, y + static_cast<float>(k) * 4 + wave},
                        1.2F,
                        theme::fade(theme::ramp(tense), .85F)});
      }
      p.ribbon(line);
    }
  }

  void drawPerson(Painter& p, float x, float width, bool narrow) {
    const level::Level& l = level();
    widgets::card(p, {x, 136}, {width, 300});
    drawPortrait(p, {x + width - 66, 196}, 40, m_services.shelf.people.who(l.person).hair);
    p.text(l.person.name, {x + 28, 178}, Face::SemiBold, 20, theme::ink);
    const float role =
        p.paragraph(tr(l.person.role), {x + 28, 202}, width - 150, 19, Face::Regular, theme::body, theme::ink2, 3);
    p.fitting(376, [&] {
      return p.paragraph(words::quoted(l.person.words), {x + 28, std::max(270.0F, role + 14)}, width - 56,
                         narrow ? 25 : 28, Face::Italic, narrow ? 19 : 22, theme::ink, narrow ? 4 : 3);
    });
    const char* play = runs().empty() ? tr("Play") : tr("Play again");
    m_choices.add(kPlay, {x + 28, 372}, {narrow ? width - 56 : 200, 44}, 22, {play, tr(l.title), ""});
    button(p, {x + 28, 372}, {narrow ? width - 56 : 200, 44}, play, true);
    drawMine(p, x, width);
  }

  // The levels next to this one, so that the list is seen to go on.
  void drawMine(Painter& p, float x, float width) const {
    p.typeAtMost(width < 340 ? 1.0F : 1.15F, [&] { drawNeighbours(p, x, width); });
  }
  void drawNeighbours(Painter& p, float x, float width) const {
    widgets::card(p, {x, 456}, {width, 196});
    p.text(tr("Your levels"), {x + 28, 488}, Face::SemiBold, theme::small, theme::ink2);
    const int first = std::clamp(m_at - 2, 0, std::max(0, count() - 4));
    for (int i = first; i < std::min(first + 4, count()); ++i) {
      const level::Level& l = m_services.levels.levels[static_cast<std::size_t>(i)].level;
      const profile::LevelProgress* progress = m_services.player.progress().of(l.id);
      const float y = 520 + 34 * static_cast<float>(i - first);
      const bool on = i == m_at;
      p.text(std::to_string(l.number), {x + 46, y}, Face::SemiBold, theme::body, on ? theme::gold : theme::ink2,
             Align::Right);
      p.text(tr(l.title), {x + 60, y}, on ? Face::SemiBold : Face::Regular, theme::small, theme::ink);
      p.text(progress != nullptr && progress->bestScore() > 0 ? words::number(progress->bestScore()) : std::string("–"),
             {x + width - 28, y}, Face::Medium, theme::body, on ? theme::gold : theme::ink, Align::Right);
    }
  }

  Plate m_ground;
  Choices m_choices{kPlay};
  int m_at = 0;
};

}  // namespace
std::unique_ptr<Screen> makeBoards(Services& s) { return std::make_unique<Boards>(s); }
}  // namespace knead::app
