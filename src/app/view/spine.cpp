// Twenty-four vertebrae as rounded outlines, the sacrum below; see the header.
#include "app/view/spine.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/theme.hpp"
#include "app/view/body_shape.hpp"
#include "core/math.hpp"
#include "level/anatomy.hpp"

namespace knead::app {

std::vector<Vec2> vertebraOutline(float w, float h, int steps) {
  const std::array<Vec2, 10> right = {{{0, -.46F * h},
                                       {.30F * w, -.44F * h},
                                       {.46F * w, -.20F * h},
                                       {w, -.20F * h},
                                       {1.06F * w, -.02F * h},
                                       {.86F * w, .10F * h},
                                       {.46F * w, .14F * h},
                                       {.26F * w, .42F * h},
                                       {.10F * w, .74F * h},
                                       {0, .80F * h}}};
  std::vector<Vec2> ring(right.begin(), right.end());
  for (std::size_t k = 8; k > 0; --k) ring.push_back({-right[k].x, right[k].y});
  // Corners are control points, the middles between them lie on the curve.
  std::vector<Vec2> path;
  for (std::size_t k = 0; k < ring.size(); ++k) {
    const Vec2 a = ring[(k + ring.size() - 1) % ring.size()], b = ring[k], c = ring[(k + 1) % ring.size()];
    const Vec2 p = (a + b) * .5F, q = (b + c) * .5F;
    for (int i = 0; i < steps; ++i) {
      const float t = static_cast<float>(i) / static_cast<float>(steps);
      path.push_back(p * ((1 - t) * (1 - t)) + b * (2 * t * (1 - t)) + q * (t * t));
    }
  }
  return path;
}

void drawSpine(Painter& painter, const Bend& bend, const SpinePlace& place, float aura) {
  constexpr float kHalfWidth = .06F, kReach = .03F;  // of the widest bone, and of one above and below its place
  const LayerPart& part = place.part;
  if (part.left > kHalfWidth || part.right < -kHalfWidth) return;
  const auto meets = [&](float y, float height) { return y + height > part.top && y - kReach < part.bottom; };
  const sf::Color bone = theme::mix(theme::bone, theme::gold, aura * .35F);
  const auto bones = level::vertebrae();
  // A bone stands across the midline as it is shown.
  const auto placed = [&](float yCm, float slope) {
    const Vec2 o = place.at({0, yCm});
    const float angle = -std::atan(slope), c = std::cos(angle), s = std::sin(angle);
    const Bend::Steps steps = place.bentLater ? bend.upright(yCm) : Bend::Steps{};
    return [=](Vec2 p) { return o + steps.of({p.x * c - p.y * s, p.x * s + p.y * c}); };
  };
  for (std::size_t i = 0; i < bones.size(); ++i) {
    const float n = static_cast<float>(i);
    if (!meets(bones[i].yCm / kUnitCm, 2 * kReach)) continue;
    const float w = place.unit * .9F *
                    (i < 7    ? lerp(.021F, .025F, n / 6)
                     : i < 19 ? lerp(.028F, .033F, (n - 7) / 11)
                              : lerp(.04F, .047F, (n - 19) / 4));
    const float h = place.unit * .9F * (i < 7 ? .0235F : i < 19 ? .0325F : .049F);
    const float fade = smoothStep(-.01F, .05F, bones[i].yCm / kUnitCm);
    const auto at = placed(bones[i].yCm, bend.slope(bones[i].yCm));
    std::vector<Vec2> path = vertebraOutline(w, h, 3);
    for (Vec2& p : path) p = at(p);
    const float y0 = at({0, -.5F * h}).y, y1 = at({0, .8F * h}).y;
    painter.fill(path,
                 [=](Vec2 p) { return theme::fade(bone, lerp(.5F, .12F, clamp01((p.y - y0) / (y1 - y0))) * fade); });
    painter.polyline(path, std::max(.7F, place.unit * .0019F), theme::fade(bone, .78F * fade), true);
    painter.bead(at({0, h * .10F}), at({0, h * .50F}), w * .17F + 1.0F, theme::fade(bone, .9F * fade));
  }
  constexpr float kSacrum = .832F, kSacrumHeight = .17F;
  if (!meets(kSacrum, kSacrumHeight)) return;
  const float s = place.unit;
  const auto at = placed(kSacrum * kUnitCm, bend.slope(62));
  std::vector<Vec2> path;
  const std::array<Vec2, 9> side = {{{0, 0},
                                     {.03F, .000F},
                                     {.05F, .008F},
                                     {.0535F, .03F},
                                     {.048F, .06F},
                                     {.033F, .095F},
                                     {.014F, .128F},
                                     {.007F, .155F},
                                     {0, .17F}}};
  for (int i = 0; i <= 24; ++i) path.push_back(at(curveAt(side, static_cast<float>(i) / 24) * s));
  for (int i = 23; i > 0; --i) {
    const Vec2 p = curveAt(side, static_cast<float>(i) / 24) * s;
    path.push_back(at({-p.x, p.y}));
  }
  const float top = at({0, 0}).y;
  painter.fill(path,
               [=](Vec2 p) { return theme::fade(bone, lerp(.42F, .06F, clamp01((p.y - top) / (kSacrumHeight * s)))); });
  painter.polyline(path, std::max(.7F, s * .0018F), theme::fade(bone, .65F), true);
  for (int r = 0; r < 4; ++r) {
    for (const float x : {-1.0F, 1.0F})
      painter.disc(
          at(Vec2{x * lerp(.026F, .012F, static_cast<float>(r) / 3), .030F + .028F * static_cast<float>(r)} * s),
          std::max(.8F, .0034F * s), theme::fade(bone, .75F));
  }
}

}  // namespace knead::app
