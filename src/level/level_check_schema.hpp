// Checks a JSON tree against levels/schema/level.schema.json, which the program carries. Understands the part
// of JSON Schema draft-07 that the schema uses and says so when it meets another. Must not know what the keys
// mean.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace knead::level {

inline constexpr std::size_t kMaxReportedErrors = 20;

// The schema as a tree.
[[nodiscard]] const nlohmann::json& levelSchema();

// Everything in `value` that `schema` does not allow, in the order of the file; at most kMaxReportedErrors.
[[nodiscard]] std::vector<Error> checkAgainstSchema(const nlohmann::json& value, const nlohmann::json& schema,
                                                    const std::string& fileName);

// The candidate that `word` most likely meant; empty when none is close.
[[nodiscard]] std::string_view closestOf(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace knead::level
