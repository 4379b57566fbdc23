// A level file in, a checked Level out: strict JSON, then the schema, then the mapping, then the level checks.
// A Level that comes out of here has passed all of them. Must not decide anything about play.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "level/level.hpp"

namespace knead::level {

inline constexpr std::size_t kMaxLevelBytes = 256U * 1024U;

// The level, or the first thing that is wrong. `fileName` is only used in messages.
[[nodiscard]] Result<Level> readLevel(std::string_view json, const std::string& fileName);
[[nodiscard]] Result<Level> readLevelFile(const std::string& path);

// Everything that is wrong with a level text (at most about twenty schema errors); empty: it is good.
[[nodiscard]] std::vector<Error> lintLevel(std::string_view json, const std::string& fileName);

}  // namespace knead::level
