// Sends what waits in the player's store to the board, one after the other, and tells what was said of it.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "app/online/connection.hpp"
#include "level/catalogue.hpp"

namespace knead::app {

// What a board has said of a run, in one sentence or two. `letter` was answered.
[[nodiscard]] std::string wordsOf(const profile::Letter& letter);

class Outgoing {
 public:
  Outgoing(Connection& connection, Player& player, const level::Catalogue& levels)
      : m_connection(connection), m_player(player), m_levels(levels) {}
  // Something new waits: it is looked for at once.
  void nudge() { m_lookAt = {}; }
  void update();
  // What was said since it was last asked; empty: nothing.
  [[nodiscard]] std::string takeNews() { return std::exchange(m_news, {}); }
  // Counts answers: who shows them looks again.
  [[nodiscard]] int answers() const { return m_answers; }

 private:
  void send(const profile::Letter& letter, const online::ServerInfo& server, const board::Identity& me);
  void came(const profile::Letter& letter, const online::Answer<online::Verdict>& answer);
  void restAWhile();

  Connection& m_connection;
  Player& m_player;
  const level::Catalogue& m_levels;
  std::chrono::steady_clock::time_point m_lookAt;
  int m_sending = 0;  // the number of the connection on which one is under way; 0: none
  int m_answers = 0;
  std::string m_news;
};

}  // namespace knead::app
