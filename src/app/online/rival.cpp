#include "app/online/rival.hpp"

#include "app/drivers/drive.hpp"
#include "app/words/words.hpp"
#include "daily/daily.hpp"
#include "replay/read.hpp"

namespace knead::app {
namespace {
using words::fill;
using words::tr;
constexpr std::size_t kMostRivals = 20;
constexpr auto kAfterFailure = std::chrono::seconds(5);
}  // namespace

std::string nameOf(const online::Line& line) {
  return line.name.empty() ? fill(tr("Player {key}"), {{"key", board::shortOf(line.player)}}) : line.name;
}

board::Key Rival::boardOf(const level::Level& level) const {
  board::Key key;
  key.levelHash = level.hash;
  key.assisted = m_player.wouldBeAssisted();
  key.day = daily::dayOfId(level.id);
  if (const auto last = m_player.lastRun(level)) {
    key.mode = last->mode.value_or(key.mode);
    key.assisted = last->assisted;
  }
  return key;
}

void Rival::choose(const level::Level& level, const online::Line& line) {
  m_chosen = line;
  m_chosenLevel = level.hash;
}

Result<std::optional<Ghost>> Rival::wanted(const level::Level& level) {
  const online::Line* line = above(level);
  if (line == nullptr) return std::optional<Ghost>{};
  auto found = ghost(level, *line);
  if (const std::string wrong = problem(*line); !found && !wrong.empty()) return Error{"", "", wrong};
  return found;
}

const online::Line* Rival::above(const level::Level& level) {
  if (m_chosen && m_chosenLevel == level.hash) return &*m_chosen;
  const board::Key key = boardOf(level);
  const auto& me = m_connection.me();
  if (!me) return nullptr;
  const BoardPage& near = m_pages.look(key, BoardPart::Near);
  const online::Line* found = nullptr;
  for (const online::Line& line : near.board.lines) {
    if (line.player == me->key()) return found;
    found = &line;
  }
  // Not there yet: the lowest of the top that is better than the best here.
  if (!near.known) return nullptr;
  const profile::LevelProgress* progress = m_player.progress().of(level.id);
  const int mine = progress != nullptr && progress->levelHash == level.hash ? progress->bestScore() : 0;
  found = nullptr;
  for (const online::Line& line : m_pages.look(key, BoardPart::Top).board.lines)
    if (line.score > mine) found = &line;
  return found;
}

std::optional<Ghost> Rival::ghost(const level::Level& level, const online::Line& line) {
  if (m_kept.size() > kMostRivals || m_number != m_connection.number()) m_kept.clear();
  m_number = m_connection.number();
  Kept& kept = m_kept[line.run];
  if (kept.replay) return Ghost{nameOf(line), *kept.replay};
  if (kept.asked || std::chrono::steady_clock::now() < kept.askAt) return std::nullopt;
  kept.asked = true;
  m_connection.ask([run = line.run](const online::Client& client) { return client.recording(run); },
                   [this, run = line.run, level](const online::Answer<board::Bytes>& answer) {
                     Kept& one = m_kept[run];
                     if (!answer) {
                       one.problem = wordsOf(answer.problem);
                       one.asked = !answer.problem.forNow;
                       one.askAt = std::chrono::steady_clock::now() + kAfterFailure;
                       return;
                     }
                     auto read = ofLevel(replay::decode(*answer.value, tr("Recording")), level, tr("Recording"));
                     if (read)
                       one.replay = std::move(read).value();
                     else
                       one.problem = read.error().text();
                   });
  return std::nullopt;
}

std::string Rival::problem(const online::Line& line) const {
  const auto kept = m_kept.find(line.run);
  return kept != m_kept.end() ? kept->second.problem : std::string();
}

}  // namespace knead::app
