// The tables of a store, as numbered steps. A step that was shipped never changes: what comes later is another step.
// Each can be taken back. docs/store.md says what the tables are for.
#pragma once

#include <span>
#include <string_view>

namespace knead::server::sql {

struct Step {
  std::string_view what;
  std::span<const std::string_view> up, down;
};

// Step n (from 1) leads from schema n - 1 to schema n.
[[nodiscard]] std::span<const Step> steps();
[[nodiscard]] int newestSchema();

// Scores that share a line of the table `tally`. The second step has the number in its text.
inline constexpr int kScoresPerBucket = 64;

}  // namespace knead::server::sql
