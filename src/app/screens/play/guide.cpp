#include "app/screens/play/guide.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;

// Seconds (game): of rest before the hand comes, sooner at the very start; of one demonstration and the pause after it;
// of coming and going.
constexpr float kRestS = 4, kFirstRestS = 1, kShowS = 7, kPauseS = 1.6F, kFadeS = .45F, kGuideTrailS = 1.4F;

}  // namespace

// What is left of the level's plan: the moves that the player has not yet made for as long as planned.
void GuidingHand::begin(const sim::Session& session) {
  m_level = session.level();
  m_level.visits.clear();
  const sim::ScoreCard card = session.score();
  for (auto& [technique, seconds] : m_level.plan) {
    for (const sim::MoveTime& made : card.moves)
      if (made.technique == technique) seconds -= made.seconds;
  }
  auto& plan = m_level.plan;
  const auto last = plan.empty() ? std::pair<level::Technique, float>{} : plan.back();
  plan.erase(std::remove_if(plan.begin(), plan.end(), [](const auto& step) { return step.second < 3; }), plan.end());
  if (plan.empty()) plan.emplace_back(last.first, kShowS);
  m_copy = std::make_unique<sim::Session>(session);
  m_bot = bots::makeBot("expert", m_level, m_seed);
  m_source = std::make_unique<bots::BotInput>(*m_bot);
  m_trail.clear();
  m_shown = 0;
}

void GuidingHand::tick(const sim::Session& session, const sim::TickInput& input) {
  const float dt = sim::kSecondsPerTick;
  const bool busy = input.contact;
  m_idle = busy ? 0 : m_idle + dt;
  const bool first = session.tickCount() < 60 * 10 && session.person().endorphins == 0;
  const bool wanted = !busy && m_idle > (first && m_copy == nullptr && m_shown == 0 ? kFirstRestS : kRestS);
  if (m_copy == nullptr) {
    if (wanted) begin(session);
    return;
  }
  m_shown += dt;
  const bool fading = busy || m_shown > kShowS;
  m_light = clamp01(m_light + (fading ? -dt : dt) / kFadeS);
  if (m_light <= 0 && fading) {
    if (busy)
      m_copy.reset();
    else if (m_shown > kShowS + kPauseS)
      begin(session);
    return;
  }
  m_input = m_source->next(*m_copy);
  m_copy->tick(m_input);
  m_trail.push_back(m_input.positionCm());
  while (static_cast<float>(m_trail.size()) > kGuideTrailS / dt) m_trail.pop_front();
}

void GuidingHand::draw(Painter& p, const SessionScene& scene) const {
  if (!shown()) return;
  const Vec2 at = scene.toScreen(m_input.positionCm());
  if (m_input.contact) {
    std::vector<LinePoint> line;
    for (std::size_t i = 0; i < m_trail.size(); i += 4) {
      const float age = static_cast<float>(i) / static_cast<float>(m_trail.size());
      line.push_back({scene.toScreen(m_trail[i]), 2.4F, theme::fade(theme::ink, .55F * age * m_light)});
    }
    if (line.size() > 1) p.ribbon(line);
  }
  const float r = m_input.contact ? 30.0F : 36.0F;
  p.glow(at, r * 1.7F, theme::ink, .16F * m_light);
  p.disc(at, r, theme::fade(theme::ink, .20F * m_light), theme::fade(theme::ink, .05F * m_light));
  // Dashed: it is nobody's hand.
  for (int i = 0; i < 12; ++i) {
    const float a = .5236F * static_cast<float>(i);
    p.arc(at, r, a, a + .32F, 1.8F, theme::fade(theme::ink, .85F * m_light));
  }
  const auto live = m_copy->liveTechnique();
  const bool hand = m_input.tool == level::Tool::Hand;
  if (!hand)
    glyph(p, level::kToolIds[static_cast<std::size_t>(m_input.tool)], at, 30, theme::fade(theme::amber, m_light), 1.8F);
  if (!hand || !live || !m_input.contact) return;
  p.glow(at + Vec2{0, r + 22}, 70, theme::shade, .7F * m_light, .3F, false);
  p.text(labelOf(*live), at + Vec2{0, r + 28}, Face::Italic, theme::quote, theme::fade(theme::ink, m_light),
         Align::Centre);
}

namespace {

constexpr int kLessonSteps = 4;
// Seconds of good touch that each step asks for (game).
constexpr std::array<float, kLessonSteps> kAsked = {1.5F, 4, 2.5F, 5};
constexpr std::array<float, kLessonSteps> kLeastQuality = {.35F, 0, .75F, 0};

}  // namespace

void FirstLesson::tick(const sim::Session& session, const sim::TickInput& input) {
  if (m_step >= kLessonSteps) return;
  const auto step = static_cast<std::size_t>(m_step);
  const sim::LiveTouch& touch = session.touch();
  const bool touching = input.contact && input.tool == level::Tool::Hand && session.liveTechnique();
  const bool deep = touch.pressure > session.person().touchLimit;
  if (touching && !deep && touch.quality >= kLeastQuality[step]) m_done += sim::kSecondsPerTick;
  // The wheel is what the second step is about: whoever turned it knows.
  if (step == 1 && m_ceiling != 0 && input.ceiling != m_ceiling) m_done += kAsked[step] / 2;
  m_ceiling = input.ceiling;
  if (m_done < kAsked[step]) return;
  m_done = 0;
  ++m_step;
}

bool FirstLesson::over() const { return m_step >= kLessonSteps; }

std::string FirstLesson::words(const PlayerHand& hand, const Controls& controls) const {
  using profile::Action;
  const auto keys = [&controls](const char* text) {
    return fill(text, {{"touch", controls.label(Action::Touch)},
                       {"up", controls.label(Action::HandUp)},
                       {"down", controls.label(Action::HandDown)},
                       {"left", controls.label(Action::HandLeft)},
                       {"right", controls.label(Action::HandRight)},
                       {"softer", controls.label(Action::Softer)},
                       {"deeper", controls.label(Action::Deeper)}});
  };
  const bool pointer = hand.points() && controls.device() == Controls::Device::Pointer;
  if (m_step == 0) {
    if (hand.oneSwitch() != nullptr)
      return tr("Press your switch when the light is on what you want; then once each time the ring closes.");
    if (hand.helped() != nullptr && !hand.helped()->working())
      return keys(tr("{left} and {right} choose a place, {up} and {down} a move. {touch} begins it."));
    if (hand.helped() != nullptr) return keys(tr("Press {touch} each time the ring closes."));
    if (pointer && hand.byFinger())
      return tr("Lay a finger on and glide slowly along the back, like the pale hand. Your hand lies above it.");
    if (pointer && hand.latches()) return tr("Press once and glide slowly along the back, like the pale hand.");
    if (pointer) return tr("Hold the button and glide slowly along the back, like the pale hand.");
    if (controls.device() == Controls::Device::Pad)
      return keys(tr("Hold {touch} and push the left stick slowly along the back, like the pale hand."));
    return keys(tr("Hold {touch} and steer with {up}, {down}, {left} and {right} along the back, like the pale hand."));
  }
  if (m_step == 1) {
    if (pointer && hand.byFinger())
      return tr("The ring shows how deep you sink: stay below the jade ticks. Minus and plus change your weight.");
    if (pointer)
      return tr("The ring shows how deep you sink: stay below the jade ticks. The wheel makes you lighter or heavier.");
    return keys(
        tr("The ring shows how deep you sink: stay below the jade ticks. {softer} and {deeper} change your weight."));
  }
  if (m_step == 2) return tr("Follow the fibres, long and even. The small golden ring is the quality of your touch.");
  return m_step == 3 ? tr("That is it. The blood flows, the meters rise. Go on over the whole back.") : "";
}

}  // namespace knead::app
