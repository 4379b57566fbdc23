#include "app/view/session_curve.hpp"

#include <algorithm>

#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "core/math.hpp"
#include "replay/cursor.hpp"

namespace knead::app {
namespace {

constexpr float kBandHeight = 20;

// The page of a run has the same colours (assets/web/curve.js).
sf::Color colourOf(level::Technique technique) {
  switch (level::familyOf(technique)) {
    case level::Family::Surface: return theme::rose;
    case level::Family::Muscle: return theme::jade;
    case level::Family::Point: return theme::gold;
    case level::Family::Warmth: break;
  }
  return theme::amber;
}

}  // namespace

SessionCurve curveOf(const level::Level& level, const replay::Replay& replay) {
  SessionCurve curve;
  sim::Session session(level, replay.header.setup);
  replay::Cursor cursor(replay);
  curve.pain.push_back(session.person().pain);
  // A move owns the moment from when it was heard until another is, or the hand rests in the air for a second.
  while (!session.ended() && !cursor.done()) {
    session.tick(cursor.next());
    const float now = static_cast<float>(session.tickCount()) / static_cast<float>(sim::kTicksPerSecond);
    if (session.tickCount() % sim::kTicksPerSecond == 0) curve.pain.push_back(session.person().pain);
    const auto live = session.touch().contact ? session.liveTechnique() : std::nullopt;
    if (!live) continue;
    if (!curve.bands.empty() && curve.bands.back().technique == *live && now - curve.bands.back().to < 1.0F)
      curve.bands.back().to = now;
    else
      curve.bands.push_back({*live, now - sim::kSecondsPerTick, now});
  }
  curve.seconds = static_cast<float>(session.tickCount()) / static_cast<float>(sim::kTicksPerSecond);
  // Slips of recognition are not what happened: a short stretch goes to its neighbour.
  std::vector<MoveBand> kept;
  for (const MoveBand& band : curve.bands) {
    if (!kept.empty() && kept.back().technique == band.technique && band.from - kept.back().to < kLeastBandS)
      kept.back().to = band.to;
    else if (band.to - band.from >= kLeastBandS)
      kept.push_back(band);
  }
  curve.bands = std::move(kept);
  return curve;
}

void drawSessionCurve(Painter& p, Vec2 at, Vec2 size, const SessionCurve& curve) {
  if (curve.pain.size() < 2 || curve.seconds <= 0) return;
  const float height = size.y - kBandHeight - 6;
  const auto x = [&](float second) { return at.x + size.x * clamp01(second / curve.seconds); };
  const float most = std::max(1.0F, *std::max_element(curve.pain.begin(), curve.pain.end()));
  const auto y = [&](float pain) { return at.y + height * (1.0F - clamp01(pain / most)); };
  p.segment({at.x, at.y + height}, {at.x + size.x, at.y + height}, 1, theme::fade(theme::ink, .18F));
  std::vector<Vec2> top, bottom;
  std::vector<LinePoint> line;
  for (std::size_t i = 0; i < curve.pain.size(); ++i) {
    const Vec2 q{x(static_cast<float>(i)), y(curve.pain[i])};
    top.push_back(q);
    bottom.push_back({q.x, at.y + height});
    line.push_back({q, 2, theme::ramp(clamp01(curve.pain[i] / most))});
  }
  p.strip(top, bottom, theme::fade(theme::ember, .16F), theme::fade(theme::ember, 0));
  p.ribbon(line);
  drawSessionBands(p, {at.x, at.y + height + 6}, {size.x, kBandHeight}, curve);
}

void drawSessionBands(Painter& p, Vec2 at, Vec2 size, const SessionCurve& curve) {
  if (curve.seconds <= 0) return;
  const auto x = [&](float second) { return at.x + size.x * clamp01(second / curve.seconds); };
  p.segment({at.x, at.y + size.y}, {at.x + size.x, at.y + size.y}, 1, theme::fade(theme::ink, .18F));
  for (const MoveBand& band : curve.bands) {
    const float from = x(band.from), to = std::max(x(band.to), from + 2);
    const sf::Color c = colourOf(band.technique);
    p.roundRect({from, at.y}, {to - from, size.y}, std::min(5.0F, (to - from) / 2), theme::fade(c, .22F),
                theme::fade(c, .6F));
    if (to - from > 20) glyph(p, glyphOf(band.technique), {(from + to) / 2, at.y + size.y / 2}, 14, c, 1.3F);
  }
}

}  // namespace knead::app
