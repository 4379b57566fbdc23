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

// Whether a file or a folder has this name, readable or not.
[[nodiscard]] bool isThere(const std::string& path);

// The bytes of a regular file of at most `limit` bytes.
[[nodiscard]] Result<std::string> readWholeFile(const std::string& path, std::size_t limit);

// Names of what lies in a folder, sorted; neither "." nor "..".
[[nodiscard]] Result<std::vector<std::string>> namesIn(const std::string& folder);

// Whether what is there may not be listed by this program.
[[nodiscard]] bool isClosed(const std::string& folder);

// A file that is written beside its target, piece by piece, and takes its place when it is whole and on the disk:
// readers see the old file or the new one. What was not finished is removed.
class SafeWriter {
 public:
  explicit SafeWriter(std::string path);
  ~SafeWriter();
  SafeWriter(const SafeWriter&) = delete;
  SafeWriter& operator=(const SafeWriter&) = delete;

  // After something went wrong it does nothing; `finish` tells.
  void add(std::span<const std::uint8_t> bytes);
  // Once. Gives the number of bytes written.
  [[nodiscard]] Result<std::size_t> finish();

 private:
  std::string m_path, m_temporary;
  int m_file = -1;
  int m_problem = 0;  // errno
  std::size_t m_size = 0;
};

// The same in one call.
[[nodiscard]] Result<std::size_t> writeWholeFileSafely(const std::string& path, std::span<const std::uint8_t> bytes);

}  // namespace knead
