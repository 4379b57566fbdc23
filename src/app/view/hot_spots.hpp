// Where the tissue is warmer than is good: up to two places with an edge that trembles, three times a second, or with
// two still rings where motion is unwelcome. Reads a session, keeps where it saw them.
#pragma once

#include <functional>
#include <vector>

#include "app/ui/painter.hpp"
#include "sim/session.hpp"

namespace knead::app {

// How warm a place looks, degrees above ease; from kTooWarm on it is too much. cm is the material frame.
[[nodiscard]] float warmthAt(const sim::TissueView& tissue, Vec2 cm);
inline constexpr float kTooWarm = 8.2F;

class HotSpots {
 public:
  void find(const sim::Session& session);
  // `shown`: from the material frame to the page.
  void draw(Painter& painter, const std::function<Vec2(Vec2)>& shown, float seconds, bool still) const;

 private:
  struct Spot {
    Vec2 cm;
    float excess;  // degrees
  };
  std::vector<Spot> m_spots;
};

}  // namespace knead::app
