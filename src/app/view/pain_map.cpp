#include "app/view/pain_map.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/theme.hpp"
#include "app/words/places.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

constexpr float kStepCm = 1.5F, kApartCm = 11, kLeastPain = 2.5F;  // game
constexpr std::size_t kMost = 3;
constexpr float kLabelApart = 44;

}  // namespace

std::vector<SorePlace> sorePlaces(const sim::Session& session) {
  std::vector<SorePlace> found;
  for (const level::Region& region : session.level().regions) {
    for (float y = region.y0; y <= region.y1; y += kStepCm) {
      for (float x = region.x0; x <= region.x1; x += kStepCm) found.push_back({{x, y}, session.painAt({x, y})});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const SorePlace& a, const SorePlace& b) { return a.pain > b.pain; });
  std::vector<SorePlace> out;
  for (const SorePlace& place : found) {
    if (place.pain < kLeastPain || out.size() == kMost) break;
    const bool near = std::any_of(out.begin(), out.end(), [&](const SorePlace& other) {
      return lengthSquared(other.cm - place.cm) < kApartCm * kApartCm;
    });
    if (!near) out.push_back(place);
  }
  return out;
}

void drawPainMap(Painter& p, const std::vector<SorePlace>& places, const Bend& bend, const Stage& stage, float left,
                 float right, bool placed) {
  for (const SorePlace& place : places) {
    const float size = stage.unit * (.06F + .05F * place.pain / 10);
    p.glow(stage.toScreen(bend, place.cm), size * 1.5F, theme::ember, .10F + .2F * place.pain / 10);
  }
  // Words keep their distance from each other, from the top down.
  std::vector<SorePlace> ordered = places;
  std::sort(ordered.begin(), ordered.end(), [](const SorePlace& a, const SorePlace& b) { return a.cm.y < b.cm.y; });
  float lowest[2] = {0, 0};
  for (const SorePlace& place : ordered) {
    const Vec2 at = stage.toScreen(bend, place.cm);
    const bool onRight = place.cm.x >= 0;
    const float y = std::max(at.y, lowest[onRight ? 1 : 0]);
    lowest[onRight ? 1 : 0] = y + kLabelApart * p.typeScale();
    const std::string pain = words::fill(placed ? words::tr("Pain {pain} of 10") : words::tr("{pain} of 10"),
                                         {{"pain", std::to_string(std::lround(place.pain))}});
    const std::string name = placed ? words::placeWord(place.cm) : "";
    const float width =
        std::max(p.textWidth(pain, Face::SemiBold, theme::body), p.textWidth(name, Face::Regular, theme::small));
    const float outside = onRight ? right - width : left, beside = onRight ? at.x + 16 : at.x - 16 - width;
    const float x = placed ? outside : clamp(beside, left, right - width);
    p.glow({x + width / 2, y + 4}, std::max(70.0F, width * .8F), theme::shade, .85F, .42F, false);
    const float lines = name.empty() ? 1.0F : 2.0F, high = 8 + 19 * lines * p.typeScale();
    p.roundRect({x - 8, y - 16 * p.typeScale()}, {width + 16, high}, 10, theme::fade(theme::shade, .7F));
    const float side = onRight ? 1.0F : -1.0F, end = onRight ? x - 8 : x + width + 8;
    if (placed)
      p.polyline({at + Vec2{5 * side, 0}, {end - 18 * side, at.y}, {end, y}}, 1, theme::fade(theme::ink, .65F));
    p.circle(at, 5, 1.6F, theme::ink);
    p.text(pain, {x, y + (placed ? 1.0F : 5.0F)}, Face::SemiBold, theme::body, theme::ink);
    p.text(name, {x, y + 20}, Face::Regular, theme::small, theme::ink);
  }
}

}  // namespace knead::app
