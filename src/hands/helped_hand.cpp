#include "hands/helped_hand.hpp"

#include <algorithm>

#include "core/math.hpp"
#include "hands/handling.hpp"

namespace knead::hands {

using level::isTool;
using level::Technique;
using level::toolOf;

namespace {

// All game.
constexpr Skill kSkill{0.15F, 0.03F, 1.0F, 0.03F, 0.05F, 0.03F, 0.0F, 0.15F};
constexpr float kQuickest = 1.4F, kSlowest = 0.7F, kTired = 0.55F;  // of the usual tempo
constexpr float kLateBeats = 1.5F, kLiftBeats = 3.5F, kTiresPerS = 0.5F;
constexpr float kCarryPerTick = 0.075F;  // share of the rest of the way
constexpr float kSoft = 0.12F;           // a knot that gave
constexpr float kDepthStep = 0.25F;      // gentle and deep, relative
constexpr float kLaidNearCm = 7.0F;

const sim::LaidTool* laidOf(level::Tool tool, const sim::Session& view) {
  for (const sim::LaidTool& laid : view.tools())
    if (laid.tool == tool) return &laid;
  return nullptr;
}

}  // namespace

std::vector<Place> placesOf(const level::Level& level) {
  std::vector<Place> places, spots;
  for (std::size_t i = 0; i < level.regions.size(); ++i) {
    const level::Region& r = level.regions[i];
    places.push_back({Place::Kind::Area, static_cast<int>(i), {(r.x0 + r.x1) * 0.5F, (r.y0 + r.y1) * 0.5F}});
  }
  for (std::size_t i = 0; i < level.knots.size(); ++i)
    spots.push_back({Place::Kind::Knot, static_cast<int>(i), level.knots[i].at});
  for (std::size_t i = 0; i < level.points.size(); ++i)
    spots.push_back({Place::Kind::Point, static_cast<int>(i), level.points[i]});
  std::stable_sort(spots.begin(), spots.end(), [](const Place& a, const Place& b) { return a.at.y < b.at.y; });
  places.insert(places.end(), spots.begin(), spots.end());
  return places;
}

std::vector<Technique> movesAt(const Place& place, const sim::Session& view) {
  std::vector<Technique> moves;
  const unsigned here = place.kind == Place::Kind::Area   ? kOnAreas
                        : place.kind == Place::Kind::Knot ? kOnKnots
                                                          : kOnPoints;
  for (int i = 0; i < level::kTechniqueCount; ++i) {
    const auto t = static_cast<Technique>(i);
    if ((handlingOf(t).places & here) != 0U) moves.push_back(t);
  }
  for (const Technique t : {Technique::Towel, Technique::Stone, Technique::Pack})
    if (view.stock(toolOf(t)) > 0 || laidOf(toolOf(t), view) != nullptr) moves.push_back(t);
  return moves;
}

HelpedHand::HelpedHand(const level::Level& level, std::uint64_t seed)
    : m_places(placesOf(level)), m_hand(seed, kSkill) {
  m_areas.reserve(level.regions.size());
  for (const level::Region& region : level.regions) {
    m_areas.push_back(level);
    m_areas.back().regions = {region};
  }
  for (const level::Level& area : m_areas) m_eyes.emplace_back(area);
  if (!m_places.empty()) m_at = m_places.front().at;
}

void HelpedHand::choose(int place) {
  stop();
  const int n = static_cast<int>(m_places.size());
  if (n > 0) m_place = ((place % n) + n) % n;
}

void HelpedHand::start(Technique technique) {
  if (m_places.empty()) return;
  stop();
  m_working = technique;
  m_turn = 0;
  m_begun = false;
  m_sinceBeat = 0.0F;
  m_tempo = 1.0F;
}

void HelpedHand::stop() {
  m_leavesStone = m_leavesStone || (m_hand.busy() && lengthSquared(m_hand.gesture().sweep) > 0.0F);
  m_working.reset();
  m_hand.lift();
}

void HelpedHand::beat() {
  if (!wantsBeat()) return;
  m_tempo = clamp(kBeatS / maxOf(m_sinceBeat, 0.01F), kSlowest, kQuickest);
  m_sinceBeat = 0.0F;
}

void HelpedHand::next(const sim::Session& view) {
  const Technique t = *m_working;
  const Place& place = m_places[static_cast<std::size_t>(m_place)];
  Gesture g;
  if (place.kind == Place::Kind::Area) {
    g = m_eyes[static_cast<std::size_t>(place.index)].aim(t, m_turn++, view, m_hand.random());
  } else {
    g = m_eyes.front().aimAt(t, place.at);
  }
  if (isTool(t)) {
    const sim::LaidTool* laid = laidOf(toolOf(t), view);
    const bool here = laid != nullptr && lengthSquared(laid->at - g.at) < kLaidNearCm * kLaidNearCm;
    if (laid != nullptr && (here || view.stock(toolOf(t)) <= 0)) {
      g.at = laid->at;
      g.seconds = 0.2F;
    }
  }
  m_hand.begin(g);
  m_begun = true;
}

float HelpedHand::ceiling(const sim::Session& view) const {
  const Technique t = *m_working;
  const float depth = handlingOf(t).wanted * (1.0F + kDepthStep * static_cast<float>(m_depth));
  return maxOf(heldBack(t, depth, view.person(), 0.0F), handlingOf(t).least) / handlingOf(t).cap;
}

// A tool is laid once; a press is over when its knot lets go, and a point when it has given what it can.
bool HelpedHand::done(const sim::Session& view) const {
  const Technique t = *m_working;
  const Place& place = m_places[static_cast<std::size_t>(m_place)];
  const auto index = static_cast<std::size_t>(place.index);
  if (isTool(t)) return m_begun && !m_hand.busy();
  if (t == Technique::TriggerPoint && place.kind == Place::Kind::Knot) return view.knots()[index].tightness < kSoft;
  if (t == Technique::Acupressure && place.kind == Place::Kind::Point) return view.pointDose(place.index) > 0.98F;
  return false;
}

sim::PointerSample HelpedHand::sample(const sim::Session& view) {
  if (m_leavesStone && !m_hand.busy()) {
    m_leavesStone = false;
    if (const sim::LaidTool* stone = laidOf(level::Tool::Stone, view)) {
      Gesture lift;
      lift.technique = Technique::Stone;
      lift.at = stone->at;
      lift.seconds = 0.2F;
      m_hand.begin(lift);
    }
  }
  if (m_working && done(view)) stop();
  if (wantsBeat()) {
    m_sinceBeat += sim::kSecondsPerTick;
    if (beatDue() > kLateBeats) m_tempo = maxOf(kTired, m_tempo - kTiresPerS * sim::kSecondsPerTick);
    if (beatDue() > kLiftBeats) stop();
  }
  if (!m_working && m_hand.busy()) return m_hand.sample(view.tickCount());  // taking the stone off
  if (m_working) {
    if (!m_hand.busy()) next(view);
    m_hand.setTempo(m_ownTempo ? 1.0F : m_tempo);
    m_hand.setCeiling(ceiling(view));
    const sim::PointerSample s = m_hand.sample(view.tickCount());
    m_at = s.cm;
    return s;
  }
  if (!m_places.empty()) m_at = m_at + (m_places[static_cast<std::size_t>(m_place)].at - m_at) * kCarryPerTick;
  sim::PointerSample rest;
  rest.microseconds = (static_cast<std::uint64_t>(view.tickCount()) * 2U + 1U) * 1000000U / 240U;
  rest.cm = m_at;
  return rest;
}

}  // namespace knead::hands
