// A replay to bytes and to a file. Must not judge what it writes: the reader does.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "replay/format.hpp"

namespace knead::replay {

[[nodiscard]] std::vector<std::uint8_t> encode(const Replay& replay);
[[nodiscard]] Result<std::size_t> writeReplayFile(const std::string& path, const Replay& replay);

}  // namespace knead::replay
