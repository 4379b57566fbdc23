// Players without a person: they see what a player sees (meters, picture, ring, words) and speak only in pointer
// samples, so everything they do a hand could do. Used by balance, tests, demos and the command line.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "bots/performer.hpp"
#include "level/level.hpp"
#include "sim/pointer_resampler.hpp"
#include "sim/session.hpp"

namespace knead::bots {

class Bot {
 public:
  Bot() = default;
  Bot(const Bot&) = delete;
  Bot& operator=(const Bot&) = delete;
  virtual ~Bot() = default;

  // Called once before each tick; pushes the device samples that fall into it, time in microseconds of play.
  virtual void act(const sim::Session& view, std::vector<sim::PointerSample>& out) = 0;
  // What this player predicts before the treatment.
  [[nodiscard]] virtual sim::IntakeAnswer intake() const = 0;
  // The same for the level's other people, in their order.
  [[nodiscard]] virtual std::vector<sim::IntakeAnswer> further() const { return {}; }
};

// A session as this player begins it.
[[nodiscard]] sim::SessionSetup setupOf(const Bot& bot, std::uint64_t seed, const sim::Assists& assists = {});

// A list of techniques, each for so many seconds of play.
using Plan = std::vector<std::pair<level::Technique, float>>;
// How a player's hands are: perfect, an expert's with human noise, or a novice's, who also misreads the ring.
enum class Hands : std::uint8_t { Perfect, Expert, Novice };
// The plan that somebody has for one person.
using Planner = std::function<Plan(const level::Level&)>;
// Follows a plan, with all the right answers at the intake; `first`: says that this comes first instead.
[[nodiscard]] std::unique_ptr<Bot> makeFollower(const level::Level& level, const Planner& planOf, Hands hands,
                                                std::uint64_t seed, Device device = Device::Mouse,
                                                std::optional<level::Technique> first = std::nullopt);

// expert: right technique, right order, human noise. novice: right idea, poor hands. wrong: perfect hands, techniques
// that do not fit this pain; these three on any device. presser: starts deep. masher: fast random motion everywhere.
// idle: nothing.
[[nodiscard]] std::span<const std::string_view> botNames();
// Null if there is no bot of that name.
[[nodiscard]] std::unique_ptr<Bot> makeBot(std::string_view name, const level::Level& level, std::uint64_t seed,
                                           Device device = Device::Mouse);

}  // namespace knead::bots
