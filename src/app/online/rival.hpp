// The next above the player on a board, as somebody to race: who it is, and their recording once it has come.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "app/ghost.hpp"
#include "app/online/board_pages.hpp"

namespace knead::app {

class Rival {
 public:
  Rival(Connection& connection, BoardPages& pages, Player& player)
      : m_connection(connection), m_pages(pages), m_player(player) {}

  // The board that a run of this level would stand on, by what the player last used.
  [[nodiscard]] board::Key boardOf(const level::Level& level) const;
  // Races this line from now on, on this level, instead of the next above.
  void choose(const level::Level& level, const online::Line& line);
  // Whom the player wants to race. Nothing: nobody is above, or the recording is not here yet. Error: why it never
  // will.
  [[nodiscard]] Result<std::optional<Ghost>> wanted(const level::Level& level);
  // Who it is; null while that is not known, or nobody is above. With every picture.
  [[nodiscard]] const online::Line* above(const level::Level& level);
  // The recording of such a line; asks for it where it is not here. Nothing yet, or never: see problem().
  [[nodiscard]] std::optional<Ghost> ghost(const level::Level& level, const online::Line& line);
  [[nodiscard]] std::string problem(const online::Line& line) const;

 private:
  struct Kept {
    bool asked = false;
    std::chrono::steady_clock::time_point askAt;  // not again before, where it failed for now
    std::optional<replay::Replay> replay;
    std::string problem;
  };
  Connection& m_connection;
  BoardPages& m_pages;
  Player& m_player;
  int m_number = 0;  // of the connection
  std::optional<online::Line> m_chosen;
  std::uint64_t m_chosenLevel = 0;
  std::map<board::Hash256, Kept> m_kept;
};

// How a line of a board is called: by its name, or by the first letters of its key.
[[nodiscard]] std::string nameOf(const online::Line& line);

}  // namespace knead::app
