// One session from start to end, fed by a trace or a bot and recorded as it goes. Must do exactly what a person's
// session does: samples through the resampler, one quantised input a tick.
#pragma once

#include <cstdint>
#include <string_view>

#include "bots/bot.hpp"
#include "core/result.hpp"
#include "replay/format.hpp"
#include "replay/trace.hpp"
#include "sim/session.hpp"

namespace knead::cli {

struct Played {
  sim::ScoreCard card;
  std::uint32_t ticks = 0;
  replay::Replay replay;
};

[[nodiscard]] Played playTrace(const level::Level& level, const sim::SessionSetup& setup, const replay::Trace& trace);
[[nodiscard]] Played playBot(const level::Level& level, const sim::SessionSetup& setup, bots::Bot& bot);

// That there is no bot of this name, which one it may mean, and those there are.
[[nodiscard]] Error noBot(std::string_view name);
// The bot, or that error.
[[nodiscard]] Result<std::unique_ptr<bots::Bot>> botNamed(std::string_view name, const level::Level& level,
                                                          std::uint64_t seed,
                                                          bots::Device device = bots::Device::Mouse);
// The device of one of bots::kDeviceIds.
[[nodiscard]] bots::Device deviceNamed(std::string_view id);

}  // namespace knead::cli
