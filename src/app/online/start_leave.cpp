#include "app/online/start_leave.hpp"

#include "app/words/words.hpp"

namespace knead::app {
namespace {
using words::fill;
using words::tr;

constexpr auto kAskAgainAfter = std::chrono::seconds(5);
}  // namespace

void StartLeave::want(const level::Level& today, const std::string& date) {
  if (m_number != m_connection.number() || m_level != today.hash) {
    m_number = m_connection.number();
    m_level = today.hash;
    m_asked = false;
    m_token.reset();
    m_problem.clear();
  }
  if (m_asked || m_token || std::chrono::steady_clock::now() < m_again) return;
  m_connection.want();
  const auto server = m_connection.server();
  const auto& me = m_connection.me();
  if (!server || !me) return;
  if (server->day != date || server->dayLevel != today.hash) {
    m_problem = tr("The board has another back today.");
    return;
  }
  m_asked = true;
  m_connection.ask([server = *server, me = *me, date,
                    hash = today.hash](const online::Client& client) { return client.start(me, server, date, hash); },
                   [this, hash = today.hash](const online::Answer<board::StartToken>& answer) {
                     if (hash != m_level) return;
                     if (answer) {
                       m_token = *answer.value;
                       return;
                     }
                     m_problem = answer.problem.forNow ? tr("The board does not answer: this run stays here.")
                                                       : wordsOf(answer.problem);
                     if (!answer.problem.forNow) return;
                     m_asked = false;
                     m_again = std::chrono::steady_clock::now() + kAskAgainAfter;
                   });
}

std::optional<board::StartToken> StartLeave::take(const level::Level& today) {
  if (m_level != today.hash || m_number != m_connection.number()) return std::nullopt;
  m_asked = false;
  m_problem.clear();
  return std::exchange(m_token, std::nullopt);
}

std::string StartLeave::words() const {
  if (m_connection.state() == Connection::State::Off) return {};
  if (m_token)
    return fill(tr("This run counts on {board}."),
                {{"board", m_connection.server() ? m_connection.server()->name : std::string(tr("the board"))}});
  if (!m_problem.empty()) return m_problem;
  return m_connection.state() == Connection::State::Away ? tr("The board does not answer: this run stays here.")
                                                         : tr("Asking the board ...");
}

}  // namespace knead::app
