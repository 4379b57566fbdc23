// Fuzz target: any bytes as a replay, once as they are and once under a fitting checksum so that the decoder
// behind it is reached. What can be read must come out the same when it is written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

#include "core/bytes.hpp"
#include "core/hash.hpp"
#include "replay/read.hpp"
#include "replay/write.hpp"

namespace {

void readBack(std::span<const std::uint8_t> bytes) {
  using namespace knead;
  const auto replay = replay::decode(bytes, "fuzz.knead");
  if (!replay) {
    if (replay.error().what.empty()) std::abort();
    return;
  }
  const auto again = replay::decode(replay::encode(replay.value()), "again.knead");
  if (!again || !(again.value() == replay.value())) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<std::uint8_t> bytes(data, data + size);
  readBack(bytes);
  if (size < knead::replay::kChecksumBytes) return 0;
  const std::size_t content = size - knead::replay::kChecksumBytes;
  knead::Hash64 sum;
  sum.addBytes(std::span(bytes).first(content));
  knead::ByteWriter sealed;
  sealed.raw(std::span(bytes).first(content));
  sealed.u64(sum.value());
  readBack(sealed.bytes());
  return 0;
}
