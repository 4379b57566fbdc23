#include "app/screens/screen.hpp"

#include <algorithm>
#include <cmath>

namespace knead::app {

PageSize pageOf(float w, float h) {
  constexpr float kHeight = 720, kLeastWidth = 960;
  const float scale = std::min(h / kHeight, w / kLeastWidth);
  return {scale, std::round((h - kHeight * scale) * 0.5F), w / scale};
}

}  // namespace knead::app
