#include "board/likeness.hpp"

#include <algorithm>
#include <cmath>

namespace knead::board {
namespace {

constexpr std::size_t kTicksPerSample = 4;
constexpr int kMostDelay = 15;  // samples: half a second
constexpr std::size_t kGlance = 8;
constexpr float kWorthALook = 3.0F;

float distanceCm(const Trail::At& a, const Trail::At& b) {
  if (a.contact != b.contact) return kApartCm;
  // Where a lifted hand is says nothing.
  if (!a.contact) return 0.0F;
  const auto x = static_cast<float>(a.x - b.x), y = static_cast<float>(a.y - b.y);
  return std::min(kApartCm, std::sqrt(x * x + y * y) * 0.01F);
}

// Looks at every `stride`th sample.
float apartAt(const Trail& a, const Trail& b, int delay, std::size_t stride) {
  const auto from = static_cast<std::size_t>(std::max(0, -delay));
  double sum = 0;
  std::size_t touched = 0;
  for (std::size_t i = from; i < a.at.size(); i += stride) {
    const std::size_t k = i + static_cast<std::size_t>(delay);
    if (k >= b.at.size()) break;
    if (!a.at[i].contact && !b.at[k].contact) continue;
    sum += static_cast<double>(distanceCm(a.at[i], b.at[k]));
    ++touched;
  }
  return touched == 0 ? kApartCm : static_cast<float>(sum / static_cast<double>(touched));
}

}  // namespace

Trail trailOf(const replay::Replay& replay) {
  Trail out;
  out.at.reserve(replay.inputs.size() / kTicksPerSample + 1);
  for (std::size_t i = 0; i < replay.inputs.size(); i += kTicksPerSample) {
    const sim::TickInput& in = replay.inputs[i];
    out.at.push_back({in.x, in.y, in.contact});
  }
  return out;
}

float apartCm(const Trail& a, const Trail& b) {
  if (std::min(a.at.size(), b.at.size()) * 2 < std::max(a.at.size(), b.at.size())) return kApartCm;
  const auto bestOf = [&](std::size_t stride) {
    float best = kApartCm;
    for (int delay = -kMostDelay; delay <= kMostDelay; ++delay) best = std::min(best, apartAt(a, b, delay, stride));
    return best;
  };
  // Nearly all are far apart, and a few samples show it.
  const float glance = bestOf(kGlance);
  return glance > kWorthALook * kAlikeCm ? glance : bestOf(1);
}

}  // namespace knead::board
