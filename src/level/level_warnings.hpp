// What is not wrong in a level and still not finished: texts that stand as the template of a new level has them. A
// warning refuses nothing. Must not read files.
#pragma once

#include <string>
#include <vector>

#include "core/result.hpp"
#include "level/level.hpp"

namespace knead::level {

// One entry for each text of `level` that is still the template's; `shape` is the template.
[[nodiscard]] std::vector<Error> leftFromTemplate(const Level& level, const Level& shape, const std::string& file);

}  // namespace knead::level
