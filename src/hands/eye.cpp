#include "hands/eye.hpp"

#include "core/math.hpp"

namespace knead::hands {

using level::Technique;

namespace {

constexpr float kStoneRoomCm2 = 200.0F, kStoneEdgeCm = 2.5F, kStoneGlideS = 30.0F;
constexpr float kTight = 0.15F;  // a ring that still asks for work

// Lanes beside the midline, share of half a region's width, in the order in which a hand takes them.
float lanes(int turn, float half) {
  constexpr std::array<float, 6> kShares = {-0.45F, 0.45F, -0.8F, 0.8F, -0.2F, 0.2F};
  return kShares[static_cast<std::size_t>(turn) % kShares.size()] * half;
}

}  // namespace

Gesture Eye::aim(Technique t, int turn, const sim::Session& view, Random& random) const {
  Gesture g;
  g.technique = t;
  const level::Region& region = m_level.regions[static_cast<std::size_t>(turn) % m_level.regions.size()];
  const Vec2 centre{(region.x0 + region.x1) * 0.5F, (region.y0 + region.y1) * 0.5F};
  switch (t) {
    case Technique::Effleurage: {
      // Lanes beside the spine, up toward the heart from below it and down from above.
      const float half = (region.x1 - region.x0) * 0.5F;
      const float lane = lanes(turn, half);
      float x = centre.x + lane;
      if (absOf(x) < 2.2F) x = x < 0 ? -2.2F : 2.2F;
      float from = region.y1;
      float to = region.y0;
      const float span = maxOf(16.0F, region.y1 - region.y0) - (region.y1 - region.y0);
      from = minOf(from + span * 0.6F, 66.0F);
      to = maxOf(to - span * 0.6F, 2.0F);
      if (centre.y < 22.0F) {
        const float swap = from;
        from = to;
        to = swap;
      }
      g.at = {x, from};
      g.toward = {x * 1.05F, to};
      g.seconds = maxOf(0.8F, absOf(from - to) / 15.0F);
      break;
    }
    case Technique::Petrissage:
    case Technique::Vibration: {
      g.at = tightest(turn, view, random, t == Technique::Petrissage);
      g.toward = {1.0F, 0.0F};
      g.seconds = 4.0F;
      break;
    }
    case Technique::Friction: {
      g.at = anyTight(view) ? worstKnot(turn, view, centre, 1) : tightest(turn, view, random, false);
      const level::Fibres& fibres = level::fibresAt(g.at);
      const Vec2 along = fibres.count > 0 ? fibres.direction[0] : Vec2{0.0F, 1.0F};
      g.toward = {-along.y, along.x};
      g.seconds = 4.0F;
      break;
    }
    case Technique::Tapotement: {
      const float lane = lanes(turn, (region.x1 - region.x0) * 0.5F);
      float x = centre.x + lane;
      if (absOf(x) < 2.4F) x = x < 0 ? -2.4F : 2.4F;
      // Stay off the kidneys: above them, or close beside the spine.
      const float low = minOf(region.y1, 37.0F);
      g.at = {x, region.y0 + 1.0F};
      g.toward = {x, low > region.y0 + 4.0F ? low : region.y1};
      if (m_level.regions.front().y0 > 36.0F || (turn % 3) == 2) {
        const float beside = x < 0 ? -2.7F : 2.7F;
        g.at = {beside, region.y1};
        g.toward = {beside, maxOf(region.y0, 37.0F)};
      }
      g.seconds = 4.0F;
      break;
    }
    case Technique::TriggerPoint:
      g.at = begunKnot(turn, view, centre);
      g.seconds = 20.0F;
      break;
    case Technique::Acupressure:
      g.at = freshPoint(turn, view, centre);
      g.seconds = 7.0F;
      break;
    case Technique::Stretch: {
      int muscle = -1;
      g.at = shortMuscle(turn, centre, muscle);
      const level::Fibres& fibres = level::fibresAt(g.at);
      g.toward = fibres.count > 0 ? fibres.direction[0] : Vec2{0.0F, 1.0F};
      for (int f = 0; f < fibres.count; ++f) {
        if (fibres.muscle[static_cast<std::size_t>(f)] == muscle)
          g.toward = fibres.direction[static_cast<std::size_t>(f)];
      }
      g.seconds = 9.0F;
      break;
    }
    case Technique::Towel:
    case Technique::Pack: {
      g.at = Vec2{centre.x, (turn % 2) == 0 ? centre.y : centre.y - 6.0F};
      g.seconds = 0.3F;
      break;
    }
    case Technique::Stone: {
      g.at = worstKnot(turn, view, centre, 0);
      g.seconds = 0.3F;
      if ((region.x1 - region.x0) * (region.y1 - region.y0) < kStoneRoomCm2) break;
      // A wide place: it glides over all of it, lane by lane.
      g.at = {region.x0 + kStoneEdgeCm, region.y1 - kStoneEdgeCm};
      g.toward = {region.x0 + kStoneEdgeCm, region.y0 + kStoneEdgeCm};
      g.sweep = {region.x1 - region.x0 - 2.0F * kStoneEdgeCm, 0.0F};
      g.seconds = kStoneGlideS;
      break;
    }
  }
  return g;
}

Gesture Eye::aimAt(Technique t, Vec2 place) const {
  Gesture g;
  g.technique = t;
  g.at = place;
  const level::Fibres& fibres = level::fibresAt(place);
  const Vec2 along = fibres.count > 0 ? fibres.direction[0] : Vec2{0.0F, 1.0F};
  switch (t) {
    case Technique::Effleurage: {
      // Over the place, with a hand's length before and behind it, towards the heart.
      constexpr float kReach = 9.0F, kHeartY = 22.0F;
      const float way = place.y < kHeartY ? 1.0F : -1.0F;
      g.at = {place.x, clamp(place.y - way * kReach, 2.0F, 66.0F)};
      g.toward = {place.x, clamp(place.y + way * kReach, 2.0F, 66.0F)};
      g.seconds = absOf(g.toward.y - g.at.y) / 15.0F;
      break;
    }
    case Technique::Petrissage:
    case Technique::Vibration:
      g.toward = {1.0F, 0.0F};
      g.seconds = 4.0F;
      break;
    case Technique::Friction:
      g.toward = {-along.y, along.x};
      g.seconds = 4.0F;
      break;
    case Technique::Tapotement:
      g.toward = place;
      g.seconds = 4.0F;
      break;
    case Technique::TriggerPoint: g.seconds = 20.0F; break;
    case Technique::Acupressure: g.seconds = 7.0F; break;
    case Technique::Stretch:
      g.toward = along;
      g.seconds = 9.0F;
      break;
    case Technique::Towel:
    case Technique::Stone:
    case Technique::Pack: g.seconds = 0.3F; break;
  }
  return g;
}

bool Eye::anyTight(const sim::Session& view) {
  for (const sim::KnotView& knot : view.knots()) {
    if (!knot.released && knot.tightness > kTight) return true;
  }
  return false;
}

Vec2 Eye::worstKnot(int turn, const sim::Session& view, Vec2 centre, int kind) const {
  float worst = kTight;
  Vec2 at = centre;
  if (absOf(at.x) < 3.0F) at.x = (turn % 2) == 0 ? -3.6F : 3.6F;
  const std::span<const sim::KnotView> knots = view.knots();
  for (std::size_t k = 0; k < knots.size(); ++k) {
    const float bonus = static_cast<int>(m_level.knots[k].kind) == kind ? 0.5F : 0.0F;
    if (!knots[k].released && knots[k].tightness > kTight && knots[k].tightness + bonus > worst) {
      worst = knots[k].tightness + bonus;
      at = knots[k].at;
    }
  }
  return at;
}

Vec2 Eye::begunKnot(int turn, const sim::Session& view, Vec2 centre) const {
  const std::span<const sim::KnotView> knots = view.knots();
  float least = 2.0F;
  int found = -1;
  for (std::size_t k = 0; k < knots.size(); ++k) {
    if (knots[k].tightness < 0.12F) continue;
    const float rank = knots[k].tightness + (m_level.knots[k].kind == level::KnotKind::Nodule ? 0.0F : 1.0F);
    if (rank < least - 0.03F) {
      least = rank;
      found = static_cast<int>(k);
    }
  }
  return found >= 0 ? knots[static_cast<std::size_t>(found)].at : worstKnot(turn, view, centre, 0);
}

Vec2 Eye::tightest(int turn, const sim::Session& view, Random& random, bool knots) const {
  if (knots) {
    const std::span<const sim::KnotView> all = view.knots();
    float worst = 0.25F;
    int found = -1;
    for (std::size_t k = 0; k < all.size(); ++k) {
      if (m_level.knots[k].kind == level::KnotKind::Nodule) continue;
      if (all[k].tightness > worst) {
        worst = all[k].tightness;
        found = static_cast<int>(k);
      }
    }
    if (found >= 0 && (turn % 4) != 3) return all[static_cast<std::size_t>(found)].at;
  }
  // The reddest of a few places one looks at.
  Vec2 best{};
  float most = -1.0F;
  for (int i = 0; i < 6; ++i) {
    const level::Region& region = m_level.regions[random.below(static_cast<std::uint32_t>(m_level.regions.size()))];
    const float u = random.unit();
    const float v = random.unit();
    Vec2 at{lerp(region.x0 + 1.5F, region.x1 - 1.5F, u), lerp(region.y0 + 1.0F, region.y1 - 1.0F, v)};
    if (absOf(at.x) < 3.4F) at.x = at.x < 0 ? -3.4F : 3.4F;
    const float tone = view.tissue().tone[static_cast<std::size_t>(sim::cellAt(at))];
    const float sore = view.tissue().soreness[static_cast<std::size_t>(sim::cellAt(at))];
    if (tone + sore > most) {
      most = tone + sore;
      best = at;
    }
  }
  return best;
}

Vec2 Eye::freshPoint(int turn, const sim::Session& view, Vec2 centre) const {
  if (m_level.points.empty()) return nearestNamedPoint(turn, centre);
  int best = 0;
  for (int i = 1; i < static_cast<int>(m_level.points.size()); ++i) {
    if (view.pointDose(i) < view.pointDose(best) - 0.02F) best = i;
  }
  return m_level.points[static_cast<std::size_t>(best)];
}

Vec2 Eye::nearestNamedPoint(int turn, Vec2 centre) {
  Vec2 best = centre;
  float least = 1e9F;
  for (const level::NamedPoint& point : level::acupressurePoints()) {
    const Vec2 at{(turn % 2) == 0 ? -absOf(point.at.x) : absOf(point.at.x), point.at.y};
    const float d = lengthSquared(at - centre);
    if (absOf(at.x) > 1.0F && d < least) {
      least = d;
      best = at;
    }
  }
  return best;
}

Vec2 Eye::shortMuscle(int turn, Vec2 centre, int& index) const {
  const level::Tissue& tissue = m_level.tissue;
  if (tissue.shortMuscles.empty()) return {(turn % 2) == 0 ? -4.0F : 4.0F, centre.y};
  const std::size_t n = tissue.shortMuscles.size();
  const int side = tissue.shortSide != 0 ? tissue.shortSide : ((turn % 2) == 0 ? -1 : 1);
  const std::size_t pick =
      (tissue.shortSide != 0 ? static_cast<std::size_t>(turn) : static_cast<std::size_t>(turn / 2)) % n;
  index = level::muscleIndex(tissue.shortMuscles[pick], side > 0);
  const level::Muscle& muscle = level::muscles()[static_cast<std::size_t>(tissue.shortMuscles[pick])];
  // A belly point of the muscle that lies in the region.
  for (std::size_t s = 1; s + 1 < muscle.stations.size(); ++s) {
    Vec2 at = level::stationPoint(muscle.stations[s], 0.55F);
    at.x *= static_cast<float>(side);
    for (const level::Region& region : m_level.regions) {
      if (region.contains(at)) return at;
    }
  }
  Vec2 at = level::stationPoint(muscle.stations[muscle.stations.size() / 2], 0.55F);
  at.x *= static_cast<float>(side);
  return at;
}

}  // namespace knead::hands
