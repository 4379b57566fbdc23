// Small tools of synthesis at 48 kHz: noise, slow followers, filters, a sine from a table. Single precision; nothing
// here allocates or locks.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "core/math.hpp"

namespace knead::sound {

inline constexpr int kRate = 48000;

inline float decibels(float db) { return std::exp2(db * 0.166096405F); }  // to a factor

class Noise {
 public:
  explicit Noise(std::uint32_t seed) : m_state(seed | 1U) {}
  float next() {  // -1..1
    m_state ^= m_state << 13U;
    m_state ^= m_state >> 17U;
    m_state ^= m_state << 5U;
    return static_cast<float>(static_cast<std::int32_t>(m_state)) * (1.0F / 2147483648.0F);
  }
  float unit() { return .5F + .5F * next(); }

 private:
  std::uint32_t m_state;
};

// Goes to its target by 1 - 1/e in `seconds`.
class Follow {
 public:
  explicit Follow(float seconds, float start = 0) : m_value(start), m_step(1 - std::exp(-1 / (seconds * kRate))) {}
  float next(float target) { return m_value += (target - m_value) * m_step; }
  [[nodiscard]] float value() const { return m_value; }

 private:
  float m_value, m_step;
};

class LowPass {
 public:
  float next(float x, float hertz) {
    m_y += (x - m_y) * (1 - std::exp(-kTau * hertz / kRate));
    return m_y;
  }
  // With a step worked out once a block.
  float nextStep(float x, float step) { return m_y += (x - m_y) * step; }
  static float step(float hertz) { return 1 - std::exp(-kTau * hertz / kRate); }

 private:
  float m_y = 0;
};

// State variable filter, topology preserving: band and low outputs; stable up to a third of the rate.
class Band {
 public:
  void tune(float hertz, float q) {
    m_g = std::tan(kPi * hertz / kRate);
    m_k = 1 / q;
    m_a = 1 / (1 + m_g * (m_g + m_k));
  }
  float next(float x) {  // the band, unity at its middle
    const float v3 = x - m_low;
    const float v1 = m_a * m_band + m_g * m_a * v3;
    const float v2 = m_low + m_g * v1;
    m_band = 2 * v1 - m_band;
    m_low = 2 * v2 - m_low;
    return v1 * m_k;
  }

 private:
  float m_g = .1F, m_k = 1, m_a = 1, m_band = 0, m_low = 0;
};

// sin(2 pi turn) from a table with linear interpolation; error under 3e-6.
inline float sineOf(float turn) {
  constexpr std::size_t kSize = 2048;
  static const std::array<float, kSize + 1> table = [] {
    std::array<float, kSize + 1> t{};
    for (std::size_t i = 0; i <= kSize; ++i) t[i] = std::sin(kTau * static_cast<float>(i) / kSize);
    return t;
  }();
  const float at = (turn - std::floor(turn)) * kSize;
  const auto i = static_cast<std::size_t>(at);
  const float part = at - static_cast<float>(i);
  const std::size_t k = i < kSize ? i : kSize - 1;
  return table[k] + (table[k + 1] - table[k]) * part;
}

class Sine {
 public:
  float next(float hertz) {
    m_turn += hertz / kRate;
    if (m_turn >= 1) m_turn -= 1;
    return sineOf(m_turn);
  }

 private:
  float m_turn = 0;
};

struct Frame {
  float left = 0, right = 0;
  void add(float x, float pan) {  // equal power
    const float turn = (pan + 1) * .125F;
    left += x * sineOf(turn + .25F);
    right += x * sineOf(turn);
  }
};

}  // namespace knead::sound
