// Bytes to a replay. Refuses anything that is not whole, before it allocates for it: these bytes come from
// strangers. A replay that comes out is well formed; whether it is true is verify.hpp's question.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/result.hpp"
#include "replay/format.hpp"

namespace knead::replay {

// `name` is only used in messages.
[[nodiscard]] Result<Replay> decode(std::span<const std::uint8_t> bytes, const std::string& name);
[[nodiscard]] Result<Replay> readReplayFile(const std::string& path);

}  // namespace knead::replay
