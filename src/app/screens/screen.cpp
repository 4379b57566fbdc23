#include "app/screens/screen.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/controls.hpp"
#include "app/words/words.hpp"

namespace knead::app {

PageSize pageOf(float w, float h) {
  constexpr float kHeight = 720, kLeastWidth = 960;
  const float scale = std::min(h / kHeight, w / kLeastWidth);
  return {scale, std::round((h - kHeight * scale) * 0.5F), w / scale};
}

void Screen::hintChooseBack(Painter& p, float right) const {
  constexpr float kFoot = 694;
  keyHints(p, {right, kFoot},
           {{m_services.controls.label(platform::Action::Confirm), words::tr("choose"), platform::Action::Confirm},
            {m_services.controls.label(platform::Action::Back), words::tr("back"), platform::Action::Back}},
           Align::Right);
}

}  // namespace knead::app
