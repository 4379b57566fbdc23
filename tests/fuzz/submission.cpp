// Fuzz target: any bytes as a submission, a start token, a packed recording and a board's name; and a submission that
// is signed well around any recording, so that what lies behind the signature is reached.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

#include "board/judge.hpp"
#include "board/key.hpp"
#include "board/submission.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace knead;
  const std::span<const std::uint8_t> bytes(data, size);
  if (const auto read = board::decodeSubmission(bytes); read && read.value().recording.size() > board::kMaxRecording)
    std::abort();
  if (const auto token = board::decodeToken(bytes)) {
    const board::Bytes again = board::encode(token.value());
    if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) std::abort();
  }
  if (const auto recording = board::unpacked(bytes); recording && recording.value().size() > board::kMaxRecording)
    std::abort();
  const std::string text(bytes.begin(), bytes.end());
  if (const auto key = board::keyOf(text); key && board::idOf(*key) != text) std::abort();

  static const board::Identity me = board::Identity::fromSeed({1, 2, 3});
  board::Submission whole;
  whole.server[0] = 5;
  whole.recording.assign(bytes.begin(), bytes.end());
  const auto sealed = board::encode(whole, me);
  if (!sealed) return 0;  // too large
  const auto back = board::decodeSubmission(sealed.value());
  if (!back || back.value().recording != whole.recording || back.value().player != me.key()) std::abort();
  return 0;
}
