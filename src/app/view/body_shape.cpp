// The silhouette, its light, and the fibre bands; see the header.
#include "app/view/body_shape.hpp"

#include <algorithm>
#include <cmath>

#include "core/math.hpp"
#include "level/anatomy.hpp"

namespace knead::app {
namespace {

constexpr std::array<Vec2, 8> kHead = {{{0, -.3F},
                                        {.055F, -.29F},
                                        {.098F, -.245F},
                                        {.116F, -.18F},
                                        {.117F, -.125F},
                                        {.108F, -.08F},
                                        {.094F, -.045F},
                                        {.083F, -.01F}}};
constexpr std::array<Vec2, 16> kShoulder = {{{.083F, -.01F},
                                             {.079F, .03F},
                                             {.083F, .072F},
                                             {.103F, .112F},
                                             {.15F, .147F},
                                             {.213F, .172F},
                                             {.262F, .186F},
                                             {.303F, .197F},
                                             {.34F, .21F},
                                             {.362F, .235F},
                                             {.371F, .272F},
                                             {.38F, .335F},
                                             {.386F, .4F},
                                             {.391F, .47F},
                                             {.393F, .53F},
                                             {.4F, .64F}}};
constexpr std::array<Vec2, 5> kArm = {{{.263F, .372F}, {.268F, .402F}, {.281F, .455F}, {.294F, .53F}, {.309F, .64F}}};
constexpr std::array<Vec2, 10> kSide = {{{.263F, .372F},
                                         {.259F, .435F},
                                         {.246F, .525F},
                                         {.225F, .615F},
                                         {.211F, .69F},
                                         {.213F, .75F},
                                         {.232F, .83F},
                                         {.25F, .91F},
                                         {.26F, .98F},
                                         {.264F, 1.06F}}};

std::vector<Vec2> halfWidthTable() {
  std::vector<Vec2> table;
  const auto add = [&table](std::span<const Vec2> curve) {
    for (int i = 0; i <= 80; ++i) table.push_back(curveAt(curve, static_cast<float>(i) / 80.0F));
  };
  add(kHead);
  std::vector<Vec2> top(kShoulder.begin(), kShoulder.begin() + 8);
  top.push_back({.312F, .235F});
  add(top);
  const std::array<Vec2, 4> pit = {{{.312F, .235F}, {.298F, .28F}, {.276F, .335F}, {.263F, .372F}}};
  add(pit);
  add(kSide);
  return table;
}

float halfWidth(float y) {
  static const std::vector<Vec2> table = halfWidthTable();
  if (y <= table.front().y) return 0;
  if (y >= table.back().y) return table.back().x;
  std::size_t lo = 0, hi = table.size() - 1;
  while (hi - lo > 1) {
    const std::size_t m = (lo + hi) / 2;
    (table[m].y <= y ? lo : hi) = m;
  }
  const float d = table[hi].y - table[lo].y;
  return d < 1e-7F ? table[lo].x : lerp(table[lo].x, table[hi].x, (y - table[lo].y) / d);
}

float armHeight(float x, float y) {
  struct Link {
    float x, y, r;
  };
  static constexpr std::array<Link, 4> kLinks = {
      {{.297F, .27F, .074F}, {.325F, .4F, .0605F}, {.343F, .53F, .0495F}, {.355F, .68F, .0465F}}};
  float best = -1;
  for (std::size_t i = 0; i < 3; ++i) {
    const float dx = kLinks[i + 1].x - kLinks[i].x, dy = kLinks[i + 1].y - kLinks[i].y;
    const float t = clamp01(((x - kLinks[i].x) * dx + (y - kLinks[i].y) * dy) / (dx * dx + dy * dy));
    const float r = lerp(kLinks[i].r, kLinks[i + 1].r, t),
                d = std::hypot(x - kLinks[i].x - dx * t, y - kLinks[i].y - dy * t);
    best = std::max(best, r > d ? std::sqrt(r * r - d * d) : r - d);
  }
  return best;
}

float relief(float ax, float y) {
  const float lum = smoothStep(.16F, .30F, y) * (1 - smoothStep(.86F, .98F, y));
  float h = -.020F * gaussOf(ax, .020F) * lum +
            .013F * gaussOf(ax - .052F, .026F) * lum * (1 + .5F * smoothStep(.5F, .68F, y));
  h -= .009F * gaussOf(ax - .104F, .020F) * smoothStep(.5F, .62F, y) * (1 - smoothStep(.8F, .9F, y));
  const float sx = ax - .180F, sy = y - .305F, c = std::cos(.26F), s = std::sin(.26F);
  h += .010F * (1 - smoothStep(.45F, 1.25F, std::hypot((sx * c + sy * s) / .072F, (-sx * s + sy * c) / .105F)));
  const float tt = clamp01((ax - .108F) / .18F);
  h += .008F * gaussOf(y - lerp(.262F, .206F, tt), .020F) * smoothStep(.09F, .13F, ax) *
       (1 - smoothStep(.27F, .31F, ax));
  h -= .006F * gaussOf(std::hypot(ax - .060F, (y - .838F) * .8F), .022F);
  h += .020F * gaussOf(std::hypot((ax - .120F) / 1.1F, (y - .99F) / 1.1F), .095F);
  h -= .016F * gaussOf(ax, .016F) * smoothStep(.88F, .99F, y);
  h += .010F * gaussOf(std::hypot(ax - .118F, (y - .165F) * 1.5F), .06F);
  h -= .010F * gaussOf(ax, .018F) * (1 - smoothStep(.10F, .16F, y)) * smoothStep(-.09F, -.01F, y);
  return h;
}

std::vector<Band> makeBands() {
  using Group = level::MuscleGroup;
  std::vector<Band> out;
  const auto drawn = [&out](int id, int layer, int count, float alpha, std::vector<std::vector<Vec2>> st) {
    out.push_back({id, layer, count, alpha, std::move(st)});
  };
  drawn(-1, 0, 9, .34F,
        {{{.006F, .12F}, {.006F, .235F}},
         {{.022F, .06F}, {.02F, .15F}},
         {{.06F, -.01F}, {.045F, .02F}},
         {{.078F, -.06F}, {.055F, -.055F}}});
  drawn(-2, 0, 13, .34F,
        {{{.252F, .475F}, {.15F, .6F}},
         {{.243F, .56F}, {.165F, .65F}},
         {{.224F, .66F}, {.178F, .705F}},
         {{.212F, .765F}, {.196F, .76F}}});
  drawn(-3, 0, 22, .56F,
        {{{.118F, .268F}, {.13F, .412F}},
         {{.165F, .262F}, {.172F, .395F}},
         {{.225F, .25F}, {.228F, .335F}},
         {{.3F, .232F}, {.296F, .285F}}});
  drawn(-4, 1, 24, .5F,
        {{{.17F, .243F}, {.24F, .214F}, {.3F, .2F}, {.345F, .222F}},
         {{.235F, .272F}, {.29F, .262F}, {.335F, .256F}, {.366F, .272F}},
         {{.3F, .335F}, {.33F, .338F}, {.356F, .338F}, {.378F, .34F}},
         {{.334F, .432F}, {.342F, .436F}, {.352F, .436F}, {.362F, .43F}}});
  drawn(-5, 1, 14, .3F,
        {{{.272F, .392F}, {.384F, .38F}},
         {{.284F, .46F}, {.391F, .46F}},
         {{.298F, .54F}, {.396F, .54F}},
         {{.309F, .64F}, {.401F, .64F}}});
  struct Look {
    Group group;
    int layer, count;
    float alpha;
  };
  static constexpr std::array<Look, 10> kLooks = {{{Group::LevatorScapulae, 0, 8, .42F},
                                                   {Group::Rhomboids, 0, 16, .46F},
                                                   {Group::QuadratusLumborum, 0, 12, .36F},
                                                   {Group::Multifidus, 0, 6, .34F},
                                                   {Group::ErectorSpinae, 0, 24, .6F},
                                                   {Group::LatissimusDorsi, 1, 38, .5F},
                                                   {Group::GluteusMedius, 1, 32, .46F},
                                                   {Group::LowerTrapezius, 2, 30, .66F},
                                                   {Group::MiddleTrapezius, 2, 17, .62F},
                                                   {Group::UpperTrapezius, 2, 28, .68F}}};
  for (const Look& look : kLooks) {
    for (const level::Muscle& muscle : level::muscles()) {
      if (muscle.group != look.group) continue;
      Band band{static_cast<int>(look.group), look.layer, look.count, look.alpha, {}};
      for (const level::Station& s : muscle.stations) {
        std::vector<Vec2> guide;
        guide.reserve(static_cast<std::size_t>(s.count));
        for (int i = 0; i < s.count; ++i) guide.push_back(s.points[static_cast<std::size_t>(i)] * (1.0F / kUnitCm));
        band.stations.push_back(std::move(guide));
      }
      out.push_back(std::move(band));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Band& a, const Band& b) { return a.layer < b.layer; });
  return out;
}

Vec2 slopeAt(float x, float y, float e) {
  return {(heightAt(x + e, y) - heightAt(x - e, y)) / (2 * e), (heightAt(x, y + e) - heightAt(x, y - e)) / (2 * e)};
}

}  // namespace

std::span<const Vec2> outline(Outline which) {
  switch (which) {
    case Outline::Head: return kHead;
    case Outline::Shoulder: return kShoulder;
    case Outline::Side: return kSide;
    case Outline::Arm: return kArm;
  }
  return kHead;
}

Vec2 curveAt(std::span<const Vec2> p, float t) {
  const std::size_t n = p.size() - 1;
  if (n == 0) return p[0];
  const float f = clamp01(t) * static_cast<float>(n);
  const std::size_t i = std::min(n - 1, static_cast<std::size_t>(f));
  const float u = f - static_cast<float>(i);
  if (n == 1) return p[0] + (p[1] - p[0]) * u;
  const Vec2 a = p[i > 0 ? i - 1 : 0], b = p[i], c = p[i + 1], d = p[std::min(n, i + 2)];
  return .5F * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * (u * u) + (3 * b - a - 3 * c + d) * (u * u * u));
}

float heightAt(float x, float y) {
  const float ax = std::abs(x), w = halfWidth(y);
  float torso = w - ax;
  if (torso > 0) {
    const float q = ax / w;
    torso = std::min(.125F, w * 1.05F) * std::pow(1 - q * q * q, .62F) + .0001F;
  }
  const float arm = armHeight(ax, y);
  if (torso <= 0 && arm <= 0) return std::max(torso, arm);
  const float t = torso > 0 ? torso : -.02F, a = arm > 0 ? arm + .015F : -.02F;
  const float m = clamp01(.5F + .5F * (t - a) / .018F);
  return std::max(.0002F,
                  lerp(a, t, m) + .018F * m * (1 - m) + (torso > 0 ? relief(ax, y) * smoothStep(0, .03F, torso) : 0));
}

float lightAt(float x, float y) {
  const Vec2 s = slopeAt(x, y, .005F);
  return clamp01((s.x * .42F + s.y * .50F + .756F) / std::sqrt(lengthSquared(s) + 1));
}

float lineFade(float x, float y) {
  const float arm = smoothStep(.255F, .29F, std::abs(x)) * smoothStep(.36F, .44F, y);
  return (1 - arm * smoothStep(.42F, .635F, y)) * smoothStep(-.215F, .03F, y) * (1 - smoothStep(.93F, 1.05F, y));
}

const std::vector<Band>& bands() {
  static const std::vector<Band> all = makeBands();
  return all;
}

}  // namespace knead::app
