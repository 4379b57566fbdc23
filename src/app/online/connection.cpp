#include "app/online/connection.hpp"

#include <algorithm>

#include "app/log.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;

constexpr auto kAskAgain = std::chrono::seconds(15);
constexpr auto kBelieved = std::chrono::minutes(4);

}  // namespace

std::string wordsOf(const online::Problem& problem) {
  return problem.forNow
             ? std::string(tr("The board does not answer now. What you play waits here and goes there later."))
             : tr(problem.what);
}

Connection::Connection(Player& player, Connect connect, bool onTheSpot)
    : m_player(player), m_connect(std::move(connect)), m_courier(onTheSpot) {
  follow();
}

void Connection::follow() {
  const std::string& address = m_player.server();
  // By the folder: the place in the list may be somebody else's after a change.
  const std::string& who = m_player.roster().members()[m_player.roster().chosen()].folder;
  if (m_number > 0 && address == m_address && who == m_who) return;
  m_address = address;
  m_who = who;
  ++m_number;
  m_problem.clear();
  m_info = {};
  m_me.reset();
  m_lookedForMe = m_asking = false;
  m_againAt = {};
  m_client = address.empty() ? nullptr : m_connect(address);
  if (m_client) m_client->giveUpWhen(m_courier.stopping());
  m_state = m_client ? State::Away : State::Off;
  m_changed = true;
}

bool Connection::update() {
  follow();
  const bool came = m_courier.deliver();
  return std::exchange(m_changed, false) || came;
}

void Connection::lost(const online::Problem& problem) {
  log::info("board: " + problem.what);
  m_state = State::Away;
  m_problem = wordsOf(problem);
  m_againAt = Clock::now() + kAskAgain;
}

void Connection::want() {
  const auto now = Clock::now();
  if (!m_client || m_asking || (m_state == State::Here && sinceAsked() < kBelieved)) return;
  if (m_state == State::Away && now < m_againAt) return;
  // What is known holds until the answer has come.
  if (m_state != State::Here) m_state = State::Asking;
  m_asking = true;
  ask([](const online::Client& client) { return client.server(); },
      [this](const online::Answer<online::ServerInfo>& answer) {
        m_asking = false;
        if (!answer) {
          if (answer.problem.forNow) return;
          m_state = State::Away;
          m_problem = wordsOf(answer.problem);
          m_againAt = Clock::now() + kAskAgain;
        } else if (answer.value->rules != sim::kRulesVersion) {
          m_state = State::Away;
          m_problem = tr(board::wordsOf(board::Verdict::OtherRules));
          m_againAt = Clock::now() + kBelieved;
        } else {
          m_state = State::Here;
          m_info = *answer.value;
          m_since = Clock::now();
          m_sinceOfDay = std::chrono::system_clock::now();
          m_problem.clear();
        }
      });
}

// The steady clock stands still while a laptop sleeps, the clock of the day may be set back: the longer of the two.
Connection::Clock::duration Connection::sinceAsked() const {
  const auto ofDay = std::chrono::system_clock::now() - m_sinceOfDay;
  return std::max(Clock::now() - m_since, std::chrono::duration_cast<Clock::duration>(ofDay));
}

void Connection::doubt() {
  if (m_state == State::Here) m_state = State::Away;
  m_againAt = {};
}

std::string Connection::words() const {
  switch (m_state) {
    case State::Off: return tr("No board is set. Everything you play stays on this machine.");
    case State::Asking: return tr("Looking for the board ...");
    case State::Here: return fill(tr("Connected to {board}."), {{"board", m_info.name}});
    case State::Away: break;
  }
  return m_problem;
}

std::optional<online::ServerInfo> Connection::server() const {
  if (m_state != State::Here) return std::nullopt;
  online::ServerInfo info = m_info;
  info.timeMs += std::chrono::duration_cast<std::chrono::milliseconds>(sinceAsked()).count();
  return info;
}

const std::optional<board::Identity>& Connection::me() {
  if (m_client && !m_lookedForMe) {
    m_lookedForMe = true;
    if (auto identity = m_player.identity()) m_me = std::move(identity).value();
  }
  return m_me;
}

}  // namespace knead::app
