// The checks of a level that a schema cannot say: what adds up, what can be reached, what lies on the body. One
// small named check each, the same in the game, the command line and the server. Must not read files.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "level/level.hpp"

namespace knead::level {

// Collects what the checks find.
class CheckReport {
 public:
  explicit CheckReport(std::string file) : m_file(std::move(file)) {}
  // What is added from now on lies below this place.
  void within(std::string place) { m_within = std::move(place); }
  void add(const std::string& place, std::string what) {
    m_errors.push_back({m_file, m_within + place, std::move(what)});
  }
  [[nodiscard]] std::vector<Error> take() { return std::move(m_errors); }

 private:
  std::string m_file, m_within;
  std::vector<Error> m_errors;
};

// Runs all of them. `file` is only used in the messages.
[[nodiscard]] std::vector<Error> checkLevel(const Level& level, const std::string& file);

// Is a file where its id and chapter say? The folder is judged only when `inCatalogue`.
[[nodiscard]] std::vector<Error> checkPlacement(const Level& level, const std::string& path, bool inCatalogue);

}  // namespace knead::level
