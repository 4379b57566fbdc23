// What a render measures: loudness after EBU R 128, true peak, and what a careless mixer would leave in it.
#pragma once

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

#include "sound/mixer.hpp"

namespace knead::sound {

struct Measured {
  double lufs = 0;        // integrated
  double truePeakDb = 0;  // dBTP
  double step = 0;        // the largest between neighbouring samples, full scale 1
  double edge = 0;        // of these, the largest at the edge of a block
  double offsetDb = 0;    // direct current
  bool finite = true;
};

inline constexpr int kBlock = 960;  // samples a channel, 20 ms

// Renders `seconds`; `before` is called ahead of each block with the time.
inline Measured measure(Mixer& mixer, double seconds, const std::function<void(double)>& before = {}) {
  ebur128_state* meter = ebur128_init(2, kRate, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
  Measured out;
  std::vector<float> block(2 * kBlock);
  double sum = 0, left = 0;
  const int blocks = static_cast<int>(seconds * kRate / kBlock);
  for (int b = 0; b < blocks; ++b) {
    if (before) before(static_cast<double>(b) * kBlock / kRate);
    mixer.render(block);
    ebur128_add_frames_float(meter, block.data(), kBlock);
    for (std::size_t i = 0; i < block.size(); i += 2) {
      const double x = static_cast<double>(block[i]);
      out.finite = out.finite && std::isfinite(block[i]) && std::isfinite(block[i + 1]);
      out.step = std::max(out.step, std::abs(x - left));
      if (i == 0) out.edge = std::max(out.edge, std::abs(x - left));
      left = x;
      sum += x;
    }
  }
  double peakLeft = 0, peakRight = 0;
  ebur128_loudness_global(meter, &out.lufs);
  ebur128_true_peak(meter, 0, &peakLeft);
  ebur128_true_peak(meter, 1, &peakRight);
  ebur128_destroy(&meter);
  out.truePeakDb = 20 * std::log10(std::max({peakLeft, peakRight, 1e-9}));
  out.offsetDb = 20 * std::log10(std::abs(sum / (static_cast<double>(blocks) * kBlock)) + 1e-12);
  return out;
}

}  // namespace knead::sound
