#include "app/view/fences.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/ui/theme.hpp"
#include "app/view/body_shape.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

constexpr float kFenceCm = 7;
constexpr float kFenceHatch = 9, kFenceDash = 7, kFenceGap = 5, kFenceSign = 7;  // reference pixels
constexpr float kSignAt = -.7853982F;                                            // up and outwards

void dashes(Painter& p, Vec2 at, float radius, float width, sf::Color c) {
  const int n = std::max(8, static_cast<int>(kTau * radius / (kFenceDash + kFenceGap)));
  const float step = kTau / static_cast<float>(n);
  for (int i = 0; i < n; ++i)
    p.arc(at, radius, step * static_cast<float>(i),
          step * (static_cast<float>(i) + kFenceDash / (kFenceDash + kFenceGap)), width, c);
}

// The sign stands on the ring, away from the spine: what lies in the ring stays in sight.
Vec2 signOf(const level::NoGo& place, Vec2 at, float radius) {
  const float side = place.at.x < 0 ? -1.0F : 1.0F;
  return at + Vec2{side * std::cos(kSignAt), std::sin(kSignAt)} * radius;
}

}  // namespace

std::vector<Vec2> fenceSigns(const level::Level& level, const std::function<Vec2(Vec2)>& toScreen, float unit) {
  std::vector<Vec2> out;
  for (const level::NoGo& place : level.noGo)
    if (isFence(place)) out.push_back(signOf(place, toScreen(place.at), place.radiusCm * unit / kUnitCm));
  return out;
}

bool isFence(const level::NoGo& noGo) { return noGo.radiusCm <= kFenceCm; }

void drawFences(Painter& p, const level::Level& level, const std::function<Vec2(Vec2)>& toScreen, float unit) {
  const bool high = theme::contrastInUse() == theme::Contrast::High;
  const sf::Color line = theme::ink, sign = high ? theme::ink : theme::ember;
  for (const level::NoGo& place : level.noGo) {
    const Vec2 at = toScreen(place.at);
    const float r = place.radiusCm * unit / kUnitCm;
    const bool fence = isFence(place);
    dashes(p, at, r, high ? 2.0F : 1.3F, theme::fade(line, high ? 1 : fence ? .6F : .3F));
    const float across = kFenceHatch * 1.4142136F;
    for (float off = across / 2 - std::floor(r / across) * across; fence && off < r; off += across) {
      const float half = std::sqrt(r * r - off * off) * .7071068F, o = off * .7071068F;
      p.segment(at + Vec2{o - half, o + half}, at + Vec2{o + half, o - half}, 1, theme::fade(line, high ? .6F : .2F));
    }
    if (!fence) continue;
    const Vec2 edge = signOf(place, at, r);
    p.disc(edge, kFenceSign + 1, theme::fade(theme::ground0, .9F));
    p.circle(edge, kFenceSign, 1.6F, sign);
    p.segment(edge + Vec2{-4, 4}, edge + Vec2{4, -4}, 1.6F, sign);
  }
}

const level::NoGo* fenceAt(const level::Level& level, Vec2 at, const level::Technique* technique) {
  for (const level::NoGo& place : level.noGo) {
    if (lengthSquared(at - place.at) > place.radiusCm * place.radiusCm) continue;
    const auto& all = place.techniques;
    if (technique == nullptr ? isFence(place)
                             : all.empty() || std::find(all.begin(), all.end(), *technique) != all.end())
      return &place;
  }
  return nullptr;
}

std::string spokenFences(const level::Level& level) {
  std::vector<std::string> whys;
  for (const level::NoGo& place : level.noGo)
    if (std::find(whys.begin(), whys.end(), place.why) == whys.end()) whys.push_back(place.why);
  std::string all;
  for (const std::string& why : whys) all += (all.empty() ? "" : " ") + std::string(words::tr(why)) + ".";
  return all.empty() ? all : words::fill(words::tr("Left alone here: {places}"), {{"places", all}});
}

}  // namespace knead::app
