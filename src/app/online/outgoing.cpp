#include "app/online/outgoing.hpp"

#include <algorithm>

#include "app/log.hpp"
#include "app/words/words.hpp"
#include "board/submission.hpp"
#include "daily/daily.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;

constexpr auto kLookEvery = std::chrono::seconds(3);
// The first wait after a try that failed, seconds; twice as long after each, up to the last.
constexpr int kFirstWaitS = 5, kLongestWaitS = 600, kMostDoublings = 7, kLongestAskedS = 3600;

int waitAfter(int tries) { return std::min(kLongestWaitS, kFirstWaitS << std::min(tries, kMostDoublings)); }

}  // namespace

std::string wordsOf(const profile::Letter& letter) {
  const auto verdict = board::verdictOf(letter.verdict);
  if (!verdict) return tr("It waits to be sent.");
  std::string words = tr(board::wordsOf(*verdict));
  if (board::isAccepted(*verdict) && letter.place > 0)
    words +=
        " " + fill(tr("Place {place} of {players}."), {{"place", words::number(static_cast<long>(letter.place))},
                                                       {"players", words::number(static_cast<long>(letter.players))}});
  return words;
}

void Outgoing::update() {
  const auto now = std::chrono::steady_clock::now();
  if (m_connection.state() == Connection::State::Off || now < m_lookAt) return;
  if (m_sending == m_connection.number()) return;
  m_lookAt = now + kLookEvery;
  const auto letter = m_player.dueLetter();
  if (!letter) return;
  m_connection.want();
  const auto server = m_connection.server();
  const auto& me = m_connection.me();
  if (server && me) send(*letter, *server, *me);
}

void Outgoing::send(const profile::Letter& letter, const online::ServerInfo& server, const board::Identity& me) {
  board::Submission submission;
  submission.server = server.id;
  submission.recording = letter.recording;
  if (!letter.token.empty()) {
    if (const auto token = board::decodeToken(letter.token)) submission.token = token.value();
  }
  m_sending = m_connection.number();
  m_connection.ask(
      [submission = std::move(submission), me](const online::Client& client) -> online::Answer<online::Verdict> {
        const auto bytes = board::encode(submission, me);
        if (bytes) return client.submit(bytes.value());
        online::Verdict tooLarge;
        tooLarge.verdict = board::Verdict::TooLarge;
        return {tooLarge, {}};
      },
      [this, letter](const online::Answer<online::Verdict>& answer) { came(letter, answer); });
}

// What the server said cannot be written (a full disk): it would be asked again at once, for ever.
void Outgoing::restAWhile() { m_lookAt = std::chrono::steady_clock::now() + std::chrono::seconds(kLongestWaitS); }

void Outgoing::came(const profile::Letter& letter, const online::Answer<online::Verdict>& answer) {
  m_sending = 0;
  m_lookAt = {};
  // The server has become another one since it was asked who it is: what is signed next is for that one.
  const bool another = answer && answer.value->verdict == board::Verdict::OtherServer;
  if (another) m_connection.doubt();
  // What is no verdict says nothing of the run: it stays.
  if (!answer || another || board::isForNow(answer.value->verdict)) {
    const int asked = answer ? std::min(answer.value->waitSeconds, kLongestAskedS) : 0;
    // It is the server that is busy, not the letter: the next waits, too. Another server is asked at once.
    if (!another) m_lookAt = std::chrono::steady_clock::now() + std::chrono::seconds(std::max(asked, kFirstWaitS));
    if (!m_player.sendLater(letter, std::max(asked, waitAfter(letter.tries)))) restAWhile();
    return;
  }
  profile::Letter told = letter;
  told.verdict = board::idOf(answer.value->verdict);
  told.place = answer.value->rank;
  told.players = answer.value->players;
  if (!m_player.answered(told, told.verdict, told.place, told.players)) return restAWhile();
  ++m_answers;
  log::info("board: " + letter.level + " " + told.verdict);
  const level::LevelEntry* entry = m_levels.find(letter.level);
  const std::string title = entry != nullptr               ? std::string(tr(entry->level.title))
                            : daily::dayOfId(letter.level) ? std::string(tr("Today's back"))
                                                           : letter.level;
  m_news = fill(tr("{level}: {verdict}"), {{"level", title}, {"verdict", wordsOf(told)}});
}

}  // namespace knead::app
