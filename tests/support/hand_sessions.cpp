// See hand_motion.hpp. Owns the devices that sample a path, and the sessions made of several moves.
#include "support/hand_motion.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "support/hand_shapes.hpp"

namespace knead::test {

using sim::Move;

Device randomDevice(Random& random) {
  constexpr std::array<float, 6> rates = {60.0F, 90.0F, 125.0F, 250.0F, 500.0F, 1000.0F};
  Device d;
  d.rateHz = rates[random.below(6)];
  d.noiseCm = between(random, 0.005F, 0.04F);
  d.gridCm = random.below(3) < 2 ? 0.1F : 0.0667F;
  d.tremorCm = between(random, 0.01F, 0.08F);
  d.tremorHz = between(random, 8.0F, 12.0F);
  return d;
}

Trace record(const HandPath& path, const Device& device, Random& random) {
  Trace trace;
  const std::vector<PathPoint>& points = path.points();
  const float phaseX = random.range(0.0F, 2.0F * kPi);
  const float phaseY = random.range(0.0F, 2.0F * kPi);
  const float interval = 1000.0F / device.rateHz;
  const auto onGrid = [](float v, float grid) { return std::floor(v / grid + 0.5F) * grid; };
  for (float t = random.range(0.0F, interval); t < static_cast<float>(points.size());) {
    const PathPoint& p = points[static_cast<std::size_t>(t)];
    const float omega = 2.0F * kPi * device.tremorHz * 0.001F;
    const float nx = random.normal();
    const float ny = random.normal();
    sim::PointerSample s;
    s.microseconds = static_cast<std::uint64_t>(t * 1000.0F);
    const float x = p.at.x + device.tremorCm * std::sin(omega * t + phaseX) + device.noiseCm * nx;
    const float y = p.at.y + device.tremorCm * 0.7F * std::sin(omega * t + phaseY) + device.noiseCm * ny;
    s.cm = {onGrid(x, device.gridCm), onGrid(y, device.gridCm)};
    s.down = p.contact;
    const bool change = trace.samples.empty() || trace.samples.back().down != s.down;
    const bool lost = random.unit() < device.dropped;
    if (change || !lost) trace.samples.push_back(s);  // a button is never lost, only a position
    t += interval * (1.0F + device.jitter * random.range(-1.0F, 1.0F));
  }
  sim::PointerResampler resampler;
  for (const sim::PointerSample& s : trace.samples) resampler.push(s);
  const auto ticks = static_cast<std::uint32_t>(points.size() * 120U / 1000U);
  for (std::uint32_t i = 0; i < ticks; ++i) {
    trace.ticks.push_back(resampler.take(i));
    const std::size_t ms = std::min<std::size_t>((static_cast<std::size_t>(i) + 1U) * 1000U / 120U, points.size() - 1U);
    trace.truth.push_back(points[ms].truth);
    trace.scored.push_back(points[ms].scored ? 1 : 0);
  }
  for (Segment s : path.segments()) {
    s.from = s.from * 120U / 1000U;
    s.to = s.to * 120U / 1000U;
    s.evidence = s.evidence * 120U / 1000U;
    trace.segments.push_back(s);
  }
  return trace;
}

namespace {

bool neighbours(Move a, Move b) {
  const bool same = a == b;
  const bool resting = (a == Move::Compression && b == Move::Stretch) || (a == Move::Stretch && b == Move::Compression);
  return !same && !resting;
}

void fiveMoves(HandPath& hand, Random& random) {
  hand.sloppiness = random.unit() < 0.6F ? 0.0F : random.unit();
  hand.jumpTo({random.range(-6.0F, 6.0F), 35.0F});
  hand.air(0.3F);
  Move before = Move::None;
  for (int k = 0; k < 5; ++k) {
    Move next = before;
    while (!neighbours(before, next) || next == Move::None) {
      next = static_cast<Move>(1 + static_cast<int>(random.below(sim::kMoveCount - 1)));
    }
    const bool lifted = k == 0 || random.unit() < 0.45F || next == Move::Tapotement || before == Move::Tapotement;
    if (lifted && k > 0) {
      hand.air(random.range(0.2F, 0.6F));
      const float x = random.range(-8.0F, 8.0F);
      const float y = random.range(22.0F, 48.0F);
      hand.jumpTo({x, y});
    } else if (k > 0) {
      hand.rest(random.range(0.0F, 0.12F), Move::None, false);
    }
    hand.move(next, random.range(1.5F, 3.5F), !lifted);
    before = next;
  }
  hand.air(0.8F);
}

}  // namespace

Trace session(std::uint64_t seed, Family family) {
  Random random(seed, family == Family::MinimumJerk ? 11 : 12);
  HandPath hand(random, family);
  fiveMoves(hand, random);
  const Device device = randomDevice(random);
  return record(hand, device, random);
}

namespace {

// Five moves by a random device after `change` was made to it.
template <class Change>
Trace fiveMovesBy(std::uint64_t seed, std::uint64_t stream, Family family, const Change& change) {
  Random random(seed, stream);
  HandPath hand(random, family);
  fiveMoves(hand, random);
  Device device = randomDevice(random);
  change(device, random);
  return record(hand, device, random);
}

}  // namespace

Trace tremblingSession(std::uint64_t seed, Family family, float tremorCm) {
  return fiveMovesBy(seed, 13, family, [tremorCm](Device& device, Random& random) {
    device.tremorCm = tremorCm;
    device.tremorHz = random.range(4.0F, 7.0F);
  });
}

Trace sessionAtRate(std::uint64_t seed, Family family, float rateHz) {
  return fiveMovesBy(seed, 14, family, [rateHz](Device& device, Random&) { device.rateHz = rateHz; });
}

Trace aimless(std::uint64_t seed, Aimless kind) {
  Random random(seed, 15 + static_cast<std::uint64_t>(kind));
  HandPath hand(random, Family::MinimumJerk);
  hand.air(0.2F);
  const float seconds = random.range(8.0F, 12.0F);
  switch (kind) {
    case Aimless::Wandering: hand.wander(seconds); break;
    case Aimless::Menu: hand.menu(seconds); break;
    case Aimless::Scribble: hand.scribble(seconds); break;
  }
  hand.air(0.3F);
  const Device device = randomDevice(random);
  return record(hand, device, random);
}

Trace plain(const HandPath& path, std::uint64_t seed, float rateHz) {
  Random random(seed, 19);
  Device device;
  device.rateHz = rateHz;
  return record(path, device, random);
}

}  // namespace knead::test
