// Runs the recogniser over traces and counts: who was credited, how late the decision came, what aimless
// hands got. Shared by the touch tests and the touch report. Owns counting only.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "sim/touch/recogniser.hpp"
#include "support/hand_motion.hpp"

namespace knead::test {

inline constexpr float kNeverMs = 9999.0F;  // a segment that was never decided

struct Heard {
  std::vector<sim::Move> owner;  // by tick, from the ledger
  std::vector<float> quality;    // by tick, top-ups included
  std::vector<sim::Move> live;
  bool writtenOnce = true;     // no tick got a second owner, none was left without
  bool withinReach = true;     // nothing older than 60 ticks before the decision
  bool qualityInRange = true;  // every number finite and in 0..1
};

inline Heard hear(const std::vector<sim::TickInput>& ticks, sim::Assists assists = {}) {
  Heard h;
  const std::size_t n = ticks.size();
  h.owner.assign(n, sim::Move::None);
  h.quality.assign(n, 0.0F);
  h.live.assign(n, sim::Move::None);
  std::vector<std::uint8_t> writes(n, 0);
  sim::Recogniser recogniser(assists);
  // The decision of the entry's move: the last tick at which its label began, for each move.
  std::array<std::uint32_t, sim::kMoveCount> decided{};
  const auto take = [&] {
    for (const sim::Credit& c : recogniser.credits()) {
      if (c.to > n || c.from >= c.to) {
        h.writtenOnce = false;
        continue;
      }
      if (!(c.quality >= 0.0F && c.quality <= 1.0F)) h.qualityInRange = false;
      if (!c.topUp && c.move != sim::Move::None && c.from + 60U < decided[static_cast<std::size_t>(c.move)]) {
        h.withinReach = false;
      }
      for (std::uint32_t t = c.from; t < c.to; ++t) {
        if (c.topUp) {
          if (writes[t] != 1 || h.owner[t] != c.move) h.writtenOnce = false;
          h.quality[t] += c.quality;
        } else {
          if (writes[t]++ != 0) h.writtenOnce = false;
          h.owner[t] = c.move;
          h.quality[t] = c.quality;
        }
        if (!(h.quality[t] <= 1.0001F)) h.qualityInRange = false;
      }
    }
  };
  for (std::size_t i = 0; i < n; ++i) {
    recogniser.tick(ticks[i]);
    const sim::LiveTouch& live = recogniser.live();
    h.live[i] = live.move;
    decided[static_cast<std::size_t>(live.move)] = live.decidedTick;
    if (!(live.quality >= 0.0F && live.quality <= 1.0F && live.pressure >= 0.0F && live.pressure <= 1.0F)) {
      h.qualityInRange = false;
    }
    take();
  }
  recogniser.finish();
  take();
  for (const std::uint8_t w : writes) h.writtenOnce = h.writtenOnce && w == 1;
  return h;
}

struct Score {
  std::array<std::array<double, sim::kMoveCount>, sim::kMoveCount> confusion{};  // [truth][owner], ticks
  std::array<std::vector<float>, sim::kMoveCount> latencyMs;                     // decision after evidence
  std::array<std::vector<float>, sim::kMoveCount> latencyJoinedMs;
  std::array<double, sim::kMoveCount> qualitySum{};
  double switches = 0.0, seconds = 0.0;

  void add(const Trace& trace, const Heard& heard) {
    for (std::size_t i = 0; i < trace.ticks.size(); ++i) {
      if (trace.scored[i] == 0) continue;
      const auto row = static_cast<std::size_t>(trace.truth[i]);
      confusion[row][static_cast<std::size_t>(heard.owner[i])] += 1.0;
      if (heard.owner[i] == trace.truth[i]) qualitySum[row] += static_cast<double>(heard.quality[i]);
    }
    for (const Segment& s : trace.segments) {
      const auto row = static_cast<std::size_t>(s.move);
      float ms = kNeverMs;
      for (std::uint32_t t = s.from; t < s.to && t < heard.live.size(); ++t) {
        if (heard.live[t] == s.move) {
          ms = (static_cast<float>(t) - static_cast<float>(s.evidence)) * (1000.0F / 120.0F);
          break;
        }
      }
      latencyMs[row].push_back(ms);
      if (s.joined) latencyJoinedMs[row].push_back(ms);
    }
  }
  [[nodiscard]] double precision(int move) const {
    const auto m = static_cast<std::size_t>(move);
    double all = 0.0;
    for (const auto& row : confusion) all += row[m];
    return all > 0.0 ? confusion[m][m] / all : 0.0;
  }
  [[nodiscard]] double recall(int move) const {
    const auto m = static_cast<std::size_t>(move);
    double all = 0.0;
    for (const double v : confusion[m]) all += v;
    return all > 0.0 ? confusion[m][m] / all : 0.0;
  }
  [[nodiscard]] double f1(int move) const {
    const double p = precision(move);
    const double r = recall(move);
    return p + r > 0.0 ? 2.0 * p * r / (p + r) : 0.0;
  }
  [[nodiscard]] double macroF1() const {
    double sum = 0.0;
    for (int m = 1; m < sim::kMoveCount; ++m) sum += f1(m);
    return sum / (sim::kMoveCount - 1);
  }
  [[nodiscard]] double leastF1() const {
    double least = 1.0;
    for (int m = 1; m < sim::kMoveCount; ++m) least = std::min(least, f1(m));
    return least;
  }
};

inline float percentile(std::vector<float> values, double share) {
  if (values.empty()) return 0.0F;
  std::sort(values.begin(), values.end());
  const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1U) + 0.5);
  return values[at];
}

inline Score scoreSessions(std::uint64_t firstSeed, int count, Family family) {
  Score score;
  for (int i = 0; i < count; ++i) {
    const Trace trace = session(firstSeed + static_cast<std::uint64_t>(i), family);
    score.add(trace, hear(trace.ticks));
  }
  return score;
}

struct AimlessScore {
  double ticks = 0.0, contact = 0.0, credited = 0.0, good = 0.0;  // good: above quality 0.5
  std::array<double, sim::kMoveCount> goodByMove{};
  void add(const Trace& trace, const Heard& heard) {
    for (std::size_t i = 0; i < trace.ticks.size(); ++i) {
      ticks += 1.0;
      if (trace.ticks[i].contact) contact += 1.0;
      if (heard.owner[i] == sim::Move::None) continue;
      credited += 1.0;
      if (heard.quality[i] > 0.5F) {
        good += 1.0;
        goodByMove[static_cast<std::size_t>(heard.owner[i])] += 1.0;
      }
    }
  }
};

inline AimlessScore scoreAimless(std::uint64_t firstSeed, int count, Aimless kind) {
  AimlessScore score;
  for (int i = 0; i < count; ++i) {
    const Trace trace = aimless(firstSeed + static_cast<std::uint64_t>(i), kind);
    score.add(trace, hear(trace.ticks));
  }
  return score;
}

}  // namespace knead::test
