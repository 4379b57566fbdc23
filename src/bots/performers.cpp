// Mouse and finger, keys, sticks, and a hand that is only told what to do. A person's timing: a key goes down and up
// late by as much as people do, sticks tremble, presses miss the beat a little.
#include "bots/performer.hpp"
#include "core/math.hpp"
#include "hands/handling.hpp"
#include "hands/one_switch.hpp"
#include "hands/steered_hand.hpp"

namespace knead::bots {

using hands::Gesture;
using level::isTool;
using level::Technique;
using level::toolOf;

namespace {

constexpr float kLateS = 0.045F;  // standard deviation of a press (research on keys and switches: some 45 ms)
constexpr float kNear = 0.38F;    // a key is down when its direction has at least this share of the way

class Pointing final : public Performer {
 public:
  Pointing(std::uint64_t seed, const hands::Skill& skill) : m_hand(seed, skill) {}
  void begin(const Gesture& g) override { m_hand.begin(g); }
  void setCeiling(float ceiling) override { m_hand.setCeiling(ceiling); }
  [[nodiscard]] bool busy() const override { return m_hand.busy(); }
  [[nodiscard]] const Gesture& gesture() const override { return m_hand.gesture(); }
  sim::PointerSample sample(const sim::Session& view) override { return m_hand.sample(view.tickCount()); }
  Random& random() override { return m_hand.random(); }

 private:
  hands::Hand m_hand;
};

// A key under a finger: what is wanted of it happens a little later.
class LateKey {
 public:
  bool follow(bool wanted, Random& random) {
    if (wanted != m_wanted) {
      m_wanted = wanted;
      m_late = static_cast<int>(absOf(random.normal()) * kLateS / sim::kSecondsPerTick);
    }
    if (m_down != m_wanted && m_late-- <= 0) m_down = m_wanted;
    return m_down;
  }

 private:
  bool m_down = false, m_wanted = false;
  int m_late = 0;
};

// Steers by keys or by sticks: goes to the place, does the move, lifts.
class Steering final : public Performer {
 public:
  Steering(std::uint64_t seed, bool keys) : m_random(seed, 7), m_keys(keys) {}

  void begin(const Gesture& g) override {
    m_gesture = g;
    m_state = g.seconds < 0.1F ? State::Idle : State::Going;
    m_time = 0.0F;
  }
  void setCeiling(float ceiling) override { m_wanted = ceiling; }
  [[nodiscard]] bool busy() const override { return m_state != State::Idle; }
  [[nodiscard]] const Gesture& gesture() const override { return m_gesture; }
  Random& random() override { return m_random; }

  sim::PointerSample sample(const sim::Session& view) override {
    // On its way the hand takes no time of play.
    while (m_state == State::Going) step(view.tickCount());
    return step(view.tickCount());
  }

 private:
  enum class State { Idle, Going, Working };

  sim::PointerSample step(std::uint32_t tick) {
    hands::Steering s;
    m_time += sim::kSecondsPerTick;
    if (m_state == State::Going) go(s);
    if (m_state == State::Working) work(s);
    const float depth = m_wanted - m_hand.ceiling();
    s.deeper = absOf(depth) > 0.02F ? (depth > 0.0F ? 1.0F : -1.0F) : 0.0F;
    if (m_keys) {
      s.touch = m_touch.follow(s.touch, m_random);
      s.way = keyed(s.way);
    } else if (lengthSquared(s.way) > 0.0F) {
      const float x = m_random.normal();
      const float y = m_random.normal();
      s.way = s.way + Vec2{x, y} * 0.04F;  // a thumb is not steady
    }
    return m_hand.sample(s, tick);
  }

  Vec2 keyed(Vec2 way) {
    const float n = length(way);
    const Vec2 d = n > 0.0F ? way * (1.0F / n) : Vec2{};
    const bool right = m_ways[0].follow(d.x > kNear, m_random);
    const bool left = m_ways[1].follow(d.x < -kNear, m_random);
    const bool down = m_ways[2].follow(d.y > kNear, m_random);
    const bool up = m_ways[3].follow(d.y < -kNear, m_random);
    return {static_cast<float>(right) - static_cast<float>(left), static_cast<float>(down) - static_cast<float>(up)};
  }

  // Until the hand is seen to stand where it should for a moment.
  void go(hands::Steering& s) {
    constexpr float kThereCm = 0.45F, kSeenS = 0.12F, kLongestS = 4.0F;
    Vec2 target = m_gesture.at;
    if (m_gesture.technique == Technique::Petrissage && m_keys) target.x -= 1.8F;  // the loop lies right of its start
    const Vec2 off = target - m_hand.at();
    const bool there = absOf(off.x) < kThereCm && absOf(off.y) < kThereCm;
    m_there = there ? m_there + sim::kSecondsPerTick : 0.0F;
    if (m_there > kSeenS || m_time > kLongestS) {
      m_state = State::Working;
      m_time = m_there = 0.0F;
      return;
    }
    if (m_keys) {
      s.way = {absOf(off.x) > kThereCm ? off.x : 0.0F, absOf(off.y) > kThereCm ? off.y : 0.0F};
      if (s.way.x != 0.0F && s.way.y != 0.0F) s.way = {s.way.x > 0 ? 1.0F : -1.0F, s.way.y > 0 ? 1.0F : -1.0F};
    } else {
      s.way = off * 0.16F;
    }
  }

  void work(hands::Steering& s) {
    const Gesture& g = m_gesture;
    const float t = m_time;
    const float seconds = g.technique == Technique::Effleurage ? 8.0F : g.seconds;
    if (t >= seconds) {
      m_state = State::Idle;
      return;
    }
    s.touch = t < seconds - 0.06F;
    switch (g.technique) {
      case Technique::Effleurage: {
        const Vec2 off = g.toward - m_hand.at();
        const bool arrived = absOf(off.y) < 0.8F || dot(off, g.toward - g.at) < 0.0F;
        if (arrived || m_lifted > 0.0F) {
          s.touch = false;
          m_lifted += sim::kSecondsPerTick;
          if (m_lifted > 0.12F) {
            m_lifted = 0.0F;
            m_state = State::Idle;
          }
        } else if (t > 0.08F) {
          s.way = m_keys ? Vec2{0.0F, off.y > 0.0F ? 1.0F : -1.0F} : off * (1.0F / maxOf(0.1F, length(off)));
        }
        break;
      }
      case Technique::Petrissage: {
        const float angle = t * 1.05F * kTau;
        const Vec2 round{cosOf(turned(angle)), sinOf(turned(angle))};
        if (m_keys)
          s.way = {-round.y, round.x};
        else
          s.lean = round * 0.9F;
        break;
      }
      case Technique::Friction: {
        const float angle = turned(t * 2.2F * kTau);
        if (m_keys)
          s.way = g.toward * (sinOf(angle) >= 0.0F ? 1.0F : -1.0F);
        else
          s.lean = g.toward * (0.65F * sinOf(angle));
        break;
      }
      case Technique::Vibration: s.tremble = s.touch; break;
      case Technique::Tapotement: {
        s.roll = s.touch;
        s.touch = false;
        const Vec2 off = g.toward - m_hand.at();
        if (length(off) > 1.0F) s.way = off * (1.0F / length(off));
        break;
      }
      case Technique::Stretch:
        s.slow = true;
        if (t > 0.6F && t < 2.0F) s.way = g.toward;
        break;
      case Technique::TriggerPoint:
      case Technique::Acupressure: break;
      case Technique::Stone:
        if (lengthSquared(g.sweep) > 0.0F) {
          glide(s, t);
          break;
        }
        [[fallthrough]];
      case Technique::Towel:
      case Technique::Pack:
        s.tool = toolOf(g.technique);
        s.touch = t > 0.1F && t < 0.22F;
        break;
    }
  }
  // Leads a stone along its lanes by ways; in the end lets go and takes it off.
  void glide(hands::Steering& s, float t) const {
    constexpr float kCmPerS = 5.5F, kNearCm = 0.3F;
    const float whole = maxOf(0.5F, m_gesture.seconds - hands::kStoneLiftS);
    s.tool = level::Tool::Stone;
    s.touch = t < whole || (t > whole + hands::kStoneAwayS && t < whole + 2.0F * hands::kStoneAwayS);
    const Vec2 off = hands::glideAt(m_gesture, t, whole, kCmPerS) - m_hand.at();
    if (t >= whole || length(off) < kNearCm) return;
    s.way = m_keys ? Vec2{absOf(off.x) > kNearCm ? (off.x > 0 ? 1.0F : -1.0F) : 0.0F,
                          absOf(off.y) > kNearCm ? (off.y > 0 ? 1.0F : -1.0F) : 0.0F}
                   : off * (1.0F / maxOf(1.0F, length(off)));
  }
  static float turned(float angle) { return angle - kTau * static_cast<float>(static_cast<int>(angle / kTau)); }

  Random m_random;
  bool m_keys;
  hands::SteeredHand m_hand;
  Gesture m_gesture;
  State m_state = State::Idle;
  float m_time = 0, m_there = 0, m_lifted = 0, m_wanted = 0.65F;
  LateKey m_touch;
  std::array<LateKey, 4> m_ways;
};

// Chooses places and moves for a hand that leads itself, and keeps its tempo; with one switch, by waiting for the
// light.
class Helped final : public Performer {
 public:
  Helped(const level::Level& level, std::uint64_t seed, bool oneSwitch)
      : m_level(level), m_random(seed, 7), m_oneSwitch(oneSwitch), m_hand(level, seed), m_switch(m_hand, kStepS) {}

  void begin(const Gesture& g) override {
    m_gesture = g;
    // Choosing costs time: who does it by keys stays longer where the hand goes round.
    // A shorter gesture is the last before something else.
    const bool round = g.seconds >= kRoundS && hands::handlingOf(g.technique).round;
    m_left = round                                  ? kStays * g.seconds
             : g.technique == Technique::Effleurage ? maxOf(kStrokesS, g.seconds)
                                                    : g.seconds;
    if (g.seconds < 0.1F) {
      m_hand.stop();
      m_left = 0.0F;
      return;
    }
    // A stone that was led is taken off when the hand stops.
    if (g.seconds < kLiftS && g.technique == Technique::Stone && m_hand.working() == Technique::Stone) {
      m_hand.stop();
      m_left = kAwayS;
      m_waits = true;
      return;
    }
    m_waits = false;
    const int place = placeFor(g);
    if (m_hand.working() == g.technique && m_hand.place() == place && !isTool(g.technique)) return;
    m_wanted = place;
    // Arrows to the place, a number for the move; a switch waits for its light while time stands still.
    const int steps = absOf(static_cast<float>(place - m_hand.place())) > 0.0F ? 1 : 0;
    m_chooseS = m_oneSwitch ? 0.0F : 0.45F + 0.3F * static_cast<float>(steps) + kLateS * absOf(m_random.normal());
    m_choosing = true;
    m_hand.stop();
  }
  void setCeiling(float) override {}
  [[nodiscard]] bool busy() const override { return m_choosing || m_left > 0.0F; }
  [[nodiscard]] const Gesture& gesture() const override { return m_gesture; }
  Random& random() override { return m_random; }

  sim::PointerSample sample(const sim::Session& view) override {
    if (m_choosing) {
      m_chooseS -= sim::kSecondsPerTick;
      if (m_chooseS <= 0.0F) {
        choose(view);
        m_choosing = false;
        m_beatIn = hands::kBeatS;
      }
    } else if (m_left > 0.0F) {
      m_left -= sim::kSecondsPerTick;
      if (!m_hand.working() && !m_waits) m_left = 0.0F;
    }
    if (m_hand.wantsBeat()) {
      m_beatIn -= sim::kSecondsPerTick;
      if (m_beatIn <= 0.0F) {
        m_hand.beat();
        m_beatIn = hands::kBeatS + kLateS * m_random.normal();
      }
    }
    return m_hand.sample(view);
  }

 private:
  static constexpr float kLiftS = 0.25F, kAwayS = 0.6F;  // a gesture that takes a tool off; how long that takes
  static constexpr float kRoundS = 4.0F, kStays = 2.0F, kStrokesS = 8.0F;
  static constexpr float kStepS = 1.2F;  // of the light; the option's usual

  [[nodiscard]] int placeFor(const Gesture& g) const {
    using Kind = hands::Place::Kind;
    const std::vector<hands::Place>& all = m_hand.places();
    const bool point = g.technique == Technique::Acupressure;
    const bool knot = g.technique == Technique::TriggerPoint || g.technique == Technique::Friction ||
                      g.technique == Technique::Petrissage || g.technique == Technique::Stone;
    int best = -1;
    float least = point || g.technique == Technique::TriggerPoint ? 400.0F : 1.0F;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].kind != (point ? Kind::Point : Kind::Knot) || !(point || knot)) continue;
      const float off = lengthSquared(all[i].at - g.at);
      if (off < least) {
        least = off;
        best = static_cast<int>(i);
      }
    }
    if (best >= 0) return best;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].kind == Kind::Area && m_level.regions[static_cast<std::size_t>(all[i].index)].contains(g.at))
        return static_cast<int>(i);
    return 0;
  }

  void choose(const sim::Session& view) {
    if (!m_oneSwitch) {
      m_hand.choose(m_wanted);
      return m_hand.start(m_gesture.technique);
    }
    using Kind = hands::OneSwitch::Item::Kind;
    const auto pressOn = [&](auto wanted) {
      // In steps of a frame, at most four rounds of everything.
      for (int frame = 0; frame < 6000; ++frame) {
        m_switch.update(1.0F / 60.0F, view);
        if (m_switch.items().empty()) return false;
        if (!wanted(m_switch.items()[m_switch.lit()])) continue;
        // Lit and seen: the finger comes down a moment later.
        const int late = 6 + static_cast<int>(absOf(m_random.normal()) * kLateS * 60.0F);
        for (int i = 0; i < late; ++i) m_switch.update(1.0F / 60.0F, view);
        m_switch.press(view);
        return true;
      }
      return false;
    };
    const bool chosen = pressOn([&](const auto& i) { return i.kind == Kind::Place && i.place == m_wanted; });
    const bool done =
        chosen && pressOn([&](const auto& i) { return i.kind == Kind::Move && i.move == m_gesture.technique; });
    // It cannot be reached, or not be done there.
    if (!done) pressOn([](const auto& i) { return i.kind == Kind::Back; });
    m_switch.update(0.0F, view);
  }

  const level::Level& m_level;
  Random m_random;
  bool m_oneSwitch;
  hands::HelpedHand m_hand;
  hands::OneSwitch m_switch;
  Gesture m_gesture;
  int m_wanted = 0;
  bool m_choosing = false;
  bool m_waits = false;  // until a stone is off
  float m_left = 0, m_chooseS = 0, m_beatIn = 0;
};

}  // namespace

std::unique_ptr<Performer> makePerformer(Device device, const level::Level& level, std::uint64_t seed,
                                         const hands::Skill& skill) {
  hands::Skill finger = skill;
  finger.placeCm += 0.15F;  // a fingertip hides what it points at
  switch (device) {
    case Device::Mouse: return std::make_unique<Pointing>(seed, skill);
    case Device::Touch: return std::make_unique<Pointing>(seed, finger);
    case Device::Keyboard: return std::make_unique<Steering>(seed, true);
    case Device::Gamepad: return std::make_unique<Steering>(seed, false);
    case Device::Helped: return std::make_unique<Helped>(level, seed, false);
    case Device::Switch: return std::make_unique<Helped>(level, seed, true);
  }
  return nullptr;
}

}  // namespace knead::bots
