// The recogniser itself: one tick from the raw contact to the live label and the ledger, in reading order.
// Owns contact and its debouncing, the bout, and when each move is credited; geometry, tests, quality and the
// ledger's arithmetic live in their own files. Nothing here allocates after construction.
#include "sim/touch/recogniser.hpp"

#include <algorithm>

#include "core/hash.hpp"
#include "core/math.hpp"
#include "sim/touch/hand_track.hpp"
#include "sim/touch/ledger.hpp"
#include "sim/touch/legs.hpp"
#include "sim/touch/move_traits.hpp"
#include "sim/touch/pressure.hpp"
#include "sim/touch/quality.hpp"
#include "sim/touch/rules.hpp"
#include "sim/touch/settle_point.hpp"
#include "sim/touch/tap_counter.hpp"
#include "sim/touch/touch_tuning.hpp"

namespace knead::sim {

using namespace touch;
using namespace touch::touch_tuning;

namespace {
std::uint32_t minus(std::uint32_t a, int b) {
  const auto n = static_cast<std::uint32_t>(b);
  return a > n ? a - n : 0U;
}
}  // namespace

struct Recogniser::State {
  Assists assists;
  LiveTouch live;
  HandTrack track;
  CoarseLegs coarse;
  FineLegs fine;
  SettlePoint settle;
  Rules rules;
  TapCounter taps;
  Pressure pressure;
  Ledger ledger;
  Quality quality;

  std::uint32_t now = 0;                   // the tick being judged
  std::uint32_t downTick = 0;              // contact-down
  std::uint32_t lastContact = 0;           // last tick with contact, bounces not counted
  int downX = 0, downY = 0, x = 0, y = 0;  // 1/100 cm
  int awayTicks = 0;
  bool contact = false;  // debounced
  bool tapping = false;  // this contact belongs to a train of taps

  Move label = Move::None;
  std::uint32_t decided = 0;
  // The bout: one move going on, across label gaps of a few ticks.
  Move boutMove = Move::None;
  std::uint32_t boutStart = 0, boutSeen = 0;
  float boutPathStart = 0.0F;
  Stroke stroke;
  Turn proved;  // the last turn of a matured kneading, and the tick of its lift
  std::uint32_t provedTick = 0;
  std::uint32_t strokesBegan = 0, strokeEnd = 0;  // the first of a row of strokes, and the end of the last
  int lastSlow = 0;                               // ticks of this contact: slow, or just put down
  // A glide or press that ended in nothing; if the hand lifts soon the rest is still its own.
  Move lost = Move::None;
  std::uint32_t lostTick = 0, lostDecided = 0;
  Quality lostQuality;

  void tick(const TickInput& input);
  void down();
  void lift();
  void contactTick(float ceiling);
  void airTick();
  void changeLabel(Move next);
  void credit();
  template <typename Legs>
  void creditLegs(const Legs& legs) {
    if (!legs.turnedNow() && decided != now) return;
    claim(label, downTick + static_cast<std::uint32_t>(legs.leg(0).end), decided, quality);
  }
  void claim(Move m, std::uint32_t to, std::uint32_t since, const Quality& q);
  [[nodiscard]] Worth worthOf(const Quality& q) const;
  void beginStroke();
  void followStroke();
  void endStroke();
  void judgeNow();
  [[nodiscard]] Vec2 place() const { return {static_cast<float>(x) * kCmPerUnit, static_cast<float>(y) * kCmPerUnit}; }
  [[nodiscard]] std::uint64_t hash() const;
};

void Recogniser::State::tick(const TickInput& input) {
  ledger.startTick();
  const bool touching = input.contact && input.tool == level::Tool::Hand;
  if (touching) {
    x = input.x;
    y = input.y;
    awayTicks = 0;
    if (!contact) down();
    lastContact = now;
    taps.moved(x, y);
  } else if (contact) {
    ++awayTicks;
    if (awayTicks > kBounceTicks) lift();
  }
  const float ceiling = static_cast<float>(input.ceiling) * kCeilingPerUnit;
  if (contact)
    contactTick(ceiling);
  else
    airTick();
  ++now;
}

void Recogniser::State::down() {
  contact = true;
  downTick = now;
  downX = x;
  downY = y;
  taps.down(now, x, y);
  tapping = taps.count() >= 2;
  if (now - provedTick > static_cast<std::uint32_t>(kLoopPauseTicks)) proved = {};
  if (!tapping) ledger.close(now);  // nobody owns the air before a contact but a train of taps
  track.begin(assists.steadyHand);
  coarse.begin();
  fine.begin();
  settle.begin();
  rules.begin();
  lastSlow = 0;
  lost = Move::None;
  if (!tapping || boutMove != Move::Tapotement) boutMove = Move::None;
}

void Recogniser::State::lift() {
  const std::uint32_t end = lastContact + 1U;
  contact = false;
  taps.lift(end);
  Move owner = label;
  std::uint32_t since = decided;
  Quality q = quality;
  if (label == Move::None && lost != Move::None && now - lostTick < static_cast<std::uint32_t>(kLostTicks)) {
    owner = lost;
    since = lostDecided;
    q = lostQuality;
    q.matureTicks += static_cast<int>(now - lostTick);  // it spoke of the ticks before it was lost
  }
  if (owner == Move::Petrissage && q.mature && q.value > kProvisional) {
    proved = lastTurn(track);
    provedTick = now;
  }
  if (owner == Move::Effleurage) {
    q.mature = true;  // the stroke is whole now: what it is worth, it was worth from its beginning
    endStroke();
  } else if (owner != label) {
    q.mature = false;
  }
  if (owner == Move::Tapotement) {
    // Only now is this contact known to be a tap: it and the gap before it are credited together.
    if (taps.wasTap()) ledger.claim(owner, taps.onsetBefore(), end, since, worthOf(q));
  } else if (owner != Move::None) {
    ledger.claim(owner, minus(end, kRestTicks), end, since, worthOf(q));
  }
  if (!(owner == Move::Tapotement && taps.wasTap())) {
    ledger.close(downTick);
    label = Move::None;
    decided = now;
    boutMove = Move::None;
  }
  lost = Move::None;
}

void Recogniser::State::airTick() {
  pressure.airTick();
  if (label == Move::Tapotement && !taps.waiting(now)) {
    label = Move::None;
    decided = now;
    boutMove = Move::None;
    quality = {};
  }
  if (label == Move::None) {
    quality = {};
    ledger.close(minus(now, kNobodyTicks));
  }
  live = {};
  live.move = label;
  live.quality = quality.value;
  live.coach = quality.coach;
  live.at = place();
  live.decidedTick = decided;
}

void Recogniser::State::contactTick(float ceiling) {
  track.add({static_cast<float>(x - downX) * kCmPerUnit, static_cast<float>(y - downY) * kCmPerUnit});
  rules.look(track);
  if (rules.still()) track.forgetHeading();
  coarse.update(track, rules.still(), label == Move::Friction);
  fine.update(track);
  const bool lostRest = traitsOf(label).fast || track.speed() > kSettleLostCmPerS;
  settle.update(track, rules.still(), label == Move::None || label == Move::Compression, lostRest);
  if (track.speed() < kGlideRestCmPerS || track.now() < kGlideRestTicks) lastSlow = track.now();

  const Move next = rules.decide({track, coarse, fine, settle, label, tapping});
  if (next != label) changeLabel(next);
  if (label == Move::None || label == Move::Compression || label == Move::Stretch) track.learnTremor();
  judgeNow();
  credit();

  const float speed = track.speed();
  pressure.contactTick(label, speed, ceiling);
  live.move = label;
  live.quality = quality.value;
  live.coach = quality.coach;
  live.tooFast = quality.tooFast;
  live.holding = quality.holding;
  live.contact = true;
  live.pressure = label == Move::Tapotement ? kTapStrike * ceiling : pressure.value();
  live.at = place();
  const int span = track.now() < kSpeedTicks ? track.now() : kSpeedTicks;
  live.velocityCmPerS = span > 0 ? (track.at(0) - track.at(span)) * (kTicksHz / static_cast<float>(span)) : Vec2{};
  live.decidedTick = decided;
}

Worth Recogniser::State::worthOf(const Quality& q) const { return {q.value, q.mature, minus(now, q.matureTicks)}; }

// Credits everything still open up to `to`, which never reaches past the last real contact.
void Recogniser::State::claim(Move m, std::uint32_t to, std::uint32_t since, const Quality& q) {
  const std::uint32_t end = lastContact + 1U;
  ledger.claim(m, ledger.open(), to < end ? to : end, since, worthOf(q));
}

void Recogniser::State::beginStroke() {
  const bool goesOn = strokeEnd > 0 && now - strokeEnd < static_cast<std::uint32_t>(kStrokeGapTicks + kReachTicks) &&
                      boutStart <= strokeEnd + static_cast<std::uint32_t>(kStrokeGapTicks);
  if (!goesOn) {
    stroke = {};
    strokesBegan = boutStart;
    ledger.startBout();
  }
  stroke.from = track.at(static_cast<int>(now - boutStart));
  stroke.fromRest = track.now() - lastSlow <= kGlideFromRestTicks;
  stroke.followedCm = 0.0F;
  stroke.judgedCm = 0.0F;
}

// How far the stroke has come, and how well it has followed the fibre.
void Recogniser::State::followStroke() {
  const float path = track.pathSoFar() - boutPathStart;
  const Vec2 way = track.at(0) - track.at(kSpeedTicks);
  const float len = length(way);
  const float step = path - stroke.pathCm;
  if (len > 0.0F && step > 0.0F && stroke.pathCm > 0.0F) {
    stroke.followedCm += step * alongFibre(place(), way * (1.0F / len));
    stroke.judgedCm += step;
  }
  stroke.pathCm = path;
  stroke.ticksBefore = static_cast<int>(now - strokesBegan);
}

void Recogniser::State::endStroke() {
  const Vec2 way = track.at(0) - stroke.from;
  const float len = length(way);
  if (!(len > 0.0F)) return;
  const Vec2 unit = way * (1.0F / len);
  const bool alike = absOf(dot(unit, stroke.wayBefore)) > kStrokeAlike;
  stroke.pathBeforeCm = stroke.pathCm + (alike ? stroke.pathBeforeCm : 0.0F);
  if (!alike) strokesBegan = boutStart;
  stroke.wayBefore = unit;
  strokeEnd = lastContact + 1U;
}

void Recogniser::State::changeLabel(Move next) {
  const Move before = label;
  Quality q = quality;
  // A press that turns into a quick move keeps what it held until the hand left the place.
  const bool wasPress = before == Move::Compression || (before == Move::None && lost == Move::Compression);
  if (wasPress && traitsOf(next).fast && settle.lastInside() >= 0) {
    const std::uint32_t out = downTick + static_cast<std::uint32_t>(settle.lastInside()) + 1U;
    Quality held = before == Move::None ? lostQuality : q;
    held.mature = false;
    claim(Move::Compression, out, before == Move::None ? lostDecided : decided, held);
  }
  if (before == Move::Tapotement) ledger.close(downTick);  // the contact lasts: the gap before it was no tapping
  const bool slowedDown = track.now() - rules.lastFast() > kGlideGraceTicks;
  if (before == Move::Effleurage && slowedDown) {  // a glide that bends away keeps nothing more: it may be a loop
    q.mature = true;
    claim(before, downTick + static_cast<std::uint32_t>(rules.lastFast()) + 1U, decided, q);
  }
  if (next == Move::None && (before == Move::Effleurage || before == Move::Compression)) {
    lost = before;
    lostTick = now;
    lostDecided = decided;
    lostQuality = q;
  } else if (next != Move::None) {
    lost = Move::None;
  }
  if (before != Move::None) boutSeen = now;
  label = next;
  decided = now;
  if (next == Move::None) return;
  const bool same = next == boutMove && now - boutSeen <= static_cast<std::uint32_t>(kSameBoutTicks);
  if (same) return;
  boutMove = next;
  const std::uint32_t reach = minus(now, kReachTicks);
  boutStart = reach > ledger.open() ? reach : ledger.open();
  if (boutStart < downTick) boutStart = downTick;
  if (boutStart > now) boutStart = now;
  boutPathStart = track.pathSoFar() - track.path(static_cast<int>(now - boutStart));
  if (next == Move::Effleurage) {
    stroke.pathCm = 0.0F;
    beginStroke();
  } else {
    strokeEnd = 0;
    ledger.startBout();
  }
}

void Recogniser::State::judgeNow() {
  if (label == Move::None) {
    quality = {};
    return;
  }
  if (label == Move::Effleurage) followStroke();
  quality = judge({track, coarse, fine, settle, taps, place(), label, static_cast<int>(now - boutStart), stroke, proved,
                   rules.pressExtent(), assists.widerTolerance});
}

void Recogniser::State::credit() {
  const MoveTraits& traits = traitsOf(label);
  switch (traits.credited) {
    case CreditedAt::Never:
      // An open tick may still be claimed by a lift or by the next decision.
      ledger.close(minus(now, kNobodyTicks));
      return;
    case CreditedAt::Lag: {
      std::uint32_t to = minus(now, traits.lagTicks);
      if (label == Move::Compression && settle.drawn() > kSettleInsideCm) {
        // While the hand leaves the place it held, the ticks outside may belong to a stretch.
        to = std::min(to, downTick + static_cast<std::uint32_t>(settle.lastInside() + 1));
      }
      claim(label, to, decided, quality);
      return;
    }
    case CreditedAt::CoarseTurn: creditLegs(coarse); return;
    case CreditedAt::FineTurn: creditLegs(fine); return;
    case CreditedAt::Lift: return;
  }
}

std::uint64_t Recogniser::State::hash() const {
  Hash64 h;
  track.hash(h);
  coarse.hash(h);
  fine.hash(h);
  settle.hash(h);
  rules.hash(h);
  taps.hash(h);
  pressure.hash(h);
  ledger.hash(h);
  for (const std::uint32_t t : {now, downTick, lastContact, decided, boutStart, boutSeen, lostTick, lostDecided,
                                strokesBegan, strokeEnd, provedTick}) {
    h.addWord(t);
  }
  for (const int i : {downX, downY, x, y, awayTicks, lastSlow, quality.matureTicks, lostQuality.matureTicks}) {
    h.addWord(static_cast<std::uint64_t>(static_cast<std::int64_t>(i)));
  }
  for (const Move m : {label, boutMove, lost}) h.addWord(static_cast<std::uint64_t>(m));
  for (const float f : {quality.value, lostQuality.value, boutPathStart, live.pressure, stroke.from.x, stroke.from.y,
                        stroke.pathCm, stroke.followedCm, stroke.judgedCm, stroke.wayBefore.x, stroke.wayBefore.y,
                        stroke.pathBeforeCm, proved.ticks, proved.path}) {
    h.addFloat(f);
  }
  h.addWord(static_cast<std::uint64_t>(quality.coach));
  for (const bool b : {contact, tapping, stroke.fromRest, lostQuality.mature, quality.mature, quality.tooFast,
                       quality.holding, assists.steadyHand, assists.widerTolerance}) {
    h.addWord(b ? 1U : 0U);
  }
  return h.value();
}

Recogniser::Recogniser(Assists assists) : m_state(std::make_unique<State>()) { m_state->assists = assists; }
Recogniser::Recogniser(const Recogniser& other) : m_state(std::make_unique<State>(*other.m_state)) {}
Recogniser::~Recogniser() = default;

void Recogniser::tick(const TickInput& input) { m_state->tick(input); }

void Recogniser::finish() {
  m_state->ledger.startTick();
  if (m_state->contact) m_state->lift();
  m_state->ledger.close(m_state->now);
}

const LiveTouch& Recogniser::live() const { return m_state->live; }
std::span<const Credit> Recogniser::credits() const { return m_state->ledger.written(); }
std::uint64_t Recogniser::stateHash() const { return m_state->hash(); }

}  // namespace knead::sim
