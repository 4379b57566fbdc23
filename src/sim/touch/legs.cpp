// See legs.hpp. Owns the search for turning points; must not look at labels beyond what it is told.
#include "sim/touch/legs.hpp"

#include "core/math.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim::touch {

using namespace touch_tuning;

void CoarseLegs::begin() { *this = CoarseLegs{}; }

void CoarseLegs::push(const HandTrack& track, Vec2 from, int fromTime, Vec2 to, int toTime) {
  const Vec2 chord = to - from;
  const float len = length(chord);
  if (!(len > 0.0F)) return;
  Leg leg;
  leg.length = len;
  leg.ticks = toTime - fromTime;
  leg.bow = track.area(track.now() - fromTime, track.now() - toTime) / (len * len);
  leg.direction = chord * (1.0F / len);
  leg.end = toTime;
  ++m_head;
  m_legs[static_cast<unsigned>(m_head) & (kLegs - 1U)] = leg;
  if (m_count < kLegs) ++m_count;
  m_lastTurn = toTime;
  m_turnedNow = true;
}

// Measures anew from a turning point in the past: the farthest point since then is looked for again.
void CoarseLegs::restart(const HandTrack& track, Vec2 from, int fromTime) {
  m_start = from;
  m_startTime = fromTime;
  m_far = 0.0F;
  m_farPoint = from;
  m_farTime = fromTime;
  for (int n = track.now() - fromTime; n >= 0; --n) {
    const Vec2 p = track.at(n);
    const float d = length(p - from);
    if (d <= kLeaveCm && m_far <= kLeaveCm) m_startTime = track.now() - n;
    if (d > m_far) {
      m_far = d;
      m_farPoint = p;
      m_farTime = track.now() - n;
    }
  }
}

void CoarseLegs::update(const HandTrack& track, bool still, bool rubbing) {
  const int now = track.now();
  const Vec2 p = track.at(0);
  m_turnedNow = false;
  if (now == 0 || still) {
    m_start = p;
    m_farPoint = p;
    m_far = 0.0F;
    m_startTime = now;
    m_farTime = now;
    m_movingSince = -1;
    if (now - m_lastTurn > kForgetLegsTicks) m_count = 0;
    return;
  }
  const float d = length(p - m_start);
  if (d <= kLeaveCm && m_far <= kLeaveCm) m_startTime = now;
  if (d > m_far) {
    m_far = d;
    m_farPoint = p;
    m_farTime = now;
  }
  if (m_movingSince < 0 && m_far > kMovingCm) m_movingSince = now;
  const float back = clamp(kTurnBackShare * m_far, kTurnBackLeastCm, kTurnBackMostCm);
  if (m_far - d > back) {
    push(track, m_start, m_startTime, m_farPoint, m_farTime);
    if (now - m_farTime > HandTrack::kLongest)
      restart(track, p, now);
    else
      restart(track, m_farPoint, m_farTime);
  } else if (track.flippedNow() && !rubbing) {
    turnAtFlip(track);
  }
}

// Kneading that turns into rubbing hides the first half-rub in its last loop: a sharp flip after a straight
// run is taken as a turning point at once.
void CoarseLegs::turnAtFlip(const HandTrack& track) {
  const int now = track.now();
  const int flip = now - track.flipTime();  // ticks ago
  if (now - m_lastTurn <= kFlipAfterTurnTicks || flip >= kFlipFreshTicks) return;
  const float heading = track.turnAt(flip);
  const Vec2 end = track.at(flip);
  int run = 0;
  const int known = now < HandTrack::kLongest ? now : HandTrack::kLongest;
  while (run + kFlipStepTicks <= kFlipRunMostTicks && flip + run + kFlipStepTicks + kFlipRunTicks <= known) {
    const int n = flip + run + kFlipStepTicks;
    if (absOf(heading - track.turnAt(n)) >= kFlipRunTurnRad) break;
    if (length(track.at(n) - track.at(n + kFlipRunTicks)) < kFlipRunStepCm) break;
    run += kFlipStepTicks;
  }
  const Vec2 from = track.at(flip + run);
  const float len = length(end - from);
  if (run < kFlipRunLeastTicks || len < kRubLeastCm || len > kRubMostCm) return;
  push(track, from, now - flip - run, end, now - flip);
  restart(track, end, now - flip);
}

float CoarseLegs::alpha() const {
  float bow = 0.0F;
  if (m_count > 0) bow += leg(0).bow;
  if (m_count > 1) bow += leg(1).bow;
  return kAlphaPerBow * absOf(bow);
}

void CoarseLegs::hash(Hash64& h) const {
  for (int i = 0; i < m_count; ++i) {
    const Leg& l = leg(i);
    for (const float f : {l.length, l.bow, l.direction.x, l.direction.y}) h.addFloat(f);
    h.addWord(static_cast<std::uint64_t>(l.ticks));
    h.addWord(static_cast<std::uint64_t>(l.end));
  }
  for (const float f : {m_start.x, m_start.y, m_farPoint.x, m_farPoint.y, m_far}) h.addFloat(f);
  for (const int i : {m_startTime, m_farTime, m_count, m_lastTurn, m_movingSince, m_turnedNow ? 1 : 0}) {
    h.addWord(static_cast<std::uint64_t>(static_cast<std::int64_t>(i)));
  }
}

void FineLegs::begin() { *this = FineLegs{}; }

void FineLegs::update(const HandTrack& track) {
  const int now = track.now();
  const Vec2 p = track.at(0);
  m_turnedNow = false;
  if (now == 0) {
    m_start = p;
    m_farPoint = p;
    m_startTime = 0;
    m_farTime = 0;
    return;
  }
  const float d = length(p - m_start);
  if (d > m_far) {
    m_far = d;
    m_farPoint = p;
    m_farTime = now;
  }
  if (m_far - d > maxOf(kTurnBackLeastCm, kFineTurnBackShare * m_far)) {
    ++m_head;
    m_legs[static_cast<unsigned>(m_head) & (kLegs - 1U)] = {m_far, m_farTime - m_startTime, m_farTime};
    if (m_count < kLegs) ++m_count;
    m_turnedNow = true;
    m_start = m_farPoint;
    m_startTime = m_farTime;
    m_farPoint = p;
    m_farTime = now;
    m_far = length(p - m_start);
  } else if (now - m_startTime > kFineLongestTicks) {
    // Measured from a far starting point a tremble across the line of sight would be invisible.
    m_count = 0;
    m_startTime = now - kFineRebaseTicks;
    m_start = track.at(kFineRebaseTicks);
    m_far = 0.0F;
    m_farPoint = m_start;
    m_farTime = m_startTime;
    for (int n = kFineRebaseTicks; n >= 0; --n) {
      const float dn = length(track.at(n) - m_start);
      if (dn > m_far) {
        m_far = dn;
        m_farPoint = track.at(n);
        m_farTime = now - n;
      }
    }
  }
}

void FineLegs::hash(Hash64& h) const {
  for (int i = 0; i < m_count; ++i) {
    h.addFloat(leg(i).length);
    h.addWord(static_cast<std::uint64_t>(leg(i).ticks));
    h.addWord(static_cast<std::uint64_t>(leg(i).end));
  }
  for (const float f : {m_start.x, m_start.y, m_farPoint.x, m_farPoint.y, m_far}) h.addFloat(f);
  for (const int i : {m_startTime, m_farTime, m_count, m_turnedNow ? 1 : 0}) {
    h.addWord(static_cast<std::uint64_t>(static_cast<std::int64_t>(i)));
  }
}

}  // namespace knead::sim::touch
