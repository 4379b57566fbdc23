#include "app/words/places.hpp"

#include <array>

#include "app/words/words.hpp"
#include "core/math.hpp"
#include "core/translatable.hpp"

namespace knead::app::words {

const char* placeWord(Vec2 cm) {
  struct Band {
    float until;   // cm below the base of the skull
    float middle;  // half the width that is neither left nor right
    const char *left, *centre, *right;
  };
  static constexpr std::array<Band, 5> kBands = {
      {{11, 2, N_("left of the neck"), N_("neck"), N_("right of the neck")},
       {19, 4, N_("left shoulder"), N_("top of the back"), N_("right shoulder")},
       {36, 3, N_("left shoulder blade"), N_("between the blades"), N_("right shoulder blade")},
       {41, 3, N_("left of the ribs"), N_("middle of the back"), N_("right of the ribs")},
       {200, 3, N_("left lower back"), N_("lower back"), N_("right lower back")}}};
  for (const Band& band : kBands) {
    if (cm.y <= band.until) return tr(cm.x < -band.middle ? band.left : cm.x > band.middle ? band.right : band.centre);
  }
  return "";
}

}  // namespace knead::app::words
