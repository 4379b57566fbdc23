// Players without a person: they see what a player sees (meters, picture, ring, words) and speak only in pointer
// samples, so everything they do a hand could do. Used by balance, tests, demos and the command line.
#pragma once

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
};

// expert: right technique, right order, human noise. novice: right idea, poor hands. wrong: perfect hands, techniques
// that do not fit this pain; these three on any device. presser: starts deep. masher: fast random motion everywhere.
// idle: nothing.
[[nodiscard]] std::span<const std::string_view> botNames();
// Null if there is no bot of that name.
[[nodiscard]] std::unique_ptr<Bot> makeBot(std::string_view name, const level::Level& level, std::uint64_t seed,
                                           Device device = Device::Mouse);

}  // namespace knead::bots
