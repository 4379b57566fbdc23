// See hand_track.hpp. Owns the smoothing of the position and the anchors; must not know what a move is.
#include "sim/touch/hand_track.hpp"
#include "sim/tick_input.hpp"

#include "core/math.hpp"
#include "sim/touch/touch_math.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim::touch {

using namespace touch_tuning;

void HandTrack::begin(bool steadyHand) {
  const std::array<Sample, kRing> ring = m_ring;
  const float tremor = m_tremor;
  *this = HandTrack{};
  m_tremor = tremor;
  m_ring = ring;  // old samples are out of every window's reach; not clearing them keeps contact-down cheap
  m_steadyHand = steadyHand;
}

void HandTrack::add(Vec2 fromDown) {
  ++m_now;
  const Vec2 before = m_now > 0 ? sample(1).at : fromDown;
  if (m_now == 0) {
    m_raw1 = fromDown;
    m_raw2 = fromDown;
    m_anchor = fromDown;
  }
  Sample& s = m_ring[static_cast<unsigned>(m_now) & (kRing - 1U)];
  constexpr float kThird = 1.0F / 3.0F;  // the mean of three positions
  s.at = (fromDown + m_raw1 + m_raw2) * kThird;
  m_raw2 = m_raw1;
  m_raw1 = fromDown;

  s.calm = s.at;
  if (m_steadyHand) {
    m_calmSum = m_calmSum + s.at;
    int count = m_now + 1;
    if (m_now >= kSteadyHandTicks) {
      m_calmSum = m_calmSum - at(kSteadyHandTicks);
      count = kSteadyHandTicks;
    }
    const Vec2 mean = m_calmSum * (1.0F / static_cast<float>(count));
    const float away2 = lengthSquared(at(count / 2) - mean);
    m_deviation2 += (away2 - m_deviation2) * kTremorSeenPerTick;
    s.calm = s.at + (mean - s.at) * rising(m_tremor, kTremorHideCm);
  }

  m_area += 0.5F * (before.x * s.at.y - before.y * s.at.x);
  m_flippedNow = false;
  const float travelled = net(kSpeedTicks);
  m_speed = travelled * (1.0F / (static_cast<float>(kSpeedTicks) * kSecondsPerTick));
  const float spacing = clamp(kAnchorPerNet * travelled, kAnchorLeastCm, kAnchorMostCm);
  const float fromAnchor = length(s.at - m_anchor);
  float partial = fromAnchor;
  if (fromAnchor >= spacing) {
    advanceAnchor(s.at);
    partial = 0.0F;
  }
  s.turn = m_turn;
  s.absTurn = m_absTurn;
  s.path = m_path + partial;
  s.area = m_area;
}

void HandTrack::learnTremor() {
  if (!m_steadyHand || m_now < 2 * kSteadyHandTicks) return;
  if (calmNet(kSteadyHandTicks) > kTremorRestCmPerS * static_cast<float>(kSteadyHandTicks) * kSecondsPerTick) return;
  const float seen = minOf(kTremorPerDeviation * squareRoot(m_deviation2), kTremorMostCm);
  m_tremor += (seen - m_tremor) * (seen < m_tremor ? kTremorCalmerPerTick : kTremorWorsePerTick);
}

void HandTrack::advanceAnchor(Vec2 at) {
  const Vec2 heading = at - m_anchor;
  m_path += length(heading);
  if (m_hasHeading) {
    const float a = turnAngle(cross(m_heading, heading), dot(m_heading, heading));
    if (absOf(a) < kFlipRad) {
      m_turn += a;
      m_absTurn += absOf(a);
      noteQuarters();
    } else {
      m_flipTime = m_anchorTime;
      m_flippedNow = true;
    }
  }
  m_heading = heading;
  m_hasHeading = true;
  m_anchor = at;
  m_anchorTime = m_now;
}

void HandTrack::noteQuarters() {
  for (float moved = m_turn - m_quarterFrom; absOf(moved) >= kQuarterTurnRad; moved = m_turn - m_quarterFrom) {
    const int sense = moved > 0.0F ? 1 : -1;
    if (sense != m_quarterSense) m_quarterCount = 0;
    m_quarterSense = sense;
    m_quarterFrom += static_cast<float>(sense) * kQuarterTurnRad;
    ++m_quarterHead;
    m_quarters[static_cast<unsigned>(m_quarterHead) & (kQuarters - 1U)] = {m_now, m_path, m_absTurn};
    if (m_quarterCount < kQuarters) ++m_quarterCount;
  }
}

float HandTrack::net(int n) const { return length(sample(0).at - sample(n).at); }
float HandTrack::calmNet(int n) const { return length(sample(0).calm - sample(n).calm); }

float HandTrack::area(int i, int j) const {
  const Sample& a = sample(i);
  const Sample& b = sample(j);
  return b.area - a.area + 0.5F * (b.at.x * a.at.y - b.at.y * a.at.x);
}

float HandTrack::extent(int n) const {
  const float spread = calmNet(n);
  if (spread > kExtentKnownCm) return spread;
  const int most = m_now < kLongest ? m_now : kLongest;
  const int count = (n < most ? n : most) + 1;
  Vec2 sum;
  for (int i = 0; i < count; ++i) sum = sum + sample(i).calm;
  const Vec2 mean = sum * (1.0F / static_cast<float>(count));
  float most2 = 0.0F;
  for (int i = 0; i < count; ++i) most2 = maxOf(most2, lengthSquared(sample(i).calm - mean));
  return 2.0F * squareRoot(most2);
}

void HandTrack::hash(Hash64& h) const {
  const auto vec = [&h](Vec2 v) {
    h.addFloat(v.x);
    h.addFloat(v.y);
  };
  const int most = m_now < kLongest ? m_now : kLongest;
  for (int i = 0; i <= most; ++i) {
    const Sample& s = sample(i);
    vec(s.at);
    vec(s.calm);
    for (const float f : {s.turn, s.absTurn, s.path, s.area}) h.addFloat(f);
  }
  for (int i = 0; i < m_quarterCount; ++i) {
    h.addWord(static_cast<std::uint64_t>(quarter(i).time));
    h.addFloat(quarter(i).path);
    h.addFloat(quarter(i).absTurn);
  }
  for (const Vec2 v : {m_raw1, m_raw2, m_calmSum, m_anchor, m_heading}) vec(v);
  for (const float f : {m_quarterFrom, m_speed, m_deviation2, m_tremor}) h.addFloat(f);
  for (const int i : {m_now, m_anchorTime, m_flipTime, m_quarterCount, m_quarterSense}) {
    h.addWord(static_cast<std::uint64_t>(static_cast<std::int64_t>(i)));
  }
  h.addWord((m_hasHeading ? 1U : 0U) | (m_flippedNow ? 2U : 0U) | (m_steadyHand ? 4U : 0U));
}

}  // namespace knead::sim::touch
