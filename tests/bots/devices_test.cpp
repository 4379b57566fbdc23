// The same score on every device: a competent player with a person's timing, once at the mouse and once at each other
// device, on every level.
#include <algorithm>
#include <cmath>

#include "bots/bot_input.hpp"
#include "level/catalogue.hpp"
#include "sim/session.hpp"
#include "support/catch.hpp"

using namespace knead;

namespace {

constexpr std::uint64_t kFirstDeviceSeed = 9101;
constexpr int kDeviceSeeds = 3;
// Of the mouse's median. Points go with the square of a relief: nine percent of a score are four and a half of a
// relief.
constexpr double kApart = .09;

int medianScore(const level::Level& level, bots::Device device) {
  std::vector<int> scores;
  for (std::uint64_t seed = kFirstDeviceSeed; seed < kFirstDeviceSeed + kDeviceSeeds; ++seed) {
    const std::unique_ptr<bots::Bot> bot = bots::makeBot("expert", level, seed, device);
    sim::Session session(level, bots::setupOf(*bot, seed));
    bots::BotInput input(*bot);
    while (!session.ended()) session.tick(input.next(session));
    scores.push_back(session.score().score);
  }
  std::sort(scores.begin(), scores.end());
  return scores[kDeviceSeeds / 2];
}

}  // namespace

TEST_CASE("a competent player scores on each device within nine percent of the mouse, on every level", "[devices]") {
  const level::Catalogue all = level::readCatalogue(KNEAD_SOURCE_DATA_DIR "/levels");
  for (const level::LevelEntry& entry : all.levels) {
    const double mouse = medianScore(entry.level, bots::Device::Mouse);
    for (std::size_t d = 1; d < bots::kDeviceIds.size(); ++d) {
      const double other = medianScore(entry.level, static_cast<bots::Device>(d));
      INFO(entry.level.id << " by " << bots::kDeviceIds[d] << ": " << other << ", by mouse " << mouse);
      CHECK(std::abs(other - mouse) <= kApart * mouse);
    }
  }
}

// What the mouse bots do well or badly, the others must not do by themselves: help is not knowledge.
TEST_CASE("the wrong techniques stay wrong on every device", "[devices]") {
  const level::Catalogue all = level::readCatalogue(KNEAD_SOURCE_DATA_DIR "/levels");
  for (const level::LevelEntry& entry : all.levels) {
    for (std::size_t d = 1; d < bots::kDeviceIds.size(); ++d) {
      const std::unique_ptr<bots::Bot> bot =
          bots::makeBot("wrong", entry.level, kFirstDeviceSeed, static_cast<bots::Device>(d));
      sim::Session session(entry.level, bots::setupOf(*bot, kFirstDeviceSeed));
      bots::BotInput input(*bot);
      while (!session.ended()) session.tick(input.next(session));
      INFO(entry.level.id << " by " << bots::kDeviceIds[d]);
      CHECK(session.score().stars <= 1);
    }
  }
}
