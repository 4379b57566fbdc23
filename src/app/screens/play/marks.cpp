#include "app/screens/play/marks.hpp"

#include <cmath>
#include <string>

#include "app/screens/play/session_scene.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

// Reference pixels (style, high contrast).
constexpr float kKnot = 30, kMarkDash = 5, kMarkGap = 4, kMarkLine = 1.8F, kDot = 1, kDotGap = 8;
constexpr std::array<std::pair<float, float>, 3> kIsotherms = {{{52, 1}, {70, .75F}, {88, .5F}}};  // radius, alpha

void pill(Painter& p, Vec2 at, const std::string& words) {
  const float high = 6.5F + p.grown(theme::small), wide = p.textWidth(words, Face::SemiBold, theme::small) + 16;
  p.roundRect(at - Vec2{wide / 2, high / 2}, {wide, high}, high / 2, theme::ground0, theme::ink, 1.2F);
  p.text(words, at + Vec2{0, .36F * p.grown(theme::small)}, Face::SemiBold, theme::small, theme::ink, Align::Centre);
}

void dashed(Painter& p, Vec2 at, float radius) {
  const int n = static_cast<int>(kTau * radius / (kMarkDash + kMarkGap));
  const float step = kTau / static_cast<float>(n);
  for (int i = 0; i < n; ++i)
    p.arc(at, radius, step * static_cast<float>(i), step * (static_cast<float>(i) + kMarkDash / (kMarkDash + kMarkGap)),
          kMarkLine, theme::ink);
}

void dotted(Painter& p, Vec2 at, float radius, float alpha) {
  const int n = static_cast<int>(kTau * radius / kDotGap);
  for (int i = 0; i < n; ++i) {
    const float a = kTau * static_cast<float>(i) / static_cast<float>(n);
    p.disc(at + Vec2{std::cos(a), std::sin(a)} * radius, kDot, theme::fade(theme::amber, alpha));
  }
}

}  // namespace

void drawMarks(Painter& p, const SessionScene& scene, const sim::Session& session) {
  for (const sim::LaidTool& tool : session.tools()) {
    const Vec2 at = scene.toScreen(tool.at);
    for (const auto& [radius, alpha] : kIsotherms) dotted(p, at, radius, alpha);
    pill(p, at, words::fill(words::tr("{degrees} °C"), {{"degrees", std::to_string(std::lround(tool.sourceC))}}));
  }
  for (const sim::KnotView& knot : session.knots()) {
    const Vec2 at = scene.toScreen(knot.at);
    if (knot.released) {
      widgets::verdict(p, at, true);
      continue;
    }
    dashed(p, at, kKnot);
    pill(p, at + Vec2{.62F * kKnot, -kKnot}, std::to_string(std::lround(knot.tightness * 100)));
  }
}

}  // namespace knead::app
