// Google Benchmark: what a tick, a whole verification, a level and a recogniser cost.
#include <benchmark/benchmark.h>

#include "bots/bot_input.hpp"
#include "core/file.hpp"
#include "level/catalogue.hpp"
#include "level/level_reader.hpp"
#include "sim/session.hpp"

namespace {

using namespace knead;

constexpr const char* kLevel = KNEAD_SOURCE_DATA_DIR "/levels/1-hands/slow-elastic.json";

// The quantised input of an expert's whole treatment.
std::vector<sim::TickInput> expertInput(const level::Level& level, sim::SessionSetup& setup) {
  const std::unique_ptr<bots::Bot> bot = bots::makeBot("expert", level, 1);
  setup = bots::setupOf(*bot, 1);
  sim::Session session(level, setup);
  bots::BotInput hand(*bot);
  std::vector<sim::TickInput> input;
  while (!session.ended()) {
    input.push_back(hand.next(session));
    session.tick(input.back());
  }
  return input;
}

void verifyTreatment(benchmark::State& state) {
  const level::Level level = level::readLevelFile(kLevel).value();
  sim::SessionSetup setup;
  const std::vector<sim::TickInput> input = expertInput(level, setup);
  for (auto _ : state) {
    sim::Session session(level, setup);
    for (const sim::TickInput& tick : input) session.tick(tick);
    benchmark::DoNotOptimize(session.score().score);
  }
  const double playS = static_cast<double>(input.size()) / sim::kTicksPerSecond;
  state.counters["x_real_time"] =
      benchmark::Counter(playS * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(verifyTreatment)->Unit(benchmark::kMillisecond);

void recogniserTick(benchmark::State& state) {
  const level::Level level = level::readLevelFile(kLevel).value();
  sim::SessionSetup setup;
  const std::vector<sim::TickInput> input = expertInput(level, setup);
  for (auto _ : state) {
    sim::Recogniser recogniser;
    for (const sim::TickInput& tick : input) recogniser.tick(tick);
    benchmark::DoNotOptimize(recogniser.stateHash());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(input.size()));
}
BENCHMARK(recogniserTick)->Unit(benchmark::kMillisecond);

void readLevel(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(level::readLevelFile(kLevel).ok());
}
BENCHMARK(readLevel)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
