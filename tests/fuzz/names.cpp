// Fuzz target: any bytes as a player's name. A name that is taken is taken again as it is shown, and looks the same.
#include "server/names.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace knead::server;
  const std::string text(data, data + size);
  (void)skeletonOf(text);
  const auto name = readName(text, {"admin"});
  if (!name) {
    if (name.error().what.empty()) std::abort();
    return 0;
  }
  const auto again = readName(name.value().shown, {"admin"});
  if (!again || again.value().shown != name.value().shown || again.value().skeleton != name.value().skeleton)
    std::abort();
  for (const char c : name.value().shown)
    if (static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '&' || c == '"') std::abort();
  return 0;
}
