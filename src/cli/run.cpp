// knead-cli run: plays one level from a trace or by a bot, prints the result, and can keep the replay.
#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/play.hpp"
#include "cli/report.hpp"
#include "level/catalogue.hpp"
#include "level/level_check_schema.hpp"
#include "replay/write.hpp"

namespace knead::cli {
namespace {

struct RunOptions {
  std::string level, trace, bot, intake, replay, device = "mouse";
  std::uint64_t seed = 1;
  bool refer = false;
  sim::Assists assists;
};

level::Technique techniqueNamed(const std::string& name) {
  if (const auto technique = level::techniqueOf(name)) return *technique;
  const std::string_view close = level::closestOf(name, {level::kTechniqueIds.begin(), level::kTechniqueIds.end()});
  std::string what = "--intake: found no move \"" + name + "\"" +
                     (close.empty() ? ";" : "; did you mean \"" + std::string(close) + "\"?") + " Allowed:";
  for (const std::string_view id : level::kTechniqueIds) what += " " + std::string(id);
  throw UsageError{what};
}

// "first=MOVE,also=MOVE,avoid=MOVE", each at most once, any of them.
sim::IntakeAnswer intakeFrom(const std::string& text) {
  sim::IntakeAnswer answer;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    const std::string part = text.substr(at, comma - at);
    const std::size_t equals = part.find('=');
    const std::string key = part.substr(0, equals);
    std::optional<level::Technique>* slot = key == "first"   ? &answer.first
                                            : key == "also"  ? &answer.also
                                            : key == "avoid" ? &answer.avoid
                                                             : nullptr;
    if (equals == std::string::npos || slot == nullptr || slot->has_value()) {
      throw UsageError{"--intake: found \"" + part + "\", allowed: first=MOVE,also=MOVE,avoid=MOVE, each at most once"};
    }
    *slot = techniqueNamed(part.substr(equals + 1));
    at = comma + 1;
  }
  return answer;
}

int run(const Context& context, const RunOptions& options) {
  sim::SessionSetup setup;
  setup.seed = options.seed;
  setup.assists = options.assists;
  if (!options.intake.empty()) setup.intake = intakeFrom(options.intake);
  setup.intake.refer = options.refer;

  const bool isPath = options.level.find('/') != std::string::npos || options.level.ends_with(".json");
  Result<std::string> levels = isPath ? Result<std::string>(std::string()) : context.levelsDir();
  if (!levels) return context.fail(levels.error());
  const Result<level::Level> level = level::findLevel(options.level, levels.value());
  if (!level) return context.fail(level.error());

  Played played;
  if (!options.trace.empty()) {
    const Result<replay::Trace> trace = replay::readTraceFile(options.trace);
    if (!trace) return context.fail(trace.error());
    played = playTrace(level.value(), setup, trace.value());
  } else {
    Result<std::unique_ptr<bots::Bot>> bot =
        botNamed(options.bot, level.value(), options.seed, deviceNamed(options.device));
    if (!bot) throw UsageError{bot.error().text()};
    if (options.intake.empty() && !options.refer) setup.intake = bot.value()->intake();
    setup.further = bot.value()->further();
    played = playBot(level.value(), setup, *bot.value());
  }
  if (!options.replay.empty()) {
    const Result<std::size_t> written = replay::writeReplayFile(options.replay, played.replay);
    if (!written) return context.fail(written.error());
  }
  if (context.json) {
    context.printJson(resultJson(level.value(), setup, played.ticks, played.card));
  } else {
    context.print(resultText(level.value(), played.ticks, played.card));
  }
  return kOk;
}

}  // namespace

void addRun(const arguments::Command& app, Context& context) {
  auto options = std::make_shared<RunOptions>();
  const arguments::Command command = app.add("run", "Play one level from a trace or by a bot");
  command.value("LEVEL", options->level, "Id of a level, or a path to its file").required();
  const arguments::Command source = command.oneOf("source", "Who plays");
  source.value("--trace", options->trace, "CSV of pointer samples: t_ms,x_cm,y_cm,down,tool[,pressure]");
  source.value("--bot", options->bot, "A bot: expert, novice, wrong, presser, masher, idle");
  command.value("--device", options->device, "What the bot plays with (default mouse)")
      .among(std::vector<std::string>(bots::kDeviceIds.begin(), bots::kDeviceIds.end()));
  command.value("--seed", options->seed, "Seed of the session (default 1)");
  const arguments::Option intake =
      command.value("--intake", options->intake, "The prediction: first=MOVE,also=MOVE,avoid=MOVE");
  command.flag("--refer", options->refer, "The prediction: no massage, send to a doctor").excludes(intake);
  command.flag("--steady-hand", options->assists.steadyHand, "Assist: a trembling hand still presses");
  command.flag("--wider-tolerance", options->assists.widerTolerance, "Assist: quality falls off more slowly");
  command.flag("--no-timer", options->assists.noTimer, "Assist: the session ends when the hand says so");
  command.value("--replay", options->replay, "Write the replay to this file");
  command.flag("--json", context.json, "One JSON document instead of a score card");
  command.does([&context, options] { context.command = [&context, options] { return run(context, *options); }; });
}

}  // namespace knead::cli
