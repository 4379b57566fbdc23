#include "sim/visit.hpp"

#include "core/hash.hpp"
#include "core/math.hpp"
#include "sim/tuning.hpp"

namespace knead::sim {

using namespace tuning;

Visit::Visit(const level::Level& given, const IntakeAnswer& said, const Assists& assists, const Carry& carry,
             std::uint32_t ticksBefore)
    : level(&given),
      recogniser(assists),
      body(given, carry),
      m_intake(said),
      m_noTimer(assists.noTimer),
      m_ticksBefore(ticksBefore) {
  m_baseline.measures = body.measure();
  m_baseline.posture = solvePosture(level->posture, m_baseline.measures, m_baseline.measures.tightness);
  m_endorphinsAtStart = body.person.endorphins;
  m_views.knots.resize(static_cast<std::size_t>(body.knotCount()));
  person.pain = body.painNow();
  person.painAtStart = m_baseline.measures.pain;
  seePerson();
  const Body::MuscleTones& tones = m_baseline.measures.muscleTone;
  for (std::size_t m = 0; m < tones.size(); ++m) m_overReleased[m] = tones[m] < level::muscles()[m / 2].bandLow;
  if (m_intake.refer)
    end(Ending::Referred);
  else if (lastTick() == 0)
    end(Ending::Time);
}

void Visit::end(Ending how) {
  ending = how;
  events.push_back({EventKind::Ended, tick, 0, static_cast<float>(how), Move::None, {}});
}

void Visit::useTools(const TickInput& in) {
  const bool down = in.contact && in.tool != level::Tool::Hand;
  const Vec2 at = in.positionCm();
  if (down && !m_toolDown) {
    const int there = body.toolAt(in.tool, at);
    m_grip = {};
    if (there < 0) {
      const int laid = body.layTool(in.tool, at, tick, events);
      if (in.tool == level::Tool::Stone) m_grip = {laid, at, at, true};
    } else if (in.tool == level::Tool::Stone) {
      m_grip = {there, at, at, false};
    } else {
      body.liftTool(there, tick, events);
    }
  } else if (down && m_grip.stone >= 0 && in.tool == level::Tool::Stone) {
    m_grip.moved = m_grip.moved || lengthSquared(at - m_grip.from) > kGlideFromCm * kGlideFromCm;
    if (m_grip.moved) body.slideTool(m_grip.stone, at);
  } else if (!down && m_grip.stone >= 0) {
    if (m_grip.moved)
      body.laid[static_cast<std::size_t>(m_grip.stone)].glides = false;
    else
      body.liftTool(m_grip.stone, tick, events);
    m_grip = {};
  }
  m_toolDown = down;
}

void Visit::glide() {
  if (m_grip.stone < 0 || m_grip.stone >= static_cast<int>(body.laid.size())) {
    m_grip = {};
    return;
  }
  LaidTool& stone = body.laid[static_cast<std::size_t>(m_grip.stone)];
  const float speed = length(stone.at - m_grip.last) * (1.0F / kPlayStepS);
  const float quality = clamp01((speed - kGlideStill) * (1.0F / (kGlideSlow - kGlideStill))) *
                        clamp01((kGlideFast - speed) * (1.0F / (kGlideFast - kGlideQuick)));
  m_grip.last = stone.at;
  stone.glides = quality > 0.0F;
  if (!stone.glides) return;
  Work work;
  work.technique = level::Technique::Stone;
  work.at = work.from = stone.at;
  work.pressure = kGlidePressure;
  work.quality = quality;
  work.seconds = kStepS;
  body.apply(work);
  const auto i = static_cast<std::size_t>(level::Technique::Stone);
  m_moveTimes[i].move = Move::Effleurage;
  m_moveTimes[i].technique = level::Technique::Stone;
  m_moveTimes[i].seconds += kPlayStepS;
  m_moveQuality[i] += quality * kPlayStepS;
}

void Visit::follow(const TickInput& in) {
  const LiveTouch& live = recogniser.live();
  m_contactPlayS = live.contact ? m_contactPlayS + kSecondsPerTick : 0.0F;
  m_stretchHeldPlayS = live.move == Move::Stretch ? m_stretchHeldPlayS + kSecondsPerTick : 0.0F;
  if (live.move != Move::Stretch) {
    m_drawX = in.x;
    m_drawY = in.y;
  }
  m_trail[tick % kTrail] = {
      in.x,
      in.y,
      m_drawX,
      m_drawY,
      live.pressure,
      clamp01((m_stretchHeldPlayS - kStretchHoldFromPlayS) / (kStretchHoldFullPlayS - kStretchHoldFromPlayS))};
  if (live.move != m_lastMove) {
    m_lastMove = live.move;
    if (live.move != Move::None) events.push_back({EventKind::MoveBegan, tick, 0, live.quality, live.move, live.at});
  }
}

void Visit::collectCredits() {
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

void Visit::addWork(const Credit& credit, std::uint32_t from, std::uint32_t to) {
  float x = 0;
  float y = 0;
  float pressure = 0;
  float holding = 0.0F;
  for (std::uint32_t t = from; t < to; ++t) {
    const TrailPoint& p = m_trail[t % kTrail];
    x += static_cast<float>(p.x);
    y += static_cast<float>(p.y);
    pressure += p.pressure;
    holding += p.holding;
  }
  const float share = 1.0F / static_cast<float>(to - from);
  Work work;
  work.at = Vec2{x * share * 0.01F, y * share * 0.01F};
  const TrailPoint& last = m_trail[(to - 1) % kTrail];
  work.from = Vec2{static_cast<float>(last.fromX), static_cast<float>(last.fromY)} * 0.01F;
  work.technique = body.techniqueOf(credit.move, work.at);
  work.pressure = pressure * share;
  work.quality = clamp01(credit.quality);
  work.seconds = static_cast<float>(to - from) * kSecondsPerTick * kTherapyPerPlay;
  work.towardHeart = towardHeart(from, to);
  work.holding = holding * share;
  work.topUp = credit.topUp;
  m_pending.push_back(work);
  const auto i = static_cast<std::size_t>(work.technique);
  m_moveTimes[i].move = credit.move;
  m_moveTimes[i].technique = work.technique;
  if (!credit.topUp) m_moveTimes[i].seconds += static_cast<float>(to - from) * kSecondsPerTick;
  m_moveQuality[i] += work.quality * static_cast<float>(to - from) * kSecondsPerTick;
}

bool Visit::towardHeart(std::uint32_t from, std::uint32_t to) const {
  const std::uint32_t least = to > kHeartWayTicks ? to - kHeartWayTicks : 0;
  const TrailPoint& a = m_trail[(from < least ? from : least) % kTrail];
  const TrailPoint& b = m_trail[(to - 1) % kTrail];
  const int dy = b.y - a.y;
  const int dx = b.x - a.x;
  if (dx * dx > 4 * dy * dy) return true;
  return a.y > kHeartYHundredths ? dy <= 0 : dy >= 0;
}

void Visit::stepBody() {
  for (const Work& work : m_pending) body.apply(work);
  m_pending.clear();
  glide();
  const LiveTouch& live = recogniser.live();
  body.step({live.contact, live.move, live.at, live.pressure, m_contactPlayS}, tick, events);
  for (const Event& event : events) {
    if (event.kind == EventKind::KnotReleased && event.tick == tick)
      body.person.comfort = minOf(1.0F, body.person.comfort + kComfortReleased);
    if (event.kind != EventKind::Burnt) continue;
    // What was too hot is off the body: out of the hand too.
    if (event.index == m_grip.stone)
      m_grip = {};
    else if (event.index < m_grip.stone)
      --m_grip.stone;
  }
  person.pain += (body.painNow() - person.pain) * kPainShown;
  if (tick % kTicksPerSecond == 0) noticeOverRelease();
  seePerson();
  m_viewsFresh = false;
}

void Visit::noticeOverRelease() {
  const Body::MuscleTones tones = body.muscleTones();
  for (std::size_t m = 0; m < tones.size(); ++m) {
    const level::Muscle& muscle = level::muscles()[m / 2];
    const bool below = tones[m] < muscle.bandLow;
    if (below && !m_overReleased[m]) {
      events.push_back({EventKind::OverReleased, tick, static_cast<int>(m), tones[m], Move::None, {}});
    }
    m_overReleased[m] = below || (m_overReleased[m] && tones[m] < muscle.bandLow + kBandMargin);
  }
}

void Visit::seePerson() {
  const Person& p = body.person;
  person.arousal = p.arousal;
  person.guarding = p.guarding;
  person.comfort = p.comfort;
  person.endorphins = p.endorphins;
  person.afterglow = body.afterglow;
  person.breathsPerMinute = kBreathsCalm + kBreathsArousal * p.arousal;
  const LiveTouch& live = recogniser.live();
  if (live.contact) person.touchLimit = body.limitAt(live.at);
  m_tooHot = false;
  for (const LaidTool& tool : body.laid) m_tooHot = m_tooHot || tool.burn > kTooHotShown;
}

const Visit::Views& Visit::look() {
  if (m_viewsFresh) return m_views;
  m_viewsFresh = true;
  Views& v = m_views;
  for (std::size_t k = 0; k < v.knots.size(); ++k) {
    const KnotState& knot = body.knots[k];
    v.knots[k] = {level->knots[k].at, knot.tightness, knot.start, knot.released};
  }
  const Body::Measures now = body.measure();
  v.muscleTone = now.muscleTone;
  v.posture = solvePosture(level->posture, now, m_baseline.measures.tightness);
  const Reliefs r =
      reliefOf(m_baseline, now, v.posture, body.person.endorphins, m_endorphinsAtStart, now.heat, level->seconds);
  v.meters.circulation = r.circulation;
  v.meters.endorphins = r.endorphins;
  v.meters.tension = r.tension;
  v.meters.heat = now.heat;
  v.meters.meanTone = now.meanTone;
  v.meters.heatC = now.meanPlayC;
  v.meters.tooLoose = now.sag > kTooLooseFrom;
  v.meters.tooHot = m_tooHot;
  for (std::size_t c = 0; c < v.playC.size(); ++c) v.playC[c] = playTemperature(body.tissue.muscleC[c]);
  return v;
}

std::uint32_t Visit::lastTick() const {
  constexpr std::uint32_t kUntimedTicks = kUntimedSeconds * kTicksPerSecond;
  if (!m_noTimer) return static_cast<std::uint32_t>(level->seconds) * kTicksPerSecond;
  return kUntimedTicks - (m_ticksBefore < kUntimedTicks ? m_ticksBefore : kUntimedTicks);
}

void Visit::checkEnd() {
  if (body.person.comfort <= 0.0F) return end(Ending::Comfort);
  if (level->intake.refer && body.harm.touchedPlayS >= kReferEnoughPlayS) return end(Ending::Enough);
  if (tick >= lastTick()) return end(Ending::Time);
  if (level->keepPainBelow > 0.0F) {
    const bool met = body.painAtRest() <= level->keepPainBelow * m_baseline.measures.pain;
    m_goalTicks = met ? m_goalTicks + kTicksPerStep : 0;
    if (m_goalTicks >= level->keepSeconds * kTicksPerSecond) end(Ending::Goal);
  }
}

void Visit::advance(const TickInput& input) {
  events.clear();
  if (ending != Ending::Running) return;
  useTools(input);
  TickInput hand = input;
  hand.contact = input.contact && input.tool == level::Tool::Hand;
  recogniser.tick(hand);
  follow(hand);
  collectCredits();
  ++tick;
  if (input.finish && m_noTimer) return end(Ending::Enough);
  if (tick % kTicksPerStep == 0) {
    stepBody();
    checkEnd();
  }
}

ScoreCard Visit::score() const {
  ScoreCard card;
  card.ending = ending;
  card.stateHash = stateHash();
  card.painBefore = m_baseline.measures.pain;
  card.postureBefore = m_baseline.posture;
  card.comfort = body.person.comfort;
  card.insight = insightOf(level->intake, m_intake);
  card.predicted = !(m_intake == IntakeAnswer{});

  // Three therapy minutes without a hand: what lasts is what counts.
  Body rested = body;
  for (const Work& work : m_pending) rested.apply(work);
  const float endorphins = rested.person.endorphins;
  rested.liftAllTools();
  std::vector<Event> quiet;
  for (int i = 0; i < kRestSteps && ending != Ending::Referred; ++i) {
    rested.step({}, tick, quiet);
    quiet.clear();
  }
  const Body::Measures after = rested.measure();
  card.postureAfter = solvePosture(level->posture, after, m_baseline.measures.tightness);
  const Reliefs r =
      reliefOf(m_baseline, after, card.postureAfter, endorphins, m_endorphinsAtStart, body.heatPeak, level->seconds);
  card.circulation = r.circulation;
  card.endorphins = r.endorphins;
  card.tension = r.tension;
  card.heat = r.heat;
  card.posture = r.posture;
  card.painAfter = after.pain;
  card.afterglow = body.afterglow;
  card.knotsStayed = true;
  for (int k = 0; k < rested.knotCount(); ++k) {
    const KnotState& knot = rested.knots[static_cast<std::size_t>(k)];
    const bool stayed = knot.released && knot.tightness < kStayedBelow;
    card.knots.push_back({level->knots[static_cast<std::size_t>(k)].at, knot.tightness, knot.start, stayed});
    card.knotsStayed = card.knotsStayed && stayed;
  }
  const std::array<float, 4> leads = {r.circulation, r.endorphins, r.tension, r.heat};
  card.leadMet = leads[static_cast<std::size_t>(level->lead)] >= level->leadGoal;
  for (std::size_t i = 0; i < m_moveTimes.size(); ++i) {
    MoveTime time = m_moveTimes[i];
    if (time.seconds <= 0.0F) continue;
    time.quality = clamp01(m_moveQuality[i] / time.seconds);
    card.moves.push_back(time);
  }
  gradeCard(card, *level, body.harm, after.sag);
  return card;
}

std::uint64_t Visit::stateHash() const {
  Hash64 hash;
  hash.addWord(tick);
  hash.addWord(static_cast<std::uint64_t>(ending));
  hash.addWord(recogniser.stateHash());
  body.addTo(hash);
  return hash.value();
}

}  // namespace knead::sim
