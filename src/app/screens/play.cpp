// The treatment: fixed ticks from a source, the picture, the meters, pause. Asks the session everything and tells it
// nothing but the quantised input of each tick.
#include <cmath>
#include <cstdio>

#include "app/screens/screen.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/view/body_picture.hpp"
#include "app/view/furniture.hpp"
#include "core/hash.hpp"
#include "core/math.hpp"
#include "replay/record.hpp"
#include "replay/write.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Key;

class Play final : public Screen {
 public:
  Play(Services& s, const level::Level& l, const sim::SessionSetup& setup)
      : Screen(s), m_level(l), m_setup(setup), m_body(s.kit) {
    restart();
  }

  void handle(const platform::InputEvent& e) override {
    if (e.kind == Kind::KeyDown && e.key == Key::Escape) m_paused = !m_paused;
    if (e.kind == Kind::FocusLost && !m_services.drive.driven()) m_paused = true;
    if (e.kind == Kind::KeyDown && e.key == Key::R) restart();
    if (m_paused) {
      const bool click = e.kind == Kind::MouseDown && std::abs(e.x - m_width / 2) < 130;
      const int row = click ? static_cast<int>((e.y - 290) / 62) : -1;
      if ((e.kind == Kind::KeyDown && e.key == Key::Enter) || (click && e.y > 290 && row == 0)) m_paused = false;
      if (click && row == 1) restart();
      if (click && row == 2) m_services.next = makeLevelList(m_services);
      return;
    }
    if (e.kind == Kind::KeyDown && e.key >= Key::Num1 && e.key <= Key::Num4)
      m_tool = static_cast<level::Tool>(static_cast<int>(e.key) - static_cast<int>(Key::Num1));
    if (e.kind == Kind::Wheel) m_ceiling = clamp(m_ceiling + e.wheel * .05F, .1F, 1.0F);
    if (e.kind == Kind::MouseDown && e.leftButton) {
      if (std::hypot(e.x - (m_width - 48), e.y - 682) < 22) {
        m_paused = true;
        return;
      }
      for (int i = 0; i < level::kToolCount; ++i) {
        if (std::hypot(e.x - toolX(i), e.y - 568) < 28) {
          m_tool = static_cast<level::Tool>(i);
          return;
        }
      }
      m_down = true;
    }
    if (e.kind == Kind::MouseUp && e.leftButton) m_down = false;
    if (e.kind == Kind::MouseMove || e.kind == Kind::MouseDown || e.kind == Kind::MouseUp) m_mouse = {e.x, e.y};
    send();
  }

  void update(float seconds) override {
    if (m_paused || m_over) return;
    m_carry = std::min(m_carry + seconds * m_services.options.speed, .25F * std::max(1.0F, m_services.options.speed));
    while (m_carry >= sim::kSecondsPerTick && !m_session->ended()) {
      m_carry -= sim::kSecondsPerTick;
      m_clockUs = static_cast<std::uint64_t>(m_session->tickCount()) * 1000000U / 120U;
      const sim::TickInput input = m_source->next(*m_session);
      m_session->tick(input);
      m_recorder->note(input, *m_session);
      m_input = input;
      for (const sim::Event& event : m_session->events()) say(event);
      if (m_nextShot < m_services.options.at.size() &&
          static_cast<float>(m_session->tickCount()) / 120.0F >= m_services.options.at[m_nextShot]) {
        std::string name = std::to_string(std::lround(m_services.options.at[m_nextShot++]));
        m_services.shots.push_back(std::string(3 - std::min<std::size_t>(3, name.size()), '0') + name + "s");
        break;
      }
    }
    m_toastLeft -= seconds;
    m_scoreIn -= seconds;
    if (m_scoreIn <= 0) {
      m_now = m_session->score();
      m_scoreIn = .5F;
    }
    m_body.update(*m_session, seconds);
    if (m_session->ended()) finish();
  }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    m_width = W;
    const sim::PersonView& person = m_session->person();
    const Stage stage{{W / 2, 118}, 540};
    m_stage = stage;
    const float warm = clamp01(person.endorphins * .8F);
    drawGround(p, W, {W / 2, 330});
    drawHalo(p, {W / 2, 300},
             292 + 4 * std::sin(static_cast<float>(m_session->tickCount()) / 120 * person.breathsPerMinute * .1047F),
             warm);
    p.flush(target);
    m_body.draw(target, p, stage, warm);
    for (const sim::LaidTool& tool : m_session->tools()) drawTool(p, tool, stage);
    drawLinen(p, W, W / 2, -m_body.bend().pelvisTilt() * .25F);
    drawPerson(p, W);
    drawMeters(p);
    drawRight(p, W);
    drawHand(p, stage);
    p.flush(target);
    if (m_toastLeft > 0) {
      const float w = p.textWidth(m_toast, Face::Medium, theme::body) + 48;
      p.roundRect({W / 2 - w / 2, 602}, {w, 38}, 19, theme::fade(theme::card, .88F), theme::fade(theme::line, .55F));
      p.text(m_toast, {W / 2, 626}, Face::Medium, theme::body, theme::ink, Align::Centre);
      p.flush(target);
    }
    if (m_paused) {
      p.strip({{0, 0}, {W, 0}}, {{0, 720}, {W, 720}}, theme::fade(theme::ground0, .8F),
              theme::fade(theme::ground0, .8F));
      p.text("Paused", {W / 2, 240}, Face::Serif, 56, theme::ink, Align::Centre);
      static constexpr std::array<const char*, 3> words = {"Resume", "Start again", "All clients"};
      for (std::size_t i = 0; i < 3; ++i)
        button(p, {W / 2 - 130, 290 + static_cast<float>(i) * 62}, {260, 48}, words[i], i == 0, i == 0);
      p.flush(target);
    }
  }

 private:
  void restart() {
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
    m_carry = 0;
    m_clockUs = 0;
    m_down = m_paused = m_over = false;
    m_toast = m_level.lesson;
    m_toastLeft = 4;
    m_scoreIn = 0;
  }

  void send() {
    if (m_device == nullptr) return;
    sim::PointerSample s;
    const auto now = static_cast<std::uint64_t>(m_session->tickCount()) * 1000000U / 120U +
                     static_cast<std::uint64_t>(m_carry * 1e6F);
    s.microseconds = m_clockUs = std::max(m_clockUs, now);
    s.cm = m_body.bend().material(m_stage.toCm(m_mouse));
    s.down = m_down;
    s.tool = m_tool;
    s.ceiling = m_ceiling;
    m_device->push(s);
  }

  void finish() {
    m_over = true;
    const sim::ScoreCard card = m_session->score();
    if (!m_services.options.saveReplay.empty()) {
      const auto wrote = replay::writeReplayFile(m_services.options.saveReplay, m_recorder->finish(card));
      if (!wrote) m_services.error = wrote.error().text();
    }
    if (m_services.drive.driven()) report(card);
    m_services.next = makeResults(m_services, m_level, card);
  }

  // A driven session says on standard output what came of it, so that a script can compare.
  void report(const sim::ScoreCard& card) const {
    std::printf("score %d, stars %d, ending %s, state %s", card.score, card.stars,
                std::string(sim::kEndingIds[static_cast<std::size_t>(card.ending)]).c_str(),
                hexOf(card.stateHash).text);
    if (const auto& replay = m_services.drive.replay) {
      const replay::Claim now{card.score, card.stars, card.ending, card.stateHash};
      std::printf(now == replay->claim ? ", as recorded" : ", not as recorded");
    }
    std::printf("\n");
    std::fflush(stdout);
  }

  void say(const sim::Event& e) {
    const char* words = nullptr;
    switch (e.kind) {
      case sim::EventKind::KnotReleased: words = "A knot lets go."; break;
      case sim::EventKind::Flinch: words = "Too deep too soon. Lighter."; break;
      case sim::EventKind::Guarding: words = "They brace. Slow strokes first."; break;
      case sim::EventKind::TooHot: words = "It is getting too hot there."; break;
      case sim::EventKind::Burnt: words = "Too hot: they took it off."; break;
      case sim::EventKind::NoGoTouched:
        words = e.value < .5F ? "Not on the bone. Work beside it." : "Not there. Choose another place.";
        break;
      case sim::EventKind::ToolRefused: words = "None of these left."; break;
      case sim::EventKind::Afterglow: words = "A full dose of good touch: the afterglow."; break;
      case sim::EventKind::OverReleased: words = "That muscle has given enough. Let it be."; break;
      default: break;
    }
    if (words == nullptr) return;
    m_toast = words;
    m_toastLeft = 3.2F;
  }

  void drawPerson(Painter& p, float W) {
    const bool narrow = W < 1100;
    p.disc({64, 64}, 24, theme::hex(0x5A2B4C), theme::bodyMid);
    p.circle({64, 64}, 24, 1.2F, theme::fade(theme::rim, .6F));
    p.arc({64, 90}, 19, 3.5F, 5.92F, 1.2F, theme::jade);
    p.circle({64, 58}, 8, 1.2F, theme::rim);
    p.text(m_level.person.name, {102, 60}, Face::SemiBold, theme::name, theme::ink);
    p.text(m_level.title, {102, 81}, Face::Regular, theme::small, theme::ink2);
    const float y = p.paragraph("“" + m_level.person.words + "”", {40, 128}, narrow ? 200 : 260, narrow ? 25 : 27,
                                Face::Italic, narrow ? 19 : theme::quote, theme::ink, 5) +
                    12;
    const sim::PersonView& v = m_session->person();
    p.text("Comfort", {40, y}, Face::Medium, theme::small, theme::ink2);
    const float w = narrow ? 90 : 140, cycles = v.comfort > .8F ? 2.0F : v.comfort > .5F ? 3.0F : 4.5F;
    for (const float part : {1.0F, v.comfort}) {
      std::vector<Vec2> line;
      for (int i = 0; i <= 60; ++i) {
        const float t = static_cast<float>(i) / 60 * part;
        line.push_back({106 + t * w, y - 5 - std::sin(t * 6.283F * cycles) * 4.2F});
      }
      const bool rest = line.back().x > 105.5F + w && part > .999F && v.comfort < .999F;
      p.polyline(line, rest ? 1.3F : 2,
                 rest              ? theme::fade(theme::ink, .25F)
                 : v.comfort > .6F ? theme::jade
                 : v.comfort > .3F ? theme::amber
                                   : theme::ember);
    }
    if (!narrow)
      p.text(v.guarding > .5F   ? "guarded"
             : v.comfort > .85F ? "at ease"
             : v.comfort > .5F  ? "settling"
                                : "uneasy",
             {258, y}, Face::Regular, theme::small, theme::ink2);
  }

  void drawMeters(Painter& p) {
    const sim::Meters& m = m_session->meters();
    struct Row {
      const char* sign;
      const char* name;
      float value, low, high;
      sf::Color colour;
      const char* word;
    };
    const float tone = clamp01((.75F - m.meanTone) / .6F), heat = clamp01((m.heatC - 35.5F) / 5.0F);
    const std::array<Row, 4> rows = {
        {{"circ", "Circulation", m.circulation, 0, 0, theme::rose,
          m.circulation < .2F   ? "low"
          : m.circulation < .6F ? "rising"
                                : "warm"},
         {"endo", "Endorphins", m.endorphins, 0, 0, theme::gold,
          m.endorphins < .15F  ? "quiet"
          : m.endorphins < .7F ? "rising"
                               : "glowing"},
         {"tone", "Tension release", tone, (.75F - .45F) / .6F, (.75F - .27F) / .6F, theme::jade,
          m.tooLoose          ? "too loose"
          : m.meanTone > .45F ? "tight"
                              : "healthy tone"},
         {"heat", "Heat", heat, (m.heatLow - 35.5F) / 5, (m.heatHigh - 35.5F) / 5, theme::amber,
          m.tooHot              ? "too hot"
          : m.heatC < m.heatLow ? "cool"
                                : "comfortable"}}};
    const float w = m_width < 1100 ? 188 : 232;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Row& r = rows[i];
      const float y = 466 + static_cast<float>(i) * 46, v = clamp01(r.value);
      glyph(p, r.sign, {48, y - 5}, 17, r.colour, 1.5F);
      p.text(r.name, {66, y}, Face::Medium, theme::small, theme::ink);
      if (m_width >= 1100) p.text(r.word, {40 + w, y}, Face::Regular, theme::small, theme::ink2, Align::Right);
      p.bar({40, y + 12}, {w, 6}, theme::fade(theme::ink, .13F), theme::fade(theme::ink, .13F));
      if (r.high > r.low)
        p.roundRect({40 + w * r.low, y + 9}, {w * (r.high - r.low), 12}, 4, theme::fade(r.colour, .16F),
                    theme::fade(r.colour, v >= r.low && v <= r.high ? 1 : .75F), v >= r.low && v <= r.high ? 1.6F : 1);
      p.bar({40, y + 12}, {std::max(6.0F, w * v), 6}, theme::fade(r.colour, .35F), r.colour);
      p.disc({40 + w * v, y + 15}, 5, theme::mix(r.colour, sf::Color::White, .55F));
      p.glow({40 + w * v, y + 15}, 16, r.colour, .5F);
    }
  }

  [[nodiscard]] float toolX(int i) const { return m_width - 292 + 74 * static_cast<float>(i) + 18; }
  void drawRight(Painter& p, float W) {
    const float left = m_session->secondsLeft();
    const int s = static_cast<int>(std::ceil(left));
    p.text(std::to_string(s / 60) + ":" + (s % 60 < 10 ? "0" : "") + std::to_string(s % 60), {W - 38, 82}, Face::Light,
           theme::title, theme::ink, Align::Right);
    for (int i = 0; i < 3; ++i) star(p, {W - 198 + 22 * static_cast<float>(i), 64}, 7.5F, i < m_now.stars);
    p.text(std::to_string(m_now.score), {W - 216, 69}, Face::Medium, theme::label, theme::ink2, Align::Right);
    const float part = clamp01(left / static_cast<float>(std::max(1, m_level.seconds)));
    p.bar({W - 240, 98}, {200, 2}, theme::fade(theme::ink, .18F), theme::fade(theme::ink, .18F));
    p.bar({W - 240 + 200 * (1 - part), 98}, {200 * part, 2}, theme::ink, theme::ink);
    const sim::PostureView& v = m_session->posture();
    p.text("Posture", {W - 248, 206}, Face::Medium, theme::small, theme::ink2);
    p.text(v.sag > .3F                      ? "sagging"
           : v.deviation < .15F             ? "upright"
           : v.forwardHeadDeg > 12          ? "head forward"
           : std::abs(v.lateralShiftCm) > 1 ? "leaning"
                                            : "easing",
           {W - 248, 229}, Face::Italic, 19, theme::ink);
    drawSideView(p, {W - 134, 470}, W < 1100 ? 150.0F : 178.0F, v,
                 clamp01((m_session->meters().meanTone - .27F) / .4F));
    static constexpr std::array<const char*, 4> names = {"Hand", "Towel", "Stone", "Pack"};
    for (int i = 0; i < level::kToolCount; ++i) {
      const auto tool = static_cast<level::Tool>(i);
      const bool on = tool == m_input.tool, none = i > 0 && m_session->stock(tool) == 0;
      const float x = toolX(i), a = none ? .45F : 1.0F;
      p.disc({x, 568}, 25, on ? theme::mix(theme::card, theme::amber, .25F) : theme::fade(theme::card, .7F));
      p.circle({x, 568}, 25, on ? 1.6F : 1, on ? theme::amber : theme::fade(theme::ink3, .8F * a));
      glyph(p, level::kToolIds[static_cast<std::size_t>(i)], {x, 568}, 27,
            theme::fade(on ? theme::amber : theme::ink, a));
      p.text(i == 0 ? std::string(names[0])
                    : std::string(names[static_cast<std::size_t>(i)]) + " " + std::to_string(m_session->stock(tool)),
             {x, 612}, Face::Medium, theme::small, theme::fade(on ? theme::ink : theme::ink2, 1), Align::Centre);
    }
    static constexpr std::array<level::Technique, 8> strip = {
        level::Technique::Effleurage,  level::Technique::Petrissage, level::Technique::Friction,
        level::Technique::Vibration,   level::Technique::Tapotement, level::Technique::TriggerPoint,
        level::Technique::Acupressure, level::Technique::Stretch};
    const auto live = m_session->liveTechnique();
    for (std::size_t i = 0; i < strip.size(); ++i) {
      const float x = W / 2 + (static_cast<float>(i) - 3.5F) * (W < 1100 ? 74.0F : 96.0F);
      const bool on = m_input.contact && live == strip[i];
      glyph(p, glyphOf(strip[i]), {x, 674}, 24, on ? theme::gold : theme::fade(theme::ink, .8F), on ? 1.9F : 1.5F);
      p.text(W < 1100 && i == 5   ? "Trigger"
             : W < 1100 && i == 6 ? "Acupr."
                                  : labelOf(strip[i]),
             {x, 702}, on ? Face::SemiBold : Face::Regular, theme::small, on ? theme::gold : theme::ink2,
             Align::Centre);
    }
    glyph(p, "pause", {W - 48, 682}, 20, theme::ink2, 1.8F);
  }

  void drawTool(Painter& p, const sim::LaidTool& tool, const Stage& stage) {
    const Vec2 o = m_body.onScreen(tool.at, stage);
    const float k = stage.unit / 71;
    p.glow(o, 40 + tool.halfSizeCm.x * k, theme::amber, .4F);
    if (tool.tool == level::Tool::Stone) {
      std::vector<Vec2> path;
      for (int i = 0; i < 28; ++i) {
        const float a = static_cast<float>(i) / 28 * 6.2832F;
        path.push_back(o + Vec2{31 * std::cos(a) + 4 * std::sin(a), 20 * std::sin(a) - 5 * std::cos(a)});
      }
      p.fill(path, [o](Vec2 q) {
        return theme::mix(theme::hex(0x6F5F64), theme::hex(0x2A1F2C),
                          std::sqrt(lengthSquared(q - o - Vec2{-8, -8})) / 34);
      });
      p.polyline(path, 1.4F, theme::fade(theme::amber, .85F), true);
    } else {
      const Vec2 half = tool.halfSizeCm * k;
      p.roundRect(o - half, half * 2, 14,
                  tool.tool == level::Tool::Towel ? theme::hex(0x7A5A66, .82F) : theme::hex(0x6A3550, .88F),
                  theme::fade(theme::amber, .85F), 1.4F);
      for (int i = 1; i < 4; ++i)
        p.segment(o + Vec2{-half.x + 8, half.y * (static_cast<float>(i) / 2 - 1)},
                  o + Vec2{half.x - 8, half.y * (static_cast<float>(i) / 2 - 1)}, 1, theme::fade(theme::ink, .16F));
    }
    p.arc(o, 44, -1.57F, -1.57F + 6.283F * clamp01(tool.burn), 2.4F, theme::ember);
  }

  void drawHand(Painter& p, const Stage& stage) {
    const sim::LiveTouch& t = m_session->touch();
    const Vec2 o = m_device != nullptr ? m_mouse : m_body.onScreen(m_input.positionCm(), stage);
    const bool down = m_input.contact;
    const float r = down ? 40.0F : 32.0F, pi = 3.14159265F, limit = clamp01(m_session->person().touchLimit);
    const bool deep = down && t.pressure > limit;
    p.glow(o, r * 1.9F, deep ? theme::ember : theme::gold, .2F);
    p.disc(o, r, theme::fade(theme::ink, .02F), theme::fade(theme::ink, .14F));
    p.circle(o, r, 1.5F, theme::fade(theme::ink, .35F));
    const float reach = pi * clamp01(t.pressure);
    if (down) p.arc(o, r, pi / 2 - reach, pi / 2 + reach, 4, deep ? theme::ember : theme::fade(theme::ink, .95F));
    for (const float side : {-1.0F, 1.0F}) {
      for (const auto& [at, colour] : {std::pair{limit, theme::jade}, {m_ceiling, theme::gold}}) {
        const float a = pi / 2 + side * pi * at;
        p.segment(o + Vec2{std::cos(a), std::sin(a)} * (r + 5), o + Vec2{std::cos(a), std::sin(a)} * (r + 11), 1.8F,
                  colour);
      }
    }
    const auto live = m_session->liveTechnique();
    if (!down || !live || m_input.tool != level::Tool::Hand) return;
    const bool flip = o.x > m_width * .72F;
    const Vec2 l = m_width < 1100 ? o + Vec2{-60, r + 36} : o + Vec2{flip ? -r - 200 : r + 24, -2};
    p.glow(l + Vec2{72, 8}, 128, theme::shade, .8F, .42F, false);
    glyph(p, glyphOf(*live), l + Vec2{11, -5}, 24, theme::ink, 1.7F);
    p.text(labelOf(*live), l + Vec2{30, 3}, Face::Italic, theme::move, theme::ink);
    p.circle(l + Vec2{11, 23}, 8, 2.6F, theme::fade(theme::ink, .22F));
    p.arc(l + Vec2{11, 23}, 8, -pi / 2, -pi / 2 + 2 * pi * clamp01(t.quality), 2.6F, theme::gold);
    const char* word = deep ? "too deep" : "good touch";
    if (!deep && t.quality < .75F) {
      switch (t.coach) {
        case sim::Coach::Tempo: word = t.tooFast ? "slower" : "quicker"; break;
        case sim::Coach::Path: word = "follow the fibres"; break;
        case sim::Coach::Steadiness: word = "steadier"; break;
        case sim::Coach::Place: word = "another place"; break;
        case sim::Coach::Depth: word = "mind the depth"; break;
        case sim::Coach::None: break;
      }
    }
    p.text(word, l + Vec2{30, 28}, Face::Medium, theme::small, deep ? theme::ember : theme::gold);
  }

  level::Level m_level;
  sim::SessionSetup m_setup;
  std::unique_ptr<sim::Session> m_session;
  std::unique_ptr<Source> m_source;
  DeviceSource* m_device = nullptr;
  std::unique_ptr<replay::Recorder> m_recorder;
  BodyPicture m_body;
  Stage m_stage;
  sim::TickInput m_input;
  sim::ScoreCard m_now;
  Vec2 m_mouse{900, 400};
  level::Tool m_tool = level::Tool::Hand;
  float m_ceiling = .65F, m_carry = 0, m_toastLeft = 0, m_scoreIn = 0, m_width = 1280;
  std::uint64_t m_clockUs = 0;
  bool m_down = false, m_paused = false, m_over = false;
  std::size_t m_nextShot = 0;
  std::string m_toast;
};

}  // namespace
std::unique_ptr<Screen> makePlay(Services& s, const level::Level& l, const sim::SessionSetup& setup) {
  return std::make_unique<Play>(s, l, setup);
}
}  // namespace knead::app
