// Who played how well: the player's own runs on this machine, and others' on a server where one is set. One level, or
// one day, at a time. What the lists show is in own_runs and online_list.
#include "app/screens/boards/board_rows.hpp"
#include "app/screens/boards/online_list.hpp"
#include "app/screens/boards/own_runs.hpp"
#include "app/screens/still_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/portrait.hpp"
#include "app/words/words.hpp"
#include "core/date.hpp"

namespace knead::app {
namespace {

using platform::Action;
using words::fill;
using words::tr;

enum class Tab { Own, Near, Top, Friends };

class Boards final : public StillPage {
 public:
  Boards(Services& s, Tab tab)
      : StillPage(s, kPlay),
        m_tab(tab),
        m_own(s),
        m_online(s, {}),
        m_at(std::clamp(s.row, 0, std::max(0, count() - 1))) {
    if (online()) m_online.setPart(partOf(m_tab));
    turn(0);
  }

  void handle(const platform::InputEvent& e) override {
    if (online() && m_online.scrolls(e)) return;
    const int focused = m_choices.focused();
    // From what can be done with a line back to the line.
    if (e.asks(Action::Back) && online() && focused >= OnlineList::kWatch && focused <= OnlineList::kFriend &&
        m_choices.focusedBox() != nullptr)
      return m_choices.focus(m_online.lineChoice());
    // Left and right go from level to level, as on the path.
    const bool onRuns = focused >= OnlineList::kLine || focused < OwnRuns::kMost;
    if (onRuns && (e.asks(Action::Left) || e.asks(Action::Right))) return turn(e.asks(Action::Right) ? 1 : -1);
    if (!online() && onRuns && e.asks(Action::Usual)) return m_own.save(level(), static_cast<std::size_t>(focused));
    StillPage::handle(e);
  }
  void focusMoved() override {
    if (online()) m_online.follow(m_choices);
  }
  [[nodiscard]] std::string spoken() const override {
    const std::string of = count() > 0 ? tr(level().title) + std::string(". ") : std::string();
    return std::string(tr("Boards")) + ". " + of + tabWord(m_tab) + ". " + (online() ? status() : ownWords());
  }

  void drawPage(Painter& p, float W) override {
    const bool narrow = isNarrow(W);
    const float left = marginOf(W), right = W - left;
    const float side = narrow ? 320 : 436, list = right - left - side - (narrow ? 28 : 68);
    p.text(tr("Boards"), {left, 78}, Face::Serif, theme::title, theme::ink);
    drawTabs(p, left, list);
    if (count() > 0) {
      drawTurn(p, left, list);
      if (!online())
        m_own.draw(p, m_choices, level(), left, list, narrow);
      else if (off())
        drawNone(p, left, list);
      else
        m_online.draw(p, m_choices, left, list, narrow);
      if (online() && !off() && !m_online.empty())
        m_online.drawLine(p, m_choices, right - side, side);
      else
        drawPerson(p, right - side, side, narrow);
      if (online())
        drawServer(p, right - side, side);
      else
        drawMine(p, right - side, side);
    }
    if (online())
      keyHints(p, {right, 694},
               {{m_services.controls.label(Action::Left), "", Action::Left},
                {m_services.controls.label(Action::Right), tr("level"), Action::Right},
                {m_services.controls.label(Action::Confirm), tr("choose"), Action::Confirm},
                {m_services.controls.label(Action::Back), tr("back"), Action::Back}},
               Align::Right);
    else
      keyHints(p, {right, 694},
               {{m_services.controls.label(Action::Left), "", Action::Left},
                {m_services.controls.label(Action::Right), tr("level"), Action::Right},
                {m_services.controls.label(Action::Confirm), tr("watch"), Action::Confirm},
                {m_services.controls.label(Action::Back), tr("back"), Action::Back}},
               Align::Right);
  }

 private:
  // Other choices are those of the lists.
  static constexpr int kBefore = 20, kAfter = 21, kPlay = 22, kTab = 40, kServer = 70;
  static constexpr int kDaysBack = 7;  // today's back and those before it

  [[nodiscard]] int count() const { return static_cast<int>(m_services.levels.levels.size()); }
  [[nodiscard]] bool online() const { return m_tab != Tab::Own; }
  [[nodiscard]] bool off() const { return m_services.online.connection.state() == Connection::State::Off; }
  [[nodiscard]] std::string status() const { return m_services.online.connection.words(); }
  [[nodiscard]] static const char* ownWords() {
    return tr("Your own runs on this machine. Each is a recording you can watch.");
  }
  [[nodiscard]] static const char* tabWord(Tab tab) {
    switch (tab) {
      case Tab::Own: return tr("My runs");
      case Tab::Near: return tr("Near me");
      case Tab::Top: return tr("Top");
      case Tab::Friends: return tr("Friends");
    }
    return "";
  }
  [[nodiscard]] static BoardPart partOf(Tab tab) {
    return tab == Tab::Near ? BoardPart::Near : tab == Tab::Top ? BoardPart::Top : BoardPart::Friends;
  }
  // Below nought are days: -1 is today.
  [[nodiscard]] const level::Level& level() const {
    return m_day ? *m_day : m_services.levels.levels[static_cast<std::size_t>(m_at)].level;
  }
  [[nodiscard]] int day() const { return m_services.player.day() + m_at + 1; }

  void turn(int way) {
    m_choices.show();
    if (count() == 0) return;
    m_at += way;
    if (m_at < -kDaysBack) m_at = count() - 1;
    if (m_at >= count()) m_at = -kDaysBack;
    m_day.reset();
    if (m_at < 0) {
      auto found = daily::levelOf(day(), m_services.shelf.daily);
      if (found)
        m_day = std::move(found).value();
      else
        m_at = 0;
    }
    const board::Key usual = m_services.online.rival.boardOf(level());
    board::Key key = way == 0 ? usual : m_online.key();  // what was chosen stays
    key.levelHash = usual.levelHash;
    key.day = usual.day;
    m_online.show(key);
    if (way != 0) m_services.anew = true;
    focusFirst();
  }
  void focusFirst() {
    if (online())
      m_choices.focus(off() ? kServer : m_online.firstChoice());
    else
      m_choices.focus(m_own.of(level()).empty() ? kPlay : OwnRuns::kRow);
  }

  void chose(int chosen) override {
    if (chosen == kBefore || chosen == kAfter) {
      turn(chosen == kAfter ? 1 : -1);
      m_choices.focus(chosen);
    } else if (chosen == kPlay) {
      m_services.row = std::max(0, m_at);
      m_services.next = makeIntake(m_services, level());
    } else if (chosen == kServer) {
      m_services.over = makeServerPage(m_services);
    } else if (chosen >= kTab && chosen < kTab + 4) {
      m_tab = static_cast<Tab>(chosen - kTab);
      if (online()) m_online.setPart(partOf(m_tab));
      m_services.anew = true;
    } else if (online() && m_online.choose(chosen, level(), m_choices)) {
      return;
    } else if (chosen >= OwnRuns::kSave && chosen < OwnRuns::kSave + OwnRuns::kMost) {
      m_own.save(level(), static_cast<std::size_t>(chosen - OwnRuns::kSave));
    } else if (chosen < OwnRuns::kMost) {
      m_own.watch(level(), static_cast<std::size_t>(chosen));
    }
  }

  void drawTabs(Painter& p, float x, float width) {
    constexpr float kTop = 98, kHigh = 36, kGap = 8;
    const float each = (width - 3 * kGap) / 4;
    for (int i = 0; i < 4; ++i) {
      const Tab tab = static_cast<Tab>(i);
      const Vec2 at{x + static_cast<float>(i) * (each + kGap), kTop};
      const bool on = tab == m_tab;
      m_choices.add(kTab + i, at, {each, kHigh}, kHigh / 2,
                    {tabWord(tab), on ? tr("open") : "", tab == Tab::Own ? ownWords() : status()});
      p.roundRect(at, {each, kHigh}, kHigh / 2, on ? theme::fade(theme::gold, .12F) : theme::fade(theme::card, .5F),
                  on ? theme::gold : theme::fade(theme::line, .6F), on ? 1.4F : 1);
      p.typeAtMost(1.2F, [&] {
        p.text(tabWord(tab), at + Vec2{each / 2, 24}, on ? Face::SemiBold : Face::Medium, theme::body,
               on ? theme::ink : theme::ink2, Align::Centre);
      });
    }
  }

  void drawTurn(Painter& p, float x, float width) {
    const auto arrow = [&](int id, float at, float way) {
      m_choices.add(
          id, {at - 18, 142}, {36, 36}, 12,
          {way < 0 ? tr("Level before") : tr("Next level"), tr(level().title), tr("The board of another person.")});
      p.polyline({{at - 4 * way, 153}, {at + 4 * way, 160}, {at - 4 * way, 167}}, 1.8F, theme::ink2);
    };
    arrow(kBefore, x + 6, -1);
    const std::string before = m_at >= 0    ? std::to_string(level().number)
                               : m_at == -1 ? std::string(tr("Today's back"))
                                            : dateOf(day());
    p.text(fill(tr("{number} · {level}"), {{"number", before}, {"level", tr(level().title)}}), {x + 34, 166},
           Face::SemiBold, 17, theme::ink);
    arrow(kAfter, x + width - 6, 1);
  }

  void drawNone(Painter& p, float x, float width) const {
    p.within(tr("Boards of others need a server: a club's, a friend's, or one that you run yourself."),
             {x, kListTop + 44}, width, 90, 28, Face::Italic, 22, theme::ink);
    p.within(tr("Without one everything works, and everything you play stays on this machine."), {x, kListTop + 140},
             width, 70, 22, Face::Regular, theme::body, theme::ink2);
  }

  // What the server is doing, and the way to its page.
  void drawServer(Painter& p, float x, float width) {
    widgets::card(p, {x, 456}, {width, 196});
    const auto letters = off() ? std::vector<profile::Letter>{} : m_services.player.letters(profile::kMostWaiting);
    const auto waiting = static_cast<std::size_t>(
        std::count_if(letters.begin(), letters.end(), [](const profile::Letter& one) { return one.waits(); }));
    std::string words = status();
    if (waiting > 0)
      words += " " + fill(words::trn("{count} run waits to be sent.", "{count} runs wait to be sent.", waiting),
                          {{"count", std::to_string(waiting)}});
    p.typeAtMost(1.15F, [&] {
      p.within(words, {x + 28, 490}, width - 56, 96, 20, Face::Regular, theme::body, theme::ink);
    });
    const char* way = off() ? tr("Set a board") : tr("The board and you");
    m_choices.add(kServer, {x + 28, 592}, {width - 56, 44}, 22, {way, "", tr("Address, name, and what was sent.")});
    button(p, {x + 28, 592}, {width - 56, 44}, way, off());
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
    const char* play = m_own.of(l).empty() ? tr("Play") : tr("Play again");
    m_choices.add(kPlay, {x + 28, 372}, {narrow ? width - 56 : 200, 44}, 22, {play, tr(l.title), ""});
    button(p, {x + 28, 372}, {narrow ? width - 56 : 200, 44}, play, true);
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

  Tab m_tab;
  OwnRuns m_own;
  OnlineList m_online;
  int m_at = 0;                       // a level, or below nought a day
  std::optional<level::Level> m_day;  // of a day
};

}  // namespace
std::unique_ptr<Screen> makeBoards(Services& s, int tab) {
  return std::make_unique<Boards>(s, static_cast<Tab>(std::clamp(tab, 0, 3)));
}
}  // namespace knead::app
