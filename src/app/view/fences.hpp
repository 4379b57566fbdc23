// Places that a level forbids, as they are seen: faint hatched rings with a small sign on the back, and their words.
// Reads the level; what a touch there costs is the simulation's.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/ui/painter.hpp"
#include "level/level.hpp"

namespace knead::app {

// A fence is a place to go round; what is wider is a rule for a whole part of the back, drawn as a bare ring.
[[nodiscard]] bool isFence(const level::NoGo& noGo);
// `toScreen`: from the material frame, cm, to reference pixels; `unit`: reference pixels to 71 cm.
void drawFences(Painter& painter, const level::Level& level, const std::function<Vec2(Vec2)>& toScreen, float unit);
// Where its signs stand.
[[nodiscard]] std::vector<Vec2> fenceSigns(const level::Level& level, const std::function<Vec2(Vec2)>& toScreen,
                                           float unit);
// The place that holds `at` and forbids `technique`, else, without a technique, the first fence there; null: none.
[[nodiscard]] const level::NoGo* fenceAt(const level::Level& level, Vec2 at,
                                         const level::Technique* technique = nullptr);
// "Fenced: the left kidney lies under here. ..." each reason once, translated; empty without any.
[[nodiscard]] std::string spokenFences(const level::Level& level);

}  // namespace knead::app
