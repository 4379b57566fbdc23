// One board of the server as rows: near the player, from the top, or of friends; with the device that its runs were
// played with. Enter on a row leads to what can be done with that run.
#pragma once

#include "app/online/online.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/scroll_list.hpp"

namespace knead::app {

class OnlineList {
 public:
  // Choices of the rows are kLine and on, of devices kMode and on.
  inline static constexpr int kLine = 1000, kMode = 50, kHelped = 58, kWatch = 60, kRace = 61, kFriend = 62;

  OnlineList(Services& services, board::Key key) : m_services(&services), m_key(key) {}
  [[nodiscard]] const board::Key& key() const { return m_key; }
  // Another board.
  void show(const board::Key& key);
  void setPart(BoardPart part);
  [[nodiscard]] bool empty() const { return m_lines.empty(); }

  // True if it was for the list; `chosen` as Choices::handle gave it.
  bool scrolls(const platform::InputEvent& event) { return m_list.handle(event); }
  bool choose(int chosen, const level::Level& level, Choices& choices);
  void follow(const Choices& choices);
  void draw(Painter& painter, Choices& choices, float x, float width, bool narrow);
  // The line that is looked at, and what can be done with it; nothing on an empty board.
  void drawLine(Painter& painter, Choices& choices, float x, float width);
  // The line that is looked at; where the focus begins.
  [[nodiscard]] int lineChoice() const { return line() != nullptr ? kLine + static_cast<int>(m_at) : firstChoice(); }
  [[nodiscard]] int firstChoice() const;

 private:
  [[nodiscard]] const BoardPage& page();
  [[nodiscard]] const online::Line* line() const;
  [[nodiscard]] bool mine(const online::Line& line) const { return m_me && line.player == *m_me; }
  void watch(const level::Level& level);
  void race(const level::Level& level);
  void drawDevices(Painter& painter, Choices& choices, float x, float width);
  void drawRow(Painter& painter, Choices& choices, std::size_t row, float x, float width, bool narrow);

  Services* m_services;
  board::Key m_key;
  BoardPart m_part = BoardPart::Near;
  ScrollList m_list;
  std::vector<online::Line> m_lines;  // as they were drawn last
  std::size_t m_at = 0;               // the line that is looked at
  std::optional<board::PublicKey> m_me;
  int m_number = 0;  // of the connection that m_me is of
};

// "Mouse", "Finger", ...
[[nodiscard]] const char* deviceWord(replay::InputMode mode);

}  // namespace knead::app
