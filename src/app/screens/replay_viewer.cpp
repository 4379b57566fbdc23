// A recording in the picture it was played in, with the clock in the viewer's hand: play, pause, speed, steps, and any
// place of it at once. Changes nothing and writes nothing.
#include <cmath>
#include <cstdio>

#include "app/playback.hpp"
#include "app/screens/play/session_scene.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/session_curve.hpp"
#include "app/words/words.hpp"
#include "core/hash.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Action;
using words::fill;
using words::tr;

constexpr std::array<float, 5> kSpeeds = {.5F, 1, 2, 4, 8};
constexpr auto kSecond = static_cast<std::uint32_t>(sim::kTicksPerSecond);

std::string clock(std::uint32_t tick) { return words::clock(static_cast<int>(tick / kSecond)); }

class ReplayViewer final : public Screen {
 public:
  ReplayViewer(Services& s, const level::Level& level, const replay::Replay& replay)
      : Screen(s),
        m_playback(level, replay),
        m_curve(curveOf(level, replay)),
        m_scene(s.kit, s.shelf.people),
        m_speed(s.options.watch.empty() ? 1 : s.options.speed) {
    m_scene.begin(m_playback.session());
  }

  [[nodiscard]] float largestType() const override { return 2; }
  [[nodiscard]] Choices* choices() override { return &m_choices; }
  [[nodiscard]] std::string spoken() const override { return tr("Recording"); }
  void handle(const platform::InputEvent& e) override {
    const bool key = e.pressed();
    if (e.asks(Action::Back)) {
      m_services.back = true;
      return;
    }
    if (e.kind == Kind::MouseUp) m_dragging = false;
    if (e.kind == Kind::MouseMove && m_dragging) m_wanted = tickAt(e.x);
    // On the track, left and right go through time.
    if (key && m_choices.focused() == kScrub && (e.asks(Action::Left) || e.asks(Action::Right)))
      return move(e.asks(Action::Right) ? sim::kTicksPerSecond : -sim::kTicksPerSecond);
    const auto chosen = m_choices.handle(e);
    if (!chosen) return;
    if (*chosen == kPlay || (*chosen == kScrub && key)) {
      if (m_playback.done()) m_wanted = 0;
      m_playing = !m_playing || m_playback.done();
    } else if (*chosen == kScrub) {
      m_dragging = true;
      m_wanted = tickAt(e.x);
    } else if (*chosen == kBack || *chosen == kOn) {
      move(*chosen == kOn ? sim::kTicksPerSecond : -sim::kTicksPerSecond);
    } else if (*chosen == kTick) {
      m_playing = false;
      move(1);
    } else {
      m_speed = kSpeeds[static_cast<std::size_t>(*chosen - kSpeed)];
    }
  }

  void update(float seconds) override {
    if (m_wanted) {
      seek(*m_wanted);
      m_wanted.reset();
    }
    const bool runs = m_playing && !m_dragging;
    m_carry = runs ? std::min(m_carry + seconds * m_speed, kLongestFrame * std::max(1.0F, m_speed)) : 0;
    while (m_carry >= sim::kSecondsPerTick && !m_playback.done()) {
      m_carry -= sim::kSecondsPerTick;
      m_playback.step();
      m_scene.react(m_playback.session());
      m_heard.clear();
      m_listener.tick(m_playback.session(), m_playback.input(), m_heard);
      for (const sound::Heard& heard : m_heard) m_services.speaker.cue(heard);
    }
    if (m_playback.done()) end();
    // At the end it is the result that is shown.
    const bool over = m_playback.done() && m_scoredAt != m_playback.tick();
    m_scoreIn -= seconds;
    m_scored = m_scoreIn <= 0 || over;
    if (over) m_scene.renew();
    if (m_scored) {
      m_now = m_playback.session().score();
      m_scoredAt = m_playback.tick();
      m_scoreIn = kScoreEvery;
    }
    // The body goes on breathing in a paused picture.
    m_scene.update(m_playback.session(), m_playback.input(), seconds,
                   m_services.player.settings().on(profile::Option::ReducedMotion));
  }

  [[nodiscard]] sound::Scene heard() const override {
    return m_listener.scene(m_playback.session(), !m_playing || m_playback.done());
  }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    SessionScene::Show show{m_playback.session(), m_now, m_playback.input()};
    show.ceiling = static_cast<float>(show.input.ceiling) / 255.0F;
    show.moves = false;
    show.busy = m_scored;
    show.on = [this](Painter& q, const SessionScene& scene) { drawTrail(q, scene); };
    m_scene.draw(target, p, W, show);
    p.typeAtMost(1.4F, [&] { drawBar(p, W); });
    p.flush(target);
    if (!m_shot && !m_services.options.shots.empty()) m_services.shots.emplace_back("replay");
    m_shot = true;
  }

 private:
  static constexpr int kPlay = 0, kBack = 1, kOn = 2, kTick = 3, kScrub = 4, kSpeed = 5;  // kSpeed and up: the speeds
  static constexpr float kLongestFrame = .25F, kScoreEvery = 1, kTrailS = 3;
  static constexpr float kBarTop = 634, kTrackTop = 642, kTrackHeight = 26, kRowTop = 676, kRowHeight = 34;

  void move(int ticks) {
    const auto from = static_cast<int>(m_wanted.value_or(m_playback.tick()));
    m_wanted = static_cast<std::uint32_t>(std::clamp(from + ticks, 0, static_cast<int>(m_playback.end())));
  }
  // A jump shows the body of that moment at once; a step lets it follow as it would.
  void seek(std::uint32_t tick) {
    const std::uint32_t from = m_playback.tick();
    m_playback.seek(tick);
    if (tick < from || tick > from + kSecond) m_scene.begin(m_playback.session());
    m_scene.renew();
    m_scoreIn = 0;
  }
  [[nodiscard]] std::uint32_t tickAt(float x) const {
    return static_cast<std::uint32_t>(clamp01((x - m_trackLeft) / m_trackWidth) * static_cast<float>(m_playback.end()));
  }

  void end() {
    m_playing = false;
    const Options& o = m_services.options;
    if (m_told || !(o.quit || o.tell)) return;
    m_told = true;
    const sim::ScoreCard card = m_playback.session().score();
    const replay::Claim now{card.score, card.stars, card.ending, card.stateHash};
    std::printf("watched %s, score %d, state %s, %s\n", m_playback.level().id.c_str(), card.score,
                hexOf(card.stateHash).text, now == m_playback.replay().claim ? "as recorded" : "not as recorded");
    std::fflush(stdout);
    m_services.quit = m_services.quit || o.quit;
  }

  // Where the hand went in the last seconds; it fades with age.
  void drawTrail(Painter& p, const SessionScene& scene) const {
    constexpr std::uint32_t kEvery = 4;
    const auto span = static_cast<std::uint32_t>(kTrailS * static_cast<float>(sim::kTicksPerSecond));
    const std::uint32_t last = m_playback.tick(), first = last > span ? last - span : 0;
    std::vector<LinePoint> line;
    const auto done = [&] {
      if (line.size() > 1) p.ribbon(line);
      line.clear();
    };
    const auto& inputs = m_playback.replay().inputs;
    // Whole multiples, so that the line does not shimmer as the window moves on.
    for (std::uint32_t t = (first + kEvery - 1) / kEvery * kEvery; t < last; t += kEvery) {
      const sim::TickInput& input = inputs[t];
      if (!input.contact || input.tool != level::Tool::Hand) {
        done();
        continue;
      }
      const float age = static_cast<float>(last - t) / static_cast<float>(span);
      line.push_back({scene.toScreen(input.positionCm()), 3.2F * (1 - age) + .6F,
                      theme::fade(theme::gold, .85F * (1 - age) * (1 - age))});
    }
    done();
  }

  void drawBar(Painter& p, float W) {
    const HudLayout& layout = m_scene.layout();
    const float left = layout.left, width = layout.right - layout.left;
    widgets::card(p, {left - 16, kBarTop - 2}, {width + 32, 720 - kBarTop - 2}, .92F);
    m_trackLeft = left;
    m_trackWidth = width;
    m_choices.clear();
    drawSessionBands(p, {left, kTrackTop}, {width, kTrackHeight}, m_curve);
    const float at =
        left + width * static_cast<float>(m_playback.tick()) / static_cast<float>(std::max(1U, m_playback.end()));
    p.segment({at, kTrackTop - 4}, {at, kTrackTop + kTrackHeight + 4}, 2, theme::ink);
    p.disc({at, kTrackTop - 4}, 5, theme::ink);
    float x = left;
    const auto add = [&](int id, const std::string& word, const char* hint, bool primary) {
      const float w = std::max(44.0F, p.textWidth(word, Face::SemiBold, theme::label) + 28);
      m_choices.add(id, {x, kRowTop}, {w, kRowHeight}, kRowHeight / 2, {word, "", hint});
      button(p, {x, kRowTop}, {w, kRowHeight}, word, primary);
      x += w + 10;
    };
    add(kPlay, m_playing ? tr("Pause") : tr("Play"), tr("Play and pause."), true);
    add(kBack, tr("−1 s"), tr("A second back."), false);
    add(kOn, tr("+1 s"), tr("A second on."), false);
    add(kTick, tr("+1 step"), tr("One step on."), false);
    m_choices.add(
        kScrub, {left, kTrackTop - 3}, {width, kTrackHeight + 6}, 6,
        {tr("Time"), fill(tr("{now} of {all}"), {{"now", clock(m_playback.tick())}, {"all", clock(m_playback.end())}}),
         tr("Left and right go through time.")});
    x += 14;
    for (std::size_t i = 0; i < kSpeeds.size(); ++i) {
      const std::string number = kSpeeds[i] < 1 ? "½" : std::to_string(std::lround(kSpeeds[i]));
      const std::string word = fill(tr("{speed}×"), {{"speed", number}});
      m_choices.add(kSpeed + static_cast<int>(i), {x, kRowTop + 3},
                    {widgets::chip(p, {x, kRowTop + 3}, word, theme::gold, m_speed == kSpeeds[i]), 32}, 14,
                    {word, m_speed == kSpeeds[i] ? tr("on") : tr("off"), tr("Speed of play")});
      x += p.textWidth(word, Face::Medium, theme::small) + 30;
    }
    const float right = left + width;
    const float time =
        p.text(fill(tr("{now} of {all}"), {{"now", clock(m_playback.tick())}, {"all", clock(m_playback.end())}}),
               {right, kRowTop + 22}, Face::Medium, theme::body, theme::ink, Align::Right);
    const char* word = W >= 1100 ? tr("back") : "";
    keyHints(p, {right - time - 22, kRowTop + 22}, {{m_services.controls.label(Action::Back), word, Action::Back}},
             Align::Right);
    m_choices.drawRing(p);
  }

  Playback m_playback;
  sound::Listener m_listener;
  std::vector<sound::Heard> m_heard;  // of the last tick
  SessionCurve m_curve;
  SessionScene m_scene;
  sim::ScoreCard m_now;
  Choices m_choices{kPlay};
  std::optional<std::uint32_t> m_wanted;  // a place asked for since the last frame
  std::uint32_t m_scoredAt = 0;           // the tick of m_now
  float m_speed = 1, m_carry = 0, m_scoreIn = 0, m_trackLeft = 0, m_trackWidth = 1;
  bool m_playing = true, m_dragging = false, m_scored = false, m_told = false, m_shot = false;
};

}  // namespace

std::unique_ptr<Screen> makeReplayViewer(Services& s, const level::Level& level, const replay::Replay& replay) {
  return std::make_unique<ReplayViewer>(s, level, replay);
}

}  // namespace knead::app
