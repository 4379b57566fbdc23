// What one tick of play hears from the player, quantised. It is exactly what a replay stores and the only
// thing a Session is told after its setup.
#pragma once

#include <cstdint>

#include "core/vec2.hpp"
#include "level/technique.hpp"

namespace knead::sim {

inline constexpr int kTicksPerSecond = 120;
inline constexpr float kSecondsPerTick = 1.0F / 120.0F;
inline constexpr float kTherapyPerPlay = 10.0F;  // physiology runs ten times faster than the hand (game)

struct TickInput {
  std::int16_t x = 0;  // 1/100 cm, material frame
  std::int16_t y = 0;
  std::uint8_t ceiling = 166;  // how deep the hand may sink, 1/255 (166 = 0.65)
  level::Tool tool = level::Tool::Hand;
  bool contact = false;
  bool finish = false;  // the player says it is enough; heard only in a session without a timer

  friend bool operator==(const TickInput&, const TickInput&) = default;
  [[nodiscard]] Vec2 positionCm() const { return {static_cast<float>(x) * 0.01F, static_cast<float>(y) * 0.01F}; }
};

// Largest position the format carries, 1/100 cm; positions are clamped to it before they are judged.
inline constexpr int kMaxXHundredths = 4000, kMinYHundredths = -2000, kMaxYHundredths = 9000;

// Quantises a position of the material frame; rounds half away from zero.
[[nodiscard]] inline TickInput quantise(Vec2 cm, bool contact, level::Tool tool, float ceiling) {
  const auto round = [](float v, int lo, int hi) {
    if (!(v > static_cast<float>(lo))) return static_cast<std::int16_t>(lo);
    if (!(v < static_cast<float>(hi))) return static_cast<std::int16_t>(hi);
    return static_cast<std::int16_t>(static_cast<int>(v + (v < 0.0F ? -0.5F : 0.5F)));
  };
  TickInput in;
  in.x = round(cm.x * 100.0F, -kMaxXHundredths, kMaxXHundredths);
  in.y = round(cm.y * 100.0F, kMinYHundredths, kMaxYHundredths);
  in.ceiling = static_cast<std::uint8_t>(round(ceiling * 255.0F, 0, 255));
  in.tool = tool;
  in.contact = contact;
  return in;
}

}  // namespace knead::sim
