// What the server counts of itself, and its page in the text format that Prometheus reads.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>

#include "board/verdict.hpp"

namespace knead::server {

// How long something took, in classes of milliseconds.
class Histogram {
 public:
  static constexpr std::array<double, 11> kUpToMs = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000};
  void add(double ms);
  // Appends the lines of one metric.
  void write(std::string& out, const std::string& name, const std::string& help) const;

 private:
  std::array<std::atomic<std::uint64_t>, kUpToMs.size() + 1> m_counts{};
  std::atomic<std::uint64_t> m_sumUs{0};
};

struct Metrics {
  std::array<std::atomic<std::uint64_t>, board::kVerdicts.size()> verdicts{};
  std::atomic<std::uint64_t> knownRuns{0}, driftedRuns{0}, flaggedRuns{0}, secondsJudged{0};
  std::atomic<std::uint64_t> recordingsLetGo{0}, bytesLetGo{0};
  std::atomic<std::uint64_t> requests{0}, badRequests{0}, refusedConnections{0}, deadlines{0}, serverErrors{0};
  std::atomic<std::int64_t> connections{0}, queued{0};
  Histogram judging, storing, answering;

  void count(board::Verdict verdict) { ++verdicts[static_cast<std::size_t>(verdict)]; }
  [[nodiscard]] std::string page() const;
};

}  // namespace knead::server
