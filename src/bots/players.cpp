// The six bots. What to do next is chosen from what the screen shows: knots and their rings, colour of the fibres,
// the ring of the touch limit, tools on the tray. The expert and the novice follow the level's own plan.
#include <string>

#include "bots/bot.hpp"
#include "bots/eye.hpp"
#include "bots/hand.hpp"
#include "core/math.hpp"

namespace knead::bots {

using level::Technique;

namespace {

constexpr std::array<std::string_view, 6> kNames = {"expert", "novice", "wrong", "presser", "masher", "idle"};

constexpr Skill kExpertHands{};
constexpr Skill kPerfectHands{0.15F, 0.03F, 1.0F, 0.02F, 0.03F, 0.015F, 0.02F, 0.12F};
constexpr Skill kNoviceHands{0.75F, 0.20F, 1.12F, 0.16F, 0.22F, 0.10F, 0.07F, 0.5F};

// Share of the ceiling that each move sinks to (touch: pressure without a sensor).
float capOf(Technique t) {
  switch (t) {
    case Technique::Petrissage:
    case Technique::Friction: return 0.8F;
    case Technique::Stretch: return 0.7F;
    case Technique::Effleurage: return 0.5F;
    case Technique::Tapotement: return 0.6F;
    case Technique::Vibration: return 0.35F;
    default: return 1.0F;
  }
}
// Depth a good hand wants, before it looks at the ring.
float wantedDepth(Technique t) {
  switch (t) {
    case Technique::Effleurage: return 0.30F;
    case Technique::Petrissage: return 0.48F;
    case Technique::Friction: return 0.52F;
    case Technique::Vibration: return 0.30F;
    case Technique::Tapotement: return 0.36F;
    case Technique::TriggerPoint: return 0.66F;
    case Technique::Acupressure: return 0.55F;
    case Technique::Stretch: return 0.42F;
    default: return 0.4F;
  }
}
float leastDepth(Technique t) {
  switch (t) {
    case Technique::TriggerPoint:
    case Technique::Acupressure: return 0.30F;
    case Technique::Effleurage: return 0.14F;
    case Technique::Vibration: return 0.16F;
    default: return 0.20F;
  }
}

// A press in vain is noticed after so many seconds without the knot's ring going back by so much of it; the hand then
// goes deeper by so much of its depth, and half of its misjudging of the limit is unlearned (game).
constexpr float kNoticeS = 5.0F, kNoticeRing = 0.01F, kNoticeDeeper = 0.08F, kUnlearned = 0.5F;

bool isTool(Technique t) { return t >= Technique::Towel; }
level::Tool toolOf(Technique t) {
  return static_cast<level::Tool>(static_cast<int>(t) - static_cast<int>(Technique::Towel) + 1);
}

// Follows a list of techniques with given hands, watching the ring.
class Planner final : public Bot {
 public:
  struct Manner {
    Skill hands;
    float ringError = 0.0F;  // how far the ring is misread, relative; 1 = not looked at
    bool skipsWhenDone = true;
    float guess = 1.0F;     // chance of each right answer at the intake
    float patience = 1.0F;  // share of a warming or a draw that is waited out
    float holds = 1.0F;     // share of a press that is waited out
  };

  Planner(const level::Level& level, std::vector<std::pair<Technique, float>> plan, const Manner& manner,
          std::uint64_t seed)
      : m_level(level),
        m_plan(std::move(plan)),
        m_manner(manner),
        m_eye(m_level),
        m_hand(seed, manner.hands),
        m_choice(seed, 11) {
    m_depthBias = 1.0F + manner.hands.depth * m_choice.normal();
    m_ringBias = clamp(m_choice.normal(), -1.2F, 1.2F);
  }

  void act(const sim::Session& view, std::vector<sim::PointerSample>& out) override {
    const std::uint32_t tick = view.tickCount();
    advancePlan(view);
    if (!m_hand.busy()) choose(view);
    if (m_hand.busy()) {
      m_hand.setCeiling(depthFor(m_hand.gesture().technique, view) / capOf(m_hand.gesture().technique));
      if (finishedKnot(view) || pressIsInVain(view))
        m_hand.begin({m_hand.gesture().technique, m_hand.gesture().at, {}, 0.02F, 0.1F});
    }
    out.push_back(m_hand.sample(tick));
  }

  [[nodiscard]] sim::IntakeAnswer intake() const override {
    Random random(m_choice);
    sim::IntakeAnswer answer;
    const auto choose = [&](const std::vector<Technique>& right) -> std::optional<Technique> {
      const float luck = random.unit();
      if (right.empty() || luck > m_manner.guess) return std::nullopt;
      return right.front();
    };
    if (m_level.intake.refer && m_manner.guess > 0.95F) {
      answer.refer = true;
      return answer;
    }
    answer.first = choose(m_level.intake.first);
    answer.also = choose(m_level.intake.also);
    answer.avoid = choose(m_level.intake.avoid);
    return answer;
  }

 private:
  void advancePlan(const sim::Session& view) {
    const float now = static_cast<float>(view.tickCount()) * sim::kSecondsPerTick;
    while (m_step + 1 < m_plan.size() && now >= m_stepBegan + stepSeconds()) {
      m_stepBegan += stepSeconds();
      ++m_step;
      m_turn = 0;
      m_toolOut = false;
    }
    if (m_manner.skipsWhenDone && m_step + 1 < m_plan.size() && m_plan[m_step].first == Technique::TriggerPoint &&
        allReleased(view)) {
      m_stepBegan = now;
      ++m_step;
      m_turn = 0;
      m_toolOut = false;
    }
  }

  [[nodiscard]] float stepSeconds() const {
    const auto& [technique, seconds] = m_plan[m_step];
    return isTool(technique) ? seconds * m_manner.patience : seconds;
  }

  static bool allReleased(const sim::Session& view) {
    if (view.knots().empty()) return false;
    for (const sim::KnotView& knot : view.knots()) {
      if (!knot.released) return false;
    }
    return true;
  }

  // A press is over when its knot lets go.
  bool finishedKnot(const sim::Session& view) const {
    if (m_hand.gesture().technique != Technique::TriggerPoint || m_hand.gesture().seconds < 1.0F) return false;
    const float ring = tightnessNear(m_hand.gesture().at, view);
    return ring > 0.0F && ring < 0.12F;
  }

  // A press whose ring has not moved for a while is in vain: feel for the place again, a little deeper.
  bool pressIsInVain(const sim::Session& view) {
    if (m_hand.gesture().technique != Technique::TriggerPoint || m_hand.gesture().seconds < 1.0F) return false;
    const std::uint32_t patience = static_cast<std::uint32_t>(kNoticeS / sim::kSecondsPerTick);
    if (view.tickCount() < m_pressBegan + patience) return false;
    const float ring = tightnessNear(m_hand.gesture().at, view);
    const bool vain = ring > m_pressRing - kNoticeRing;
    m_pressBegan = view.tickCount();
    m_pressRing = ring;
    if (vain && m_depthBias < 1.0F) m_depthBias = minOf(1.0F, m_depthBias + kNoticeDeeper);
    if (vain && m_ringBias < 0.0F) m_ringBias *= kUnlearned;
    return vain;
  }

  static float tightnessNear(Vec2 at, const sim::Session& view) {
    for (const sim::KnotView& knot : view.knots()) {
      if (lengthSquared(knot.at - at) < 1.0F) return knot.tightness;
    }
    return 0.0F;
  }

  void choose(const sim::Session& view) {
    if (m_plan.empty()) return;
    m_pressBegan = view.tickCount();
    const Technique t = m_plan[m_step].first;
    // Before the hand works where a cover lies, it is taken off.
    if (!isTool(t) || (m_step > 0 && !m_toolOut && isTool(m_plan[m_step - 1].first))) {
      for (const sim::LaidTool& laid : view.tools()) {
        Gesture lift;
        lift.technique = static_cast<Technique>(static_cast<int>(Technique::Towel) + static_cast<int>(laid.tool) - 1);
        lift.at = laid.at;
        lift.seconds = 0.2F;
        m_hand.begin(lift);
        return;
      }
    }
    if (isTool(t)) {
      if (m_toolOut || view.stock(toolOf(t)) <= 0) return;
      m_toolOut = true;
    }
    Gesture g = m_eye.aim(t, m_turn++, view, m_hand.random());
    m_pressRing = tightnessNear(g.at, view);
    const float left = stepSeconds() - (static_cast<float>(view.tickCount()) * sim::kSecondsPerTick - m_stepBegan);
    if (t == Technique::Stretch) g.seconds *= m_manner.patience;
    if (t == Technique::TriggerPoint || t == Technique::Acupressure) g.seconds *= m_manner.holds;
    if (m_step + 1 < m_plan.size() && t != Technique::Effleurage) g.seconds = clamp(g.seconds, 0.3F, maxOf(0.5F, left));
    m_hand.begin(g);
  }

  float depthFor(Technique t, const sim::Session& view) const {
    float depth = wantedDepth(t) * m_depthBias;
    if (m_manner.ringError < 1.0F) {
      const float felt = t == Technique::Friction ? 1.22F : (t == Technique::Tapotement ? 1.35F : 1.06F);
      depth = minOf(depth, (view.person().touchLimit - 0.02F) / felt * (1.0F + m_manner.ringError * m_ringBias));
      if (view.person().guarding > 0.3F) depth *= 0.7F;
    }
    return maxOf(depth, leastDepth(t));
  }

  level::Level m_level;
  std::vector<std::pair<Technique, float>> m_plan;
  Manner m_manner;
  Eye m_eye;
  Hand m_hand;
  Random m_choice;
  float m_depthBias = 1.0F, m_ringBias = 0.0F;
  std::size_t m_step = 0;
  float m_stepBegan = 0.0F;
  int m_turn = 0;
  bool m_toolOut = false;
  std::uint32_t m_pressBegan = 0;
  float m_pressRing = 0.0F;  // the knot's tightness when the press was last judged
};

// Presses deep from the first moment, here and there.
class Presser final : public Bot {
 public:
  Presser(const level::Level& level, std::uint64_t seed) : m_level(level), m_eye(m_level), m_hand(seed, kExpertHands) {}
  void act(const sim::Session& view, std::vector<sim::PointerSample>& out) override {
    if (!m_hand.busy()) {
      Gesture g = m_eye.aim(Technique::TriggerPoint, m_turn++, view, m_hand.random());
      g.seconds = 6.0F;
      m_hand.begin(g);
    }
    m_hand.setCeiling(0.95F);
    out.push_back(m_hand.sample(view.tickCount()));
  }
  [[nodiscard]] sim::IntakeAnswer intake() const override {
    return {false, Technique::TriggerPoint, std::nullopt, std::nullopt};
  }

 private:
  level::Level m_level;
  Eye m_eye;
  Hand m_hand;
  int m_turn = 0;
};

// Scribbles fast all over the back, always in contact.
class Masher final : public Bot {
 public:
  explicit Masher(std::uint64_t seed) : m_random(seed, 13) {}
  void act(const sim::Session& view, std::vector<sim::PointerSample>& out) override {
    if (m_left-- <= 0) {
      m_left = 6 + static_cast<int>(m_random.below(18));
      const float x = m_random.range(-15.0F, 15.0F);
      const float y = m_random.range(6.0F, 64.0F);
      m_velocity = (Vec2{x, y} - m_at) * (1.0F / static_cast<float>(m_left));
    }
    m_at = m_at + m_velocity;
    sim::PointerSample s;
    s.microseconds = (static_cast<std::uint64_t>(view.tickCount()) * 2U + 1U) * 1000000U / 240U;
    s.cm = m_at;
    s.down = true;
    s.ceiling = 0.9F;
    out.push_back(s);
  }
  [[nodiscard]] sim::IntakeAnswer intake() const override { return {}; }

 private:
  Random m_random;
  Vec2 m_at{0.0F, 30.0F};
  Vec2 m_velocity;
  int m_left = 0;
};

class Idle final : public Bot {
 public:
  void act(const sim::Session& /*view*/, std::vector<sim::PointerSample>& /*out*/) override {}
  [[nodiscard]] sim::IntakeAnswer intake() const override { return {}; }
};

}  // namespace

std::span<const std::string_view> botNames() { return kNames; }

std::unique_ptr<Bot> makeBot(std::string_view name, const level::Level& level, std::uint64_t seed) {
  if (name == "expert")
    return std::make_unique<Planner>(level, level.plan, Planner::Manner{kExpertHands, 0.0F, true, 1.0F, 1.0F, 1.0F},
                                     seed);
  if (name == "novice")
    return std::make_unique<Planner>(level, level.plan, Planner::Manner{kNoviceHands, 0.06F, false, 0.6F, 0.45F, 0.9F},
                                     seed);
  if (name == "wrong") {
    std::vector<std::pair<Technique, float>> plan;
    const std::size_t n = level.tempting.size();
    for (std::size_t i = 0; n > 0 && i < 2 * n; ++i) {
      plan.emplace_back(level.tempting[i % n], static_cast<float>(level.seconds) / static_cast<float>(2 * n));
    }
    return std::make_unique<Planner>(level, std::move(plan),
                                     Planner::Manner{kPerfectHands, 0.0F, false, 0.0F, 1.0F, 1.0F}, seed);
  }
  if (name == "presser") return std::make_unique<Presser>(level, seed);
  if (name == "masher") return std::make_unique<Masher>(seed);
  if (name == "idle") return std::make_unique<Idle>();
  return nullptr;
}

}  // namespace knead::bots
