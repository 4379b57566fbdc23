#include "sound/listen.hpp"

#include <algorithm>

#include "core/math.hpp"
#include "sim/tuning.hpp"

namespace knead::sound {
namespace {

constexpr float kHalfBackCm = 30;
constexpr float kSpeedFollow = .12F;  // of a tick
constexpr float kLastS = 10;

float panOf(Vec2 cm) { return clamp(cm.x / kHalfBackCm, -1, 1); }

}  // namespace

void Listener::begin() { *this = {}; }

void Listener::tick(const sim::Session& session, const sim::TickInput& input, std::vector<Heard>& out) {
  const bool down = input.contact && input.tool == level::Tool::Hand;
  const Vec2 at = input.positionCm();
  const float moved = down && m_down ? length(at - m_at) * static_cast<float>(sim::kTicksPerSecond) : 0.0F;
  m_speed += (moved - m_speed) * kSpeedFollow;
  if (down && !m_down) out.push_back({Cue::Tap, panOf(at), .4F + .6F * session.touch().pressure});
  m_down = down;
  m_at = at;
  for (const sim::Event& event : session.events()) {
    const float pan = panOf(event.at);
    switch (event.kind) {
      case sim::EventKind::KnotReleased:
        out.push_back({Cue::KnotFreed, panOf(session.knots()[static_cast<std::size_t>(event.index)].at), 1});
        break;
      case sim::EventKind::KnotFellBack: out.push_back({Cue::FellBack, pan, 1}); break;
      case sim::EventKind::ReferralFelt: out.push_back({Cue::Referred, pan, 1}); break;
      case sim::EventKind::PointFilled: out.push_back({Cue::PointFilled, pan, 1}); break;
      case sim::EventKind::Flinch: out.push_back({Cue::Flinch, pan, clamp01(event.value * 3)}); break;
      case sim::EventKind::Guarding: out.push_back({Cue::Guarding, pan, 1}); break;
      case sim::EventKind::TooHot:
      case sim::EventKind::Burnt: out.push_back({Cue::TooHot, pan, 1}); break;
      case sim::EventKind::NoGoTouched: out.push_back({Cue::Bone, pan, 1}); break;
      case sim::EventKind::ToolLaid: out.push_back({Cue::Laid, pan, 1}); break;
      case sim::EventKind::ToolLifted: out.push_back({Cue::Lifted, pan, 1}); break;
      case sim::EventKind::ToolRefused: out.push_back({Cue::Refused, pan, 1}); break;
      case sim::EventKind::Afterglow: out.push_back({Cue::Afterglow, 0, 1}); break;
      case sim::EventKind::Ended: out.push_back({Cue::Ended, 0, 1}); break;
      case sim::EventKind::MoveBegan:
      case sim::EventKind::MoveCredited:
      case sim::EventKind::NextPerson:
      case sim::EventKind::OverReleased: break;
    }
  }
  const bool last = session.secondsLeft() < kLastS;
  if (last && !m_last) out.push_back({Cue::LastSeconds, 0, 1});
  m_last = last;
}

Scene Listener::scene(const sim::Session& session, bool paused) const {
  const sim::PersonView& person = session.person();
  const sim::Meters& meters = session.meters();
  Scene s;
  const float painLeft = person.painAtStart > 0 ? clamp01(person.pain / person.painAtStart) : 1.0F;
  s.relaxation = clamp01(.10F + .55F * (1 - painLeft) + .25F * (1 - person.arousal) * person.comfort +
                         .15F * person.endorphins - .25F * person.guarding);
  s.tension = clamp01((meters.meanTone - .40F) / .30F);
  s.flow = clamp01(.25F + meters.circulation);
  s.breathsPerMinute = person.breathsPerMinute;
  s.beatsPerMinute = lerp(58, 68, clamp01((person.breathsPerMinute - 10) / 6));
  s.heat = clamp01((meters.heatC - 36.6F) / 2.5F);
  s.endorphins = clamp01(person.endorphins * 1.5F);
  const float last = clamp01(1 - session.secondsLeft() / kLastS);
  s.thin = paused ? .8F : last;
  if (paused) return s;
  s.hand.down = m_down;
  s.hand.speedCmS = m_speed;
  s.hand.pressure = session.touch().pressure;
  s.hand.pan = panOf(m_at);
  const auto live = session.liveTechnique();
  s.hand.grain = live == level::Technique::Friction || live == level::Technique::Vibration ? 1.0F : .15F;
  return s;
}

}  // namespace knead::sound
