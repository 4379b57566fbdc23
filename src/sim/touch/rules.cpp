// See rules.hpp. Owns the order of the tests and their hysteresis; all numbers are in touch_tuning.hpp.
#include "sim/touch/rules.hpp"

#include "core/math.hpp"
#include "sim/touch/touch_math.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim::touch {

using namespace touch_tuning;

namespace {

bool likeTremble(const FineLegs::Tremble& l, float least) {
  return l.length > least && l.length < kTrembleMostCm && l.ticks <= kTrembleLegTicks &&
         l.length * secondsOf(l.ticks) < kRubTrembleCmS;
}

bool likeRub(const Leg& l) {
  return l.length > kRubLeastCm && l.length < kRubMostCm && l.ticks >= kRubLeastTicks && l.ticks <= kRubMostTicks &&
         l.length * secondsOf(l.ticks) >= kRubTrembleCmS;
}

}  // namespace

void Rules::look(const HandTrack& track) {
  const float wider = kTremorExtent * track.tremorCm();
  m_still = track.now() >= kStillTicks && track.extent(kStillTicks) < kStillExtentCm + wider;
  m_pressExtent = track.extent(kPressWindowTicks);
}

Move Rules::decide(const Evidence& e) {
  if (e.tapping && e.track.now() < kTapMostTicks) return Move::Tapotement;
  if (vibration(e)) return Move::Vibration;
  const bool pressed = compression(e);
  const bool drawn = stretch(e);
  if (drawn && (pressed || e.label == Move::Compression || e.label == Move::Stretch)) return Move::Stretch;
  if (pressed) return Move::Compression;
  const bool rubbing = friction(e);
  if (!(rubbing && e.label == Move::Friction) && petrissage(e)) return Move::Petrissage;
  if (rubbing) return Move::Friction;
  if (drawn) return Move::Stretch;
  if (effleurage(e)) return Move::Effleurage;
  return Move::None;
}

bool Rules::vibration(const Evidence& e) const {
  const FineLegs& f = e.fine;
  const float least = maxOf(kTrembleLeastCm, kTremorTremble * e.track.tremorCm());
  if (f.count() < 1 || e.track.now() - f.leg(0).end > kTrembleFreshTicks || f.current() > kTrembleMostCm) return false;
  if (!likeTremble(f.leg(0), least)) return false;
  if (e.label == Move::Vibration) return true;
  if (f.count() < 2 || !likeTremble(f.leg(1), least)) return false;
  // A resting hand shakes now and then: it must go on a leg longer to be believed.
  const int more = e.label == Move::Compression || e.label == Move::Stretch ? 1 : 0;
  const bool sure = f.leg(0).length > kTrembleSureCm && f.leg(1).length > kTrembleSureCm;
  const int wanted = (sure ? kTrembleSureLegs : kTrembleLegs) + more;
  if (f.count() < wanted) return false;
  for (int i = 2; i < wanted; ++i) {
    if (!likeTremble(f.leg(i), least)) return false;
  }
  return true;
}

bool Rules::stretch(const Evidence& e) const {
  const SettlePoint& z = e.settle;
  const HandTrack& t = e.track;
  if (!z.exists()) return false;
  if (e.label == Move::Stretch) return t.speed() < kDrawStayCmPerS && absOf(t.turn(kDrawTurnTicks)) < kDrawStayTurnRad;
  const int now = t.now();
  if (absOf(t.turn(kDrawTurnTicks)) >= kDrawStayTurnRad) return false;
  return z.drawn() > kDrawCm && now - z.drawnSince() >= kDrawStartTicks && t.speed() < kDrawMostCmPerS &&
         t.calmNet(kDrawSpeedTicks) > kDrawLeastCmPerS * secondsOf(kDrawSpeedTicks) &&
         t.calmNet(kDrawNetTicks) > kDrawNetCm &&
         t.calmNet(kDrawStraightTicks) > kDrawStraight * t.path(kDrawStraightTicks) - kDrawSlackCm &&
         now - z.lastStill() < kDrawAfterStillTicks && now - e.coarse.lastTurn() >= kDrawAfterTurnTicks;
}

bool Rules::compression(const Evidence& e) const {
  const float wider = kTremorExtent * e.track.tremorCm();
  if (e.label == Move::Compression) return m_pressExtent < kPressStayExtentCm + wider;
  return e.track.now() >= kPressTicks && m_pressExtent < kPressExtentCm + wider;
}

bool Rules::loopBegins(const Evidence& e) {
  const HandTrack& t = e.track;
  const int now = t.now();
  const bool twoLegs = e.coarse.count() >= 2 && now - e.coarse.leg(1).end <= kTicksPerSecond;
  const float alpha = e.coarse.alpha();
  if (t.speed() < kLoopStayCmPerS) return false;
  for (int n = kLoopWindowLeastTicks; n <= kLoopWindowMostTicks && n <= now; n += kLoopWindowStepTicks) {
    if (now - n < t.flipTime()) break;
    const float turned = t.turn(n);
    const float s = absOf(turned);
    if (s < kLoopTurnRad) continue;
    const float path = t.path(n);
    const float radius = path / s;
    if (s < kLoopOneSense * t.absTurn(n) || radius < kLoopRadiusLeastCm || radius > kLoopRadiusMostCm) break;
    if (path < kLoopPathCm || absOf(t.area(n, 0)) < kLoopRound * path * path) break;
    if (twoLegs && e.coarse.leg(0).end > now - n + kLoopLegTicks && alpha < kLoopLegAlpha) break;
    const int sense = turned > 0.0F ? 1 : -1;
    if (t.turn(kLoopRecentTicks) * static_cast<float>(sense) <= kLoopStayRecentRad) break;  // it has ended already
    m_loopSense = sense;
    return true;
  }
  const float turned = t.turn(kLongLoopTicks);
  if (absOf(turned) > kLongLoopTurnRad && absOf(turned) >= kLongLoopOneSense * t.absTurn(kLongLoopTicks) &&
      alpha > kLongLoopAlpha && t.path(kLongLoopTicks) > kLongLoopPathCm) {
    m_loopSense = turned > 0.0F ? 1 : -1;
    return true;
  }
  return false;
}

bool Rules::loopGoesOn(const Evidence& e) {
  const HandTrack& t = e.track;
  const int now = t.now();
  const float sense = static_cast<float>(m_loopSense);
  m_loopWeakTicks = t.turn(kLoopRecentTicks) * sense > kLoopStayRecentRad ? 0 : m_loopWeakTicks + 1;
  if (m_loopWeakTicks > kLoopStayGraceTicks) return false;
  const float turned = t.turn(kLoopStayTicks) * sense;
  if (t.speed() < kLoopStayCmPerS) return false;
  // Turning before the loop may still be in the window: what begins a loop may also carry it.
  const bool turning = turned >= kLoopStayTurnRad && turned >= kLoopOneSense * t.absTurn(kLoopStayTicks);
  if (!turning && !loopBegins(e)) return false;
  if (t.flipTime() > m_loopEntered && now - t.flipTime() < kLoopStayFlipTicks) return false;
  const CoarseLegs& c = e.coarse;
  const bool rubs = c.count() >= 2 && c.leg(1).end > m_loopEntered && likeRub(c.leg(0)) && likeRub(c.leg(1));
  return !(rubs && c.alpha() < kLoopStayAlpha);
}

bool Rules::petrissage(const Evidence& e) {
  if (e.label == Move::Petrissage) return loopGoesOn(e);
  if (!loopBegins(e)) return false;
  m_loopEntered = e.track.now();
  m_loopWeakTicks = 0;
  return true;
}

bool Rules::friction(const Evidence& e) const {
  const CoarseLegs& c = e.coarse;
  if (c.count() < 1) return false;
  const Leg& last = c.leg(0);
  if (!likeRub(last) || c.current() > kRubMostCm) return false;
  const float patience = minOf(kRubPatience * static_cast<float>(last.ticks) + static_cast<float>(kRubPatienceTicks),
                               static_cast<float>(kRubPatienceMostTicks));
  if (static_cast<float>(e.track.now() - last.end) > patience) return false;
  const float alpha = c.alpha();
  const bool bowed = absOf(last.bow) >= kRubStraightBow;  // a quite straight leg needs no second one to be a rub
  if ((bowed && alpha >= kRubAlphaMost) || (absOf(last.bow) >= kRubBow && alpha >= kRubAlpha)) return false;
  return !(c.count() >= 2 && likeRub(c.leg(1)) && dot(last.direction, c.leg(1).direction) >= kRubOpposite);
}

bool Rules::effleurage(const Evidence& e) {
  const HandTrack& t = e.track;
  const int now = t.now();
  if (t.speed() > kGlideStayCmPerS) m_lastFast = now;
  if (e.label == Move::Effleurage) {
    return absOf(t.turn(kGlideTurnTicks)) < kGlideStayTurnRad && now - m_lastFast <= kGlideGraceTicks;
  }
  if (t.speed() <= kGlideCmPerS) return false;
  const int moving = e.coarse.movingSince() < 0 ? 0 : now - e.coarse.movingSince();
  const bool slowing = t.net(kSpeedTicks) < kGlideNotSlowing * (t.net(2 * kSpeedTicks) - t.net(kSpeedTicks));
  const bool going = e.coarse.current() > kGlideCm && moving >= kGlideTicks && (!slowing || moving >= kGlideSureTicks);
  return (going || e.coarse.current() > kGlideFarCm) && absOf(t.turn(kGlideTurnTicks)) < kGlideTurnRad &&
         t.net(kGlideStraightTicks) > kGlideStraight * (t.path(kGlideStraightTicks) - kGlideSlackCm);
}

void Rules::hash(Hash64& h) const {
  h.addFloat(m_pressExtent);
  for (const int i : {m_loopSense, m_loopEntered, m_loopWeakTicks, m_lastFast, m_still ? 1 : 0}) {
    h.addWord(static_cast<std::uint64_t>(static_cast<std::int64_t>(i)));
  }
}

}  // namespace knead::sim::touch
