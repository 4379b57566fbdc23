// What a run is worth, as columns of the table `run`: one row each, from which the statements that write them, the one
// that reads them and what tests print of a run are made. Their order is that of the columns here, not of the database.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "board/judge.hpp"

namespace knead::server {

struct WorthColumn {
  std::string_view name;
  std::int64_t (*get)(const board::Worth&);
  void (*set)(board::Worth&, std::int64_t);
};

// All 64 bits of a hash are kept as a signed number.
template <auto Member>
constexpr WorthColumn worthColumn(std::string_view name) {
  return {name, [](const board::Worth& worth) { return static_cast<std::int64_t>(worth.*Member); },
          [](board::Worth& worth, std::int64_t value) {
            worth.*Member = static_cast<std::remove_reference_t<decltype(worth.*Member)>>(value);
          }};
}

inline constexpr auto kWorthColumns = std::to_array<WorthColumn>({
    worthColumn<&board::Worth::score>("score"),
    worthColumn<&board::Worth::stars>("stars"),
    worthColumn<&board::Worth::claimedScore>("claimed_score"),
    worthColumn<&board::Worth::painBefore>("pain_before"),
    worthColumn<&board::Worth::painAfter>("pain_after"),
    worthColumn<&board::Worth::ending>("ending"),
    worthColumn<&board::Worth::ticks>("ticks"),
    worthColumn<&board::Worth::stateHash>("state_hash"),
    worthColumn<&board::Worth::driftSecond>("drift_second"),
});

// "r.score, r.stars, ..." with `r.` before each.
[[nodiscard]] inline std::string worthNames(std::string_view before = {}) {
  std::string out;
  for (const WorthColumn& column : kWorthColumns) {
    if (!out.empty()) out += ", ";
    out += before;
    out += column.name;
  }
  return out;
}
// "?5, ?6, ...": their values, from parameter `first` on.
[[nodiscard]] inline std::string worthValues(std::size_t first) {
  std::string out;
  for (std::size_t i = 0; i < kWorthColumns.size(); ++i) out += (i > 0 ? ", ?" : "?") + std::to_string(first + i);
  return out;
}
// "score = ?2, stars = ?3, ..."
[[nodiscard]] inline std::string worthChanges(std::size_t first) {
  std::string out;
  for (std::size_t i = 0; i < kWorthColumns.size(); ++i)
    out += (i > 0 ? ", " : "") + std::string(kWorthColumns[i].name) + " = ?" + std::to_string(first + i);
  return out;
}

}  // namespace knead::server
