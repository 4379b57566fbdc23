// The way to the server of boards that the player has chosen: whether it is there, and questions to it that nobody
// waits for. Another address or another player is another connection: what was asked before is never handed out after.
#pragma once

#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "app/player.hpp"
#include "online/client.hpp"
#include "online/courier.hpp"

namespace knead::app {

class Connection {
 public:
  enum class State { Off, Asking, Here, Away };
  // Whom to ask at an address; usually an online::Client.
  using Connect = std::function<std::shared_ptr<online::Client>(const std::string& address)>;
  // `onTheSpot`: questions are answered where they are asked (tests, pictures).
  Connection(Player& player, Connect connect, bool onTheSpot);

  // Follows the player's settings and hands out answers. True if something has changed.
  bool update();
  [[nodiscard]] State state() const { return m_state; }
  // One sentence about it; empty where there is none to say.
  [[nodiscard]] std::string words() const;
  // The server is needed: asks whether it is there, unless that is known, or was asked a moment ago.
  void want();
  // What is believed of the server is not so any more: it is asked again at once.
  void doubt();
  // With its clock as it is now; nothing unless it is here.
  [[nodiscard]] std::optional<online::ServerInfo> server() const;
  // The player's key pair, read once a connection; nothing where none can be kept.
  [[nodiscard]] const std::optional<board::Identity>& me();
  // Counts connections.
  [[nodiscard]] int number() const { return m_number; }

  // `question` gets the client, on another thread, and gives an online::Answer; `then` gets that, here. Whatever `then`
  // holds must live as long as this connection.
  template <class Question, class Then>
  void ask(Question question, Then then) {
    if (!m_client) return;
    using Answer = std::invoke_result_t<Question&, const online::Client&>;
    m_courier.ask(
        [client = m_client, question = std::move(question)]() mutable -> Answer {
          // Whatever goes wrong there (no memory, no thread) is one answer less and ends no game.
          try {
            return question(*client);
          } catch (const std::exception& bad) {
            return {{}, {bad.what(), true}};
          }
        },
        [this, number = m_number, then = std::move(then)](auto answer) mutable {
          if (number != m_number) return;
          if (!answer && answer.problem.forNow) lost(answer.problem);
          then(std::move(answer));
        });
  }

 private:
  using Clock = std::chrono::steady_clock;
  void follow();
  void lost(const online::Problem& problem);
  // Since the server said who it is.
  [[nodiscard]] Clock::duration sinceAsked() const;

  Player& m_player;
  Connect m_connect;
  std::shared_ptr<online::Client> m_client;
  std::string m_address, m_who, m_problem;
  int m_number = 0;
  State m_state = State::Off;
  online::ServerInfo m_info;
  std::optional<board::Identity> m_me;
  bool m_lookedForMe = false, m_asking = false;
  Clock::time_point m_since, m_againAt;  // when the server said so; not asked before
  std::chrono::system_clock::time_point m_sinceOfDay;
  bool m_changed = false;
  online::Courier m_courier;  // last: ends first
};

// What went wrong, for the player.
[[nodiscard]] std::string wordsOf(const online::Problem& problem);

}  // namespace knead::app
