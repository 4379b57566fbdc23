// Prints how well the recogniser hears synthetic hands: confusion, F1, latency, aimless motion, cost.
// For people who want to reproduce the figures of docs/touch.md. Arguments: first seed, number of sessions.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/hash.hpp"
#include "support/touch_scoring.hpp"

using namespace knead;
using namespace knead::test;

namespace {

const char* nameOf(int move) { return sim::kMoveIds[static_cast<std::size_t>(move)].data(); }

void printScore(const char* title, const Score& s) {
  std::printf("\n%s\n%-12s", title, "truth");
  for (int m = 0; m < sim::kMoveCount; ++m) std::printf(" %6.4s", nameOf(m));
  std::printf("      P      R     F1 | after evidence p50/p95 ms (joined p95)  missed  mean q\n");
  for (int m = 0; m < sim::kMoveCount; ++m) {
    const auto row = static_cast<std::size_t>(m);
    double all = 0.0;
    for (const double v : s.confusion[row]) all += v;
    std::printf("%-12s", nameOf(m));
    for (const double v : s.confusion[row]) std::printf(" %6.2f", all > 0.0 ? 100.0 * v / all : 0.0);
    if (m > 0) {
      const auto& late = s.latencyMs[row];
      const auto missed = std::count(late.begin(), late.end(), kNeverMs);
      std::printf("  %.3f  %.3f  %.3f | %4.0f /%5.0f (%5.0f)  %ld of %zu  %.2f", s.precision(m), s.recall(m), s.f1(m),
                  static_cast<double>(percentile(late, 0.5)), static_cast<double>(percentile(late, 0.95)),
                  static_cast<double>(percentile(s.latencyJoinedMs[row], 0.95)), static_cast<long>(missed), late.size(),
                  all > 0.0 ? s.qualitySum[row] / std::max(1.0, s.confusion[row][row]) : 0.0);
    }
    std::printf("\n");
  }
  std::printf("macro F1 %.4f, least %.4f\n", s.macroF1(), s.leastF1());
}

void printCost(std::uint64_t seed) {
  std::vector<sim::TickInput> ticks;
  for (std::uint64_t i = 0; i < 40; ++i) {
    const Trace t = session(seed + i, Family::SigmaLognormal);
    ticks.insert(ticks.end(), t.ticks.begin(), t.ticks.end());
  }
  double best = 1.0e9;
  std::uint64_t hash = 0;
  for (int run = 0; run < 5; ++run) {
    sim::Recogniser r;
    const auto begin = std::chrono::steady_clock::now();
    for (const sim::TickInput& in : ticks) r.tick(in);
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    best = std::min(best, took.count() / static_cast<double>(ticks.size()));
    hash = r.stateHash();
  }
  std::printf("\ncost %.3f us a tick (best of 5 over %zu ticks), state hash %s\n", best, ticks.size(),
              hexOf(hash).text);
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t seed = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 500000U;
  const int count = argc > 2 ? std::atoi(argv[2]) : 1000;
  printScore("minimum jerk (credited ticks, %)", scoreSessions(seed, count, Family::MinimumJerk));
  printScore("sigma-lognormal (credited ticks, %)", scoreSessions(seed, count, Family::SigmaLognormal));

  std::printf("\naimless hands, %% of all time\n%-12s contact credited  q>0.5\n", "kind");
  constexpr std::array<const char*, kAimlessCount> kinds = {"wandering", "menu", "scribble"};
  double sum = 0.0;
  for (int k = 0; k < kAimlessCount; ++k) {
    const AimlessScore a = scoreAimless(seed, count, static_cast<Aimless>(k));
    std::printf("%-12s %6.1f  %6.1f  %6.2f  :", kinds[static_cast<std::size_t>(k)], 100.0 * a.contact / a.ticks,
                100.0 * a.credited / a.ticks, 100.0 * a.good / a.ticks);
    for (int m = 1; m < sim::kMoveCount; ++m) {
      std::printf(" %.4s %.2f", nameOf(m), 100.0 * a.goodByMove[static_cast<std::size_t>(m)] / a.ticks);
    }
    std::printf("\n");
    sum += 100.0 * a.good / a.ticks;
  }
  std::printf("mean of kinds q>0.5: %.2f\n", sum / kAimlessCount);

  std::printf("\ntremor of 4 to 7 Hz, sigma-lognormal: macro F1 plain / steady hand\n");
  for (const float cm : {0.05F, 0.10F, 0.15F}) {
    Score plainHand;
    Score steady;
    for (int i = 0; i < count / 5; ++i) {
      const Trace t = tremblingSession(seed + static_cast<std::uint64_t>(i), Family::SigmaLognormal, cm);
      plainHand.add(t, hear(t.ticks));
      steady.add(t, hear(t.ticks, {true, false}));
    }
    std::printf("%.2f cm: %.3f / %.3f (compression %.2f / %.2f, stretch %.2f / %.2f, vibration %.2f / %.2f)\n",
                static_cast<double>(cm), plainHand.macroF1(), steady.macroF1(), plainHand.f1(6), steady.f1(6),
                plainHand.f1(7), steady.f1(7), plainHand.f1(4), steady.f1(4));
  }
  std::printf("\ndevice rate, sigma-lognormal: macro F1, least class\n");
  for (const float hz : {60.0F, 90.0F, 125.0F, 250.0F, 500.0F, 1000.0F}) {
    Score s;
    for (int i = 0; i < count / 5; ++i) {
      const Trace t = sessionAtRate(seed + static_cast<std::uint64_t>(i), Family::SigmaLognormal, hz);
      s.add(t, hear(t.ticks));
    }
    std::printf("%5.0f Hz  %.3f  %.3f\n", static_cast<double>(hz), s.macroF1(), s.leastF1());
  }
  printCost(seed);
  return 0;
}
