// The places of the back that stories name: the region that is worked on, where knots can lie and in which muscle, and
// what is short and bent there. Tables only; the numbers are the game's, the muscles are anatomy.cpp's.
#pragma once

#include <span>

#include "daily/story.hpp"
#include "level/anatomy.hpp"

namespace knead::daily {

// Where a knot can lie, on the right side; mirrored for the left. Tenths of a cm of the material frame.
struct Site {
  int x = 0, y = 0;
  level::MuscleGroup muscle = level::MuscleGroup::ErectorSpinae;
};

struct Ground {
  int halfWidth = 12, top = 10, bottom = 40;  // cm
  std::span<const Site> sites;                // the first ones also hold single knots that send their pain elsewhere
  std::span<const level::MuscleGroup> shortMuscles;
  int refersX = 0, refersY = 0;  // where the first site's pain is felt, tenths of a cm, right side
  // How much of each postural fault goes with this place, hundredths of the pain's own.
  int forwardHead = 0, kyphosis = 0, lordosis = 0, pelvicTilt = 0;
  int moreSeconds = 0;  // a wide place takes longer
};

[[nodiscard]] const Ground& groundOf(Place place);

}  // namespace knead::daily
