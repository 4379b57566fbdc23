// Four floats side by side, for loops over the cells of a grid. Every operation gives in each lane the bits of the
// same operation on a single float (core/math.hpp), on every target: with SSE2 through its instructions, elsewhere
// through plain loops. A compiler left to itself turns a nested min and max into six instructions instead of two.
#pragma once

#include "core/math.hpp"

// KNEAD_PLAIN_LANES asks for the plain loops where SSE2 is there too: tests compare the two.
#if defined(__SSE2__) && !defined(KNEAD_PLAIN_LANES)
#define KNEAD_LANES_SSE2 1
#include <emmintrin.h>
#endif

namespace knead {

#ifdef KNEAD_LANES_SSE2
inline namespace lanes_sse2 {

struct Lanes4 {
  __m128 v;

  Lanes4() : v(_mm_setzero_ps()) {}
  Lanes4(float all) : v(_mm_set1_ps(all)) {}  // implicit: formulas mix lanes and constants
  explicit Lanes4(__m128 given) : v(given) {}
  // `from` and `to` point at four floats and are aligned to 16 bytes.
  static Lanes4 load(const float* from) { return Lanes4(_mm_load_ps(from)); }
  void store(float* to) const { _mm_store_ps(to, v); }

  friend Lanes4 operator+(Lanes4 a, Lanes4 b) { return Lanes4(_mm_add_ps(a.v, b.v)); }
  friend Lanes4 operator-(Lanes4 a, Lanes4 b) { return Lanes4(_mm_sub_ps(a.v, b.v)); }
  friend Lanes4 operator*(Lanes4 a, Lanes4 b) { return Lanes4(_mm_mul_ps(a.v, b.v)); }
  // minps and maxps are a < b ? a : b and a > b ? a : b, zeros and not-a-numbers included.
  friend Lanes4 minOf(Lanes4 a, Lanes4 b) { return Lanes4(_mm_min_ps(a.v, b.v)); }
  friend Lanes4 maxOf(Lanes4 a, Lanes4 b) { return Lanes4(_mm_max_ps(a.v, b.v)); }
  // a < b ? yes : no
  friend Lanes4 whereLess(Lanes4 a, Lanes4 b, Lanes4 yes, Lanes4 no) {
    const __m128 less = _mm_cmplt_ps(a.v, b.v);
    return Lanes4(_mm_or_ps(_mm_and_ps(less, yes.v), _mm_andnot_ps(less, no.v)));
  }
};

#else
inline namespace lanes_plain {

struct Lanes4 {
  float v[4] = {};

  Lanes4() = default;
  Lanes4(float all) : v{all, all, all, all} {}
  static Lanes4 load(const float* from) {
    Lanes4 out;
    for (int i = 0; i < 4; ++i) out.v[i] = from[i];
    return out;
  }
  void store(float* to) const {
    for (int i = 0; i < 4; ++i) to[i] = v[i];
  }

  friend Lanes4 operator+(Lanes4 a, Lanes4 b) {
    for (int i = 0; i < 4; ++i) a.v[i] = a.v[i] + b.v[i];
    return a;
  }
  friend Lanes4 operator-(Lanes4 a, Lanes4 b) {
    for (int i = 0; i < 4; ++i) a.v[i] = a.v[i] - b.v[i];
    return a;
  }
  friend Lanes4 operator*(Lanes4 a, Lanes4 b) {
    for (int i = 0; i < 4; ++i) a.v[i] = a.v[i] * b.v[i];
    return a;
  }
  friend Lanes4 minOf(Lanes4 a, Lanes4 b) {
    for (int i = 0; i < 4; ++i) a.v[i] = a.v[i] < b.v[i] ? a.v[i] : b.v[i];
    return a;
  }
  friend Lanes4 maxOf(Lanes4 a, Lanes4 b) {
    for (int i = 0; i < 4; ++i) a.v[i] = a.v[i] > b.v[i] ? a.v[i] : b.v[i];
    return a;
  }
  friend Lanes4 whereLess(Lanes4 a, Lanes4 b, Lanes4 yes, Lanes4 no) {
    for (int i = 0; i < 4; ++i) a.v[i] = a.v[i] < b.v[i] ? yes.v[i] : no.v[i];
    return a;
  }
};

#endif

[[nodiscard]] inline Lanes4 clamp(Lanes4 x, Lanes4 lo, Lanes4 hi) { return minOf(maxOf(x, lo), hi); }
[[nodiscard]] inline Lanes4 clamp01(Lanes4 x) { return clamp(x, 0.0F, 1.0F); }

}  // inline namespace
}  // namespace knead
