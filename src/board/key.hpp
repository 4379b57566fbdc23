// Which board a run belongs to: one for each content of a level, rules version, way of playing, and day. A changed
// level or a change of the rules opens another board; no board ever changes under its runs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "replay/format.hpp"

namespace knead::board {

struct Key {
  std::uint64_t levelHash = 0;
  std::uint32_t rulesVersion = sim::kRulesVersion;
  replay::InputMode mode = replay::InputMode::Mouse;
  bool assisted = false;   // helped runs have boards of their own
  std::optional<int> day;  // days since 1970-01-01; only boards of a day
  friend bool operator==(const Key&, const Key&) = default;
};

// The board that a recording belongs to. `day` where its level is today's back of a day.
[[nodiscard]] Key keyOf(const replay::Header& header, std::optional<int> day);

// The same as a word for addresses and stores, at most 64 ASCII characters, one spelling for each board:
// "9f3c0a11d2e4b567.r2.mouse", "9f3c0a11d2e4b567.r2.touch.assisted.2026-11-28".
[[nodiscard]] std::string idOf(const Key& key);
[[nodiscard]] std::optional<Key> keyOf(std::string_view id);

}  // namespace knead::board
