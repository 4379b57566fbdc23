#include "app/screens/boards/online_list.hpp"

#include <algorithm>

#include "app/screens/boards/board_rows.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/words.hpp"
#include "core/date.hpp"
#include "replay/read.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;

constexpr std::array<replay::InputMode, 5> kDevices = {replay::InputMode::Mouse, replay::InputMode::Touch,
                                                       replay::InputMode::Keyboard, replay::InputMode::Gamepad,
                                                       replay::InputMode::Switch};
constexpr std::int64_t kDayMs = 86400000;

std::string dayOfMs(std::int64_t ms) { return dateOf(static_cast<int>(ms / kDayMs)); }

}  // namespace

const char* deviceWord(replay::InputMode mode) {
  switch (mode) {
    case replay::InputMode::Mouse: return tr("Mouse");
    case replay::InputMode::Touch: return tr("Finger");
    case replay::InputMode::Keyboard: return tr("Keys");
    case replay::InputMode::Gamepad: return tr("Gamepad");
    case replay::InputMode::Switch: return tr("Switch");
    default: break;
  }
  return "";
}

void OnlineList::show(const board::Key& key) {
  m_key = key;
  m_services->online.pages.fold(key);
  m_at = 0;
  m_lines.clear();
  m_list.toTop();
}

void OnlineList::setPart(BoardPart part) {
  m_part = part;
  show(m_key);
}

const BoardPage& OnlineList::page() {
  Online& online = m_services->online;
  if (m_number != online.connection.number()) {
    m_number = online.connection.number();
    const auto& me = online.connection.me();
    m_me = me ? std::optional(me->key()) : std::nullopt;
  }
  return online.pages.look(m_key, m_part);
}

const online::Line* OnlineList::line() const { return m_at < m_lines.size() ? &m_lines[m_at] : nullptr; }

int OnlineList::firstChoice() const {
  for (std::size_t i = 0; i < m_lines.size(); ++i)
    if (mine(m_lines[i])) return kLine + static_cast<int>(i);
  if (!m_lines.empty()) return kLine;
  const auto device = std::find(kDevices.begin(), kDevices.end(), m_key.mode);
  return kMode + (device != kDevices.end() ? static_cast<int>(device - kDevices.begin()) : 0);
}

void OnlineList::follow(const Choices& choices) {
  const int row = choices.focused() - kLine;
  if (row < 0 || row >= static_cast<int>(m_lines.size())) return;
  m_at = static_cast<std::size_t>(row);
  m_list.show(row);
  if (m_part == BoardPart::Top && row + 1 == static_cast<int>(m_lines.size())) m_services->online.pages.more(m_key);
}

bool OnlineList::choose(int chosen, const level::Level& level, Choices& choices) {
  if (chosen >= kLine) {
    m_at = static_cast<std::size_t>(chosen - kLine);
    choices.focus(kWatch);
  } else if (chosen >= kMode && chosen < kMode + static_cast<int>(kDevices.size())) {
    board::Key key = m_key;
    key.mode = kDevices[static_cast<std::size_t>(chosen - kMode)];
    show(key);
  } else if (chosen == kHelped) {
    board::Key key = m_key;
    key.assisted = !key.assisted;
    show(key);
  } else if (chosen == kWatch) {
    watch(level);
  } else if (chosen == kRace) {
    race(level);
  } else if (chosen == kFriend && line() != nullptr) {
    if (!m_services->player.turnFriend({line()->player, line()->name}))
      m_services->toast.say(tr("The list of friends is full."));
    m_services->online.pages.forget();
  } else {
    return false;
  }
  return true;
}

void OnlineList::watch(const level::Level& level) {
  if (line() == nullptr) return;
  Online& online = m_services->online;
  const auto ghost = online.rival.ghost(level, *line());
  if (ghost)
    m_services->over = makeReplayViewer(*m_services, level, ghost->replay);
  else if (const std::string problem = online.rival.problem(*line()); !problem.empty())
    m_services->toast.say(problem, 6);
  else
    m_services->toast.say(tr("The recording is on its way; choose it again."), 3);
}

// This run is raced on this level until another is chosen or the game ends.
void OnlineList::race(const level::Level& level) {
  if (line() == nullptr) return;
  const auto ghost = m_services->online.rival.ghost(level, *line());
  if (!ghost) return watch(level);
  m_services->player.set(profile::Option::Ghost, profile::kGhostBoard);
  m_services->online.rival.choose(level, *line());
  m_services->next = makeIntake(*m_services, level);
}

void OnlineList::draw(Painter& p, Choices& choices, float x, float width, bool narrow) {
  const BoardPage& shown = page();
  m_lines = shown.board.lines;
  m_list.layOut({x, kListTop}, {width + 20, kListEnd - kListTop}, kRowPitch, static_cast<int>(m_lines.size()));
  if (m_lines.empty()) {
    const std::string words =
        !shown.problem.empty() ? shown.problem
        : !shown.known         ? m_services->online.connection.words()
        : m_part == BoardPart::Near
            ? std::string(tr("You are not on this board yet. Play this person, and your place stands here."))
        : m_part == BoardPart::Friends
            ? std::string(tr("None of your friends was here yet. Choose a line of the top to make somebody a friend."))
            : std::string(tr("Nobody was here yet. Be the first."));
    p.within(words, {x, kListTop + 44}, width, 200, 28, Face::Italic, 22, theme::ink);
  }
  for (std::size_t i = 0; i < m_lines.size(); ++i) drawRow(p, choices, i, x, width, narrow);
  m_list.draw(p);
  drawDevices(p, choices, x, width);
}

void OnlineList::drawRow(Painter& p, Choices& choices, std::size_t row, float x, float width, bool narrow) {
  const online::Line& line = m_lines[row];
  const int number = static_cast<int>(row);
  const float y = m_list.y(number), base = y + 27;
  const std::string name = nameOf(line), place = words::number(static_cast<long>(line.rank));
  choices.add(kLine + number, {x, y}, {width, kRowHeight}, 21,
              {fill(tr("{place}: {name}"), {{"place", place}, {"name", name}}), words::number(line.score),
               mine(line) ? tr("you") : ""},
              !m_list.seen(number));
  if (!m_list.seen(number)) return;
  const bool own = mine(line), looked = row == m_at;
  if (own || looked)
    p.roundRect({x, y}, {width, kRowHeight}, 21, theme::fade(theme::gold, own ? .10F : .04F),
                own ? theme::gold : theme::fade(theme::line, .8F), 1.2F);
  p.typeAtMost(1.2F, [&] {
    p.text(place, {x + 52, base}, Face::SemiBold, theme::body, line.rank == 1 ? theme::gold : theme::ink2,
           Align::Right);
    const auto& friends = m_services->player.friends();
    const bool known =
        std::any_of(friends.begin(), friends.end(), [&](const Player::Friend& f) { return f.key == line.player; });
    if (known) p.disc({x + 66, y + kRowHeight / 2}, 3.5F, theme::jade);
    const float end = x + width - 20, room = width - 76 - (narrow ? 170.0F : 280.0F);
    const float type =
        p.typeScale() * std::min(1.0F, room / std::max(1.0F, p.textWidth(name, Face::Medium, theme::label)));
    p.typeAtMost(type, [&] { p.text(name, {x + 76, base}, Face::Medium, theme::label, theme::ink); });
    p.text(words::number(line.score), {end, base}, Face::SemiBold, theme::label, theme::ink, Align::Right);
    for (int s = 0; s < 3; ++s)
      star(p, {end - 136 + 18 * static_cast<float>(s), y + kRowHeight / 2}, 6, s < line.stars);
    if (!narrow)
      p.text(dayOfMs(line.receivedMs), {end - 160, base}, Face::Regular, theme::small, theme::ink2, Align::Right);
  });
}

// Each device has boards of its own, and so has whoever was helped.
void OnlineList::drawDevices(Painter& p, Choices& choices, float x, float width) {
  constexpr float kTop = 624, kHigh = 34, kGap = 6;
  p.typeAtMost(1.1F, [&] {
    const float each = (width - kGap * static_cast<float>(kDevices.size())) / static_cast<float>(kDevices.size() + 1);
    const auto cell = [&](int id, float at, const char* word, bool on, const char* value, const char* hint) {
      choices.add(id, {at, kTop}, {each, kHigh}, kHigh / 2, {word, value, hint});
      p.roundRect({at, kTop}, {each, kHigh}, kHigh / 2,
                  on ? theme::fade(theme::gold, .12F) : theme::fade(theme::card, .5F),
                  on ? theme::gold : theme::fade(theme::line, .6F));
      const float type =
          p.typeScale() * std::min(1.0F, (each - 12) / std::max(1.0F, p.textWidth(word, Face::Medium, theme::small)));
      p.typeAtMost(type, [&] {
        p.text(word, {at + each / 2, kTop + 22}, Face::Medium, theme::small, on ? theme::ink : theme::ink2,
               Align::Centre);
      });
    };
    float at = x;
    for (std::size_t i = 0; i < kDevices.size(); ++i, at += each + kGap)
      cell(kMode + static_cast<int>(i), at, deviceWord(kDevices[i]), m_key.mode == kDevices[i], "",
           tr("Runs that were played with this device."));
    cell(kHelped, at, tr("Assisted"), m_key.assisted, m_key.assisted ? tr("on") : tr("off"),
         tr("Runs with steady hand, wider tolerance, no timer, slower time or a led hand."));
  });
}

void OnlineList::drawLine(Painter& p, Choices& choices, float x, float width) {
  widgets::card(p, {x, 136}, {width, 300});
  const online::Line* one = line();
  if (one == nullptr) return;
  p.typeAtMost(1.15F, [&] {
    p.fitting(186, [&] {
      return p.paragraph(nameOf(*one), {x + 28, 180}, width - 56, 26, Face::SemiBold, 20, theme::ink, 1);
    });
    p.text(
        fill(tr("Place {place} of {players}."), {{"place", words::number(static_cast<long>(one->rank))},
                                                 {"players", words::number(static_cast<long>(page().board.players))}}),
        {x + 28, 212}, Face::Regular, theme::body, theme::ink2);
    p.text(fill(tr("{score} points"), {{"score", words::number(one->score)}}), {x + 28, 240}, Face::Medium,
           theme::label, theme::ink);
    p.text(fill(tr("Key {key}"), {{"key", board::shortOf(one->player)}}), {x + width - 28, 240}, Face::Regular,
           theme::small, theme::ink2, Align::Right);
  });
  const auto& friends = m_services->player.friends();
  const bool known =
      std::any_of(friends.begin(), friends.end(), [&](const Player::Friend& f) { return f.key == one->player; });
  float y = 266;
  const auto way = [&](int id, const char* word, const char* hint, bool primary) {
    choices.add(id, {x + 28, y}, {width - 56, 44}, 22, {word, nameOf(*one), hint});
    button(p, {x + 28, y}, {width - 56, 44}, word, primary);
    y += 54;
  };
  way(kWatch, tr("Watch"), tr("Shows this run as it was played."), true);
  way(kRace, tr("Race this run"), tr("It works beside you as a pale second hand."), false);
  if (!mine(*one))
    way(kFriend, known ? tr("No friend any more") : tr("Make a friend"), tr("Friends have a list of their own."),
        false);
}

}  // namespace knead::app
