#include "app/screens/ghost_row.hpp"

#include <cmath>

#include "app/online/online.hpp"
#include "app/screens/file_list.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

using platform::Action;
using profile::Option;
using words::tr;

constexpr float kRowHigh = 38, kLight = 150, kRowGap = 10;

}  // namespace

GhostRow::GhostRow(Services& s, const level::Level& level, int base)
    : m_services(&s), m_level(&level), m_base(base), m_choices(ghostChoices(s.player, level)) {}

const GhostChoice& GhostRow::now() const {
  const int kind = m_services->player.settings().get(Option::Ghost);
  for (const GhostChoice& one : m_choices)
    if (one.kind == kind) return one;
  return m_choices.front();
}

// Who is next above on the board, as far as that is known by now; their recording is fetched while the player reads.
void GhostRow::lookAtBoard() {
  Online& online = m_services->online;
  std::erase_if(m_choices, [](const GhostChoice& one) { return one.kind == profile::kGhostBoard; });
  if (online.connection.state() == Connection::State::Off) return;
  const bool wanted = m_services->player.settings().get(Option::Ghost) == profile::kGhostBoard;
  const online::Line* line = wanted ? online.rival.above(*m_level) : nullptr;
  m_choices.push_back({profile::kGhostBoard,
                       line != nullptr ? words::fill(tr("{name}: {score}"),
                                                     {{"name", nameOf(*line)}, {"score", words::number(line->score)}})
                                       : std::string(tr("Next on the board")),
                       line != nullptr && online.rival.ghost(*m_level, *line).has_value()});
}

bool GhostRow::handle(const platform::InputEvent& e, const Choices& choices, std::optional<int> chosen) {
  const int light = m_services->player.settings().get(Option::GhostLight);
  const profile::OptionRow& row = profile::rowOf(Option::GhostLight);
  if (choices.focused() == m_base + 1 && (e.asks(Action::Left) || e.asks(Action::Right))) {
    change(light + (e.asks(Action::Right) ? row.step : -row.step));
    return true;
  }
  if (chosen == m_base) {
    next();
    return true;
  }
  if (chosen != m_base + 1) return false;
  const float share = (e.x - m_trackX) / m_trackWidth;
  if (e.kind == platform::InputEvent::Kind::MouseDown && share > -.1F && share < 1.1F)
    change(static_cast<int>(std::lround(clamp01(share) * static_cast<float>(row.high))));
  else
    change(light >= row.high ? row.low : light + row.step);
  return true;
}

void GhostRow::change(int light) { m_services->player.set(Option::GhostLight, light); }

// The next kind; a file is asked for.
void GhostRow::next() {
  Player& player = m_services->player;
  const auto at = static_cast<std::size_t>(&now() - m_choices.data());
  const int kind = m_choices[(at + 1) % m_choices.size()].kind;
  player.set(Option::Ghost, kind);
  if (kind == profile::kGhostFile)
    m_services->over = makeFileList(*m_services, tr("Race a recording"), "knead", [this](const std::string& file) {
      m_services->player.setGhostFile(file);
      m_choices = ghostChoices(m_services->player, *m_level);
      check();
    });
  else
    check();
}

// What cannot be raced here is said now, not when the session has begun.
void GhostRow::check() {
  const auto ghost = ghostFor(m_services->player, *m_level);
  if (ghost) return;
  m_services->toast.say(ghost.error().text(), 8);
  // Another file may fit: the next time it is asked for again.
  if (now().kind == profile::kGhostFile) m_services->player.setGhostFile("");
  m_choices = ghostChoices(m_services->player, *m_level);
  m_services->player.set(Option::Ghost, profile::kGhostNone);
}

void GhostRow::draw(Painter& p, Choices& choices, Vec2 at, float width) {
  lookAtBoard();
  const int light = m_services->player.settings().get(Option::GhostLight);
  const bool on = now().kind != profile::kGhostNone && now().there && light > 0;
  // Nobody is raced: there is nothing to see more or less of.
  const bool raced = now().kind != profile::kGhostNone;
  const Vec2 kind{raced ? width - kLight - kRowGap : width, kRowHigh}, track{at.x + width - kLight, at.y};
  choices.add(m_base, at, kind, 14, {tr("Ghost"), now().words, tr("An earlier run works beside you.")});
  p.roundRect(at, kind, 14, theme::fade(theme::card, .86F), on ? theme::ghost() : theme::fade(theme::line, .6F));
  p.circle(at + Vec2{22, kRowHigh / 2}, 8, 1.4F, theme::fade(theme::ghost(), on ? 1 : .5F));
  p.circle(at + Vec2{22, kRowHigh / 2}, 5, 1, theme::fade(theme::ghost(), on ? .6F : .3F));
  const float room = kind.x - 52;
  p.typeAtMost(std::min(p.typeScale(), p.typeScale() * room / p.textWidth(now().words, Face::Medium, theme::small)),
               [&] {
                 p.text(now().words, at + Vec2{40, 24}, Face::Medium, theme::small, on ? theme::ink : theme::ink2);
               });
  m_trackWidth = 0;
  if (!raced) return;
  const std::string share = light > 0 ? words::percent(.01F * static_cast<float>(light)) : std::string(tr("off"));
  choices.add(m_base + 1, track, {kLight, kRowHigh}, 14,
              {tr("How much you see of it"), share, tr("Left and right, down to nothing.")});
  p.roundRect(track, {kLight, kRowHigh}, 14, theme::fade(theme::card, .86F), theme::fade(theme::line, .6F));
  m_trackX = track.x + 20;
  m_trackWidth = kLight - 40;
  widgets::slider(p, {m_trackX, track.y + kRowHigh / 2}, m_trackWidth, .01F * static_cast<float>(light));
}

}  // namespace knead::app
