#include "app/view/pain_map.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/theme.hpp"
#include "app/words/pains.hpp"
#include "app/words/places.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

constexpr float kStepCm = 1.5F, kSpotsApartCm = 8, kLeastPain = 2.5F;  // game
// A further place is one that stands out of its surroundings, and at least half as bad as the worst.
constexpr float kStandsOut = 1.2F, kOfWorst = .5F, kEven = .25F;
constexpr std::size_t kMostSpots = 3;
constexpr float kSpotRing = 5, kClear = 7, kShift = 6, kHighest = 60, kLowest = 610;  // reference pixels

struct Candidate {
  SorePlace place;
  float fromCentre;  // cm, squared
};

// A box that nothing else may touch.
struct Taken {
  Vec2 at, size;
  [[nodiscard]] bool meets(const Taken& o) const {
    return at.x < o.at.x + o.size.x && o.at.x < at.x + size.x && at.y < o.at.y + o.size.y && o.at.y < at.y + size.y;
  }
};
Taken around(Vec2 ring) { return {ring - Vec2{kClear, kClear}, {2 * kClear, 2 * kClear}}; }

}  // namespace

std::vector<SorePlace> sorePlaces(const sim::Session& session) {
  std::vector<Candidate> found;
  for (const level::Region& region : session.level().regions) {
    const Vec2 centre{(region.x0 + region.x1) / 2, (region.y0 + region.y1) / 2};
    // From the middle outwards, so that both sides are looked at alike.
    const int across = static_cast<int>((region.x1 - region.x0) / 2 / kStepCm),
              down = static_cast<int>((region.y1 - region.y0) / 2 / kStepCm);
    for (int j = -down; j <= down; ++j)
      for (int i = -across; i <= across; ++i) {
        const Vec2 off = Vec2{static_cast<float>(i), static_cast<float>(j)} * kStepCm;
        found.push_back({{centre + off, session.painAt(centre + off)}, lengthSquared(off)});
      }
  }
  if (found.empty()) return {};
  float worst = 0;
  for (const Candidate& one : found) worst = std::max(worst, one.place.pain);
  // Where it hurts is the tissue's; how much is the person's, in the measure that the result is told in: it knows
  // length, cold and nerves as well. A back that only stops or drags is as bad everywhere.
  const float whole = session.person().painAtStart;
  const bool even = worst < kEven;
  for (Candidate& one : found) one.place.pain = even ? whole : one.place.pain * whole / worst;
  // What is as bad is told by its middle: an even ache has no upper edge.
  const float step = even ? kEven : kEven * whole / worst;
  const auto rank = [whole, step](const Candidate& one) { return -std::lround((whole - one.place.pain) / step); };
  std::stable_sort(found.begin(), found.end(), [rank](const Candidate& a, const Candidate& b) {
    return rank(a) != rank(b) ? rank(a) > rank(b) : a.fromCentre < b.fromCentre;
  });
  const float usual = found[found.size() / 2].place.pain;
  found.front().place.pain = whole;
  std::vector<SorePlace> out;
  for (const Candidate& one : found) {
    const SorePlace& place = one.place;
    if (place.pain < kLeastPain || out.size() == kMostSpots) break;
    if (!out.empty() && (place.pain < usual + kStandsOut || place.pain < out.front().pain * kOfWorst)) break;
    const bool told = std::any_of(out.begin(), out.end(), [&](const SorePlace& other) {
      return lengthSquared(other.cm - place.cm) < kSpotsApartCm * kSpotsApartCm ||
             words::placeWord(other.cm) == words::placeWord(place.cm);
    });
    if (!told) out.push_back(place);
  }
  return out;
}

void drawPainMap(Painter& p, const std::vector<SorePlace>& places, level::Pain kind, const Bend& bend,
                 const Stage& stage, float left, float right, bool placed, const std::vector<Vec2>& signs) {
  std::vector<Taken> taken;
  for (const Vec2 sign : signs) {
    taken.push_back({sign - Vec2{10, 10}, {20, 20}});
    p.keepClear(sign - Vec2{7, 7}, {14, 14});
  }
  for (const SorePlace& place : places) {
    const Vec2 at = stage.toScreen(bend, place.cm);
    const float size = stage.unit * (.06F + .05F * place.pain / 10);
    p.glow(at, size * 1.5F, theme::ember, .10F + .2F * place.pain / 10);
    p.circle(at, kSpotRing, 1.6F, theme::ink);
    p.keepClear(at - Vec2{kSpotRing, kSpotRing}, {2 * kSpotRing, 2 * kSpotRing});
    taken.push_back(around(at));
  }
  std::vector<SorePlace> ordered = places;
  std::sort(ordered.begin(), ordered.end(), [](const SorePlace& a, const SorePlace& b) { return a.cm.y < b.cm.y; });
  for (const SorePlace& place : ordered) {
    const Vec2 at = stage.toScreen(bend, place.cm);
    const bool onRight = place.cm.x >= 0;
    const std::string pain =
        words::fill(placed ? words::tr("{pain} {number} of 10") : words::tr("{number} of 10"),
                    {{"pain", words::measureName(kind)}, {"number", words::oneDecimal(place.pain)}});
    const std::string name = placed ? words::placeWord(place.cm) : "";
    const float width =
        std::max(p.textWidth(pain, Face::SemiBold, theme::body), p.textWidth(name, Face::Regular, theme::small));
    const float outside = onRight ? right - width - 8 : left + 8, beside = onRight ? at.x + 16 : at.x - 16 - width;
    const float x = placed ? outside : clamp(beside, left + 8, right - width - 8);
    const float lines = name.empty() ? 1.0F : 2.0F, high = 8 + 19 * lines * p.typeScale(), up = 16 * p.typeScale();
    // The words stand beside their ring, or as near above or below as no other ring or word is.
    float y = at.y;
    for (int i = 0; i < 200; ++i) {
      y = at.y + kShift * static_cast<float>(i % 2 == 0 ? -(i / 2) : i / 2 + 1);
      if (i == 0) y = at.y;
      const Taken box{{x - 8, y - up}, {width + 16, high}};
      const bool free = std::none_of(taken.begin(), taken.end(), [&](const Taken& o) { return o.meets(box); });
      if (free && y - up > kHighest && y - up + high < kLowest) break;
    }
    const Taken box{{x - 8, y - up}, {width + 16, high}};
    taken.push_back(box);
    p.glow({x + width / 2, y + 4}, std::max(70.0F, width * .8F), theme::shade, .85F, .42F, false);
    p.roundRect(box.at, box.size, 10, theme::fade(theme::shade, .7F));
    p.keepClear(box.at, box.size);
    const float side = onRight ? 1.0F : -1.0F, end = onRight ? x - 8 : x + width + 8;
    if (placed)
      p.polyline({at + Vec2{kSpotRing * side, 0}, {end - 18 * side, at.y}, {end, y}}, 1, theme::fade(theme::ink, .65F));
    else if (y != at.y)
      p.segment(at + Vec2{0, y > at.y ? kSpotRing : -kSpotRing},
                {clamp(at.x, x, x + width), y > at.y ? box.at.y : box.at.y + high}, 1, theme::fade(theme::ink, .65F));
    p.text(pain, {x, y + (placed ? 1.0F : 5.0F)}, Face::SemiBold, theme::body, theme::ink);
    p.text(name, {x, y + 20}, Face::Regular, theme::small, theme::ink);
  }
}

}  // namespace knead::app
