// The six bots. The expert and the novice follow the level's own plan.
#include <string>

#include "bots/bot.hpp"
#include "bots/planner.hpp"
#include "core/math.hpp"

namespace knead::bots {

using level::Technique;

namespace {

constexpr std::array<std::string_view, 6> kNames = {"expert", "novice", "wrong", "presser", "masher", "idle"};

constexpr hands::Skill kExpertHands{};
constexpr hands::Skill kPerfectHands{0.15F, 0.03F, 1.0F, 0.02F, 0.03F, 0.015F, 0.02F, 0.12F};
constexpr hands::Skill kNoviceHands{0.75F, 0.20F, 1.12F, 0.16F, 0.22F, 0.10F, 0.07F, 0.5F};

// Presses deep from the first moment, here and there.
class Presser final : public Bot {
 public:
  Presser(const level::Level& level, std::uint64_t seed) : m_level(level), m_eye(m_level), m_hand(seed, kExpertHands) {}
  void act(const sim::Session& view, std::vector<sim::PointerSample>& out) override {
    if (!m_hand.busy()) {
      hands::Gesture g = m_eye.aim(Technique::TriggerPoint, m_turn++, view, m_hand.random());
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
  hands::Eye m_eye;
  hands::Hand m_hand;
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

// One player for each of a level's people: every one of them begins anew.
class Round final : public Bot {
 public:
  explicit Round(std::vector<std::unique_ptr<Bot>> each) : m_each(std::move(each)) {}
  void act(const sim::Session& view, std::vector<sim::PointerSample>& out) override {
    m_each[view.visit()]->act(view, out);
  }
  [[nodiscard]] sim::IntakeAnswer intake() const override { return m_each.front()->intake(); }
  [[nodiscard]] std::vector<sim::IntakeAnswer> further() const override {
    std::vector<sim::IntakeAnswer> answers;
    for (std::size_t i = 1; i < m_each.size(); ++i) answers.push_back(m_each[i]->intake());
    return answers;
  }

 private:
  std::vector<std::unique_ptr<Bot>> m_each;
};

// The player that `make` makes of a level with one person, for each person of a level. Null if it makes none.
template <class Make>
std::unique_ptr<Bot> forEach(const level::Level& level, Make make) {
  if (level.visits.empty()) return make(level, 0);
  std::vector<std::unique_ptr<Bot>> each;
  for (std::size_t i = 0; i < level.people(); ++i) {
    level::Level alone = level.visit(i);
    alone.visits.clear();
    each.push_back(make(alone, i));
    if (!each.back()) return nullptr;
  }
  return std::make_unique<Round>(std::move(each));
}

const Manner& mannerOf(Hands hands) {
  static constexpr Manner kPerfect{kPerfectHands, 0.0F, true, 1.0F, 1.0F, 1.0F};
  static constexpr Manner kExpert{kExpertHands, 0.0F, true, 1.0F, 1.0F, 1.0F};
  static constexpr Manner kNovice{kNoviceHands, 0.06F, false, 0.6F, 0.45F, 0.9F};
  return hands == Hands::Perfect ? kPerfect : hands == Hands::Expert ? kExpert : kNovice;
}

}  // namespace

sim::SessionSetup setupOf(const Bot& bot, std::uint64_t seed, const sim::Assists& assists) {
  return {seed, bot.intake(), assists, bot.further()};
}

std::unique_ptr<Bot> makeFollower(const level::Level& level, const Planner& planOf, Hands hands, std::uint64_t seed,
                                  Device device, std::optional<Technique> first) {
  Manner manner = mannerOf(hands);
  manner.guess = 1.0F;
  manner.says = first;
  return forEach(level, [&](const level::Level& one, std::size_t i) {
    return makePlanner(one, planOf(one), manner, device, seed + i);
  });
}

std::span<const std::string_view> botNames() { return kNames; }

namespace {

std::unique_ptr<Bot> makeOne(std::string_view name, const level::Level& level, std::uint64_t seed, Device device) {
  if (name == "expert") return makePlanner(level, level.plan, mannerOf(Hands::Expert), device, seed);
  if (name == "novice") return makePlanner(level, level.plan, mannerOf(Hands::Novice), device, seed);
  if (name == "wrong") {
    Plan plan;
    const std::size_t n = level.tempting.size();
    for (std::size_t i = 0; n > 0 && i < 2 * n; ++i) {
      plan.emplace_back(level.tempting[i % n], static_cast<float>(level.seconds) / static_cast<float>(2 * n));
    }
    return makePlanner(level, std::move(plan), {kPerfectHands, 0.0F, false, 0.0F, 1.0F, 1.0F}, device, seed);
  }
  if (name == "presser") return std::make_unique<Presser>(level, seed);
  if (name == "masher") return std::make_unique<Masher>(seed);
  if (name == "idle") return std::make_unique<Idle>();
  return nullptr;
}

}  // namespace

std::unique_ptr<Bot> makeBot(std::string_view name, const level::Level& level, std::uint64_t seed, Device device) {
  return forEach(level, [&](const level::Level& one, std::size_t i) { return makeOne(name, one, seed + i, device); });
}

}  // namespace knead::bots
