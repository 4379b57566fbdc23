// The display around the back keeps its columns apart, in every window from 4:3 to very wide.
#include "app/screens/play/hud.hpp"

#include <cmath>

#include "support/catch.hpp"

TEST_CASE("panels lie in the window and do not overlap", "[app]") {
  for (const float width : {960.0F, 1024.0F, 1152.0F, 1280.0F, 1500.0F, 1706.0F, 2560.0F, -960.0F, -1280.0F,
                            -1706.0F}) {  // less than nothing: in the largest type
    knead::app::HudLayout layout(std::abs(width), {0, 1, 1, 1}, width < 0 ? 2.0F : 1.0F);
    layout.depthSigns = width < 1000;
    const auto panels = layout.panels();
    for (std::size_t i = 0; i < panels.size(); ++i) {
      const auto& a = panels[i];
      INFO(width << ": panel " << i);
      REQUIRE(a.at.x >= 0);
      REQUIRE(a.at.y >= 0);
      REQUIRE(a.at.x + a.size.x <= layout.width);
      REQUIRE(a.at.y + a.size.y <= 720);
      for (std::size_t k = i + 1; k < panels.size(); ++k) {
        const auto& b = panels[k];
        const bool apart = a.at.x + a.size.x <= b.at.x || b.at.x + b.size.x <= a.at.x || a.at.y + a.size.y <= b.at.y ||
                           b.at.y + b.size.y <= a.at.y;
        REQUIRE(apart);
      }
    }
    // Columns stay within reach of the eye.
    REQUIRE(layout.width / 2 - layout.left <= 710);
    REQUIRE(layout.left >= 40);
  }
}
