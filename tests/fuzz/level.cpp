// Fuzz target: any bytes as a level file. They are refused with a place, or read into a level that passes every
// check; never a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "level/level_check.hpp"
#include "level/level_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(size == 0 ? "" : reinterpret_cast<const char*>(data), size);
  const auto level = knead::level::readLevel(text, "fuzz.json");
  if (!level && level.error().what.empty()) std::abort();
  if (level && !knead::level::checkLevel(level.value(), "fuzz.json").empty()) std::abort();
  return 0;
}
