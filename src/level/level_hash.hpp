// What makes two level files the same level: the canonical form (keys sorted, numbers normalised, layout and
// "$schema" left out) and its hash, which boards and replays are keyed by. Must not depend on the schema.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace knead::level {

// `root` as level_json.hpp gives it: numbers normalised, keys sorted by the tree itself.
[[nodiscard]] std::string canonicalText(const nlohmann::json& root);
[[nodiscard]] std::uint64_t canonicalHash(const nlohmann::json& root);

}  // namespace knead::level
