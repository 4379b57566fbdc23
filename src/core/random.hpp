// Random numbers that are the same everywhere: PCG32 (O'Neill 2014, "PCG: a family of simple fast
// space-efficient statistically good algorithms") with our own range mapping.
// Draw at most one number per expression: C++ does not order the arguments of a call.
#pragma once

#include <cstdint>

namespace knead {

class Random {
 public:
  // `stream` picks one of 2^63 independent sequences for the same seed.
  explicit constexpr Random(std::uint64_t seed = 0, std::uint64_t stream = 1) : m_step((stream << 1U) | 1U) {
    next();
    m_state += seed;
    next();
  }

  constexpr std::uint32_t next() {
    const std::uint64_t old = m_state;
    m_state = old * 6364136223846793005ULL + m_step;
    const auto mixed = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
    const auto turn = static_cast<std::uint32_t>(old >> 59U);
    return (mixed >> turn) | (mixed << ((32U - turn) & 31U));
  }

  // Uniform in [0, 1), 24 bits.
  constexpr float unit() { return static_cast<float>(next() >> 8U) * (1.0F / 16777216.0F); }
  // Uniform in [lo, hi).
  constexpr float range(float lo, float hi) { return lo + (hi - lo) * unit(); }
  // Uniform in 0 .. n-1; n > 0.
  constexpr std::uint32_t below(std::uint32_t n) {
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(next()) * n) >> 32U);
  }
  // About normal, mean 0, deviation 1, within +-3.46 (a sum of four uniforms).
  constexpr float normal() {
    float sum = unit();
    sum += unit();
    sum += unit();
    sum += unit();
    return (sum - 2.0F) * 1.7320508F;
  }

 private:
  std::uint64_t m_state = 0;
  std::uint64_t m_step;
};

}  // namespace knead
