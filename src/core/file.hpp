// Whole files in and out, with a limit before anything is allocated and a write that is never seen half done.
// The only place of the core that opens files; it must not know what is in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/result.hpp"

namespace knead {

// The bytes of a regular file of at most `limit` bytes.
[[nodiscard]] Result<std::string> readWholeFile(const std::string& path, std::size_t limit);

// Names of what lies in a folder, sorted; neither "." nor "..".
[[nodiscard]] Result<std::vector<std::string>> namesIn(const std::string& folder);

// Writes beside the target, flushes to the disk and renames: readers see the old file or the new one. Gives the
// number of bytes written.
[[nodiscard]] Result<std::size_t> writeWholeFileSafely(const std::string& path, std::span<const std::uint8_t> bytes);

}  // namespace knead
