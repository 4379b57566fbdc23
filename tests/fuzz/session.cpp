// Fuzz target: a session with any input that a device could give, on any of the shipped levels, with any prediction and
// any help. Nothing in it may leave its range or stop being a number, whatever a hand does, and the score is one.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "level/catalogue.hpp"
#include "sim/session.hpp"

namespace {

using namespace knead;

constexpr int kMostTicks = 120 * 20;

struct Bytes {
  const std::uint8_t* data;
  std::size_t left;
  std::uint8_t next() {
    if (left == 0) return 0;
    --left;
    return *data++;
  }
};

const level::Catalogue& levels() {
  static const level::Catalogue all = level::readCatalogue(std::string(KNEAD_SOURCE_DATA_DIR) + "/levels");
  return all;
}

void want(bool truth) {
  if (!truth) std::abort();
}
void within(float value, float low, float high) { want(value >= low && value <= high); }  // false for no number

void check(const sim::Session& session) {
  constexpr float kColdest = 20, kHottest = 60, kMostFlow = 20;
  const sim::TissueView tissue = session.tissue();
  for (std::size_t i = 0; i < tissue.skinC.size(); ++i) {
    within(tissue.skinC[i], kColdest, kHottest);
    within(tissue.muscleC[i], kColdest, kHottest);
    within(tissue.perfusion[i], 0, kMostFlow);
    within(tissue.tone[i], 0, 1);
    within(tissue.soreness[i], 0, 1);
    within(tissue.acceptance[i], 0, 1);
  }
  const sim::PersonView person = session.person();
  within(person.arousal, 0, 1);
  within(person.guarding, 0, 1);
  within(person.comfort, 0, 1);
  within(person.pain, 0, 10);
  within(person.touchLimit, 0, 1);
  const sim::Meters meters = session.meters();
  for (const float one : {meters.circulation, meters.endorphins, meters.tension, meters.heat}) within(one, 0, 1);
  for (const float one : session.posture().tiltDeg) within(one, -180, 180);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes in{data, size};
  if (levels().levels.empty()) std::abort();
  const level::Level& level = levels().levels[in.next() % levels().levels.size()].level;
  sim::SessionSetup setup;
  setup.seed = in.next();
  const std::uint8_t flags = in.next();
  setup.assists = {(flags & 1U) != 0, (flags & 2U) != 0, (flags & 4U) != 0};
  setup.intake.refer = (flags & 8U) != 0;
  if ((flags & 16U) != 0) setup.intake.first = static_cast<level::Technique>(in.next() % level::kTechniqueCount);
  if ((flags & 32U) != 0) setup.intake.avoid = static_cast<level::Technique>(in.next() % level::kTechniqueCount);
  sim::Session session(level, setup);
  sim::TickInput now;
  int ticks = 0;
  while (in.left > 0 && !session.ended() && ticks < kMostTicks) {
    // A word of the hand: where to, with what, for how long, and whether it glides there or jumps.
    const std::uint8_t word = in.next(), tool = in.next();
    const int count = 1 + in.next() % 120;
    const sim::TickInput from = now;
    sim::TickInput to = now;
    to.contact = (word & 1U) != 0;
    to.finish = (word & 254U) == 254U;
    to.tool = static_cast<level::Tool>(tool % level::kToolIds.size());
    to.ceiling = in.next();
    const int x = -4000 + (in.next() * 8000 + 127) / 255, y = -2000 + (in.next() * 11000 + 127) / 255;
    for (int i = 1; i <= count && !session.ended(); ++i, ++ticks) {
      now = to;
      const bool glides = (word & 2U) != 0;
      now.x = static_cast<std::int16_t>(glides ? from.x + (x - from.x) * i / count : x);
      now.y = static_cast<std::int16_t>(glides ? from.y + (y - from.y) * i / count : y);
      if (session.waits()) session.expect({});
      session.tick(now);
    }
    check(session);
  }
  const sim::ScoreCard card = session.score();
  want(card.score >= 0 && card.score <= 100000 && card.stars >= 0 && card.stars <= 3);
  within(card.painAfter, 0, 10);
  within(card.comfort, 0, 1);
  return 0;
}
