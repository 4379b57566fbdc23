#include "app/view/hot_spots.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/theme.hpp"
#include "app/view/fibres.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

constexpr float kHotSpotsApartCm = 9, kRadiusCm = 5.2F, kTremble = 2, kPerSecond = 3;  // style: 2 rp, 3 Hz
constexpr float kAllAt = 1.5F;  // degrees of excess for the full colour
constexpr std::size_t kMostHotSpots = 2;
constexpr int kSteps = 48;

}  // namespace

float warmthAt(const sim::TissueView& tissue, Vec2 cm) {
  return std::max(fieldAt(tissue.skinC, cm) - 34.5F, (fieldAt(tissue.muscleC, cm) - 37.3F) * 1.6F);
}

void HotSpots::find(const sim::Session& session) {
  m_spots.clear();
  std::vector<Spot> all;
  for (int cell = 0; cell < sim::kCells; ++cell) {
    const Vec2 cm = sim::cellCentre(cell);
    const float excess = warmthAt(session.tissue(), cm) - kTooWarm;
    if (excess > 0) all.push_back({cm, excess});
  }
  std::stable_sort(all.begin(), all.end(), [](const Spot& a, const Spot& b) { return a.excess > b.excess; });
  for (const Spot& spot : all) {
    const bool near = std::any_of(m_spots.begin(), m_spots.end(), [&](const Spot& other) {
      return lengthSquared(other.cm - spot.cm) < kHotSpotsApartCm * kHotSpotsApartCm;
    });
    if (!near) m_spots.push_back(spot);
    if (m_spots.size() == kMostHotSpots) return;
  }
}

void HotSpots::draw(Painter& p, const std::function<Vec2(Vec2)>& shown, float seconds, bool still) const {
  for (const Spot& spot : m_spots) {
    const Vec2 at = shown(spot.cm);
    const float radius = length(shown(spot.cm + Vec2{kRadiusCm, 0}) - at), seen = clamp01(spot.excess / kAllAt);
    const sf::Color colour = theme::fade(theme::tooHot, .35F + .5F * seen);
    if (still) {
      p.circle(at, radius, 1.4F, colour);
      p.circle(at, radius + 5, 1.4F, colour);
      continue;
    }
    std::vector<Vec2> edge;
    for (int i = 0; i <= kSteps; ++i) {
      const float a = 2 * kPi * static_cast<float>(i) / kSteps;
      const float r = radius + kTremble * std::sin(a * 9) * std::sin(2 * kPi * kPerSecond * seconds);
      edge.push_back(at + Vec2{std::cos(a), std::sin(a)} * r);
    }
    p.polyline(edge, 1.6F, colour, true);
  }
}

}  // namespace knead::app
