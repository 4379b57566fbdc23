// The vertebrae and the sacrum, through the bend or in the layer of the back; one vertebra's outline for others. Knows
// the anatomy, not the session.
#pragma once

#include <functional>
#include <vector>

#include "app/ui/painter.hpp"
#include "app/view/stage.hpp"

namespace knead::app {

// A vertebra from behind about (0,0), the spinous process down: half its width and its height, any unit. A closed ring.
[[nodiscard]] std::vector<Vec2> vertebraOutline(float halfWidth, float height, int stepsPerCorner);
// Where the spine is drawn: through the bend, or in the layer that is bent later.
struct SpinePlace {
  std::function<Vec2(Vec2)> at;  // of a place of the back, cm
  float unit = 0;                // 71 cm
  bool bentLater = false;
  LayerPart part = {};  // what of it is wanted
};
// `aura` 0..1 gilds the bone.
void drawSpine(Painter& painter, const Bend& bend, const SpinePlace& place, float aura);

}  // namespace knead::app
