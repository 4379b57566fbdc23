// The life of a session on the screen: start, ticks, picture, end; see the header.
#include "app/screens/play/play.hpp"

#include <cmath>
#include <cstdio>

#include "app/screens/play/hand.hpp"
#include "app/screens/play/words.hpp"
#include "app/ui/theme.hpp"
#include "app/view/furniture.hpp"
#include "app/view/side_figure.hpp"
#include "app/words/words.hpp"
#include "core/hash.hpp"
#include "core/math.hpp"
#include "replay/write.hpp"

namespace knead::app {
namespace {

constexpr float kHaloRadius = 292, kBreath = 4, kLongestFrame = .25F, kScoreEvery = 1;
constexpr int kHudEvery = 5;  // frames

}  // namespace

Play::Play(Services& s, const level::Level& l, const sim::SessionSetup& setup)
    : Screen(s),
      m_level(l),
      m_setup(setup),
      m_body(s.kit),
      m_ground(s.kit, true),
      m_linen(s.kit, false),
      m_hud(s.kit, false) {
  restart();
}

void Play::restart() {
  const Drive& drive = m_services.drive;
  m_session = std::make_unique<sim::Session>(m_level, m_setup);
  m_source = drive.source(m_level, m_setup.seed);
  m_device = nullptr;
  if (!m_source) {
    auto device = std::make_unique<DeviceSource>();
    m_device = device.get();
    m_source = std::move(device);
  }
  m_recorder = std::make_unique<replay::Recorder>(m_level, m_setup, drive.mode());
  m_body.begin(*m_session);
  m_pain = {m_session->person().pain};
  m_input = {};
  m_carry = m_scoreIn = 0;
  m_clockUs = 0;
  m_down = m_over = false;
  m_countIn = 0;
  m_tool = level::Tool::Hand;
  m_services.toast.say(words::tr(m_level.lesson), 4);
  tell("begin " + m_level.id);
}

void Play::tick() {
  m_clockUs = static_cast<std::uint64_t>(m_session->tickCount()) * 1000000U / 120U;
  const sim::TickInput before = m_input;
  m_input = m_source->next(*m_session);
  m_session->tick(m_input);
  m_recorder->note(m_input, *m_session);
  if (m_session->tickCount() % 120 == 0) m_pain.push_back(m_session->person().pain);
  for (const sim::Event& event : m_session->events()) {
    if (event.kind == sim::EventKind::KnotReleased) m_body.release(event.at);
    if (event.kind == sim::EventKind::Flinch) m_body.flinch(event.at);
    if (const char* words = wordsFor(event)) m_services.toast.say(words);
  }
  if (m_services.options.tell) tellChanges(before);
}

void Play::update(float seconds) {
  if (m_pause.isOpen() || m_over) return;
  if (m_countIn > 0) {
    m_countIn -= seconds;
    return;
  }
  const Options& o = m_services.options;
  m_carry = std::min(m_carry + seconds * o.speed, kLongestFrame * std::max(1.0F, o.speed));
  while (m_carry >= sim::kSecondsPerTick && !m_session->ended()) {
    m_carry -= sim::kSecondsPerTick;
    tick();
    if (m_nextShot < o.at.size() && static_cast<float>(m_session->tickCount()) / 120.0F >= o.at[m_nextShot]) {
      const std::string name = std::to_string(std::lround(o.at[m_nextShot++]));
      m_services.shots.push_back(std::string(3 - std::min<std::size_t>(3, name.size()), '0') + name + "s");
      m_frame = 0;
      break;
    }
  }
  // The score of now takes 1 to 3 ms: once a second, and that frame refreshes nothing else.
  m_scoreIn -= seconds;
  m_scored = m_scoreIn <= 0;
  if (m_scored) {
    m_now = m_session->score();
    m_scoreIn = kScoreEvery;
  }
  m_body.update(
      *m_session,
      {m_input.contact && m_input.tool == level::Tool::Hand, m_input.positionCm(), m_session->touch().pressure},
      seconds, true);
  m_motes.update(m_session->person().endorphins * 1.2F, seconds, !settings().on(profile::Option::ReducedMotion));
  if (m_session->ended()) finish();
}

void Play::keepPlates(float scale, float warmth) {
  const float W = m_layout.width;
  // Warmth comes slowly: the light behind the back is painted again at every twentieth of it.
  const float step = std::round(warmth * 20) / 20;
  m_ground.keep({0, 0}, {W, 720}, scale, {step}, [&](Painter& p) {
    drawGround(p, W, {W / 2, 330});
    drawHalo(p, {W / 2, 300}, kHaloRadius, step);
  });
  const float lean = std::round(-m_body.bend().pelvisTilt() * .25F * 500) / 500;
  m_linen.keep({0, kLinenTop}, {W, 720 - kLinenTop}, scale, {lean}, [&](Painter& p) { drawLinen(p, W, W / 2, lean); });
  if (m_frame == 0)
    m_hud.keep({0, 0}, {W, 720}, scale, {static_cast<float>(m_session->tickCount()), m_pause.isOpen() ? 1.0F : 0.0F},
               [&](Painter& p) {
                 drawHud(p, m_layout, {*m_session, m_now, m_input});
               });
}

void Play::draw(sf::RenderTarget& target, Painter& p, float W) {
  if (W != m_layout.width) m_frame = 0;
  m_layout = HudLayout(W);
  m_stage = {{W / 2, 118}, 540};
  const sim::PersonView& person = m_session->person();
  const float warm = clamp01(person.endorphins * .8F);
  keepPlates(p.scale(), warm);
  m_body.refresh(m_stage.unit * p.scale(), m_frame != 0 && !m_scored);
  m_frame = (m_frame + 1) % kHudEvery;

  m_ground.draw(target);
  const RigPose& pose = m_body.pose();
  const float breath = (pose.breath * 2 - 1) * kBreath;
  drawHaloRim(p, {W / 2, 300}, kHaloRadius + breath, warm);
  p.flush(target);
  m_body.draw(target, p, m_stage, warm);
  const auto tools = m_session->tools();
  for (std::size_t i = 0; i < tools.size() && i < pose.laid.size(); ++i)
    drawLaidTool(p, tools[i], pose.laid[i], m_body.onScreen(pose.laid[i].atCm, m_stage), m_stage.unit);
  p.flush(target);
  m_motes.draw(p, {W / 2, 250}, {230, 190});
  p.flush(target);
  m_linen.draw(target);
  for (const HudLayout::Panel& panel : m_layout.panels()) m_hud.draw(target, panel.at, panel.size);
  drawSideFigure(p, m_layout.sideFoot(), m_layout.sideLength(), pose.sideTiltRad,
                 clamp01((m_session->meters().meanTone - .27F) / .4F));
  const Vec2 hand = m_device != nullptr ? m_mouse : m_body.onScreen(m_input.positionCm(), m_stage);
  drawHand(p, W, {hand, m_input, m_ceiling}, *m_session);
  p.flush(target);
  if (m_countIn > 0) drawCountIn(p, hand, m_countIn / kCountInS);
  if (m_pause.isOpen()) m_pause.draw(target, p, W);
}

void Play::finish() {
  m_over = true;
  Outcome outcome;
  outcome.level = m_level;
  outcome.card = m_session->score();
  outcome.pain = m_pain;
  outcome.replay = m_recorder->finish(outcome.card);
  if (!m_services.options.saveReplay.empty()) {
    const auto wrote = replay::writeReplayFile(m_services.options.saveReplay, outcome.replay);
    if (!wrote) m_services.error = wrote.error().text();
  }
  if (m_services.drive.driven() || m_services.options.tell) report(outcome.card);
  if (!m_services.drive.driven()) outcome.taken = m_services.player.take(m_level, outcome.card, outcome.replay);
  m_services.toast.hush();
  m_services.next = makeResults(m_services, std::move(outcome));
}

// --tell: what a script or an ear can follow, each line with the second of play.
void Play::tell(const std::string& what) const {
  if (!m_services.options.tell) return;
  std::printf("%.2f %s\n", static_cast<double>(m_session->tickCount()) / sim::kTicksPerSecond, what.c_str());
  std::fflush(stdout);
}

void Play::tellChanges(const sim::TickInput& before) const {
  const std::string tool(level::kToolIds[static_cast<std::size_t>(m_input.tool)]);
  if (m_input.ceiling != before.ceiling) tell("depth " + std::to_string(m_input.ceiling * 100 / 255));
  for (const sim::Event& event : m_session->events()) {
    if (event.kind == sim::EventKind::ToolLaid) tell("laid " + tool);
    if (event.kind == sim::EventKind::ToolLifted) tell("lifted " + tool);
    if (const char* words = wordsFor(event)) tell(words);
  }
}

// A driven session says on standard output what came of it, so that a script can compare.
void Play::report(const sim::ScoreCard& card) const {
  std::printf("score %d, stars %d, ending %s, state %s", card.score, card.stars,
              std::string(sim::kEndingIds[static_cast<std::size_t>(card.ending)]).c_str(), hexOf(card.stateHash).text);
  if (const auto& replay = m_services.drive.replay) {
    const replay::Claim now{card.score, card.stars, card.ending, card.stateHash};
    std::printf(now == replay->claim ? ", as recorded" : ", not as recorded");
  }
  std::printf("\n");
  std::fflush(stdout);
}

std::unique_ptr<Screen> makePlay(Services& s, const level::Level& l, const sim::SessionSetup& setup) {
  return std::make_unique<Play>(s, l, setup);
}

}  // namespace knead::app
