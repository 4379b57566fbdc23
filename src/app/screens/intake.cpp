// Before the hands: the person's words and signs, the player's guess, and what it was worth. Gives the answer on.
#include "app/online/online.hpp"
#include "app/party.hpp"
#include "app/screens/ghost_row.hpp"
#include "app/screens/intake_verdict.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/pace.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/body_picture.hpp"
#include "app/view/fences.hpp"
#include "app/view/furniture.hpp"
#include "app/view/ground.hpp"
#include "app/view/pain_map.hpp"
#include "app/view/plate.hpp"
#include "app/view/portrait.hpp"
#include "app/words/visits.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using words::quoted;
using words::tr;

class Intake final : public Screen {
 public:
  Intake(Services& s, const level::Level& l, bool further, float hoursAfter, std::shared_ptr<Party> party = nullptr)
      : Screen(s),
        m_further(further),
        m_party(std::move(party)),
        m_hoursAfter(hoursAfter),
        m_carry(hoursAfter > 0 ? s.player.leftIn(l.person.id, hoursAfter).carry() : sim::Carry{}),
        m_level(l),
        m_who(s.shelf.people.who(l.person)),
        m_session(l, {.seed = 1, .intake = {}, .assists = {}, .further = {}, .carry = m_carry}),
        m_body(s.kit),
        m_ground(s.kit),
        m_linen(s.kit, false) {
    // Whoever comes again does not tell the old story: it is days or weeks since then.
    if (hoursAfter > 0) {
      m_level.person.words = words::wordsAgain(hoursAfter);
      if (!m_who.job.empty()) m_level.person.role = m_who.job;
    }
    m_body.begin(m_session, m_who.build);
    // Who comes again begins elsewhere than any recording.
    if (!further && hoursAfter <= 0 && !m_party) m_ghost.emplace(s, m_level, kGhost);
    m_sore = sorePlaces(m_session);
  }
  void handle(const platform::InputEvent& e) override {
    m_pace.stir();
    if (e.asks(platform::Action::Back) && m_party) {
      // Before their turn it is handed over again; within it, whether the party is over is asked.
      if (m_further)
        m_services.over = makeHandOver(m_services, m_party, true);
      else
        m_services.next = makeHandOver(m_services, m_party);
      return;
    }
    // Those who came before are lost with the session: that is asked first.
    if (e.asks(platform::Action::Back) && m_further && m_askedForS <= 0) {
      m_askedForS = kAskedForS;
      m_services.toast.say(tr("The session is not over yet. Once more leaves it."), 4);
      return;
    }
    if (e.asks(platform::Action::Back)) m_services.next = makeLevelPath(m_services);
    const bool onLight =
        m_choices.focused() == kGhost + 1 && (e.asks(platform::Action::Left) || e.asks(platform::Action::Right));
    const auto chosen = onLight ? std::nullopt : m_choices.handle(e);
    if (m_ghost && m_ghost->handle(e, m_choices, chosen)) return;
    if (!chosen) return;
    m_askedForS = 0;  // whoever goes on means to stay
    if (*chosen == kRefer) {
      m_answer = {};
      m_answer.refer = true;
    }
    if (*chosen == kAnew) {
      m_verdict.reset();
      m_answer = {};
    } else if (*chosen != kRefer && *chosen != kBegin) {
      toggle(static_cast<level::Technique>(*chosen));
    } else if (m_verdict || m_answer == sim::IntakeAnswer{}) {
      begin();
    } else {
      tell();
    }
  }
  void update(float seconds) override {
    m_askedForS = std::max(0.0F, m_askedForS - seconds);
    const bool reduced = m_services.player.settings().on(profile::Option::ReducedMotion);
    m_body.update(m_session, {}, m_pace.advance(seconds, m_services.kit, reduced), !reduced);
  }
  [[nodiscard]] bool still() const override { return m_pace.still(); }
  [[nodiscard]] Choices* choices() override { return &m_choices; }
  [[nodiscard]] std::string spoken() const override {
    const level::Person& who = m_level.person;
    if (m_verdict) return m_verdict->spoken();
    std::string all = who.name + ", " + tr(who.role) + ". " + tr(who.words) + " " + tr("You notice") + ":";
    for (const std::string& sign : who.signs) all += " " + std::string(tr(sign)) + ".";
    if (const std::string fences = spokenFences(m_level); !fences.empty()) all += " " + fences;
    return all + " " + tr("What do you expect?");
  }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    if (ofDay()) m_services.online.leave.want(m_level, m_services.player.date());
    // A block of at most 1280, centred; in 4:3 the words and the back move together and keep the size of their type.
    const bool narrow = isNarrow(W);
    const float left = marginOf(W), right = W - left;
    const float words = narrow ? 214 : 270;
    m_x = right - 402;
    const float cx = (left + words + m_x - 18) / 2, unit = narrow ? 320 : 460;
    const Vec2 halo{cx, narrow ? 312.0F : 318.0F};
    m_ground.keep(p, W, {cx, 330}, {}, [&](Painter& q) {
      drawHalo(q, halo, unit * .51F, 0);
      drawHaloRim(q, halo, unit * .51F, 0);
    });
    const Stage stage{{cx, narrow ? 172.0F : 118.0F}, unit};
    // The linen rises to the hips of the figure.
    const float rise = stage.origin.y + unit * .98F - kLinenMiddle;
    m_linen.keep({0, kLinenTop + rise}, {W, 720 - kLinenTop - rise}, p.scale(), {},
                 [&](Painter& q) { drawLinen(q, W, cx, 0, rise); });
    m_body.refresh(unit * p.scale(), true);
    m_ground.draw(target);
    m_body.draw(target, p, stage, 0);
    m_linen.draw(target);
    const auto onBack = [&](Vec2 cm) { return stage.toScreen(m_body.bend(), cm); };
    drawFences(p, m_level, onBack, unit);
    drawPainMap(p, m_sore, m_level.pain, m_body.bend(), stage, left + words + 14, m_x - 26, !narrow,
                fenceSigns(m_level, onBack, unit));
    constexpr float kPersonEnds = 704;
    p.fitting(kPersonEnds, [&] { return drawPerson(p, left, words, narrow); });
    if (m_verdict)
      drawTold(p);
    else
      drawGuess(p);
    p.flush(target);
  }

 private:
  // Choices 0 to 10 are the techniques.
  static constexpr int kBegin = 100, kRefer = 101, kAnew = 102, kGhost = 103, kColumns = 4;
  static constexpr Vec2 kTile{96, 92};
  static constexpr float kAskedForS = 60;  // the light of one switch needs a while to come back

  // Today's back, which may stand on the day's board.
  [[nodiscard]] bool ofDay() const {
    return !m_further && !m_party && m_hoursAfter <= 0 && daily::dayOfId(m_level.id) == m_services.player.day();
  }
  // The answer counts once: who was told may try again, but that shows nothing of what they knew.
  void answer() {
    if (!m_answered && !m_party) m_services.player.expected(m_level, m_answer, m_services.book.of(m_level.pain));
    m_answered = true;
  }
  void tell() {
    answer();
    m_verdict = verdictOf(m_level, m_answer, m_services.book.of(m_level.pain));
    m_choices.focus(m_verdict->kind == IntakeVerdict::Kind::Guess || m_verdict->kind == IntakeVerdict::Kind::SawSign
                        ? kBegin
                        : kAnew);
    m_services.anew = true;
  }
  void begin() {
    answer();
    if (m_further) {
      m_services.expected = m_answer;
      m_services.back = true;
      return;
    }
    if (m_party) {
      m_services.next = makePartyPlay(m_services, m_party,
                                      {.seed = m_party->seed,
                                       .intake = m_answer,
                                       .assists = m_services.player.assists(),
                                       .further = {},
                                       .carry = {}});
      return;
    }
    const auto start = ofDay() ? m_services.online.leave.take(m_level) : std::nullopt;
    m_services.next =
        makePlay(m_services, m_level,
                 {.seed = start ? board::startOf(start->nonce, start->player).seed : m_services.options.seed,
                  .intake = m_answer,
                  .assists = m_services.player.assists(),
                  .further = {},
                  .carry = m_carry},
                 m_hoursAfter, start);
  }

  // The next free role takes the move; a chosen move is let go again.
  void toggle(level::Technique move) {
    m_answer.refer = false;
    const std::array<std::optional<level::Technique>*, 3> roles = {&m_answer.first, &m_answer.also, &m_answer.avoid};
    for (auto* role : roles) {
      if (*role == move) {
        role->reset();
        return;
      }
    }
    for (auto* role : roles) {
      if (!*role) {
        *role = move;
        return;
      }
    }
    m_answer.avoid = move;
  }

  // Gives the y of the line after the last.
  float drawPerson(Painter& p, float x, float width, bool narrow) const {
    constexpr int kLines = 6;  // of a text in large type in the narrowest column; what is too high is set smaller
    drawPortrait(p, {x + 28, 92}, 28, m_who.hair);
    p.text(m_level.person.name, {x + 70, 86}, Face::SemiBold, 20, theme::ink);
    float y = p.paragraph(tr(m_level.person.role), {x + 70, 108}, width - 70, 18, Face::Regular, theme::small,
                          theme::ink2, kLines);
    if (m_hoursAfter > 0)
      y = p.paragraph(since(), {x + 70, y}, width - 70, 18, Face::Medium, theme::small, theme::gold, 8);
    y = p.paragraph(quoted(m_level.person.words), {x, std::max(y, 128.0F) + 34}, width, narrow ? 28 : 34, Face::Italic,
                    narrow ? 22 : 27, theme::ink, 8) +
        18;
    if (!m_level.person.signs.empty()) {
      p.text(tr("You notice"), {x, y}, Face::Medium, theme::small, theme::ink2);
      y += 26;
    }
    for (const std::string& sign : m_level.person.signs) {
      p.disc({x + 4, y - 5}, 2.5F, theme::gold);
      y = p.paragraph(tr(sign), {x + 16, y}, width - 20, 21, Face::Regular, theme::label, theme::ink, kLines) + 8;
    }
    return y - 8;
  }

  // How long ago the last visit was, and what it left.
  [[nodiscard]] std::string since() const {
    const story::Left left = m_services.player.leftIn(m_level.person.id, m_hoursAfter);
    for (const words::NextVisit& next : words::nextVisits()) {
      if (next.hours == m_hoursAfter)
        return words::fill(tr("{when}: {glow}, {ease}."), {{"when", tr(next.since)},
                                                           {"glow", words::glowLeft(left.afterglow)},
                                                           {"ease", words::easeLeft(left.ease)}});
    }
    return {};
  }

  void drawGuess(Painter& p) {
    p.roundRect({m_x - 18, 34}, {434, 598}, 16, theme::fade(theme::card, .86F), theme::fade(theme::line, .55F));
    p.text(tr("What do you expect?"), {m_x, 84}, Face::Serif, 30, theme::ink);
    const char* ask = !m_answer.first   ? tr("Choose what you would do first.")
                      : !m_answer.also  ? tr("And what else would help?")
                      : !m_answer.avoid ? tr("And what would you leave alone?")
                                        : tr("Ready when you are.");
    p.text(ask, {m_x, 110}, Face::Regular, theme::body, theme::ink2);
    m_choices.clear();
    for (int i = 0; i < level::kTechniqueCount; ++i) {
      const Vec2 at{m_x + static_cast<float>(i % kColumns) * 100.5F, 130 + static_cast<float>(i / kColumns) * 100.0F};
      m_choices.add(
          i, at, kTile, 14,
          {std::string(labelOf(static_cast<level::Technique>(i))), roleOf(static_cast<level::Technique>(i)), ask});
      drawTile(p, at, static_cast<level::Technique>(i));
    }
    // How much it is worth would give away who must not be touched.
    p.text(tr("A right guess is a part of the score."), {m_x, 452}, Face::Regular, theme::body, theme::gold);
    // Gold calls, once there is something to begin with; before that the tiles do.
    const char* begin = m_answer.first ? tr("Begin") : tr("Begin without a guess");
    m_choices.add(kBegin, {m_x, 474}, {398, 48}, 24, {begin, "", ask});
    m_choices.add(kRefer, {m_x, 566}, {398, 40}, 20,
                  {tr("Send them to a doctor"), "", tr("When the signs speak against any massage:")});
    if (m_answer.first)
      button(p, {m_x, 474}, {398, 48}, begin, true);
    else
      p.text(begin, {m_x + 199, 503}, Face::Medium, theme::body, theme::ink2, Align::Centre);
    p.text(tr("When the signs speak against any massage:"), {m_x, 554}, Face::Regular, theme::small, theme::ink2);
    button(p, {m_x, 566}, {398, 40}, tr("Send them to a doctor"), false);
    drawGhost(p);
    keyHints(p, {m_x + 398, 698},
             {{m_services.controls.label(platform::Action::Confirm), tr("choose"), platform::Action::Confirm},
              {m_services.controls.label(platform::Action::Back), tr("back"), platform::Action::Back}},
             Align::Right);
    m_choices.drawRing(p);
  }

  void drawGhost(Painter& p) {
    if (ofDay())
      p.typeAtMost(1.15F, [&] {
        p.within(m_services.online.leave.words(), {m_x - 18, 26}, 434, 18, 16, Face::Medium, theme::small,
                 m_services.online.leave.ready() ? theme::gold : theme::ink2);
      });
    if (m_ghost) m_ghost->draw(p, m_choices, {m_x - 18, 638}, 434);
  }

  // What the guess was worth, in the place of the tiles.
  void drawTold(Painter& p) {
    using Told = IntakeVerdict::Kind;
    p.roundRect({m_x - 18, 34}, {434, 598}, 16, theme::fade(theme::card, .86F), theme::fade(theme::line, .55F));
    const bool anew = m_verdict->kind == Told::MissedSign || m_verdict->kind == Told::NeedlessReferral;
    drawVerdict(p, *m_verdict, {m_x, 84}, 398, anew ? 450 : 520);
    m_choices.clear();
    const char* on = m_verdict->kind == Told::Guess        ? tr("Begin")
                     : m_verdict->kind == Told::MissedSign ? tr("Lay hands on all the same")
                                                           : tr("Send them to a doctor");
    const float first = anew ? 474 : 566;
    if (anew) {
      m_choices.add(kAnew, {m_x, first}, {398, 48}, 24, {tr("Think again"), "", tr("Back to the guess.")});
      button(p, {m_x, first}, {398, 48}, tr("Think again"), true);
    }
    m_choices.add(kBegin, {m_x, 566}, {398, anew ? 40.0F : 48.0F}, anew ? 20 : 24,
                  {on, "", m_verdict->words.empty() ? std::string(tr("Now the hands.")) : m_verdict->words});
    button(p, {m_x, 566}, {398, anew ? 40.0F : 48.0F}, on, !anew);
    drawGhost(p);
    keyHints(p, {m_x + 398, 698},
             {{m_services.controls.label(platform::Action::Confirm), tr("choose"), platform::Action::Confirm},
              {m_services.controls.label(platform::Action::Back), tr("back"), platform::Action::Back}},
             Align::Right);
    m_choices.drawRing(p);
  }

  [[nodiscard]] const char* roleOf(level::Technique move) const {
    return m_answer.first == move   ? tr("first")
           : m_answer.also == move  ? tr("also")
           : m_answer.avoid == move ? tr("avoid")
                                    : "";
  }

  void drawTile(Painter& p, Vec2 at, level::Technique move) const {
    const char* role =
        m_answer.first == move || m_answer.also == move || m_answer.avoid == move ? roleOf(move) : nullptr;
    const sf::Color c = m_answer.avoid == move ? theme::ember : theme::jade;
    if (role != nullptr)
      p.roundRect(at, kTile, 14, theme::mix(theme::card, c, .14F), c, 1.8F);
    else
      p.roundRect(at, kTile, 14, theme::fade(theme::card, .5F), theme::fade(theme::line, .6F));
    const bool large = p.typeScale() > 1;
    glyph(p, glyphOf(move), at + Vec2{48, large ? 19.0F : 34.0F}, large ? 22 : 32, role != nullptr ? c : theme::ink,
          1.7F);
    p.centred(labelOf(move), at + Vec2{48, 66}, kTile.x - 6, 14 * p.typeScale(), Face::Medium, theme::small,
              theme::ink);
    if (role == nullptr) return;
    p.text(role, at + Vec2{48, large ? 86.0F : 84.0F}, Face::SemiBold, theme::small, c, Align::Centre);
    widgets::verdict(p, at + Vec2{kTile.x - 13, 13}, m_answer.avoid != move);
  }

  bool m_further;
  float m_askedForS = 0;           // so long "once more" leaves
  std::shared_ptr<Party> m_party;  // or null
  float m_hoursAfter;
  sim::Carry m_carry;
  level::Level m_level;
  story::Someone m_who;
  sim::Session m_session;
  BodyPicture m_body;
  Ground m_ground;
  Plate m_linen;
  std::vector<SorePlace> m_sore;
  sim::IntakeAnswer m_answer;
  std::optional<IntakeVerdict> m_verdict;  // told; empty while the guess is made
  bool m_answered = false;
  std::optional<GhostRow> m_ghost;
  Choices m_choices{kBegin};
  float m_x = 818;
  Pace m_pace;
};

}  // namespace
std::unique_ptr<Screen> makeIntake(Services& s, const level::Level& l, float hoursAfter) {
  return std::make_unique<Intake>(s, l, false, hoursAfter);
}
std::unique_ptr<Screen> makeNextIntake(Services& s, const level::Level& person, std::shared_ptr<Party> party) {
  return std::make_unique<Intake>(s, person, true, 0.0F, std::move(party));
}
std::unique_ptr<Screen> makePartyIntake(Services& s, std::shared_ptr<Party> party) {
  const level::Level level = party->level;
  return std::make_unique<Intake>(s, level, false, 0.0F, std::move(party));
}
}  // namespace knead::app
