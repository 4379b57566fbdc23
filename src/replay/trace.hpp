// Pointer traces: what a device said, as CSV, for tests and for learning from real hands. The file goes through
// the same resampler as a live device. Must not know which move a trace is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "sim/pointer_resampler.hpp"

namespace knead::replay {

inline constexpr std::size_t kMaxTraceLines = 4000000;
inline constexpr std::size_t kMaxTraceBytes = 256U * 1024U * 1024U;
inline constexpr double kMaxTraceMs = 3600000.0;

struct Trace {
  std::vector<sim::PointerSample> samples;  // in time order, at least one
  bool hasPressure = false;

  // Ticks that hold every sample.
  [[nodiscard]] std::uint32_t tickCount() const;
};

// Columns t_ms,x_cm,y_cm,down,tool and, if there, pressure. `fileName` is only used in messages.
[[nodiscard]] Result<Trace> parseTrace(std::string_view text, const std::string& fileName);
[[nodiscard]] Result<Trace> readTraceFile(const std::string& path);

// Feeds a trace tick by tick. After the last sample the hand stays there, lifted.
class TracePlayer {
 public:
  explicit TracePlayer(const Trace& trace);
  [[nodiscard]] sim::TickInput next() { return m_resampler.take(m_tick++); }
  // No sample waits any more.
  [[nodiscard]] bool done() const { return m_resampler.empty(); }

 private:
  sim::PointerResampler m_resampler;
  std::uint32_t m_tick = 0;
};

}  // namespace knead::replay
