// Leave of the server to begin today's back, so that the run may stand on its board. Asked for while the player still
// reads what the person says.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "app/online/connection.hpp"
#include "level/level.hpp"

namespace knead::app {

class StartLeave {
 public:
  explicit StartLeave(Connection& connection) : m_connection(connection) {}
  // With every picture of the page before it.
  void want(const level::Level& today, const std::string& date);
  // Each leave is good for one run. Nothing: the run stays on this machine.
  [[nodiscard]] std::optional<board::StartToken> take(const level::Level& today);
  // Whether there is one.
  [[nodiscard]] bool ready() const { return m_token.has_value(); }
  // One sentence about it.
  [[nodiscard]] std::string words() const;

 private:
  Connection& m_connection;
  int m_number = 0;  // of the connection
  std::uint64_t m_level = 0;
  bool m_asked = false;
  std::chrono::steady_clock::time_point m_again;  // after a try that failed
  std::optional<board::StartToken> m_token;
  std::string m_problem;
};

}  // namespace knead::app
