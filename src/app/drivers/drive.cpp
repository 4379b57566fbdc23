// Reading the driver of a session; see the header.
#include "app/drivers/drive.hpp"

#include "core/hash.hpp"
#include "replay/read.hpp"

namespace knead::app {

replay::InputMode Drive::mode() const {
  if (replay) return replay->header.mode;
  if (trace) return replay::InputMode::Trace;
  return bot.empty() ? replay::InputMode::Mouse : replay::InputMode::Bot;
}

sim::SessionSetup Drive::setup(const level::Level& level, const Options& options) const {
  if (replay) return replay->header.setup;
  sim::SessionSetup setup;
  setup.seed = options.seed;
  if (options.intake)
    setup.intake = *options.intake;
  else if (!bot.empty())
    setup.intake = bots::makeBot(bot, level, options.seed)->intake();
  if (!bot.empty()) setup.further = bots::makeBot(bot, level, options.seed)->further();
  return setup;
}

std::unique_ptr<Source> Drive::source(const level::Level& level, std::uint64_t seed) const {
  if (replay) return std::make_unique<ReplaySource>(*replay);
  if (trace) return std::make_unique<TraceSource>(*trace);
  if (!bot.empty()) return std::make_unique<BotSource>(bots::makeBot(bot, level, seed));
  return nullptr;
}

Result<replay::Replay> readRecording(const std::string& path, const level::Level& level) {
  return ofLevel(replay::readReplayFile(path), level, path);
}

Result<replay::Replay> ofLevel(Result<replay::Replay> read, const level::Level& level, const std::string& path) {
  if (!read) return read.error();
  const replay::Header& header = read.value().header;
  if (header.rulesVersion != sim::kRulesVersion)
    return Error{path, "rules version",
                 "found " + std::to_string(header.rulesVersion) + ", this program has " +
                     std::to_string(sim::kRulesVersion) + "; use the version of Knead that recorded it"};
  if (header.levelHash != level.hash)
    return Error{path, "level",
                 header.levelId == level.id
                     ? "\"" + level.id + "\" was recorded as " + hexOf(header.levelHash).text + " and is now " +
                           hexOf(level.hash).text + "; give the file it was played on"
                     : "it was played on \"" + header.levelId + "\", not on \"" + level.id + "\"; play that level"};
  return read;
}

Result<Drive> readDrive(const Options& options, const level::Level& level) {
  Drive drive;
  drive.bot = options.bot;
  if (!options.trace.empty()) {
    auto trace = replay::readTraceFile(options.trace);
    if (!trace) return trace.error();
    drive.trace = std::move(trace).value();
  }
  if (!options.replay.empty()) {
    auto read = readRecording(options.replay, level);
    if (!read) return read.error();
    drive.replay = std::move(read).value();
  }
  return drive;
}

}  // namespace knead::app
