// Every operation of Lanes4 over awkward values, as bits. Included by two translation units, one of which asks for
// the plain loops: all of it stays inside the one that includes it.
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/lanes.hpp"

// Two translation units compile these differently, so each keeps its own.
namespace knead {
namespace {

std::vector<float> awkwardValues() {
  std::vector<float> values = {0.0F,
                               -0.0F,
                               1.0F,
                               -1.0F,
                               0.3F,
                               1e-40F,
                               -1e-40F,
                               3e38F,
                               -3e38F,
                               std::numeric_limits<float>::infinity(),
                               -std::numeric_limits<float>::infinity(),
                               std::numeric_limits<float>::quiet_NaN()};
  for (int i = 0; i < 52; ++i) values.push_back(static_cast<float>(i * i - 700) * 0.0137F);
  return values;
}

// One operation, on lanes and on single floats.
template <class Lane, class Single>
void addBits(std::vector<std::uint32_t>& out, const std::vector<float>& values, Lane lane, Single single, int& wrong) {
  for (std::size_t i = 0; i + 4 <= values.size(); i += 4) {
    for (std::size_t j = 0; j + 4 <= values.size(); ++j) {
      alignas(16) float a[4];
      alignas(16) float b[4];
      alignas(16) float r[4];
      for (std::size_t k = 0; k < 4; ++k) {
        a[k] = values[i + k];
        b[k] = values[j + k];
      }
      lane(Lanes4::load(a), Lanes4::load(b)).store(r);
      for (std::size_t k = 0; k < 4; ++k) {
        const float one = single(a[k], b[k]);
        // Which not-a-number comes out is not promised, only that one does.
        const bool bothNaN = one != one && r[k] != r[k];
        if (!bothNaN && std::bit_cast<std::uint32_t>(one) != std::bit_cast<std::uint32_t>(r[k])) ++wrong;
        out.push_back(r[k] != r[k] ? 0x7FC00000U : std::bit_cast<std::uint32_t>(r[k]));
      }
    }
  }
}

std::vector<std::uint32_t> sample(int& wrong) {
  const std::vector<float> v = awkwardValues();
  std::vector<std::uint32_t> out;
  addBits(
      out, v, [](Lanes4 a, Lanes4 b) { return a + b; }, [](float a, float b) { return a + b; }, wrong);
  addBits(
      out, v, [](Lanes4 a, Lanes4 b) { return a - b; }, [](float a, float b) { return a - b; }, wrong);
  addBits(
      out, v, [](Lanes4 a, Lanes4 b) { return a * b; }, [](float a, float b) { return a * b; }, wrong);
  addBits(
      out, v, [](Lanes4 a, Lanes4 b) { return minOf(a, b); }, [](float a, float b) { return minOf(a, b); }, wrong);
  addBits(
      out, v, [](Lanes4 a, Lanes4 b) { return maxOf(a, b); }, [](float a, float b) { return maxOf(a, b); }, wrong);
  addBits(
      out, v, [](Lanes4 a, Lanes4 b) { return clamp(a, -0.5F, b); },
      [](float a, float b) { return clamp(a, -0.5F, b); }, wrong);
  addBits(
      out, v, [](Lanes4 a, Lanes4 b) { return whereLess(a, b, a + b, b - a); },
      [](float a, float b) { return a < b ? a + b : b - a; }, wrong);
  addBits(
      out, v, [](Lanes4 a, Lanes4 b) { return exp2Small(clamp(a - b, -4.0F, 4.0F)); },
      [](float a, float b) { return exp2Small(clamp(a - b, -4.0F, 4.0F)); }, wrong);
  return out;
}

}  // namespace
}  // namespace knead
