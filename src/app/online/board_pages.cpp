#include "app/online/board_pages.hpp"

namespace knead::app {
namespace {

constexpr auto kFresh = std::chrono::seconds(20), kAfterProblem = std::chrono::seconds(5);
constexpr std::size_t kMostPages = 200;
constexpr int kBoardLines = 50;

}  // namespace

void BoardPages::follow() {
  if (m_number == m_connection.number()) return;
  m_number = m_connection.number();
  m_kept.clear();
}

BoardPages::Kept& BoardPages::of(const std::string& board, BoardPart part) { return m_kept[{board, part}]; }

const BoardPage& BoardPages::look(const board::Key& key, BoardPart part) {
  follow();
  const std::string id = board::idOf(key);
  if (m_kept.size() > kMostPages) m_kept.clear();
  Kept& page = of(id, part);
  const auto now = Clock::now();
  // Whoever reads on below the first lines is not thrown back to them.
  const bool readsOn = part == BoardPart::Top && page.board.lines.size() > static_cast<std::size_t>(kBoardLines);
  if (page.asked || now < page.askAt || readsOn) return page;
  m_connection.want();
  if (!m_connection.server()) {
    if (m_connection.state() == Connection::State::Away) page.problem = m_connection.words();
    return page;
  }
  const auto& me = m_connection.me();
  std::vector<board::PublicKey> players;
  if (me) players.push_back(me->key());
  for (const Player::Friend& one : m_player.friends()) players.push_back(one.key);
  page.asked = true;
  m_connection.ask(
      [id, part, players](const online::Client& client) -> online::Answer<online::Board> {
        if (part == BoardPart::Top || players.empty()) return client.top(id, {}, kBoardLines);
        return part == BoardPart::Near ? client.around(id, players.front()) : client.among(id, players);
      },
      [this, id, part](online::Answer<online::Board> answer) {
        Kept& kept = of(id, part);
        kept.asked = false;
        kept.askAt = Clock::now() + (answer ? Clock::duration(kFresh) : Clock::duration(kAfterProblem));
        kept.problem = answer ? std::string() : wordsOf(answer.problem);
        if (!answer) return;
        kept.board = std::move(*answer.value);
        kept.known = true;
      });
  return page;
}

void BoardPages::fold(const board::Key& key) {
  const auto found = m_kept.find({board::idOf(key), BoardPart::Top});
  if (found != m_kept.end() && found->second.board.lines.size() > static_cast<std::size_t>(kBoardLines))
    m_kept.erase(found);
}

void BoardPages::more(const board::Key& key) {
  const std::string id = board::idOf(key);
  Kept& page = of(id, BoardPart::Top);
  if (page.asked || page.board.after.empty()) return;
  page.asked = true;
  m_connection.ask(
      [id, after = page.board.after](const online::Client& client) { return client.top(id, after, kBoardLines); },
      [this, id, after = page.board.after](online::Answer<online::Board> answer) {
        Kept& kept = of(id, BoardPart::Top);
        kept.asked = false;
        if (!answer) {
          kept.problem = wordsOf(answer.problem);
          return;
        }
        if (kept.board.after != after) return;  // asked for anew in the meantime
        for (online::Line& line : answer.value->lines) kept.board.lines.push_back(std::move(line));
        kept.board.after = answer.value->after;
      });
}

}  // namespace knead::app
