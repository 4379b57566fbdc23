// How it chooses: see the header. What to do next comes from what the screen shows.
#include "bots/planner.hpp"

#include "core/math.hpp"
#include "hands/handling.hpp"

namespace knead::bots {

using hands::handlingOf;
using hands::heldBack;
using level::isTool;
using level::Technique;
using level::toolOf;

namespace {

// A press in vain is noticed after so many seconds without the knot's ring going back by so much of it; the hand then
// goes deeper by so much of its depth, and half of its misjudging of the limit is unlearned (game).
constexpr float kNoticeS = 4.0F, kNoticeRing = 0.01F, kNoticeDeeper = 0.14F, kUnlearned = 0.5F;

class Follower final : public Bot {
 public:
  Follower(const level::Level& level, Plan plan, const Manner& manner, Device device, std::uint64_t seed)
      : m_level(level),
        m_plan(std::move(plan)),
        m_manner(manner),
        m_eye(m_level),
        m_hand(makePerformer(device, m_level, seed, manner.hands)),
        m_choice(seed, 11) {
    m_depthBias = 1.0F + manner.hands.depth * m_choice.normal();
    m_ringBias = clamp(m_choice.normal(), -1.2F, 1.2F);
  }

  void act(const sim::Session& view, std::vector<sim::PointerSample>& out) override {
    advancePlan(view);
    if (!m_hand->busy()) choose(view);
    if (m_hand->busy()) {
      m_hand->setCeiling(depthFor(m_hand->gesture().technique, view) / handlingOf(m_hand->gesture().technique).cap);
      if (finishedKnot(view) || pressIsInVain(view))
        m_hand->begin({m_hand->gesture().technique, m_hand->gesture().at, {}, 0.02F, {}});
    }
    out.push_back(m_hand->sample(view));
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
    if (m_manner.says) answer.first = m_manner.says;
    answer.also = choose(m_level.intake.also);
    answer.avoid = choose(m_level.intake.avoid);
    return answer;
  }

 private:
  void advancePlan(const sim::Session& view) {
    const float now = static_cast<float>(view.visitTicks()) * sim::kSecondsPerTick;
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
    if (m_hand->gesture().technique != Technique::TriggerPoint || m_hand->gesture().seconds < 1.0F) return false;
    const float ring = tightnessNear(m_hand->gesture().at, view);
    return ring > 0.0F && ring < 0.12F;
  }

  // A press whose ring has not moved for a while is in vain: feel for the place again, a little deeper.
  bool pressIsInVain(const sim::Session& view) {
    if (m_hand->gesture().technique != Technique::TriggerPoint || m_hand->gesture().seconds < 1.0F) return false;
    const std::uint32_t patience = static_cast<std::uint32_t>(kNoticeS / sim::kSecondsPerTick);
    if (view.visitTicks() < m_pressBegan + patience) return false;
    const float ring = tightnessNear(m_hand->gesture().at, view);
    const bool vain = ring > m_pressRing - kNoticeRing;
    m_pressBegan = view.visitTicks();
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
    m_pressBegan = view.visitTicks();
    const Technique t = m_plan[m_step].first;
    // Before the hand works where a cover lies, it is taken off.
    if (!isTool(t) || (m_step > 0 && !m_toolOut && isTool(m_plan[m_step - 1].first))) {
      for (const sim::LaidTool& laid : view.tools()) {
        hands::Gesture lift;
        lift.technique = level::techniqueOf(laid.tool);
        lift.at = laid.at;
        lift.seconds = 0.2F;
        m_hand->begin(lift);
        return;
      }
    }
    if (isTool(t)) {
      if (m_toolOut || view.stock(toolOf(t)) <= 0) return;
      m_toolOut = true;
    }
    hands::Gesture g = m_eye.aim(t, m_turn++, view, m_hand->random());
    m_pressRing = tightnessNear(g.at, view);
    const float left = stepSeconds() - (static_cast<float>(view.visitTicks()) * sim::kSecondsPerTick - m_stepBegan);
    if (t == Technique::Stone && lengthSquared(g.sweep) > 0.0F) g.seconds = maxOf(2.0F, left);
    if (t == Technique::Stretch) g.seconds *= m_manner.patience;
    if (t == Technique::TriggerPoint || t == Technique::Acupressure) g.seconds *= m_manner.holds;
    if (m_step + 1 < m_plan.size() && t != Technique::Effleurage) g.seconds = clamp(g.seconds, 0.3F, maxOf(0.5F, left));
    m_hand->begin(g);
  }

  float depthFor(Technique t, const sim::Session& view) const {
    float depth = handlingOf(t).wanted * m_depthBias;
    if (m_manner.ringError < 1.0F) {
      depth = heldBack(t, depth, view.person(), m_manner.ringError * m_ringBias);
    }
    return maxOf(depth, handlingOf(t).least);
  }

  level::Level m_level;
  Plan m_plan;
  Manner m_manner;
  hands::Eye m_eye;
  std::unique_ptr<Performer> m_hand;
  Random m_choice;
  float m_depthBias = 1.0F, m_ringBias = 0.0F;
  std::size_t m_step = 0;
  float m_stepBegan = 0.0F;
  int m_turn = 0;
  bool m_toolOut = false;
  std::uint32_t m_pressBegan = 0;
  float m_pressRing = 0.0F;  // the knot's tightness when the press was last judged
};

}  // namespace

std::unique_ptr<Bot> makePlanner(const level::Level& level, Plan plan, const Manner& manner, Device device,
                                 std::uint64_t seed) {
  return std::make_unique<Follower>(level, std::move(plan), manner, device, seed);
}

}  // namespace knead::bots
