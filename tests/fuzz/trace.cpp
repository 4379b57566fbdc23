// Fuzz target: any bytes as a trace. They are refused with a line, or read into samples in time order whose
// inputs lie within the limits of the format; never a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "replay/trace.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace knead;
  const std::string_view text(size == 0 ? "" : reinterpret_cast<const char*>(data), size);
  const auto trace = replay::parseTrace(text, "fuzz.csv");
  if (!trace) return trace.error().what.empty() ? (std::abort(), 0) : 0;
  for (std::size_t i = 1; i < trace.value().samples.size(); ++i) {
    if (trace.value().samples[i].microseconds < trace.value().samples[i - 1].microseconds) std::abort();
  }
  replay::TracePlayer player(trace.value());
  for (int tick = 0; tick < 500; ++tick) {
    const sim::TickInput input = player.next();
    if (input.x < -sim::kMaxXHundredths || input.x > sim::kMaxXHundredths) std::abort();
    if (input.y < sim::kMinYHundredths || input.y > sim::kMaxYHundredths) std::abort();
  }
  return 0;
}
