// A session, tick by tick. The order of a tick is `Session::tick`, readable top to bottom.
#include "sim/session.hpp"

#include "core/hash.hpp"
#include "core/math.hpp"
#include "sim/body.hpp"
#include "sim/posture.hpp"
#include "sim/score.hpp"
#include "sim/tuning.hpp"

namespace knead::sim {

using namespace tuning;

namespace {

// Where and how deep the hand was at each of the last ticks, for credit in arrears.
constexpr std::uint32_t kTrail = 1024;
struct TrailPoint {
  std::int16_t x = 0, y = 0;
  std::int16_t fromX = 0, fromY = 0;  // where the present draw began
  float pressure = 0.0F;
  float holding = 0.0F;  // 0..1, how long a stretch has been held
};

}  // namespace

struct Session::State {
  State(const level::Level& given, const SessionSetup& how)
      : level(std::make_shared<const level::Level>(given)), setup(how), recogniser(how.assists), body(*level) {
    baseline.measures = body.measure();
    baseline.posture = solvePosture(level->posture, baseline.measures, baseline.measures.tightness);
    endorphinsAtStart = body.person.endorphins;
    views.knots.resize(static_cast<std::size_t>(body.knotCount()));
    person.pain = body.painNow();
    person.painAtStart = baseline.measures.pain;
    seePerson();
    const Body::MuscleTones& tones = baseline.measures.muscleTone;
    for (std::size_t m = 0; m < tones.size(); ++m) overReleased[m] = tones[m] < level::muscles()[m / 2].bandLow;
    if (setup.intake.refer) end(Ending::Referred);
  }

  std::shared_ptr<const level::Level> level;
  SessionSetup setup;
  Recogniser recogniser;
  Body body;
  Baseline baseline;
  float endorphinsAtStart = 0.0F;

  std::uint32_t tick = 0;
  Ending ending = Ending::Running;
  std::array<TrailPoint, kTrail> trail{};
  std::vector<Work> pending;
  std::array<MoveTime, level::kTechniqueCount> moveTimes{};
  std::array<float, level::kTechniqueCount> moveQuality{};
  float contactPlayS = 0.0F;
  float stretchHeldPlayS = 0.0F;
  std::int16_t drawX = 0, drawY = 0;
  bool toolDown = false;
  level::Tool toolLaid = level::Tool::Hand;
  Vec2 toolAt;
  std::array<bool, level::kMuscleCount> overReleased{};
  int goalTicks = 0;
  Move lastMove = Move::None;

  std::vector<Event> events;
  PersonView person;
  bool tooHot = false;

  void end(Ending how) {
    ending = how;
    events.push_back({EventKind::Ended, tick, 0, static_cast<float>(how), Move::None, {}});
  }

  // Heat tools: down lays or lifts; a stone just laid glides while it is held.
  void useTools(const TickInput& in) {
    const bool down = in.contact && in.tool != level::Tool::Hand;
    const Vec2 at = in.positionCm();
    if (down && !toolDown) {
      const std::size_t before = body.laid.size();
      body.useTool(in.tool, at, tick, events);
      toolLaid = body.laid.size() > before ? in.tool : level::Tool::Hand;
    } else if (down && toolLaid == level::Tool::Stone && in.tool == level::Tool::Stone) {
      body.slideTool(level::Tool::Stone, at);
    }
    toolDown = down;
  }

  void follow(const TickInput& in) {
    const LiveTouch& live = recogniser.live();
    contactPlayS = live.contact ? contactPlayS + kSecondsPerTick : 0.0F;
    stretchHeldPlayS = live.move == Move::Stretch ? stretchHeldPlayS + kSecondsPerTick : 0.0F;
    if (live.move != Move::Stretch) {
      drawX = in.x;
      drawY = in.y;
    }
    trail[tick % kTrail] = {
        in.x,
        in.y,
        drawX,
        drawY,
        live.pressure,
        clamp01((stretchHeldPlayS - kStretchHoldFromPlayS) / (kStretchHoldFullPlayS - kStretchHoldFromPlayS))};
    if (live.move != lastMove) {
      lastMove = live.move;
      if (live.move != Move::None) events.push_back({EventKind::MoveBegan, tick, 0, live.quality, live.move, live.at});
    }
  }

  // Turns the ledger's new entries into work for the body.
  void collectCredits() {
    for (const Credit& credit : recogniser.credits()) {
      if (credit.move == Move::None || credit.to <= credit.from || credit.to > tick + 1) continue;
      if (!credit.topUp) {
        events.push_back({EventKind::MoveCredited, tick, 0, credit.quality, credit.move, recogniser.live().at});
      }
      const std::uint32_t chunk = credit.topUp ? kTopUpChunkTicks : kWorkChunkTicks;
      for (std::uint32_t from = credit.from; from < credit.to; from += chunk) {
        const std::uint32_t to = from + chunk < credit.to ? from + chunk : credit.to;
        if (tick - from >= kTrail) continue;
        addWork(credit, from, to);
      }
    }
  }

  void addWork(const Credit& credit, std::uint32_t from, std::uint32_t to) {
    float x = 0;
    float y = 0;
    float pressure = 0;
    float holding = 0.0F;
    for (std::uint32_t t = from; t < to; ++t) {
      const TrailPoint& p = trail[t % kTrail];
      x += static_cast<float>(p.x);
      y += static_cast<float>(p.y);
      pressure += p.pressure;
      holding += p.holding;
    }
    const float share = 1.0F / static_cast<float>(to - from);
    Work work;
    work.at = Vec2{x * share * 0.01F, y * share * 0.01F};
    const TrailPoint& last = trail[(to - 1) % kTrail];
    work.from = Vec2{static_cast<float>(last.fromX), static_cast<float>(last.fromY)} * 0.01F;
    work.technique = body.techniqueOf(credit.move, work.at);
    work.pressure = pressure * share;
    work.quality = clamp01(credit.quality);
    work.seconds = static_cast<float>(to - from) * kSecondsPerTick * kTherapyPerPlay;
    work.towardHeart = towardHeart(from, to);
    work.holding = holding * share;
    work.topUp = credit.topUp;
    pending.push_back(work);
    const auto i = static_cast<std::size_t>(work.technique);
    moveTimes[i].move = credit.move;
    moveTimes[i].technique = work.technique;
    if (!credit.topUp) moveTimes[i].seconds += static_cast<float>(to - from) * kSecondsPerTick;
    moveQuality[i] += work.quality * static_cast<float>(to - from) * kSecondsPerTick;
  }

  // Up the back counts as toward the heart below T5; above it, down does. The ledger writes tick by tick, so the way
  // is read over a longer stretch that ends with this piece of work.
  [[nodiscard]] bool towardHeart(std::uint32_t from, std::uint32_t to) const {
    const std::uint32_t least = to > kHeartWayTicks ? to - kHeartWayTicks : 0;
    const TrailPoint& a = trail[(from < least ? from : least) % kTrail];
    const TrailPoint& b = trail[(to - 1) % kTrail];
    const int dy = b.y - a.y;
    const int dx = b.x - a.x;
    if (dx * dx > 4 * dy * dy) return true;
    return a.y > kHeartYHundredths ? dy <= 0 : dy >= 0;
  }

  void stepBody() {
    for (const Work& work : pending) body.apply(work);
    pending.clear();
    const LiveTouch& live = recogniser.live();
    body.step({live.contact, live.move, live.at, live.pressure, contactPlayS}, tick, events);
    for (const Event& event : events) {
      if (event.kind == EventKind::KnotReleased && event.tick == tick)
        body.person.comfort = minOf(1.0F, body.person.comfort + kComfortReleased);
    }
    person.pain += (body.painNow() - person.pain) * kPainShown;
    if (tick % kTicksPerSecond == 0) noticeOverRelease();
    seePerson();
    viewsFresh = false;
  }

  // Once for each muscle that falls below its postural band, and again when it has come back in between.
  void noticeOverRelease() {
    const Body::MuscleTones tones = body.muscleTones();
    for (std::size_t m = 0; m < tones.size(); ++m) {
      const level::Muscle& muscle = level::muscles()[m / 2];
      const bool below = tones[m] < muscle.bandLow;
      if (below && !overReleased[m]) {
        events.push_back({EventKind::OverReleased, tick, static_cast<int>(m), tones[m], Move::None, {}});
      }
      overReleased[m] = below || (overReleased[m] && tones[m] < muscle.bandLow + kBandMargin);
    }
  }

  void seePerson() {
    const Person& p = body.person;
    person.arousal = p.arousal;
    person.guarding = p.guarding;
    person.comfort = p.comfort;
    person.endorphins = p.endorphins;
    person.afterglow = body.afterglow;
    person.breathsPerMinute = kBreathsCalm + kBreathsArousal * p.arousal;
    const LiveTouch& live = recogniser.live();
    if (live.contact) person.touchLimit = body.limitAt(live.at);
    tooHot = false;
    for (const LaidTool& tool : body.laid) tooHot = tooHot || tool.burn > kTooHotShown;
  }

  // What only a picture asks for. It is made from the last step when somebody asks, so a proof does without.
  struct Views {
    std::vector<KnotView> knots;
    Meters meters;
    PostureView posture;
    Body::MuscleTones muscleTone{};
    Field<float> playC{};  // muscle temperature as the game shows it
  };
  const Views& look() {
    if (viewsFresh) return views;
    viewsFresh = true;
    Views& v = views;
    for (std::size_t k = 0; k < v.knots.size(); ++k) {
      const KnotState& knot = body.knots[k];
      v.knots[k] = {level->knots[k].at, knot.tightness, knot.start, knot.released, true};
    }
    const Body::Measures now = body.measure();
    v.muscleTone = now.muscleTone;
    v.posture = solvePosture(level->posture, now, baseline.measures.tightness);
    const Reliefs r =
        reliefOf(baseline, now, v.posture, body.person.endorphins, endorphinsAtStart, now.heat, level->seconds);
    v.meters.circulation = r.circulation;
    v.meters.endorphins = r.endorphins;
    v.meters.tension = r.tension;
    v.meters.heat = now.heat;
    v.meters.meanTone = now.meanTone;
    v.meters.heatC = now.meanPlayC;
    v.meters.tooLoose = now.sag > kTooLooseFrom;
    v.meters.tooHot = tooHot;
    for (std::size_t c = 0; c < v.playC.size(); ++c) v.playC[c] = playTemperature(body.tissue.muscleC[c]);
    return v;
  }
  Views views;
  bool viewsFresh = false;

  [[nodiscard]] std::uint32_t lastTick() const {
    return static_cast<std::uint32_t>(setup.assists.noTimer ? kUntimedSeconds : level->seconds) * kTicksPerSecond;
  }

  void checkEnd() {
    if (body.person.comfort <= 0.0F) return end(Ending::Comfort);
    if (tick >= lastTick()) return end(Ending::Time);
    if (level->keepPainBelow > 0.0F) {
      const bool met = body.painAtRest() <= level->keepPainBelow * baseline.measures.pain;
      goalTicks = met ? goalTicks + kTicksPerStep : 0;
      if (goalTicks >= level->keepSeconds * kTicksPerSecond) end(Ending::Goal);
    }
  }
};

Session::Session(const level::Level& level, const SessionSetup& setup)
    : m_state(std::make_unique<State>(level, setup)) {}
Session::Session(const Session& other) : m_state(std::make_unique<State>(*other.m_state)) {}
Session::~Session() = default;

void Session::tick(const TickInput& input) {
  State& s = *m_state;
  s.events.clear();
  if (s.ending != Ending::Running) return;
  s.useTools(input);
  TickInput hand = input;
  hand.contact = input.contact && input.tool == level::Tool::Hand;
  s.recogniser.tick(hand);
  s.follow(hand);
  s.collectCredits();
  ++s.tick;
  if (input.finish && s.setup.assists.noTimer) return s.end(Ending::Enough);
  if (s.tick % kTicksPerStep == 0) {
    s.stepBody();
    s.checkEnd();
  }
}

bool Session::ended() const { return m_state->ending != Ending::Running; }
Ending Session::ending() const { return m_state->ending; }

ScoreCard Session::score() const {
  const State& s = *m_state;
  ScoreCard card;
  card.ending = s.ending;
  card.stateHash = stateHash();
  card.painBefore = s.baseline.measures.pain;
  card.postureBefore = s.baseline.posture;
  card.comfort = s.body.person.comfort;
  card.insight = insightOf(s.level->intake, s.setup.intake);

  // Three therapy minutes without a hand: what lasts is what counts.
  Body rested = s.body;
  for (const Work& work : s.pending) rested.apply(work);
  const float endorphins = rested.person.endorphins;
  rested.liftAllTools();
  std::vector<Event> quiet;
  for (int i = 0; i < kRestSteps && s.ending != Ending::Referred; ++i) {
    rested.step({}, s.tick, quiet);
    quiet.clear();
  }
  const Body::Measures after = rested.measure();
  card.postureAfter = solvePosture(s.level->posture, after, s.baseline.measures.tightness);
  const Reliefs r = reliefOf(s.baseline, after, card.postureAfter, endorphins, s.endorphinsAtStart, s.body.heatPeak,
                             s.level->seconds);
  card.circulation = r.circulation;
  card.endorphins = r.endorphins;
  card.tension = r.tension;
  card.heat = r.heat;
  card.posture = r.posture;
  card.painAfter = after.pain;
  card.afterglow = s.body.afterglow;
  card.knotsStayed = true;
  for (int k = 0; k < rested.knotCount(); ++k) {
    const KnotState& knot = rested.knots[static_cast<std::size_t>(k)];
    const bool stayed = knot.released && knot.tightness < kStayedBelow;
    card.knots.push_back({s.level->knots[static_cast<std::size_t>(k)].at, knot.tightness, knot.start, stayed, true});
    card.knotsStayed = card.knotsStayed && stayed;
  }
  const std::array<float, 4> leads = {r.circulation, r.endorphins, r.tension, r.heat};
  card.leadMet = leads[static_cast<std::size_t>(s.level->lead)] >= s.level->leadGoal;
  for (std::size_t i = 0; i < s.moveTimes.size(); ++i) {
    MoveTime time = s.moveTimes[i];
    if (time.seconds <= 0.0F) continue;
    time.quality = clamp01(s.moveQuality[i] / time.seconds);
    card.moves.push_back(time);
  }
  gradeCard(card, *s.level, s.body.harm, after.sag);
  return card;
}

std::uint32_t Session::tickCount() const { return m_state->tick; }
float Session::secondsLeft() const {
  const float left =
      static_cast<float>(m_state->lastTick() / kTicksPerSecond) - static_cast<float>(m_state->tick) * kSecondsPerTick;
  return left > 0.0F ? left : 0.0F;
}
const level::Level& Session::level() const { return *m_state->level; }
const SessionSetup& Session::setup() const { return m_state->setup; }
std::span<const Event> Session::events() const { return m_state->events; }
const LiveTouch& Session::touch() const { return m_state->recogniser.live(); }
std::optional<level::Technique> Session::liveTechnique() const {
  const LiveTouch& live = touch();
  if (live.move == Move::None) return std::nullopt;
  return m_state->body.techniqueOf(live.move, live.at);
}
TissueView Session::tissue() const {
  const Tissue& t = m_state->body.tissue;
  return {t.skinC, m_state->look().playC, t.perfusion, t.tone, t.soreness, t.acceptance};
}
std::span<const KnotView> Session::knots() const { return m_state->look().knots; }
float Session::painAt(Vec2 at) const { return m_state->body.painAt(at); }
std::span<const LaidTool> Session::tools() const { return m_state->body.laid; }
int Session::stock(level::Tool tool) const { return m_state->body.stock[static_cast<std::size_t>(tool)]; }
const PersonView& Session::person() const { return m_state->person; }
const Meters& Session::meters() const { return m_state->look().meters; }
const PostureView& Session::posture() const { return m_state->look().posture; }
std::span<const float, level::kMuscleCount> Session::muscleTone() const { return m_state->look().muscleTone; }
float Session::pointDose(int point) const {
  return point >= 0 && point < kMaxPoints ? m_state->body.pointDose[static_cast<std::size_t>(point)] : 0.0F;
}
std::uint64_t Session::stateHash() const {
  const State& s = *m_state;
  Hash64 hash;
  hash.addWord(s.tick);
  hash.addWord(static_cast<std::uint64_t>(s.ending));
  hash.addWord(s.recogniser.stateHash());
  s.body.addTo(hash);
  return hash.value();
}

}  // namespace knead::sim
