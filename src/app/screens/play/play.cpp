// The life of a session on the screen: start, ticks, picture, end; see the header.
#include "app/screens/play/play.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/crash_log.hpp"
#include "app/log.hpp"
#include "app/online/online.hpp"
#include "app/screens/play/hand.hpp"
#include "app/screens/play/help.hpp"
#include "app/screens/play/words.hpp"
#include "app/view/fences.hpp"
#include "app/words/words.hpp"
#include "core/hash.hpp"
#include "level/level_reader.hpp"
#include "replay/write.hpp"

namespace knead::app {
namespace {

constexpr float kAbovePlaces = 90;  // the lesson stands above the row of places and moves
constexpr float kLongestFrame = .25F, kScoreEvery = 1;
constexpr int kRelaxedS = 3600, kRelaxedStock = 9;

// The same back with an hour and plenty of warm things, and no goal that would end it.
level::Level relaxed(level::Level level) {
  level.seconds = kRelaxedS;
  level.keepPainBelow = 0;
  for (int& stock : level.tools) stock = kRelaxedStock;
  return level;
}

}  // namespace

Play::Play(Services& s, const level::Level& l, const sim::SessionSetup& setup, Mode mode, float hoursAfter,
           std::shared_ptr<app::Party> party, const std::optional<board::StartToken>& start)
    : Screen(s),
      m_mode(mode),
      m_party(std::move(party)),
      m_level(mode == Mode::Relaxed ? relaxed(l) : l),
      m_setup(setup),
      m_hoursAfter(hoursAfter),
      m_start(start),
      m_scene(s.kit, s.shelf.people) {
  if (!s.drive.driven() && mode != Mode::Trial && mode != Mode::Party) m_watch = FileWatch(s.levels.fileOf(m_level.id));
  restart();
}

// A maker saves the file and sees at once what came of it. One that is wrong says so, and the old one goes on.
void Play::reload(float seconds) {
  if (!m_watch.changed(seconds)) return;
  const auto read = level::readLevelFile(m_watch.path());
  if (!read) return m_services.toast.say(read.error().text(), 8);
  if (read.value().hash == m_level.hash) return;
  m_level = m_mode == Mode::Relaxed ? relaxed(read.value()) : read.value();
  m_setup.carry = {};
  m_ghost.reset();
  restart();
  m_services.toast.say(words::tr("The file was saved: it begins anew."), 4);
}

void Play::restart() {
  const Drive& drive = m_services.drive;
  m_session = std::make_unique<sim::Session>(m_level, m_setup);
  m_source = drive.source(m_level, m_setup.seed);
  m_player = nullptr;
  if (m_mode != Mode::Relaxed) m_recorder = std::make_unique<replay::Recorder>(m_level, m_setup, drive.mode());
  if (m_recorder && m_start) m_recorder->lies(board::startOf(m_start->nonce, m_start->player).lie);
  m_services.expected.reset();
  meet();
  summon();
  m_listener.begin();
  m_carry = m_scoreIn = 0;
  m_over = false;
  m_visit = 0;
  m_countIn = 0;
  if (m_lesson == nullptr) m_services.toast.say(words::tr(m_level.lesson), 4);
  tell("begin " + m_level.id);
  const std::string what =
      "play " + m_level.id + " " + hexOf(m_level.hash).text + ", seed " + std::to_string(m_setup.seed);
  log::info(what);
  crash::doing(what);
}

// A hand knows the back it lies on: whoever comes next gets another.
void Play::meet() {
  if (!m_source || m_player != nullptr) {
    auto player = std::make_unique<PlayerHand>(m_session->level(), settings(), m_setup.seed);
    if (m_player != nullptr) player->goOn(m_player->use());
    m_player = player.get();
    m_source = std::move(player);
  }
  guide();
  m_scene.begin(*m_session);
  m_named.clear();
  m_input = {};
}

void Play::tick() {
  const sim::TickInput before = m_input;
  m_input = m_source->next(*m_session);
  m_session->tick(m_input);
  if (m_ghost) m_ghost->tick();
  crash::tick(m_session->tickCount());
  if (m_recorder) m_recorder->note(m_input, *m_session);
  if (m_guide) m_guide->tick(*m_session, m_input);
  if (m_lesson) m_lesson->tick(*m_session, m_input);
  m_scene.react(*m_session);
  m_heard.clear();
  m_listener.tick(*m_session, m_input, m_heard);
  for (const sound::Heard& heard : m_heard) m_services.speaker.cue(heard);
  for (const sim::Event& event : m_session->events()) {
    if (const std::string words = saidOf(event, *m_session); !words.empty()) m_services.toast.say(words);
  }
  nameFence();
  if (m_services.options.tell) tellChanges(before);
  receive();
}

void Play::expect(const sim::IntakeAnswer& answer) {
  m_session->expect(answer);
  if (m_recorder) m_recorder->expected(*m_session);
  receive();
}

// Somebody else lies there now.
void Play::receive() {
  if (m_session->visit() == m_visit) return;
  m_visit = m_session->visit();
  meet();
  m_services.toast.say(words::fill(words::tr("Now {person}."), {{"person", m_session->level().person.name}}));
}

// A fenced place is named when the hand first comes into it, whatever it does there: a ring alone does not say why.
void Play::nameFence() {
  const level::NoGo* place = m_input.contact && m_input.tool == level::Tool::Hand
                                 ? fenceAt(m_session->level(), m_input.positionCm())
                                 : nullptr;
  if (place == nullptr || std::find(m_named.begin(), m_named.end(), place->why) != m_named.end()) return;
  if (m_services.toast.shown()) return;  // in its turn: the hand will still be there, or come again
  m_named.push_back(place->why);
  const std::string words = words::fill(words::tr("A fenced place: {why}."), {{"why", words::tr(place->why)}});
  m_services.toast.say(words);
  if (m_services.options.tell) tell(words);
}

// The play time of a frame: a film is made at its own pace, and so is the second before it, in which the body comes to
// rest after a faster way there.
float Play::filmed(float playedS, float seconds) const {
  constexpr float kLeadS = 1;
  const Options& o = m_services.options;
  if (o.film.empty() || playedS > o.film[1]) return seconds * o.speed;
  const float ahead = o.film[0] - kLeadS - playedS;
  return ahead > 0 ? std::min(seconds * o.speed, ahead + seconds) : seconds;
}

void Play::update(float seconds) {
  reload(seconds);
  if (m_pause.isOpen()) m_pause.update(seconds, settings().on(profile::Option::ReducedMotion));
  if (m_pause.isOpen() || m_over) return;
  if (m_services.expected) {
    expect(*m_services.expected);
    m_services.expected.reset();
  }
  if (m_session->waits()) {
    // Whatever drives without a word about further people expects nothing of them.
    if (m_services.drive.driven()) {
      expect({});
    } else {
      m_services.over = makeNextIntake(m_services, m_level.visit(m_session->visit() + 1), m_party);
    }
    return;
  }
  if (m_countIn > 0) {
    const float left = std::max(0.0F, m_countIn - seconds);
    // A hand led by keys or a stick moves while time stands still.
    for (float at = m_countIn; m_player != nullptr && at - sim::kSecondsPerTick > left; at -= sim::kSecondsPerTick)
      m_player->waits(*m_session);
    m_countIn = left;
    return;
  }
  const Options& o = m_services.options;
  const float playedS = static_cast<float>(m_session->tickCount()) / sim::kTicksPerSecond;
  const float slower =
      m_player != nullptr ? static_cast<float>(settings().get(profile::Option::GameSpeed)) * .01F : 1.0F;
  m_carry = std::min(m_carry + filmed(playedS, seconds) * slower, kLongestFrame * std::max(1.0F, o.speed));
  if (m_player != nullptr) {
    m_player->played(slower < 1);
    m_player->update(seconds, *m_session);
    tellBeat();
    if (m_player->takePause()) return pause(PauseMenu::Resume);
  }
  while (m_carry >= sim::kSecondsPerTick && !m_session->ended() && !m_session->waits()) {
    m_carry -= sim::kSecondsPerTick;
    if (m_player != nullptr && m_player->waits(*m_session)) continue;
    tick();
    if (m_nextShot < o.at.size() && static_cast<float>(m_session->tickCount()) / 120.0F >= o.at[m_nextShot]) {
      const std::string name = std::to_string(std::lround(o.at[m_nextShot++]));
      m_services.shots.push_back(std::string(3 - std::min<std::size_t>(3, name.size()), '0') + name + "s");
      m_scene.renew();
      break;
    }
  }
  if (!o.film.empty() && playedS >= o.film[0] && playedS <= o.film[1]) {
    const std::string number = std::to_string(++m_filmed);
    m_services.shots.push_back("film-" + std::string(4 - std::min<std::size_t>(4, number.size()), '0') + number);
  }
  // The score of now takes 1 to 3 ms: once a second, and that frame refreshes nothing else.
  m_scoreIn -= seconds;
  m_scored = m_scoreIn <= 0 && (m_mode == Mode::Scored || m_mode == Mode::Party);
  if (m_scored) {
    m_now = m_session->score();
    m_scoreIn = kScoreEvery;
  }
  m_scene.update(*m_session, m_input, seconds, settings().on(profile::Option::ReducedMotion));
  if (m_session->ended()) finish();
}

void Play::draw(sf::RenderTarget& target, Painter& p, float W) {
  SessionScene::Show show{*m_session, m_now, m_input};
  if (m_player != nullptr) show.ceiling = m_player->ceiling();
  show.busy = m_scored;
  show.quiet = m_mode == Mode::Relaxed;
  show.whole = m_countIn > 0 || m_pause.isOpen() || (m_lesson && !m_lesson->over());
  if (m_player != nullptr) show.pointer = m_player->points() ? m_mouse : m_scene.toScreen(m_player->at());
  const bool helped = m_player != nullptr && m_player->helped() != nullptr;
  show.depthSigns = m_player != nullptr && !helped && m_player->byFinger();
  show.whole = show.whole || helped;
  const bool guided = m_guide && m_guide->shown();
  if (guided || helped)
    show.on = [this, guided, helped](Painter& q, const SessionScene& scene) {
      if (guided) m_guide->draw(q, scene);
      if (helped) drawPlaces(q, scene, *m_player, *m_session);
    };
  if (m_ghost && ghostLight() > 0) {
    show.ghost = m_ghost.get();
    show.ghostLight = ghostLight();
  }
  const Toast lesson = lessonPill();
  const float higher = helped ? kAbovePlaces : 0;
  show.pill = std::min(m_services.toast.top(p, W), lesson.top(p, W) - higher);  // above the places of a helped hand
  const Vec2 hand = m_scene.draw(target, p, W, show);
  if (m_countIn > 0) {
    drawCountIn(p, hand, m_countIn / kCountInS);
    p.flush(target);
  }
  if (m_pause.isOpen())
    return m_pause.draw(target, p, W, pauseNote(), m_services.controls.label(profile::Action::Back),
                        m_ghost ? std::optional(settings().get(profile::Option::GhostLight)) : std::nullopt);
  if (helped) drawHelp(p, W, *m_player, *m_session, m_services.controls);
  lesson.draw(p, W, higher);
  p.flush(target);
}

Spoken Play::focus() {
  if (m_pause.isOpen() || m_player == nullptr) return Screen::focus();
  const bool taught = m_lesson != nullptr && !m_lesson->over();
  return {spokenHelp(*m_player, *m_session), "",
          taught ? m_lesson->words(*m_player, m_services.controls) : std::string()};
}

std::string Play::spoken() const {
  if (m_pause.isOpen()) return words::tr("Paused") + std::string(". ") + pauseNote();
  return m_session->level().person.name + ". " + words::tr(m_level.lesson) + " " + spokenFences(m_session->level());
}

// Who and how far, under the pause.
std::string Play::pauseNote() const {
  if (m_mode == Mode::Relaxed) return m_session->level().person.name;
  if (m_setup.assists.noTimer)
    return words::fill(words::tr("{person} · {score}"),
                       {{"person", m_session->level().person.name}, {"score", words::number(m_now.score)}});
  return words::fill(words::tr("{person} · {time} left · {score}"),
                     {{"person", m_session->level().person.name},
                      {"time", words::clock(static_cast<int>(std::ceil(m_session->secondsLeft())))},
                      {"score", words::number(m_now.score)}});
}

Toast Play::lessonPill() const {
  Toast pill;
  if (m_lesson != nullptr && !m_lesson->over() && !m_services.toast.shown())
    pill.say(m_lesson->words(*m_player, m_services.controls));
  return pill;
}

// Who has no star on this level yet is shown what would help; who has none at all is told how.
void Play::guide() {
  m_guide.reset();
  m_lesson.reset();
  const int wanted = settings().get(profile::Option::GuidingHand);
  // In a party everybody is on their own: a hand that shows one person more would not be fair.
  if (m_player == nullptr || wanted == profile::kGuideNever || m_mode == Mode::Party) return;
  const profile::Progress& progress = m_services.player.progress();
  const profile::LevelProgress* mine = progress.of(m_level.id);
  const bool won = mine != nullptr && mine->bestStars > 0;
  if (wanted == profile::kGuideAlways || !won) m_guide = std::make_unique<GuidingHand>(m_setup.seed);
  if (progress.stars() == 0 && m_mode == Mode::Scored) m_lesson = std::make_unique<FirstLesson>();
}

// Whom the player races, from the beginning. What cannot be raced is said, and the session goes on without.
void Play::summon() {
  if (m_ghost) return m_ghost->restart();
  if (m_mode != Mode::Scored || m_hoursAfter > 0) return;
  const std::string& file = m_services.options.ghost;
  Result<std::optional<Ghost>> ghost = std::optional<Ghost>{};
  if (!file.empty()) {
    auto read = ghostFromFile(file, m_level);
    if (read)
      ghost = std::optional(std::move(read).value());
    else
      ghost = read.error();
  } else if (!m_services.drive.driven()) {
    ghost = settings().get(profile::Option::Ghost) == profile::kGhostBoard ? m_services.online.rival.wanted(m_level)
                                                                           : ghostFor(m_services.player, m_level);
  }
  if (!ghost) return m_services.toast.say(ghost.error().text(), 8);
  if (ghost.value()) m_ghost = std::make_unique<GhostHand>(m_level, std::move(*ghost.value()));
}

// How much of it is seen, 0..1; one from the command line always.
float Play::ghostLight() const {
  const int wanted = settings().get(profile::Option::GhostLight);
  constexpr int kFromOutside = 60;
  return .01F * static_cast<float>(m_services.options.ghost.empty() ? wanted : std::max(wanted, kFromOutside));
}

void Play::finish() {
  m_over = true;
  if (m_mode == Mode::Relaxed) {
    m_services.toast.say(words::tr("Enough for today. Let them rest."));
    m_services.next = makeLevelPath(m_services);
    return;
  }
  if (m_mode == Mode::Trial) {
    const sim::ScoreCard card = m_session->score();
    m_services.toast.say(words::fill(words::trn("{score} points, {count} star.", "{score} points, {count} stars.",
                                                static_cast<std::size_t>(card.stars)),
                                     {{"score", words::number(card.score)}, {"count", std::to_string(card.stars)}}),
                         8);
    m_services.back = true;
    return;
  }
  Outcome outcome;
  outcome.level = m_level;
  outcome.card = m_session->score();
  if (m_player != nullptr) m_recorder->played(m_player->mode(), m_player->use().help);
  outcome.replay = m_recorder->finish(outcome.card);
  log::info("score " + std::to_string(outcome.card.score) + ", stars " + std::to_string(outcome.card.stars) +
            ", state " + hexOf(outcome.card.stateHash).text);
  crash::doing("results of " + m_level.id);
  if (!m_services.options.saveReplay.empty()) {
    const auto wrote = replay::writeReplayFile(m_services.options.saveReplay, outcome.replay);
    if (!wrote) m_services.error = wrote.error().text();
  }
  if (m_services.drive.driven() || m_services.options.tell) report(outcome.card);
  if (m_mode == Mode::Party) {
    m_services.toast.hush();
    m_party->turns.push_back({std::move(outcome.card), std::move(outcome.replay)});
    m_services.next = makeHandOver(m_services, m_party);
    return;
  }
  if (!m_services.drive.driven()) {
    outcome.taken = m_services.player.take(m_level, outcome.card, outcome.replay, m_hoursAfter, m_start);
    m_services.online.outgoing.nudge();
    outcome.hoursAfter = m_hoursAfter;
  }
  m_services.toast.hush();
  m_services.next = makeResults(m_services, std::move(outcome));
}

// --tell: that the beat of a helped hand is due, once each time.
void Play::tellBeat() {
  constexpr float kSoon = .9F;
  const hands::HelpedHand* helped = m_player->helped();
  const bool due = helped != nullptr && helped->wantsBeat() && helped->beatDue() > kSoon;
  if (due && !m_beat) tell("beat");
  m_beat = due;
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
    if (const std::string words = saidOf(event, *m_session); !words.empty()) tell(words);
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

std::unique_ptr<Screen> makePlay(Services& s, const level::Level& l, const sim::SessionSetup& setup, float hoursAfter,
                                 const std::optional<board::StartToken>& start) {
  return std::make_unique<Play>(s, l, setup, Play::Mode::Scored, hoursAfter, nullptr, start);
}

std::unique_ptr<Screen> makePartyPlay(Services& s, std::shared_ptr<Party> party, const sim::SessionSetup& setup) {
  const level::Level level = party->level;
  return std::make_unique<Play>(s, level, setup, Play::Mode::Party, 0.0F, std::move(party));
}

std::unique_ptr<Screen> makeTrial(Services& s, const level::Level& l) {
  return std::make_unique<Play>(s, l, sim::SessionSetup{s.options.seed, {}, s.player.assists()}, Play::Mode::Trial);
}

std::unique_ptr<Screen> makeRelax(Services& s, const level::Level& l) {
  return std::make_unique<Play>(s, l, sim::SessionSetup{s.options.seed, {}, s.player.assists()}, Play::Mode::Relaxed);
}

}  // namespace knead::app
