// Boards as the server gave them, kept a little while so that looking back and forth asks nothing anew.
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "app/online/connection.hpp"

namespace knead::app {

enum class BoardPart { Near, Top, Friends };

struct BoardPage {
  online::Board board;
  bool known = false;   // `board` is what the server said
  bool asked = false;   // an answer is under way
  std::string problem;  // why there is none
};

class BoardPages {
 public:
  BoardPages(Connection& connection, Player& player) : m_connection(connection), m_player(player) {}
  // What is known of it; asks for it where that is nothing, or old. With every picture.
  const BoardPage& look(const board::Key& key, BoardPart part);
  // The next lines of the top.
  void more(const board::Key& key);
  // Back to the first lines of the top, asked for anew, where more were read.
  void fold(const board::Key& key);
  // All is asked for again.
  void forget() { m_kept.clear(); }

 private:
  using Clock = std::chrono::steady_clock;
  struct Kept : BoardPage {
    Clock::time_point askAt;
  };
  Kept& of(const std::string& board, BoardPart part);
  void follow();

  Connection& m_connection;
  Player& m_player;
  int m_number = 0;
  std::map<std::pair<std::string, BoardPart>, Kept> m_kept;
};

}  // namespace knead::app
