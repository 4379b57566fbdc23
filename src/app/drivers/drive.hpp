// Whose hand plays: the player's, a bot, a trace or a replay, read whole before any window opens so that a bad file
// is a plain message. Makes a fresh source for every start of the session; plays nothing itself.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/drivers/source.hpp"
#include "app/options.hpp"
#include "core/result.hpp"
#include "replay/format.hpp"

namespace knead::app {

struct Drive {
  std::string bot;  // empty, or a name that makeBot knows
  std::optional<replay::Trace> trace;
  std::optional<replay::Replay> replay;  // of this level, by these rules

  // False: the player's own hand.
  [[nodiscard]] bool driven() const { return !bot.empty() || trace || replay; }
  [[nodiscard]] replay::InputMode mode() const;
  // Seed, prediction and assists of the session: the recording's own, or what the command line asks for.
  [[nodiscard]] sim::SessionSetup setup(const level::Level& level, const Options& options) const;
  // Null if nothing drives: then the screen takes the devices.
  [[nodiscard]] std::unique_ptr<Source> source(const level::Level& level, std::uint64_t seed) const;
};

// Whether a recording is of this level, by these rules; else an error that says what it is of. `name`: for the message.
[[nodiscard]] Result<replay::Replay> ofLevel(Result<replay::Replay> read, const level::Level& level,
                                             const std::string& name);
// A recording of this level, by these rules.
[[nodiscard]] Result<replay::Replay> readRecording(const std::string& path, const level::Level& level);
// Reads what the options name. The error has file, place and what to do.
[[nodiscard]] Result<Drive> readDrive(const Options& options, const level::Level& level);

}  // namespace knead::app
