#include "app/sample_server.hpp"

#include <array>

namespace knead::app {
namespace {

// Names in several alphabets, long ones and none, so that a page is seen with all of them.
constexpr std::array<const char*, 14> kNames = {"Ada",      "Björn",   "Carmen", "Anna-Lena Sørensen-Oehlenschläger",
                                                "Διονυσία", "Ольга",   "",       "Nguyễn Thị Hạnh",
                                                "Mo",       "Iñaki",   "Zoë",    "",
                                                "Tomás",    "Ingeborg"};
constexpr int kBest = 98765, kStep = 3217;
constexpr std::int64_t kWhenMs = 1769860800000;  // 2026-01-31, noon

}  // namespace

online::Answer<online::ServerInfo> SampleServer::server() const {
  online::ServerInfo info;
  info.name = "Club night";
  info.rules = sim::kRulesVersion;
  info.timeMs = kWhenMs;
  info.day = "2026-01-31";
  return {info, {}};
}

online::Answer<online::Board> SampleServer::top(const std::string& id, const std::string&, int) const {
  online::Board board;
  board.id = id;
  board.players = 1408;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    online::Line line;
    line.rank = static_cast<std::int64_t>(i) + 1;
    line.name = kNames[i];
    line.player[0] = static_cast<std::uint8_t>(17 * i + 3);
    line.run[0] = static_cast<std::uint8_t>(i + 1);
    line.score = kBest - kStep * static_cast<int>(i);
    line.stars = line.score > 80000 ? 3 : line.score > 60000 ? 2 : 1;
    line.receivedMs = kWhenMs;
    board.lines.push_back(line);
  }
  return {board, {}};
}

online::Answer<online::Board> SampleServer::around(const std::string& id, const board::PublicKey&) const {
  online::Board board;
  board.id = id;
  return {board, {}};
}

online::Answer<online::Board> SampleServer::among(const std::string& id,
                                                  const std::vector<board::PublicKey>& players) const {
  return around(id, players.empty() ? board::PublicKey{} : players.front());
}

}  // namespace knead::app
